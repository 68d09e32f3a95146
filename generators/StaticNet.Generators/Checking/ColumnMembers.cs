namespace StaticNet.Generators;

/// <summary>What the members of a model with several inputs or outputs take and give: a parameter for each of them.</summary>
/// <param name="Inputs">The inputs: name and type of the parameter.</param>
/// <param name="Outputs">The names of the parameters of outputs.</param>
/// <param name="InputType">What a sample is made of.</param>
/// <param name="TargetType">What a target is made of; null in a model for inference only.</param>
internal sealed record ColumnMembers(EquatableArray<(string Name, string Type)> Inputs, EquatableArray<string> Outputs, string InputType, string? TargetType)
{
    /// <summary>What a sample of several inputs or a target of several outputs is made of.</summary>
    public const string Mixed = "Mixed";

    // Names that a tuple's elements cannot have, or only in their places.
    private static readonly string[] _reserved = ["Rest", "CompareTo", "Deconstruct", "Equals", "GetHashCode", "GetType", "ToString"];

    /// <summary>What a sample or target is made of, as code outside of the run time's namespace writes it.</summary>
    public static string Qualified(string type) => type == Mixed ? "global::StaticNet." + Mixed : type;

    /// <summary>The parameter of an input or output.</summary>
    public static string ParameterOf(string name) => Text.Identifier(Text.Camel(Text.Pascal(name)));

    /// <summary>A name for another parameter, which none of them has.</summary>
    public string Free(string name)
    {
        while (Inputs.Any(input => input.Name == name) || Outputs.Contains(name))
            name += "_";
        return name;
    }

    /// <summary>The element of a tuple for an output.</summary>
    public static string ElementOf(string parameter)
    {
        string name = char.ToUpperInvariant(parameter.TrimStart('@')[0]) + parameter.TrimStart('@').Substring(1);
        return _reserved.Contains(name) || name.StartsWith("Item", StringComparison.Ordinal) ? name + "_" : name;
    }
}
