using static StaticNet.Activation;

namespace StaticNet.Samples.TinyGpt;

/// <summary>Attention to what stands before, then two dense layers, each of which adds to what it takes.</summary>
[Block]
[LayerNormalization, MultiHeadAttention(Heads, Width / Heads, Causal = true), Add(Block.Input, Name = "attended")]
[LayerNormalization, Dense(4 * Width, GELU), Dense(Width), Add("attended")]
internal sealed partial class GptBlock
{
    private const int Width = 128;
    private const int Heads = 4;
}
