using System.Globalization;

namespace StaticNet.Datasets.Tests;

public sealed class TextVectorizationTests
{
    [Fact]
    public void Keras_first_example_gives_Keras_numbers()
    {
        var vectorization = new TextVectorization { MaxTokens = 5000, OutputSequenceLength = 4 };
        vectorization.Adapt(["foo bar", "bar baz", "baz bada boom"]);

        Assert.Equal(["", "[UNK]", "baz", "bar", "foo", "boom", "bada"], vectorization.GetVocabulary());
        Assert.Equal([4, 1, 3, 0, 1, 2, 0, 0], vectorization.Vectorize(["foo qux bar", "qux baz"]));
    }

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
    public void Long_texts_lose_their_end_and_short_ones_are_padded_there()
    {
        TextVectorization vectorization = Of(new() { OutputSequenceLength = 3, Ngrams = 2 }, "a", "b", "a b");

        Assert.Equal([2, 3, 2, 2, 3, 4, 2, 0, 0, 0, 0, 0], vectorization.Vectorize(["a b a b", "a b", "a", ""]));
        Assert.Equal([2, 3, 4], vectorization.Vectorize("a b"));
    }

    [Fact]
    public void Truncated_numbers_are_the_beginning_of_all_for_every_length()
    {
        const string Text = "a b a, c b a. d a b c a!";
        string[] tokens = ["a", "b", "c", "a b", "b a", "b c", "c a", "a b a", "b c a"];
        TextVectorization whole = Of(new() { NgramSizes = [1, 3, 2] }, tokens);
        int[] all = whole.Vectorize(Text);
        Assert.Equal(30, all.Length);
        for (int length = 1; length <= 33; length++)
        {
            TextVectorization cut = Of(new() { NgramSizes = [1, 3, 2], OutputSequenceLength = length }, tokens);
            Assert.Equal([.. all.Take(length), .. new int[Math.Max(0, length - 30)]], cut.Vectorize(Text));
        }
    }

    [Fact]
    public void Without_a_length_all_rows_are_as_long_as_the_longest()
    {
        TextVectorization vectorization = Of(new(), "a", "b");

        Assert.Equal([2, 0, 0, 2, 3, 1, 0, 0, 0], vectorization.Vectorize(["a", "a b c", ""]));
        Assert.Empty(vectorization.Vectorize([""]));
        Assert.Empty(vectorization.Vectorize(Array.Empty<string>()));
        Assert.Empty(vectorization.Vectorize(""));
    }

    [Fact]
    public void A_span_is_filled_and_the_number_of_numbers_returned()
    {
        TextVectorization vectorization = Of(new() { Ngrams = 2 }, "a", "b", "a b");
        int[] numbers = [9, 9, 9, 9, 9];

        Assert.Equal(3, vectorization.Vectorize("a b", numbers));
        Assert.Equal([2, 3, 4, 0, 0], numbers);
        Assert.Equal(2, vectorization.Vectorize("a b", numbers.AsSpan(0, 2)));
        Assert.Equal(0, vectorization.Vectorize("a b", []));
    }

    [Fact]
    public void Rows_count_tokens_and_drop_padding()
    {
        string[] tokens = ["a", "b"];
        TextVectorization count = Of(new() { OutputMode = TextOutputMode.Count }, tokens);
        TextVectorization hot = Of(new() { OutputMode = TextOutputMode.MultiHot, PadToMaxTokens = true, MaxTokens = 5 }, tokens);

        Assert.Equal(["[UNK]", "a", "b"], count.GetVocabulary());
        Assert.Equal((3, 3, 5), (count.VocabularySize, count.RowLength, hot.RowLength));
        Assert.Equal([2, 3, 0, 0, 0, 0, 0, 0, 1], count.Encode(["a x a y a", "", "b"]));
        Assert.Equal([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0], hot.Encode(["a x a y a", "", "b"]));
        TextVectorization empty = Of(new() { OutputMode = TextOutputMode.Count, CustomSplit = text => ["", "a"] }, tokens);
        Assert.Equal([0, 1, 0], empty.Encode(["any"]));
    }

