using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using static System.FormattableString;

namespace StaticNet.Files;

/// <summary>
/// Reads what a stranger may have written. Whatever is wrong with it is an <see cref="InvalidDataException"/> that names it, and no more
/// memory is taken than about twice what really came, whatever sizes are declared.
/// </summary>
/// <param name="stream">The content, from where it stands.</param>
/// <param name="name">What it is called in messages: the file's path.</param>
/// <param name="length">How many bytes it has; null where that is not known.</param>
/// <param name="isAlone">Whether nothing may follow.</param>
/// <param name="checksum">What is told every byte, if anything.</param>
internal sealed class ContentReader(Stream stream, string name, long? length, bool isAlone, Crc32? checksum = null)
{
    // Of files that can be read at any place, by several threads at once.
    private readonly SafeFileHandle? _file;

    // What is taken before anything has come.
    private const int FirstBytes = 1 << 16;

    private long _position;

    /// <summary>The bytes that are left; null where that is not known.</summary>
    public long? Left => length - _position;

    private ContentReader(FileStream file, long? length, long position)
        : this(file, file.Name, length, isAlone: true)
    {
        if (length is not null)
            _file = file.SafeFileHandle;
        _position = position;
    }

    /// <summary>Reads a file from its beginning to its end.</summary>
    public static ContentReader OfFile(FileStream file) => new(file, Length(file), 0);

    /// <summary>Reads a stream of the caller's, in which other things may follow.</summary>
    public static ContentReader OfStream(Stream stream) => new(stream, stream is FileStream file ? file.Name : "The stream", Length(stream), isAlone: false);

    /// <summary>Opens a file to be read from its beginning to its end, without a buffer: what reads it does so in large pieces.</summary>
    public static FileStream Open(string path)
        => new(path, new FileStreamOptions { BufferSize = 0, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.SequentialScan });

    /// <summary>Another reader of the same file, some bytes further on, for another thread; null where the content cannot be read so.</summary>
    public ContentReader? Ahead(long bytes) => _file is null ? null : new ContentReader((FileStream)stream, length, _position + bytes);

    /// <summary>The one error of content.</summary>
    /// <param name="why">What is wrong, as a sentence without its full stop.</param>
    /// <param name="cause">The error that made it known, if any.</param>
    public InvalidDataException Refused(string why, Exception? cause = null) => new($"{name} cannot be read: {why}.", cause);

    /// <summary>Refuses content that is known to be too short for what it declares.</summary>
    public void Require(long count, string what)
    {
        if (length - _position < count)
            throw TooShort(count, what);
    }

    /// <summary>Reads as many bytes as there is room for.</summary>
    public void Read(Span<byte> target, string what)
    {
        int came = ReadSome(target);
        _position += came;
        if (came < target.Length)
            throw Refused(Invariant($"it ends after {_position} bytes, within {what}; it is truncated or damaged"));
        checksum?.Append(target);
    }

    /// <summary>Reads numbers, of which nobody has verified that there are as many.</summary>
    public T[] ReadArray<T>(int count, string what)
        where T : unmanaged
    {
        long bytes = (long)count * Unsafe.SizeOf<T>();
        Require(bytes, what);
        int capacity = Left is null ? Math.Min(count, FirstBytes / Unsafe.SizeOf<T>()) : count;
        T[] values = GC.AllocateUninitializedArray<T>(capacity);
        for (int done = 0; ;)
        {
            Read<T>(values.AsSpan(done), what);
            if (values.Length == count)
                return values;
            done = values.Length;
            T[] larger = GC.AllocateUninitializedArray<T>((int)Math.Min(count, 2L * done));
            values.CopyTo(larger, 0);
            values = larger;
        }
    }

    /// <summary>Reads as many numbers as there is room for.</summary>
    public void Read<T>(Span<T> target, string what)
        where T : unmanaged
    {
        // A span of bytes has no more than int.MaxValue of them.
        const int Max = 1 << 27;
        for (; target.Length > Max; target = target[Max..])
            Read(MemoryMarshal.AsBytes(target[..Max]), what);
        Read(MemoryMarshal.AsBytes(target), what);
    }

    /// <summary>Leaves bytes out.</summary>
    public void Skip(long count, string what)
    {
        Require(count, what);
        if (Left is not null)
        {
            if (_file is null)
                stream.Seek(count, SeekOrigin.Current);
            _position += count;
            return;
        }

        Pass(count, what);
    }

    private void Pass(long count, string what)
    {
        Span<byte> scratch = stackalloc byte[1 << 12];
        for (; count > 0; count -= Math.Min(count, scratch.Length))
            Read(scratch[..(int)Math.Min(count, scratch.Length)], what);
    }

    /// <summary>Refuses bytes behind the end of what was read, where there may be none.</summary>
    public void RequireEnd()
    {
        if (!isAlone)
            return;
        Span<byte> next = stackalloc byte[1];
        if (Left is long left ? left > 0 : ReadSome(next) > 0)
            throw Refused(Invariant($"there are bytes behind its end, which is at byte {_position}"));
    }

    private InvalidDataException TooShort(long count, string what)
        => Refused(Invariant($"{what} would take {count} bytes from byte {_position} on, but the file has {length}; it is truncated or damaged"));

    private static long? Length(Stream stream) => stream.CanSeek ? stream.Length - stream.Position : null;

    private int ReadSome(Span<byte> target)
    {
        if (_file is not null)
            return ReadFile(_file, target);
        try
        {
            return stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException damage)
        {
            throw Refused($"its compression is damaged ({Quoted.Sentence(damage.Message)})", damage);
        }
    }

    private int ReadFile(SafeFileHandle file, Span<byte> target)
    {
        int done = 0;
        for (int came; done < target.Length && (came = RandomAccess.Read(file, target[done..], _position + done)) > 0;)
            done += came;
        return done;
    }
}
