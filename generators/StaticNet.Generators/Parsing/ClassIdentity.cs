using System.Globalization;

namespace StaticNet.Generators;

/// <summary>Where a class lives.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="ContainingTypes">The types around it, outermost first.</param>
/// <param name="Name">Its name.</param>
/// <param name="HasSeedConstructor">Whether its author wrote the constructor that takes a seed.</param>
internal sealed record ClassIdentity(string Namespace, EquatableArray<ContainingType> ContainingTypes, string Name, bool HasSeedConstructor)
{
    /// <summary>The name with its namespace and containing types.</summary>
    public string FullName => In('.');

    /// <summary>
    /// What its generated file is called, by which no two classes meet but those whose names differ in case alone. Letters that identifiers
    /// may have and names of files may not are written as numbers.
    /// </summary>
    public string HintName => string.Concat(In('+').Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '+' or '_'
        ? letter.ToString()
        : "-" + ((int)letter).ToString("X4", CultureInfo.InvariantCulture)));

    /// <summary>Whether it, or a type around it, stands where the namespace System would be found.</summary>
    public bool HidesSystem => Namespace.Length == 0 && ContainingTypes.Select(type => type.Name).Append(Name).First() == nameof(System);

    private string In(char separator)
        => (Namespace.Length == 0 ? "" : Namespace + ".") + string.Join(separator.ToString(), ContainingTypes.Select(type => type.Name).Append(Name));
}
