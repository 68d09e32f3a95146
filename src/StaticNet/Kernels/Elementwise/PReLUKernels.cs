using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The ReLU whose slope below 0 is learned (He et al. 2015): y = x above 0, alpha x below, with an alpha for each number of a sample or for
/// several together.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class PReLUKernels
{
    /// <summary>y = x above 0, alpha x below.</summary>
    public static void Forward<TShape>(float* x, float* alpha, float* y, int rows)
        where TShape : struct, IPReLUShape
        => Map<TShape>(x, alpha, y, rows);

    /// <summary>
    /// dx = dy ∘ (1 above 0, alpha below, 0 at 0 as in Keras) ∘ activation'(x), with the activation fused into the step that made x.
    /// </summary>
    public static void Backward<TShape, TInputActivation>(float* dy, float* x, float* alpha, float* dx, int rows)
        where TShape : struct, IPReLUShape
        where TInputActivation : struct, IActivation
        => MapBack<TShape, TInputActivation>(dy, x, alpha, dx, rows);

    /// <summary>dalpha = Σ dy min(x, 0) over the batch and all that share an alpha, for a part of them.</summary>
    /// <param name="dy">The gradients of the whole batch.</param>
    /// <param name="x">The inputs of the whole batch.</param>
    /// <param name="sink">Where the gradient goes.</param>
    /// <param name="offset">Where alpha begins among the parameters.</param>
    /// <param name="batch">The number of samples.</param>
    /// <param name="part">Which part.</param>
    /// <param name="parts">Of how many.</param>
    public static void Update<TShape>(float* dy, float* x, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IPReLUShape
    {
        (int first, int last) = Part.Of(TShape.AlphaFloats, part, parts);
        for (int length = PReLUSizes.Block(TShape.AlphaFloats); first < last; first += length)
        {
            length = Math.Min(length, last - first);
            float* block = sink.BlockFor(offset + first, part);
            Sum<TShape>(dy, x, block, first, length, batch);
            sink.Consume(block, offset + first, length);
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Map<TV, TShape>(float* x, float* alpha, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IPReLUShape
    {
        float* end = x + ((nint)rows * Rows<TShape>() * TShape.InputStride);
        for (int sample = 0; sample < rows; sample++)
        {
            for (int row = 0; row < Rows<TShape>(); row++, x += TShape.InputStride, y += TShape.Stride)
            {
                float* slopes = alpha + AlphaOf<TShape>(row);
                int c = 0;
                for (; c < TShape.Channels; c += TV.Count)
                {
                    TV value = Pixel.LoadClean<TV>(x + c, TShape.Channels - c, TShape.InputStride, end);
                    TV.Select(TV.GreaterThan(value, default), value, value * Alpha<TV, TShape>(slopes, c)).Store(y + c);
                }

                for (; c < TShape.Stride; c += TV.Count)
                    default(TV).Store(y + c);
            }
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void MapBack<TV, TShape, TInputActivation>(float* dy, float* x, float* alpha, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IPReLUShape
        where TInputActivation : struct, IActivation
    {
        for (int sample = 0; sample < rows; sample++)
        {
            for (int row = 0; row < Rows<TShape>(); row++, x += TShape.Stride, dy += TShape.Stride, dx += TShape.Stride)
            {
                // The padding of dy is 0, and so becomes that of dx.
                float* slopes = alpha + AlphaOf<TShape>(row);
                for (int c = 0; c < TShape.Stride; c += TV.Count)
                {
                    TV value = TV.Load(x + c);
                    TV slope = TV.Select(TV.GreaterThan(value, default), TV.Create(1f), TV.GreaterThan(default, value) & Alpha<TV, TShape>(slopes, c));
                    Tiny.Flush(TV.Load(dy + c) * slope * TInputActivation.Derivative(value)).Store(dx + c);
                }
            }
        }
    }

    // Sums of samples first, then of the batch: fewer roundings.
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Sum<TV, TShape>(float* dy, float* x, float* sums, int first, int length, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IPReLUShape
    {
        float* end = x + ((nint)batch * Rows<TShape>() * TShape.InputStride);
        for (int i = 0; i < length; i += TV.Count)
        {
            int row = (first + i) / TShape.AlphaStride, c = (first + i) % TShape.AlphaStride;
            if (TShape.SharesChannels)
                (c == 0 ? Simd.KeepFirst(TV.Create(SumOfRows<TV, TShape>(dy, x, row, batch, end)), 1) : default).Store(sums + i);
            else
                (c < TShape.Channels ? SumOfVectors<TV, TShape>(dy, x, row, c, batch, end) : default).Store(sums + i);
        }
    }

    private static float SumOfRows<TV, TShape>(float* dy, float* x, int row, int batch, float* end)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IPReLUShape
    {
        TV total = default;
        for (int c = 0; c < TShape.Channels; c += TV.Count)
            total += SumOfVectors<TV, TShape>(dy, x, row, c, batch, end);
        return TV.Sum(total);
    }

    // Of all rows that share a row of alpha.
    [MethodImpl(Compiled.Alone)]
    private static TV SumOfVectors<TV, TShape>(float* dy, float* x, int alphaRow, int c, int batch, float* end)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IPReLUShape
    {
        (int outer, int outerEnd) = Places(TShape.OuterStep, TShape.Outer, ref alphaRow);
        (int middle, int middleEnd) = Places(TShape.MiddleStep, TShape.Middle, ref alphaRow);
        (int inner, int innerEnd) = Places(TShape.InnerStep, TShape.Inner, ref alphaRow);
        TV total = default;
        for (int sample = 0; sample < batch; sample++)
        {
            TV sum = default;
            for (int o = outer; o < outerEnd; o++)
            {
                for (int m = middle; m < middleEnd; m++)
                {
                    for (int i = inner; i < innerEnd; i++)
                    {
                        nint row = ((nint)sample * Rows<TShape>()) + (((o * TShape.Middle) + m) * TShape.Inner) + i;
                        TV value = Pixel.LoadClean<TV>(x + (row * TShape.InputStride) + c, TShape.Channels - c, TShape.InputStride, end);
                        sum = TV.MultiplyAdd(TV.Load(dy + (row * TShape.Stride) + c), TV.Min(default, value), sum);
                    }
                }
            }

            total += sum;
        }

        return total;
    }

    // The places of an axis to which a row of alpha belongs; what is left of its number are the places of the axes behind.
    private static (int First, int End) Places(int step, int length, ref int alphaRow)
    {
        if (step == 0)
            return (0, length);
        (int place, alphaRow) = Math.DivRem(alphaRow, step);
        return (place, place + 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int AlphaOf<TShape>(int row)
        where TShape : struct, IPReLUShape
    {
        (int rest, int inner) = Math.DivRem(row, TShape.Inner);
        (int outer, int middle) = Math.DivRem(rest, TShape.Middle);
        return ((outer * TShape.OuterStep) + (middle * TShape.MiddleStep) + (inner * TShape.InnerStep)) * TShape.AlphaStride;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Alpha<TV, TShape>(float* slopes, int c)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IPReLUShape
        => TShape.SharesChannels ? TV.Create(*slopes) : TV.Load(slopes + c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Rows<TShape>()
        where TShape : struct, IPReLUShape
        => TShape.Outer * TShape.Middle * TShape.Inner;
}
