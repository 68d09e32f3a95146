namespace StaticNet;

/// <summary>Makes a sequence of a row of numbers, which is the same at each step: Keras' <c>RepeatVector</c>.</summary>
/// <param name="n">The number of steps, at least 1.</param>
/// <remarks>From (features) to a sequence (n, features).</remarks>
/// <example>
/// <code>
/// [Model(8)]
/// [Dense(16, Tanh)]
/// [RepeatVector(12)]                           // twelve months, each with the same 16 numbers
/// [LSTM(16, ReturnSequences = true)]
/// [Dense(1)]
/// [Flatten]                                    // a loss compares rows of numbers
/// [Loss(Loss.MeanSquaredError)]
/// public partial class Forecast;
/// </code>
/// </example>
public sealed class RepeatVectorAttribute(int n) : LayerAttribute
{
    /// <summary>The number of steps.</summary>
    public int N { get; } = n;
}
