namespace StaticNet;

/// <summary>
/// While training, multiplies by normally distributed numbers of mean 1 and variance rate / (1 - rate), as much as <c>[Dropout(rate)]</c> has:
/// Keras' <c>GaussianDropout</c> (Srivastava et al. 2014). Does nothing when predicting. The numbers are decided by the model's seed, the step
/// and the sample alone.
/// </summary>
/// <param name="rate">The rate, from 0 up to, not including, 1.</param>
/// <remarks>For any shape, which stays.</remarks>
/// <example>
/// <code>
/// [Model(784)]
/// [Dense(256, ReLU)]
/// [GaussianDropout(0.2)]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class FashionMlp;
/// </code>
/// </example>
public sealed class GaussianDropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The rate.</summary>
    public double Rate { get; } = rate;
}
