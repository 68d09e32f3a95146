namespace StaticNet;

/// <summary>
/// What training makes small. A model without it can predict but not train, and carries no training code. A model with several outputs has an
/// <see cref="OutputAttribute"/> for each instead.
/// </summary>
/// <param name="loss">The loss; it must fit the last layer.</param>
/// <remarks>
/// An output of several rows has a loss for each: of a sequence (steps, classes) each step, of an image (height, width, channels) each pixel.
/// A sample's loss is their mean, and its target has a label, or numbers, for each of them. Where
/// the output has a mask, the loss of a batch is the mean of all steps of it that count, and so is the accuracy; targets of others are not looked
/// at, but must be such as a target can be.
/// </remarks>
/// <example>
/// <code>
/// [Model(10)]
/// [Dense(64, ReLU)]
/// [Dense(1)]
/// [Loss(Loss.MeanSquaredError)]
/// public partial class Prices;
/// </code>
/// A class for each step of a sequence, whose targets are as many labels:
/// <code>
/// [Model(40)]
/// [Embedding(5_000, 32)]
/// [Bidirectional, LSTM(32, ReturnSequences = true)]
/// [Dense(9, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Tagger;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LossAttribute(Loss loss) : Attribute
{
    /// <summary>The loss.</summary>
    public Loss Loss { get; } = loss;
}
