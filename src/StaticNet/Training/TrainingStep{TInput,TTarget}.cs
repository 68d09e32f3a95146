using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>What the generated code of a training step works on.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TrainingStep<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>The samples of the batch, dense.</summary>
    public Pointer<TInput> Inputs { get; init; }

    /// <summary>Their targets, dense.</summary>
    public Pointer<TTarget> Targets { get; init; }

    /// <summary>The number of samples.</summary>
    public int Rows { get; init; }

    /// <summary>The weights.</summary>
    public Pointer<float> Parameters { get; init; }

    /// <summary>Where their gradients go.</summary>
    public Pointer<float> Gradients { get; init; }

    /// <summary>Work space of <see cref="MemoryPlan.TrainingScratch"/> floats.</summary>
    public Pointer<float> Scratch { get; init; }

    /// <summary>Work space of <see cref="MemoryPlan.TrainingPerSample"/> floats for each sample.</summary>
    public Pointer<float> Buffers { get; init; }

    /// <summary>What random choices of this step go by.</summary>
    public uint RandomKey { get; init; }

    /// <summary>What the random choices of one layer in this step go by.</summary>
    public uint KeyOfLayer(int layer) => (uint)RandomSource.Combine(RandomKey, (ulong)layer);
}
