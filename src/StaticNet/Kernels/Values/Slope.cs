using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The derivative of the activation that is fused into what made a value.</summary>
internal static unsafe class Slope
{
    /// <summary>gradient ∘ activation'(x). Of a linear activation nothing is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Times<TV, TActivation>(TV gradient, float* x)
        where TV : unmanaged, ISimd<TV>
        where TActivation : struct, IActivation
        => typeof(TActivation) == typeof(Linear) ? gradient : Product<TV, TActivation>(gradient, TActivation.Derivative(TV.Load(x)));

    /// <summary>
    /// gradient ∘ slope. Cheap activations have slopes of 0, 0.2 and 1; those of others may be as small as numbers get, and what comes out is
    /// flushed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Product<TV, TActivation>(TV gradient, TV slope)
        where TV : unmanaged, ISimd<TV>
        where TActivation : struct, IActivation
        => TActivation.IsCheap ? gradient * slope : Tiny.Flush(gradient * slope);
}
