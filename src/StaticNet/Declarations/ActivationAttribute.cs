namespace StaticNet;

/// <summary>Applies an activation to what comes in; the shape stays.</summary>
/// <param name="activation">The activation.</param>
public sealed class ActivationAttribute(Activation activation) : LayerAttribute
{
    /// <summary>The activation.</summary>
    public Activation Activation { get; } = activation;
}
