using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Optimizer steps in one pass over blocks whose length is a multiple of 16.</summary>
/// <remarks>
/// Running means that decay become denormal numbers, which slow every instruction that meets them down a hundredfold. Means too small
/// to move a weight are therefore set to 0.
/// </remarks>
internal static unsafe class OptimizerKernels
{
    private const float TinyMean = 1e-30f;
    private const float TinySquare = 1e-36f;

    /// <summary>m += fadeIn1 (g - m); v += fadeIn2 (g² - v); w -= rate m / (sqrt(v) + epsilon).</summary>
    public static void Adam(
        float* w, float* g, float* m, float* v, int length, float rate, float fadeIn1, float fadeIn2, float epsilon)
    {
        if (Simd.Is512) Adam<Simd512>(w, g, m, v, length, rate, fadeIn1, fadeIn2, epsilon);
        else if (Simd.Is256) Adam<Simd256>(w, g, m, v, length, rate, fadeIn1, fadeIn2, epsilon);
        else Adam<Simd128>(w, g, m, v, length, rate, fadeIn1, fadeIn2, epsilon);
    }

    /// <summary>v = momentum v - rate g; w += v, or w += momentum v - rate g.</summary>
    public static void Momentum(float* w, float* g, float* v, int length, float rate, float momentum, bool nesterov)
    {
        if (Simd.Is512) Momentum<Simd512>(w, g, v, length, rate, momentum, nesterov);
        else if (Simd.Is256) Momentum<Simd256>(w, g, v, length, rate, momentum, nesterov);
        else Momentum<Simd128>(w, g, v, length, rate, momentum, nesterov);
    }

    /// <summary>w -= rate g.</summary>
    public static void Descend(float* w, float* g, int length, float rate)
    {
        if (Simd.Is512) Descend<Simd512>(w, g, length, rate);
        else if (Simd.Is256) Descend<Simd256>(w, g, length, rate);
        else Descend<Simd128>(w, g, length, rate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Adam<TV>(
        float* w, float* g, float* m, float* v, int length, float rate, float fadeIn1, float fadeIn2, float epsilon)
        where TV : unmanaged, ISimd<TV>
    {
        TV in1 = TV.Create(fadeIn1), in2 = TV.Create(fadeIn2), step = TV.Create(-rate), eps = TV.Create(epsilon);
        TV tinyMean = TV.Create(TinyMean), tinySquare = TV.Create(TinySquare);
        for (int i = 0; i < length; i += TV.Count)
        {
            TV gradient = TV.Load(g + i), mean = TV.Load(m + i), square = TV.Load(v + i);
            mean = TV.MultiplyAdd(in1, gradient - mean, mean);
            square = TV.MultiplyAdd(in2, (gradient * gradient) - square, square);
            mean = TV.Select(TV.GreaterThan(tinyMean, SimdMath.Abs(mean)), default, mean);
            square = TV.Select(TV.GreaterThan(tinySquare, square), default, square);
            mean.Store(m + i);
            square.Store(v + i);
            TV.MultiplyAdd(step, mean / (TV.Sqrt(square) + eps), TV.Load(w + i)).Store(w + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Momentum<TV>(float* w, float* g, float* v, int length, float rate, float momentum, bool nesterov)
        where TV : unmanaged, ISimd<TV>
    {
        TV keep = TV.Create(momentum), step = TV.Create(-rate), tiny = TV.Create(TinyMean);
        for (int i = 0; i < length; i += TV.Count)
        {
            TV descent = step * TV.Load(g + i);
            TV velocity = TV.MultiplyAdd(keep, TV.Load(v + i), descent);
            velocity = TV.Select(TV.GreaterThan(tiny, SimdMath.Abs(velocity)), default, velocity);
            velocity.Store(v + i);
            TV change = nesterov ? TV.MultiplyAdd(keep, velocity, descent) : velocity;
            (TV.Load(w + i) + change).Store(w + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Descend<TV>(float* w, float* g, int length, float rate)
        where TV : unmanaged, ISimd<TV>
    {
        TV step = TV.Create(-rate);
        for (int i = 0; i < length; i += TV.Count)
            TV.MultiplyAdd(step, TV.Load(g + i), TV.Load(w + i)).Store(w + i);
    }
}
