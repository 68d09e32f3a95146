namespace StaticNet;

/// <summary>Gives a sample another shape of as many numbers, in row-major order: Keras' <c>Reshape</c>.</summary>
/// <param name="targetShape">
/// The new shape, without the batch: <c>[Reshape(28, 28, 1)]</c>. One size may be -1: it follows from the others.
/// </param>
/// <example>
/// <code>
/// [Model(784)]
/// [Reshape(28, 28, 1)]
/// [Conv2D(32, 3, ReLU)]
/// [Flatten]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Digits;
/// </code>
/// </example>
public sealed class ReshapeAttribute(params int[] targetShape) : LayerAttribute
{
    /// <summary>The new shape; one size may be -1.</summary>
    public IReadOnlyList<int> TargetShape { get; } = [.. targetShape];
}
