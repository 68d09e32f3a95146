namespace StaticNet.Generators;

/// <summary>The constants of a block where it is put in place: what the use says, and the defaults of the others.</summary>
internal sealed class BlockConstants
{
    private readonly BlockDeclaration _block;
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly Evaluation _evaluation;

    public BlockConstants(BlockDeclaration block)
    {
        _block = block;
        _evaluation = new Evaluation(ValueOf);
    }

    /// <summary>Takes over what a use says; what is wrong with it and at which of its values, null where it is right.</summary>
    public (int At, string Wrong)? Set(AttributeDeclaration use)
    {
        EquatableArray<object?> written = use.Find("constants")?.Values ?? default;
        for (int i = 0; i < written.Count; i += 2)
        {
            if (written[i] is not string name)
                return (i, $"{Evaluation.Show(written[i])} stands where the name of a constant is expected: write names and values in turn, such as \"{Example}\", 32");
            if (_block.Constants.FirstOrDefault(constant => constant.Name == name) is not { } constant)
                return (i, $"the block has no constant '{name}': {SuggestionFor(name)}");
            if (i + 1 == written.Count)
                return (i, $"the constant '{name}' has no value: write one behind its name");
            if (_values.ContainsKey(name))
                return (i, $"the constant '{name}' is set twice: remove one of them");
            if (!Evaluation.TryConvert(written[i + 1], constant.Type, out object? value))
                return (i + 1, $"the constant '{name}' is of type {constant.Type}, but {Evaluation.Show(written[i + 1])} is of type {Evaluation.TypeOf(written[i + 1])}: write a value of type {constant.Type}");
            _values.Add(name, value);
        }

        return null;
    }

    /// <summary>An attribute of the block with values in place of all that depends on constants; null where one cannot be computed.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="report">Takes the argument, which of its values, and what is wrong with it.</param>
    public AttributeDeclaration? Evaluate(AttributeDeclaration attribute, Action<string, int, string> report)
    {
        bool failed = false;
        var arguments = new List<Argument>();
        foreach (Argument argument in attribute.Arguments)
        {
            object?[] values = [.. argument.Values];
            for (int i = 0; i < values.Length; i++)
            {
                try
                {
                    if (values[i] is Dependent dependent)
                        values[i] = _evaluation.Of(dependent);
                }
                catch (EvaluationException exception)
                {
                    failed = true;
                    report(argument.Name, i, exception.Message);
                }
            }

            arguments.Add(new Argument(argument.Name, new(values)));
        }

        return failed ? null : attribute with { Arguments = new(arguments) };
    }

    private string Example => _block.Constants.Count > 0 ? _block.Constants[0].Name : "Units";

    private string SuggestionFor(string name)
    {
        string[] names = [.. _block.Constants.Select(constant => constant.Name)];
        return Text.NearestOf(names, name) is { } nearest ? $"write \"{nearest}\""
            : names.Length == 0 ? "give it one, such as 'const int Units = 32;', or remove this"
            : $"write one of {string.Join(", ", names.Select(other => $"\"{other}\""))}";
    }

    // A constant that comes back to itself is none that C# would have compiled.
    private object? ValueOf(string name)
    {
        if (_values.TryGetValue(name, out object? value))
            return value;
        if (_block.Constants.FirstOrDefault(constant => constant.Name == name) is not { } constant || !_open.Add(name))
            throw new EvaluationException($"the constant '{name}' is not known");
        if (!Evaluation.TryConvert(_evaluation.Of(constant.Default, "object"), constant.Type, out value))
            throw new EvaluationException($"the constant '{name}' is of type {constant.Type}, which is not followed");
        _open.Remove(name);
        _values.Add(name, value);
        return value;
    }
}
