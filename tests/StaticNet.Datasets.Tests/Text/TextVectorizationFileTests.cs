using System.Text;

namespace StaticNet.Datasets.Tests;

public sealed class TextVectorizationFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.Sub("vectorization.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Options_and_vocabulary_come_back()
    {
        var saved = new TextVectorization
        {
            MaxTokens = 9,
            Standardize = Standardization.StripPunctuation,
            Split = TextSplit.Character,
            NgramSizes = [2, 1],
            OutputSequenceLength = 7,
        };
        saved.Adapt(["ab, c"]);
        saved.Save(Target);

        var loaded = TextVectorization.Load(Target);

        Assert.Equal(
            (9, Standardization.StripPunctuation, TextSplit.Character, TextOutputMode.Int, 7, false),
            (loaded.MaxTokens, loaded.Standardize, loaded.Split, loaded.OutputMode, loaded.OutputSequenceLength, loaded.PadToMaxTokens));
        Assert.Equal([2, 1], loaded.NgramSizes);
        Assert.Equal(saved.GetVocabulary(), loaded.GetVocabulary());
        Assert.Equal(saved.Vectorize("a bc"), loaded.Vectorize("a bc"));
    }

    [Theory]
    [InlineData(TextOutputMode.MultiHot)]
    [InlineData(TextOutputMode.Count)]
    [InlineData(TextOutputMode.TfIdf)]
    public void Rows_come_back_bit_by_bit(TextOutputMode mode)
    {
        var saved = new TextVectorization { OutputMode = mode, PadToMaxTokens = true, MaxTokens = 20, Standardize = Standardization.None };
        saved.Adapt(["a a b", "a c", "a D", "x y z"]);
        saved.Save(Target);

        var loaded = TextVectorization.Load(Target);

        Assert.True(loaded.PadToMaxTokens);
        Assert.Equal(saved.Encode(["a D q a b"]), loaded.Encode(["a D q a b"]));
    }

    [Fact]
    public void Tokens_of_any_characters_come_back()
    {
        var saved = new TextVectorization { Standardize = Standardization.None, Split = TextSplit.None };
        saved.Adapt([.. Hostile.Texts, "\"quoted\"\\", "line\nbreak", "tab\t"]);
        saved.Save(Target);

        Assert.Equal(saved.GetVocabulary(), TextVectorization.Load(Target).GetVocabulary());
    }

    [Fact]
    public void Custom_functions_are_given_again()
    {
        static string Standardize(string text) => text.ToUpperInvariant();
        static IEnumerable<string> Split(string text) => text.Split('-');
        var saved = new TextVectorization { CustomStandardize = Standardize, CustomSplit = Split };
        saved.Adapt(["a-b c"]);
        saved.Save(Target);

        Assert.Equal(saved.Vectorize("A-b"), TextVectorization.Load(Target, Standardize, Split).Vectorize("A-b"));
        var error = Assert.Throws<ArgumentException>(() => TextVectorization.Load(Target, split: Split));
        Assert.StartsWith($"{Target} was written with a custom function, and none is given.", error.Message, StringComparison.Ordinal);
        Assert.Equal("standardize", error.ParamName);
        Assert.Equal("split", Assert.Throws<ArgumentException>(() => TextVectorization.Load(Target, Standardize)).ParamName);
    }

    [Fact]
    public void A_custom_function_too_many_is_refused()
    {
        Save("a");

        Assert.StartsWith(
            $"{Target} was written without a custom function, and one is given.",
            Assert.Throws<ArgumentException>(() => TextVectorization.Load(Target, text => text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        Save("a", "é", "b c");
        byte[] whole = File.ReadAllBytes(Target);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(Target, whole[..length]);
            Assert.StartsWith($"{Target} cannot be read: ", Refusal(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("[]", "its format is not")]
    [InlineData("{}", "its format is not")]
    [InlineData("{\"format\": 7}", "its format is not")]
    [InlineData("{\"format\": \"keras\"}", "its format is not")]
    [InlineData("\u001F\u0008", "")]
    public void A_foreign_file_is_refused(string content, string reason)
    {
        File.WriteAllText(Target, content);

        Assert.Contains(reason, Refusal(), StringComparison.Ordinal);
        Assert.Contains("Expected a whole file that TextVectorization.Save wrote.", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", "its version is 2")]
    [InlineData("\"version\": 1", "\"version\": \"1\"", "")]
    [InlineData("\"version\": 1,", "", "")]
    [InlineData("\"lower_and_strip_punctuation\"", "\"upper\"", "\"standardize\" is \"upper\" and not one of lower_and_strip_punctuation, lower")]
    [InlineData("\"whitespace\"", "null", "\"split\" is \"\"")]
    [InlineData("\"whitespace\"", "3", "")]
    [InlineData("\"int\"", "\"tf_idf\"", "No weights came")]
    [InlineData("\"max_tokens\": null", "\"max_tokens\": 1", "MaxTokens is 1")]
    [InlineData("\"max_tokens\": null", "\"max_tokens\": 1e99", "")]
    [InlineData("\"max_tokens\": null", "\"max_tokens\": 3", "2 tokens came. Expected at most 1")]
    [InlineData("\"ngrams\": [\n    1\n  ]", "\"ngrams\": [0]", "NgramSizes is [0]")]
    [InlineData("\"pad_to_max_tokens\": false", "\"pad_to_max_tokens\": true", "PadToMaxTokens is set")]
    [InlineData("\"b\"", "\"a\"", "Token 1, 'a', came before")]
    [InlineData("\"b\"", "null", "a token is null")]
    [InlineData("\"b\"", "\"\\ud83d\"", "")]
    public void A_changed_file_is_refused(string before, string after, string reason)
    {
        Save("a", "b");
        string whole = File.ReadAllText(Target).ReplaceLineEndings("\n");
        Assert.Contains(before, whole, StringComparison.Ordinal);
        File.WriteAllText(Target, whole.Replace(before, after, StringComparison.Ordinal));

        Assert.Contains(reason, Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"int\"", "\"\\u001b[31m\\n", "\"output_mode\" is \"?[31m?xxx")]
    [InlineData("\"int\"", "n\u001b[31m\n", "'n?[31m?xxx")]
    public void What_a_file_says_is_shown_in_one_short_line(string before, string after, string message)
    {
        Save("a", "b");
        string end = after[0] == '"' ? "\"" : "";
        File.WriteAllText(Target, File.ReadAllText(Target).Replace(before, after + new string('x', 5_000) + end, StringComparison.Ordinal));

        Assert.Contains(message, Refusal(), StringComparison.Ordinal);
        Assert.DoesNotContain(Refusal(), char.IsControl);
        Assert.InRange(Refusal().Length, 1, 1_000);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        Save("a", "b");
        byte[] content = File.ReadAllBytes(Target);
        content[Encoding.UTF8.GetString(content).IndexOf("\"b\"", StringComparison.Ordinal) + 1] = 0xFF;
        File.WriteAllBytes(Target, content);

        Assert.StartsWith($"{Target} cannot be read: ", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_replaced_and_nothing_else_left()
    {
        Save("old");
        Save("new");

        Assert.Equal(["new"], TextVectorization.Load(Target).GetVocabulary(false));
        Assert.Equal(["vectorization.json"], _folder.Files);
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_nothing()
    {
        Directory.CreateDirectory(Target);

        Assert.ThrowsAny<Exception>(() => Save("a"));
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
        => Assert.Equal(Target, Assert.Throws<FileNotFoundException>(() => TextVectorization.Load(Target)).FileName);

    private void Save(params string[] tokens)
    {
        var vectorization = new TextVectorization();
        vectorization.SetVocabulary(tokens);
        vectorization.Save(Target);
    }

    private string Refusal() => Assert.Throws<InvalidDataException>(() => TextVectorization.Load(Target)).Message;
}
