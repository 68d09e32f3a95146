using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generators;

/// <summary>Numbers and names as generated code and messages write them, whatever the culture of the machine.</summary>
internal static class Text
{
    /// <summary>A literal: <c>200_704</c>.</summary>
    public static string Literal(long value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '_');

    /// <summary>A literal that reads back as the same float: <c>0.25f</c>.</summary>
    public static string Literal(float value) => value.ToString("R", CultureInfo.InvariantCulture) + "f";

    /// <summary>A literal that reads back as the same number: <c>0.25</c>.</summary>
    public static string Literal(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>For people: <c>200,704</c>.</summary>
    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>For people: <c>0.25</c>.</summary>
    public static string Number(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>For people, of a number that kernels take as a float: <c>0.25</c>, or <c>1E-50, which is 0 as a float</c>.</summary>
    public static string AsFloat(double value)
    {
        float single = (float)value;
        return single == value || double.IsNaN(value) ? Number(single)
            : value.ToString("R", CultureInfo.InvariantCulture)
                + (single is 0 or 1 or -1 ? $", which is {Number(single == 0 ? 0f : single)} as a float" : float.IsInfinity(single) ? ", which is infinite as a float" : "");
    }

    /// <summary>For people: <c>(28, 28, 1)</c>.</summary>
    public static string Shape(IEnumerable<int> shape)
        => "(" + string.Join(", ", shape.Select(size => size.ToString(CultureInfo.InvariantCulture))) + ")";

    /// <summary>A product as code writes it: <c>28 * 28</c>.</summary>
    public static string Product(IEnumerable<int> factors)
    {
        string[] written = [.. factors.Where(factor => factor != 1).Select(factor => Literal(factor))];
        return written.Length == 0 ? "1" : string.Join(" * ", written);
    }

    /// <summary>For people: <c>SimpleRNN, LSTM or GRU</c>.</summary>
    public static string Choice(IReadOnlyList<string> names)
        => names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} or {names[names.Count - 1]}";

    /// <summary>For people: <c>title, tags and age</c>.</summary>
    public static string List(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all.Take(all.Length - 1))} and {all[all.Length - 1]}";
    }

    /// <summary>For people: <c>3 x 5</c>.</summary>
    public static string Of(Size size) => $"{Number(size.Height)} x {Number(size.Width)}";

    /// <summary>For people: <c>918.54 KB</c>.</summary>
    public static string Bytes(long bytes)
    {
        (double size, string unit) = bytes < 1024 ? (bytes, "bytes") : bytes < 1024 * 1024 ? (bytes / 1024.0, "KB") : (bytes / 1048576.0, "MB");
        return size.ToString("0.##", CultureInfo.InvariantCulture) + " " + unit;
    }

    /// <summary>A name, dotted or not, as code writes it: <c>Samples.@class</c>.</summary>
    public static string Identifier(string name) => string.Join(".", name.Split('.').Select(part => IsKeyword(part) ? "@" + part : part));

    /// <summary>
    /// The name of a type as a declaration writes it. One in small letters alone is marked as meant so, which keeps the compiler from warning
    /// of it in code that its author did not write.
    /// </summary>
    public static string TypeIdentifier(string name) => name.All(letter => letter is >= 'a' and <= 'z') ? "@" + name : Identifier(name);

    /// <summary>A text as a literal: <c>"layer Dense"</c>.</summary>
    public static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary><c>dense_1</c> as <c>Dense1</c>, <c>residual_1/conv2d</c> as <c>Residual1Conv2d</c>.</summary>
    public static string Pascal(string name)
        => string.Concat(name.Split('_', '/').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1)));

    /// <summary><c>Dense1</c> as <c>dense1</c>.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary><c>MaxPooling2D</c> as <c>max_pooling2d</c>, <c>LSTM</c> as <c>lstm</c>: Keras' rule for the names of layers.</summary>
    public static string Snake(string name)
    {
        string words = Regex.Replace(name, "(.)([A-Z][a-z]+)", "$1_$2", RegexOptions.CultureInvariant);
        return Regex.Replace(words, "([a-z])([A-Z])", "$1_$2", RegexOptions.CultureInvariant).ToLowerInvariant();
    }

    /// <summary>The name that a misspelt one is likely to mean; null where none is near.</summary>
    public static string? NearestOf(IEnumerable<string> names, string written)
        => names.Where(name => Distance(name, written) <= 2).OrderBy(name => Distance(name, written)).FirstOrDefault();

    /// <summary>How many letters must be put in, taken out or changed to turn one word into another.</summary>
    public static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[other.Length];
    }

    private static bool IsKeyword(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None;
}
