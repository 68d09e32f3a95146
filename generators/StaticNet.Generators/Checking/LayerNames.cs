using System.Text.RegularExpressions;

namespace StaticNet.Generators;

/// <summary>Gives the layers of a model their names, as Keras does, and sees to it that no two clash.</summary>
internal sealed class LayerNames
{
    private static readonly Regex _identifier = new(@"^[A-Za-z][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant);
    private readonly Dictionary<string, int> _countByKind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _layerByIdentifier = new(StringComparer.Ordinal);
    private int _layers;

    /// <summary>What the names of the layers in the block at hand begin with: <c>residual_1/</c>; empty outside of blocks.</summary>
    public string Prefix { get; set; } = "";

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
    /// <param name="report">Takes what is wrong.</param>
    public string NameOf(AttributeDeclaration layer, AttributeDeclaration? wrapped, Action<string, string[]> report)
    {
        _layers++;
        string automatic = Numbered(layer.Kind), name = WrittenName(layer, wrapped) ?? automatic;
        return Take(name, Prefix.Length == 0 ? Text.Number(_layers) : $"'{Prefix}{name}'", report);
    }

    /// <summary>The name of a block, likewise, with a number of its own for each that stands one behind the other.</summary>
    /// <param name="use">The block.</param>
    /// <param name="time">Which of those it is.</param>
    /// <param name="report">Takes what is wrong.</param>
    public string NameOf(ExpandedUse use, int time, Action<string, string[]> report)
    {
        string automatic = Numbered(use.Block), name = use.Name is null ? automatic : time == 0 ? use.Name : $"{use.Name}_{time.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        return Take(name, $"'{Prefix}{name}'", report);
    }

    private string Numbered(string kind)
    {
        string name = Text.Snake(kind);
        _countByKind.TryGetValue(Prefix + name, out int count);
        _countByKind[Prefix + name] = count + 1;
        return count == 0 ? name : $"{name}_{count}";
    }

    private string Take(string name, string layer, Action<string, string[]> report)
    {
        if (!IsValid(name))
        {
            report(Rules.InvalidName.Id, [name]);
            return Prefix + name;
        }

        string identifier = Text.Pascal(Prefix + name);
        if (_layerByIdentifier.TryGetValue(identifier, out string other))
            report(Rules.DuplicateName.Id, [Prefix + name, identifier, other]);
        else
            _layerByIdentifier.Add(identifier, layer);
        return Prefix + name;
    }
}
