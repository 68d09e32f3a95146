namespace StaticNet;

/// <summary>
/// While training, sets a random part of the inputs to 0 and divides the others by 1 - rate, so that sums stay as they were
/// (Srivastava et al. 2014). Does nothing when predicting. Which inputs fall is decided by the model's seed and the step alone.
/// </summary>
/// <param name="rate">The part that is set to 0, from 0 up to, not including, 1.</param>
/// <example>
/// <code>
/// [Model(784)]
/// [Dense(256, ReLU)]
/// [Dropout(0.5)]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class FashionMlp;
/// </code>
/// </example>
public sealed class DropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The part that is set to 0.</summary>
    public double Rate { get; } = rate;
}
