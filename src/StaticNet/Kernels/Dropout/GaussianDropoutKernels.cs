using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Gaussian dropout: y = x (1 + noise) with normally distributed noise of the place, which depends on the key and the place's index in the
/// batch, counted from <c>first</c>. The backward pass draws the same numbers anew instead of keeping them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class GaussianDropoutKernels
{
    /// <summary>y = x (1 + noise); the noise has mean 0 and the given standard deviation.</summary>
    public static void Forward(float* x, float* y, float deviation, uint key, int first, int count)
        => Run<Linear>(x, x, y, deviation, key, first, count);

    /// <summary>dx = dy (1 + noise) ∘ activation'(x), with the activation fused into the step that made x.</summary>
    public static void Backward<TInputActivation>(
        float* dy, float* x, float* dx, float deviation, uint key, int first, int count)
        where TInputActivation : struct, IActivation
        => Run<TInputActivation>(dy, x, dx, deviation, key, first, count);

    private static void Run<TActivation>(float* source, float* x, float* result, float deviation, uint key, int first, int count)
        where TActivation : struct, IActivation
        => Map<TActivation>(source, x, result, deviation, key, first, count);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Map<TV, TActivation>(float* source, float* x, float* result, float deviation, uint key, int first, int count)
        where TV : unmanaged, ISimd<TV>
        where TActivation : struct, IActivation
    {
        TV scale = TV.Create(deviation), one = TV.Create(1f);
        int i = 0;
        for (; i <= count - TV.Count; i += TV.Count)
        {
            TV factor = TV.MultiplyAdd(scale, GaussianNoiseKernels.Normal<TV>(key, (uint)(first + i)), one);
            Tiny.Flush(TV.Load(source + i) * factor * TActivation.Derivative(TV.Load(x + i))).Store(result + i);
        }

        if (i < count)
        {
            TV factor = TV.MultiplyAdd(scale, GaussianNoiseKernels.Normal<TV>(key, (uint)(first + i)), one);
            TV slope = TActivation.Derivative(Simd.LoadFirst<TV>(x + i, count - i));
            Simd.StoreFirst(Tiny.Flush(Simd.LoadFirst<TV>(source + i, count - i) * factor * slope), result + i, count - i);
        }
    }
}
