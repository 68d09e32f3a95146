namespace StaticNet.Generators;

/// <summary>The steps of a sequence, the first axis of input and output, that a layer's output at a step depends on in a prediction.</summary>
internal enum StepReach
{
    /// <summary>Any, or there are no steps.</summary>
    All,

    /// <summary>That step and those before it.</summary>
    Causal,

    /// <summary>That step alone.</summary>
    SameStep,
}
