namespace StaticNet.Datasets;

/// <summary>
/// Orders texts by their code points, as Python and the bytes of UTF-8 do. The ordinal order of .NET puts U+E000 to U+FFFF behind
/// the surrogates and so behind all planes but the first.
/// </summary>
internal sealed class CodePointComparer : IComparer<string>
{
    public static CodePointComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> first = x, second = y;
        int at = first.CommonPrefixLength(second);
        return at == first.Length || at == second.Length ? first.Length - second.Length : Weight(first[at]) - Weight(second[at]);
    }

    private static int Weight(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
