using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The error of <see cref="Loss.MeanAbsoluteError"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AbsoluteError : IErrorFunction
{
    /// <inheritdoc/>
    static double IErrorFunction.Value(double error) => Math.Abs(error);

    /// <inheritdoc/>
    static double IErrorFunction.Slope(double error) => error > 0 ? 1 : error < 0 ? -1 : 0;
}
