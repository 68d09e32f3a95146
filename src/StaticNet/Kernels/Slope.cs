using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The derivative of the activation that is fused into what made a value.</summary>
internal static unsafe class Slope
{
    /// <summary>gradient ∘ activation'(kept). Of a linear activation nothing is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Times<TV, TActivation>(TV gradient, float* kept)
        where TV : unmanaged, ISimd<TV>
        where TActivation : struct, IActivation
        => typeof(TActivation) == typeof(Linear) ? gradient : gradient * TActivation.Derivative(TV.Load(kept));
}
