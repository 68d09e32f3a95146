namespace StaticNet.Generators;

/// <summary>
/// A model whose every shape and option is known to be right: what Check gives. Layers are the nodes of a graph; each names the
/// values it takes. Equal specifications give equal code.
/// </summary>
/// <param name="Declaration">Where the class lives, without what was written in its attributes.</param>
/// <param name="InputShape">The shape of one sample, value 0 of the graph; null where inputs are layers of their own.</param>
/// <param name="Layers">The layers; layer i gives value i + 1.</param>
/// <param name="Outputs">The outputs.</param>
internal sealed record ModelSpec(
    ClassIdentity Declaration, EquatableArray<int>? InputShape, EquatableArray<LayerNode> Layers, EquatableArray<OutputSpec> Outputs)
{
    /// <summary>Of a model that takes one step at a time, the steps of a whole sequence; else 0.</summary>
    public int Window { get; init; }

    /// <summary>Whether there are losses, which all outputs have or none.</summary>
    public bool IsTrainable => Outputs[0].Loss is not null;
}

/// <summary>An output of the model.</summary>
/// <param name="Layer">The layer that gives it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Shape">Its shape for one sample.</param>
/// <param name="Loss">The loss; null in a model for inference only.</param>
/// <param name="Weight">What the loss is multiplied by.</param>
internal sealed record OutputSpec(int Layer, string Name, EquatableArray<int> Shape, LossSpec? Loss, double Weight)
{
    /// <summary>What a model calls its output where it declares no other.</summary>
    public const string DefaultName = "output";

    /// <summary>The numbers in it for one sample.</summary>
    public long Size => ModelChecker.Size(Shape);

    /// <summary>The rows, each of which has a loss of its own.</summary>
    public long Rows => Size / Shape[Shape.Count - 1];

    /// <summary>The numbers of a target: a label for each row, or a number for each of its own.</summary>
    public long TargetSize => Loss is { TakesLabels: true } ? Rows : Size;
}

/// <summary>A layer in the graph.</summary>
/// <param name="Spec">The layer.</param>
/// <param name="Inputs">The values it takes; none at an input.</param>
/// <param name="IsNamed">Whether its author has named it, so that its output can be asked for.</param>
internal sealed record LayerNode(LayerSpec Spec, EquatableArray<int> Inputs, bool IsNamed = false)
{
    /// <summary>The name of the block that ends here, where that is what its author has named.</summary>
    public string? UseName { get; init; }

    /// <summary>The layer whose weights it has, by its place; null where it has its own.</summary>
    public int? SharesWith { get; init; }

    /// <summary>How many weights it has of its own.</summary>
    public int ParameterCount => SharesWith is null ? Spec.ParameterCount : 0;

    /// <summary>How many of them gradients do not change.</summary>
    public int NonTrainableCount => SharesWith is null ? Spec.NonTrainableCount : 0;

    /// <summary>The properties of its own parameters.</summary>
    public IEnumerable<string> Properties => SharesWith is null ? Spec.Properties : [];

    /// <summary>The name of its output.</summary>
    public string OutputName => UseName ?? Spec.Name;
}

/// <summary>What Check gives.</summary>
/// <param name="Spec">The specification; null where something is wrong.</param>
/// <param name="Skeleton">What the class keeps then; null where nothing is wrong, or nothing can be added to the class.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record CheckResult(ModelSpec? Spec, Skeleton? Skeleton, EquatableArray<DiagnosticInfo> Diagnostics);
