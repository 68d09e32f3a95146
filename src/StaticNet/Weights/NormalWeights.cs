using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet;

/// <summary>
/// Draws normal weights as Keras does: within two deviations, divided by the deviation that the cut leaves. They are those that
/// <see cref="RandomSource.NextNormal"/> draws, but for those beyond. How many numbers of the source that takes shows only when it is done; each attempt
/// takes two. Threads make attempts of their own, and what these come to is put one behind the other.
/// </summary>
internal sealed class NormalWeights : IParts
{
    // Attempts of a thread at a time, and those that go through one operation before the next.
    private const int Attempts = 32 * 1024, Chunk = 512;

    private const double Operations = 50;

    private static readonly RandomJump _overAttempts = new(RandomSource.NumbersForNormal * Attempts);

    private readonly double _deviation;
    private readonly RandomSource[] _sources;
    private readonly float[][] _drawn;
    private readonly int[] _counts;

    private NormalWeights(double deviation, int threads)
    {
        _deviation = deviation;
        _sources = new RandomSource[threads];
        _drawn = [.. Enumerable.Range(0, threads).Select(_ => new float[Attempts])];
        _counts = new int[threads];
    }

    /// <summary>Draws all of them; their bits do not depend on the number of threads.</summary>
    public static void Draw(Span<float> values, RandomSource source, double deviation)
    {
        int threads = Workers.ThreadsFor(Math.Min(Environment.ProcessorCount, values.Length / Attempts), Operations * values.Length);
        var work = new NormalWeights(deviation, threads);
        while (values.Length > 0)
        {
            foreach (ref RandomSource of in work._sources.AsSpan())
            {
                of = source;
                if (threads > 1)
                    source.Skip(_overAttempts);
            }

            Workers.Run(work, threads);
            if (threads == 1)
                source = work._sources[0];
            for (int part = 0; part < threads; part++)
            {
                Span<float> drawn = work._drawn[part].AsSpan(0, Math.Min(work._counts[part], values.Length));
                drawn.CopyTo(values);
                values = values[drawn.Length..];
            }
        }
    }

    /// <inheritdoc/>
    void IParts.Do(int part, int parts)
    {
        RandomSource source = _sources[part];
        Span<float> drawn = _drawn[part];
        for (int attempt = 0; attempt < Attempts; attempt += Chunk)
            drawn = drawn[Draw(drawn, ref source, _deviation)..];
        _sources[part] = source;
        _counts[part] = Attempts - drawn.Length;
    }

    // An operation on all attempts before the next: nothing then waits for a logarithm, or for whether an attempt succeeds.
    [MethodImpl(Compiled.Alone)]
    [SkipLocalsInit]
    private static int Draw(Span<float> values, ref RandomSource from, double deviation)
    {
        Span<double> xs = stackalloc double[Chunk], rs = stackalloc double[Chunk], logarithms = stackalloc double[Chunk];
        RandomSource source = from;
        int inside = 0;
        for (int attempt = 0; attempt < Chunk; attempt++)
        {
            double x = (2 * source.NextDouble()) - 1, y = (2 * source.NextDouble()) - 1, r = (x * x) + (y * y);
            xs[inside] = x;
            rs[inside] = r;
            inside += r > 0 & r < 1 ? 1 : 0;
        }

        from = source;
        for (int i = 0; i < inside; i++)
            logarithms[i] = Math.Log(rs[i]);
        Span<Vector<double>> xVectors = MemoryMarshal.Cast<double, Vector<double>>(xs), rVectors = MemoryMarshal.Cast<double, Vector<double>>(rs);
        Span<Vector<double>> lVectors = MemoryMarshal.Cast<double, Vector<double>>(logarithms);
        var minusTwo = new Vector<double>(-2);
        for (int i = 0; i < xVectors.Length && i * Vector<double>.Count < inside; i++)
            xVectors[i] *= Vector.SquareRoot(minusTwo * lVectors[i] / rVectors[i]);
        int count = 0;
        for (int i = 0; i < inside; i++)
        {
            values[count] = (float)(xs[i] / 0.87962566103423978 * deviation);
            count += Math.Abs(xs[i]) <= 2 ? 1 : 0;
        }

        return count;
    }
}
