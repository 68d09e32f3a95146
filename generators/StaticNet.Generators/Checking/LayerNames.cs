using System.Text.RegularExpressions;

namespace StaticNet.Generators;

/// <summary>Gives the layers of a model their names, as Keras does, and sees to it that no two clash.</summary>
internal sealed class LayerNames
{
    private const string PropertyName = "a property's name";
    private static readonly Regex _identifier = new(@"^[A-Za-z][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant);
    private readonly Dictionary<string, int> _countByKind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _referenceByIdentifier = new(StringComparer.Ordinal);
    private int _written;

    /// <summary>What the names of the layers in the block at hand begin with: <c>residual_1/</c>; empty outside of blocks.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>
    /// What messages call the last that was named where its name is in question: an input by its name, a layer by its number among those that are
    /// written one below the other in the model, of which a block is one, and what stands in a block by its name.
    /// </summary>
    public string Reference { get; private set; } = "";

    /// <summary>Whether a name can become part of a property's.</summary>
    public static bool IsValid(string name) => _identifier.IsMatch(name);

    /// <summary>The name that is written at a layer or else at the one that it wraps, or that an input must have; null where none is.</summary>
    public static string? WrittenName(AttributeDeclaration layer, AttributeDeclaration? wrapped)
        => (layer.Find("Name") ?? wrapped?.Find("Name") ?? layer.Find("name")) is { } written
            ? written.Values[0] as string ?? (written.Name == "name" ? "" : null)
            : null;

    /// <summary>The written name, or the kind's name with a number from its second layer on; in a block with the block's before it.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="wrapped">The layer that it wraps, if any, whose name serves both where only that is written.</param>
    /// <param name="isInput">Whether it is an input of the model, which is no layer to those who write it.</param>
    /// <param name="report">Takes what is wrong.</param>
    public string NameOf(AttributeDeclaration layer, AttributeDeclaration? wrapped, bool isInput, Action<string, string[]> report)
    {
        string automatic = Numbered(layer.Kind), name = WrittenName(layer, wrapped) ?? automatic;
        if (isInput)
            return Take(name, $"{layer.Kind} '{name}'", "an input", "a parameter's name", report);
        if (Prefix.Length == 0)
            _written++;
        return Take(name, Prefix.Length == 0 ? $"layer {Text.Number(_written)}" : $"layer '{Prefix}{name}'", "a layer", PropertyName, report);
    }

    /// <summary>The name of a block, likewise, with a number of its own for each that stands one behind the other.</summary>
    /// <param name="use">The block.</param>
    /// <param name="time">Which of those it is.</param>
    /// <param name="report">Takes what is wrong.</param>
    public string NameOf(ExpandedUse use, int time, Action<string, string[]> report)
    {
        string automatic = Numbered(use.Block), name = use.Name is null ? automatic : time == 0 ? use.Name : $"{use.Name}_{time.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        if (Prefix.Length == 0 && time == 0)
            _written++;
        return Take(name, $"the block '{Prefix}{name}'", "a block", PropertyName, report);
    }

    private string Numbered(string kind)
    {
        string name = Text.Snake(kind);
        _countByKind.TryGetValue(Prefix + name, out int count);
        _countByKind[Prefix + name] = count + 1;
        return count == 0 ? name : $"{name}_{count}";
    }

    // What is named becomes part of a name in generated code, which has to be an identifier.
    private string Take(string name, string reference, string named, string becomes, Action<string, string[]> report)
    {
        Reference = reference;
        if (!IsValid(name))
        {
            report(Rules.InvalidName.Id, [name, named, becomes]);
            return Prefix + name;
        }

        string identifier = Text.Pascal(Prefix + name);
        if (_referenceByIdentifier.TryGetValue(identifier, out string other))
            report(Rules.DuplicateName.Id, [Prefix + name, identifier, other]);
        else
            _referenceByIdentifier.Add(identifier, reference);
        return Prefix + name;
    }
}
