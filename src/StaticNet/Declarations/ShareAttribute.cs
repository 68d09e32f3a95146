namespace StaticNet;

/// <summary>Runs a layer, or a whole block, once more, with the same weights on another value: Keras' call of a layer that was called before.</summary>
/// <param name="name">The layer above, or the use of a block, by its name.</param>
/// <remarks>
/// It has the options of that layer, and takes a value that its weights fit: one of the same shape or, where they do not depend on it, a sequence of
/// another length or an image of another size. The gradients of both add up. What it is called itself is up to
/// <see cref="LayerAttribute.Name"/>.
/// </remarks>
/// <example>
/// Two halves of the input that are read alike, and compared:
/// <code>
/// [Model(16)]
/// [Reshape(2, 8, Name = "halves")]
/// [Cropping1D(0, 1), Flatten]
/// [Dense(4, Tanh, Name = "read")]
/// [Cropping1D(1, 0, From = "halves"), Flatten]
/// [Share("read", Name = "again")]
/// [Subtract("read"), Dense(1, Sigmoid)]
/// [Loss(Loss.BinaryCrossentropy)]
/// public partial class Compare;
/// </code>
/// </example>
public sealed class ShareAttribute(string name) : LayerAttribute
{
    /// <summary>The layer or block that it runs.</summary>
    public string Shared { get; } = name;
}
