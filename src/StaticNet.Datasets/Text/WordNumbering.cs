namespace StaticNet.Datasets;

/// <summary>Numbers words by how frequent they are, as Keras' <c>imdb.load_data</c> does.</summary>
internal sealed class WordNumbering
{
    // What Keras' tokenizer leaves out, which spares the apostrophe, and what Python takes for white space beside .NET.
    private static readonly CharacterMap _map = new(lower: true, separators: "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\x1C\x1D\x1E\x1F");

    private readonly Dictionary<string, int> _ranks;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int? _start;
    private readonly int? _unknown;
    private readonly int _shift;
    private readonly int _least;
    private readonly int _limit;

    /// <param name="texts">The texts whose words are counted.</param>
    /// <param name="numWords">All numbers from this one on become <paramref name="oovChar"/>; none if it is left out.</param>
    /// <param name="skipTop">All numbers below this one become <paramref name="oovChar"/>.</param>
    /// <param name="startChar">The number every sequence starts with; none if null.</param>
    /// <param name="oovChar">The number of words that have none; null to leave such words out.</param>
    /// <param name="indexFrom">The number of the most frequent word.</param>
    public WordNumbering(IEnumerable<string> texts, int? numWords, int skipTop, int? startChar, int? oovChar, int indexFrom)
    {
        _ranks = Rank(texts);
        Ranks = _ranks.AsReadOnly();
        _lookup = _ranks.GetAlternateLookup<ReadOnlySpan<char>>();
        _shift = indexFrom - 1;
        _least = skipTop;
        _limit = numWords ?? int.MaxValue;
        _unknown = oovChar;
        // The start is a number like others to Keras, and subject to the limits.
        _start = startChar is int start ? Limited(start) : null;
    }

    /// <summary>The rank of each word, from 1 on.</summary>
    public IReadOnlyDictionary<string, int> Ranks { get; }

    /// <summary>
    /// The rank of each word of some texts: the most frequent is 1, of equally frequent ones the lower by its code points is first.
    /// </summary>
    public static Dictionary<string, int> Rank(IEnumerable<string> texts)
    {
        var counts = new TokenCounts();
        foreach (string text in texts)
        {
            counts.BeginText();
            using TokenList words = Words(text);
            for (int i = 0; i < words.Count; i++)
                counts.Add(words[i, 1]);
        }

        string[] ordered = counts.MostFrequent(int.MaxValue, descending: false);
        var ranks = new Dictionary<string, int>(ordered.Length, StringComparer.Ordinal);
        for (int i = 0; i < ordered.Length; i++)
            ranks.Add(ordered[i], i + 1);
        return ranks;
    }

    public int[] Encode(string text)
    {
        using TokenList words = Words(text);
        var sequence = new int[words.Count + 1];
        int length = 0;
        if (_start is int start)
            sequence[length++] = start;
        for (int i = 0; i < words.Count; i++)
        {
            int? number = _lookup.TryGetValue(words[i, 1], out int rank) ? Limited(rank + _shift) : _unknown;
            if (number is int known)
                sequence[length++] = known;
        }

        return length == sequence.Length ? sequence : sequence[..length];
    }

    private int? Limited(int number) => number >= _least && number < _limit ? number : _unknown;

    private static TokenList Words(string text)
    {
        string unbroken = text.Replace("<br />", " ", StringComparison.Ordinal);
        var words = new TokenList(unbroken.Length);
        _map.SplitWords(unbroken, ref words, int.MaxValue);
        return words;
    }
}
