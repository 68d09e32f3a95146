using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>How much memory and work a model's passes need, as the generator planned it. All sizes are counts of floats.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record MemoryPlan
{
    /// <summary>The buffer of all parameters; gradients and optimizer state are laid out the same way.</summary>
    public required int Parameters { get; init; }

    /// <summary>The samples that a prediction takes through the layers at a time.</summary>
    public required int InferenceRows { get; init; }

    /// <summary>The work space of a prediction, for that many samples.</summary>
    public required int Inference { get; init; }

    /// <summary>What predictions derive from the weights, once for each change of them.</summary>
    public int Prepared { get; init; }

    /// <summary>The floating-point operations of a prediction, for a sample.</summary>
    public required long Operations { get; init; }

    /// <summary>What a training derives from the weights, such as transposed kernels.</summary>
    public int Derived { get; init; }

    /// <summary>What a part of an update needs for itself, such as for a block of gradients.</summary>
    public int GradientBlock { get; init; }

    /// <summary>The samples that a training step takes through the layers at a time.</summary>
    public int TrainingRows { get; init; } = 1;

    /// <summary>What a training step needs for each sample of the batch.</summary>
    public int TrainingPerSample { get; init; }

    /// <summary>What a thread needs while it takes samples through the layers.</summary>
    public int Scratch { get; init; }

    /// <summary>The phases of a training step before weights are updated.</summary>
    public int Phases { get; init; } = 1;
}
