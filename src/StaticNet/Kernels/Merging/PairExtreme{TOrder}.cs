using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The number that comes first in an order: the larger or the smaller. The first where both are the same; NaN where either is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PairExtreme<TOrder> : IPairOperation
    where TOrder : struct, IPairOrder
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IPairOperation.Forward<TV>(TV first, TV second) => TV.Select(IsSecond(first, second), second, first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IPairOperation.BackFirst<TV>(TV gradient, TV first, TV second) => TV.Select(IsSecond(first, second), default, gradient);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IPairOperation.BackSecond<TV>(TV gradient, TV first, TV second) => TV.Select(IsSecond(first, second), gradient, default);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV IsSecond<TV>(TV first, TV second)
        where TV : unmanaged, ISimd<TV>
        => TOrder.IsBefore(second, first) | TV.IsEitherNaN(second, second);
}
