using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Optimizer steps in one pass over rows whose length is a multiple of 16; the gradients of the rows lie one behind the other.</summary>
/// <remarks>
/// Running means that decay become denormal numbers, which slow every instruction that meets them down a hundredfold. Means too small
/// to move a weight are therefore set to 0.
/// </remarks>
internal static unsafe partial class OptimizerKernels
{
    /// <summary>m += fadeIn1 (g - m); v += fadeIn2 (g² - v); w -= rate m / (sqrt(v) + epsilon).</summary>
    public static partial void Adam(in WeightRows rows, float* g, float rate, float fadeIn1, float fadeIn2, float epsilon);

    /// <summary>v = momentum v - rate g; w += v, or w += momentum v - rate g.</summary>
    public static partial void Momentum(in WeightRows rows, float* g, float rate, float momentum, bool nesterov);

    /// <summary>w -= rate g.</summary>
    public static partial void Descend(in WeightRows rows, float* g, float rate);

    /// <summary>
    /// Adam's steps without gradients: with s = sqrt(v) and q = s / (s + epsilon), w -= m / (s + epsilon) · (c0 + c1 q + c2 q² + ...); then what
    /// is left of m and v. All that depends on the step of a row's last gradient; rows whose last step is the present one are left alone.
    /// </summary>
    public static partial void AdamDecay(in WeightRows rows, int* lastSteps, int now, AdamDecay.Coefficients* decay, float epsilon);

    /// <summary>Several steps with momentum and without gradients at once: w += distance v; v *= kept.</summary>
    public static partial void MomentumDecay(float* w, float* v, int length, float kept, float distance);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Adam<TV>(in WeightRows rows, float* g, float rate, float fadeIn1, float fadeIn2, float epsilon)
        where TV : unmanaged, ISimd<TV>
    {
        TV in1 = TV.Create(fadeIn1), in2 = TV.Create(fadeIn2), step = TV.Create(-rate), eps = TV.Create(epsilon);
        int stride = rows.Stride;
        for (int row = 0; row < rows.Count; row++, g += stride)
        {
            nint start = rows.Start(row);
            float* w = rows.Weights + start, m = rows.State + start, v = m + rows.StateStride;
            for (int i = 0; i < stride; i += TV.Count)
            {
                TV gradient = TV.Load(g + i), mean = TV.Load(m + i), square = TV.Load(v + i);
                mean = TV.MultiplyAdd(in1, gradient - mean, mean);
                square = TV.MultiplyAdd(in2, (gradient * gradient) - square, square);
                mean = Tiny.Flush(mean);
                square = Tiny.FlushPositive(square, Tiny.Square);
                mean.Store(m + i);
                square.Store(v + i);
                TV.MultiplyAdd(step, mean / (TV.Sqrt(square) + eps), TV.Load(w + i)).Store(w + i);
            }
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void AdamDecay<TV>(in WeightRows rows, int* lastSteps, int now, AdamDecay.Coefficients* decay, float epsilon)
        where TV : unmanaged, ISimd<TV>
    {
        // Rows lie anywhere; the next ones are on their way meanwhile.
        const int Ahead = 4;
        TV eps = TV.Create(epsilon), one = TV.Create(1);
        int stride = rows.Stride, last = rows.Count - 1;
        for (int row = 0; row < rows.Count; row++)
        {
            nint next = (nint)rows.Indexes[Math.Min(row + Ahead, last)] * stride;
            for (int i = 0; i < stride; i += 16)
            {
                Simd.Prefetch(rows.Weights + next + i);
                Simd.Prefetch(rows.State + next + i);
                Simd.Prefetch(rows.State + rows.StateStride + next + i);
            }

            int index = rows.Indexes[row], lastStep = lastSteps[index];
            lastSteps[index] = now + 1;
            if (lastStep >= now)
                continue;
            float* coefficients = (float*)(decay + lastStep);
            TV c0 = TV.Create(coefficients[0]), c1 = TV.Create(coefficients[1]), c2 = TV.Create(coefficients[2]), c3 = TV.Create(coefficients[3]), c4 = TV.Create(coefficients[4]);
            TV keep1 = TV.Create(coefficients[5]), keep2 = TV.Create(coefficients[6]);
            nint start = (nint)index * stride;
            float* w = rows.Weights + start, m = rows.State + start, v = m + rows.StateStride;
            for (int i = 0; i < stride; i += TV.Count)
            {
                TV mean = TV.Load(m + i), square = TV.Load(v + i), root = TV.Sqrt(square), inverse = one / (root + eps);
                TV q = root * inverse;
                TV sum = TV.MultiplyAdd(TV.MultiplyAdd(TV.MultiplyAdd(TV.MultiplyAdd(c4, q, c3), q, c2), q, c1), q, c0);
                (TV.Load(w + i) - (mean * inverse * sum)).Store(w + i);
                mean *= keep1;
                square *= keep2;
                Tiny.Flush(mean).Store(m + i);
                Tiny.FlushPositive(square, Tiny.Square).Store(v + i);
            }
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Momentum<TV>(in WeightRows rows, float* g, float rate, float momentum, bool nesterov)
        where TV : unmanaged, ISimd<TV>
    {
        TV keep = TV.Create(momentum), step = TV.Create(-rate);
        int stride = rows.Stride;
        for (int row = 0; row < rows.Count; row++, g += stride)
        {
            nint start = rows.Start(row);
            float* w = rows.Weights + start, v = rows.State + start;
            for (int i = 0; i < stride; i += TV.Count)
            {
                TV descent = step * TV.Load(g + i);
                TV velocity = TV.MultiplyAdd(keep, TV.Load(v + i), descent);
                velocity = Tiny.Flush(velocity);
                velocity.Store(v + i);
                TV change = nesterov ? TV.MultiplyAdd(keep, velocity, descent) : velocity;
                (TV.Load(w + i) + change).Store(w + i);
            }
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void MomentumDecay<TV>(float* w, float* v, int length, float kept, float distance)
        where TV : unmanaged, ISimd<TV>
    {
        TV left = TV.Create(kept), far = TV.Create(distance);
        for (int i = 0; i < length; i += TV.Count)
        {
            TV velocity = TV.Load(v + i);
            TV.MultiplyAdd(far, velocity, TV.Load(w + i)).Store(w + i);
            velocity *= left;
            Tiny.Flush(velocity).Store(v + i);
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Descend<TV>(in WeightRows rows, float* g, float rate)
        where TV : unmanaged, ISimd<TV>
    {
        TV step = TV.Create(-rate);
        int stride = rows.Stride;
        for (int row = 0; row < rows.Count; row++, g += stride)
        {
            float* w = rows.Weights + rows.Start(row);
            for (int i = 0; i < stride; i += TV.Count)
                TV.MultiplyAdd(step, TV.Load(g + i), TV.Load(w + i)).Store(w + i);
        }
    }
}
