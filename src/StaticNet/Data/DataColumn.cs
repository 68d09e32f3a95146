using System.ComponentModel;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace StaticNet.Kernels;

/// <summary>One input or the targets of one output of many samples, as a data set is put together from them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DataColumn
{
    private readonly ReadOnlyMemory<float> _numbers;
    private readonly ReadOnlyMemory<int> _wholeNumbers;
    private readonly bool _isWhole;
    private readonly int? _count;
    private readonly int[] _rowShape;

    private DataColumn(ReadOnlyMemory<float> numbers, ReadOnlyMemory<int> wholeNumbers, bool isWhole, int? count, ReadOnlySpan<int> rowShape)
    {
        (_numbers, _wholeNumbers, _isWhole, _count) = (numbers, wholeNumbers, isWhole, count);
        _rowShape = rowShape.ToArray();
    }

    /// <summary>The shape of a sample; empty where it is not known.</summary>
    internal ReadOnlySpan<int> RowShape => _rowShape;

    /// <summary>Numbers.</summary>
    public static implicit operator DataColumn(Rows<float> rows) => new(rows.Values, default, false, rows.Count, rows.RowShape);

    /// <summary>Tokens or labels.</summary>
    public static implicit operator DataColumn(Rows<int> rows) => new(default, rows.Values, true, rows.Count, rows.RowShape);

    /// <summary>What samples should become.</summary>
    public static implicit operator DataColumn(Targets targets) => targets.Column;

    /// <summary>How many samples it has.</summary>
    /// <param name="size">The numbers of each.</param>
    /// <param name="name">What it is called.</param>
    internal int SamplesOf(int size, string name)
    {
        int length = _isWhole ? _wholeNumbers.Length : _numbers.Length;
        if (length % size != 0 || (_count is { } count && count * (long)size != length))
        {
            string came = _count is { } rows ? Invariant($"{rows} rows with {length} numbers in all") : Invariant($"{length} numbers");
            throw new ArgumentException(Invariant($"{came} of {name} came. Expected {size} for each sample."), name);
        }

        return length / size;
    }

    /// <summary>Its four-byte numbers, as a kernel expects them.</summary>
    /// <param name="whole">Whether it expects tokens or labels.</param>
    /// <param name="size">The numbers of each sample.</param>
    /// <param name="name">What it is called.</param>
    internal ReadOnlySpan<uint> Values(bool whole, int size, string name)
    {
        if (whole == _isWhole)
            return _isWhole ? MemoryMarshal.Cast<int, uint>(_wholeNumbers.Span) : MemoryMarshal.Cast<float, uint>(_numbers.Span);
        return whole ? MemoryMarshal.Cast<int, uint>(Conversion.ToInt32(_numbers.Span, size, name))
            : MemoryMarshal.Cast<float, uint>(Conversion.LabelsToSingle(_wholeNumbers.Span, name));
    }
}
