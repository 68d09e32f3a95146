using System.Text.RegularExpressions;

namespace StaticNet.Generators;

/// <summary>Gives the layers of a model their names, as Keras does, and sees to it that no two clash.</summary>
internal sealed class LayerNames
{
    private static readonly Regex _identifier = new(@"^[A-Za-z][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant);
    private readonly Dictionary<string, int> _countByKind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _layerByIdentifier = new(StringComparer.Ordinal);
    private int _layers;

    /// <summary>Whether a name can become part of a property's.</summary>
    public static bool IsValid(string name) => _identifier.IsMatch(name);

    /// <summary>The name that is written at a layer or else at the one that it wraps, or that an input must have; null where none is.</summary>
    public static string? WrittenName(AttributeDeclaration layer, AttributeDeclaration? wrapped)
        => (layer.Find("Name") ?? wrapped?.Find("Name") ?? layer.Find("name"))?.Values[0] as string;

    /// <summary>The written name, or the kind's name with a number from its second layer on.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="wrapped">The layer that it wraps, if any, whose name serves both where only that is written.</param>
    /// <param name="report">Takes what is wrong.</param>
    public string NameOf(AttributeDeclaration layer, AttributeDeclaration? wrapped, Action<string, string[]> report)
    {
        _layers++;
        string kind = Text.Snake(layer.Kind);
        _countByKind.TryGetValue(kind, out int count);
        _countByKind[kind] = count + 1;
        string name = WrittenName(layer, wrapped) ?? (count == 0 ? kind : $"{kind}_{count}");
        if (!IsValid(name))
        {
            report(Rules.InvalidName.Id, [name]);
            return name;
        }

        string identifier = Text.Pascal(name);
        if (_layerByIdentifier.TryGetValue(identifier, out int other))
            report(Rules.DuplicateName.Id, [name, identifier, Text.Number(other)]);
        else
            _layerByIdentifier.Add(identifier, _layers);
        return name;
    }
}
