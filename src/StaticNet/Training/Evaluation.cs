using static System.FormattableString;

namespace StaticNet;

/// <summary>How well a model does on data.</summary>
public sealed class Evaluation
{
    internal Evaluation(double loss, double? accuracy) => (Loss, Accuracy) = (loss, accuracy);

    /// <summary>The mean loss: of all samples, or of all steps that no mask leaves out.</summary>
    public double Loss { get; }

    /// <summary>
    /// The part of the samples, or steps, whose class was found (of the outputs, for <see cref="StaticNet.Loss.BinaryCrossentropy"/>); null where
    /// the loss is not one of classes.
    /// </summary>
    public double? Accuracy { get; }

    /// <summary>Both as the progress of a training shows them: <c>accuracy: 0.9833 - loss: 0.0612</c>.</summary>
    public override string ToString() => Accuracy is { } accuracy ? Invariant($"accuracy: {accuracy:F4} - loss: {Loss:F4}") : Invariant($"loss: {Loss:F4}");
}
