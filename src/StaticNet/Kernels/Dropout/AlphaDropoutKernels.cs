using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Alpha dropout (Klambauer et al. 2017): y = a x + b where a random number of the place is at least the rate, else a alpha' + b, with alpha' what SELU
/// tends to far below 0, and a and b such that mean and variance stay. The backward pass draws the same numbers anew instead of keeping them. The
/// number of a place depends on its index in the batch, counted from <c>first</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class AlphaDropoutKernels
{
    private const double Saturated = -1.6732632423543772 * 1.0507009873554805;

    /// <summary>y = dropout(x).</summary>
    public static void Forward(float* x, float* y, float rate, uint key, int first, int count)
    {
        (float scale, float shift) = ScaleAndShift(rate);
        float dropped = (float)((Saturated * scale) + shift);
        Run<Linear>(x, x, y, scale, shift, dropped, rate, key, first, count);
    }

    /// <summary>dx = a dy ∘ activation'(x), or 0 where x was dropped, with the activation fused into the step that made x.</summary>
    public static void Backward<TInputActivation>(float* dy, float* x, float* dx, float rate, uint key, int first, int count)
        where TInputActivation : struct, IActivation
        => Run<TInputActivation>(dy, x, dx, ScaleAndShift(rate).Scale, 0, 0, rate, key, first, count);

    /// <summary>What numbers are multiplied by, and what is added, so that mean 0 and variance 1 stay.</summary>
    internal static (float Scale, float Shift) ScaleAndShift(double rate)
    {
        double scale = 1 / Math.Sqrt((1 - rate) * (1 + (rate * Saturated * Saturated)));
        return ((float)scale, (float)(-scale * Saturated * rate));
    }

    private static void Run<TActivation>(
        float* source, float* x, float* result, float scale, float shift, float dropped, float rate, uint key, int first, int count)
        where TActivation : struct, IActivation
        => Map<TActivation>(source, x, result, scale, shift, dropped, rate, key, first, count);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Map<TV, TActivation>(
        float* source, float* x, float* result, float scale, float shift, float dropped, float rate, uint key, int first, int count)
        where TV : unmanaged, ISimd<TV>
        where TActivation : struct, IActivation
    {
        TV factor = TV.Create(scale), offset = TV.Create(shift), otherwise = TV.Create(dropped), threshold = TV.Create(rate);
        int i = 0;
        for (; i <= count - TV.Count; i += TV.Count)
            Value(TV.Load(source + i), TV.Load(x + i), first + i).Store(result + i);
        if (i < count)
            Simd.StoreFirst(Value(Simd.LoadFirst<TV>(source + i, count - i), Simd.LoadFirst<TV>(x + i, count - i), first + i), result + i, count - i);

        TV Value(TV value, TV xValue, int index)
        {
            TV slope = factor * TActivation.Derivative(xValue);
            TV passed = Tiny.Flush(TV.MultiplyAdd(value, slope, offset));
            return TV.Select(TV.GreaterThan(threshold, SimdMath.Uniform<TV>(key, (uint)index)), otherwise, passed);
        }
    }
}
