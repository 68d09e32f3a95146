namespace StaticNet.Generators;

/// <summary>Writes methods of steps and the types of their sizes, each once in a class.</summary>
/// <param name="writer">Where to.</param>
/// <param name="outer">What the class around has, which need not be written again; null where there is none.</param>
internal sealed class MethodWriter(SourceWriter writer, MethodWriter? outer = null)
{
    private readonly HashSet<string> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SizesType> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);

    /// <summary>
    /// Notes types before methods are written that take them: where the class around has others of their names, methods of its would take those.
    /// </summary>
    public void Hide(IEnumerable<SizesType> types)
        => _hidden.UnionWith(types.Where(type => outer!._types.TryGetValue(type.Name, out SizesType other) && other != type).Select(type => type.Name));

    /// <summary>Writes those that are not there yet.</summary>
    public void Write(IEnumerable<Method> methods)
    {
        foreach (Method method in methods)
        {
            string signature = $"private static void {method.Name}({string.Join(", ", method.Parameters.Select(parameter => parameter.Parameter.Declaration))})";
            IReadOnlyList<string>[] body = [.. method.Body.Select(call => call.Inside)];
            string whole = string.Join("\n", [signature, .. body.SelectMany(lines => lines)]);
            bool isOuter = outer?._methods.Contains(whole) == true && !method.Body.Any(call => call.Types.Any(_hidden.Contains));
            if (isOuter || !_methods.Add(whole))
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
        foreach (SizesType type in types)
        {
            if ((outer?._types.ContainsKey(type.Name) == true && !_hidden.Contains(type.Name)) || _types.ContainsKey(type.Name))
                continue;
            _types.Add(type.Name, type);
            writer.Line();
            writer.Shape(type);
        }
    }
}
