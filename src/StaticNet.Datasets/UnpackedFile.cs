using System.IO.Compression;
using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>
/// What a gzip file unpacks to, read once from its beginning. A few bytes may be made to unpack to a thousand times as many; beyond a limit
/// that goes by the file's own length it is refused, as is all damage.
/// </summary>
internal sealed class UnpackedFile : Stream
{
    // What small files may unpack to, whatever their length.
    private const long Least = 1 << 26;

    private readonly FileStream _file;
    private readonly GZipStream _content;
    private readonly long _most;
    private long _came;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostTimes">How many times its length it may unpack to, if that is more than 64 MB.</param>
    public UnpackedFile(string path, int mostTimes)
    {
        _file = File.OpenRead(path);
        _content = new GZipStream(_file, CompressionMode.Decompress);
        _most = Math.Max(Least, _file.Length * mostTimes);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">The file is damaged, or unpacks to more than it may.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = _content.Read(buffer);
        }
        catch (InvalidDataException damage)
        {
            throw DataFile.Refused(_file.Name, $"damaged compression ({damage.Message})", "a whole gzip file", damage);
        }

        Require(count);
        _came += count;
        return count;
    }

    /// <summary>Refuses a file that would have to unpack to so many more bytes, and may not.</summary>
    /// <exception cref="InvalidDataException">It may not.</exception>
    public void Require(long count)
    {
        if (_came + count > _most)
        {
            throw DataFile.Refused(
                _file.Name, Invariant($"{_file.Length} bytes that unpack to more than {_most}"), "data that somebody packed, not a trap for memory");
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }
}
