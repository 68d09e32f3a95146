using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The smaller comes first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Smaller : IPairOrder
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IPairOrder.IsBefore<TV>(TV first, TV second) => TV.GreaterThan(second, first);
}
