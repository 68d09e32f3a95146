using System.Globalization;
using System.Numerics.Tensors;
using System.Runtime.ExceptionServices;
using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>
/// Turns texts into numbers, as Keras' layer of this name does: standardizes a text, splits it into tokens, puts neighbours together
/// to n-grams, and looks each up in a vocabulary that was learned from texts (<see cref="Adapt"/>) or given
/// (<see cref="SetVocabulary"/>).
/// </summary>
/// <remarks>
/// <para>
/// In mode <see cref="TextOutputMode.Int"/>, 0 is padding, 1 an unknown token ("[UNK]"), and from 2 on stand the tokens, the most frequent
/// first; among equally frequent ones the higher by its code points comes first. In the other modes there is no padding, and numbers are
/// lower by one. All numbers are less than <see cref="VocabularySize"/>, which is what an embedding is made for.
/// </para>
/// <para>
/// Letters are made small and white space is recognised in all of Unicode, by the rules of no particular culture; Keras does both for
/// ASCII alone. Punctuation is that of ASCII, as in Keras, and is left out without a gap: "it's" becomes "its". A surrogate without its
/// other half counts as U+FFFD.
/// </para>
/// <para>Once there is a vocabulary, all that reads it may be called from many threads at once.</para>
/// </remarks>
/// <example>
/// <code>
/// string[] texts = ["The food was good.", "The service was slow."];
/// var vectorization = new TextVectorization { MaxTokens = 10_000, OutputSequenceLength = 5 };
/// vectorization.Adapt(texts);
/// int[] tokens = vectorization.Vectorize("the food was slow");
/// vectorization.Save("vocabulary.json");
/// </code>
/// </example>
public sealed class TextVectorization
{
    private const int MostNgrams = 64;
    private const string UnknownToken = "[UNK]";
    private const string Punctuation = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'";

    private int[] _sizes = [1];
    private CharacterMap? _map;
    private Vocabulary? _vocabulary;

    /// <summary>
    /// How many numbers there may be, those of padding and unknown tokens included; at least 2, in mode Int 3. Default
    /// <see langword="null"/>: as many as there are tokens.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 2.</exception>
    public int? MaxTokens
    {
        get;
        init => field = value is null or >= 2 ? value
            : throw new ArgumentOutOfRangeException(
                nameof(MaxTokens), value, Invariant($"MaxTokens is {value}. Expected at least 2, unknown tokens and one token, and in mode Int 3."));
    }

    /// <summary>What is done to a text first. Default <see cref="Standardization.LowerAndStripPunctuation"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of its enum.</exception>
    public Standardization Standardize { get; init => field = Option.Defined(value, nameof(Standardize)); }

    /// <summary>Is done to a text in place of <see cref="Standardize"/>, if it is set.</summary>
    public Func<string, string>? CustomStandardize { get; init; }

    /// <summary>What a text is split into. Default <see cref="TextSplit.Whitespace"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of its enum.</exception>
    public TextSplit Split { get; init => field = Option.Defined(value, nameof(Split)); }

    /// <summary>Splits a text in place of <see cref="Split"/>, if it is set; an empty token counts as padding.</summary>
    public Func<string, IEnumerable<string>>? CustomSplit { get; init; }

    /// <summary>
    /// How many neighbours are put together at most: 1, the default, for tokens alone, 2 for all tokens and then all pairs, and so on.
    /// Sets <see cref="NgramSizes"/> to all numbers up to it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Ngrams
    {
        get => _sizes.Max();
        init => _sizes = value is >= 1 and <= MostNgrams ? [.. Enumerable.Range(1, value)]
            : throw new ArgumentOutOfRangeException(nameof(Ngrams), value, Invariant($"Ngrams is {value}. Expected 1 to {MostNgrams}."));
    }

