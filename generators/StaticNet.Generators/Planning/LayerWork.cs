namespace StaticNet.Generators;

/// <summary>Something that a training step or a prediction does, and for which layers.</summary>
/// <param name="Layers">The layers; those that are fused are named together.</param>
/// <param name="Statement">What is done.</param>
internal sealed record LayerWork(EquatableArray<LayerSpec> Layers, Statement Statement)
{
    /// <summary>The output whose loss it is, or a part of it; null for the work of layers.</summary>
    public HeadPlan? Loss { get; init; }

    /// <summary>Something that a step does.</summary>
    public static LayerWork Of(PlanStep step, Statement statement) => new(new(step.Layers), statement);

    /// <summary>Something that the loss of an output does.</summary>
    public static LayerWork Of(HeadPlan head, Statement statement) => new(new([head.Layer]), statement) { Loss = head };
}
