using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace StaticNet.Kernels;

/// <summary>
/// Numbers on a 64-byte boundary, at 0 in the beginning, in one segment or in several of one length. Memory of the garbage collector that does
/// not move. Where memory is checked there are guards before, behind and between the segments.
/// </summary>
[DebuggerDisplay("{_name,nq}: {Length} numbers")]
[DebuggerTypeProxy(typeof(AlignedBufferProxy<>))]
internal unsafe class AlignedBuffer<T> : GuardedMemory.IGuarded
    where T : unmanaged
{
    /// <summary>The bytes that a buffer's start is a multiple of.</summary>
    public const int Alignment = 64;

    private readonly string _name;
    private readonly GuardedMemory? _guards;
    private readonly T[] _memory;
    private readonly nint _offset;
    private int _used;

    /// <summary>Takes memory.</summary>
    /// <param name="length">The numbers of a segment.</param>
    /// <param name="name">What it is, for the message that it was overrun.</param>
    /// <param name="guards">What looks at the guards; null where there are none.</param>
    /// <param name="segments">How many segments.</param>
    /// <param name="startsUndefined">Whether nobody may read a number that was not written before; checked memory then starts at NaN.</param>
    public AlignedBuffer(long length, string name = "a buffer", GuardedMemory? guards = null, int segments = 1, bool startsUndefined = false)
    {
        const int AlignmentMask = Alignment - 1;
        int guard = guards is null ? 0 : MemoryCheck.GuardBytes / sizeof(T);
        long stride = ((((length * sizeof(T)) + AlignmentMask) & ~AlignmentMask) / sizeof(T)) + guard;
        long total = guard + (segments == 1 ? length + guard : stride * segments);
        if (total > MaxLength)
            throw TooLong(length * segments, nameof(length));

        _name = name;
        _memory = GC.AllocateArray<T>((int)total + AlignmentPadding, pinned: true);
        Length = _used = (int)length;
        Segments = segments;
        SegmentStride = (int)stride;
        byte* memory = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory));
        _offset = (nint)((nuint)(-(nint)memory) & AlignmentMask) + (guard * sizeof(T));
        Start = (T*)(memory + _offset);
        _guards = guards;
        if (guards is not null)
            AddGuards(guards, memory, startsUndefined);
    }

    private void AddGuards(GuardedMemory guards, byte* memory, bool startsUndefined)
    {
        Guards(memory, memory + ((long)_memory.Length * sizeof(T))).Fill(MemoryCheck.GuardValue);
        for (int segment = 0; segment < Segments && !startsUndefined; segment++)
            new Span<T>(Start + ((nint)segment * SegmentStride), Length).Clear();
        guards.Add(this);
    }

    private static ArgumentOutOfRangeException TooLong(long length, string argument)
        => new(argument, Invariant($"A buffer of {length} numbers was asked for, more than .NET can hold in one. Use a smaller batch or model."));

    /// <summary>The most numbers that a buffer without guards can hold.</summary>
    public static int MaxLength => Array.MaxLength - AlignmentPadding;

    /// <summary>The first number. Keep the buffer reachable while it is used.</summary>
    public T* Start { get; }

    /// <summary>The numbers in a segment.</summary>
    public int Length { get; }

    /// <summary>The segments.</summary>
    public int Segments { get; }

    /// <summary>From the beginning of a segment to that of the next.</summary>
    public int SegmentStride { get; }

    /// <summary>The numbers of the first segment.</summary>
    public Span<T> Span => MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(_memory), _offset), Length);

    private static int AlignmentPadding => (Alignment + sizeof(T) - 1) / sizeof(T);

    /// <summary>
    /// Says how much of the only segment is used from now on: where memory is checked, the guards move up to it.
    /// </summary>
    /// <param name="length">The numbers that are used.</param>
    /// <param name="isUndefined">Whether what is there is not to be read any more; checked memory gets NaN there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Use(long length, bool isUndefined = false)
    {
        if (_guards is not null)
            MoveGuards(checked((int)length), isUndefined);
    }

    /// <inheritdoc/>
    string? GuardedMemory.IGuarded.FindOverrun()
    {
        for (int segment = 0; segment < Segments; segment++)
        {
            Span<uint> behind = GuardsBehind(segment), before = GuardsBefore(segment);
            int first = behind.IndexOfAnyExcept(MemoryCheck.GuardValue);
            if (first >= 0)
                return Overrun(segment, first, behind.LastIndexOfAnyExcept(MemoryCheck.GuardValue), "behind its end");
            int last = before.LastIndexOfAnyExcept(MemoryCheck.GuardValue);
            if (last >= 0)
                return Overrun(segment, before.Length - 1 - last, before.Length - 1 - before.IndexOfAnyExcept(MemoryCheck.GuardValue), "before its start");
        }

        return null;
    }

    // By the nearest and the farthest guard that was overwritten; the first number beyond is 1 out.
    private string Overrun(int segment, int nearest, int farthest, string where)
    {
        string which = Segments == 1 ? _name : Invariant($"{_name} of part {segment}");
        return Invariant($"{which}, of {_used} numbers, was overwritten from {Number(nearest)} to {Number(farthest)} numbers {where}");

        static int Number(int guard) => (guard * sizeof(uint) / sizeof(T)) + 1;
    }

    private void MoveGuards(int length, bool isUndefined)
    {
        using Lock.Scope hold = _guards!.Hold();
        _used = length;
        if (isUndefined)
            Guards((byte*)Start, (byte*)(Start + length)).Fill(MemoryCheck.GuardValue);
        GuardsBehind(0).Fill(MemoryCheck.GuardValue);
    }

    private static Span<uint> Guards(byte* from, byte* to) => new((uint*)from, (int)((to - from) / sizeof(uint)));

    private Span<uint> GuardsBefore(int segment)
    {
        byte* start = (byte*)(Start + ((nint)segment * SegmentStride));
        return Guards(start - MemoryCheck.GuardBytes, start);
    }

    private Span<uint> GuardsBehind(int segment)
    {
        byte* end = (byte*)(Start + ((nint)segment * SegmentStride) + _used);
        return Guards(end, end + MemoryCheck.GuardBytes);
    }
}
