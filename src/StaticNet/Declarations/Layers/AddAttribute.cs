namespace StaticNet;

/// <summary>Adds up outputs, number by number: Keras' <c>Add</c>.</summary>
/// <param name="with">The other layers, by their names.</param>
/// <remarks>
/// y = a + b + ... All have the same shape, which is the output's; one of them may be a single row, which then counts for every row of the other.
/// </remarks>
/// <example>
/// <code>
/// [Model(28, 28, 1)]
/// [Conv2D(16, 3, ReLU, Padding = Padding.Same, Name = "shortcut")]
/// [Conv2D(16, 3, ReLU, Padding = Padding.Same)]
/// [Conv2D(16, 3, Padding = Padding.Same)]
/// [Add("shortcut")]                            // what stands above, and "shortcut"
/// [Activation(ReLU)]
/// public partial class ResidualBlock;
/// </code>
/// </example>
public sealed class AddAttribute(params string[] with) : MergeAttribute(with);
