using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The error of <see cref="Loss.MeanSquaredError"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SquaredError : IErrorFunction
{
    /// <inheritdoc/>
    static double IErrorFunction.Value(double error) => error * error;

    /// <inheritdoc/>
    static double IErrorFunction.Slope(double error) => 2 * error;
}
