using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The dense layer y = activation(x · W + b) and its derivatives. With z the sums and dz the gradient of the loss by them:
/// dW = xᵀ · dz, db = Σ dz over the rows, dx = dz · Wᵀ. Rows of x and y are apart by the strides of the shape. W lies in panels of 16 columns, one
/// behind the other, so that a product reads it from the first number to the last whatever its size.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class DenseKernels
{
    /// <summary>y = activation(x · kernel + bias).</summary>
    public static void Forward<TShape, TActivation>(
        float* x, float* kernel, float* bias, float* y, int rows)
        where TShape : struct, IDenseShape
        where TActivation : struct, IActivation
    {
        if (TShape.Units == 1) ForwardSingle<TShape, TActivation>(x, kernel, *bias, y, rows);
        else if (TActivation.IsCheap) Times<TShape, BiasAndActivation<TActivation>>(x, kernel, y, rows, new(bias));
        else ForwardAndMap<TShape, TActivation, BiasAndActivation<Linear>>(x, kernel, y, rows, new(bias));
    }

    /// <summary>y = activation(x · kernel), for a layer without bias.</summary>
    public static void Forward<TShape, TActivation>(float* x, float* kernel, float* y, int rows)
        where TShape : struct, IDenseShape
        where TActivation : struct, IActivation
    {
        if (TShape.Units == 1) ForwardSingle<TShape, TActivation>(x, kernel, 0, y, rows);
        else if (TActivation.IsCheap) Times<TShape, ActivationOnly<TActivation>>(x, kernel, y, rows, default);
        else ForwardAndMap<TShape, TActivation, ActivationOnly<Linear>>(x, kernel, y, rows, default);
    }

    /// <summary>
    /// dkernel = xᵀ · dz for a part of the kernel, a block at a time that stays in the cache while the rows of the batch pass over it; then it goes
    /// to the sink.
    /// </summary>
    /// <param name="x">The inputs of the whole batch.</param>
    /// <param name="dz">The gradients by the sums of the whole batch.</param>
    /// <param name="sink">Where the gradient goes.</param>
    /// <param name="offset">Where the kernel begins among the parameters.</param>
    /// <param name="batch">The number of rows.</param>
    /// <param name="part">Which part.</param>
    /// <param name="parts">Of how many.</param>
    public static void UpdateKernel<TShape>(
        float* x, float* dz, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IDenseShape
    {
        if (TShape.Units == 1)
        {
            (int from, int to) = Part.Of(TShape.Inputs, part, parts);
            UpdateSingle<TShape>(x, dz, sink, offset, batch, from, to, part);
            return;
        }

        float* scratch = sink.Scratch(part);
        (int place, int last) = DenseBlock.PlacesOf<TShape>(part, parts);
        DenseBlock before = default;
        while (place < last)
        {
            DenseBlock block = DenseBlock.Next<TShape>(ref place, last);
            DenseGradient<TShape>.Compute(x, dz, scratch, block, before, batch);
            before = block;
            sink.Consume(
                scratch, DenseGradient<TShape>.ResultPanel, offset + (int)block.Start(TShape.Inputs), TShape.Inputs * Layout.Vector, block.Panels,
                block.Rows * Layout.Vector);
        }
    }

    /// <summary>dbias = Σ dz over the batch, for a part of the units.</summary>
    /// <inheritdoc cref="UpdateKernel"/>
    public static void UpdateBias<TShape>(float* dz, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IDenseShape
        => UpdateBias(dz, TShape.UnitStride, sink, offset, batch, part, parts);

    /// <summary>The same of any rows of so many floats.</summary>
    internal static void UpdateBias(float* dz, int stride, GradientSink sink, int offset, int rows, int part, int parts)
    {
        (int first, int last) = Part.Of(stride, part, parts);
        float* block = sink.BlockFor(offset + first, part);
        SumRows(dz + first, stride, block, last - first, rows);
        sink.Consume(block, offset + first, last - first);
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
        if (TShape.InputStride > Part.Columns && Crew.IsWorthSharing(TShape.InputStride * (long)TShape.Units, rows)) Crew.Run(new ColumnsOfProduct<InputGradientShape<TShape>, TimesDerivative<TInputActivation>>(dz, transposed, dx, rows, TShape.InputStride, TShape.Units, new(x), isInBlocks: true));
        else if (TShape.Units > 1) Product.RunInBlocks<InputGradientShape<TShape>, TimesDerivative<TInputActivation>>(dz, transposed, dx, rows, TShape.InputStride, TShape.Units, new(x));
        else SingleUnit.BackwardInput<TShape, TInputActivation>(dz, transposed, x, dx, rows);
    }

    /// <summary>Copies the part of a kernel that <see cref="UpdateKernel"/> changes into its transpose, which lies in panels as well.</summary>
    public static void Transpose<TShape>(float* kernel, float* transposed, int part, int parts)
        where TShape : struct, IDenseShape
    {
        (int place, int last) = DenseBlock.PlacesOf<TShape>(part, parts);
        while (place < last)
            Transpose(kernel, transposed, TShape.Inputs, TShape.Units, DenseBlock.Next<TShape>(ref place, last));
    }

    /// <summary>Copies a block of a kernel.</summary>
    internal static void Transpose(float* kernel, float* transposed, int inputs, int units, DenseBlock block)
    {
        // Sixteen rows of a panel of the one are as many of the other.
        for (int i = block.Row; i < block.Row + block.Rows; i += Layout.Vector)
        {
            for (int u = block.Panel * Layout.Vector; u < Math.Min(units, (block.Panel + block.Panels) * Layout.Vector); u += Layout.Vector)
            {
                Kernels.Transpose.Run(
                    kernel + ((nint)u * inputs) + (i * Layout.Vector), Layout.Vector, transposed + ((nint)i * units) + (u * Layout.Vector), Layout.Vector,
                    Math.Min(Layout.Vector, inputs - i), Math.Min(Layout.Vector, units - u));
            }
        }
    }

    private static void ForwardAndMap<TShape, TActivation, TEpilogue>(
        float* x, float* kernel, float* y, int rows, TEpilogue epilogue)
        where TShape : struct, IDenseShape
        where TActivation : struct, IActivation
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        Times<TShape, TEpilogue>(x, kernel, y, rows, epilogue);
        ActivationKernels.Forward<TActivation>(y, y, rows * TShape.UnitStride);
    }

    // Products of few columns are computed in other ways, which keep the multipliers busy.
    private static void Times<TShape, TEpilogue>(float* x, float* kernel, float* y, int rows, TEpilogue epilogue)
        where TShape : struct, IDenseShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        if (TShape.UnitStride > Part.Columns && Crew.IsWorthSharing(TShape.Inputs * (long)TShape.UnitStride, rows)) Crew.Run(new ColumnsOfProduct<ForwardShape<TShape>, TEpilogue>(x, kernel, y, rows, TShape.UnitStride, TShape.Inputs, epilogue, isInBlocks: true));
        else if (TShape.UnitStride > Layout.Vector) Product.RunInBlocks<ForwardShape<TShape>, TEpilogue>(x, kernel, y, rows, TShape.UnitStride, TShape.Inputs, epilogue);
        else Product.Run<ForwardShape<TShape>, TEpilogue>(x, kernel, y, rows, TShape.UnitStride, new(TShape.Inputs), epilogue);
    }

    private static void ForwardSingle<TShape, TActivation>(float* x, float* kernel, float bias, float* y, int rows)
        where TShape : struct, IDenseShape
        where TActivation : struct, IActivation
        => SingleUnit.Forward<TShape, TActivation>(x, kernel, bias, y, rows);

    private static void UpdateSingle<TShape>(
        float* x, float* dz, GradientSink sink, int offset, int batch, int first, int last, int part)
        where TShape : struct, IDenseShape
    {
        int count = Layout.Align(last - first);
        float* block = sink.BlockFor(offset + first, part);
        SingleUnit.BackwardKernel<TShape>(x, dz, block, first, count, batch);
        sink.Consume(block, offset + first, count);
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void SumRows<TV>(float* dz, int stride, float* sums, int columns, int rows)
        where TV : unmanaged, ISimd<TV>
    {
        int column = 0;

        // Four sums at a time, none of which waits for another.
        for (; column <= columns - (4 * TV.Count); column += 4 * TV.Count)
        {
            TV sum0 = default, sum1 = default, sum2 = default, sum3 = default;
            float* row = dz + column;
            for (int i = 0; i < rows; i++, row += stride)
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
            for (int i = 0; i < rows; i++, row += stride)
                sum += TV.Load(row);
            sum.Store(sums + column);
        }
    }

    private readonly struct ForwardShape<TShape> : IProductShape
        where TShape : struct, IDenseShape
    {
        public static int LeftRow => TShape.InputStride;

        public static int LeftStep => 1;

        public static int RightRow => Layout.Vector;

        public static int RightPanel => TShape.Inputs * Layout.Vector;

        public static bool FetchesAhead => Product.FetchesAhead(TShape.Inputs, TShape.UnitStride);

        public static int ResultRow => TShape.UnitStride;
    }

    private readonly struct InputGradientShape<TShape> : IProductShape
        where TShape : struct, IDenseShape
    {
        public static int LeftRow => TShape.UnitStride;

        public static int LeftStep => 1;

        public static int RightRow => Layout.Vector;

        public static int RightPanel => TShape.Units * Layout.Vector;

        public static bool FetchesAhead => Product.FetchesAhead(TShape.Units, TShape.InputStride);

        public static int ResultRow => TShape.InputStride;
    }
}
