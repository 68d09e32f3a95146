using static StaticNet.Activation;

namespace StaticNet.Tests.Decoding;

/// <summary>The snippets of docs/decoding.md: they stand here word by word, and run.</summary>
[Trait(Widths.Trait, Widths.Any)]
public sealed partial class DocumentationTests
{
    [Fact]
    public void Snippets_are_those_of_the_page() => Snippets.AssertRun("docs/decoding.md");

    [Fact]
    public void Snippets_run()
    {
        int[] prompt = [3, 1, 4];
        var model = new Poet(seed: 42);
        Decoder<int> decoder = model.StartDecoding();      // one for each text
        var scores = new float[decoder.OutputSize];        // 68: the output at one step
        decoder.Read(prompt, scores);                      // what follows the prompt
        while (decoder.Position < decoder.Length)
            decoder.Next(ArgMax.Of(scores), scores);       // what follows that token

        Assert.Equal((68, 64), (scores.Length, decoder.Position));
        Assert.Equal(1, scores.Sum(), 1e-4f);
    }

    [Model(64)]
    [Embedding(68, 64), PositionEmbedding]
    [LayerNormalization(Name = "text"), MultiHeadAttention(4, 16, Causal = true), Add("text"), LayerNormalization]
    [Dense(68, Softmax)]
    [Loss(Loss.SparseCategoricalCrossentropy)]
    public partial class Poet;
}
