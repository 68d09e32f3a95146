using System.Text;

namespace StaticNet.Generators;

/// <summary>A part of a line in the text of a block: a word, a text in quotes or a list in parentheses.</summary>
/// <param name="Word">The word, or what stands in the quotes; null for a list.</param>
/// <param name="IsQuoted">Whether it stands in quotes.</param>
/// <param name="Items">What is in the list.</param>
internal sealed record TextNode(string? Word, bool IsQuoted, IReadOnlyList<TextNode> Items)
{
    private const int MaxDepth = Expression.MaxDepth + 8;

    /// <summary>The parts of a line; throws <see cref="FormatException"/> where that has other than these.</summary>
    public static IReadOnlyList<TextNode> Parse(string line)
    {
        int at = 0;
        IReadOnlyList<TextNode> items = ParseItems(line, ref at, 0);
        return at == line.Length ? items : throw new FormatException();
    }

    /// <summary>A text as it stands in quotes.</summary>
    public static string Quote(string text)
        => "'" + string.Concat(text.Select(letter => letter is '\'' or '\\' || char.IsControl(letter) || char.IsSurrogate(letter)
            ? $"\\{(int)letter:x4}"
            : letter.ToString())) + "'";

    private static List<TextNode> ParseItems(string line, ref int at, int depth)
    {
        if (depth > MaxDepth)
            throw new FormatException();
        var items = new List<TextNode>();
        while (at < line.Length && line[at] != ')')
        {
            if (line[at] == ' ')
            {
                at++;
            }
            else if (line[at] == '(')
            {
                at++;
                items.Add(new TextNode(null, false, ParseItems(line, ref at, depth + 1)));
                if (at == line.Length)
                    throw new FormatException();
                at++;
            }
            else if (line[at] == '\'')
            {
                items.Add(new TextNode(Unquote(line, ref at), true, []));
            }
            else
            {
                int first = at;
                while (at < line.Length && line[at] is not (' ' or '(' or ')' or '\''))
                    at++;
                items.Add(new TextNode(line.Substring(first, at - first), false, []));
            }
        }

        return items;
    }

    private static string Unquote(string line, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < line.Length && line[at] != '\''; at++)
        {
            if (line[at] != '\\')
            {
                text.Append(line[at]);
                continue;
            }

            if (at + 4 >= line.Length || !ushort.TryParse(line.Substring(at + 1, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out ushort letter))
                throw new FormatException();
            text.Append((char)letter);
            at += 4;
        }

        if (at == line.Length)
            throw new FormatException();
        at++;
        return text.ToString();
    }
}
