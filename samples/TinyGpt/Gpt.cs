using static StaticNet.Activation;

namespace StaticNet.Samples.TinyGpt;

/// <summary>
/// Tells the next character after each of 64, as GPT-2 does with words (Radford et al. 2019), by four blocks one behind the other.
/// </summary>
[Model(Length)]
[Embedding(Alphabet.Size, 128), PositionEmbedding]
[Use<GptBlock>(Times = 4)]
[LayerNormalization]
[Dense(Alphabet.Size, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Gpt
{
    /// <summary>The characters that it sees at a time.</summary>
    public const int Length = 64;
}
