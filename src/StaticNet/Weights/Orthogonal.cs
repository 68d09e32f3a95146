using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StaticNet;

/// <summary>
/// Random orthogonal matrices as Keras draws them: Q of the QR decomposition of a normal matrix, its columns multiplied by the signs of
/// R's diagonal. Its numbers do not depend on the width of vectors or the number of threads.
/// </summary>
/// <remarks>
/// The decomposition by Gram and Schmidt makes the diagonal of R positive. What earlier vectors have in common with one is taken away from it
/// twice: the second time takes away what the first left by rounding.
/// </remarks>
internal sealed class Orthogonal : IParts
{
    // Vectors that are worked on at a time: while they are in the cache, all earlier ones come by once.
    private const int Block = 16;

    // Earlier vectors that are taken away at once.
    private const int Group = 4;

    private readonly double[][] _vectors;
    private int _first;
    private int _end;

    private Orthogonal(double[][] vectors) => _vectors = vectors;

    /// <summary>Fills a matrix, row by row: its columns become orthogonal, or its rows where they are fewer.</summary>
    [MethodImpl(Compiled.Alone)]
    public static void Fill(Span<float> values, int rows, int columns, ref RandomSource random)
    {
        int length = Math.Max(rows, columns), count = Math.Min(rows, columns);
        var vectors = new double[count][];
        for (int i = 0; i < count; i++)
            vectors[i] = new double[length];
        for (int place = 0; place < length; place++)
        {
            for (int i = 0; i < count; i++)
                vectors[i][place] = random.NextNormal();
        }

        new Orthogonal(vectors).Orthonormalize();
        for (int i = 0; i < count; i++)
        {
            for (int place = 0; place < length; place++)
                values[rows < columns ? (i * columns) + place : (place * columns) + i] = (float)vectors[i][place];
        }
    }

    /// <summary>Takes earlier blocks away from some vectors of this one.</summary>
    void IParts.Do(int part, int parts)
    {
        int first = _first + ((_end - _first) * part / parts), end = _first + ((_end - _first) * (part + 1) / parts);
        for (int time = 0; time < 2; time++)
        {
            for (int earlier = 0; earlier < _first; earlier += Group)
            {
                for (int i = first; i < end; i++)
                    TakeAway(_vectors[i], earlier, Group);
            }
        }
    }

    private void Orthonormalize()
    {
        for (_first = 0; _first < _vectors.Length; _first = _end)
        {
            _end = Math.Min(_first + Block, _vectors.Length);
            double operations = 4.0 * _first * (_end - _first) * _vectors[0].Length;
            Workers.Run(this, Workers.ThreadsFor(Math.Min(Workers.Processors, _end - _first), operations));
            for (int i = _first; i < _end; i++)
            {
                for (int time = 0; time < 2; time++)
                {
                    for (int earlier = _first; earlier < i; earlier += Group)
                        TakeAway(_vectors[i], earlier, Math.Min(Group, i - earlier));
                }

                Normalize(_vectors[i]);
            }
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void Normalize(double[] vector)
    {
        double norm = Math.Sqrt(Dot(vector, vector));
        for (int place = 0; place < vector.Length; place++)
            vector[place] /= norm;
    }

    private void TakeAway(double[] vector, int earlier, int count)
    {
        if (count < Group)
        {
            for (int i = earlier; i < earlier + count; i++)
                TakeAway(vector, _vectors[i]);
            return;
        }

        TakeAway(vector, _vectors[earlier], _vectors[earlier + 1], _vectors[earlier + 2], _vectors[earlier + 3]);
    }

    [MethodImpl(Compiled.Alone)]
    private static void TakeAway(double[] vector, double[] first, double[] second, double[] third, double[] fourth)
    {
        (double a, double b) = Dots(vector, first, second);
        (double c, double d) = Dots(vector, third, fourth);
        Span<Vector512<double>> target = MemoryMarshal.Cast<double, Vector512<double>>(vector.AsSpan());
        ReadOnlySpan<Vector512<double>> one = MemoryMarshal.Cast<double, Vector512<double>>(first), two = MemoryMarshal.Cast<double, Vector512<double>>(second);
        ReadOnlySpan<Vector512<double>> three = MemoryMarshal.Cast<double, Vector512<double>>(third), four = MemoryMarshal.Cast<double, Vector512<double>>(fourth);
        for (int i = 0; i < target.Length; i++)
            target[i] -= (one[i] * a) + (two[i] * b) + (three[i] * c) + (four[i] * d);
        for (int i = target.Length * Vector512<double>.Count; i < vector.Length; i++)
            vector[i] -= (first[i] * a) + (second[i] * b) + (third[i] * c) + (fourth[i] * d);
    }

    [MethodImpl(Compiled.Alone)]
    private static void TakeAway(double[] vector, double[] earlier)
    {
        double factor = Dot(vector, earlier);
        for (int i = 0; i < vector.Length; i++)
            vector[i] -= factor * earlier[i];
    }

    // The same sums at every width: eight of them side by side, twice.
    [MethodImpl(Compiled.Alone)]
    private static double Dot(double[] left, double[] right)
    {
        ReadOnlySpan<Vector512<double>> one = MemoryMarshal.Cast<double, Vector512<double>>(left), two = MemoryMarshal.Cast<double, Vector512<double>>(right);
        Vector512<double> even = default, odd = default;
        int i = 0;
        for (; i + 1 < one.Length && i + 1 < two.Length; i += 2)
        {
            even += one[i] * two[i];
            odd += one[i + 1] * two[i + 1];
        }

        return Sum(even + odd, left, right, i * Vector512<double>.Count);
    }

    // Those of two others, which read the numbers of the left one once.
    [MethodImpl(Compiled.Alone)]
    private static (double First, double Second) Dots(double[] left, double[] first, double[] second)
    {
        ReadOnlySpan<Vector512<double>> one = MemoryMarshal.Cast<double, Vector512<double>>(left);
        ReadOnlySpan<Vector512<double>> two = MemoryMarshal.Cast<double, Vector512<double>>(first), three = MemoryMarshal.Cast<double, Vector512<double>>(second);
        Vector512<double> even = default, odd = default, even2 = default, odd2 = default;
        int i = 0;
        for (; i + 1 < one.Length && i + 1 < two.Length && i + 1 < three.Length; i += 2)
        {
            Vector512<double> x = one[i], y = one[i + 1];
            even += x * two[i];
            odd += y * two[i + 1];
            even2 += x * three[i];
            odd2 += y * three[i + 1];
        }

        int rest = i * Vector512<double>.Count;
        return (Sum(even + odd, left, first, rest), Sum(even2 + odd2, left, second, rest));
    }

    // With what is left from a place on.
    private static double Sum(Vector512<double> sums, double[] left, double[] right, int rest)
    {
        double sum = 0;
        for (int place = rest; place < left.Length; place++)
            sum += left[place] * right[place];
        for (int lane = 0; lane < Vector512<double>.Count; lane++)
            sum += sums[lane];
        return sum;
    }
}
