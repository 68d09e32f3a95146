using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Rescaling: y = x scale + offset, over a whole block of numbers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class RescalingKernels
{
    /// <summary>y = x scale + offset; y may be x.</summary>
    public static void Forward(float* x, float* y, float scale, float offset, int count)
        => Map(x, y, scale, offset, count);

    /// <summary>dx = dy scale ∘ activation'(x), with the activation fused into the step that made x.</summary>
    public static void Backward<TInputActivation>(float* dy, float* x, float* dx, float scale, int count)
        where TInputActivation : struct, IActivation
        => MapBack<TInputActivation>(dy, x, dx, scale, count);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Map<TV>(float* x, float* y, float scale, float offset, int count)
        where TV : unmanaged, ISimd<TV>
    {
        TV factor = TV.Create(scale), summand = TV.Create(offset);
        int i = 0;
        for (; i <= count - TV.Count; i += TV.Count)
            TV.MultiplyAdd(TV.Load(x + i), factor, summand).Store(y + i);
        if (i < count)
            Simd.StoreFirst(TV.MultiplyAdd(Simd.LoadFirst<TV>(x + i, count - i), factor, summand), y + i, count - i);
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void MapBack<TV, TInputActivation>(float* dy, float* x, float* dx, float scale, int count)
        where TV : unmanaged, ISimd<TV>
        where TInputActivation : struct, IActivation
    {
        TV factor = TV.Create(scale);
        for (int i = 0; i < count; i += TV.Count)
            Slope.Times<TV, TInputActivation>(TV.Load(dy + i) * factor, x + i).Store(dx + i);
    }
}
