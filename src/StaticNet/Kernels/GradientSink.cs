using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// What becomes of a block of gradients: the optimizer takes its step on the weights while the block is in the cache, or, where the
/// gradients themselves are wanted, it stays in their buffer.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct GradientSink
{
    private readonly Optimizer? _optimizer;
    private readonly float* _memory;
    private readonly int _roomPerPart;

    /// <summary>Gradients stay in a buffer laid out as the parameters.</summary>
    internal GradientSink(AlignedBuffer gradients) => _memory = gradients.Start;

    /// <summary>Gradients are used up at once; the scratch has room for a block of each part.</summary>
    internal GradientSink(Optimizer optimizer, AlignedBuffer scratch, int roomPerPart)
    {
        _optimizer = optimizer;
        _memory = scratch.Start;
        _roomPerPart = roomPerPart;
    }

    /// <summary>Where a part is to write the gradients of the parameters from this offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal float* Room(int offset, int part) => _memory + (_optimizer is null ? offset : part * _roomPerPart);

    /// <summary>Takes what was written there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Take(float* block, int offset, int count) => _optimizer?.Update(block, offset, count);
}
