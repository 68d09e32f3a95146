using System.Diagnostics;

namespace StaticNet.Kernels;

/// <summary>What a debugger shows of a buffer: the numbers of each of its rooms.</summary>
internal sealed unsafe class AlignedBufferProxy<T>(AlignedBuffer<T> buffer)
    where T : unmanaged
{
    /// <summary>The rooms.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public T[][] Rooms { get; } =
    [
        .. Enumerable.Range(0, buffer.Rooms).Select(room => new ReadOnlySpan<T>(buffer.Start + ((nint)room * buffer.RoomStride), buffer.Length).ToArray()),
    ];
}
