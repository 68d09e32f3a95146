namespace StaticNet;

/// <summary>Exchanges the axes of a sample: Keras' <c>Permute</c>.</summary>
/// <param name="dims">
/// For each axis of the output the axis of the input, counted from 1: <c>[Permute(2, 1)]</c> transposes a matrix. Each axis once.
/// </param>
/// <remarks><c>[Permute(3, 1, 2)]</c> turns an image (height, width, channels) into (channels, height, width).</remarks>
/// <example>
/// <code>
/// [Model(3, 32, 32)]                           // channels first
/// [Permute(2, 3, 1)]                           // (32, 32, 3)
/// [Conv2D(32, 3, ReLU)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class PermuteAttribute(params int[] dims) : LayerAttribute
{
    /// <summary>For each axis of the output the axis of the input, counted from 1.</summary>
    public IReadOnlyList<int> Dims { get; } = [.. dims];
}
