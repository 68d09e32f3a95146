using System.ComponentModel;
using System.Runtime.CompilerServices;
using static StaticNet.Kernels.PooledConvolutionRoom;

namespace StaticNet.Kernels;

/// <summary>
/// A convolution whose sums are pooled, the largest of each 2x2 cell, as one layer. Its gradient is sparse: of the four sums of a cell one
/// has a gradient, none where the activation is dead. The way back visits those alone.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class PooledConvolutionKernels
{
    /// <summary>y = activation(largest of each cell of (x * kernel + bias)).</summary>
    /// <param name="x">The images, padded if need be.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="bias">The bias.</param>
    /// <param name="y">Where the result goes.</param>
    /// <param name="choices">Where it is noted which of its four sums each result comes from.</param>
    /// <param name="rows">The number of samples.</param>
    public static void Forward<TShape, TActivation>(
        float* x, float* kernel, float* bias, float* y, byte* choices, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
        => Pool<TShape, TActivation>(x, kernel, bias, y, choices, rows);

    /// <summary>The same without notes.</summary>
    /// <inheritdoc cref="Forward{TShape, TActivation}(float*, float*, float*, float*, byte*, int)"/>
    public static void Forward<TShape, TActivation>(
        float* x, float* kernel, float* bias, float* y, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
        => Pool<TShape, TActivation>(x, kernel, bias, y, null, rows);

    /// <summary>The same without bias.</summary>
    /// <inheritdoc cref="Forward{TShape, TActivation}(float*, float*, float*, float*, byte*, int)"/>
    public static void Forward<TShape, TActivation>(
        float* x, float* kernel, float* y, byte* choices, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
        => Pool<TShape, TActivation>(x, kernel, null, y, choices, rows);

    /// <summary>The same without bias and notes.</summary>
    /// <inheritdoc cref="Forward{TShape, TActivation}(float*, float*, float*, float*, byte*, int)"/>
    public static void Forward<TShape, TActivation>(float* x, float* kernel, float* y, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
        => Pool<TShape, TActivation>(x, kernel, null, y, null, rows);

    /// <summary>Transposes a part of the kernel's filters for <see cref="BackwardInput"/>: a filter a row, its pixels as far apart as the input's.</summary>
    public static void Transpose<TShape>(float* kernel, float* transposed, int part, int parts)
        where TShape : struct, IConvolutionShape
    {
        (int first, int last) = Part.Of(TShape.Filters, part, parts);
        for (int window = 0; window < TShape.KernelHeight * TShape.KernelWidth; window++)
        {
            Kernels.Transpose.Run(
                kernel + ((nint)window * TShape.Channels * TShape.OutputStride) + first, TShape.OutputStride,
                transposed + ((nint)first * Sparse<TShape>.WindowFloats) + (window * TShape.InputStride), Sparse<TShape>.WindowFloats,
                TShape.Channels, last - first);
        }
    }

    /// <summary>dx = dz, from the places that the choices tell, convolved with the kernel turned round, ∘ activation'(x).</summary>
    /// <param name="dz">The gradients by the pooled sums.</param>
    /// <param name="choices">Which of its four sums each came from.</param>
    /// <param name="laid">Room for the gradient of one padded image.</param>
    /// <param name="transposed">The transposed kernel.</param>
    /// <param name="x">The layer's input.</param>
    /// <param name="dx">Where the result goes, laid out as the input.</param>
    /// <param name="rows">The number of samples.</param>
    public static void BackwardInput<TShape, TInputActivation>(
        float* dz, byte* choices, float* laid, float* transposed, float* x, float* dx, int rows)
        where TShape : struct, IConvolutionShape
        where TInputActivation : struct, IActivation
        => SparseTiles.BackwardInput<TShape, TInputActivation>(dz, choices, laid, transposed, x, dx, rows);

    /// <summary>dkernel = Σ x dz over the places that the choices tell, for a part of the filters.</summary>
    /// <param name="x">The images of the whole batch, padded if need be.</param>
    /// <param name="dz">The gradients by the pooled sums.</param>
    /// <param name="choices">Which of its four sums each came from.</param>
    /// <param name="sink">What becomes of the gradient.</param>
    /// <param name="offset">Where the kernel begins among the parameters.</param>
    /// <param name="batch">The number of samples.</param>
    /// <param name="part">Which part.</param>
    /// <param name="parts">Of how many.</param>
    public static void UpdateKernel<TShape>(
        float* x, float* dz, byte* choices, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IConvolutionShape
    {
        (int first, int last) = Part.Of(TShape.OutputStride, part, parts);
        float* block = sink.Scratch(part);
        if (!RunsAlongWindow(TShape.InputStride))
        {
            // Few channels: vectors run along the filters.
            for (int filter = first; filter < last; filter += 16)
            {
                ChosenTile.Run<TShape>(x, dz, choices, filter, block, batch);
                sink.Take(block, 16, offset + filter, TShape.OutputStride, Sparse<TShape>.KernelRows, 16);
            }

            return;
        }

        for (int filter = first; filter < last; filter += FiltersInBlock)
        {
            // Vectors run along a filter's window. The sums are those of a transposed kernel.
            int filters = Math.Min(FiltersInBlock, last - filter);
            float* turned = block + TurnedAt(Sparse<TShape>.WindowFloats), lists = block + ListsAt(Sparse<TShape>.WindowFloats);
            SparseTiles.KernelGradient<TShape>(x, dz, choices, filter, filters, block, lists, batch);
            Kernels.Transpose.Run(block, Sparse<TShape>.WindowFloats, turned, filters, filters, Sparse<TShape>.WindowFloats);
            for (int window = 0; window < TShape.KernelHeight * TShape.KernelWidth; window++)
            {
                sink.Take(
                    turned + ((nint)window * TShape.InputStride * filters), filters, offset + (window * TShape.Channels * TShape.OutputStride) + filter,
                    TShape.OutputStride, TShape.Channels, filters);
            }
        }
    }

    /// <summary>dbias = Σ dz over all cells, for a part of the filters.</summary>
    public static void UpdateBias<TShape>(float* dz, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IConvolutionShape
        => DenseKernels.UpdateBias(dz, TShape.OutputStride, sink, offset, batch * Sparse<TShape>.Cells, part, parts);

    private static void Pool<TShape, TActivation>(float* x, float* kernel, float* bias, float* y, byte* choices, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        PoolTiles<TShape, TActivation>(x, kernel, bias, y, choices, rows);
        if (!TActivation.IsCheap)
            ActivationKernels.Forward<TActivation>(y, y, rows * Sparse<TShape>.Cells * TShape.OutputStride);
    }

    [EveryWidth]
    private static void PoolTiles<TV, TShape, TActivation>(float* x, float* kernel, float* bias, float* y, byte* choices, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        var lines = new LinesOfCells<TV, TShape, TActivation>(x, kernel, bias, y, choices, rows * Sparse<TShape>.Height);
        if (Crew.Shares(2 * TShape.OutputWidth * (long)TShape.KernelHeight * Geometry<TShape>.KernelRowFloats, rows * Sparse<TShape>.Height)) Crew.Run(lines);
        else lines.Do(0, 1);
    }

    /// <summary>Rows of cells, of one image and the next, which threads may share out.</summary>
    private readonly struct LinesOfCells<TV, TShape, TActivation>(float* x, float* kernel, float* bias, float* y, byte* choices, int lines) : IParts
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        [MethodImpl(Compiled.Alone)]
        public void Do(int part, int parts)
        {
            const int RowsInCell = 2;
            int first = (int)((long)lines * part / parts), last = (int)((long)lines * (part + 1) / parts);
            (int image, int p) = Math.DivRem(first, Sparse<TShape>.Height);
            float* from = x + ((nint)image * Geometry<TShape>.ImageFloats);
            nint element = (nint)first * Sparse<TShape>.Width * TShape.OutputStride;
            for (int line = first; line < last; line++, element += Sparse<TShape>.Width * TShape.OutputStride)
            {
                PooledTile.Row<TV, TShape, TActivation>(
                    from + (RowsInCell * p * TShape.StrideHeight * Geometry<TShape>.Pitch), kernel, bias, y + element, choices is null ? null : choices + element);
                if (++p < Sparse<TShape>.Height)
                    continue;
                p = 0;
                from += Geometry<TShape>.ImageFloats;
            }
        }
    }
}
