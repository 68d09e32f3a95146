using StaticNet.Tests;
using static StaticNet.Datasets.Tests.Vectorizations;

namespace StaticNet.Datasets.Tests;

/// <summary>Which numbers texts become.</summary>
[Collection(AloneCollection.Name)]
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
    public void A_text_that_is_null_is_refused()
    {
        Assert.StartsWith(
            "Text 1 is null.", Assert.Throws<ArgumentException>(() => Of(new(), "a").Vectorize(["a", null!, "a"])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new TextVectorization().Adapt(["a", null!]));
    }

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
        Assert.Equal(0, Allocation.InEachRun(Work));

        void Work()
        {
            vectorization.Vectorize(text, numbers);
            rows.Encode(text, row);
        }
    }
}
