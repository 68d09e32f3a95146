namespace StaticNet.Datasets;

/// <summary>Reviews as sequences of whole numbers, in one part to train on and one to test with, and the numbering itself.</summary>
public sealed class ReviewSequences
{
    private readonly WordNumbering _numbering;

    internal ReviewSequences(LabelledSequences train, LabelledSequences test, WordNumbering numbering)
    {
        Train = train;
        Test = test;
        _numbering = numbering;
    }

    /// <summary>The reviews to train on; negative (0) and positive (1) ones alternate, unless long ones were left out.</summary>
    public LabelledSequences Train { get; }

    /// <summary>The reviews to test with, in the order of <see cref="Train"/>.</summary>
    public LabelledSequences Test { get; }

    /// <summary>
    /// The rank of each word of the training reviews, 1 for the most frequent: Keras' <c>get_word_index</c>. In sequences it is shifted by
    /// <c>indexFrom</c> - 1.
    /// </summary>
    public IReadOnlyDictionary<string, int> WordIndex => _numbering.Ranks;

    /// <summary>Turns a text into a sequence in the way the reviews were.</summary>
    /// <param name="text">The text.</param>
    /// <returns>As many numbers as there are words, and the one for the start.</returns>
    public int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _numbering.Encode(text);
    }

    /// <summary>Takes the two parts apart: <c>var (train, test) = Imdb.Load();</c></summary>
    /// <param name="train">Receives <see cref="Train"/>.</param>
    /// <param name="test">Receives <see cref="Test"/>.</param>
    public void Deconstruct(out LabelledSequences train, out LabelledSequences test)
    {
        train = Train;
        test = Test;
    }
}
