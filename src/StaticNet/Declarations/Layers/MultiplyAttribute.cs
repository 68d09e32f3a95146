namespace StaticNet;

/// <summary>Multiplies outputs, number by number: Keras' <c>Multiply</c>.</summary>
/// <param name="with">The other layers, by their names.</param>
/// <remarks>
/// y = a b ... All have the same shape, which is the output's; one of them may be a single row, which then counts for every row of the other.
/// </remarks>
/// <example>
/// <code>
/// [Model(8)]
/// [Dense(16, ReLU, Name = "left")]
/// [Dense(16, ReLU, From = "input")]
/// [Multiply("left")]                                // what stands above, times "left"
/// [Dense(1)]
/// public partial class TwoWays;
/// </code>
/// </example>
public sealed class MultiplyAttribute(params string[] with) : MergeAttribute(with);
