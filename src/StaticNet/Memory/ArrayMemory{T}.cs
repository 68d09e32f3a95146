using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace StaticNet;

/// <summary>An array of several axes as memory, in row-major order, without a copy.</summary>
/// <param name="array">An array of <typeparamref name="T"/>; its length never changes.</param>
internal sealed unsafe class ArrayMemory<T>(Array array) : MemoryManager<T>
    where T : unmanaged
{
    /// <summary>The numbers of an array in row-major order.</summary>
    /// <exception cref="ArgumentException">There are more than a span can have.</exception>
    public static Span<T> SpanOf(Array array)
    {
        if (array.LongLength > int.MaxValue)
            throw new ArgumentException(Invariant($"The array has {array.LongLength} numbers. Expected at most {int.MaxValue}; use parts of it."), nameof(array));
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), (int)array.LongLength);
    }

    /// <inheritdoc/>
    public override Span<T> GetSpan() => SpanOf(array);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((ulong)(uint)elementIndex, (ulong)array.LongLength, nameof(elementIndex));
        var handle = GCHandle.Alloc(array, GCHandleType.Pinned);
        return new MemoryHandle((T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)) + elementIndex, handle, this);
    }

    /// <inheritdoc/>
    public override void Unpin()
    {
        // The handle that Pin gave out is what pins, and is freed with it.
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The array belongs to the garbage collector.
    }
}
