namespace StaticNet;

/// <summary>
/// x above 0, slope x below: Keras' <c>LeakyReLU</c> layer, whose slope is 0.3 by default, unlike that of the activation
/// <see cref="Activation.LeakyReLU"/>.
/// </summary>
/// <param name="negativeSlope">The slope below 0, at least 0.</param>
/// <remarks>For any shape, which stays.</remarks>
/// <example>
/// <code>
/// [Model(28, 28, 1)]
/// [Conv2D(64, 5, Strides = 2)]
/// [LeakyReLU(0.2)]
/// [Dropout(0.3)]
/// [Flatten]
/// [Dense(1, Sigmoid)]
/// [Loss(Loss.BinaryCrossentropy)]
/// public partial class Discriminator;
/// </code>
/// </example>
public sealed class LeakyReLUAttribute(double negativeSlope = 0.3) : LayerAttribute
{
    /// <summary>The slope below 0.</summary>
    public double NegativeSlope { get; } = negativeSlope;
}
