using System.Runtime.CompilerServices;
using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// Draws the weights of a parameter between two limits. Threads draw rows of their own, beginning where the numbers of those begin in the source's.
/// </summary>
internal sealed class UniformWeights : IParts
{
    private const double Operations = 8;

    // Rows of a matrix in panels that are best copied together.
    private const int Band = Layout.Vector;

    // Numbers that are drawn before they are copied, where rows are not longer.
    private const int Chunk = 4 * RandomRuns.Length;

    // Numbers that take longer one by one than it takes to compile what draws them in runs.
    private const int MinForRuns = 2 << 20;

    private readonly Parameter _parameter;
    private readonly AlignedBuffer _weights;
    private readonly RandomSource _source;
    private readonly double _limit;

    private UniformWeights(Parameter parameter, AlignedBuffer weights, RandomSource source, double limit)
        => (_parameter, _weights, _source, _limit) = (parameter, weights, source, limit);

    /// <summary>Draws all of them; their bits do not depend on the number of threads.</summary>
    public static void Draw(Parameter parameter, AlignedBuffer weights, RandomSource source, double limit)
    {
        if (parameter.Count < MinForRuns)
        {
            var values = new float[parameter.Count];
            DrawOneByOne(values, source, limit);
            parameter.CopyRows(weights.Span, values, 0, parameter.Rows);
            return;
        }

        int bands = Math.Max(1, parameter.Rows / Band);
        Workers.Run(
            new UniformWeights(parameter, weights, source, limit),
            Workers.ThreadsFor(Math.Min(Environment.ProcessorCount, bands), Operations * parameter.Count));
    }

    /// <inheritdoc/>
    void IParts.Do(int part, int parts)
    {
        (int first, int end) = Part.Of(_parameter.Rows, part, parts);
        int width = _parameter.Width;
        RandomSource source = _source;
        if (first > 0)
            source.Skip(new RandomJump((long)first * width));
        var numbers = new UniformNumbers(source, _limit);
        if (_parameter.IsRowMajor)
        {
            numbers.Draw(_parameter.RowMajor(_weights.Span, first, end));
            return;
        }

        int rows = Math.Min(end - first, Math.Max(Band, Chunk / width / Band * Band));
        var band = new float[rows * width];
        for (int row = first; row < end; row += rows)
        {
            Span<float> some = band.AsSpan(0, Math.Min(rows, end - row) * width);
            numbers.Draw(some);
            _parameter.CopyBand(_weights.Span, some, row, Math.Min(row + rows, end));
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void DrawOneByOne(Span<float> values, RandomSource source, double limit)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(((2 * source.NextDouble()) - 1) * limit);
    }
}
