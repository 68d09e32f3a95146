namespace StaticNet.Generators;

/// <summary>Where a method is called: what operands are there.</summary>
/// <param name="Input">How an input of the model is written.</param>
/// <param name="Derived">What a training derives from the weights.</param>
/// <param name="Prepared">What predictions derive from the weights of the step.</param>
internal sealed record CallSite(Func<Value, string> Input, string Derived, string Prepared)
{
    /// <summary>Where gradients of weights go.</summary>
    public string Gradients { get; init; } = "step.Gradients";

    /// <summary>Whether one thread does all the work.</summary>
    public bool IsOneThread { get; init; }

    /// <summary>The same for one thread alone.</summary>
    public CallSite OnOneThread => this with { IsOneThread = true };

    /// <summary>In a training step.</summary>
    public static readonly CallSite Training = new(Local, "step.Derived", "");

    /// <summary>Where a training derives from the weights.</summary>
    public static readonly CallSite Deriving = new(Local, "derived", "");

    /// <summary>In a prediction, or where it derives from the weights.</summary>
    public static CallSite Prediction(string prepared = "prepared") => new(Local, "", prepared);

    private static string Local(Value input) => input.Name;
}
