namespace StaticNet.Fuzzing;

/// <summary>
/// Every number of a computation with its slopes by the two that it was made of. Read backwards, it gives the gradient by each: so layers
/// are only written forwards, and no derivative of ours is compared with another of ours.
/// </summary>
internal sealed class Tape
{
    [ThreadStatic]
    private static Tape? _current;

    private Entry[] _entries = new Entry[1 << 16];
    private int _count;

    public static Tape Current => _current ??= new Tape();

    public void Clear() => _count = 0;

    /// <summary>A number that gradients are wanted by.</summary>
    public Taped Variable(double value)
    {
        Add(default);
        return new Taped(value, _count - 1);
    }

    public Taped Write(double value, int left, double leftSlope, int right, double rightSlope)
    {
        if (left < 0 && right < 0)
            return new Taped(value, -1);
        Add(new Entry(left, right, leftSlope, rightSlope));
        return new Taped(value, _count - 1);
    }

    /// <summary>The gradients of a result by everything on the tape.</summary>
    public double[] Gradients(Taped result)
    {
        var gradients = new double[_count];
        if (result.Place < 0)
            return gradients;
        gradients[result.Place] = 1;
        for (int i = result.Place; i >= 0; i--)
        {
            double gradient = gradients[i];
            Entry entry = _entries[i];
            if (gradient == 0 || (entry.LeftSlope == 0 && entry.RightSlope == 0))
                continue;
            if (entry.Left >= 0)
                gradients[entry.Left] += gradient * entry.LeftSlope;
            if (entry.Right >= 0)
                gradients[entry.Right] += gradient * entry.RightSlope;
        }

        return gradients;
    }

    private void Add(Entry entry)
    {
        if (_count == _entries.Length)
            Array.Resize(ref _entries, 2 * _count);
        _entries[_count++] = entry;
    }

    private readonly record struct Entry(int Left, int Right, double LeftSlope, double RightSlope);
}
