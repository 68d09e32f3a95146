namespace StaticNet;

/// <summary>
/// Masks the steps of a sequence all of whose numbers equal a value, Keras' <c>Masking</c>: layers that heed masks leave them out, and their
/// numbers become 0.
/// </summary>
/// <param name="maskValue">The value; 0 by default.</param>
/// <remarks>For a sequence (steps, features); the shape stays.</remarks>
/// <example>
/// <code>
/// [Model(100, 6)]
/// [Masking]                                    // steps of zeros only are padding
/// [LSTM(32)]
/// [Dense(5, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Sensors;
/// </code>
/// </example>
public sealed class MaskingAttribute(double maskValue = 0) : LayerAttribute
{
    /// <summary>The value.</summary>
    public double MaskValue { get; } = maskValue;
}
