namespace StaticNet.Generators;

/// <summary>Which steps do the work of others: the one table, so that no kind of layer has to know another.</summary>
internal static class FusionRules
{
    /// <summary>The step that does the work of one and of the next, which alone takes its output; null where there is none.</summary>
    public static PlanStep? Fuse(PlanStep step, PlanStep next, bool inference) => (step, next) switch
    {
        (_, ActivationStep { IsFusible: true } activation) when step.AppliesActivation && step.Output.Activation == Activation.Linear
            => step with { Output = next.Output with { Activation = activation.Activation } },
        (EmbeddingStep embedding, GlobalAveragePooling1DStep average) when average.Mask == embedding.Mask
            => new AveragedEmbeddingStep($"{embedding.Identifier}Average_", embedding.Embedding, embedding.Input, next.Output, embedding.Table, average.Scales),
        (Conv2DStep { Normalization: null, IsWorthFolding: true } convolution, BatchNormalizationStep normalization)
            when inference && convolution.Output.Activation == Activation.Linear
            => convolution with { Output = next.Output, Normalization = normalization },
        (Conv2DStep convolution, MaxPooling2DStep pooling) => PooledConv2DStep.Create(convolution, pooling),
        _ => null,
    };

    /// <summary>The next step, doing for itself the work of the one whose output it takes; null where it does not.</summary>
    public static PlanStep? FuseInto(PlanStep step, PlanStep next, bool inference) => (step, next) switch
    {
        (EmbeddingStep embedding, RecurrentStep recurrence) when inference && recurrence.Mask == embedding.Mask && recurrence.Tabulates(embedding)
            => recurrence with { Input = embedding.Input, Embedding = embedding },
        _ => null,
    };
}
