using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The error of <see cref="Loss.Huber"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HuberError : IErrorFunction
{
    /// <inheritdoc/>
    static double IErrorFunction.Value(double error) => Math.Abs(error) <= 1 ? error * error / 2 : Math.Abs(error) - 0.5;

    /// <inheritdoc/>
    static double IErrorFunction.Slope(double error) => Math.Clamp(error, -1, 1);
}
