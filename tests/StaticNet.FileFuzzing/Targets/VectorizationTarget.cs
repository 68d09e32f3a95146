using StaticNet.Datasets;

namespace StaticNet.FileFuzzing;

/// <summary><see cref="TextVectorization.Load"/>: what is read can be used, and is saved and read again as it was.</summary>
internal sealed class VectorizationTarget : Target
{
    // More is refused by the methods that make rows, in words of their own.
    private const int MostRow = 1 << 20;

    private TextVectorization? _read;

    public override IEnumerable<(string Name, byte[] File)> Corpus
    {
        get
        {
            string ints = Saved(new TextVectorization { OutputSequenceLength = 4, Ngrams = 2 });
            yield return ("ints", Bytes(ints));
            yield return ("weighted", Bytes(Saved(new TextVectorization { OutputMode = TextOutputMode.TfIdf })));
            yield return ("padded", Bytes(Saved(new TextVectorization { OutputMode = TextOutputMode.MultiHot, MaxTokens = 6, PadToMaxTokens = true })));
            yield return ("counts-of-characters", Bytes(Saved(new TextVectorization { OutputMode = TextOutputMode.Count, Split = TextSplit.Character })));
            yield return ("custom", Bytes(Saved(new TextVectorization { CustomStandardize = text => text.Trim() })));
            yield return ("truncated", Bytes(ints[..^5]));
            yield return ("twice", Bytes(ints.Replace("\"version\": 1,", "\"version\": 1, \"version\": 1, \"vocabulary\": [],")));
            yield return ("other-version", Bytes(ints.Replace("\"version\": 1", "\"version\": 1e0")));
            yield return ("half-a-pair", Bytes(ints.Replace("\"b\"", "\"\\ud83d\"")));
            yield return ("strange-mode", Bytes(ints.Replace("\"int\"", "\"\\u001b[31m\\n\"")));
            yield return ("deep", Bytes(new string('[', 5_000)));
            yield return ("no-object", Bytes("[1]"));
        }
    }

    protected override string Called => Folder.Sub("file.json");

    protected override void Prepare(byte[] input) => File.WriteAllBytes(Called, input);

    protected override void Read(byte[] input)
    {
        _read = null;
        try
        {
            _read = TextVectorization.Load(Called);
        }
        catch (ArgumentException error) when (error.GetType() == typeof(ArgumentException) && error.ParamName is "standardize" or "split")
        {
            // What is documented of files that were written with functions of the user's.
        }
    }

    protected override void AfterReading(byte[] input)
    {
        if (_read is not TextVectorization read)
            return;
        Use(read);
        string path = Folder.Sub("again.json");
        read.Save(path);
        TextVectorization again = TextVectorization.Load(path);
        Require(again.GetVocabulary().SequenceEqual(read.GetVocabulary()), "another vocabulary is saved");
        read.Save(Called);
        again.Save(path);
        Require(File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(Called)), "what was read from a saved file is saved as something else");
    }

    private static void Use(TextVectorization read)
    {
        const string Text = "a b c, é and a word that nobody knows";
        if (read.OutputMode == TextOutputMode.Int)
        {
            if (read.OutputSequenceLength is null or < MostRow)
                Require(read.Vectorize(Text).All(number => number >= 0 && number < Math.Max(2, read.VocabularySize)), "a number is beyond the vocabulary");
        }
        else if (read.RowLength < MostRow)
        {
            var row = new float[read.RowLength];
            read.Encode(Text, row);
            Require(row.All(float.IsFinite), "an element of a row is not finite");
        }
    }

    private string Saved(TextVectorization vectorization)
    {
        vectorization.Adapt(["a b c", "b c é🎬", "c"]);
        string path = Folder.Sub("saved.json");
        vectorization.Save(path);
        return File.ReadAllText(path);
    }
}
