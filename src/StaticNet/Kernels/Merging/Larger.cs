using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The larger comes first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Larger : IPairOrder
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IPairOrder.IsBefore<TV>(TV first, TV second) => TV.GreaterThan(first, second);
}
