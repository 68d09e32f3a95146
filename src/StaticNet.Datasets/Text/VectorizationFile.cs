using System.Text.Json;
using StaticNet.Files;
using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>The file of a <see cref="TextVectorization"/>: one JSON object with Keras' names of the options, and the vocabulary.</summary>
internal static class VectorizationFile
{
    private const string Format = "StaticNet.TextVectorization";
    private const int Version = 1;
    private const string Custom = "custom";

    // A vocabulary of ten million words; what is parsed takes several times as much memory.
    private const long MostBytes = 1 << 28;

    private static readonly string[] _standardizations = ["lower_and_strip_punctuation", "lower", "strip_punctuation", "none"];
    private static readonly string[] _splits = ["whitespace", "character", "none"];
    private static readonly string[] _modes = ["int", "multi_hot", "count", "tf_idf"];

    /// <summary>Writes a file, which takes the place of one of that name when it is whole.</summary>
    public static void Write(string path, TextVectorization vectorization) => AtomicFile.Write(path, file =>
    {
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        Write(json, vectorization);
    });

    /// <exception cref="InvalidDataException">The file is truncated, or is not such a file.</exception>
    /// <exception cref="ArgumentException">The custom functions are not those the file needs.</exception>
    public static TextVectorization Read(string path, Func<string, string>? standardize, Func<string, IEnumerable<string>>? split)
    {
        using FileStream file = File.OpenRead(path);
        TextVectorization read;
        bool customStandardize, customSplit;
        try
        {
            if (file.Length > MostBytes)
                throw new JsonException(Invariant($"it has {file.Length} bytes, and {MostBytes} are the most"));
            using var json = JsonDocument.Parse(file);
            JsonElement root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out JsonElement format)
                || format.ValueKind != JsonValueKind.String || !format.ValueEquals(Format))
            {
                throw new JsonException($"its format is not \"{Format}\"");
            }

            int version = root.GetProperty("version").GetInt32();
            if (version != Version)
                throw new JsonException(Invariant($"its version is {version}, and {Version} is the only one known here"));
            customStandardize = root.GetProperty("standardize").ValueEquals(Custom);
            customSplit = root.GetProperty("split").ValueEquals(Custom);
            read = Read(root, customStandardize ? standardize ?? (text => text) : null, customSplit ? split ?? (text => [text]) : null);
        }
        // What the parser throws, then the accessors of the document, then the options.
        catch (Exception error)
            when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            string writer = $"{nameof(TextVectorization)}.{nameof(TextVectorization.Save)}";
            throw new InvalidDataException(
                $"{path} cannot be read: {Quoted.Sentence(error.Message)}. Expected a whole file that {writer} wrote.", error);
        }

        Match(customStandardize, standardize, nameof(standardize), path);
        Match(customSplit, split, nameof(split), path);
        return read;
    }

    private static void Match(bool isCustom, Delegate? function, string argument, string path)
    {
        if (isCustom != function is not null)
        {
            throw new ArgumentException(
                $"{path} was written with{(isCustom ? " a custom function, and none" : "out a custom function, and one")} is given. " +
                "Expected the function that was used then.",
                argument);
        }
    }

    private static void Write(Utf8JsonWriter json, TextVectorization vectorization)
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        WriteNumber("max_tokens", vectorization.MaxTokens);
        json.WriteString(
            "standardize", vectorization.CustomStandardize is null ? _standardizations[(int)vectorization.Standardize] : Custom);
        json.WriteString("split", vectorization.CustomSplit is null ? _splits[(int)vectorization.Split] : Custom);
        json.WriteStartArray("ngrams");
        foreach (int size in vectorization.NgramSizes)
            json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteString("output_mode", _modes[(int)vectorization.OutputMode]);
        WriteNumber("output_sequence_length", vectorization.OutputSequenceLength);
        json.WriteBoolean("pad_to_max_tokens", vectorization.PadToMaxTokens);
        json.WriteStartArray("vocabulary");
        foreach (string token in vectorization.GetVocabulary())
            json.WriteStringValue(token);
        json.WriteEndArray();
        if (vectorization.Weights is float[] weights)
        {
            json.WriteStartArray("idf_weights");
            foreach (float weight in weights)
                json.WriteNumberValue(weight);
            json.WriteEndArray();
        }

        json.WriteEndObject();

        void WriteNumber(string name, int? value)
        {
            if (value is int number)
                json.WriteNumber(name, number);
            else
                json.WriteNull(name);
        }
    }

    private static TextVectorization Read(JsonElement root, Func<string, string>? standardize, Func<string, IEnumerable<string>>? split)
    {
        var read = new TextVectorization
        {
            MaxTokens = ReadNumber("max_tokens"),
            Standardize = standardize is null ? (Standardization)Choice("standardize", _standardizations) : default,
            CustomStandardize = standardize,
            Split = split is null ? (TextSplit)Choice("split", _splits) : default,
            CustomSplit = split,
            NgramSizes = [.. root.GetProperty("ngrams").EnumerateArray().Select(size => size.GetInt32())],
            OutputMode = (TextOutputMode)Choice("output_mode", _modes),
            OutputSequenceLength = ReadNumber("output_sequence_length"),
            PadToMaxTokens = root.GetProperty("pad_to_max_tokens").GetBoolean(),
        };
        read.SetVocabulary(
            root.GetProperty("vocabulary").EnumerateArray().Select(token => token.GetString() ?? throw new JsonException("a token is null")),
            root.TryGetProperty("idf_weights", out JsonElement weights) ? weights.EnumerateArray().Select(weight => weight.GetSingle()) : null);
        return read;

        int? ReadNumber(string name)
        {
            JsonElement value = root.GetProperty(name);
            return value.ValueKind == JsonValueKind.Null ? null : value.GetInt32();
        }

        int Choice(string name, string[] names)
        {
            string? value = root.GetProperty(name).GetString();
            int choice = Array.IndexOf(names, value);
            return choice >= 0 ? choice : throw new JsonException($"\"{name}\" is \"{Quoted.Plain(value ?? "")}\" and not one of {string.Join(", ", names)}");
        }
    }
}
