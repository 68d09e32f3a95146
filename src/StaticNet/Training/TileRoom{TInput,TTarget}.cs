using StaticNet.Kernels;

namespace StaticNet;

/// <summary>What a thread needs to measure the losses of a tile of samples.</summary>
internal sealed class TileRoom<TInput, TTarget>(ModelInfo info, int targetSize, GuardedMemory? guards)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>What taking the samples through the layers needs.</summary>
    public Workspace<TInput> Workspace { get; } = new(info.Memory, info.InputSize, guards);

    /// <summary>The targets of the tile, copied: the labels that were checked are those that are looked up.</summary>
    public AlignedBuffer<TTarget> Targets { get; } = new((long)info.Memory.InferenceRows * targetSize, "the targets of a tile", guards);

    /// <summary>Their losses.</summary>
    public AlignedBuffer<SampleLoss> Losses { get; } = new((long)info.Memory.InferenceRows * (info.OutputSize / info.OutputShape[^1]), "the losses of a tile", guards, startsUndefined: true);
}
