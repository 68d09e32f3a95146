using StaticNet.Kernels;

namespace StaticNet;

/// <summary>What a thread needs that takes a tile of samples through the layers to predict or measure.</summary>
internal sealed class Workspace<TInput>(MemoryPlan memory, int inputSize, GuardedMemory? guards)
    where TInput : unmanaged
{
    private readonly AlignedBuffer _floats = new(memory.Inference, "the work space of a prediction", guards, startsUndefined: true);

    /// <summary>What layers write.</summary>
    public unsafe float* Start => _floats.Start;

    /// <summary>
    /// The tokens of the tile, copied: those that were checked are those that a table is read by, whoever writes to the caller's meanwhile.
    /// Nothing in a model of numbers, which reads the caller's.
    /// </summary>
    public AlignedBuffer<TInput> Tokens { get; } = new(
        typeof(TInput) == typeof(int) ? (long)memory.InferenceRows * inputSize : 0, "the tokens of a prediction", guards);

    /// <summary>Makes what an earlier tile has left unreadable, where memory is checked.</summary>
    public void Begin() => _floats.Use(_floats.Length, isUndefined: true);
}
