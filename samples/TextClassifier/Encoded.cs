using StaticNet.Datasets;

namespace StaticNet.Samples.TextClassifier;

/// <summary>The reviews as rows of tokens, and the way by which any other text becomes such a row.</summary>
/// <param name="Train">The reviews to train on.</param>
/// <param name="Test">The reviews to test with.</param>
/// <param name="Encode">Turns a text into a row, as was done with the reviews.</param>
internal sealed record Encoded(Dataset<int, int> Train, Dataset<int, int> Test, Func<string, int[]> Encode)
{
    /// <summary>Words by their rank, as Keras' imdb has them, the last of each review.</summary>
    public static Encoded Words(int numWords, int length, CancellationToken cancellation)
    {
        ReviewSequences reviews = Imdb.Load(numWords, cancellationToken: cancellation);
        return new Encoded(
            reviews.Train.Pad(length), reviews.Test.Pad(length), text => Sequences.PadSequences([reviews.Encode(text)], length));
    }

    /// <summary>Words and their neighbours, learned from the reviews to train on, the first of each review.</summary>
    public static Encoded Phrases(int ngrams, int tokens, int length, CancellationToken cancellation)
    {
        var (train, test) = Imdb.LoadText(cancellationToken: cancellation);
        var vectorization = new TextVectorization { MaxTokens = tokens, Ngrams = ngrams, OutputSequenceLength = length };
        vectorization.Adapt(train.Select(review => Unbroken(review.Text)));
        return new Encoded(Vectorize(train), Vectorize(test), text => vectorization.Vectorize(Unbroken(text)));

        Dataset<int, int> Vectorize(IReadOnlyList<Review> part)
            => Dataset.From(
                vectorization.Vectorize([.. part.Select(review => Unbroken(review.Text))]), part.Select(review => review.Label).ToArray());

        static string Unbroken(string text) => text.Replace("<br />", " ", StringComparison.Ordinal);
    }
}
