using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>A loss that is a function of the difference between output and target.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IErrorFunction
{
    /// <summary>The loss of a difference.</summary>
    internal static abstract double Value(double error);

    /// <summary>Its derivative.</summary>
    internal static abstract double Slope(double error);
}
