using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticNet;

/// <summary>
/// Random numbers that are the same on every machine and in every version of .NET: xoshiro256** (Blackman and Vigna 2018), its state
/// filled by SplitMix64.
/// </summary>
internal struct RandomSource(ulong seed)
{
    /// <summary>The numbers that each attempt at a normal one takes.</summary>
    public const int NumbersForNormal = 2;

    private ulong _s0 = SplitMix(ref seed), _s1 = SplitMix(ref seed), _s2 = SplitMix(ref seed), _s3 = SplitMix(ref seed);

    /// <summary>A number that depends on both, for streams of one seed that have nothing to do with each other.</summary>
    public static ulong Combine(ulong seed, ulong stream)
    {
        ulong state = seed ^ BitOperations.RotateLeft(stream * 0x9E3779B97F4A7C15, 31);
        return SplitMix(ref state);
    }

    /// <summary>Fills <paramref name="order"/> with 0, 1, 2 … in random order (Fisher and Yates).</summary>
    public static void Permute(Span<int> order, ulong seed)
    {
        var random = new RandomSource(seed);
        for (int i = 0; i < order.Length; i++)
        {
            int j = random.NextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    /// <summary>Uniform in [0, 1), with 53 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => (Next() >> 11) * (1.0 / (1ul << 53));

    /// <summary>Uniform in 0 to <paramref name="bound"/> - 1; the bias of the multiplication is below 2^-32.</summary>
    public int NextInt(int bound) => (int)(((UInt128)Next() * (ulong)bound) >> 64);

    /// <summary>Normal with mean 0 and deviation 1 (Marsaglia's polar method).</summary>
    public double NextNormal()
    {
        while (true)
        {
            double x = (2 * NextDouble()) - 1, y = (2 * NextDouble()) - 1, r = (x * x) + (y * y);
            if (r is > 0 and < 1)
                return x * Math.Sqrt(-2 * Math.Log(r) / r);
        }
    }

    /// <summary>What the next numbers come of.</summary>
    public readonly (ulong S0, ulong S1, ulong S2, ulong S3) State => (_s0, _s1, _s2, _s3);

    /// <summary>Goes on as if the numbers of a jump had been drawn.</summary>
    public void Skip(RandomJump jump)
    {
        ulong sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
        for (int term = 0; term < RandomJump.Terms; term++)
        {
            ulong mask = jump.Mask(term);
            sum0 ^= _s0 & mask;
            sum1 ^= _s1 & mask;
            sum2 ^= _s2 & mask;
            sum3 ^= _s3 & mask;
            Next();
        }

        (_s0, _s1, _s2, _s3) = (sum0, sum1, sum2, sum3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SplitMix(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
