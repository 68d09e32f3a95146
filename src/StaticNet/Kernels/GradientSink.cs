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
    private readonly float* _gradients;
    private readonly float* _scratch;
    private readonly int _roomPerPart;

    /// <summary>Gradients stay in a buffer laid out as the parameters.</summary>
    internal GradientSink(AlignedBuffer gradients, AlignedBuffer scratch, int roomPerPart)
    {
        _gradients = gradients.Start;
        _scratch = scratch.Start;
        _roomPerPart = roomPerPart;
    }

    /// <summary>Gradients are used up at once; the scratch has room for a block of each part.</summary>
    internal GradientSink(Optimizer optimizer, AlignedBuffer scratch, int roomPerPart)
    {
        _optimizer = optimizer;
        _scratch = scratch.Start;
        _roomPerPart = roomPerPart;
    }

    private GradientSink(float* gradients, float* scratch, int roomPerPart)
    {
        _gradients = gradients;
        _scratch = scratch;
        _roomPerPart = roomPerPart;
    }

    /// <summary>One that keeps gradients in another buffer laid out as the parameters, of which those at hand must be there.</summary>
    public GradientSink Keep(float* buffer) => new(buffer, _scratch, _roomPerPart);

    /// <summary>Whether weights change, or only their gradients are wanted.</summary>
    internal bool TakesStep => _optimizer is not null;

    /// <summary>Where a part is to write the gradients of the parameters from this offset on, laid out as those.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal float* Room(int offset, int part) => _optimizer is null ? _gradients + offset : Scratch(part);

    /// <summary>Takes what was written there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Take(float* block, int offset, int count) => _optimizer?.Update(block, offset, count);

    /// <summary>Takes gradients of rows of a table, which lie one behind the other; the rows of the table that are not named have none.</summary>
    /// <param name="block">The gradients.</param>
    /// <param name="table">The table's number.</param>
    /// <param name="offset">Its first parameter.</param>
    /// <param name="stride">The length of a row.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="count">How many.</param>
    internal void TakeRows(float* block, int table, int offset, int stride, int* rows, int count)
    {
        if (_optimizer is not null)
        {
            _optimizer.Update(table, block, rows, count);
            return;
        }

        for (int i = 0; i < count; i++, block += stride)
            new ReadOnlySpan<float>(block, stride).CopyTo(new Span<float>(_gradients + offset + ((nint)rows[i] * stride), stride));
    }

    /// <summary>Sets the gradients of rows of a table to 0, where gradients are kept, before those that have some are taken.</summary>
    internal void ClearRows(int offset, int stride, int first, int last)
    {
        if (_optimizer is null)
            new Span<float>(_gradients + offset + ((nint)first * stride), checked((last - first) * stride)).Clear();
    }

    /// <summary>Room of a part for what it likes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal float* Scratch(int part) => _scratch + ((nint)part * _roomPerPart);

    /// <summary>Takes rows of gradients from anywhere, for the parameters' rows from this offset on.</summary>
    internal void Take(float* block, int blockStride, int offset, int stride, int rows, int width)
    {
        if (_optimizer is not null && width == stride && width == blockStride)
        {
            _optimizer.Update(block, offset, rows * width);
            return;
        }

        for (int row = 0; row < rows; row++, block += blockStride, offset += stride)
        {
            if (_optimizer is null)
                new ReadOnlySpan<float>(block, width).CopyTo(new Span<float>(_gradients + offset, width));
            else
                _optimizer.Update(block, offset, width);
        }
    }
}
