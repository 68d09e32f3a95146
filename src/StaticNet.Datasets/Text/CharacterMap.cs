using System.Text;

namespace StaticNet.Datasets;

/// <summary>What becomes of each character of a text: it is kept, made small, left out, or ends a word.</summary>
/// <remarks>
/// A surrogate without its other half becomes U+FFFD, as in every conversion to UTF-8; so tokens can be written to a file.
/// </remarks>
internal sealed class CharacterMap
{
    private const int Dropped = -1;
    private const int Separator = -2;
    private const int FirstBeyondAscii = 0x80;

    private readonly int[] _ascii = new int[FirstBeyondAscii];
    private readonly bool _lower;

    /// <param name="lower">Whether letters become small, by the rules of no particular culture.</param>
    /// <param name="dropped">Characters of ASCII that are left out.</param>
    /// <param name="separators">Characters of ASCII that end a word, beside white space.</param>
    public CharacterMap(bool lower, string dropped = "", string separators = "")
    {
        _lower = lower;
        for (int i = 0; i < _ascii.Length; i++)
        {
            char c = (char)i;
            _ascii[i] = separators.Contains(c, StringComparison.Ordinal) || char.IsWhiteSpace(c) ? Separator
                : dropped.Contains(c, StringComparison.Ordinal) ? Dropped
                : lower ? char.ToLowerInvariant(c) : c;
        }
    }

    /// <summary>Changes nothing, but for halves of surrogate pairs.</summary>
    public static CharacterMap Same { get; } = new(lower: false);

    /// <summary>Cuts a text into words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Receives the words behind those it has, until it has <paramref name="most"/>.</param>
    /// <param name="most">How many words are wanted at most.</param>
    public void SplitWords(ReadOnlySpan<char> text, ref TokenList tokens, int most)
    {
        if (tokens.Count >= most)
            return;
        Span<char> characters = tokens.Reserve(text.Length + 1);
        ReadOnlySpan<int> ascii = _ascii;
        int length = 0, start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int c = text[i];
            c = c < ascii.Length ? ascii[c] : BeyondAscii(text, ref i, characters, ref length);
            if (c >= 0)
            {
                characters[length++] = (char)c;
            }
            else if (c == Separator && length > start)
            {
                length++;
                tokens.Take(length - start);
                start = length;
                if (tokens.Count == most)
                    return;
            }
        }

        if (length > start)
            tokens.Take(length + 1 - start);
    }

    /// <summary>Makes each character that is not left out a token of its own, white space among them.</summary>
    /// <inheritdoc cref="SplitWords"/>
    public void SplitCharacters(ReadOnlySpan<char> text, ref TokenList tokens, int most)
    {
        for (int i = 0; i < text.Length && tokens.Count < most; i++)
        {
            Span<char> characters = tokens.Reserve(3);
            int length = 0;
            Append(text, ref i, characters, ref length);
            if (length > 0)
                tokens.Take(length + 1);
        }
    }

    /// <summary>Makes the whole text one token, white space and all.</summary>
    /// <inheritdoc cref="SplitWords"/>
    public void Append(ReadOnlySpan<char> text, ref TokenList tokens)
    {
        Span<char> characters = tokens.Reserve(text.Length + 1);
        int length = 0;
        for (int i = 0; i < text.Length; i++)
            Append(text, ref i, characters, ref length);
        tokens.Take(length + 1);
    }

    private void Append(ReadOnlySpan<char> text, ref int i, Span<char> characters, ref int length)
    {
        int c = text[i];
        int mapped = c < _ascii.Length ? _ascii[c] : BeyondAscii(text, ref i, characters, ref length);
        if (mapped != Dropped)
            characters[length++] = mapped == Separator ? (char)c : (char)mapped;
    }

    /// <summary>The fate of a character beyond ASCII. Of two surrogates the first is written here and the second is returned.</summary>
    private int BeyondAscii(ReadOnlySpan<char> text, ref int i, Span<char> characters, ref int length)
    {
        char c = text[i];
        if (char.IsWhiteSpace(c))
            return Separator;
        if (!char.IsSurrogate(c))
            return _lower ? char.ToLowerInvariant(c) : c;
        if (i + 1 == text.Length || !Rune.TryCreate(c, text[i + 1], out Rune rune))
            return Rune.ReplacementChar.Value;
        i++;
        if (_lower)
            rune = Rune.ToLowerInvariant(rune);
        length += rune.EncodeToUtf16(characters[length..]) - 1;
        return characters[length];
    }
}
