using static StaticNet.Activation;

namespace StaticNet.Samples.TextClassifier;

/// <summary>
/// Looks at words, pairs and triples of words in no order, as fastText does (Joulin et al. 2016): those of the 300,000 most frequent, up to
/// 1,600 in a review. Sizes, batches of 64, a rate of 0.005 and 5 epochs were chosen on the last fifth of the training reviews.
/// </summary>
[Model(Length)]
[Embedding(Tokens, 16, MaskZero = true)]
[GlobalAveragePooling1D]
[Dropout(0.5)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class BestImdb
{
    /// <summary>The largest number of neighbours that make a token.</summary>
    public const int Ngrams = 3;

    /// <summary>The number of different tokens.</summary>
    public const int Tokens = 300_000;

    /// <summary>The tokens of a review.</summary>
    public const int Length = 1600;
}
