namespace StaticNet.Generators;

/// <summary>What a layer kind sees of the declaration while it checks one of its layers, and where it reports to.</summary>
internal sealed class LayerChecking(
    AttributeDeclaration attribute, int anchor, string name, EquatableArray<int> inputShape, string inputName, Action<DiagnosticInfo> report)
{
    /// <summary>The layer's name: <c>dense_1</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The shape that comes in.</summary>
    public EquatableArray<int> InputShape { get; } = inputShape;

    /// <summary>What it comes from, for messages.</summary>
    public string InputName { get; } = inputName;

    /// <summary>The layer, for messages: <c>Dense 'dense_1'</c>.</summary>
    public string Title => $"{attribute.Kind} '{Name}'";

    /// <summary>Reports at an argument, or at the whole attribute.</summary>
    public void Report(string rule, string? argument, params string[] arguments)
        => report(new DiagnosticInfo(rule, new Anchor(anchor, argument), new(arguments)));

    /// <summary>The value of an argument, or a default where it is not written.</summary>
    public T Get<T>(string argument, T otherwise = default!)
        => attribute.Arguments.FirstOrDefault(candidate => candidate.Name == argument) is { } found ? (T)found.Values[0]! : otherwise;

    /// <summary>A whole number of at least 1; null, with a diagnostic, where it is not.</summary>
    public int? GetPositive(string argument)
    {
        int value = Get<int>(argument);
        if (value >= 1)
            return value;
        Report(Rules.OutOfRange.Id, argument, Title, argument, Text.Number(value), "at least 1");
        return null;
    }

    /// <summary>The name of an enum's member; null, with a diagnostic, where the enum has no such value.</summary>
    public string? GetOption(string argument, string otherwise = "")
    {
        if (Get<EnumValue?>(argument) is not { } value)
            return otherwise;
        if (value.IsDefined)
            return value.Member;
        Report(Rules.UnknownOption.Id, argument, Title, value.Member, value.Type);
        return null;
    }

    /// <summary>An activation that fits rows of this width; null, with a diagnostic, where it does not.</summary>
    public Activation? GetActivation(int width)
    {
        if (GetOption("activation") is not { } name)
            return null;
        Activation activation = Activation.ByName(name);
        if (activation != Activation.Softmax || width > 1)
            return activation;
        Report(Rules.SoftmaxOfOne.Id, "activation", Title);
        return null;
    }
}
