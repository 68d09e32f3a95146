namespace StaticNet;

/// <summary>
/// While training, a random part of the inputs becomes what SELU gives far below 0, and all are scaled and shifted such that mean and variance stay:
/// Keras' <c>AlphaDropout</c> (Klambauer et al. 2017), for layers with <see cref="Activation.SELU"/>. Does nothing when predicting. The choice is
/// decided by the model's seed, the step and the sample alone.
/// </summary>
/// <param name="rate">The part, from 0 up to, not including, 1.</param>
/// <remarks>For any shape, which stays.</remarks>
/// <example>
/// <code>
/// [Model(784)]
/// [Dense(256, SELU, KernelInitializer = Initializer.LecunNormal)]
/// [AlphaDropout(0.1)]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class FashionMlp;
/// </code>
/// </example>
public sealed class AlphaDropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The part that is dropped.</summary>
    public double Rate { get; } = rate;
}
