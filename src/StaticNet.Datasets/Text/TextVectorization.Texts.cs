using System.Numerics.Tensors;
using System.Runtime.ExceptionServices;
using static System.FormattableString;

namespace StaticNet.Datasets;

/// <content>Texts become tokens, and tokens numbers.</content>
public sealed partial class TextVectorization
{
    private Vocabulary KnownForInts => IsInt ? Known : throw new InvalidOperationException(
        $"{nameof(OutputMode)} is {OutputMode}. Expected {TextOutputMode.Int}; call {nameof(Encode)} for rows as long as the vocabulary.");

    private Vocabulary KnownForRows => !IsInt ? Known : throw new InvalidOperationException(
        $"{nameof(OutputMode)} is {OutputMode}. Expected another mode; call {nameof(Vectorize)} for whole numbers.");

    private CharacterMap Map => _map ??= new CharacterMap(
        lower: CustomStandardize is null && Standardize is Standardization.Lower or Standardization.LowerAndStripPunctuation,
        dropped: CustomStandardize is null && Standardize is Standardization.StripPunctuation or Standardization.LowerAndStripPunctuation
            ? Punctuation : "");

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
}
