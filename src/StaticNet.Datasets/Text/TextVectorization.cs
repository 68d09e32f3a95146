using System.Globalization;
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
public sealed partial class TextVectorization
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

    private bool IsInt => OutputMode == TextOutputMode.Int;

    private ReadOnlySpan<string> SpecialTokens => IsInt ? (string[])["", UnknownToken] : (string[])[UnknownToken];

    // Keras' numbering: padding has a number only where there is padding.
    private int FirstNumber => IsInt ? 2 : 1;

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
}
