using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// The transposed convolution. Its shape is that of the convolution that leads from its output back to its input: each pass is one of that
/// convolution's, with the roles of images and gradients exchanged. What the shape calls channels are thus this layer's filters, and the
/// other way round.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class TransposedConvolutionKernels
{
    /// <summary>y = activation(x scattered over windows by the kernel + bias).</summary>
    /// <param name="x">The images, in rows of whole vectors.</param>
    /// <param name="padded">Scratch memory for one image, padded with zeros.</param>
    /// <param name="flipped">The kernel, flipped by <see cref="ConvolutionKernels.Flip"/>.</param>
    /// <param name="bias">The bias.</param>
    /// <param name="y">Where the result goes.</param>
    /// <param name="rows">The number of samples.</param>
    public static void Forward<TShape, TActivation>(
        float* x, float* padded, float* flipped, float* bias, float* y, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        if (TActivation.IsCheap)
            ConvolutionKernels.ConvolveBack<TShape, BiasAndActivation<TActivation>>(x, padded, flipped, y, rows, new(bias));
        else
            ConvolutionKernels.ConvolveBack<TShape, BiasAndActivation<Linear>>(x, padded, flipped, y, rows, new(bias));
        if (!TActivation.IsCheap)
            ActivationKernels.Forward<TActivation>(y, y, rows * Geometry<TShape>.InputFloats);
    }

    /// <summary>The same for a layer without bias.</summary>
    /// <inheritdoc cref="Forward{TShape, TActivation}(float*, float*, float*, float*, float*, int)"/>
    public static void Forward<TShape, TActivation>(float* x, float* padded, float* flipped, float* y, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        if (TActivation.IsCheap)
            ConvolutionKernels.ConvolveBack<TShape, ActivationOnly<TActivation>>(x, padded, flipped, y, rows, default);
        else
            ConvolutionKernels.ConvolveBack<TShape, ActivationOnly<Linear>>(x, padded, flipped, y, rows, default);
        if (!TActivation.IsCheap)
            ActivationKernels.Forward<TActivation>(y, y, rows * Geometry<TShape>.InputFloats);
    }

    /// <summary>dx = (dz * kernel) ∘ activation'(x).</summary>
    /// <param name="dz">The gradients by the sums.</param>
    /// <param name="padded">Scratch memory for those of one sample, padded if need be.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="x">The layer's input.</param>
    /// <param name="dx">Where the result goes, laid out as the input.</param>
    /// <param name="rows">The number of samples.</param>
    public static void BackwardInput<TShape, TInputActivation>(
        float* dz, float* padded, float* kernel, float* x, float* dx, int rows)
        where TShape : struct, IConvolutionShape
        where TInputActivation : struct, IActivation
    {
        if (!Geometry<TShape>.IsPadded)
        {
            ConvolutionKernels.Convolve<TShape, TimesDerivative<TInputActivation>>(dz, kernel, dx, rows, new(x));
            return;
        }

        for (int row = 0; row < rows; row++)
        {
            nint element = (nint)row * Geometry<TShape>.OutputFloats;
            ConvolutionKernels.Pad<TShape>(dz + ((nint)row * Geometry<TShape>.InputFloats), padded, 1);
            ConvolutionKernels.Convolve<TShape, TimesDerivative<TInputActivation>>(padded, kernel, dx + element, 1, new(x + element));
        }
    }

    /// <summary>dkernel = Σ dz x over all places, for a part of the input's channels.</summary>
    /// <param name="x">The images of the whole batch, in rows of whole vectors.</param>
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
        int columns = last - first, rows = TShape.KernelWidth * TShape.Channels;
        float* block = sink.Scratch(part), padded = block + TransposedConvolutionSizes.PaddedAt(TShape.KernelWidth, TShape.Channels, TShape.OutputStride);
        int together = ConvolutionSizes.CachedSamples(Geometry<TShape>.ImageFloats, Geometry<TShape>.OutputFloats);

        // The part of a kernel for one row of the window at a time; of windows with gaps between pixels, that for one pixel.
        int runs = Geometry<TShape>.RowsAreRuns ? 1 : TShape.KernelWidth, length = rows / runs;
        for (int i = 0; i < TShape.KernelHeight; i++)
        {
            for (int r = 0; r < rows; r++)
                new Span<float>(block + ((nint)r * TShape.OutputStride) + first, columns).Clear();
            for (int sample = 0; sample < batch; sample += together)
            {
                int samples = Math.Min(together, batch - sample);
                float* image = dz + ((nint)sample * Geometry<TShape>.InputFloats);
                if (Geometry<TShape>.IsPadded)
                {
                    ConvolutionKernels.Pad<TShape>(image, padded, samples);
                    image = padded;
                }

                image += i * TShape.DilationHeight * Geometry<TShape>.Pitch;
                float* right = x + ((nint)sample * Geometry<TShape>.OutputFloats) + first;
                for (int run = 0; run < runs; run++)
                {
                    ConvolutionKernels.AddKernelGradient<TShape>(
                        image + (run * TShape.DilationWidth * TShape.InputStride), right, block + ((nint)run * length * TShape.OutputStride) + first,
                        length, columns, samples, TShape.OutputHeight);
                }
            }

            // Where images have padding there may be anything; where the kernel has it there must be 0.
            int used = Math.Max(first, Math.Min(last, TShape.Filters));
            for (int r = 0; r < rows && used < last; r++)
                new Span<float>(block + ((nint)r * TShape.OutputStride) + used, last - used).Clear();
            sink.Consume(block + first, TShape.OutputStride, offset + (i * rows * TShape.OutputStride) + first, TShape.OutputStride, rows, columns);
        }
    }

    /// <summary>dbias = Σ dz over all places, for a part of the filters.</summary>
    /// <inheritdoc cref="UpdateKernel"/>
    public static void UpdateBias<TShape>(float* dz, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IConvolutionShape
        => DenseKernels.UpdateBias(dz, TShape.InputStride, sink, offset, batch * TShape.InputHeight * TShape.InputWidth, part, parts);
}
