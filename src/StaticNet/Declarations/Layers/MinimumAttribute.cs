namespace StaticNet;

/// <summary>The smallest of outputs, number by number: Keras' <c>Minimum</c>.</summary>
/// <param name="with">The other layers, by their names.</param>
/// <remarks>
/// y = min(a, b, ...); the gradient goes to the first of the smallest. All have the same shape, which is the output's; one of them may be a single row, which then counts for every row of the other.
/// </remarks>
/// <example>
/// <code>
/// [Model(8)]
/// [Dense(16, ReLU, Name = "left")]
/// [Dense(16, ReLU, From = "input")]
/// [Minimum("left")]                                // the smaller of both
/// [Dense(1)]
/// public partial class TwoWays;
/// </code>
/// </example>
public sealed class MinimumAttribute(params string[] with) : MergeAttribute(with);
