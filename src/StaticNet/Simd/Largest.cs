using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The largest of numbers, NaN where one of them is, as Keras and PyTorch have it. The vector unit's own maximum loses a NaN that stands
/// on its left; where bits are all set, as in masks, they are NaN.
/// </summary>
internal static class Largest
{
    /// <summary>The larger of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Of<TV>(TV value, TV before)
        where TV : unmanaged, ISimd<TV>
        => TV.Max(value, before) | TV.IsEitherNaN(value, value);

    /// <summary>The largest of four, which the vector unit has found but for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV OfFour<TV>(TV found, TV a, TV b, TV c, TV d)
        where TV : unmanaged, ISimd<TV>
        => found | TV.IsEitherNaN(a, b) | TV.IsEitherNaN(c, d);
}
