using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Activations that stand on their own, over a whole block of numbers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class ActivationKernels
{
    /// <summary>y = activation(x); y may be x.</summary>
    public static void Forward<TActivation>(float* x, float* y, int count)
        where TActivation : struct, IActivation
        => Map<TActivation>(x, y, count);

    /// <summary>
    /// dx = dy ∘ activation'(kept) ∘ input'(x): back through an activation that stands on its own, and through the activation fused
    /// into what made x.
    /// </summary>
    public static void Backward<TActivation, TInputActivation>(
        float* dy, float* kept, float* x, float* dx, int count)
        where TActivation : struct, IActivation
        where TInputActivation : struct, IActivation
        => MapBack<TActivation, TInputActivation>(dy, kept, x, dx, count);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void Map<TV, TActivation>(float* x, float* y, int count)
        where TV : unmanaged, ISimd<TV>
        where TActivation : struct, IActivation
    {
        int i = 0;
        for (; i <= count - TV.Count; i += TV.Count)
            TActivation.Forward(TV.Load(x + i)).Store(y + i);
        if (i < count)
            Simd.StoreFirst(TActivation.Forward(Simd.LoadFirst<TV>(x + i, count - i)), y + i, count - i);
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void MapBack<TV, TActivation, TInputActivation>(float* dy, float* kept, float* x, float* dx, int count)
        where TV : unmanaged, ISimd<TV>
        where TActivation : struct, IActivation
        where TInputActivation : struct, IActivation
    {
        // Values with a gradient come from layers whose rows are multiples of 16: there is no remainder.
        for (int i = 0; i < count; i += TV.Count)
        {
            TV slope = TActivation.Derivative(TV.Load(kept + i)) * TInputActivation.Derivative(TV.Load(x + i));
            Tiny.Flush(TV.Load(dy + i) * slope).Store(dx + i);
        }
    }
}
