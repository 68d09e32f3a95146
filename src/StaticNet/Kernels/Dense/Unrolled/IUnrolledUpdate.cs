using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The gradients of the weights of a small layer, written out in generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe interface IUnrolledUpdate
{
    /// <summary>The floats from a row of the input to the next.</summary>
    static abstract int XStride { get; }

    /// <summary>The same of the output.</summary>
    static abstract int YStride { get; }

    /// <summary>Those of the kernel and the bias behind it, as the parameters lie, from all rows of the batch.</summary>
    static abstract void Update<T>(float* x, float* dz, float* gradients, int batch)
        where T : unmanaged, IRows<T>;
}
