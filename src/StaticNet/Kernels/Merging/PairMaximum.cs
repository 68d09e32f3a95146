using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The larger.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PairMaximum : IPairOperation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IPairOperation.Forward<TV>(TV first, TV second) => TV.Select(IsSecond(first, second), second, first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IPairOperation.BackFirst<TV>(TV gradient, TV first, TV second) => TV.Select(IsSecond(first, second), default, gradient);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IPairOperation.BackSecond<TV>(TV gradient, TV first, TV second) => TV.Select(IsSecond(first, second), gradient, default);

    // The first where both are the same; NaN where either is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV IsSecond<TV>(TV first, TV second)
        where TV : unmanaged, ISimd<TV>
        => TV.GreaterThan(second, first) | TV.IsEitherNaN(second, second);
}
