namespace StaticNet;

/// <summary>x above 0, alpha x below with a learned alpha, starting from 0: Keras' <c>PReLU</c> (He et al. 2015).</summary>
/// <param name="sharedAxes">
/// The axes along which all places share their alphas, counted from 1; by default none, so that each number of a sample has an alpha of its own.
/// </param>
/// <remarks>For any shape, which stays. Alpha has that shape with 1 for the shared axes: after <c>[PReLU(1, 2)]</c> one alpha a channel.</remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [Conv2D(16, 3)]
/// [PReLU(1, 2)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class PReLUAttribute(params int[] sharedAxes) : LayerAttribute
{
    /// <summary>The axes along which all places share their alphas, counted from 1.</summary>
    public IReadOnlyList<int> SharedAxes { get; } = [.. sharedAxes];
}
