namespace StaticNet;

/// <summary>Multiplies by a constant and adds another: y = x * scale + offset, Keras' <c>Rescaling</c>.</summary>
/// <param name="scale">What is multiplied by: <c>1f / 255</c> brings bytes to the range from 0 to 1.</param>
/// <param name="offset">What is added.</param>
/// <remarks>For any shape, which stays.</remarks>
public sealed class RescalingAttribute(float scale, float offset = 0) : LayerAttribute
{
    /// <summary>What is multiplied by.</summary>
    public float Scale { get; } = scale;

    /// <summary>What is added.</summary>
    public float Offset { get; } = offset;
}