    [Fact]
    public void Rare_tokens_weigh_more()
    {
        var vectorization = new TextVectorization { OutputMode = TextOutputMode.TfIdf, MaxTokens = 6, PadToMaxTokens = true };
        vectorization.Adapt(["a a b", "a c", "a"]);

        // log(1 + texts / (1 + texts with the token)); unknown tokens have the mean.
        float a = MathF.Log(1 + (3 / 4f)), rare = MathF.Log(1 + (3 / 2f)), unknown = (a + rare + rare) / 3;
        float[] row = vectorization.Encode(["a c a x"]);
        Assert.Equal(["[UNK]", "a", "c", "b"], vectorization.GetVocabulary());
        float[] expected = [unknown, 2 * a, rare, 0, 0, 0];
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], row[i], 1e-6f);
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
    public void Without_a_vocabulary_the_error_says_what_to_do()
    {
        var vectorization = new TextVectorization();

        Check(() => vectorization.Vectorize("a"));
        Check(() => vectorization.Vectorize(["a"]));
        Check(() => _ = vectorization.VocabularySize);
        Check(() => vectorization.GetVocabulary());
        Check(() => vectorization.Save("never.json"));
        Assert.Equal(
            "2 texts came without a token. Expected texts to learn a vocabulary from.",
            Assert.Throws<InvalidOperationException>(() => vectorization.Adapt(["", "!?"])).Message);

        static void Check(Action action)
            => Assert.StartsWith(
                "There is no vocabulary yet. Call Adapt", Assert.Throws<InvalidOperationException>(action).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_wrong_mode_is_refused()
    {
        Assert.StartsWith(
            "OutputMode is Int. Expected another mode",
            Assert.Throws<InvalidOperationException>(() => Of(new(), "a").Encode(["a"])).Message, StringComparison.Ordinal);
        TextVectorization count = Of(new() { OutputMode = TextOutputMode.Count }, "a");
        Assert.StartsWith(
            "OutputMode is Count. Expected Int", Assert.Throws<InvalidOperationException>(() => count.Vectorize("a")).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The row has 3 numbers. Expected 2.", Assert.Throws<ArgumentException>(() => count.Encode("a", new float[3])).Message,
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

    [Fact]
    public void A_text_that_is_null_is_refused()
    {
        Assert.StartsWith(
            "Text 1 is null.", Assert.Throws<ArgumentException>(() => Of(new(), "a").Vectorize(["a", null!, "a"])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new TextVectorization().Adapt(["a", null!]));
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

    [Fact]
    public void A_megabyte_in_one_text_is_no_trouble()
    {
        string words = string.Concat(Enumerable.Repeat("ab, ", 1 << 18));
        string word = new('x', 1 << 20);
        var vectorization = new TextVectorization { Ngrams = 2 };
        vectorization.Adapt([words, word]);

        Assert.Equal(["ab", "ab ab", word], vectorization.GetVocabulary(false));
        Assert.Equal((2 << 18) - 1, vectorization.Vectorize(words).Length);
        Assert.Equal([4], vectorization.Vectorize(word.ToUpperInvariant()));
        Assert.Equal([1], vectorization.Vectorize(word + "x"));
        TextVectorization characters = Of(new() { Split = TextSplit.Character }, "x");
        Assert.Equal(Enumerable.Repeat(2, 1 << 20), characters.Vectorize(word));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_numbers()
    {
        string[] texts = [.. Enumerable.Range(0, 500).Select(i => string.Join(' ', Enumerable.Range(0, i % 40).Select(j => $"w{i * j % 97}")))];
        var one = new TextVectorization { Threads = 1, Ngrams = 2, OutputSequenceLength = 20, MaxTokens = 60 };
        var many = new TextVectorization { Threads = 7, Ngrams = 2, OutputSequenceLength = 20, MaxTokens = 60 };
        one.Adapt(texts);
        many.Adapt(texts);

        int[] rows = one.Vectorize(texts);
        Assert.Equal(rows, many.Vectorize(texts));
        for (int i = 0; i < texts.Length; i++)
            Assert.Equal(one.Vectorize(texts[i]), rows[(i * 20)..((i + 1) * 20)]);
    }

    [Theory]
    [InlineData(TextSplit.Whitespace)]
    [InlineData(TextSplit.Character)]
    [InlineData(TextSplit.None)]
    public void A_single_text_allocates_nothing(TextSplit split)
    {
        TextVectorization vectorization = Of(new() { Split = split, Ngrams = 2 }, "the", "film", "the film", "t", "h");
        TextVectorization rows = Of(new() { Split = split, Ngrams = 2, OutputMode = TextOutputMode.TfIdf }, "the");
        string text = string.Concat(Enumerable.Repeat("The film – É 😀! ", 100));
        var numbers = new int[400];
        var row = new float[rows.RowLength];
        Work();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
            Work();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Work()
        {
            vectorization.Vectorize(text, numbers);
            rows.Encode(text, row);
        }
    }

    /// <summary>The tokens of one text, in order.</summary>
    private static string[] Learned(TextVectorization vectorization, string text)
    {
        vectorization.Adapt([text]);
        return [.. vectorization.GetVocabulary(false).Order(StringComparer.Ordinal)];
    }

    private static TextVectorization Of(TextVectorization vectorization, params string[] tokens)
    {
        vectorization.SetVocabulary(tokens, vectorization.OutputMode == TextOutputMode.TfIdf ? tokens.Select(_ => 1f) : null);
        return vectorization;
    }
}
