using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The forward pass of a small layer, written out in generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe interface IUnrolledForward
{
    /// <summary>The floats from a row of the input to the next.</summary>
    static abstract int XStride { get; }

    /// <summary>The same of the output.</summary>
    static abstract int YStride { get; }

    /// <summary>y of a few rows.</summary>
    static abstract void Forward<T>(float* parameters, float* x, float* y)
        where T : unmanaged, IRows<T>;
}