    /// <summary>
    /// How many neighbours are put together: for each of these sizes in turn, all n-grams of the text from its beginning to its end.
    /// The default is 1 alone. A text with fewer tokens has none of that size. The tokens of an n-gram are joined by a space.
    /// </summary>
    /// <exception cref="ArgumentException">There is no size, one comes twice, or one is not from 1 to 64.</exception>
    public IReadOnlyList<int> NgramSizes
    {
        get => Array.AsReadOnly(_sizes);
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            int[] sizes = [.. value];
            if (sizes.Length == 0 || sizes.Distinct().Count() < sizes.Length || sizes.Any(size => size is < 1 or > MostNgrams))
            {
                throw new ArgumentException(
                    Invariant($"NgramSizes is [{string.Join(", ", sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)))}]. Expected at least one size, each from 1 to {MostNgrams} and once."),
                    nameof(NgramSizes));
            }

            _sizes = sizes;
        }
    }

    /// <summary>What becomes of the tokens. Default <see cref="TextOutputMode.Int"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of its enum.</exception>
    public TextOutputMode OutputMode { get; init => field = Option.Defined(value, nameof(OutputMode)); }

    /// <summary>
    /// The length to which every text is truncated or padded with 0, both at its end; only for <see cref="TextOutputMode.Int"/>. Default
    /// <see langword="null"/>: that of the longest of the texts.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? OutputSequenceLength
    {
        get;
        init => field = value is null or >= 1 ? value
            : throw new ArgumentOutOfRangeException(
                nameof(OutputSequenceLength), value, Invariant($"OutputSequenceLength is {value}. Expected at least 1."));
    }

    /// <summary>
    /// Whether rows have <see cref="MaxTokens"/> numbers though there are fewer tokens; only for the modes whose rows are as long as the
    /// vocabulary. Off by default.
    /// </summary>
    public bool PadToMaxTokens { get; init; }

    /// <summary>How many threads may share a list of texts; by default as many as there are processors. The numbers are the same.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Threads
    {
        get;
        init => field = value >= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(Threads), value, Invariant($"Threads is {value}. Expected at least 1."));
    } = Environment.ProcessorCount;

    /// <summary>How many numbers there are: the known tokens, unknown ones and, in mode Int, padding. All numbers are less.</summary>
    /// <exception cref="InvalidOperationException">There is no vocabulary yet.</exception>
    public int VocabularySize => Known.Size;

    /// <summary>The length of a row in the modes whose rows are as long as the vocabulary.</summary>
    /// <exception cref="InvalidOperationException">There is no vocabulary yet.</exception>
    public int RowLength => PadToMaxTokens ? MaxTokens!.Value : Known.Size;

    /// <summary>The weight of each number; null in the modes without.</summary>
    internal float[]? Weights => Known.Weights;

    private Vocabulary Known => _vocabulary ?? throw new InvalidOperationException(
        $"There is no vocabulary yet. Call {nameof(Adapt)} with texts, {nameof(SetVocabulary)} or {nameof(Load)} first.");

    private Vocabulary KnownForInts => IsInt ? Known : throw new InvalidOperationException(
        $"{nameof(OutputMode)} is {OutputMode}. Expected {TextOutputMode.Int}; call {nameof(Encode)} for rows as long as the vocabulary.");

    private Vocabulary KnownForRows => !IsInt ? Known : throw new InvalidOperationException(
        $"{nameof(OutputMode)} is {OutputMode}. Expected another mode; call {nameof(Vectorize)} for whole numbers.");

    private bool IsInt => OutputMode == TextOutputMode.Int;

    private ReadOnlySpan<string> SpecialTokens => IsInt ? (string[])["", UnknownToken] : (string[])[UnknownToken];

    // Keras' numbering: padding has a number only where there is padding.
    private int FirstNumber => IsInt ? 2 : 1;

    private CharacterMap Map => _map ??= new CharacterMap(
        lower: CustomStandardize is null && Standardize is Standardization.Lower or Standardization.LowerAndStripPunctuation,
        dropped: CustomStandardize is null && Standardize is Standardization.StripPunctuation or Standardization.LowerAndStripPunctuation
            ? Punctuation : "");

    /// <summary>
    /// Learns the vocabulary: the tokens of some texts, the most frequent first, as many as <see cref="MaxTokens"/> has room for. What
    /// was known before is forgotten.
    /// </summary>
    /// <param name="texts">The texts, usually those to train on.</param>
    /// <exception cref="InvalidOperationException">The options contradict each other, or the texts have no token.</exception>
    public void Adapt(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        CheckOptions();
        var counts = new TokenCounts();
        foreach (string text in texts)
        {
            ArgumentNullException.ThrowIfNull(text, nameof(texts));
            counts.BeginText();
            using TokenList tokens = Tokenize(text, int.MaxValue);
            foreach (int size in _sizes)
            {
                for (int i = 0; i <= tokens.Count - size; i++)
                    counts.Add(tokens[i, size]);
            }
        }

        counts.Remove("");
        counts.Remove(UnknownToken);
        string[] learned = counts.MostFrequent(MaxTokens - FirstNumber ?? int.MaxValue, descending: true);
        if (learned.Length == 0)
            throw new InvalidOperationException(Invariant($"{counts.Texts} texts came without a token. Expected texts to learn a vocabulary from."));
        float[]? weights = OutputMode == TextOutputMode.TfIdf
            ? WithUnknown([.. learned.Select(token => MathF.Log(1 + (counts.Texts / (1f + counts.TextsWith(token)))))])
            : null;
        _vocabulary = new Vocabulary(learned, FirstNumber, weights);
    }

    /// <summary>Sets the vocabulary. What was known before is forgotten.</summary>
    /// <param name="tokens">
    /// The tokens in the order of their numbers, each once; with or without Keras' special tokens ("" and "[UNK]", in the modes other than
    /// Int "[UNK]" alone) in front.
    /// </param>
    /// <param name="weights">
    /// For <see cref="TextOutputMode.TfIdf"/>, and only for it, how rare each token is (Keras' <c>idf_weights</c>); as many as there are tokens.
    /// Where the special tokens are left out, unknown ones get the mean.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There is no token, one comes twice, is empty or is not valid Unicode, there are more than <see cref="MaxTokens"/> has room for, or
    /// the weights do not fit.
    /// </exception>
    /// <exception cref="InvalidOperationException">The options contradict each other.</exception>
    public void SetVocabulary(IEnumerable<string> tokens, IEnumerable<float>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        CheckOptions();
        string[] given = [.. tokens];
        float[]? factors = weights is null ? null : [.. weights];
        if (factors is null == (OutputMode == TextOutputMode.TfIdf))
        {
            throw new ArgumentException(
                $"{(factors is null ? "No" : "Some")} weights came for mode {OutputMode}. Expected them for {TextOutputMode.TfIdf} alone.",
                nameof(weights));
        }

        if (factors is not null && factors.Length != given.Length)
        {
            throw new ArgumentException(
                Invariant($"{factors.Length} weights came for {given.Length} tokens. Expected one for each token."), nameof(weights));
        }

        if (factors is not null && Array.FindIndex(factors, factor => !float.IsFinite(factor)) is >= 0 and var wrong)
            throw new ArgumentException(Invariant($"The weight of token {wrong} is {factors[wrong]}. Expected a finite number."), nameof(weights));

        ReadOnlySpan<string> special = SpecialTokens;
        bool isSpecial = given.AsSpan().StartsWith(special);
        string[] named = isSpecial ? given[special.Length..] : given;
        if (named.Length == 0)
            throw new ArgumentException("No token came. Expected at least one.", nameof(tokens));
        if (MaxTokens is int most && named.Length > most - FirstNumber)
        {
            throw new ArgumentException(
                Invariant($"{named.Length} tokens came. Expected at most {most - FirstNumber}: MaxTokens is {most} and counts special tokens."),
                nameof(tokens));
        }

        if (factors is not null && !isSpecial)
            factors = WithUnknown(factors);
        _vocabulary = new Vocabulary(named, FirstNumber, factors);
    }

    /// <summary>The vocabulary in the order of its numbers, Keras' <c>get_vocabulary</c>.</summary>
    /// <param name="includeSpecialTokens">
    /// Whether padding ("", in mode Int) and unknown tokens ("[UNK]") stand in front; a token's index is then its number.
    /// </param>
    /// <exception cref="InvalidOperationException">There is no vocabulary yet.</exception>
    public string[] GetVocabulary(bool includeSpecialTokens = true)
        => includeSpecialTokens ? [.. SpecialTokens, .. Known.Tokens] : [.. Known.Tokens];

    /// <summary>
    /// Writes the numbers of one text, truncated or padded with 0 at the end to the room there is. Allocates nothing once as many threads
    /// have worked as do now, unless there are custom functions.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="numbers">Where the numbers go.</param>
    /// <returns>How many numbers there are before the padding.</returns>
    /// <exception cref="InvalidOperationException">There is no vocabulary yet, or the mode is not Int.</exception>
    public int Vectorize(ReadOnlySpan<char> text, Span<int> numbers)
    {
        Vocabulary vocabulary = KnownForInts;
        // The last n-gram there is room for ends this far behind the beginning, whatever stands behind it.
        using TokenList tokens = Tokenize(text, (int)Math.Min(int.MaxValue, numbers.Length + (long)Ngrams - 1));
        int written = Write(vocabulary, tokens, numbers);
        numbers[written..].Clear();
        return written;
    }

    /// <summary>The numbers of one text, <see cref="OutputSequenceLength"/> of them or else as many as there are tokens and n-grams.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidOperationException">There is no vocabulary yet, or the mode is not Int.</exception>
    public int[] Vectorize(ReadOnlySpan<char> text)
    {
        Vocabulary vocabulary = KnownForInts;
        if (OutputSequenceLength is int length)
        {
            var row = new int[length];
            Vectorize(text, row);
            return row;
        }

        using TokenList tokens = Tokenize(text, int.MaxValue);
        long count = 0;
        foreach (int size in _sizes)
            count += Math.Max(0, tokens.Count - size + 1);
        var numbers = new int[count];
        Write(vocabulary, tokens, numbers);
        return numbers;
    }

    /// <summary>
    /// The numbers of many texts, a row for each, one behind the other: the inputs of
    /// <see cref="Dataset.From(Rows{int}, Labels)"/>. Texts are shared out among <see cref="Threads"/>.
    /// </summary>
    /// <param name="texts">The texts.</param>
    /// <returns>
    /// Rows of <see cref="OutputSequenceLength"/> numbers, or else of as many as the longest text has, padded with 0 at the end.
    /// </returns>
    /// <exception cref="ArgumentException">The rows do not fit into an array.</exception>
    /// <exception cref="InvalidOperationException">There is no vocabulary yet, or the mode is not Int.</exception>
    public int[] Vectorize(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        _ = KnownForInts;
        if (OutputSequenceLength is not int length)
        {
            var sequences = new int[texts.Count][];
            ForEach(texts, (i, text) => sequences[i] = Vectorize(text));
            return sequences.All(sequence => sequence.Length == 0) ? [] : Sequences.PadSequences(sequences, padding: SequenceSide.Post);
        }

        int[] rows = Sequences.Allocate<int>(texts.Count, length);
        ForEach(texts, (i, text) => Vectorize(text, rows.AsSpan(i * length, length)));
        return rows;
    }

    /// <summary>
    /// Writes the row of one text in the modes whose rows are as long as the vocabulary. Allocates nothing once as many threads have worked
    /// as do now, unless there are custom functions.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="row">Where the row goes, <see cref="RowLength"/> numbers.</param>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    /// <exception cref="InvalidOperationException">There is no vocabulary yet, or the mode is Int.</exception>
    public void Encode(ReadOnlySpan<char> text, Span<float> row)
    {
        Vocabulary vocabulary = KnownForRows;
        if (row.Length != RowLength)
            throw new ArgumentException(Invariant($"The row has {row.Length} numbers. Expected {RowLength}."), nameof(row));
        row.Clear();
        using TokenList tokens = Tokenize(text, int.MaxValue);
        foreach (int size in _sizes)
        {
            for (int i = 0; i <= tokens.Count - size; i++)
            {
                ReadOnlySpan<char> token = tokens[i, size];
                // The empty token stands for padding, which has no place here.
                if (token.Length > 0)
                    row[vocabulary.Find(token)]++;
            }
        }

        Span<float> numbers = row[..vocabulary.Size];
        if (OutputMode == TextOutputMode.MultiHot)
            TensorPrimitives.Min(numbers, 1f, numbers);
        else if (OutputMode == TextOutputMode.TfIdf)
            TensorPrimitives.Multiply(numbers, vocabulary.Weights, numbers);
    }

    /// <summary>
    /// The rows of many texts, one behind the other, in the modes whose rows are as long as the vocabulary. Texts are shared out among
    /// <see cref="Threads"/>.
    /// </summary>
    /// <param name="texts">The texts.</param>
    /// <returns>Rows of <see cref="RowLength"/> numbers.</returns>
    /// <exception cref="ArgumentException">The rows do not fit into an array.</exception>
    /// <exception cref="InvalidOperationException">There is no vocabulary yet, or the mode is Int.</exception>
    public float[] Encode(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        _ = KnownForRows;
        int length = RowLength;
        float[] rows = Sequences.Allocate<float>(texts.Count, length);
        ForEach(texts, (i, text) => Encode(text, rows.AsSpan(i * length, length)));
        return rows;
    }

    /// <summary>
    /// Writes all options and the vocabulary to a file, as JSON in UTF-8. The file is replaced at once when all is written, or not at all.
    /// Of custom functions the file knows only that there are some.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidOperationException">There is no vocabulary yet.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _ = Known;
        VectorizationFile.Write(path, this);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <param name="standardize">The <see cref="CustomStandardize"/> that was used, if one was.</param>
    /// <param name="split">The <see cref="CustomSplit"/> that was used, if one was.</param>
    /// <exception cref="InvalidDataException">The file is truncated, or is not such a file.</exception>
    /// <exception cref="ArgumentException">A custom function was used and is not given, or the other way round.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static TextVectorization Load(
        string path, Func<string, string>? standardize = null, Func<string, IEnumerable<string>>? split = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return VectorizationFile.Read(path, standardize, split);
    }

    /// <summary>Refuses options that contradict each other.</summary>
    private void CheckOptions()
    {
        string? contradiction =
            MaxTokens <= FirstNumber
                ? Invariant($"{nameof(MaxTokens)} is {MaxTokens}, which leaves no room for a token beside the special ones.")
            : !IsInt && OutputSequenceLength is not null
                ? $"{nameof(OutputSequenceLength)} is set, and only mode {TextOutputMode.Int} has sequences."
            : IsInt && PadToMaxTokens
                ? $"{nameof(PadToMaxTokens)} is set, and mode {TextOutputMode.Int} has no rows as long as the vocabulary."
            : PadToMaxTokens && MaxTokens is null ? $"{nameof(PadToMaxTokens)} is set without {nameof(MaxTokens)}."
            : null;
        if (contradiction is not null)
            throw new InvalidOperationException($"{contradiction} Leave one of the options out.");
    }

    private TokenList Tokenize(ReadOnlySpan<char> text, int most)
    {
        if (CustomStandardize is not null)
            text = CustomStandardize(text.ToString());
        var tokens = new TokenList(text.Length);
        try
        {
            if (CustomSplit is not null)
                SplitCustom(text, ref tokens, most);
            else if (Split == TextSplit.Whitespace)
                Map.SplitWords(text, ref tokens, most);
            else if (Split == TextSplit.Character)
                Map.SplitCharacters(text, ref tokens, most);
            else
                Map.Append(text, ref tokens);
            return tokens;
        }
        catch
        {
            tokens.Dispose();
            throw;
        }
    }

    private void SplitCustom(ReadOnlySpan<char> text, ref TokenList tokens, int most)
    {
        Map.Append(text, ref tokens);
        string standardized = tokens[0, 1].ToString();
        tokens.Clear();
        foreach (string token in CustomSplit!(standardized))
        {
            if (tokens.Count == most)
                return;
            CharacterMap.Same.Append(token, ref tokens);
        }
    }

    /// <summary>Writes numbers until there are no more or there is no more room, and says how many.</summary>
    private int Write(Vocabulary vocabulary, in TokenList tokens, Span<int> numbers)
    {
        int written = 0;
        foreach (int size in _sizes)
        {
            for (int i = 0; i <= tokens.Count - size && written < numbers.Length; i++)
            {
                ReadOnlySpan<char> token = tokens[i, size];
                numbers[written++] = token.Length > 0 ? vocabulary.Find(token) : 0;
            }
        }

        return written;
    }

    private void ForEach(IReadOnlyList<string> texts, Action<int, string> action)
    {
        int missing = texts.Count;
        while (missing > 0 && texts[missing - 1] is not null)
            missing--;
        if (missing > 0)
            throw new ArgumentException(Invariant($"Text {missing - 1} is null. Expected a text."), nameof(texts));
        try
        {
            Parallel.For(0, texts.Count, new ParallelOptions { MaxDegreeOfParallelism = Threads }, i => action(i, texts[i]));
        }
        catch (AggregateException several)
        {
            // Whoever calls us with a custom function that fails looks for that failure.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    /// <summary>Puts the mean in front, which stands for unknown tokens.</summary>
    private static float[] WithUnknown(float[] weights) => [TensorPrimitives.Sum<float>(weights) / weights.Length, .. weights];
}
