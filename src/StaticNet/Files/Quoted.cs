using System.Text;

namespace StaticNet.Files;

/// <summary>How messages show what a stranger chose.</summary>
internal static class Quoted
{
    private const int Max = 80;
    private const int MaxSentence = 300;

    /// <summary>A name in quotation marks, cut short, with nothing in it that would break a line or steer a terminal.</summary>
    public static string Show(string name) => $"'{Plain(name)}'";

    /// <summary>The same without quotation marks.</summary>
    public static string Plain(string name) => Plain(name, Max);

    /// <summary>A sentence that may hold such names, without its full stop.</summary>
    public static string Sentence(string sentence) => Plain(sentence.TrimEnd('.'), MaxSentence);

    /// <summary>A shape as Keras writes it: <c>(3, 4)</c>, <c>(3,)</c>.</summary>
    public static string Shape<T>(IReadOnlyList<T> shape)
        where T : IFormattable
        => $"({string.Join(", ", shape.Take(Max).Select(size => size.ToString(null, System.Globalization.CultureInfo.InvariantCulture)))}{(shape.Count == 1 ? "," : shape.Count > Max ? ", ..." : "")})";

    private static string Plain(string name, int max)
    {
        var text = new StringBuilder();
        foreach (char next in name.AsSpan(0, Math.Min(name.Length, max)))
            text.Append(char.IsControl(next) || char.IsSurrogate(next) ? '?' : next);
        return text.Append(name.Length > max ? "..." : "").ToString();
    }
}
