using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>3x3 convolutions by single steps with fewer products: forward, with or without pooling, and back to the input.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class WinogradKernels
{
    /// <summary>Transforms a part of the kernel's filters for the forward pass.</summary>
    public static void Transform<TShape>(float* kernel, float* transformed, int part, int parts)
        where TShape : struct, IConvolutionShape
    {
        (int first, int last) = Part.Of(TShape.OutputStride, part, parts);
        Winograd.Transform(
            kernel + first, TShape.Channels * TShape.OutputStride, TShape.OutputStride, TShape.Channels, transformed + first, last - first);
    }

    /// <summary>Transforms a part of the flipped kernel's filters, which <see cref="ConvolutionKernels.Flip"/> made, for the backward pass.</summary>
    public static void TransformFlipped<TShape>(float* flipped, float* transformed, int part, int parts)
        where TShape : struct, IConvolutionShape
    {
        // The filters are its channels: rows.
        (int first, int last) = Part.Of(TShape.Filters, part, parts);
        for (int filter = first; filter < last; filter++)
        {
            nint row = (nint)filter * TShape.InputStride;
            Winograd.Transform(
                flipped + row, TShape.Filters * TShape.InputStride, TShape.Filters * TShape.InputStride, 1, transformed + row, TShape.InputStride);
        }
    }

    /// <summary>y = activation(x * kernel + bias).</summary>
    /// <param name="x">The images, padded if need be.</param>
    /// <param name="transformed">The transformed kernel.</param>
    /// <param name="bias">The bias.</param>
    /// <param name="scratch">Scratch memory for the places of patches and sums.</param>
    /// <param name="y">Where the result goes.</param>
    /// <param name="rows">The number of samples.</param>
    public static void Forward<TShape, TActivation>(
        float* x, float* transformed, float* bias, float* scratch, float* y, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        if (TActivation.IsCheap)
        {
            Winograd.Run<Layer<TShape>, StoredTiles<BiasAndActivation<TActivation>>>(x, transformed, scratch, rows, new(y, new(bias)));
            return;
        }

        Winograd.Run<Layer<TShape>, StoredTiles<BiasAndActivation<Linear>>>(x, transformed, scratch, rows, new(y, new(bias)));
        ActivationKernels.Forward<TActivation>(y, y, rows * Geometry<TShape>.OutputFloats);
    }

    /// <summary>y = activation(x * kernel), for a layer without bias.</summary>
    /// <inheritdoc cref="Forward{TShape, TActivation}(float*, float*, float*, float*, float*, int)"/>
    public static void Forward<TShape, TActivation>(
        float* x, float* transformed, float* scratch, float* y, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        if (TActivation.IsCheap)
        {
            Winograd.Run<Layer<TShape>, StoredTiles<ActivationOnly<TActivation>>>(x, transformed, scratch, rows, new(y, default));
            return;
        }

        Winograd.Run<Layer<TShape>, StoredTiles<ActivationOnly<Linear>>>(x, transformed, scratch, rows, new(y, default));
        ActivationKernels.Forward<TActivation>(y, y, rows * Geometry<TShape>.OutputFloats);
    }

    /// <summary>y = activation(largest of each 2x2 cell of (x * kernel + bias)), and saves which of the four sums that is.</summary>
    /// <inheritdoc cref="Forward{TShape, TActivation}(float*, float*, float*, float*, float*, int)"/>
    public static void Pool<TShape, TActivation>(
        float* x, float* transformed, float* bias, float* scratch, float* y, byte* choices, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
        => PoolTiles<TShape, TActivation>(x, transformed, bias, scratch, y, choices, rows);

    /// <summary>The same without saving choices.</summary>
    /// <inheritdoc cref="Forward{TShape, TActivation}(float*, float*, float*, float*, float*, int)"/>
    public static void Pool<TShape, TActivation>(
        float* x, float* transformed, float* bias, float* scratch, float* y, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
        => PoolTiles<TShape, TActivation>(x, transformed, bias, scratch, y, null, rows);

    /// <summary>The same without bias.</summary>
    /// <inheritdoc cref="Forward{TShape, TActivation}(float*, float*, float*, float*, float*, int)"/>
    public static void Pool<TShape, TActivation>(
        float* x, float* transformed, float* scratch, float* y, byte* choices, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
        => PoolTiles<TShape, TActivation>(x, transformed, null, scratch, y, choices, rows);

    /// <summary>The same without bias and without saving choices.</summary>
    /// <inheritdoc cref="Forward{TShape, TActivation}(float*, float*, float*, float*, float*, int)"/>
    public static void Pool<TShape, TActivation>(float* x, float* transformed, float* scratch, float* y, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
        => PoolTiles<TShape, TActivation>(x, transformed, null, scratch, y, null, rows);

    /// <summary>dx = (dz convolved with the flipped kernel) ∘ activation'(x).</summary>
    /// <param name="dz">The gradients by the sums.</param>
    /// <param name="padded">Scratch memory for those of one sample, padded with zeros.</param>
    /// <param name="transformed">The flipped kernel, transformed.</param>
    /// <param name="scratch">Scratch memory for the places of patches and sums.</param>
    /// <param name="x">The layer's input.</param>
    /// <param name="dx">Where the result goes, laid out as the input.</param>
    /// <param name="rows">The number of samples.</param>
    public static void BackwardInput<TShape, TInputActivation>(
        float* dz, float* padded, float* transformed, float* scratch, float* x, float* dx, int rows)
        where TShape : struct, IConvolutionShape
        where TInputActivation : struct, IActivation
    {
        for (int row = 0; row < rows; row++, dz += Geometry<TShape>.OutputFloats, x += Geometry<TShape>.InputFloats, dx += Geometry<TShape>.InputFloats)
        {
            ConvolutionKernels.PadGradient<TShape>(dz, padded);
            Winograd.Run<InputGradient<TShape>, StoredTiles<TimesDerivative<TInputActivation>>>(
                padded + (TShape.PaddingTop * Geometry<TShape>.GradientPitch) + (TShape.PaddingLeft * TShape.OutputStride), transformed, scratch, 1,
                new(dx, new(x)));
        }
    }

    private static void PoolTiles<TShape, TActivation>(float* x, float* transformed, float* bias, float* scratch, float* y, byte* choices, int rows)
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        Winograd.Run<Cells<TShape>, PooledTiles<TActivation>>(x, transformed, scratch, rows, new(y, bias, choices));
        if (!TActivation.IsCheap)
            ActivationKernels.Forward<TActivation>(y, y, rows * PooledGeometry<TShape>.Cells * TShape.OutputStride);
    }

    private readonly struct Layer<TShape> : IWinogradShape
        where TShape : struct, IConvolutionShape
    {
        public static int ImageHeight => TShape.ImageHeight;

        public static int ImageWidth => TShape.ImageWidth;

        public static int Channels => TShape.Channels;

        public static int InputStride => TShape.InputStride;

        public static int OutputHeight => TShape.OutputHeight;

        public static int OutputWidth => TShape.OutputWidth;

        public static int OutputStride => TShape.OutputStride;

        public static bool WholeTilesOnly => false;
    }

    private readonly struct Cells<TShape> : IWinogradShape
        where TShape : struct, IConvolutionShape
    {
        public static int ImageHeight => TShape.ImageHeight;

        public static int ImageWidth => TShape.ImageWidth;

        public static int Channels => TShape.Channels;

        public static int InputStride => TShape.InputStride;

        public static int OutputHeight => TShape.OutputHeight;

        public static int OutputWidth => TShape.OutputWidth;

        public static int OutputStride => TShape.OutputStride;

        public static bool WholeTilesOnly => true;
    }

    private readonly struct InputGradient<TShape> : IWinogradShape
        where TShape : struct, IConvolutionShape
    {
        // Of the padded gradient, from the first window on.
        public static int ImageHeight => TShape.InputHeight + 2;

        public static int ImageWidth => Geometry<TShape>.GradientWidth;

        public static int Channels => TShape.Filters;

        public static int InputStride => TShape.OutputStride;

        public static int OutputHeight => TShape.InputHeight;

        public static int OutputWidth => TShape.InputWidth;

        public static int OutputStride => TShape.InputStride;

        public static bool WholeTilesOnly => false;
    }

    /// <summary>The four sums become pixels.</summary>
    private readonly struct StoredTiles<TEpilogue>(float* y, TEpilogue epilogue) : IWinogradOutput
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        private readonly float* _y = y;
        private readonly TEpilogue _epilogue = epilogue;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Store<TV, TShape>(TV sum00, TV sum01, TV sum10, TV sum11, int sample, int row, int column, int filter)
            where TV : unmanaged, ISimd<TV>
            where TShape : struct, IWinogradShape
        {
            int stride = TShape.OutputStride, pitch = TShape.OutputWidth * stride;
            nint element = ((nint)sample * TShape.OutputHeight * pitch) + (2 * (nint)row * pitch) + (2 * column * stride) + filter;
            TEpilogue epilogue = _epilogue.At(filter, element);
            float* y = _y + element;
            TV start = epilogue.Start<TV>(0);
            bool hasRight = (2 * column) + 1 < TShape.OutputWidth, hasLower = (2 * row) + 1 < TShape.OutputHeight;
            epilogue.Finish(sum00 + start, 0).Store(y);
            if (hasRight) epilogue.Finish(sum01 + start, stride).Store(y + stride);
            if (hasLower) epilogue.Finish(sum10 + start, pitch).Store(y + pitch);
            if (hasRight && hasLower) epilogue.Finish(sum11 + start, pitch + stride).Store(y + pitch + stride);
        }
    }

    /// <summary>Of the four sums the largest is kept.</summary>
    private readonly struct PooledTiles<TActivation>(float* y, float* bias, byte* choices) : IWinogradOutput
        where TActivation : struct, IActivation
    {
        private readonly float* _y = y;
        private readonly float* _bias = bias;
        private readonly byte* _choices = choices;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Store<TV, TShape>(TV sum00, TV sum01, TV sum10, TV sum11, int sample, int row, int column, int filter)
            where TV : unmanaged, ISimd<TV>
            where TShape : struct, IWinogradShape
        {
            int width = TShape.OutputWidth / 2, height = TShape.OutputHeight / 2;
            nint element = (((((nint)sample * height) + row) * width) + column) * TShape.OutputStride;
            TV start = _bias is null ? default : TV.Load(_bias + filter);
            TV a = sum00 + start, b = sum01 + start, c = sum10 + start, d = sum11 + start;
            if (_choices is null) PooledTile.Store<TV, TActivation>(a, b, c, d, _y + element + filter);
            else PooledTile.Store<TV, TActivation>(a, b, c, d, _y + element + filter, _choices + element + filter);
        }
    }
}
