using StaticNet.Kernels;

namespace StaticNet;

/// <summary>What a thread needs to measure the losses of a tile of samples.</summary>
/// <param name="info">The model.</param>
/// <param name="targetSize">The numbers of a target.</param>
/// <param name="lossRows">The losses of a sample.</param>
/// <param name="guards">What looks after the memory; null where nobody does.</param>
internal sealed class EvaluationWorkspace<TInput, TTarget>(ModelInfo info, int targetSize, int lossRows, GuardedMemory? guards)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>What taking the samples through the layers needs.</summary>
    public Workspace<TInput> Workspace { get; } = new(info.Memory, info.InputSize, 0, guards);

    /// <summary>The targets of the tile, copied: the labels that were checked are those that are looked up.</summary>
    public AlignedBuffer<TTarget> Targets { get; } = new((long)info.Memory.InferenceRows * targetSize, "the targets of a tile", guards);

    /// <summary>Their losses.</summary>
    public AlignedBuffer<SampleLoss> Losses { get; } = new((long)info.Memory.InferenceRows * lossRows, "the losses of a tile", guards, startsUndefined: true);
}
