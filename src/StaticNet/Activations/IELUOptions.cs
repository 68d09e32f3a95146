using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The option of an ELU, as a constant.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IELUOptions
{
    /// <summary>What the result comes near far below 0, without its sign; at least 0.</summary>
    static abstract float Alpha { get; }
}
