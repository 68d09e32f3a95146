using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The convolution of each channel by itself, y[p, q, c] = activation(b[c] + Σ x[s p + d i - top, s q + d j - left, c] · W[i, j, c]), and
/// its derivatives. Input and output have as many channels, whose rows are whole vectors. Where windows reach over the edges there is
/// nothing to add: nothing is copied.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class DepthwiseKernels
{
    /// <summary>y = activation(x * kernel + bias), channel by channel.</summary>
    /// <param name="x">The images.</param>
    /// <param name="kernel">The kernel, a row for each place of the window.</param>
    /// <param name="bias">The bias.</param>
    /// <param name="y">Where the result goes.</param>
    /// <param name="rows">The number of samples.</param>
    public static void Forward<TShape, TActivation>(
        float* x, float* kernel, float* bias, float* y, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        if (TActivation.IsCheap)
            Convolve<TShape, BiasAndActivation<TActivation>>(x, kernel, y, rows, new(bias));
        else
            Convolve<TShape, BiasAndActivation<Linear>>(x, kernel, y, rows, new(bias));
        if (!TActivation.IsCheap)
            ActivationKernels.Forward<TActivation>(y, y, rows * Geometry<TShape>.OutputFloats);
    }

    /// <summary>y = activation(x * kernel), channel by channel, for a layer without bias.</summary>
    /// <inheritdoc cref="Forward{TShape, TActivation}(float*, float*, float*, float*, int)"/>
    public static void Forward<TShape, TActivation>(float* x, float* kernel, float* y, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        if (TActivation.IsCheap)
            Convolve<TShape, ActivationOnly<TActivation>>(x, kernel, y, rows, default);
        else
            Convolve<TShape, ActivationOnly<Linear>>(x, kernel, y, rows, default);
        if (!TActivation.IsCheap)
            ActivationKernels.Forward<TActivation>(y, y, rows * Geometry<TShape>.OutputFloats);
    }

    /// <summary>dx = (dz convolved with the kernel, read backwards) ∘ activation'(x).</summary>
    /// <param name="dz">The gradients by the sums.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="x">The layer's input.</param>
    /// <param name="dx">Where the result goes, laid out as the input.</param>
    /// <param name="rows">The number of samples.</param>
    public static void BackwardInput<TShape, TInputActivation>(
        float* dz, float* kernel, float* x, float* dx, int rows)
        where TShape : struct, IConvolutionShape
        where TInputActivation : struct, IActivation
        => ConvolveBack<TShape, TInputActivation>(dz, kernel, x, dx, rows);

    /// <summary>dkernel = Σ x dz over all places, for a part of the channels.</summary>
    /// <param name="x">The images of the whole batch.</param>
    /// <param name="dz">The gradients by the sums of the whole batch.</param>
    /// <param name="sink">Where the gradient goes.</param>
    /// <param name="offset">Where the kernel begins among the parameters.</param>
    /// <param name="batch">The number of samples.</param>
    /// <param name="part">Which part.</param>
    /// <param name="parts">Of how many.</param>
    public static void UpdateKernel<TShape>(
        float* x, float* dz, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IConvolutionShape
    {
        (int first, int last) = Part.Of(TShape.OutputStride, part, parts);
        if (first == last)
            return;
        float* block = sink.Scratch(part);
        DepthwiseWindows windows = Windows<TShape>();
        DepthwiseTaps.Run<TShape>(x, dz, block, first, last, windows, batch);
        sink.Consume(
            block + first, TShape.OutputStride, offset + first, TShape.OutputStride, TShape.KernelHeight * TShape.KernelWidth, last - first);
    }

    private static partial void Convolve<TShape, TEpilogue>(float* x, float* kernel, float* y, int rows, TEpilogue epilogue)
        where TShape : struct, IConvolutionShape
        where TEpilogue : struct, IEpilogue<TEpilogue>;

    [EveryWidth]
    private static void Convolve<TV, TShape, TEpilogue>(float* x, float* kernel, float* y, int rows, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        DepthwiseWindows windows = Windows<TShape>();
        for (int row = 0; row < rows; row++)
        {
            nint element = (nint)row * Geometry<TShape>.OutputFloats;
            DepthwiseTiles.Run<TV, ForwardPlane<TShape>, TEpilogue>(
                x + ((nint)row * Geometry<TShape>.InputFloats), kernel, TShape.KernelWidth * TShape.OutputStride, y + element,
                TShape.OutputWidth * TShape.OutputStride, windows, epilogue.At(0, element));
        }
    }

    [EveryWidth]
    private static void ConvolveBack<TV, TShape, TInputActivation>(float* dz, float* kernel, float* x, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TInputActivation : struct, IActivation
    {
        for (int row = 0; row < rows; row++)
        {
            for (int rowClass = 0; rowClass < TShape.StrideHeight; rowClass++)
            {
                for (int columnClass = 0; columnClass < TShape.StrideWidth; columnClass++)
                {
                    PixelClass pixels = PixelClass.Of<TShape>(rowClass, columnClass);
                    var windows = new DepthwiseWindows(
                        TShape.OutputHeight, TShape.OutputWidth, pixels.Rows, pixels.Columns, pixels.Height, pixels.Width, 1, 1,
                        TShape.DilationHeight, TShape.DilationWidth, -pixels.Top, -pixels.Left);
                    int lastTap = ((rowClass + (TShape.StrideHeight * (pixels.Height - 1))) * TShape.KernelWidth)
                        + columnClass + (TShape.StrideWidth * (pixels.Width - 1));
                    nint first = (((nint)pixels.Row * TShape.InputWidth) + pixels.Column) * TShape.InputStride;
                    DepthwiseTiles.Run<TV, BackwardPlane<TShape>, TimesDerivative<TInputActivation>>(
                        dz, kernel + ((nint)lastTap * TShape.OutputStride), -TShape.StrideHeight * TShape.KernelWidth * TShape.OutputStride,
                        dx + first, TShape.StrideHeight * TShape.InputWidth * TShape.InputStride, windows, new(x + first));
                }
            }

            dz += Geometry<TShape>.OutputFloats;
            x += Geometry<TShape>.InputFloats;
            dx += Geometry<TShape>.InputFloats;
        }
    }

    private static DepthwiseWindows Windows<TShape>()
        where TShape : struct, IConvolutionShape
        => new(
            TShape.InputHeight, TShape.InputWidth, TShape.OutputHeight, TShape.OutputWidth, TShape.KernelHeight, TShape.KernelWidth,
            TShape.StrideHeight, TShape.StrideWidth, TShape.DilationHeight, TShape.DilationWidth, TShape.PaddingTop, TShape.PaddingLeft);

    private readonly struct ForwardPlane<TShape> : IDepthwisePlane
        where TShape : struct, IConvolutionShape
    {
        public static int Stride => TShape.InputStride;

        public static int WindowStep
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => TShape.StrideWidth * TShape.InputStride;
        }

        public static int TapStep
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => TShape.DilationWidth * TShape.InputStride;
        }

        public static int KernelStep => TShape.OutputStride;

        public static int ResultStep => TShape.OutputStride;
    }

    private readonly struct BackwardPlane<TShape> : IDepthwisePlane
        where TShape : struct, IConvolutionShape
    {
        public static int Stride => TShape.OutputStride;

        public static int WindowStep => TShape.OutputStride;

        public static int TapStep
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => TShape.DilationWidth * TShape.OutputStride;
        }

        public static int KernelStep
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => -TShape.StrideWidth * TShape.OutputStride;
        }

        public static int ResultStep
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => TShape.StrideWidth * TShape.InputStride;
        }
    }
}
