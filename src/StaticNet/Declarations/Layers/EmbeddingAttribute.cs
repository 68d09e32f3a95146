namespace StaticNet;

/// <summary>
/// A table that gives each token a vector, Keras' <c>Embedding</c>: y[i] = embeddings[token i]. It is the first layer of a model, whose
/// samples then are <see cref="int"/> tokens.
/// </summary>
/// <param name="inputDim">The number of different tokens, 0 to inputDim - 1. Others are refused.</param>
/// <param name="outputDim">The length of a vector.</param>
/// <remarks>
/// From tokens of any shape to that shape with the vectors as the last axis: (steps) to (steps, outputDim). The table has the shape
/// (inputDim, outputDim). A training step touches only the rows that its batch reads.
/// </remarks>
/// <example>
/// <code>
/// [Model(200)]                                 // 200 tokens
/// [Embedding(10_000, 32)]
/// [GlobalAveragePooling1D]
/// [Dense(1, Sigmoid)]
/// [Loss(Loss.BinaryCrossentropy)]
/// public partial class Reviews;
/// </code>
/// </example>
public sealed class EmbeddingAttribute(int inputDim, int outputDim) : LayerAttribute
{
    /// <summary>The number of different tokens.</summary>
    public int InputDim { get; } = inputDim;

    /// <summary>The length of a vector.</summary>
    public int OutputDim { get; } = outputDim;

    /// <summary>
    /// Whether token 0 pads sequences and does not count: layers that heed masks leave such steps out, and so does the loss of an output of
    /// steps. Off by default. The input must be
    /// a sequence.
    /// </summary>
    public bool MaskZero { get; set; }

    /// <summary>What the table starts from.</summary>
    public Initializer EmbeddingsInitializer { get; set; } = Initializer.RandomUniform;
}
