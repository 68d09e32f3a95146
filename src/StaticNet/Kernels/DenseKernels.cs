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
    /// <summary>y = activation(x · kernel + bias).</summary>
    public static void Forward<TShape, TActivation>(
        Pointer<float> x, Pointer<float> kernel, Pointer<float> bias, Pointer<float> y, int rows)
        where TShape : struct, IDenseShape
        where TActivation : struct, IActivation
    {
        if (TActivation.IsCheap)
        {
            Multiply<ForwardShape<TShape>, BiasAndActivation<TActivation>>(x, kernel, y, rows, TShape.Inputs, new(bias));
        }
        else
        {
            Multiply<ForwardShape<TShape>, BiasAndActivation<Linear>>(x, kernel, y, rows, TShape.Inputs, new(bias));
            ActivationKernels.Forward<TActivation>(y, y, rows * TShape.UnitStride);
        }
    }

    /// <summary>y = activation(x · kernel), for a layer without bias.</summary>
    public static void Forward<TShape, TActivation>(Pointer<float> x, Pointer<float> kernel, Pointer<float> y, int rows)
        where TShape : struct, IDenseShape
        where TActivation : struct, IActivation
    {
        if (TActivation.IsCheap)
        {
            Multiply<ForwardShape<TShape>, ActivationOnly<TActivation>>(x, kernel, y, rows, TShape.Inputs, default);
        }
        else
        {
            Multiply<ForwardShape<TShape>, ActivationOnly<Linear>>(x, kernel, y, rows, TShape.Inputs, default);
            ActivationKernels.Forward<TActivation>(y, y, rows * TShape.UnitStride);
        }
    }

    /// <summary>dKernel = xᵀ · dz.</summary>
    public static void BackwardKernel<TShape>(Pointer<float> x, Pointer<float> dz, Pointer<float> dKernel, int rows)
        where TShape : struct, IDenseShape
        => Multiply<KernelGradientShape<TShape>, ActivationOnly<Linear>>(x, dz, dKernel, TShape.Inputs, rows, default);

    /// <summary>dBias = Σ dz over the rows.</summary>
    public static void BackwardBias<TShape>(Pointer<float> dz, Pointer<float> dBias, int rows)
        where TShape : struct, IDenseShape
    {
        if (Simd.Is512) SumRows<Simd512, TShape>(dz, dBias, rows);
        else if (Simd.Is256) SumRows<Simd256, TShape>(dz, dBias, rows);
        else SumRows<Simd128, TShape>(dz, dBias, rows);
    }

    /// <summary>
    /// dx = (dz · kernelᵀ) ∘ activation'(x): the gradient by the sums of the layer before, whose fused activation made x.
    /// </summary>
    /// <param name="dz">The gradient by this layer's sums.</param>
    /// <param name="kernel">This layer's kernel.</param>
    /// <param name="transposed">Work space of <see cref="IDenseShape.Units"/> rows of <see cref="IDenseShape.InputStride"/> floats.</param>
    /// <param name="x">This layer's input.</param>
    /// <param name="dx">Where the result goes, laid out as the input.</param>
    /// <param name="rows">The number of samples.</param>
    public static void BackwardInput<TShape, TInputActivation>(
        Pointer<float> dz, Pointer<float> kernel, Pointer<float> transposed, Pointer<float> x, Pointer<float> dx, int rows)
        where TShape : struct, IDenseShape
        where TInputActivation : struct, IActivation
    {
        Transpose.Run(kernel, TShape.UnitStride, transposed, TShape.InputStride, TShape.Inputs, TShape.Units);
        Multiply<InputGradientShape<TShape>, TimesDerivative<TInputActivation>>(dz, transposed, dx, rows, TShape.Units, new(x));
    }

    private static void Multiply<TShape, TEpilogue>(float* left, float* right, float* result, int rows, int steps, TEpilogue epilogue)
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        if (Simd.Is512) Product.Run<Simd512, TShape, TEpilogue>(left, right, result, rows, steps, epilogue);
        else if (Simd.Is256) Product.Run<Simd256, TShape, TEpilogue>(left, right, result, rows, steps, epilogue);
        else Product.Run<Simd128, TShape, TEpilogue>(left, right, result, rows, steps, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumRows<TV, TShape>(float* dz, float* dBias, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IDenseShape
    {
        for (int column = 0; column < TShape.UnitStride; column += TV.Count)
        {
            TV sum = default;
            for (int row = 0; row < rows; row++)
                sum += TV.Load(dz + ((nint)row * TShape.UnitStride) + column);
            sum.Store(dBias + column);
        }
    }

    private readonly struct ForwardShape<TShape> : IProductShape
        where TShape : struct, IDenseShape
    {
        public static int LeftRow => TShape.InputStride;

        public static int LeftStep => 1;

        public static int RightRow => TShape.UnitStride;

        public static int Columns => TShape.UnitStride;
    }

    private readonly struct KernelGradientShape<TShape> : IProductShape
        where TShape : struct, IDenseShape
    {
        public static int LeftRow => 1;

        public static int LeftStep => TShape.InputStride;

        public static int RightRow => TShape.UnitStride;

        public static int Columns => TShape.UnitStride;
    }

    private readonly struct InputGradientShape<TShape> : IProductShape
        where TShape : struct, IDenseShape
    {
        public static int LeftRow => TShape.UnitStride;

        public static int LeftStep => 1;

        public static int RightRow => TShape.InputStride;

        public static int Columns => TShape.InputStride;
    }
}
