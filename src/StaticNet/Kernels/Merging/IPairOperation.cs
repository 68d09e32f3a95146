using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>How two numbers become one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPairOperation
{
    /// <summary>The result.</summary>
    internal static abstract TV Forward<TV>(TV first, TV second)
        where TV : unmanaged, ISimd<TV>;

    /// <summary>The gradient by the first, of the one by the result.</summary>
    internal static abstract TV BackFirst<TV>(TV gradient, TV first, TV second)
        where TV : unmanaged, ISimd<TV>;

    /// <summary>The gradient by the second.</summary>
    internal static abstract TV BackSecond<TV>(TV gradient, TV first, TV second)
        where TV : unmanaged, ISimd<TV>;
}
