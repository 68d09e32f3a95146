namespace StaticNet.Datasets;

/// <summary>Reviews as they were written, in one part to train on and one to test with.</summary>
public sealed class ReviewDatasets
{
    internal ReviewDatasets(IReadOnlyList<Review> train, IReadOnlyList<Review> test)
    {
        Train = [.. train];
        Test = [.. test];
    }

    /// <summary>The reviews to train on; negative and positive ones alternate.</summary>
    public IReadOnlyList<Review> Train { get; }

    /// <summary>The reviews to test with, in the order of <see cref="Train"/>.</summary>
    public IReadOnlyList<Review> Test { get; }

    /// <summary>Takes the two parts apart: <c>var (train, test) = Imdb.LoadText();</c></summary>
    /// <param name="train">Receives <see cref="Train"/>.</param>
    /// <param name="test">Receives <see cref="Test"/>.</param>
    public void Deconstruct(out IReadOnlyList<Review> train, out IReadOnlyList<Review> test)
    {
        train = Train;
        test = Test;
    }
}
