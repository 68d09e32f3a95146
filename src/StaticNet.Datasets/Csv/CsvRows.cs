using System.Globalization;
using System.Text;
using nietras.SeparatedValues;
using StaticNet.Files;
using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>Goes through the lines of a CSV file.</summary>
internal sealed class CsvRows : IDisposable
{
    // Without a separator of thousands: by it, a decimal comma would make 3,14 to 314.
    private static readonly CultureInfo _culture = PointOnly();

    private readonly CsvTable _table;
    private readonly SepReader _rows;
    private readonly string[] _missing;
    private bool _isFirst;

    public CsvRows(CsvTable table)
    {
        _table = table;
        _missing = [.. table.Options.MissingWords];
        CsvOptions options = table.Options;
        var file = new FileStream(table.Path, new FileStreamOptions { BufferSize = 0, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.SequentialScan });
        try
        {
            // Of bytes that are no UTF-8 an error, and not a character that nobody wrote.
            var text = new StreamReader(file, new UTF8Encoding(true, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
            _rows = Begin(options.Separator, text);
            if (!Advance())
                throw table.Refused("it is empty");
            _isFirst = !options.HasHeader;
            Columns = new string[_rows.Current.ColCount];
            for (int column = 0; column < Columns.Length; column++)
                Columns[column] = options.HasHeader ? Cell(column).ToString() : Invariant($"column {column}");
        }
        catch
        {
            _rows?.Dispose();
            file.Dispose();
            throw;
        }
    }

    /// <summary>The columns' names.</summary>
    public string[] Columns { get; }

    /// <summary>Goes on to the next line that is not empty.</summary>
    public bool MoveNext()
    {
        if (_isFirst)
        {
            _isFirst = false;
        }
        else if (!Advance())
        {
            return false;
        }

        int count = _rows.Current.ColCount;
        if (count == Columns.Length)
            return true;
        throw _table.Refused(Invariant($"line {_rows.Current.LineNumberFrom} has {count} columns, and the first line has {Columns.Length}{(_rows.Current.LineNumberToExcl - _rows.Current.LineNumberFrom > 1 ? "; it reaches over several lines, so that a quotation mark may not be closed" : "")}"));
    }

    /// <summary>Whether a value is no number.</summary>
    public bool IsText(int column) => !TryParse(Cell(column), out _);

    /// <summary>The text of a column, without its quotation marks.</summary>
    public ReadOnlySpan<char> Text(CsvField field) => Cell(field.Column);

    /// <summary>Reads a sample.</summary>
    public void Read(Span<float> sample)
    {
        SepReader.Row row = _rows.Current;
        foreach (CsvField field in _table.Fields)
        {
            if (field.Kind != CsvFieldKind.Number)
                ReadText(field, sample.Slice(field.Offset, field.Size));
            else if (row[field.Column].TryParse(out float value) && float.IsFinite(value))
                sample[field.Offset] = value;
            else
                sample[field.Offset] = ReadOther(field, _table.Options.MissingValue);
        }
    }

    /// <summary>Reads a label.</summary>
    public int ReadLabel()
    {
        CsvField target = _table.Target;
        if (target.Kind == CsvFieldKind.Code)
            return NumberOf(target);
        ReadOnlySpan<char> text = Cell(target.Column);
        if (int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int label))
            return label;

        // 1.0 is what some programs make of labels.
        return TryParse(text, out float number) && number == MathF.Floor(number) && MathF.Abs(number) < 1 << 24 ? (int)number
            : throw (IsMissing(text) ? Missing(target) : Wrong(target, "which is no label. Where the target is a number to learn, read the file with <float>; where labels are names, say NamedTarget = true"));
    }

    /// <summary>Reads a target of numbers.</summary>
    public void ReadTarget(Span<float> numbers)
    {
        CsvField target = _table.Target;
        if (target.Kind == CsvFieldKind.Number)
        {
            numbers[0] = _rows.Current[target.Column].TryParse(out float value) && float.IsFinite(value) ? value : ReadOther(target, null);
        }
        else if (numbers.Length == 1)
        {
            numbers[0] = NumberOf(target);
        }
        else
        {
            numbers.Clear();
            numbers[NumberOf(target)] = 1;
        }
    }

    /// <summary>The error of a value that is missing.</summary>
    public InvalidDataException Missing(CsvField field)
        => Wrong(field, field == _table.Target ? "which is a missing target" : "which is a missing value; say by MissingValue what becomes of it");

    public void Dispose() => _rows.Dispose();

    private static CultureInfo PointOnly()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = "\u0001";
        return CultureInfo.ReadOnly(culture);
    }

