namespace StaticNet;

/// <summary>
/// Applies the layer written below it to each step of a sequence on its own, with the same weights: <c>[TimeDistributed, Dense(8)]</c>,
/// Keras' <c>TimeDistributed(Dense(8))</c>. <see cref="DenseAttribute"/> can be wrapped. A mask is passed on.
/// </summary>
/// <remarks>From a sequence (steps, ..., n) to (steps, ..., units).</remarks>
/// <example>
/// <code>
/// [Model(24, 6)]
/// [LSTM(32, ReturnSequences = true)]
/// [TimeDistributed, Dense(1)]                  // a number for each of the 24 steps
/// [Flatten]                                    // a loss compares rows of numbers
/// [Loss(Loss.MeanSquaredError)]
/// public partial class Forecast;
/// </code>
/// </example>
public sealed class TimeDistributedAttribute : LayerAttribute;
