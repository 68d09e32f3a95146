namespace StaticNet;

/// <summary>Lays outputs one behind the other along an axis: Keras' <c>Concatenate</c>.</summary>
/// <param name="with">The other layers, by their names.</param>
/// <remarks>The outputs have the same shape but for that axis, along which the result is as long as all of them together.</remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [Conv2D(16, 1, ReLU, Name = "small")]
/// [Conv2D(16, 5, ReLU, Padding = Padding.Same, From = "input")]
/// [Concatenate("small")]                       // (32, 32, 16) twice to (32, 32, 32)
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Inception;
/// </code>
/// </example>
public sealed class ConcatenateAttribute(params string[] with) : MergeAttribute(with)
{
    /// <summary>The axis, counted from 1 as Keras does, for which the batch is axis 0; or from the end, -1 being the last. By default -1.</summary>
    public int Axis { get; set; } = -1;
}
