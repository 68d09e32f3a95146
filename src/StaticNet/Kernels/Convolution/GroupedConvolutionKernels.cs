using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The convolution whose channels and filters fall into groups, and its derivatives: a convolution for each block of groups, over the
/// block's channels alone.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class GroupedConvolutionKernels
{
    /// <summary>y = activation(x * kernel + bias).</summary>
    /// <param name="x">The images, padded if need be.</param>
    /// <param name="arranged">The kernel, arranged in blocks; where a block is a group the kernel itself.</param>
    /// <param name="bias">The bias.</param>
    /// <param name="y">Where the result goes.</param>
    /// <param name="rows">The number of samples.</param>
    public static void Forward<TShape, TActivation>(
        float* x, float* arranged, float* bias, float* y, int rows)
        where TShape : struct, IGroupedConvolutionShape
        where TActivation : struct, IActivation
    {
        if (TActivation.IsCheap)
            Convolve<TShape, BiasAndActivation<TActivation>>(x, arranged, y, rows, new(bias));
        else
            Convolve<TShape, BiasAndActivation<Linear>>(x, arranged, y, rows, new(bias));
        if (!TActivation.IsCheap)
            ActivationKernels.Forward<TActivation>(y, y, rows * Geometry<TShape>.OutputFloats);
    }

    /// <summary>y = activation(x * kernel), for a layer without bias.</summary>
    /// <inheritdoc cref="Forward{TShape, TActivation}(float*, float*, float*, float*, int)"/>
    public static void Forward<TShape, TActivation>(float* x, float* arranged, float* y, int rows)
        where TShape : struct, IGroupedConvolutionShape
        where TActivation : struct, IActivation
    {
        if (TActivation.IsCheap)
            Convolve<TShape, ActivationOnly<TActivation>>(x, arranged, y, rows, default);
        else
            Convolve<TShape, ActivationOnly<Linear>>(x, arranged, y, rows, default);
        if (!TActivation.IsCheap)
            ActivationKernels.Forward<TActivation>(y, y, rows * Geometry<TShape>.OutputFloats);
    }

    /// <summary>
    /// Arranges a part of the kernel's filters in blocks for the forward pass: for each place of the window the channels of a block down and
    /// all filters across, with zeros between different groups.
    /// </summary>
    public static void Arrange<TShape>(float* kernel, float* arranged, int part, int parts)
        where TShape : struct, IGroupedConvolutionShape
    {
        (int first, int last) = Part.Of(TShape.OutputStride, part, parts);
        int channels = Groups<TShape>.Channels, height = channels * TShape.FilterBlock, stride = TShape.OutputStride;
        for (int tap = 0; tap < TShape.KernelHeight * TShape.KernelWidth; tap++)
        {
            float* from = kernel + ((nint)tap * channels * stride), to = arranged + ((nint)tap * height * stride);
            for (int c = 0; c < height; c++)
                new Span<float>(to + ((nint)c * stride) + first, last - first).Clear();
            for (int filter = first; filter < Math.Min(last, TShape.Filters);)
            {
                (int row, int count) = Groups<TShape>.At(filter, last);
                for (int c = 0; c < channels; c++)
                {
                    new ReadOnlySpan<float>(from + ((nint)c * stride) + filter, count)
                        .CopyTo(new Span<float>(to + ((nint)(row + c) * stride) + filter, count));
                }

                filter += count;
            }
        }
    }

    /// <summary>
    /// Flips a part of the kernel's filters for <see cref="BackwardInput"/>: of each class of pixels, rows and columns of the window
    /// backwards, the filters of a block down and all channels across, with zeros between different groups.
    /// </summary>
    public static void Flip<TShape>(float* kernel, float* flipped, int part, int parts)
        where TShape : struct, IGroupedConvolutionShape
    {
        (int first, int last) = Part.Of(TShape.Filters, part, parts);
        float* result = flipped;
        for (int rowClass = 0; rowClass < TShape.StrideHeight; rowClass++)
        {
            for (int columnClass = 0; columnClass < TShape.StrideWidth; columnClass++)
            {
                PixelClass pixels = PixelClass.Of<TShape>(rowClass, columnClass);
                for (int t = pixels.Height - 1; t >= 0; t--)
                {
                    for (int u = pixels.Width - 1; u >= 0; u--, result += Groups<TShape>.BlockFilters * TShape.InputStride)
                    {
                        int tap = ((rowClass + (TShape.StrideHeight * t)) * TShape.KernelWidth) + columnClass + (TShape.StrideWidth * u);
                        FlipTap<TShape>(kernel + ((nint)tap * Groups<TShape>.Channels * TShape.OutputStride), result, first, last);
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
        where TShape : struct, IGroupedConvolutionShape
        where TInputActivation : struct, IActivation
    {
        for (int row = 0; row < rows; row++)
        {
            ConvolutionKernels.PadGradient<TShape>(dz + ((nint)row * Geometry<TShape>.OutputFloats), padded);
            float* kernel = flipped;
            nint image = (nint)row * Geometry<TShape>.InputFloats;
            for (int rowClass = 0; rowClass < TShape.StrideHeight; rowClass++)
            {
                for (int columnClass = 0; columnClass < TShape.StrideWidth; columnClass++)
                {
                    PixelClass pixels = PixelClass.Of<TShape>(rowClass, columnClass);
                    ConvolveBack<TShape, TimesDerivative<TInputActivation>>(padded, kernel, dx, image, pixels, new(x));
                    kernel += pixels.Height * pixels.Width * Groups<TShape>.BlockFilters * TShape.InputStride;
                }
            }
        }
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
        where TShape : struct, IGroupedConvolutionShape
    {
        (int first, int last) = Part.Of(TShape.OutputStride, part, parts);
        if (first == last)
            return;
        int stride = TShape.OutputStride, channels = Groups<TShape>.Channels;
        int height = channels * TShape.FilterBlock, rows = TShape.KernelWidth * channels;
        int samples = ConvolutionSizes.CachedSamples(Geometry<TShape>.ImageFloats, Geometry<TShape>.OutputFloats);
        float* block = sink.Scratch(part), own = block + GroupedConvolutionSizes.OwnAt(TShape.KernelWidth, channels, TShape.FilterBlock, stride);
        for (int i = 0; i < TShape.KernelHeight; i++)
        {
            for (int r = 0; r < TShape.KernelWidth * height; r++)
                new Span<float>(block + ((nint)r * stride) + first, last - first).Clear();
            for (int sample = 0; sample < batch; sample += samples)
            {
                for (int filter = first, end; filter < last; filter = end)
                {
                    int index = filter / Groups<TShape>.BlockColumns;
                    end = Math.Min(last, (index + 1) * Groups<TShape>.BlockColumns);
                    float* image = x + ((nint)sample * Geometry<TShape>.ImageFloats) + (index * height);
                    float* above = image + (i * TShape.DilationHeight * Geometry<TShape>.Pitch);
                    float* gradient = dz + ((nint)sample * Geometry<TShape>.OutputFloats) + filter;
                    for (int j = 0; j < TShape.KernelWidth; j++)
                    {
                        ConvolutionKernels.AddKernelGradient<TShape>(
                            above + (j * TShape.DilationWidth * TShape.InputStride), gradient, block + ((nint)j * height * stride) + filter, height,
                            end - filter, Math.Min(samples, batch - sample), TShape.OutputHeight);
                    }
                }
            }

            if (TShape.FilterBlock > 1)
                CopyOwn<TShape>(block, own, first, last);
            sink.Consume(own + first, stride, offset + (i * rows * stride) + first, stride, rows, last - first);
        }
    }

    private static void Convolve<TShape, TEpilogue>(float* x, float* arranged, float* y, int rows, TEpilogue epilogue)
        where TShape : struct, IGroupedConvolutionShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        int channels = Groups<TShape>.Channels * TShape.FilterBlock, columns = Groups<TShape>.BlockColumns;
        Steps steps = ConvolutionKernels.Window(
            TShape.KernelHeight, TShape.KernelWidth, channels, TShape.InputStride, Geometry<TShape>.Pitch, TShape.DilationHeight,
            TShape.DilationWidth);
        nint element = 0;
        for (int row = 0; row < rows; row++, x += Geometry<TShape>.ImageFloats)
        {
            for (int p = 0; p < TShape.OutputHeight; p++, element += TShape.OutputWidth * TShape.OutputStride)
            {
                float* windows = x + ((nint)p * TShape.StrideHeight * Geometry<TShape>.Pitch);
                for (int block = 0; block < TShape.Groups / TShape.FilterBlock; block++)
                {
                    int filter = block * columns;
                    Product.Run<ConvolutionKernels.ForwardShape<TShape>, TEpilogue>(
                        windows + (block * channels), arranged + filter, y + element + filter, TShape.OutputWidth, columns, steps,
                        epilogue.At(filter, element + filter));
                }
            }
        }
    }

    private static void ConvolveBack<TShape, TEpilogue>(
        float* padded, float* flipped, float* dx, nint image, in PixelClass pixels, TEpilogue epilogue)
        where TShape : struct, IGroupedConvolutionShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        if (pixels.Columns == 0)
            return;
        int filters = Groups<TShape>.BlockFilters, columns = Groups<TShape>.BackColumns;
        Steps steps = ConvolutionKernels.Window(
            pixels.Height, pixels.Width, filters, TShape.OutputStride, Geometry<TShape>.GradientPitch, TShape.DilationHeight, TShape.DilationWidth);
        for (int r = 0; r < pixels.Rows; r++)
        {
            float* windows = padded + ((nint)(pixels.Top + Geometry<TShape>.GradientTop + r) * Geometry<TShape>.GradientPitch)
                + ((nint)(pixels.Left + Geometry<TShape>.GradientLeft) * TShape.OutputStride);
            int row = pixels.Row + (r * TShape.StrideHeight);
            nint element = image + ((((nint)row * TShape.InputWidth) + pixels.Column) * TShape.InputStride);
            for (int block = 0; block < TShape.Groups / TShape.ChannelBlock; block++)
            {
                int channel = block * columns;
                Product.Run<ConvolutionKernels.InputGradientShape<TShape>, TEpilogue>(
                    windows + (block * filters), flipped + channel, dx + element + channel, pixels.Columns, columns, steps,
                    epilogue.At(channel, element + channel));
            }
        }
    }

    // What lies at one place of the window: channels down in the kernel, filters down in the result.
    private static void FlipTap<TShape>(float* kernel, float* result, int first, int last)
        where TShape : struct, IGroupedConvolutionShape
    {
        int columns = Groups<TShape>.BackColumns;
        for (int filter = first; filter < last; filter++)
        {
            int block = filter / Groups<TShape>.BlockFilters, channel = filter / Groups<TShape>.Filters * Groups<TShape>.Channels;
            float* row = result + ((nint)(filter % Groups<TShape>.BlockFilters) * TShape.InputStride);
            new Span<float>(row + (block * columns), columns).Clear();
            for (int c = 0; c < Groups<TShape>.Channels; c++)
                row[channel + c] = kernel[((nint)c * TShape.OutputStride) + filter];
        }
    }

    // Of the gradient of whole blocks, what belongs to filters and channels of one group.
    private static void CopyOwn<TShape>(float* block, float* own, int first, int last)
        where TShape : struct, IGroupedConvolutionShape
    {
        int stride = TShape.OutputStride, channels = Groups<TShape>.Channels, height = channels * TShape.FilterBlock;
        for (int j = 0; j < TShape.KernelWidth; j++)
        {
            for (int c = 0; c < channels; c++)
            {
                float* to = own + (((nint)j * channels) + c) * stride;
                new Span<float>(to + first, last - first).Clear();
                for (int filter = first; filter < Math.Min(last, TShape.Filters);)
                {
                    (int row, int count) = Groups<TShape>.At(filter, last);
                    float* from = block + ((((nint)j * height) + row + c) * stride) + filter;
                    new ReadOnlySpan<float>(from, count).CopyTo(new Span<float>(to + filter, count));
                    filter += count;
                }
            }
        }
    }

    /// <summary>What follows from the sizes.</summary>
    private static class Groups<TShape>
        where TShape : struct, IGroupedConvolutionShape
    {
        /// <summary>Channels of a group.</summary>
        public static int Channels
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => TShape.Channels / TShape.Groups;
        }

        /// <summary>Filters of a group.</summary>
        public static int Filters
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => TShape.Filters / TShape.Groups;
        }

        /// <summary>Filters of a block in the forward pass, with the padding of the last.</summary>
        public static int BlockColumns
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => TShape.FilterBlock == TShape.Groups ? TShape.OutputStride : Filters * TShape.FilterBlock;
        }

        /// <summary>Filters of a block in the backward pass.</summary>
        public static int BlockFilters
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => Filters * TShape.ChannelBlock;
        }

        /// <summary>Channels of a block in the backward pass, with the padding of the last.</summary>
        public static int BackColumns
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => TShape.ChannelBlock == TShape.Groups ? TShape.InputStride : Channels * TShape.ChannelBlock;
        }

        /// <summary>Where in a block the channels of a filter begin, and how many filters from it on have the same.</summary>
        public static (int Row, int Count) At(int filter, int last)
        {
            int group = filter / Filters;
            return (group % TShape.FilterBlock * Channels, Math.Min(last, (group + 1) * Filters) - filter);
        }
    }
}
