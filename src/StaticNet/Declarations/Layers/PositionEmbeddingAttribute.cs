namespace StaticNet;

/// <summary>
/// Adds a learned row of numbers to each step of a sequence, which tells where the step stands: what KerasHub's <c>PositionEmbedding</c> gives, added
/// to its input as <c>TokenAndPositionEmbedding</c> does. Attention knows nothing of the order of steps without it.
/// </summary>
/// <param name="sequenceLength">The rows of the table, at least as many as the sequence has steps; by default as many.</param>
/// <remarks>From (steps, width) to the same. The table has the shape (sequenceLength, width) and passes masks on.</remarks>
/// <example>
/// <code>
/// [Model(200)]                                 // 200 tokens
/// [Embedding(20_000, 32), PositionEmbedding]
/// [LayerNormalization]
/// [GlobalAveragePooling1D]
/// [Dense(1, Sigmoid)]
/// [Loss(Loss.BinaryCrossentropy)]
/// public partial class Reviews;
/// </code>
/// </example>
public sealed class PositionEmbeddingAttribute(int sequenceLength = 0) : LayerAttribute
{
    /// <summary>The rows of the table; 0 for as many as the sequence has steps.</summary>
    public int SequenceLength { get; } = sequenceLength;

    /// <summary>What the table starts from.</summary>
    public Initializer Initializer { get; set; } = Initializer.GlorotUniform;
}
