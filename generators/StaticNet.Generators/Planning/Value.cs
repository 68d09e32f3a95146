namespace StaticNet.Generators;

/// <summary>What flows between steps, or what a step saves or needs for itself.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What generated code calls it.</param>
/// <param name="Shape">Its shape for one sample.</param>
/// <param name="Stride">
/// From one row, along the last axis, to the next. Rows of values with a gradient are whole vectors; other rows lie without gaps.
/// </param>
/// <param name="Activation">
/// The activation fused into the step that makes it. Whoever writes its gradient multiplies by that activation's slope, so that the
/// gradient is the one by the sums.
/// </param>
/// <param name="HasGradient">Whether weights lie before it.</param>
internal sealed record Value(int Id, string Name, EquatableArray<int> Shape, int Stride, Activation Activation, bool HasGradient)
{
    /// <summary>Whether it is an input of the model, which lies in memory that is given.</summary>
    public bool IsInput { get; init; }

    /// <summary>The numbers of a sample that lie before it, in a model of several inputs.</summary>
    public long Column { get; init; }

    /// <summary>Whether its numbers are bytes, four in the place of a float; its rows are whole vectors.</summary>
    public bool IsBytes { get; init; }

    /// <summary>Whether it is needed only while a step runs, whatever the number of samples.</summary>
    public bool IsScratch { get; init; }

    /// <summary>The name of the constant that says where it lies.</summary>
    public string Constant => char.ToUpperInvariant(Name[0]) + Name.Substring(1);

    /// <summary>Whether it outlives the prediction of a step, for those that follow.</summary>
    public bool IsKept { get; init; }

    /// <summary>What generated code calls the gradient by it.</summary>
    public string GradientName => Name + "Gradient";

    /// <summary>The length of a row.</summary>
    public int Width => Shape[Shape.Count - 1];

    /// <summary>The rows of one sample.</summary>
    public int Rows => Shape.Take(Shape.Count - 1).Aggregate(1, (size, next) => size * next);

    /// <summary>The floats of one sample, with the gaps between rows.</summary>
    public long Floats => IsBytes ? (long)Rows * Stride / sizeof(float) : (long)Rows * Stride;

    /// <summary>The same, as code writes it: <c>13 * 13 * 32</c>.</summary>
    public string FloatsCode => Text.Product(Shape.Take(Shape.Count - 1).Append(Stride)) + (IsBytes ? $" / {sizeof(float)}" : "");

    /// <summary>Whether rows have gaps between them.</summary>
    public bool HasGaps => Rows > 1 && Stride != Width;

    /// <summary>What is applied to what makes it, for comments.</summary>
    public string ActivationOf => Activation == Activation.Linear ? "" : Activation.Title + " of ";

    /// <summary>What its gradient is multiplied by, for comments.</summary>
    public string TimesSlope => Activation == Activation.Linear ? "" : $", times the slope of {Activation.Title} at x";
}
