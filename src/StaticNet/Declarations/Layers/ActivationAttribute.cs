namespace StaticNet;

/// <summary>Applies an activation to what comes in; the shape stays.</summary>
/// <param name="activation">The activation.</param>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [Conv2D(16, 3, UseBias = false)]
/// [BatchNormalization]
/// [Activation(ReLU)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class ActivationAttribute(Activation activation) : LayerAttribute
{
    /// <summary>The activation.</summary>
    public Activation Activation { get; } = activation;
}
