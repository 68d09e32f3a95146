using static StaticNet.Datasets.Tests.Vectorizations;

namespace StaticNet.Datasets.Tests;

/// <summary>Which vocabulary is learned or given, and which options are refused.</summary>
public sealed class TextVectorizationVocabularyTests
{
    [Fact]
    public void Keras_second_example_gives_Keras_vocabulary()
    {
        TextVectorization vectorization = Of(new(), "earth", "wind", "and", "fire");

        Assert.Equal(["", "[UNK]", "earth", "wind", "and", "fire"], vectorization.GetVocabulary());
        Assert.Equal(["earth", "wind", "and", "fire"], vectorization.GetVocabulary(includeSpecialTokens: false));
        Assert.Equal(6, vectorization.VocabularySize);
        Assert.Equal([2, 4, 1], vectorization.Vectorize("earth and sky"));
    }

    [Fact]
    public void The_vocabulary_follows_counts_and_among_equals_code_points_from_high_to_low()
    {
        var vectorization = new TextVectorization { Standardize = Standardization.None };
        vectorization.Adapt(["b a c c b B \uFFFD 😀 z\u0301 z", "ab"]);

        Assert.Equal(["c", "b", "😀", "\uFFFD", "z\u0301", "z", "ab", "a", "B"], vectorization.GetVocabulary(false));
    }

    [Fact]
    public void MaxTokens_keeps_the_most_frequent()
    {
        var vectorization = new TextVectorization { MaxTokens = 4 };
        vectorization.Adapt(["a a a b b c c d", "e e e e"]);

        Assert.Equal(["", "[UNK]", "e", "a"], vectorization.GetVocabulary());
        vectorization = new TextVectorization { MaxTokens = 5 };
        vectorization.Adapt(["a a a b b c c d", "e e e e"]);
        Assert.Equal(["", "[UNK]", "e", "a", "c"], vectorization.GetVocabulary());
    }

    [Fact]
    public void Adapting_again_forgets_what_was_known()
    {
        TextVectorization vectorization = Of(new(), "old");
        vectorization.Adapt(["new"]);

        Assert.Equal(["new"], vectorization.GetVocabulary(false));
    }

    [Fact]
    public void The_token_for_unknown_ones_is_not_learned()
    {
        var vectorization = new TextVectorization { Standardize = Standardization.None };
        vectorization.Adapt(["[UNK] a [UNK]"]);

        Assert.Equal(["", "[UNK]", "a"], vectorization.GetVocabulary());
        Assert.Equal([1, 2], vectorization.Vectorize("[UNK] a"));
    }

    [Fact]
    public void Given_weights_are_used()
    {
        var vectorization = new TextVectorization { OutputMode = TextOutputMode.TfIdf };
        vectorization.SetVocabulary(["a", "b"], [2, 4]);
        Assert.Equal([3, 4, 4], vectorization.Encode(["a a b x"]));

        vectorization.SetVocabulary(["[UNK]", "a", "b"], [1, 2, 4]);
        Assert.Equal([1, 4, 4], vectorization.Encode(["a a b x"]));
    }

    [Fact]
    public void Special_tokens_may_stand_in_front_of_a_given_vocabulary()
    {
        Assert.Equal([2, 1], Of(new(), "", "[UNK]", "a").Vectorize("a b"));
        Assert.Equal([1, 1], Of(new() { OutputMode = TextOutputMode.Count }, "[UNK]", "a").Encode(["a b"]));
    }

    [Fact]
    public void A_wrong_vocabulary_is_refused_and_the_known_one_kept()
    {
        TextVectorization vectorization = Of(new() { MaxTokens = 4 }, "known");

        Refused("Token 1, 'a', came before.", "a", "a");
        Refused("Token 1 is empty.", "a", "");
        Refused("Token 0 has half of a surrogate pair.", "\uD83D");
        Refused("Token 1 has half of a surrogate pair.", "a", "\uDE00\uD83D");
        Refused("3 tokens came. Expected at most 2: MaxTokens is 4", "a", "b", "c");
        Refused("No token came.");
        Refused("No token came.", "", "[UNK]");
        Assert.StartsWith(
            "Some weights came for mode Int.", Assert.Throws<ArgumentException>(() => vectorization.SetVocabulary(["a"], [1])).Message,
            StringComparison.Ordinal);
        Assert.Equal(["known"], vectorization.GetVocabulary(false));

        void Refused(string message, params string[] tokens)
            => Assert.StartsWith(
                message, Assert.Throws<ArgumentException>(() => vectorization.SetVocabulary(tokens)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_weights_are_refused()
    {
        var vectorization = new TextVectorization { OutputMode = TextOutputMode.TfIdf };

        Assert.StartsWith(
            "No weights came for mode TfIdf.", Assert.Throws<ArgumentException>(() => vectorization.SetVocabulary(["a"])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "1 weights came for 2 tokens.", Assert.Throws<ArgumentException>(() => vectorization.SetVocabulary(["a", "b"], [1])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The weight of token 1 is NaN. Expected a finite number.",
            Assert.Throws<ArgumentException>(() => vectorization.SetVocabulary(["a", "b"], [1, float.NaN])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_contradict_each_other_are_refused()
    {
        Refused("OutputSequenceLength is set", new() { OutputMode = TextOutputMode.Count, OutputSequenceLength = 3 });
        Refused("PadToMaxTokens is set, and mode Int", new() { PadToMaxTokens = true, MaxTokens = 10 });
        Refused("PadToMaxTokens is set without MaxTokens", new() { PadToMaxTokens = true, OutputMode = TextOutputMode.Count });
        Refused("MaxTokens is 2, which leaves no room", new() { MaxTokens = 2 });

        static void Refused(string message, TextVectorization options)
        {
            Assert.StartsWith(message, Assert.Throws<InvalidOperationException>(() => options.Adapt(["a"])).Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => options.SetVocabulary(["a"]));
        }
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Equal("MaxTokens", Assert.Throws<ArgumentOutOfRangeException>(() => new TextVectorization { MaxTokens = 1 }).ParamName);
        Assert.Equal("Ngrams", Assert.Throws<ArgumentOutOfRangeException>(() => new TextVectorization { Ngrams = 0 }).ParamName);
        Assert.Equal("Ngrams", Assert.Throws<ArgumentOutOfRangeException>(() => new TextVectorization { Ngrams = 65 }).ParamName);
        Assert.Equal(
            "OutputSequenceLength",
            Assert.Throws<ArgumentOutOfRangeException>(() => new TextVectorization { OutputSequenceLength = 0 }).ParamName);
        Assert.Equal("Threads", Assert.Throws<ArgumentOutOfRangeException>(() => new TextVectorization { Threads = 0 }).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>("Standardize", () => new TextVectorization { Standardize = (Standardization)9 });
        Assert.Throws<ArgumentOutOfRangeException>("Split", () => new TextVectorization { Split = (TextSplit)(-1) });
        Assert.Throws<ArgumentOutOfRangeException>("OutputMode", () => new TextVectorization { OutputMode = (TextOutputMode)9 });
        Assert.Throws<ArgumentException>(() => new TextVectorization { NgramSizes = [] });
        Assert.Throws<ArgumentException>(() => new TextVectorization { NgramSizes = [1, 1] });
        Assert.Throws<ArgumentException>(() => new TextVectorization { NgramSizes = [0] });
    }
}
