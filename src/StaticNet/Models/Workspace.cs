using StaticNet.Kernels;

namespace StaticNet;

/// <summary>What a thread needs that takes a tile of samples through the layers to predict or measure.</summary>
/// <param name="memory">What memory that takes.</param>
/// <param name="inputSize">The numbers of a sample.</param>
/// <param name="outputSize">The numbers of the outputs for a sample, where several are put together from blocks; else 0.</param>
/// <param name="guards">What looks after the memory; null where nobody does.</param>
internal sealed class Workspace<TInput>(MemoryPlan memory, int inputSize, int outputSize, GuardedMemory? guards)
    where TInput : unmanaged
{
    private readonly AlignedBuffer _floats = new(memory.Inference, "the work space of a prediction", guards, startsUndefined: true);

    /// <summary>What layers write.</summary>
    public unsafe float* Start => _floats.Start;

    /// <summary>
    /// The samples of the tile, copied, where they are tokens or of several inputs: the tokens that were checked are those that a table is read by,
    /// whoever writes to the caller's meanwhile. Nothing in a model of numbers, which reads the caller's.
    /// </summary>
    public AlignedBuffer<TInput> Samples { get; } = new(
        typeof(TInput) == typeof(float) ? 0 : (long)memory.InferenceRows * inputSize, "the samples of a prediction", guards);

    /// <summary>Several outputs, a block for each.</summary>
    public AlignedBuffer Outputs { get; } = new((long)memory.InferenceRows * outputSize, "the outputs of a prediction", guards, startsUndefined: true);

    /// <summary>Makes what an earlier tile has left unreadable, where memory is checked.</summary>
    public void Begin() => _floats.Use(_floats.Length, isUndefined: true);
}
