namespace StaticNet.Datasets.Tests;

public sealed class ImdbTests
{
    // Ranks by hand: bad 4, a, film 3 each, good 2, then bon, cast, is, it's, the, très, why and the picture once.
    private static readonly ReviewDatasets _reviews = new(
        [
            new("Bad, bad film.<br /><br />It's bad!", 0, 3), new("A good film; a GOOD cast.", 1, 9),
            new("Why? The film is bad.", 0, 1), new("a Très\u00A0bon\x1F🎬", 1, 10),
        ],
        [new("bad film", 0, 4), new("good film, unseen words", 1, 7), new("", 0, 2), new("a\tgood one", 1, 8)]);

    [Fact]
    public void The_most_frequent_word_is_3_and_ties_follow_the_code_points()
    {
        ReviewSequences imdb = Load();

        Assert.Equal(
            ["bad", "a", "film", "good", "bon", "cast", "is", "it's", "the", "très", "why", "🎬"],
            imdb.WordIndex.OrderBy(pair => pair.Value).Select(pair => pair.Key));
        Assert.Equal(Enumerable.Range(1, 12), imdb.WordIndex.Values.Order());
        Assert.Equal([[1, 3, 3, 5, 10, 3], [1, 4, 6, 5, 4, 6, 8], [1, 13, 11, 5, 9, 3], [1, 4, 12, 7, 14]], imdb.Train.Sequences);
        Assert.Equal([0, 1, 0, 1], imdb.Train.Labels.ToArray());
    }

    [Fact]
    public void Lists_cannot_be_written_to_by_whoever_casts_them()
    {
        ReviewSequences imdb = Load();
        Assert.True(Assert.IsAssignableFrom<IDictionary<string, int>>(imdb.WordIndex).IsReadOnly);
        ReadOnly(imdb.Train.Sequences);
        ReadOnly(_reviews.Train);
        ReadOnly(_reviews.Test);
        ReadOnly(Imdb.ClassNames);
        ReadOnly(Digits.ClassNames);
        ReadOnly(Digits.LoadSplit().ClassNames);
        ReadOnly(FashionMnist.ClassNames);
        ReadOnly(Mnist.ClassNames);
        ReadOnly(new TextVectorization { NgramSizes = [2, 1] }.NgramSizes);

        // An array is a read-only collection to the interface, and an array to whoever casts it.
        static void ReadOnly<T>(IReadOnlyList<T> list)
        {
            Assert.False(list is T[]);
            Assert.True(Assert.IsAssignableFrom<ICollection<T>>(list).IsReadOnly);
        }
    }

    [Fact]
    public void Words_that_were_not_trained_on_are_unknown()
        => Assert.Equal([[1, 3, 5], [1, 6, 5, 2, 2], [1], [1, 4, 6, 2]], Load().Test.Sequences);

    [Fact]
    public void NumWords_and_skipTop_bound_the_numbers()
    {
        Assert.Equal([1, 4, 2, 5, 4, 2, 2], Load(numWords: 6).Train.Sequences[1]);
        Assert.Equal([2, 2, 6, 5, 2, 6, 8], Load(skipTop: 5).Train.Sequences[1]);
        Assert.Equal([6, 5, 6], Load(numWords: 7, skipTop: 5, oovChar: null).Train.Sequences[1]);
    }

    [Fact]
    public void Start_unknown_and_first_number_can_be_chosen()
    {
        Assert.Equal([[3, 5], [6, 5], [], [4, 6]], Load(startChar: null, oovChar: null).Test.Sequences);
        Assert.Equal([[7, 10, 12], [7, 13, 12, 9, 9], [7], [7, 11, 13, 9]], Load(startChar: 7, oovChar: 9, indexFrom: 10).Test.Sequences);
    }

    [Fact]
    public void Only_shorter_sequences_are_kept()
    {
        ReviewSequences imdb = Load(maxLength: 6);

        Assert.Equal([[1, 4, 12, 7, 14]], imdb.Train.Sequences);
        Assert.Equal([1], imdb.Train.Labels.ToArray());
        Assert.Equal(4, imdb.Test.Count);
        Assert.StartsWith(
            "maxLength is 5, and no review is shorter.", Assert.Throws<ArgumentOutOfRangeException>(() => Load(maxLength: 5)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_encoded_as_the_reviews_were()
    {
        ReviewSequences imdb = Load(numWords: 9);

        Assert.Equal([1, 2, 5, 3, 2, 4], imdb.Encode("UNSEEN <br />film-bad;why...A"));
        Assert.Equal([1], imdb.Encode(""));
    }

    [Fact]
    public void Sequences_become_a_data_set()
    {
        Dataset<int, int> data = Load().Train.Pad(5);

        Assert.Equal([3, 3, 5, 10, 3, 6, 5, 4, 6, 8, 13, 11, 5, 9, 3, 1, 4, 12, 7, 14], data.Inputs.ToArray());
        Assert.Equal((4, 5), (data.Count, data.InputSize));
        Assert.Equal([0, 1, 0, 1], data.Targets.ToArray());
        Assert.Equal([0, 0, 1, 3, 5], Load().Test.Pad().Input(0).ToArray());
        Assert.Equal([1, 3, 5, -1], Load().Test.Pad(4, SequenceSide.Post, SequenceSide.Post, -1).Input(0).ToArray());
    }

    [Fact]
    public void Negative_numbers_are_refused()
    {
        Assert.Equal("numWords", Assert.Throws<ArgumentOutOfRangeException>(() => Imdb.Load(numWords: -1)).ParamName);
        Assert.Equal("skipTop", Assert.Throws<ArgumentOutOfRangeException>(() => Imdb.Load(skipTop: -1)).ParamName);
        Assert.Equal("maxLength", Assert.Throws<ArgumentOutOfRangeException>(() => Imdb.Load(maxLength: -1)).ParamName);
        Assert.Equal("startChar", Assert.Throws<ArgumentOutOfRangeException>(() => Imdb.Load(startChar: -1)).ParamName);
        Assert.Equal("oovChar", Assert.Throws<ArgumentOutOfRangeException>(() => Imdb.Load(oovChar: -1)).ParamName);
        Assert.Equal("indexFrom", Assert.Throws<ArgumentOutOfRangeException>(() => Imdb.Load(indexFrom: -1)).ParamName);
    }

    private static ReviewSequences Load(
        int? numWords = null, int skipTop = 0, int? maxLength = null, int? startChar = 1, int? oovChar = 2, int indexFrom = 3)
        => Imdb.Number(_reviews, numWords, skipTop, maxLength, startChar, oovChar, indexFrom);
}
