namespace StaticNet.Generators;

/// <summary>What flows between steps.</summary>
/// <param name="Id">Its number; 0 is the model's input.</param>
/// <param name="Name">What generated code calls it.</param>
/// <param name="Shape">Its shape for one sample.</param>
/// <param name="Stride">Floats from one row, along the last axis, to the next.</param>
/// <param name="Activation">
/// The activation fused into the step that makes it. Whoever writes its gradient multiplies by that activation's slope, so that the
/// gradient is the one by the sums.
/// </param>
/// <param name="HasGradient">Whether weights lie before it.</param>
internal sealed record Value(int Id, string Name, EquatableArray<int> Shape, int Stride, Activation Activation, bool HasGradient)
{
    /// <summary>The rows of one sample.</summary>
    public int Rows => Shape.Take(Shape.Count - 1).Aggregate(1, (size, next) => size * next);

    /// <summary>The floats of one sample, with the gaps between rows.</summary>
    public int Floats => Rows * Stride;

    /// <summary>What its gradient is multiplied by, for comments.</summary>
    public string TimesSlope => Activation == Activation.Linear ? "" : $", times the slope of {Activation.Name} at x";
}
