using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// The inputs or outputs of a model, which take several forms: a row for each sample that holds them one behind the other, as data sets do; a block
/// for each of them with all samples, as kernels read; or memory of the caller's for each.
/// </summary>
internal sealed unsafe class Columns
{
    private readonly int[] _sizes;
    private readonly int[] _offsets;

    /// <param name="sizes">The numbers of each for one sample.</param>
    public Columns(params IEnumerable<int> sizes)
    {
        _sizes = [.. sizes];
        _offsets = new int[_sizes.Length];
        for (int i = 0; i < _sizes.Length; i++)
        {
            _offsets[i] = Total;
            Total += _sizes[i];
        }
    }

    /// <summary>The numbers of each for one sample.</summary>
    public ReadOnlySpan<int> Sizes => _sizes;

    /// <summary>How many columns there are.</summary>
    public int Count => _offsets.Length;

    /// <summary>The numbers of all of them for one sample.</summary>
    public int Total { get; }

    /// <summary>Where each begins in a sample's row.</summary>
    public ReadOnlySpan<int> Offsets => _offsets;

    /// <summary>The columns of rows.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="columns">Where the columns go.</param>
    public void OfRows(void* start, Span<Column> columns)
    {
        for (int i = 0; i < columns.Length; i++)
            columns[i] = new Column { Start = (uint*)start + _offsets[i], Stride = Total };
    }

    /// <summary>The columns of blocks.</summary>
    /// <param name="start">The first block.</param>
    /// <param name="samples">The samples of a block.</param>
    /// <param name="columns">Where the columns go.</param>
    public void OfBlocks(void* start, int samples, Span<Column> columns)
    {
        for (int i = 0; i < columns.Length; i++)
            columns[i] = new Column { Start = (uint*)start + ((nint)_offsets[i] * samples), Stride = _sizes[i] };
    }

    /// <summary>The columns of the caller's own memory, each without gaps.</summary>
    public void OfCaller(ReadOnlySpan<Column> given, Span<Column> columns)
    {
        for (int i = 0; i < columns.Length; i++)
            columns[i] = given[i] with { Stride = _sizes[i] };
    }

    /// <summary>Copies samples from one form to another.</summary>
    /// <param name="from">Where they are.</param>
    /// <param name="first">The first of them there.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="place">The place of the first there.</param>
    /// <param name="count">How many.</param>
    public void Copy(ReadOnlySpan<Column> from, int first, ReadOnlySpan<Column> to, int place, int count)
    {
        for (int i = 0; i < from.Length; i++)
        {
            (Column source, Column target) = (from[i], to[i]);
            uint* read = source.Start + (source.Stride * first), write = target.Start + (target.Stride * place);
            bool isWhole = source.Stride == _sizes[i] && target.Stride == _sizes[i];
            long bytes = (isWhole ? (long)count * _sizes[i] : _sizes[i]) * sizeof(uint);
            for (int row = 0; row < (isWhole ? 1 : count); row++, read += source.Stride, write += target.Stride)
                Buffer.MemoryCopy(read, write, bytes, bytes);
        }
    }
}
