namespace StaticNet;

/// <summary>
/// Makes a partial class a neural network. The attributes that follow it, from top to bottom, are its layers; the generator writes
/// the class's weights, its prediction and, where a <see cref="LossAttribute"/> is given, its training.
/// </summary>
/// <param name="inputShape">
/// The shape of one sample, without the batch: <c>[Model(784)]</c> for 784 numbers, <c>[Model(28, 28, 1)]</c> for a grey image in rows,
/// <c>[Model(100)]</c> for 100 tokens where the first layer is an <see cref="EmbeddingAttribute"/>. Nothing in a model whose inputs are declared
/// by an <see cref="InputAttribute"/> each.
/// </param>
/// <example>
/// <code>
/// [Model(784)]
/// [Dense(128, ReLU)]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Classifier;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModelAttribute(params int[] inputShape) : Attribute
{
    /// <summary>The shape of one sample; empty where inputs are declared by themselves.</summary>
    public IReadOnlyList<int> InputShape { get; } = [.. inputShape];
}
