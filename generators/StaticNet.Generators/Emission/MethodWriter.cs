namespace StaticNet.Generators;

/// <summary>Writes methods of steps and the types of their sizes, each once in a class.</summary>
/// <param name="writer">Where to.</param>
/// <param name="outer">What the class around has, which need not be written again; null where there is none.</param>
internal sealed class MethodWriter(SourceWriter writer, MethodWriter? outer = null)
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>Writes those that are not there yet.</summary>
    public void Write(IEnumerable<Method> methods)
    {
        foreach (Method method in methods)
        {
            string signature = $"private static void {method.Name}({string.Join(", ", method.Parameters.Select(parameter => parameter.Parameter.Declaration))})";
            IReadOnlyList<string>[] body = [.. method.Body.Select(call => call.Inside)];
            if (!IsNew(string.Join("\n", [signature, .. body.SelectMany(lines => lines)])))
                continue;
            writer.Line();
            writer.Line($"// {method.Comment}");
            writer.Line(signature);
            writer.Body(body);
        }
    }

    /// <summary>Writes those that are not there yet.</summary>
    public void Write(IEnumerable<SizesType> types)
    {
        foreach (SizesType type in types.Where(type => IsNew(type.Name)))
        {
            writer.Line();
            writer.Shape(type);
        }
    }

    private bool IsNew(string what) => outer?._written.Contains(what) != true && _written.Add(what);
}
