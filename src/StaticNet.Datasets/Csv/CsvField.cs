namespace StaticNet.Datasets;

/// <summary>A column that is read.</summary>
/// <param name="column">Its place in the file.</param>
/// <param name="name">Its name.</param>
/// <param name="kind">What becomes of its values.</param>
internal sealed class CsvField(int column, string name, CsvFieldKind kind)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Column => column;

    public string Name => name;

    public CsvFieldKind Kind => kind;

    /// <summary>Where its numbers are in a sample.</summary>
    public int Offset { get; set; }

    /// <summary>How many numbers it has in a sample.</summary>
    public int Size => kind == CsvFieldKind.OneHot ? Names.Count : 1;

    /// <summary>The texts, in the order of their numbers.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Notes a text; how many different ones there are.</summary>
    public int Note(ReadOnlySpan<char> text)
    {
        _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryAdd(text, 0);
        return _numbers.Count;
    }

    /// <summary>Numbers the texts in ordinal order, so that the order of the lines has no bearing on it.</summary>
    public void Number()
    {
        string[] names = [.. _numbers.Keys.Order(StringComparer.Ordinal)];
        for (int i = 0; i < names.Length; i++)
            _numbers[names[i]] = i;
        Names = Array.AsReadOnly(names);
    }

    /// <summary>The number of a text; -1 if it is none of them.</summary>
    public int NumberOf(ReadOnlySpan<char> text)
        => _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out int number) ? number : -1;
}
