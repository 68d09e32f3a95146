namespace StaticNet;

/// <summary>Memory for samples and their targets, which grows as they come.</summary>
/// <param name="inputSize">The numbers of a sample.</param>
/// <param name="targetSize">The numbers of a target.</param>
/// <param name="maxCount">The most samples there may be.</param>
internal sealed class SampleBuffer<TInput, TTarget>(int inputSize, int targetSize, int maxCount)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private const int MinCount = 256;
    private TInput[] _inputs = [];
    private TTarget[] _targets = [];

    /// <summary>The numbers of a sample.</summary>
    public int InputSize => inputSize;

    /// <summary>The numbers of a target.</summary>
    public int TargetSize => targetSize;

    /// <summary>The most samples there may be.</summary>
    public int MaxCount => maxCount;

    /// <summary>The samples there is room for now.</summary>
    public int Count { get; private set; }

    /// <summary>Makes room for at least so many samples, or <see cref="MaxCount"/>; those that are there stay.</summary>
    public void Reserve(int count)
    {
        if (count <= Count)
            return;
        Count = (int)Math.Min(maxCount, Math.Max(Math.Max(count, MinCount), 2L * Count));
        Array.Resize(ref _inputs, Count * inputSize);
        Array.Resize(ref _targets, Count * targetSize);
    }

    /// <summary>Reads as many samples as there is room for, or as there are.</summary>
    /// <returns>How many that were.</returns>
    public int Fill(ISampleReader<TInput, TTarget> reader)
    {
        Reserve(maxCount);
        int count = 0;
        while (count < maxCount && reader.Read(Inputs(count, maxCount - count), Targets(count, maxCount - count)) is > 0 and int read)
            count += read;
        return count;
    }

    /// <summary>The numbers of some samples.</summary>
    public Span<TInput> Inputs(int first, int count) => _inputs.AsSpan(first * inputSize, count * inputSize);

    /// <summary>Their targets.</summary>
    public Span<TTarget> Targets(int first, int count) => _targets.AsSpan(first * targetSize, count * targetSize);

    /// <summary>The first samples as a data set, which sees what is written here later.</summary>
    public Dataset<TInput, TTarget> AsDataset(int count)
        => new(_inputs.AsMemory(0, count * inputSize), _targets.AsMemory(0, count * targetSize), count);
}
