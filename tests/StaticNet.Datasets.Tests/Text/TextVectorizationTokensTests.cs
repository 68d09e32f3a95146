using System.Globalization;
using static StaticNet.Datasets.Tests.Vectorizations;

namespace StaticNet.Datasets.Tests;

/// <summary>How texts are taken apart.</summary>
public sealed class TextVectorizationTokensTests
{
    [Theory]
    [InlineData(Standardization.LowerAndStripPunctuation, "its a testcase end")]
    [InlineData(Standardization.Lower, "it's! a test-case. end")]
    [InlineData(Standardization.StripPunctuation, "Its A testcase END")]
    [InlineData(Standardization.None, "It's! A test-case. END")]
    public void Texts_are_standardized(Standardization standardize, string expected)
        => Assert.Equal(expected.Split(' ').Order(), Learned(new() { Standardize = standardize }, "  It's! A\ttest-case.\r\nEND "));

    [Fact]
    public void Exactly_Keras_punctuation_is_left_out()
    {
        string ascii = string.Concat(Enumerable.Range(33, 94).Select(i => (char)i));

        Assert.Equal(
            "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'".Order(),
            ascii.Except(Learned(new() { Standardize = Standardization.StripPunctuation }, ascii)[0]).Order());
        Assert.Equal(["“«x»”"], Learned(new(), "“«X»”"));
    }

    [Fact]
    public void Lower_case_belongs_to_no_culture()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Assert.Equal(["title", "äöéжσ", "𐐨"], Learned(new(), "TITLE ÄÖÉЖΣ 𐐀").OrderBy(token => token, StringComparer.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Words_end_at_every_white_space()
        => Assert.Equal(["a", "b", "c", "d", "e", "f"], Learned(new(), "a\u00A0b\u2003c\u3000d\u0085e\v\ff"));

    [Fact]
    public void Characters_are_code_points()
    {
        TextVectorization vectorization = Of(new() { Split = TextSplit.Character }, "a", "e", "\u0301", "😀", " ");

        Assert.Equal([2, 6, 3, 4, 5, 5, 1], vectorization.Vectorize("A! E\u0301😀😀x"));
    }

    [Fact]
    public void Without_splitting_a_text_is_one_token()
    {
        TextVectorization vectorization = Of(new() { Split = TextSplit.None, OutputSequenceLength = 2 }, "new york", "york");

        Assert.Equal([2, 0, 3, 0, 1, 0, 0, 0], vectorization.Vectorize(["New York!", "york", "york ", ""]));
    }

    [Fact]
    public void Custom_functions_replace_the_options()
    {
        var vectorization = new TextVectorization
        {
            CustomStandardize = text => text.Replace("<br />", " ", StringComparison.Ordinal).ToUpperInvariant(),
            CustomSplit = text => text.Split('|'),
            Ngrams = 2,
        };
        vectorization.Adapt(["a|b<br />c!|a"]);

        Assert.Equal(["A", "B C! A", "B C!", "A B C!"], vectorization.GetVocabulary(false));
        // An empty token is padding, and one of an n-gram stays.
        Assert.Equal([2, 0, 4, 1, 1], vectorization.Vectorize("a||b c!"));
    }

    [Fact]
    public void A_custom_split_sees_the_standardized_text()
    {
        string? seen = null;
        var vectorization = new TextVectorization
        {
            CustomSplit = text =>
            {
                seen = text;
                return ["x"];
            },
        };
        vectorization.Adapt([" It's\tSO "]);

        Assert.Equal(" its\tso ", seen);
    }

    [Fact]
    public void The_failure_of_a_custom_function_comes_through()
    {
        var vectorization = new TextVectorization { CustomStandardize = text => text == "bad" ? throw new FormatException("mine") : text };
        vectorization.Adapt(["good"]);

        Assert.Equal("mine", Assert.Throws<FormatException>(() => vectorization.Vectorize(["good", "bad", "good"])).Message);
        Assert.Equal("mine", Assert.Throws<FormatException>(() => vectorization.Adapt(["bad"])).Message);
        Assert.Equal([2], vectorization.Vectorize("good"));
    }

    [Fact]
    public void Ngrams_follow_the_tokens_size_by_size()
    {
        TextVectorization vectorization = Of(new() { Ngrams = 3 }, "a", "b", "a b", "b a", "a b a");

        Assert.Equal([2, 3, 2, 4, 5, 6], vectorization.Vectorize("a B,\n a"));
        Assert.Equal([2, 3, 4], vectorization.Vectorize("a b"));
        Assert.Equal([3], vectorization.Vectorize("b"));
        Assert.Equal(3, vectorization.Ngrams);
    }

    [Fact]
    public void Ngrams_may_have_chosen_sizes_in_a_chosen_order()
    {
        TextVectorization vectorization = Of(new() { NgramSizes = [3, 1] }, "a", "b", "a b", "a b a");

        Assert.Equal([5, 2, 3, 2], vectorization.Vectorize("a b a"));
        Assert.Equal([3, 1], vectorization.NgramSizes);
    }

    [Fact]
    public void Ngrams_of_characters_have_spaces_between_them()
    {
        var vectorization = new TextVectorization { Split = TextSplit.Character, NgramSizes = [2] };
        vectorization.Adapt(["abc"]);

        Assert.Equal(["b c", "a b"], vectorization.GetVocabulary(false));
    }

    [Fact]
    public void Hostile_texts_give_numbers_of_the_vocabulary()
    {
        foreach (TextSplit split in Enum.GetValues<TextSplit>())
        {
            foreach (Standardization standardize in Enum.GetValues<Standardization>())
            {
                var vectorization = new TextVectorization { Split = split, Standardize = standardize, Ngrams = 2, MaxTokens = 50 };
                vectorization.Adapt(Hostile.Texts);
                foreach (string text in Hostile.Texts)
                    Assert.All(vectorization.Vectorize(text), number => Assert.InRange(number, 0, vectorization.VocabularySize - 1));
            }
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_is_a_replacement_character()
    {
        Assert.Equal(["a\uFFFDb"], Learned(new(), "a\uD83Db"));
        Assert.Equal(["\uFFFD\uFFFD"], Learned(new(), "\uDE00\uD83D"));
        Assert.Equal(["\uFFFD😀"], Learned(new(), "\uD83D😀"));
        Assert.Equal(["\uFFFD"], Learned(new() { Split = TextSplit.Character }, "\uD83D"));
        Assert.Equal(["\uFFFD"], Learned(new() { CustomSplit = text => ["\uD83D"] }, "any"));
        Assert.Equal([2], Of(new(), "\uFFFD").Vectorize("\uD83D"));
    }

    [Fact]
    public void Noncharacters_and_controls_are_characters_like_others()
        => Assert.Equal(["a\0b", "\u200Fאב", "\uFFFE\uFFFF"], Learned(new(), "a\0b \uFFFE\uFFFF \u200Fאב"));

    /// <summary>The tokens of one text, in order.</summary>
    private static string[] Learned(TextVectorization vectorization, string text)
    {
        vectorization.Adapt([text]);
        return [.. vectorization.GetVocabulary(false).Order(StringComparer.Ordinal)];
    }
}
