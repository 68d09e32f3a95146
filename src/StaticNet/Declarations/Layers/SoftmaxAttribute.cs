namespace StaticNet;

/// <summary>
/// exp(x) over the sum of exp(x) along the last axis, so that each row becomes positive and sums to 1: Keras' <c>Softmax</c> layer. It is the
/// same as <c>[Activation(Softmax)]</c>.
/// </summary>
/// <remarks>For any shape, which stays.</remarks>
/// <example>
/// <code>
/// [Model(784)]
/// [Dense(256, ReLU)]
/// [Dense(10)]
/// [Softmax]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class FashionMlp;
/// </code>
/// </example>
public sealed class SoftmaxAttribute : LayerAttribute;
