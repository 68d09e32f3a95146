using System.IO.MemoryMappedFiles;

namespace StaticNet.Files;

/// <summary>
/// The memory that a file is mapped to. A span of it roots nothing, so that nobody can know how long it is used: once one has been given out
/// the mapping stays until the process ends, and a span that outlives its owner still reads the file. It costs addresses, no memory.
/// </summary>
internal sealed unsafe class NpyMapping : IDisposable
{
    private readonly Lock _lock = new();
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private bool _disposed, _given;

    public NpyMapping(FileStream file)
    {
        _file = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _file.CreateViewAccessor(0, file.Length, MemoryMappedFileAccess.Read);

        // As long as this is not given back, the handle's finalizer does not unmap either.
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += _view.PointerOffset;
    }

    /// <summary>The address of a byte, for good.</summary>
    /// <exception cref="ObjectDisposedException">The owner was disposed of.</exception>
    public void* Give(long offset)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(NpyMap<>));
            _given = true;
            return _start + offset;
        }
    }

    /// <summary>Copies bytes.</summary>
    /// <exception cref="ObjectDisposedException">The owner was disposed of.</exception>
    public void Copy(long offset, Span<byte> target)
    {
        bool held = false;
        try
        {
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_disposed, typeof(NpyMap<>));
                _view.SafeMemoryMappedViewHandle.DangerousAddRef(ref held);
            }

            new ReadOnlySpan<byte>(_start + offset, target.Length).CopyTo(target);
        }
        finally
        {
            if (held)
                _view.SafeMemoryMappedViewHandle.DangerousRelease();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed)
                return;
            _disposed = true;
            _file.Dispose();
            if (_given)
                return;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
        }
    }
}
