using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The product.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PairProduct : IPairOperation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IPairOperation.Forward<TV>(TV first, TV second) => first * second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IPairOperation.BackFirst<TV>(TV gradient, TV first, TV second) => gradient * second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IPairOperation.BackSecond<TV>(TV gradient, TV first, TV second) => gradient * first;
}
