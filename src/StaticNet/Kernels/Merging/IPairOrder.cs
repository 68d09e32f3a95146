using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>Which of two numbers comes first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPairOrder
{
    /// <summary>Where the first comes before the second.</summary>
    internal static abstract TV IsBefore<TV>(TV first, TV second)
        where TV : unmanaged, ISimd<TV>;
}
