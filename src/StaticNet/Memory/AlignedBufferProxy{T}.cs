using System.Diagnostics;

namespace StaticNet.Kernels;

/// <summary>What a debugger shows of a buffer: the numbers of each of its segments.</summary>
internal sealed unsafe class AlignedBufferProxy<T>(AlignedBuffer<T> buffer)
    where T : unmanaged
{
    /// <summary>The segments.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public T[][] Segments { get; } =
    [
        .. Enumerable.Range(0, buffer.Segments).Select(segment => new ReadOnlySpan<T>(buffer.Start + ((nint)segment * buffer.SegmentStride), buffer.Length).ToArray()),
    ];
}
