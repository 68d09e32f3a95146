using System.Buffers;

namespace StaticNet.Files;

/// <summary>Some of the numbers of a mapped file.</summary>
internal sealed unsafe class NpyMemory<T>(NpyMapping mapping, long offset, int length) : MemoryManager<T>
    where T : unmanaged
{
    public override Memory<T> Memory => CreateMemory(length);

    public override Span<T> GetSpan() => new(mapping.Give(offset), length);

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)length, nameof(elementIndex));
        return new MemoryHandle((T*)mapping.Give(offset) + elementIndex);
    }

    public override void Unpin()
    {
    }

    // What ends is the mapping, by its owner.
    protected override void Dispose(bool disposing)
    {
    }
}
