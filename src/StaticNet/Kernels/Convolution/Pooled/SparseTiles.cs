using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The gradients of a pooled convolution, visiting only sums that have one. Each of them has a whole window of the image and a whole
/// filter: vectors run along those, as many as registers hold at a time.
/// </summary>
internal static unsafe partial class SparseTiles
{
    private const int MaxInTile = 24;

    // A bit for each of 16 filters that has a gradient.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint NotZero<TV>(float* dz)
        where TV : unmanaged, ISimd<TV>
    {
        uint bits = 0;
        for (int f = 0; f < 16; f += TV.Count)
            bits |= TV.HighBits(TV.GreaterThan(SimdMath.Abs(TV.Load(dz + f)), default)) << f;
        return bits;
    }

    // Sums that stay in registers beside what they are made of.
    private static int MaxVectors<TV>()
        where TV : unmanaged, ISimd<TV>
        => TV.RowVectors == 16 ? MaxInTile : MaxInTile / 2;
}
