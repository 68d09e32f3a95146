namespace StaticNet;

/// <summary>
/// Makes a partial class a block: a stack of layers that models and other blocks put in place with <see cref="UseAttribute{TBlock}"/>, its weights
/// new each time. The attributes that follow it, from top to bottom, are its layers; constants of the class are its options, with their
/// defaults.
/// </summary>
/// <remarks>
/// A block has no shape of its own: it takes what comes in where it is used. Its layers see each other by their names, and the block's input by
/// the name <see cref="Block.Input"/>. Arguments may be computed from the constants: <c>Filters * 4</c>.
/// </remarks>
/// <example>
/// <code>
/// [Block]
/// [Conv2D(Filters, 3, ReLU, Strides = Strides, Padding = Padding.Same)]
/// [Conv2D(Filters, 3, Padding = Padding.Same, Name = "body")]
/// [Conv2D(Filters, 1, Strides = Strides, From = Block.Input, SkipIfSameShape = true)]
/// [Add("body")]
/// [Activation(ReLU)]
/// public partial class Residual
/// {
///     const int Filters = 16, Strides = 1;
/// }
///
/// [Model(28, 28, 1)]
/// [Conv2D(16, 3, ReLU, Padding = Padding.Same)]
/// [Use&lt;Residual>(Times = 2)]
/// [Use&lt;Residual>("Filters", 32, "Strides", 2)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class SmallResNet;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BlockAttribute : Attribute;
