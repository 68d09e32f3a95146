namespace StaticNet.Generators;

/// <summary>What the compiler knows of an activation.</summary>
/// <param name="Name">The kernel's type, which is the member of <c>StaticNet.Activation</c> where there are no options.</param>
/// <param name="Form">How it is applied and differentiated.</param>
internal sealed record Activation(string Name, ActivationForm Form)
{
    public static readonly Activation Linear = new("Linear", ActivationForm.FromOutput);
    public static readonly Activation Sigmoid = new("Sigmoid", ActivationForm.FromOutput);
    public static readonly Activation Tanh = new("Tanh", ActivationForm.FromOutput);
    public static readonly Activation Softmax = new("Softmax", ActivationForm.Rows);
    public static readonly Activation LogSoftmax = new("LogSoftmax", ActivationForm.Rows);

    /// <summary>What a kernel's type that takes options is told.</summary>
    public ShapeType? Options { get; init; }

    /// <summary>What people call it.</summary>
    public string Title { get; init; } = Name;

    // Where the derivative can be told from the result, sums need not be saved for the backward pass.
    private static readonly Activation[] _all =
    [
        Linear,
        new("ReLU", ActivationForm.FromOutput),
        new("LeakyReLU", ActivationForm.FromOutput),
        new("ELU", ActivationForm.FromOutput),
        new("SELU", ActivationForm.FromOutput),
        new("GELU", ActivationForm.FromInput),
        new("SiLU", ActivationForm.FromInput),
        new("Softplus", ActivationForm.FromOutput),
        Sigmoid,
        Tanh,
        Softmax,
        new("ReLU6", ActivationForm.FromOutput),
        new("HardSigmoid", ActivationForm.FromOutput),
        new("HardSiLU", ActivationForm.FromInput),
        new("Mish", ActivationForm.FromInput),
        new("Softsign", ActivationForm.FromOutput),
        new("Exponential", ActivationForm.FromOutput),
        LogSoftmax,
    ];

    /// <summary>The activation of a layer with options of its own.</summary>
    public static Activation With(string kernel, string title, ShapeType options)
        => new($"{kernel}<{options.Name}>", ActivationForm.FromOutput) { Options = options, Title = title };

    public static Activation ByName(string name) => _all.First(activation => activation.Name == name);
}

/// <summary>How an activation is applied and differentiated.</summary>
internal enum ActivationForm
{
    /// <summary>Number by number, with the derivative told from the result.</summary>
    FromOutput,

    /// <summary>Number by number, with the derivative told from the sum.</summary>
    FromInput,

    /// <summary>Row by row.</summary>
    Rows,
}
