namespace StaticNet;

/// <summary>Loss and accuracy of one batch, before the step that was taken on it.</summary>
/// <param name="Loss">The mean loss.</param>
/// <param name="Accuracy">The mean accuracy; null where the loss is not one of classes.</param>
public readonly record struct BatchResult(double Loss, double? Accuracy);
