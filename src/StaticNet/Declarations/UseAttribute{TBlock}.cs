namespace StaticNet;

/// <summary>Puts a block in place: its layers, with weights of their own.</summary>
/// <typeparam name="TBlock">The block, a class with <see cref="BlockAttribute"/>.</typeparam>
/// <param name="constants">
/// The block's constants that are to have other values than their defaults, each by its name and value: <c>"Filters", 32, "Strides", 2</c>.
/// </param>
/// <remarks>
/// The layers' names have the use's before them: <c>residual/conv2d</c>, in the second use <c>residual_1/conv2d</c>. Elsewhere the use's name
/// stands for what the block gives.
/// </remarks>
/// <example>
/// <code>
/// [Block]
/// [Dense(Units, ReLU), Dropout(0.1)]
/// public partial class Hidden
/// {
///     const int Units = 64;
/// }
///
/// [Model(784)]
/// [Use&lt;Hidden>("Units", 128, Times = 2)]
/// [Use&lt;Hidden>]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Classifier;
/// </code>
/// </example>
public sealed class UseAttribute<TBlock>(params object[] constants) : LayerAttribute
    where TBlock : class
{
    /// <summary>The names and values of constants.</summary>
    public IReadOnlyList<object> Constants { get; } = [.. constants];

    /// <summary>
    /// How many of them stand one behind the other, each with weights of its own and with a number from the second on; the use's name stands for
    /// what the last of them gives.
    /// </summary>
    public int Times { get; set; } = 1;
}
