using System.Text;

namespace StaticNet.Samples.TinyGpt;

/// <summary>The 96 characters as tokens: a line break is 0, and the printable ones of ASCII follow.</summary>
internal static class Alphabet
{
    /// <summary>The number of characters.</summary>
    public const int Size = 96;

    /// <summary>A text as tokens; accents are taken off, and what then still is no character of these is left out.</summary>
    public static int[] Encode(string text)
        => [.. text.Normalize(NormalizationForm.FormKD).Where(c => c is '\n' or (>= ' ' and <= '~')).Select(c => c == '\n' ? 0 : c - ' ' + 1)];

    /// <summary>The character of a token.</summary>
    public static char Decode(int token) => token == 0 ? '\n' : (char)(' ' + token - 1);
}
