using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// What the generated code of a training step works on, beside the weights. Only the training fills one in; the methods that go by it also take a
/// pointer, which safe code can neither pass on nor make.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct TrainingStep<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>The samples of the batch; of several inputs a block each.</summary>
    public TInput* Inputs { get; internal init; }

    /// <summary>Their targets; of several outputs a block each.</summary>
    public TTarget* Targets { get; internal init; }

    /// <summary>The number of samples in the batch.</summary>
    public int Batch { get; internal init; }

    /// <summary>What is derived from the weights, of <see cref="MemoryPlan.Derived"/> floats.</summary>
    public float* Derived { get; internal init; }

    /// <summary>Where gradients go.</summary>
    public GradientSink Gradients { get; internal init; }

    /// <summary>Work space of <see cref="MemoryPlan.TrainingPerSample"/> floats for each sample.</summary>
    public float* Buffers { get; internal init; }

    /// <summary>Work space of this thread alone, of <see cref="MemoryPlan.Scratch"/> floats.</summary>
    public float* Scratch { get; internal init; }

    /// <summary>Where the losses of the samples go.</summary>
    public SampleLoss* Losses { get; internal init; }

    /// <summary>The key of the random choices of this step.</summary>
    internal uint RandomKey { get; init; }

    /// <summary>For each table of the model the rows that the batch reads.</summary>
    internal TableRows[] Tables { get; init; }

    /// <summary>The rows of a table that the batch reads.</summary>
    public TableRows Table(int table) => Tables[table];

    /// <summary>The key of the random choices of one layer in this step.</summary>
    public uint KeyOfLayer(int layer) => (uint)RandomSource.Combine(RandomKey, (ulong)layer);

    /// <summary>A value in the work space, from one sample on.</summary>
    /// <param name="offset">Where it begins, in floats a sample of the batch.</param>
    /// <param name="floats">Its floats a sample.</param>
    /// <param name="sample">The sample.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* Value(int offset, int floats, int sample) => Buffers + ((nint)offset * Batch) + ((nint)floats * sample);
}
