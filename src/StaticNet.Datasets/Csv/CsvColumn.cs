using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>A column of a CSV file, by its name in the header or by its place: <c>"age"</c>, <c>3</c>, <c>^1</c>.</summary>
/// <example>
/// <code>
/// var options = new CsvOptions { Columns = ["age", "income"], Target = ^1 };      // by name, and the last one
/// </code>
/// </example>
public readonly record struct CsvColumn
{
    private readonly string? _name;
    private readonly Index _index;

    /// <summary>The column with a name.</summary>
    /// <param name="name">As it stands in the header.</param>
    public CsvColumn(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        _name = name;
    }

    /// <summary>The column at a place.</summary>
    /// <param name="index">From 0, or from the end: <c>^1</c> is the last.</param>
    public CsvColumn(Index index) => _index = index;

    /// <summary>The column with a name.</summary>
    /// <param name="name">As it stands in the header.</param>
    public static implicit operator CsvColumn(string name) => new(name);

    /// <summary>The column at a place.</summary>
    /// <param name="index">From 0.</param>
    public static implicit operator CsvColumn(int index)
        => index >= 0 ? new((Index)index) : throw new ArgumentOutOfRangeException(nameof(index), index, Invariant($"The column is {index}. Expected at least 0, or ^1 for the last."));

    /// <summary>The column at a place.</summary>
    /// <param name="index">From 0, or from the end: <c>^1</c> is the last.</param>
    public static implicit operator CsvColumn(Index index) => new(index);

    /// <summary>The name in quotation marks, or the place.</summary>
    public override string ToString() => _name is null ? Invariant($"{_index}") : $"'{_name}'";

    /// <summary>The place among columns of these names.</summary>
    /// <exception cref="ArgumentException">There is no such column, or there are two.</exception>
    internal int Find(string path, string[] names, bool hasHeader, string argument)
    {
        if (_name is null)
        {
            int place = _index.GetOffset(names.Length);
            return (uint)place < (uint)names.Length ? place
                : throw new ArgumentException(Invariant($"{argument} asks for column {_index}. {path} has {names.Length} columns, from 0 on."), argument);
        }

        if (!hasHeader)
            throw new ArgumentException($"{argument} asks for column '{_name}', and HasHeader says that {path} has no names. Ask for a place, from 0 on.", argument);
        int found = Array.IndexOf(names, _name);
        if (found < 0)
            throw new ArgumentException($"{argument} asks for column '{_name}'. {path} has {CsvTable.List(names)}.", argument);
        return Array.IndexOf(names, _name, found + 1) is var second && second < 0 ? found
            : throw new ArgumentException(Invariant($"{argument} asks for column '{_name}'. {path} has two of that name, {found} and {second}: ask for a place."), argument);
    }
}
