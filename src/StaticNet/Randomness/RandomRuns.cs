using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// The numbers of a <see cref="RandomSource"/> in its order, drawn in eight runs at a time, each a lane of vectors. They are the same bits at every width.
/// </summary>
internal unsafe struct RandomRuns
{
    /// <summary>How many numbers are drawn at a time.</summary>
    public const int Length = Lanes * Run;

    private const int Lanes = 8;

    private const int Run = 2048;

    private static readonly RandomJump _toNextRun = new(Run);

    // Lanes have drawn their run when they jump over those of the others.
    private static readonly RandomJump _overOthers = new((Lanes - 1) * Run);

    private Vector512<ulong> _s0, _s1, _s2, _s3;

    /// <summary>Goes on where a source is.</summary>
    public RandomRuns(RandomSource source)
    {
        for (int lane = 0; lane < Lanes; lane++)
        {
            (ulong s0, ulong s1, ulong s2, ulong s3) = source.State;
            (_s0, _s1, _s2, _s3) = (_s0.WithElement(lane, s0), _s1.WithElement(lane, s1), _s2.WithElement(lane, s2), _s3.WithElement(lane, s3));
            source.Skip(_toNextRun);
        }
    }

    /// <summary>Draws <see cref="Length"/> numbers between -<paramref name="limit"/> and <paramref name="limit"/>.</summary>
    [SkipLocalsInit]
    public void Next(Span<float> values, double limit)
    {
        float* lanes = stackalloc float[Length];
        fixed (float* target = values[..Length])
        {
            Draw(lanes, limit);
            Transpose.Run(lanes, Lanes, target, Run, Run, Lanes);
        }

        Jump();
    }

    [MethodImpl(Compiled.Alone)]
    private void Draw(float* lanes, double limit)
    {
        (Vector512<ulong> s0, Vector512<ulong> s1, Vector512<ulong> s2, Vector512<ulong> s3) = (_s0, _s1, _s2, _s3);
        Vector512<double> factor = Vector512.Create(limit), scale = Vector512.Create(1.0 / (1ul << 53)), one = Vector512.Create(1.0);
        for (int step = 0; step < Run; step += 2, lanes += 2 * Lanes)
        {
            Vector512<double> first = Vector512.ConvertToDouble(Result(s1) >> 11) * scale;
            Step(ref s0, ref s1, ref s2, ref s3);
            Vector512<double> second = Vector512.ConvertToDouble(Result(s1) >> 11) * scale;
            Step(ref s0, ref s1, ref s2, ref s3);

            // In the order of what a source does one by one, so that each rounding is the same.
            Vector512.Narrow(((first + first) - one) * factor, ((second + second) - one) * factor).Store(lanes);
        }

        (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);
    }

    [MethodImpl(Compiled.Alone)]
    private void Jump()
    {
        RandomJump jump = _overOthers;
        (Vector512<ulong> s0, Vector512<ulong> s1, Vector512<ulong> s2, Vector512<ulong> s3) = (_s0, _s1, _s2, _s3);
        Vector512<ulong> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        for (int term = 0; term < RandomJump.Terms; term++)
        {
            Vector512<ulong> mask = Vector512.Create(jump.Mask(term));
            (sum0, sum1, sum2, sum3) = (sum0 ^ (s0 & mask), sum1 ^ (s1 & mask), sum2 ^ (s2 & mask), sum3 ^ (s3 & mask));
            Step(ref s0, ref s1, ref s2, ref s3);
        }

        (_s0, _s1, _s2, _s3) = (sum0, sum1, sum2, sum3);
    }

    // Times 5, turned by 7 bits, times 9.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Result(Vector512<ulong> s1)
    {
        Vector512<ulong> times5 = (s1 << 2) + s1, turned = (times5 << 7) | (times5 >> 57);
        return (turned << 3) + turned;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(ref Vector512<ulong> s0, ref Vector512<ulong> s1, ref Vector512<ulong> s2, ref Vector512<ulong> s3)
    {
        Vector512<ulong> t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = (s3 << 45) | (s3 >> 19);
    }
}
