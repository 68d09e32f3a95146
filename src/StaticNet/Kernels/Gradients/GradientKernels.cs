using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Puts together the gradients by a value that several steps take.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class GradientKernels
{
    /// <summary>gradient += part, over whole vectors.</summary>
    public static void Add(float* gradient, float* part, int count)
    {
        if (Simd.Is512) Sum<Simd512>(gradient, part, count);
        else if (Simd.Is256) Sum<Simd256>(gradient, part, count);
        else Sum<Simd128>(gradient, part, count);
    }

    [MethodImpl(Compiled.Alone)]
    internal static void Sum<TV>(float* gradient, float* part, int count)
        where TV : unmanaged, ISimd<TV>
    {
        for (int i = 0; i < count; i += TV.Count)
            (TV.Load(gradient + i) + TV.Load(part + i)).Store(gradient + i);
    }
}
