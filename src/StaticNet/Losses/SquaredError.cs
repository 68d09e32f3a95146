using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The error of <see cref="Loss.MeanSquaredError"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SquaredError : IErrorFunction
{
    /// <inheritdoc/>
    public static double Value(double error) => error * error;

    /// <inheritdoc/>
    public static double Slope(double error) => 2 * error;
}
