namespace StaticNet;

/// <summary>Makes what the layer above gives an output of a model that has several. It is called by that layer's name.</summary>
/// <remarks>
/// A training makes the sum of the losses of all outputs small, each by its weight. Either all outputs have a loss or none has: a model without
/// any can predict but not train. What <see cref="LossAttribute"/> says of an output of several rows holds for each of them.
/// </remarks>
/// <example>
/// <code>
/// [Model(28, 28, 1)]
/// [Flatten]
/// [Dense(64, ReLU, Name = "features")]
/// [Dense(10, Softmax, Name = "digit"), Output(Loss.SparseCategoricalCrossentropy)]
/// [Dense(1, Sigmoid, Name = "isBold", From = "features"), Output(Loss.BinaryCrossentropy, Weight = 0.5)]
/// public partial class DigitAndWeight;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>An output of a model for inference only.</summary>
    public OutputAttribute()
    {
    }

    /// <summary>An output that training makes fit its targets.</summary>
    /// <param name="loss">What training makes small; it must fit the layer above.</param>
    public OutputAttribute(Loss loss) => Loss = loss;

    /// <summary>What training makes small; null in a model for inference only.</summary>
    public Loss? Loss { get; }

    /// <summary>What the loss is multiplied by before those of all outputs are added up; by default 1.</summary>
    public double Weight { get; set; } = 1;
}
