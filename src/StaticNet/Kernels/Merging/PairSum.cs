using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The sum.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PairSum : IPairOperation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IPairOperation.Forward<TV>(TV first, TV second) => first + second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IPairOperation.BackFirst<TV>(TV gradient, TV first, TV second) => gradient;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IPairOperation.BackSecond<TV>(TV gradient, TV first, TV second) => gradient;
}
