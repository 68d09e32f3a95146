using StaticNet.Files;
using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>What is known of a CSV file: its columns, what becomes of each, and the texts that are numbered.</summary>
internal sealed class CsvTable
{
    // More different texts than this are no categories, but names or sentences.
    private const int MostCategories = 10_000;

    private readonly string[] _columns;

    public CsvTable(string path, CsvOptions options, CancellationToken cancellation)
    {
        // Where it is now, whatever becomes the current folder.
        Path = System.IO.Path.GetFullPath(path);
        Options = Checked(options);
        using CsvRows rows = new(this);
        _columns = rows.Columns;
        int target = options.Target.Find(Path, _columns, options.HasHeader, nameof(CsvOptions.Target));
        Fields = Resolve(target);
        if (!rows.MoveNext())
            throw Refused(options.HasHeader ? "it has a header and no line behind it" : "it is empty");
        Target = new CsvField(target, _columns[target], options.NamedTarget ?? rows.IsText(target) ? CsvFieldKind.Code : CsvFieldKind.Number);
        CsvField[] named = [.. Fields.Append(Target).Where(field => field.Kind != CsvFieldKind.Number)];
        if (named.Length > 0)
            Count = Note(rows, named, cancellation);
        foreach (CsvField field in Fields)
        {
            field.Offset = InputSize;
            InputSize += field.Size;
        }

        InputNames = Array.AsReadOnly<string>([.. Fields.SelectMany(field => field.Kind == CsvFieldKind.OneHot ? field.Names.Select(name => $"{field.Name}={name}") : [field.Name])]);
        Categories = Fields.Where(field => field.Kind != CsvFieldKind.Number).GroupBy(field => field.Name)
            .ToDictionary(fields => fields.Key, fields => fields.First().Names).AsReadOnly();
    }

    public string Path { get; }

    public CsvOptions Options { get; }

    public CsvField[] Fields { get; }

    public CsvField Target { get; }

    public long? Count { get; }

    public int InputSize { get; }

    public IReadOnlyList<string> InputNames { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Categories { get; }

    /// <summary>Begins to read the lines.</summary>
    public CsvRows Open()
    {
        var rows = new CsvRows(this);
        if (rows.Columns.AsSpan().SequenceEqual(_columns))
            return rows;
        rows.Dispose();
        throw Refused($"its columns were {List(_columns)} when it was opened first, and are {List(rows.Columns)} now. Leave the file as it is during a training");
    }

    /// <summary>The one error of content.</summary>
    public InvalidDataException Refused(string why, Exception? cause = null) => new($"{Path} cannot be read: {why}.", cause);

    /// <summary>Names for a message, not all of them where there are many.</summary>
    public static string List(IReadOnlyList<string> names)
    {
        const int Most = 20;
        return string.Join(", ", names.Take(Most).Select(Quoted.Show)) + (names.Count > Most ? Invariant($", … ({names.Count} in all)") : "");
    }

    private static CsvOptions Checked(CsvOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.OneHot);
        ArgumentNullException.ThrowIfNull(options.Codes);
        ArgumentNullException.ThrowIfNull(options.MissingWords);
        if (options.MissingValue is float value && !float.IsFinite(value))
            throw new ArgumentException(Invariant($"MissingValue is {value}. Expected a finite number."), nameof(options));
        if (options.Separator is '"' or '\r' or '\n' or '#' or ' ' or < ' ' and not '\t' or > '~')
            throw new ArgumentException(Invariant($"Separator is the character {(int)options.Separator.Value}. Expected a tab or a visible ASCII character other than \" and #."), nameof(options));
        return options;
    }

    private CsvField[] Resolve(int target)
    {
        int[] oneHot = Find(Options.OneHot, nameof(CsvOptions.OneHot)), codes = Find(Options.Codes, nameof(CsvOptions.Codes));
        int[] inputs = Options.Columns is null ? [.. Enumerable.Range(0, _columns.Length).Where(column => column != target)]
            : Find(Options.Columns, nameof(CsvOptions.Columns));
        if (inputs.Length == 0)
            throw Conflict($"No column is left for the samples of {Path}, which has {List(_columns)}. Expected at least one beside the target; was the Separator recognised?", nameof(CsvOptions.Columns));
        foreach (int column in oneHot.Concat(codes))
        {
            if (!inputs.Contains(column))
                throw Conflict($"OneHot or Codes has column {Quoted.Show(_columns[column])}, which is the target or not among Columns.", nameof(CsvOptions.OneHot));
            if (oneHot.Contains(column) && codes.Contains(column))
                throw Conflict($"Column {Quoted.Show(_columns[column])} is in OneHot and in Codes. Expected it in one of them.", nameof(CsvOptions.OneHot));
        }

        return Array.ConvertAll(inputs, column => new CsvField(
            column, _columns[column], oneHot.Contains(column) ? CsvFieldKind.OneHot : codes.Contains(column) ? CsvFieldKind.Code : CsvFieldKind.Number));

        int[] Find(IReadOnlyList<CsvColumn> columns, string argument)
        {
            int[] found = [.. columns.Select(column => column.Find(Path, _columns, Options.HasHeader, argument))];
            return found.Distinct().Count() == found.Length ? found
                : throw Conflict($"{argument} has a column twice: {string.Join(", ", columns)}.", argument);
        }
    }

    private static ArgumentException Conflict(string message, string option) => new(message, option);

    private long Note(CsvRows rows, CsvField[] named, CancellationToken cancellation)
    {
        long count = 0;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            count++;
            foreach (CsvField field in named)
            {
                ReadOnlySpan<char> text = rows.Text(field);
                if (text.IsEmpty && field != Target && Options.MissingValue is not null)
                    continue;
                if (text.IsEmpty)
                    throw rows.Missing(field);
                if (field.Note(text) > MostCategories)
                    throw Refused(Invariant($"column {Quoted.Show(field.Name)} has more than {MostCategories} different texts. Leave it out, or number them otherwise"));
            }
        }
        while (rows.MoveNext());
        foreach (CsvField field in named)
            field.Number();
        return count;
    }
}
