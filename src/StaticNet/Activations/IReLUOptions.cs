using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The options of a ReLU, as constants. All are at least 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IReLUOptions
{
    /// <summary>The slope below the threshold.</summary>
    static abstract float NegativeSlope { get; }

    /// <summary>The largest result; infinite where there is none.</summary>
    static abstract float MaxValue { get; }

    /// <summary>Above it x stays.</summary>
    static abstract float Threshold { get; }
}
