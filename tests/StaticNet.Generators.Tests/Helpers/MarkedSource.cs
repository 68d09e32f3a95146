using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace StaticNet.Generators.Tests;

/// <summary>A source whose text tells where diagnostics are expected, one within another at need: <c>[Dense({|SNET007:0|})]</c>.</summary>
internal sealed partial class MarkedSource
{
    public MarkedSource(string marked)
    {
        var text = new StringBuilder();
        var marks = new List<(string Id, TextSpan Span)>();
        var open = new Stack<(string Id, int Start)>();
        int done = 0;
        foreach (Match match in Mark().Matches(marked))
        {
            text.Append(marked, done, match.Index - done);
            done = match.Index + match.Length;
            if (match.Groups["id"] is { Success: true } id)
            {
                open.Push((id.Value, text.Length));
            }
            else
            {
                (string opened, int start) = open.Pop();
                marks.Add((opened, TextSpan.FromBounds(start, text.Length)));
            }
        }

        Assert.Empty(open);
        Text = text.Append(marked, done, marked.Length - done).ToString();
        Marks = [.. marks.OrderBy(mark => mark.Span.Start)];
    }

    /// <summary>The source without marks.</summary>
    public string Text { get; }

    /// <summary>The expected ids and what they underline, in order.</summary>
    public IReadOnlyList<(string Id, TextSpan Span)> Marks { get; }

    [GeneratedRegex(@"\{\|(?<id>[A-Z]+\d+):|\|\}")]
    private static partial Regex Mark();
}
