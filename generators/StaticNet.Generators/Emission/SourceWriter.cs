using System.Text;

namespace StaticNet.Generators;

/// <summary>Writes indented lines that end in <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private const int MostLetters = 120;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>A line, or an empty one.</summary>
    public void Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', _depth * 4).Append(line);
        _text.Append('\n');
    }

    /// <summary>Several lines.</summary>
    public void Lines(string lines)
    {
        foreach (string line in lines.Split('\n'))
            Line(line);
    }

    /// <summary>A line that goes on with the one before.</summary>
    public void Indented(string line)
    {
        _depth++;
        Line(line);
        _depth--;
    }

    /// <summary>A method's body: an expression, or a block where there are several statements. Null is none.</summary>
    public void Body(params string?[] statements)
    {
        string[] written = [.. statements.OfType<string>()];
        if (written.Length == 1)
        {
            Indented("=> " + written[0]);
            return;
        }

        using (Block())
        {
            foreach (string statement in written)
                Line(statement);
        }
    }

    /// <summary>Opens braces that close when the result is disposed.</summary>
    public IDisposable Block(string end = "}") => Open("{", end);

    /// <summary>Opens the brackets of an initialiser's list that close when the result is disposed.</summary>
    public IDisposable List() => Open("[", "],");

    /// <summary>Writes sizes and options as a type, so that kernels are compiled for them.</summary>
    public void Shape(string name, string contract, params ShapeMember[] members)
    {
        Line($"private readonly struct {name} : {contract}");
        Line("{");
        foreach (string line in Wrapped(members.Select(member => $"public static {member.Type} {member.Name} => {member.Value};")))
            Indented(line);
        Line("}");
    }

    // As many on a line as can be taken in at a look.
    private static IEnumerable<string> Wrapped(IEnumerable<string> items)
    {
        string line = "";
        foreach (string item in items)
        {
            if (line.Length > 0 && line.Length + item.Length >= MostLetters)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? item : " " + item;
        }

        yield return line;
    }

    private BlockEnd Open(string begin, string end)
    {
        Line(begin);
        _depth++;
        return new BlockEnd(this, end);
    }

    public override string ToString() => _text.ToString();

    private sealed class BlockEnd(SourceWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line(end);
        }
    }
}
