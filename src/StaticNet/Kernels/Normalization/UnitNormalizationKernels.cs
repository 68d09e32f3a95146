using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Brings the rows or the columns of each sample to length 1: y = x / |x|, and 0 stays 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class UnitNormalizationKernels
{
    // Keras' epsilon is the least length that is divided by.
    private const float MaxFactor = 1e7f;

    /// <summary>y = x / |x|, and what each row, or each column, was multiplied by.</summary>
    public static void Forward<TShape>(float* x, float* factors, float* y, int rows)
        where TShape : struct, IUnitNormalizationShape
        => Scale<TShape>(x, factors, y, rows);

    /// <summary>dx = (dy - y Σ dy y) / |x| ∘ activation'(x), with the activation fused into the step that made x.</summary>
    public static void Backward<TShape, TInputActivation>(float* dy, float* y, float* x, float* factors, float* dx, int rows)
        where TShape : struct, IUnitNormalizationShape
        where TInputActivation : struct, IActivation
        => Back<TShape, TInputActivation>(dy, y, x, factors, dx, rows);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void Scale<TV, TShape>(float* x, float* factors, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IUnitNormalizationShape
    {
        float* end = x + ((nint)rows * TShape.Rows * TShape.InputStride), yEnd = y + ((nint)rows * TShape.Rows * TShape.Stride);
        for (int sample = 0; sample < rows; sample++, factors += SavedStride<TShape>())
        {
            if (!TShape.AlongRows)
            {
                for (int c = 0; c < TShape.Width; c += TV.Count)
                {
                    TV square = default;
                    for (int row = 0; row < TShape.Rows; row++)
                    {
                        TV value = Load<TV, TShape>(x + ((nint)row * TShape.InputStride) + c, c, end);
                        square = TV.MultiplyAdd(value, value, square);
                    }

                    TV.Min(TV.Create(1f) / TV.Sqrt(square), TV.Create(MaxFactor)).Store(factors + c);
                }
            }

            for (int row = 0; row < TShape.Rows; row++, x += TShape.InputStride, y += TShape.Stride)
            {
                TV square = default;
                for (int c = 0; TShape.AlongRows && c < TShape.Width; c += TV.Count)
                {
                    TV value = Load<TV, TShape>(x + c, c, end);
                    square = TV.MultiplyAdd(value, value, square);
                }

                if (TShape.AlongRows)
                    factors[row] = Math.Min(1 / MathF.Sqrt(TV.Sum(square)), MaxFactor);
                for (int c = 0; c < Pixel.Lanes(TShape.Width, TShape.Stride); c += TV.Count)
                {
                    TV value = c < TShape.Width ? Load<TV, TShape>(x + c, c, end) * Factor<TV, TShape>(factors, row, c) : default;
                    Pixel.Store(value, y + c, TShape.Width - c, TShape.Stride, yEnd);
                }
            }
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void Back<TV, TShape, TInputActivation>(float* dy, float* y, float* x, float* factors, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IUnitNormalizationShape
        where TInputActivation : struct, IActivation
    {
        for (int sample = 0; sample < rows; sample++, factors += SavedStride<TShape>())
        {
            if (TShape.AlongRows)
            {
                for (int row = 0; row < TShape.Rows; row++)
                {
                    // The padding of dy and y is 0.
                    TV along = default;
                    for (int c = 0; c < TShape.Width; c += TV.Count)
                        along = TV.MultiplyAdd(TV.Load(dy + (row * TShape.Stride) + c), TV.Load(y + (row * TShape.Stride) + c), along);
                    TV factor = TV.Create(factors[row]), inner = TV.Create(factors[row] < MaxFactor ? TV.Sum(along) : 0);
                    for (int c = 0; c < TShape.Stride; c += TV.Count)
                        Write(row, c, factor, inner);
                }
            }
            else
            {
                for (int c = 0; c < TShape.Stride; c += TV.Count)
                {
                    TV along = default, factor = c < TShape.Width ? TV.Load(factors + c) : default;
                    for (int row = 0; row < TShape.Rows; row++)
                        along = TV.MultiplyAdd(TV.Load(dy + (row * TShape.Stride) + c), TV.Load(y + (row * TShape.Stride) + c), along);
                    TV inner = TV.Select(TV.GreaterThan(TV.Create(MaxFactor), factor), along, default);
                    for (int row = 0; row < TShape.Rows; row++)
                        Write(row, c, factor, inner);
                }
            }

            dy += TShape.Rows * TShape.Stride;
            y += TShape.Rows * TShape.Stride;
            x += TShape.Rows * TShape.Stride;
            dx += TShape.Rows * TShape.Stride;
        }

        void Write(int row, int c, TV factor, TV inner)
        {
            int at = (row * TShape.Stride) + c;
            TV gradient = (TV.Load(dy + at) - (TV.Load(y + at) * inner)) * factor;
            Tiny.Flush(gradient * TInputActivation.Derivative(TV.Load(x + at))).Store(dx + at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Factor<TV, TShape>(float* factors, int row, int c)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IUnitNormalizationShape
        => TShape.AlongRows ? TV.Create(factors[row]) : TV.Load(factors + c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Load<TV, TShape>(float* x, int c, float* end)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IUnitNormalizationShape
        => Pixel.LoadClean<TV>(x, TShape.Width - c, TShape.InputStride, end);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SavedStride<TShape>()
        where TShape : struct, IUnitNormalizationShape
        => Layout.Align(UnitNormalizationSizes.Saved(TShape.Rows, TShape.Width, TShape.AlongRows));
}
