using System.Runtime.InteropServices;

namespace StaticNet.Datasets;

/// <summary>Counts how often tokens occur and in how many texts.</summary>
internal sealed class TokenCounts
{
    private readonly Dictionary<string, Tally> _tallies;
    private readonly Dictionary<string, Tally>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TokenCounts()
    {
        _tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        _lookup = _tallies.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The number of texts so far, the current one included.</summary>
    public int Texts { get; private set; }

    /// <summary>Begins a text; must come before its tokens.</summary>
    public void BeginText() => Texts++;

    /// <summary>Counts a token of the current text.</summary>
    public void Add(ReadOnlySpan<char> token)
    {
        ref Tally tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, token, out _);
        tally.Count++;
        if (tally.LastText != Texts)
        {
            tally.LastText = Texts;
            tally.Texts++;
        }
    }

    /// <summary>Forgets a token.</summary>
    public void Remove(string token) => _tallies.Remove(token);

    /// <summary>In how many texts a token occurs.</summary>
    public int TextsWith(string token) => _tallies[token].Texts;

    /// <summary>The tokens, the most frequent first.</summary>
    /// <param name="most">How many are wanted at most.</param>
    /// <param name="descending">Whether those that are equally frequent stand from high to low by their code points, or from low to high.</param>
    public string[] MostFrequent(int most, bool descending)
    {
        // Most tokens of a large text occur once, and sorting these takes the longest: those that cannot get in are left out before.
        long least = LeastCount(most);
        KeyValuePair<string, Tally>[] found = [.. _tallies.Where(pair => pair.Value.Count >= least)];
        int sign = descending ? -1 : 1;
        Array.Sort(found, (a, b) => a.Value.Count != b.Value.Count
            ? b.Value.Count.CompareTo(a.Value.Count)
            : sign * CodePointComparer.Instance.Compare(a.Key, b.Key));
        return [.. found.Take(most).Select(pair => pair.Key)];
    }

    /// <summary>How often a token must occur at least to be among the most frequent.</summary>
    private long LeastCount(int most)
    {
        if (_tallies.Count <= most)
            return 0;
        long[] counts = [.. _tallies.Values.Select(tally => tally.Count)];
        Array.Sort(counts);
        return most == 0 ? long.MaxValue : counts[^most];
    }

    private struct Tally
    {
        public long Count;
        public int Texts;
        public int LastText;
    }
}
