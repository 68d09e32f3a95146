using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Files;
using static System.FormattableString;

namespace StaticNet.Data;

/// <summary>
/// The rows of a .npy file, read by the system's call and not from mapped memory: it copies as fast, and a file that somebody cuts short
/// meanwhile is an exception.
/// </summary>
internal sealed class NpyRows<T> : IDisposable
    where T : unmanaged
{
    // Numbers that are converted come in pieces that stay in the cache.
    private const int Piece = 1 << 17;

    private readonly NpyContent _content;
    private readonly FileStream _file;
    private readonly NumberKind _kind;
    private readonly string _what;
    private byte[] _bytes = [];

    public NpyRows(string path, string what)
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(int))
            throw new NotSupportedException($"A {what} of {typeof(T)} was asked for. Expected float or int.");
        _what = what;
        _file = ContentReader.Open(path);
        try
        {
            _content = NpyContent.Read(_file);
        }
        catch
        {
            _file.Dispose();
            throw;
        }

        _kind = _content.Header.Kind;
    }

    public string Name => _content.Name;

    public long Rows => _content.Rows;

    public int RowSize => _content.RowSize;

    /// <summary>Refuses a file that has changed, or rows of another size.</summary>
    public void Require(long rows, int size, string argument)
    {
        if (rows != Rows)
            throw new InvalidDataException(Invariant($"{Name} has {Rows} rows, and had {rows} when it was opened first. Leave the file as it is during a training."));
        if (rows > 0 && RowSize != size)
            throw new ArgumentException(Invariant($"A {_what} in {Name} has {RowSize} numbers, by its shape {Quoted.Shape(_content.Header.Shape)}. Expected {size}."), argument);
    }

    /// <summary>Reads rows.</summary>
    public void Read(long start, Span<T> target)
    {
        long offset = _content.Start + (start * RowSize * _kind.Size);
        if (_kind.Type == typeof(T))
        {
            // A span of bytes has no more than int.MaxValue of them.
            const int Max = 1 << 27;
            for (; target.Length > Max; target = target[Max..], offset += (long)Max * Unsafe.SizeOf<T>())
                Read(offset, MemoryMarshal.AsBytes(target[..Max]));
            Read(offset, MemoryMarshal.AsBytes(target));
            return;
        }

        int max = Piece / _kind.Size;
        if (_bytes.Length == 0)
            _bytes = new byte[max * _kind.Size];
        for (int done = 0; done < target.Length;)
        {
            int count = Math.Min(max, target.Length - done);
            Span<byte> bytes = _bytes.AsSpan(0, count * _kind.Size);
            Read(offset + ((long)done * _kind.Size), bytes);
            Convert(bytes, target.Slice(done, count), (start * RowSize) + done);
            done += count;
        }
    }

    public void Dispose() => _file.Dispose();

    private void Convert(ReadOnlySpan<byte> bytes, Span<T> target, long first)
    {
        if (typeof(T) == typeof(float))
        {
            _kind.ToSingle(bytes, MemoryMarshal.Cast<T, float>(target));
            return;
        }

        int other = _kind.ToInt32(bytes, MemoryMarshal.Cast<T, int>(target));
        if (other < 0)
            return;
        throw new InvalidDataException(
            Invariant($"{Name} cannot be read: {_what} {(first + other) / RowSize} holds {_kind.Show(bytes[(other * _kind.Size)..])} at place {(first + other) % RowSize}, which is no int."));
    }

    private void Read(long offset, Span<byte> target)
    {
        while (target.Length > 0)
        {
            int came = RandomAccess.Read(_file.SafeFileHandle, target, offset);
            if (came == 0)
                throw new InvalidDataException(Invariant($"{Name} cannot be read: it ends at byte {offset}, though it was longer when it was opened. Leave the file as it is during a training."));
            target = target[came..];
            offset += came;
        }
    }
}
