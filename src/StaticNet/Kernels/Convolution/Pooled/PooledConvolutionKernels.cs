using System.ComponentModel;
using System.Runtime.CompilerServices;
using static StaticNet.Kernels.PooledConvolutionSizes;

namespace StaticNet.Kernels;

/// <summary>
/// A convolution whose sums are pooled, the largest of each 2x2 cell, as one layer. Its gradient is sparse: of the four sums of a cell one
/// has a gradient, none where the activation is dead. The backward pass visits those alone.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class PooledConvolutionKernels
{
    /// <summary>y = activation(largest of each cell of (x * kernel + bias)).</summary>
    /// <param name="x">The images, padded if need be.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="bias">The bias.</param>
    /// <param name="y">Where the result goes.</param>
    /// <param name="choices">Where it is saved which of its four sums each result comes from.</param>
    /// <param name="rows">The number of samples.</param>
    public static void Forward<TShape, TActivation>(
        float* x, float* kernel, float* bias, float* y, byte* choices, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
        => Pool<TShape, TActivation>(x, kernel, bias, y, choices, rows);

    /// <summary>The same without saving choices.</summary>
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

    /// <summary>The same without bias and without saving choices.</summary>
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
                transposed + ((nint)first * PooledGeometry<TShape>.WindowFloats) + (window * TShape.InputStride), PooledGeometry<TShape>.WindowFloats,
                TShape.Channels, last - first);
        }
    }

    /// <summary>dx = dz, from the places that the choices tell, convolved with the flipped kernel, ∘ activation'(x).</summary>
    /// <param name="dz">The gradients by the pooled sums.</param>
    /// <param name="choices">Which of its four sums each came from.</param>
    /// <param name="padded">Scratch memory for the gradient of one padded image.</param>
    /// <param name="transposed">The transposed kernel.</param>
    /// <param name="x">The layer's input.</param>
    /// <param name="dx">Where the result goes, laid out as the input.</param>
    /// <param name="rows">The number of samples.</param>
    public static void BackwardInput<TShape, TInputActivation>(
        float* dz, byte* choices, float* padded, float* transposed, float* x, float* dx, int rows)
        where TShape : struct, IConvolutionShape
        where TInputActivation : struct, IActivation
        => SparseTiles.BackwardInput<TShape, TInputActivation>(dz, choices, padded, transposed, x, dx, rows);

    /// <summary>dkernel = Σ x dz over the places that the choices tell, for a part of the filters.</summary>
    /// <param name="x">The images of the whole batch, padded if need be.</param>
    /// <param name="dz">The gradients by the pooled sums.</param>
    /// <param name="choices">Which of its four sums each came from.</param>
    /// <param name="sink">Where the gradient goes.</param>
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
                PooledGradientTile.Run<TShape>(x, dz, choices, filter, block, batch);
                sink.Consume(block, 16, offset + filter, TShape.OutputStride, PooledGeometry<TShape>.KernelRows, 16);
            }

            return;
        }

        for (int filter = first; filter < last; filter += FiltersInBlock)
        {
            // Vectors run along a filter's window. The sums are those of a transposed kernel.
            int filters = Math.Min(FiltersInBlock, last - filter);
            float* transposed = block + TransposedAt(PooledGeometry<TShape>.WindowFloats), lists = block + ListsAt(PooledGeometry<TShape>.WindowFloats);
            SparseTiles.KernelGradient<TShape>(x, dz, choices, filter, filters, block, lists, batch);
            Kernels.Transpose.Run(block, PooledGeometry<TShape>.WindowFloats, transposed, filters, filters, PooledGeometry<TShape>.WindowFloats);
            for (int window = 0; window < TShape.KernelHeight * TShape.KernelWidth; window++)
            {
                sink.Consume(
                    transposed + ((nint)window * TShape.InputStride * filters), filters, offset + (window * TShape.Channels * TShape.OutputStride) + filter,
                    TShape.OutputStride, TShape.Channels, filters);
            }
        }
    }

    /// <summary>dbias = Σ dz over all cells, for a part of the filters.</summary>
    public static void UpdateBias<TShape>(float* dz, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IConvolutionShape
        => DenseKernels.UpdateBias(dz, TShape.OutputStride, sink, offset, batch * PooledGeometry<TShape>.Cells, part, parts);

    private static void Pool<TShape, TActivation>(float* x, float* kernel, float* bias, float* y, byte* choices, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        PoolTiles<TShape, TActivation>(x, kernel, bias, y, choices, rows);
        if (!TActivation.IsCheap)
            ActivationKernels.Forward<TActivation>(y, y, rows * PooledGeometry<TShape>.Cells * TShape.OutputStride);
    }

    [EveryWidth]
    private static void PoolTiles<TV, TShape, TActivation>(float* x, float* kernel, float* bias, float* y, byte* choices, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        var lines = new LinesOfCells<TV, TShape, TActivation>(x, kernel, bias, y, choices, rows * PooledGeometry<TShape>.Height);
        if (Crew.IsWorthSharing(2 * TShape.OutputWidth * (long)TShape.KernelHeight * Geometry<TShape>.KernelRowFloats, rows * PooledGeometry<TShape>.Height)) Crew.Run(lines);
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
            (int image, int p) = Math.DivRem(first, PooledGeometry<TShape>.Height);
            float* from = x + ((nint)image * Geometry<TShape>.ImageFloats);
            nint element = (nint)first * PooledGeometry<TShape>.Width * TShape.OutputStride;
            for (int line = first; line < last; line++, element += PooledGeometry<TShape>.Width * TShape.OutputStride)
            {
                PooledTile.Row<TV, TShape, TActivation>(
                    from + (RowsInCell * p * TShape.StrideHeight * Geometry<TShape>.Pitch), kernel, bias, y + element, choices is null ? null : choices + element);
                if (++p < PooledGeometry<TShape>.Height)
                    continue;
                p = 0;
                from += Geometry<TShape>.ImageFloats;
            }
        }
    }
}
