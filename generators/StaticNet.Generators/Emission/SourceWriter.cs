using System.Text;

namespace StaticNet.Generators;

/// <summary>Writes indented lines that end in <c>\n</c> on every machine.</summary>
/// <param name="mark">The attributes by which tools know that code is generated; empty for none.</param>
internal sealed class SourceWriter(string mark)
{
    private const int MaxLength = 120;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>A line, or an empty one.</summary>
    public void Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', _depth * 4).Append(line);
        _text.Append('\n');
    }

    /// <summary>
    /// The first line of a type, or of a member with code in it, below the mark of what is generated. A model's class itself has no mark, since that would be one
    /// on its author's part too.
    /// </summary>
    public void Member(string line)
    {
        if (mark.Length > 0)
            Line(mark);
        Line(line);
    }

    /// <summary>A line that goes on with the one before.</summary>
    public void Indented(string line)
    {
        _depth++;
        Line(line);
        _depth--;
    }

    /// <summary>A method's body: an expression, or a block where there are several statements.</summary>
    public void Body(IReadOnlyList<IReadOnlyList<string>> statements)
    {
        if (statements.Count == 1)
        {
            _depth++;
            Statement("=> ", statements[0]);
            _depth--;
            return;
        }

        using (Block())
        {
            foreach (IReadOnlyList<string> statement in statements)
                Statement("", statement);
        }
    }

    // The lines behind the first are indented.
    private void Statement(string begin, IReadOnlyList<string> lines)
    {
        Line(begin + lines[0]);
        foreach (string line in lines.Skip(1))
            Indented(line);
    }

    /// <summary>Opens braces that close when the result is disposed.</summary>
    public IDisposable Block(string end = "}") => Open("{", end);

    /// <summary>Opens the brackets of an initialiser's list that close when the result is disposed.</summary>
    public IDisposable List() => Open("[", "],");

    /// <summary>Writes sizes and options as a type, so that kernels are compiled for them.</summary>
    public void Shape(ShapeType type)
    {
        Line($"private readonly struct {type.Name} : {type.Contract}");
        Line("{");
        foreach (string line in Wrapped(type.Members.Select(member => $"public static {member.Type} {member.Name} => {member.Code};")))
            Indented(line);
        Line("}");
    }

    /// <summary>Writes code that is written out, as a type that kernels call back.</summary>
    /// <param name="code">The code.</param>
    /// <param name="isOptimized">Whether to ask for its compilation at once to the end, by an attribute of the System namespace.</param>
    public void Code(UnrolledCode code, bool isOptimized)
    {
        Line($"private readonly struct {code.Name} : {code.Contract}");
        using (Block())
        {
            Line($"public static int XStride => {Text.Literal(code.XStride)}; public static int YStride => {Text.Literal(code.YStride)};");
            Line();
            if (isOptimized)
                Line("[global::System.Runtime.CompilerServices.MethodImpl(Unrolled.Options)]");
            Line($"public static void {code.Signature}");
            Indented("where T : unmanaged, IRows<T>");
            using (Block())
            {
                foreach (string line in code.Lines)
                    Line(line);
            }
        }
    }

    /// <summary>Writes constants as a type, with a comment in front; nothing where there are none.</summary>
    public void Constants(string comment, string name, IEnumerable<NamedOffset> constants)
    {
        NamedOffset[] all = [.. constants];
        if (all.Length == 0)
            return;
        Line();
        Line($"// {comment}");
        Constants(name, all);
    }

    /// <summary>Writes constants as a type: one that a type can be told by, so that it is no static class.</summary>
    public void Constants(string name, IEnumerable<NamedOffset> constants)
    {
        Line($"private readonly struct {name}");
        using (Block())
        {
            foreach (NamedOffset constant in constants)
            {
                string comment = constant.Comment.Length == 0 ? "" : $" // {constant.Comment}";
                string attribute = constant.Attribute.Length == 0 ? "" : $"[{constant.Attribute}] ";
                Line($"{attribute}public const {(constant.Value > int.MaxValue ? "long" : "int")} {constant.Name} = {Text.Literal(constant.Value)};{comment}");
            }
        }
    }

    // As many on a line as can be taken in at a look.
    private static IEnumerable<string> Wrapped(IEnumerable<string> items)
    {
        string line = "";
        foreach (string item in items)
        {
            if (line.Length > 0 && line.Length + item.Length >= MaxLength)
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
