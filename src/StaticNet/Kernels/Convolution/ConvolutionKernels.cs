using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// The convolution y[p, q, f] = activation(b[f] + Σ x[s p + d i - top, s q + d j - left, c] · W[i, j, c, f]) and its derivatives, as
/// products whose left matrix is the image itself: a row of outputs at a time, each row of the window a run. Nothing is copied, but for
/// images whose windows reach over the edges, which are copied into larger ones of zeros.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ConvolutionKernels
{
    /// <summary>Copies each image into a larger one, with the zeros that its windows reach.</summary>
    public static void Pad<TShape>(float* x, float* padded, int rows)
        where TShape : struct, IConvolutionShape
        => CopyPadded(
            x, TShape.InputHeight, TShape.InputWidth * TShape.InputStride, padded, TShape.ImageHeight, Geometry<TShape>.Pitch,
            TShape.PaddingTop, TShape.PaddingLeft * TShape.InputStride, rows);

    /// <summary>y = activation(x * kernel + bias).</summary>
    /// <param name="x">The images, padded if need be.</param>
    /// <param name="kernel">The kernel.</param>
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

    /// <summary>y = activation(x * kernel), for a layer without bias.</summary>
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

    /// <summary>dkernel = Σ x dz over all places, for a part of the filters.</summary>
    /// <param name="x">The images of the whole batch, padded if need be.</param>
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
        int columns = last - first, together = ConvolutionSizes.RowsTogether(TShape.KernelHeight, TShape.KernelWidth, TShape.Channels, TShape.OutputStride);
        for (int i = 0; i < TShape.KernelHeight; i += together)
        {
            int windowRows = Math.Min(together, TShape.KernelHeight - i), rows = windowRows * TShape.KernelWidth * TShape.Channels;
            for (int r = 0; r < rows; r++)
                new Span<float>(block + ((nint)r * TShape.OutputStride) + first, columns).Clear();
            AddKernelGradients<TShape>(
                x + (i * TShape.DilationHeight * Geometry<TShape>.Pitch), dz + first, block + first, windowRows, columns, batch);
            sink.Consume(
                block + first, TShape.OutputStride, offset + (i * Geometry<TShape>.KernelRowFloats) + first, TShape.OutputStride, rows, columns);
        }
    }

    // A few samples, or some rows of the pixels of one, are multiplied with all those rows of the window while they are in the cache.
    private static void AddKernelGradients<TShape>(float* x, float* dz, float* block, int windowRows, int columns, int batch)
        where TShape : struct, IConvolutionShape
    {
        // The part of a kernel for one row of the window at a time; of windows with gaps between pixels, that for one pixel.
        int runs = Geometry<TShape>.RowsAreRuns ? 1 : TShape.KernelWidth, length = TShape.KernelWidth * TShape.Channels / runs;
        int samples = ConvolutionSizes.CachedSamples(Geometry<TShape>.ImageFloats, Geometry<TShape>.OutputFloats);
        int maxRows = ConvolutionSizes.CachedRows(Geometry<TShape>.ImageFloats, Geometry<TShape>.OutputFloats, TShape.OutputHeight, TShape.OutputWidth);
        int cuts = (TShape.OutputHeight + maxRows - 1) / maxRows;
        for (int sample = 0; sample < batch; sample += samples)
        {
            int count = Math.Min(samples, batch - sample);
            for (int cut = 0, row = 0, height; cut < cuts; cut++, row += height)
            {
                height = (TShape.OutputHeight - row) / (cuts - cut);
                float* image = x + ((nint)sample * Geometry<TShape>.ImageFloats) + (row * TShape.StrideHeight * Geometry<TShape>.Pitch);
                float* gradient = dz + ((nint)sample * Geometry<TShape>.OutputFloats) + (row * TShape.OutputWidth * TShape.OutputStride);
                for (int run = 0; run < windowRows * runs; run++)
                {
                    float* from = image + (run / runs * TShape.DilationHeight * Geometry<TShape>.Pitch) + (run % runs * TShape.DilationWidth * TShape.InputStride);
                    AddKernelGradient<TShape>(from, gradient, block + ((nint)run * length * TShape.OutputStride), length, columns, count, height);
                }
            }
        }
    }

    /// <summary>dbias = Σ dz over all places, for a part of the filters.</summary>
    /// <inheritdoc cref="UpdateKernel"/>
    public static void UpdateBias<TShape>(float* dz, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IConvolutionShape
        => DenseKernels.UpdateBias(dz, TShape.OutputStride, sink, offset, batch * TShape.OutputHeight * TShape.OutputWidth, part, parts);

    /// <summary>
    /// Flips a part of the kernel's filters for <see cref="BackwardInput"/>: of each class of pixels, rows and columns of the window
    /// backwards, with filters for rows and channels for columns.
    /// </summary>
    public static void Flip<TShape>(float* kernel, float* flipped, int part, int parts)
        where TShape : struct, IConvolutionShape
    {
        (int first, int last) = Part.Of(TShape.Filters, part, parts);
        float* result = flipped;
        for (int row = 0; row < TShape.StrideHeight; row++)
        {
            for (int column = 0; column < TShape.StrideWidth; column++)
            {
                var pixels = PixelClass.Of<TShape>(row, column);
                for (int t = 0; t < pixels.Height; t++)
                {
                    for (int u = 0; u < pixels.Width; u++, result += TShape.Filters * TShape.InputStride)
                    {
                        int i = row + (TShape.StrideHeight * (pixels.Height - 1 - t)), j = column + (TShape.StrideWidth * (pixels.Width - 1 - u));
                        float* source = kernel + ((((nint)i * TShape.KernelWidth) + j) * TShape.Channels * TShape.OutputStride);
                        Transpose.Run(
                            source + first, TShape.OutputStride, result + ((nint)first * TShape.InputStride), TShape.InputStride,
                            TShape.Channels, last - first);
                    }
                }
            }
        }
    }

    /// <summary>dx = (dz convolved with the flipped kernel) ∘ activation'(x).</summary>
    /// <param name="dz">The gradients by the sums.</param>
    /// <param name="padded">Scratch memory for those of one sample, padded with zeros.</param>
    /// <param name="flipped">The flipped kernel.</param>
    /// <param name="x">The layer's input.</param>
    /// <param name="dx">Where the result goes, laid out as the input.</param>
    /// <param name="rows">The number of samples.</param>
    public static void BackwardInput<TShape, TInputActivation>(
        float* dz, float* padded, float* flipped, float* x, float* dx, int rows)
        where TShape : struct, IConvolutionShape
        where TInputActivation : struct, IActivation
        => ConvolveBack<TShape, TimesDerivative<TInputActivation>>(dz, padded, flipped, dx, rows, new(x));

    /// <summary>Pads the gradient of one sample's output with the zeros that windows reach.</summary>
    internal static void PadGradient<TShape>(float* dz, float* padded)
        where TShape : struct, IConvolutionShape
        => CopyPadded(
            dz, TShape.OutputHeight, TShape.OutputWidth * TShape.OutputStride, padded, Geometry<TShape>.GradientHeight,
            Geometry<TShape>.GradientPitch, Geometry<TShape>.GradientTop, Geometry<TShape>.GradientLeft * TShape.OutputStride, 1);

    /// <summary>
    /// result += Σ image · gradient over all places of whole samples, or of some rows of one: the rows of a kernel's gradient for a run of the
    /// window's numbers.
    /// </summary>
    internal static void AddKernelGradient<TShape>(float* image, float* gradient, float* result, int rows, int columns, int samples, int height)
        where TShape : struct, IConvolutionShape
    {
        Steps steps = Geometry<TShape>.IsPointwise
            ? new Steps(samples * height * TShape.OutputWidth)
            : new Steps(
                samples, height, TShape.OutputWidth,
                (TShape.StrideHeight * Geometry<TShape>.Pitch) - (TShape.OutputWidth * TShape.StrideWidth * TShape.InputStride),
                Geometry<TShape>.ImageFloats - (height * TShape.StrideHeight * Geometry<TShape>.Pitch));
        Product.Run<KernelGradientShape<TShape>, AddTo>(image, gradient, result, rows, columns, steps, new(result));
    }

    internal static void Convolve<TShape, TEpilogue>(float* x, float* kernel, float* y, int rows, TEpilogue epilogue)
        where TShape : struct, IConvolutionShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        if (Geometry<TShape>.IsPointwise)
        {
            var pixels = new RowsOfProduct<ForwardShape<TShape>, TEpilogue>(
                x, kernel, y, rows * TShape.OutputHeight * TShape.OutputWidth, TShape.OutputStride, TShape.Channels, epilogue);
            if (Crew.IsWorthSharing((long)TShape.Channels * TShape.OutputStride * TShape.OutputWidth, rows * TShape.OutputHeight)) Crew.Run(pixels);
            else pixels.Do(0, 1);
            return;
        }

        Steps steps = Window(
            TShape.KernelHeight, TShape.KernelWidth, TShape.Channels, TShape.InputStride, Geometry<TShape>.Pitch, TShape.DilationHeight, TShape.DilationWidth);
        var lines = new LinesOfImages<TShape, TEpilogue>(x, kernel, y, rows * TShape.OutputHeight, steps, epilogue);
        if (Crew.IsWorthSharing(Geometry<TShape>.KernelRowFloats * (long)TShape.KernelHeight * TShape.OutputWidth, rows * TShape.OutputHeight)) Crew.Run(lines);
        else lines.Do(0, 1);
    }

    internal static void ConvolveBack<TShape, TEpilogue>(float* dz, float* padded, float* flipped, float* dx, int rows, TEpilogue epilogue)
        where TShape : struct, IConvolutionShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        if (Geometry<TShape>.IsPointwise)
        {
            Product.Run<InputGradientShape<TShape>, TEpilogue>(
                dz, flipped, dx, rows * TShape.InputHeight * TShape.InputWidth, TShape.InputStride, new(TShape.Filters), epilogue);
            return;
        }

        nint element = 0;
        for (int row = 0; row < rows; row++, dz += Geometry<TShape>.OutputFloats, element += Geometry<TShape>.InputFloats)
        {
            PadGradient<TShape>(dz, padded);
            float* kernel = flipped;
            for (int rowClass = 0; rowClass < TShape.StrideHeight; rowClass++)
            {
                for (int columnClass = 0; columnClass < TShape.StrideWidth; columnClass++)
                    kernel += ConvolveBack<TShape, TEpilogue>(padded, kernel, dx, element, rowClass, columnClass, epilogue);
            }
        }
    }

    /// <summary>The pixels of one class; returns the floats of its kernel.</summary>
    private static nint ConvolveBack<TShape, TEpilogue>(
        float* padded, float* kernel, float* dx, nint image, int rowClass, int columnClass, TEpilogue epilogue)
        where TShape : struct, IConvolutionShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        var pixels = PixelClass.Of<TShape>(rowClass, columnClass);
        Steps steps = Window(
            pixels.Height, pixels.Width, TShape.Filters, TShape.OutputStride, Geometry<TShape>.GradientPitch, TShape.DilationHeight, TShape.DilationWidth);
        int distance = TShape.DilationHeight, left = pixels.Left + Geometry<TShape>.GradientLeft;
        for (int i = 0; i < pixels.Rows && pixels.Columns > 0; i++)
        {
            // Rows of the window that lie on nothing but zeros are left out.
            int top = pixels.Top + i;
            int first = top < 0 ? Math.Min(pixels.Height, (distance - 1 - top) / distance) : 0;
            int last = Math.Min(pixels.Height, (TShape.OutputHeight - top + distance - 1) / distance);
            int row = pixels.Row + (i * TShape.StrideHeight), from = top + Geometry<TShape>.GradientTop + (first * distance);
            nint element = image + ((((nint)row * TShape.InputWidth) + pixels.Column) * TShape.InputStride);
            Product.Run<InputGradientShape<TShape>, TEpilogue>(
                padded + ((nint)from * Geometry<TShape>.GradientPitch) + ((nint)left * TShape.OutputStride),
                kernel + ((nint)first * pixels.Width * TShape.Filters * TShape.InputStride), dx + element, pixels.Columns, TShape.InputStride,
                steps with { Bundles = Math.Max(0, last - first) }, epilogue.At(0, element));
        }

        return (nint)pixels.Height * pixels.Width * TShape.Filters * TShape.InputStride;
    }

    /// <summary>The numbers that a window covers: a run for each of its rows where those lie without gaps, else one for each pixel.</summary>
    internal static Steps Window(int height, int width, int channels, int stride, int pitch, int dilationHeight, int dilationWidth)
        => dilationWidth == 1 && stride == channels
            ? new Steps(height, 1, width * channels, 0, (dilationHeight * pitch) - (width * channels))
            : new Steps(height, width, channels, (dilationWidth * stride) - channels, (dilationHeight * pitch) - (width * dilationWidth * stride));

    /// <summary>Copies images, whose rows have so many floats, into larger ones of zeros.</summary>
    private static void CopyPadded(float* source, int height, int length, float* target, int targetHeight, int pitch, int top, int left, int count)
    {
        int kept = Math.Min(height, targetHeight - top), row = Math.Min(length, pitch - left);
        for (int image = 0; image < count; image++, source += (nint)height * length, target += (nint)targetHeight * pitch)
        {
            float* at = target + ((nint)top * pitch) + left;
            new Span<float>(target, (int)(at - target)).Clear();
            for (int r = 0; r < kept; r++, at += pitch)
            {
                new ReadOnlySpan<float>(source + ((nint)r * length), row).CopyTo(new Span<float>(at, row));
                bool last = r == kept - 1;
                new Span<float>(at + row, last ? (int)(target + ((nint)targetHeight * pitch) - at) - row : pitch - row).Clear();
            }
        }
    }

    /// <summary>Rows of outputs, of one image and the next, which threads may share out.</summary>
    private readonly struct LinesOfImages<TShape, TEpilogue>(float* x, float* kernel, float* y, int lines, Steps steps, TEpilogue epilogue) : IParts
        where TShape : struct, IConvolutionShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        public void Do(int part, int parts)
        {
            int first = (int)((long)lines * part / parts), last = (int)((long)lines * (part + 1) / parts);
            (int image, int p) = Math.DivRem(first, TShape.OutputHeight);
            float* from = x + ((nint)image * Geometry<TShape>.ImageFloats);
            nint element = (nint)first * TShape.OutputWidth * TShape.OutputStride;
            for (int line = first; line < last; line++, element += TShape.OutputWidth * TShape.OutputStride)
            {
                Product.Run<ForwardShape<TShape>, TEpilogue>(
                    from + (p * TShape.StrideHeight * Geometry<TShape>.Pitch), kernel, y + element, TShape.OutputWidth, TShape.OutputStride, steps,
                    epilogue.At(0, element));
                if (++p < TShape.OutputHeight)
                    continue;
                p = 0;
                from += Geometry<TShape>.ImageFloats;
            }
        }
    }

    internal readonly struct ForwardShape<TShape> : IProductShape
        where TShape : struct, IConvolutionShape
    {
        public static int LeftRow => TShape.StrideWidth * TShape.InputStride;

        public static int LeftStep => 1;

        public static int RightRow => TShape.OutputStride;

        public static int ResultRow => TShape.OutputStride;
    }

    private readonly struct KernelGradientShape<TShape> : IProductShape
        where TShape : struct, IConvolutionShape
    {
        public static int LeftRow => 1;

        public static int LeftStep => TShape.StrideWidth * TShape.InputStride;

        public static int RightRow => TShape.OutputStride;

        public static int ResultRow => TShape.OutputStride;
    }

    internal readonly struct InputGradientShape<TShape> : IProductShape
        where TShape : struct, IConvolutionShape
    {
        public static int LeftRow => TShape.OutputStride;

        public static int LeftStep => 1;

        public static int RightRow => TShape.InputStride;

        public static int ResultRow => TShape.StrideWidth * TShape.InputStride;
    }
}
