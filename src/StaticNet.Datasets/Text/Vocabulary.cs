using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>The tokens that have a number.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers;

    /// <param name="tokens">The tokens, each once.</param>
    /// <param name="first">The number of the first of them; one less is that of all unknown tokens.</param>
    /// <param name="weights">What <see cref="TextOutputMode.TfIdf"/> multiplies each number by, from number 0 on.</param>
    /// <exception cref="ArgumentException">A token comes twice, is empty or is not valid Unicode.</exception>
    public Vocabulary(string[] tokens, int first, float[]? weights)
    {
        Tokens = tokens;
        First = first;
        Weights = weights;
        var numbers = new Dictionary<string, int>(tokens.Length, StringComparer.Ordinal);
        for (int i = 0; i < tokens.Length; i++)
        {
            string token = tokens[i];
            if (string.IsNullOrEmpty(token))
                throw new ArgumentException(Invariant($"Token {i} is empty. Expected a text: the empty token stands for padding."), nameof(tokens));
            if (!IsValid(token))
                throw new ArgumentException(Invariant($"Token {i} has half of a surrogate pair. Expected valid Unicode."), nameof(tokens));
            if (!numbers.TryAdd(token, first + i))
                throw new ArgumentException(Invariant($"Token {i}, '{token}', came before. Expected each token once."), nameof(tokens));
        }

        _numbers = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The tokens in the order of their numbers.</summary>
    public string[] Tokens { get; }

    /// <summary>The number of the first token.</summary>
    public int First { get; }

    /// <summary>How many numbers there are: the tokens, unknown ones and padding.</summary>
    public int Size => First + Tokens.Length;

    /// <summary>A factor for each number; null without.</summary>
    public float[]? Weights { get; }

    /// <summary>The number of a token that is not empty.</summary>
    public int Find(ReadOnlySpan<char> token) => _numbers.TryGetValue(token, out int number) ? number : First - 1;

    private static bool IsValid(string token)
    {
        for (int i = 0; i < token.Length; i++)
        {
            if (!char.IsSurrogate(token[i]))
                continue;
            if (i + 1 == token.Length || !char.IsSurrogatePair(token[i], token[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
