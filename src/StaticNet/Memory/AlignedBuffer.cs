namespace StaticNet.Kernels;

/// <summary>Floats on a 64-byte boundary, at 0 in the beginning.</summary>
internal sealed class AlignedBuffer(long length, string name = "a buffer", GuardedMemory? guards = null, int segments = 1, bool startsUndefined = false)
    : AlignedBuffer<float>(length, name, guards, segments, startsUndefined);
