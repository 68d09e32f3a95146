namespace StaticNet;

/// <summary>
/// Masks the steps of a sequence all of whose numbers equal a value, Keras' <c>Masking</c>: layers that heed masks leave them out, and their
/// numbers become 0.
/// </summary>
/// <param name="maskValue">The value; 0 by default.</param>
/// <remarks>For a sequence (steps, features); the shape stays.</remarks>
public sealed class MaskingAttribute(double maskValue = 0) : LayerAttribute
{
    /// <summary>The value.</summary>
    public double MaskValue { get; } = maskValue;
}