    private static bool TryParse(ReadOnlySpan<char> text, out float number)
        => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && float.IsFinite(number);

    private SepReader Begin(char? separator, StreamReader text)
    {
        var options = new SepReaderOptions(separator is char chosen ? new Sep(chosen) : null) { CultureInfo = _culture, HasHeader = false, DisableColCountCheck = true };
        try
        {
            return options.From(text);
        }
        catch (Exception error) when (error is DecoderFallbackException or NotSupportedException)
        {
            throw Refused(error);
        }
    }

    private bool Advance()
    {
        try
        {
            do
            {
                if (!_rows.MoveNext())
                    return false;
            }
            while (_rows.Current.ColCount == 1 && _rows.Current.Span.IsEmpty);

            // .NET passes over it at the end of a number.
            return !_rows.Current.Span.Contains('\0') ? true
                : throw _table.Refused(Invariant($"line {_rows.Current.LineNumberFrom} has a NUL character; it is no text, or damaged"));
        }
        catch (Exception error) when (error is DecoderFallbackException or NotSupportedException)
        {
            throw Refused(error);
        }
    }

    // What the reader says of content, in the words that all errors use.
    private InvalidDataException Refused(Exception error)
        => _table.Refused(error is DecoderFallbackException ? "it is not UTF-8; save it as UTF-8"
            : "it has a line of more than 16 million characters; a quotation mark may not be closed", error);

    private void ReadText(CsvField field, Span<float> numbers)
    {
        ReadOnlySpan<char> text = Cell(field.Column);
        if (text.IsEmpty && _table.Options.MissingValue is float fill)
        {
            numbers.Fill(field.Kind == CsvFieldKind.OneHot ? 0 : fill);
        }
        else if (field.Kind == CsvFieldKind.Code)
        {
            numbers[0] = NumberOf(field);
        }
        else
        {
            numbers.Clear();
            numbers[NumberOf(field)] = 1;
        }
    }

    private int NumberOf(CsvField field)
    {
        int number = field.NumberOf(Cell(field.Column));
        return number >= 0 ? number : throw Wrong(field, "which was not there when the file was opened first. Leave the file as it is during a training");
    }

    // What is no plain number: one in quotation marks, a missing one, or nonsense.
    private float ReadOther(CsvField field, float? fill)
    {
        ReadOnlySpan<char> text = Cell(field.Column);
        if (TryParse(text, out float number))
            return number;
        if (IsMissing(text))
            return fill ?? throw Missing(field);
        throw Wrong(field, float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "which is not finite or beyond the range of a float"
            : "which is no number. Where the column holds texts, put it into OneHot or Codes");
    }

    private bool IsMissing(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> trimmed = text.Trim();
        if (trimmed.IsEmpty)
            return true;
        foreach (string word in _missing)
        {
            if (trimmed.SequenceEqual(word))
                return true;
        }

        return false;
    }

    private ReadOnlySpan<char> Cell(int column)
    {
        ReadOnlySpan<char> text = _rows.Current[column].Span;
        if (text is not ['"', .., '"'])
            return text;
        text = text[1..^1];
        return text.Contains('"') ? text.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    private InvalidDataException Wrong(CsvField field, string why)
        => _table.Refused(Invariant($"line {_rows.Current.LineNumberFrom}, column {Quoted.Show(field.Name)} holds {Quoted.Show(Cell(field.Column).ToString())}, {why}"));
}
