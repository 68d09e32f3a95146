using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The dense layer y = activation(x · W + b) and its derivatives. With z the sums and dz the gradient of the loss by them:
/// dW = xᵀ · dz, db = Σ dz over the rows, dx = dz · Wᵀ. Rows of x, y and W are apart by the strides of the shape.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class DenseKernels
{
    /// <summary>Rows of a batch that stay in the first cache while those of a kernel's gradient pass over them.</summary>
    private const int RowsAtATime = 128;

    /// <summary>y = activation(x · kernel + bias).</summary>
    public static void Forward<TShape, TActivation>(
        float* x, float* kernel, float* bias, float* y, int rows)
        where TShape : struct, IDenseShape
        where TActivation : struct, IActivation
    {
        if (TShape.Units == 1) ForwardSingle<TShape, TActivation>(x, kernel, *bias, y, rows);
        else if (TActivation.IsCheap) Product.Run<ForwardShape<TShape>, BiasAndActivation<TActivation>>(x, kernel, y, rows, TShape.UnitStride, new(TShape.Inputs), new(bias));
        else ForwardAndMap<TShape, TActivation, BiasAndActivation<Linear>>(x, kernel, y, rows, new(bias));
    }

    /// <summary>y = activation(x · kernel), for a layer without bias.</summary>
    public static void Forward<TShape, TActivation>(float* x, float* kernel, float* y, int rows)
        where TShape : struct, IDenseShape
        where TActivation : struct, IActivation
    {
        if (TShape.Units == 1) ForwardSingle<TShape, TActivation>(x, kernel, 0, y, rows);
        else if (TActivation.IsCheap) Product.Run<ForwardShape<TShape>, ActivationOnly<TActivation>>(x, kernel, y, rows, TShape.UnitStride, new(TShape.Inputs), default);
        else ForwardAndMap<TShape, TActivation, ActivationOnly<Linear>>(x, kernel, y, rows, default);
    }

    /// <summary>
    /// dkernel = xᵀ · dz for a part of the kernel's rows, a few rows at a time: each block goes to the sink while it is in the cache.
    /// </summary>
    /// <param name="x">The inputs of the whole batch.</param>
    /// <param name="dz">The gradients by the sums of the whole batch.</param>
    /// <param name="sink">What becomes of the gradient.</param>
    /// <param name="offset">Where the kernel begins among the parameters.</param>
    /// <param name="batch">The number of samples.</param>
    /// <param name="part">Which part.</param>
    /// <param name="parts">Of how many.</param>
    public static void UpdateKernel<TShape>(
        float* x, float* dz, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IDenseShape
    {
        (int first, int last) = Part.Of(TShape.Inputs, part, parts);
        if (TShape.Units == 1)
        {
            UpdateSingle<TShape>(x, dz, sink, offset, batch, first, last, part);
            return;
        }

        for (int row = first; row < last; row += Layout.TileRows)
        {
            int rows = Math.Min(Layout.TileRows, last - row), start = offset + (row * TShape.UnitStride);
            float* block = sink.Room(start, part);
            Product.Run<KernelGradientShape<TShape>, ActivationOnly<Linear>>(x + row, dz, block, rows, TShape.UnitStride, new(batch), default);
            sink.Take(block, start, rows * TShape.UnitStride);
        }
    }

    /// <summary>
    /// The same where samples have so many rows that those of a batch do not stay in the cache: they pass a few at a time over as much of the
    /// gradient as does.
    /// </summary>
    /// <inheritdoc cref="UpdateKernel"/>
    public static void UpdateKernelOfRows<TShape>(
        float* x, float* dz, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IDenseShape
    {
        (int first, int last) = Part.Of(TShape.Inputs, part, parts);
        int most = DenseRoom.RowsInBlock(TShape.UnitStride);
        for (int row = first; row < last; row += most)
        {
            int rows = Math.Min(most, last - row), start = offset + (row * TShape.UnitStride);
            float* block = sink.Room(start, part);
            new Span<float>(block, rows * TShape.UnitStride).Clear();
            for (int from = 0; from < batch; from += RowsAtATime)
            {
                Product.Run<KernelGradientShape<TShape>, AddTo>(
                    x + ((nint)from * TShape.InputStride) + row, dz + ((nint)from * TShape.UnitStride), block, rows, TShape.UnitStride,
                    new(Math.Min(RowsAtATime, batch - from)), new(block));
            }

            sink.Take(block, start, rows * TShape.UnitStride);
        }
    }

    /// <summary>dbias = Σ dz over the batch, for a part of the units.</summary>
    /// <inheritdoc cref="UpdateKernel"/>
    public static void UpdateBias<TShape>(float* dz, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IDenseShape
    {
        (int first, int last) = Part.Of(TShape.UnitStride, part, parts);
        float* block = sink.Room(offset + first, part);
        if (Simd.Is512) SumRows<Simd512, TShape>(dz + first, block, last - first, batch);
        else if (Simd.Is256) SumRows<Simd256, TShape>(dz + first, block, last - first, batch);
        else SumRows<Simd128, TShape>(dz + first, block, last - first, batch);
        sink.Take(block, offset + first, last - first);
    }

    /// <summary>
    /// dx = (dz · kernelᵀ) ∘ activation'(x): the gradient by the sums of the layer before, whose fused activation made x.
    /// </summary>
    /// <param name="dz">The gradient by this layer's sums.</param>
    /// <param name="transposed">This layer's kernel, transposed; of a single unit the kernel itself.</param>
    /// <param name="x">This layer's input.</param>
    /// <param name="dx">Where the result goes, laid out as the input.</param>
    /// <param name="rows">The number of samples.</param>
    public static void BackwardInput<TShape, TInputActivation>(
        float* dz, float* transposed, float* x, float* dx, int rows)
        where TShape : struct, IDenseShape
        where TInputActivation : struct, IActivation
    {
        if (TShape.Units > 1) Product.Run<InputGradientShape<TShape>, TimesDerivative<TInputActivation>>(dz, transposed, dx, rows, TShape.InputStride, new(TShape.Units), new(x));
        else if (Simd.Is512) SingleUnit.BackwardInput<Simd512, TShape, TInputActivation>(dz, transposed, x, dx, rows);
        else if (Simd.Is256) SingleUnit.BackwardInput<Simd256, TShape, TInputActivation>(dz, transposed, x, dx, rows);
        else SingleUnit.BackwardInput<Simd128, TShape, TInputActivation>(dz, transposed, x, dx, rows);
    }

    /// <summary>Copies a part of the kernel's rows into the columns of its transpose, whose rows are as far apart as the inputs'.</summary>
    public static void Transpose<TShape>(float* kernel, float* transposed, int part, int parts)
        where TShape : struct, IDenseShape
    {
        (int first, int last) = Part.Of(TShape.Inputs, part, parts);
        Kernels.Transpose.Run(
            kernel + ((nint)first * TShape.UnitStride), TShape.UnitStride, transposed + first, TShape.InputStride, last - first, TShape.Units);
    }

    private static void ForwardAndMap<TShape, TActivation, TEpilogue>(
        float* x, float* kernel, float* y, int rows, TEpilogue epilogue)
        where TShape : struct, IDenseShape
        where TActivation : struct, IActivation
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        Product.Run<ForwardShape<TShape>, TEpilogue>(x, kernel, y, rows, TShape.UnitStride, new(TShape.Inputs), epilogue);
        ActivationKernels.Forward<TActivation>(y, y, rows * TShape.UnitStride);
    }

    private static void ForwardSingle<TShape, TActivation>(float* x, float* kernel, float bias, float* y, int rows)
        where TShape : struct, IDenseShape
        where TActivation : struct, IActivation
    {
        if (Simd.Is512) SingleUnit.Forward<Simd512, TShape, TActivation>(x, kernel, bias, y, rows);
        else if (Simd.Is256) SingleUnit.Forward<Simd256, TShape, TActivation>(x, kernel, bias, y, rows);
        else SingleUnit.Forward<Simd128, TShape, TActivation>(x, kernel, bias, y, rows);
    }

    private static void UpdateSingle<TShape>(
        float* x, float* dz, GradientSink sink, int offset, int batch, int first, int last, int part)
        where TShape : struct, IDenseShape
    {
        int count = Layout.Align(last - first);
        float* block = sink.Room(offset + first, part);
        if (Simd.Is512) SingleUnit.BackwardKernel<Simd512, TShape>(x, dz, block, first, count, batch);
        else if (Simd.Is256) SingleUnit.BackwardKernel<Simd256, TShape>(x, dz, block, first, count, batch);
        else SingleUnit.BackwardKernel<Simd128, TShape>(x, dz, block, first, count, batch);
        sink.Take(block, offset + first, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumRows<TV, TShape>(float* dz, float* sums, int columns, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IDenseShape
    {
        int column = 0;

        // Four sums at a time, none of which waits for another.
        for (; column <= columns - (4 * TV.Count); column += 4 * TV.Count)
        {
            TV sum0 = default, sum1 = default, sum2 = default, sum3 = default;
            float* row = dz + column;
            for (int i = 0; i < rows; i++, row += TShape.UnitStride)
            {
                sum0 += TV.Load(row);
                sum1 += TV.Load(row + TV.Count);
                sum2 += TV.Load(row + (2 * TV.Count));
                sum3 += TV.Load(row + (3 * TV.Count));
            }

            sum0.Store(sums + column);
            sum1.Store(sums + column + TV.Count);
            sum2.Store(sums + column + (2 * TV.Count));
            sum3.Store(sums + column + (3 * TV.Count));
        }

        for (; column < columns; column += TV.Count)
        {
            TV sum = default;
            float* row = dz + column;
            for (int i = 0; i < rows; i++, row += TShape.UnitStride)
                sum += TV.Load(row);
            sum.Store(sums + column);
        }
    }

    private readonly struct ForwardShape<TShape> : IProductShape
        where TShape : struct, IDenseShape
    {
        public static int LeftRow => TShape.InputStride;

        public static int LeftStep => 1;

        public static int RightRow => TShape.UnitStride;

        public static int ResultRow => TShape.UnitStride;
    }

    private readonly struct KernelGradientShape<TShape> : IProductShape
        where TShape : struct, IDenseShape
    {
        public static int LeftRow => 1;

        public static int LeftStep => TShape.InputStride;

        public static int RightRow => TShape.UnitStride;

        public static int ResultRow => TShape.UnitStride;
    }

    private readonly struct InputGradientShape<TShape> : IProductShape
        where TShape : struct, IDenseShape
    {
        public static int LeftRow => TShape.UnitStride;

        public static int LeftStep => 1;

        public static int RightRow => TShape.InputStride;

        public static int ResultRow => TShape.InputStride;
    }
}
