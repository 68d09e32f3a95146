namespace StaticNet;

/// <summary>Takes one output from another, number by number: Keras' <c>Subtract</c>.</summary>
/// <param name="with">The other layers, by their names.</param>
/// <remarks>
/// y = a - b, of two alone: what stands above less the named one. All have the same shape, which is the output's; one of them may be a single row, which then counts for every row of the other.
/// </remarks>
/// <example>
/// <code>
/// [Model(8)]
/// [Dense(16, ReLU, Name = "left")]
/// [Dense(16, ReLU, From = "input")]
/// [Subtract("left")]                                // what stands above, less "left"
/// [Dense(1)]
/// public partial class TwoWays;
/// </code>
/// </example>
public sealed class SubtractAttribute(params string[] with) : MergeAttribute(with);
