namespace StaticNet.Kernels;

/// <summary>Floats on a 64-byte boundary, at 0 in the beginning. Memory of the garbage collector that does not move.</summary>
internal sealed unsafe class AlignedBuffer
{
    private const int Alignment = 64 / sizeof(float);
    private readonly float[] _memory;
    private readonly int _offset;

    public AlignedBuffer(long length)
    {
        if (length > Array.MaxLength - Alignment)
        {
            throw new ArgumentOutOfRangeException(
                nameof(length), $"A buffer of {length} floats was asked for, more than .NET can hold in one. Use a smaller batch or model.");
        }

        _memory = GC.AllocateArray<float>((int)length + Alignment, pinned: true);
        fixed (float* start = _memory)
        {
            int beyond = (int)((nuint)start / sizeof(float) % Alignment);
            _offset = (Alignment - beyond) % Alignment;
            Start = start + _offset;
        }

        Length = (int)length;
    }

    /// <summary>The first float. Keep the buffer reachable while it is used.</summary>
    public float* Start { get; }

    public int Length { get; }

    public Span<float> Span => _memory.AsSpan(_offset, Length);
}
