namespace StaticNet;

/// <summary>The mean of outputs, number by number: Keras' <c>Average</c>.</summary>
/// <param name="with">The other layers, by their names.</param>
/// <remarks>
/// y = (a + b + ...) / n All have the same shape, which is the output's; one of them may be a single row, which then counts for every row of the other.
/// </remarks>
/// <example>
/// <code>
/// [Model(8)]
/// [Dense(16, ReLU, Name = "left")]
/// [Dense(16, ReLU, From = "input")]
/// [Average("left")]                                // the mean of both
/// [Dense(1)]
/// public partial class TwoWays;
/// </code>
/// </example>
public sealed class AverageAttribute(params string[] with) : MergeAttribute(with);
