using System.ComponentModel;
using System.Numerics.Tensors;
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
    private readonly int _scratchPerPart;

    // The gradients that other layers with the same weights have found, of how many layers, and how far apart those lie.
    private readonly float* _others;
    private readonly int _layers;
    private readonly int _distance;

    /// <summary>Gradients stay in a buffer laid out as the parameters.</summary>
    internal GradientSink(AlignedBuffer gradients, AlignedBuffer scratch, int scratchPerPart)
    {
        _gradients = gradients.Start;
        _scratch = scratch.Start;
        _scratchPerPart = scratchPerPart;
    }

    /// <summary>The optimizer uses gradients up at once; the scratch has room for a block of each part.</summary>
    internal GradientSink(Optimizer optimizer, AlignedBuffer scratch, int scratchPerPart)
    {
        _optimizer = optimizer;
        _scratch = scratch.Start;
        _scratchPerPart = scratchPerPart;
        UpdatesWeights = true;
    }

    private GradientSink(in GradientSink of, Optimizer? optimizer, float* gradients, float* others, int distance, int layers)
    {
        _optimizer = optimizer;
        _gradients = gradients;
        _scratch = of._scratch;
        _scratchPerPart = of._scratchPerPart;
        UpdatesWeights = of.UpdatesWeights;
        _others = others;
        _distance = distance;
        _layers = layers;
    }

    /// <summary>A sink that stores gradients in another buffer laid out as the parameters; it needs to have those that are consumed.</summary>
    public GradientSink Into(float* buffer) => new(this, null, buffer, null, 0, 0);

    /// <summary>
    /// A sink that adds gradients to those that other layers have stored, in their order, and consumes the sums. Each part must consume what it has
    /// stored of the others.
    /// </summary>
    /// <param name="others">The buffer of the first of those layers, which holds sums afterwards.</param>
    /// <param name="distance">From there to that of the next.</param>
    /// <param name="layers">How many they are.</param>
    public GradientSink Plus(float* others, int distance, int layers) => new(this, _optimizer, _gradients, others, distance, layers);

    /// <summary>Whether weights change, or only their gradients are wanted.</summary>
    internal bool UpdatesWeights { get; }

    /// <summary>Where a part is to write the gradients of the parameters from this offset on, laid out as those.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal float* BlockFor(int offset, int part) => _optimizer is null ? _gradients + offset : Scratch(part);

    /// <summary>Consumes the gradients that were written there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Consume(float* block, int offset, int count)
    {
        if (_others != null)
            AddOthers(block, offset, count);
        _optimizer?.Update(block, offset, count);
    }

    /// <summary>Consumes gradients of rows of a table, which lie one behind the other; rows that are not named have none.</summary>
    /// <param name="block">The gradients.</param>
    /// <param name="table">The table's number.</param>
    /// <param name="offset">Its first parameter.</param>
    /// <param name="stride">The length of a row.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="count">How many.</param>
    internal void ConsumeRows(float* block, int table, int offset, int stride, int* rows, int count)
    {
        if (_optimizer is not null)
        {
            _optimizer.Update(table, block, rows, count);
            return;
        }

        for (int i = 0; i < count; i++, block += stride)
            new ReadOnlySpan<float>(block, stride).CopyTo(new Span<float>(_gradients + offset + ((nint)rows[i] * stride), stride));
    }

    /// <summary>Sets the gradients of rows of a table to 0, where gradients are stored, before those of rows that have some are consumed.</summary>
    internal void ClearRows(int offset, int stride, int first, int last)
    {
        if (_optimizer is null)
            new Span<float>(_gradients + offset + ((nint)first * stride), checked((last - first) * stride)).Clear();
    }

    /// <summary>Scratch memory of a part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal float* Scratch(int part) => _scratch + ((nint)part * _scratchPerPart);

    /// <summary>Consumes rows of gradients from anywhere, for the parameters' rows from this offset on.</summary>
    internal void Consume(float* block, int blockStride, int offset, int stride, int rows, int width)
    {
        if (_optimizer is not null && width == stride && width == blockStride)
        {
            Consume(block, offset, rows * width);
            return;
        }

        for (int row = 0; row < rows; row++, block += blockStride, offset += stride)
        {
            Consume(block, offset, width);
            if (_optimizer is null)
                new ReadOnlySpan<float>(block, width).CopyTo(new Span<float>(_gradients + offset, width));
        }
    }

    private void AddOthers(float* block, int offset, int count)
    {
        var own = new Span<float>(block, count);
        var sum = new Span<float>(_others + offset, count);
        for (int layer = 1; layer < _layers; layer++)
            TensorPrimitives.Add(sum, new ReadOnlySpan<float>(_others + ((nint)layer * _distance) + offset, count), sum);
        TensorPrimitives.Add(sum, own, own);
    }
}
