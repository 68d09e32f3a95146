namespace StaticNet.Generators;

/// <summary>What a step may be doing when it touches memory.</summary>
internal enum Pass
{
    /// <summary>The forward pass of a prediction.</summary>
    Inference,

    /// <summary>The forward pass of a training step.</summary>
    Forward,

    /// <summary>The backward pass, which passes the gradient on to the step's input.</summary>
    Backward,

    /// <summary>The update of the step's weights, when all samples are through.</summary>
    Update,
}
