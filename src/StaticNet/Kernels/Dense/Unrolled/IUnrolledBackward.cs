using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The backward pass of a small layer, written out in generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe interface IUnrolledBackward
{
    /// <summary>The floats from a row of the input to the next.</summary>
    static abstract int XStride { get; }

    /// <summary>The same of the output.</summary>
    static abstract int YStride { get; }

    /// <summary>dx of a few rows.</summary>
    static abstract void Backward<T>(float* derived, float* dz, float* x, float* dx)
        where T : unmanaged, IRows<T>;
}
