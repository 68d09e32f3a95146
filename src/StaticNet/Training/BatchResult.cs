namespace StaticNet;

/// <summary>Loss and accuracy of one batch, before the step that was taken on it.</summary>
/// <param name="Loss">The mean loss; of a model with several outputs the sum of their losses, each by its weight.</param>
/// <param name="Accuracy">The mean accuracy; null where the loss is not one of classes, and of a model with several outputs.</param>
public readonly record struct BatchResult(double Loss, double? Accuracy);
