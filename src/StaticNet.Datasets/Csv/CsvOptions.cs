namespace StaticNet.Datasets;

/// <summary>What a CSV file holds, and what to make of it. The defaults: a header, the last column is the target, all others are numbers.</summary>
/// <example>
/// <code>
/// var options = new CsvOptions { Target = "species", OneHot = ["island"], MissingValue = 0 };
/// </code>
/// </example>
public sealed record CsvOptions
{
    /// <summary>The column of the target: labels as whole numbers or names, or numbers. Default: the last.</summary>
    public CsvColumn Target { get; init; } = ^1;

    /// <summary>The columns that make a sample, in their order. Default <see langword="null"/>: all but the target, in the file's order.</summary>
    public IReadOnlyList<CsvColumn>? Columns { get; init; }

    /// <summary>Columns of a few different texts, each of which becomes a number that is 1 where the text stands and 0 elsewhere.</summary>
    public IReadOnlyList<CsvColumn> OneHot { get; init; } = [];

    /// <summary>Columns of a few different texts, which become whole numbers from 0 on in the order of the texts.</summary>
    public IReadOnlyList<CsvColumn> Codes { get; init; } = [];

    /// <summary>
    /// Whether the target is a name, of which each becomes a class. Default <see langword="null"/>: where that of the first row is no number.
    /// </summary>
    public bool? NamedTarget { get; init; }

    /// <summary>What stands between values. Default <see langword="null"/>: of <c>;</c>, tab, <c>|</c> and <c>,</c> that which the first line has most of.</summary>
    public char? Separator { get; init; }

    /// <summary>Whether the first line has the columns' names. Default: it has.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>
    /// What a missing value becomes: an empty one or one of <see cref="MissingWords"/>. In a column of <see cref="OneHot"/> all numbers are 0
    /// then. Default <see langword="null"/>: a missing value is refused. A missing target always is.
    /// </summary>
    public float? MissingValue { get; init; }

    /// <summary>What stands for a missing number beside nothing at all.</summary>
    public IReadOnlyList<string> MissingWords { get; init; } = ["NA", "N/A", "NaN", "nan", "NULL", "null", "None", "?"];
}
