using System.Text;

namespace StaticNet.Datasets.Tests;

/// <summary>Texts that nobody writes and somebody sends.</summary>
internal static class Hostile
{
    public static string[] Texts { get; } =
    [
        "", " ", "\0", "\0\0 \0", "\t\r\n", "!?!", "'", new string(' ', 10_000), new string('\'', 10_000),
        "\uD83D", "\uDE00", "\uD83D \uDE00", "a\uD83D", "\uDE00\uD83D\uDE00", new string('\uDBFF', 999),
        "e\u0301\u0302\u0303", new string('\u0301', 5000), "\u200F\u202Eאבג\u202C abc", "שלום עולם", "مرحبا", "\uFEFFbom",
        "\uFFFE\uFFFF", "İIıi ΣΣς ǅ ﬁ ẞ", "漢字かな交じり文", "👩‍👩‍👧‍👦 🏳️‍🌈", "𝒳𝓎 𐐀𐐨 𠀀",
        string.Concat(Enumerable.Range(0, 0x11).Select(plane => new Rune((plane << 16) + (plane == 0 ? 0x1234 : 0x123)).ToString())),
        string.Concat(Enumerable.Range(0, 0x10000).Select(i => (char)i)),
    ];
}
