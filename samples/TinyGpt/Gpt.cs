using static StaticNet.Activation;

namespace StaticNet.Samples.TinyGpt;

/// <summary>
/// Tells the next character after each of 64, as GPT-2 does with words (Radford et al. 2019): four blocks of attention to what stands before
/// and of two dense layers, each of which adds to what it takes.
/// </summary>
[Model(Length)]
[Embedding(Alphabet.Size, 128), PositionEmbedding(Name = "characters")]
[LayerNormalization, MultiHeadAttention(4, 32, Causal = true), Add("characters", Name = "attended_1")]
[LayerNormalization, Dense(512, GELU), Dense(128), Add("attended_1", Name = "block_1")]
[LayerNormalization, MultiHeadAttention(4, 32, Causal = true), Add("block_1", Name = "attended_2")]
[LayerNormalization, Dense(512, GELU), Dense(128), Add("attended_2", Name = "block_2")]
[LayerNormalization, MultiHeadAttention(4, 32, Causal = true), Add("block_2", Name = "attended_3")]
[LayerNormalization, Dense(512, GELU), Dense(128), Add("attended_3", Name = "block_3")]
[LayerNormalization, MultiHeadAttention(4, 32, Causal = true), Add("block_3", Name = "attended_4")]
[LayerNormalization, Dense(512, GELU), Dense(128), Add("attended_4")]
[LayerNormalization]
[Dense(Alphabet.Size, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Gpt
{
    /// <summary>The characters that it sees at a time.</summary>
    public const int Length = 64;
}
