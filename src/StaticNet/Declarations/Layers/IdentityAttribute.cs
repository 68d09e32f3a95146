namespace StaticNet;

/// <summary>Gives what comes in: Keras' <c>Identity</c>. It costs nothing, and can give a place in the model a name.</summary>
/// <remarks>For any shape, which stays.</remarks>
/// <example>
/// <code>
/// [Model(784)]
/// [Dense(256, ReLU)]
/// [Identity(Name = "features")]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class FashionMlp;
/// </code>
/// </example>
public sealed class IdentityAttribute : LayerAttribute;
