using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Files;
using static System.FormattableString;

namespace StaticNet;

/// <summary>
/// A .npy file of any size, mapped into memory: the system reads what is looked at, and nothing is copied. <see cref="Npy.Map{T}"/> makes
/// it.
/// </summary>
/// <typeparam name="T">The numbers that the file holds.</typeparam>
/// <remarks>
/// <para>
/// After <see cref="Dispose"/>, whatever asks for memory is an <see cref="ObjectDisposedException"/>. A span that was taken before goes on
/// reading the file: once one has been taken, the file stays mapped until the process ends, which costs addresses and no memory.
/// </para>
/// <para>
/// The length is checked when the file is mapped. A file that is cut short later, while it is mapped, ends the process where its missing
/// part is looked at (a bus error, which no program of .NET can catch): replace files as <see cref="Npy.Save(string, NpyArray)"/> does, by
/// renaming, or read them with <see cref="DataSource.FromNpy{TInput, TTarget}"/>, which does not map them.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// using NpyMap&lt;float&gt; images = Npy.Map&lt;float&gt;("images.npy");
/// using NpyMap&lt;int&gt; labels = Npy.Map&lt;int&gt;("labels.npy");
/// var data = new Dataset&lt;float, int&gt;(images.Memory, labels.Memory, (int)images.Rows);
/// </code>
/// </example>
public sealed class NpyMap<T> : IDisposable
    where T : unmanaged
{
    private readonly NpyContent _content;
    private readonly NpyMapping _mapping;

    internal NpyMap(string path)
    {
        NumberKind kind = NumberKind.Of(typeof(T));
        using FileStream file = ContentReader.Open(path);
        _content = NpyContent.Read(file);
        if (_content.Header.Kind != kind || typeof(T) == typeof(bool))
            throw Refused($"it holds {_content.Header.Kind.Type}, and {typeof(T)} was asked for: only the same numbers, and no bool, can be mapped. Convert them in NumPy with astype, or load them with {nameof(Npy.Load)}");
        if (_content.Start % Unsafe.SizeOf<T>() != 0)
            throw Refused(Invariant($"its numbers begin at byte {_content.Start}, no multiple of the {Unsafe.SizeOf<T>()} of one. Load it with {nameof(Npy.Load)}, or write it anew"));
        _mapping = new NpyMapping(file);
        Shape = Array.AsReadOnly(_content.Header.Shape);
    }

    /// <summary>The length of each axis.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>How many numbers there are.</summary>
    public long Count => _content.Header.Count;

    /// <summary>How many rows there are: the length of the first axis.</summary>
    public long Rows => _content.Rows;

    /// <summary>How many numbers a row has: all other axes together; 0 where there is no row.</summary>
    public int RowSize => _content.RowSize;

    /// <summary>All numbers, in row-major order.</summary>
    /// <exception cref="InvalidOperationException">There are more than a <see cref="ReadOnlyMemory{T}"/> can hold.</exception>
    public ReadOnlyMemory<T> Memory => Count <= int.MaxValue ? Part(0, (int)Count)
        : throw new InvalidOperationException(Invariant($"The file has {Count} numbers. A ReadOnlyMemory holds at most {int.MaxValue}; ask for some rows with {nameof(Slice)}, or train on DataSource.FromNpy."));

    /// <summary>Some rows.</summary>
    /// <param name="start">The first row, from 0.</param>
    /// <param name="rows">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">The file has no such rows, or they have more numbers than a <see cref="ReadOnlyMemory{T}"/> can hold.</exception>
    public ReadOnlyMemory<T> Slice(long start, int rows)
    {
        RequireRows(start, rows, nameof(rows));
        long length = (long)rows * RowSize;
        return length <= int.MaxValue ? Part(start * RowSize, (int)length)
            : throw new ArgumentOutOfRangeException(nameof(rows), rows, Invariant($"{rows} rows of {RowSize} numbers were asked for. A ReadOnlyMemory holds at most {int.MaxValue} numbers; ask for fewer."));
    }

    /// <summary>Copies rows.</summary>
    /// <param name="start">The first row, from 0.</param>
    /// <param name="target">Where they go: room for a whole number of rows.</param>
    /// <exception cref="ArgumentException">The room is not that of a whole number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The file has no such rows.</exception>
    /// <exception cref="ObjectDisposedException">The map was disposed of.</exception>
    public void CopyTo(long start, Span<T> target)
    {
        if (RowSize == 0 ? target.Length > 0 : target.Length % RowSize != 0)
            throw new ArgumentException(Invariant($"There is room for {target.Length} numbers. Expected a multiple of {RowSize}, the numbers of a row."), nameof(target));
        RequireRows(start, RowSize == 0 ? 0 : target.Length / RowSize, nameof(start));

        // A span of bytes has no more than int.MaxValue of them.
        const int Max = 1 << 27;
        long offset = _content.Start + (start * RowSize * Unsafe.SizeOf<T>());
        for (; target.Length > Max; target = target[Max..], offset += (long)Max * Unsafe.SizeOf<T>())
            _mapping.Copy(offset, MemoryMarshal.AsBytes(target[..Max]));
        _mapping.Copy(offset, MemoryMarshal.AsBytes(target));
    }

    /// <summary>Gives up the file. Spans that were taken before stay valid.</summary>
    public void Dispose() => _mapping.Dispose();

    private ReadOnlyMemory<T> Part(long first, int length)
        => new NpyMemory<T>(_mapping, _content.Start + (first * Unsafe.SizeOf<T>()), length).Memory;

    private void RequireRows(long start, int rows, string argument)
    {
        if (start < 0 || rows < 0 || start > Rows - rows)
            throw new ArgumentOutOfRangeException(argument, Invariant($"{rows} rows from row {start} on were asked of a file of {Rows}. Ask for a range inside it."));
    }

    private InvalidDataException Refused(string why) => new($"{_content.Name} cannot be mapped: {why}.");
}
