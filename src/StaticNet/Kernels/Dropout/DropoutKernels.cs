using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Dropout: y = x / (1 - rate) where a random number of the place is at least the rate, else 0. The backward pass draws the same
/// numbers anew instead of keeping them. The number of a place depends on its index in the batch, counted from <c>first</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class DropoutKernels
{
    /// <summary>y = dropout(x).</summary>
    public static void Forward(float* x, float* y, float rate, uint key, int first, int count)
        => Run<Linear>(x, x, y, rate, key, first, count);

    /// <summary>dx = dropout(dy) ∘ activation'(x), with the activation fused into the step that made x.</summary>
    public static void Backward<TInputActivation>(
        float* dy, float* x, float* dx, float rate, uint key, int first, int count)
        where TInputActivation : struct, IActivation
        => Run<TInputActivation>(dy, x, dx, rate, key, first, count);

    /// <summary>The factors themselves, 1 / (1 - rate) or 0, in whole vectors.</summary>
    internal static partial void Draw(float* factors, float rate, uint key, int first, int count);

    private static void Run<TActivation>(float* source, float* x, float* result, float rate, uint key, int first, int count)
        where TActivation : struct, IActivation
        => Map<TActivation>(source, x, result, rate, key, first, count);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Draw<TV>(float* factors, float rate, uint key, int first, int count)
        where TV : unmanaged, ISimd<TV>
    {
        TV threshold = TV.Create(rate), scale = TV.Create(1 / (1 - rate));
        for (int i = 0; i < count; i += TV.Count)
            Scale(threshold, scale, key, first + i).Store(factors + i);
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Map<TV, TActivation>(float* source, float* x, float* result, float rate, uint key, int first, int count)
        where TV : unmanaged, ISimd<TV>
        where TActivation : struct, IActivation
    {
        TV threshold = TV.Create(rate), scale = TV.Create(1 / (1 - rate));
        int i = 0;
        for (; i <= count - TV.Count; i += TV.Count)
        {
            TV slope = Scale(threshold, scale, key, first + i) * TActivation.Derivative(TV.Load(x + i));
            Slope.Product<TV, TActivation>(TV.Load(source + i), slope).Store(result + i);
        }

        if (i < count)
        {
            TV slope = Scale(threshold, scale, key, first + i) * TActivation.Derivative(Simd.LoadFirst<TV>(x + i, count - i));
            Simd.StoreFirst(Slope.Product<TV, TActivation>(Simd.LoadFirst<TV>(source + i, count - i), slope), result + i, count - i);
        }
    }

    /// <summary>The factors of a vector of places from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TV Scale<TV>(float rate, uint key, uint index)
        where TV : unmanaged, ISimd<TV>
        => Scale(TV.Create(rate), TV.Create(1 / (1 - rate)), key, (int)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Scale<TV>(TV threshold, TV scale, uint key, int index)
        where TV : unmanaged, ISimd<TV>
        => TV.Select(TV.GreaterThan(threshold, SimdMath.Uniform<TV>(key, (uint)index)), default, scale);
}
