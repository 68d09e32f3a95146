using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Puts together the gradients by a value that several steps take.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class GradientKernels
{
    /// <summary>gradient += part, over whole vectors.</summary>
    public static void Add(float* gradient, float* part, int count)
        => Sum(gradient, part, count);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void Sum<TV>(float* gradient, float* part, int count)
        where TV : unmanaged, ISimd<TV>
    {
        for (int i = 0; i < count; i += TV.Count)
            (TV.Load(gradient + i) + TV.Load(part + i)).Store(gradient + i);
    }
}
