namespace StaticNet;

/// <summary>
/// Applies the layer written below it to each step of a sequence on its own, with the same weights: <c>[TimeDistributed, Dense(8)]</c>,
/// Keras' <c>TimeDistributed(Dense(8))</c>. <see cref="DenseAttribute"/> can be wrapped. A mask is passed on.
/// </summary>
/// <remarks>From a sequence (steps, ..., n) to (steps, ..., units).</remarks>
public sealed class TimeDistributedAttribute : LayerAttribute;
