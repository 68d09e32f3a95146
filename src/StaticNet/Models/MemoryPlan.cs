using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>How much memory a model's passes need, as the generator planned it. All counts are of floats.</summary>
/// <param name="Parameters">The buffer of all parameters; gradients and optimizer state are laid out the same way.</param>
/// <param name="InferenceRows">The samples that a prediction takes through the layers at a time.</param>
/// <param name="Inference">The buffers of a prediction, for that many samples.</param>
/// <param name="Transposes">The transposed copies of kernels that a training keeps.</param>
/// <param name="GradientBlock">The largest block of gradients that is computed at a time.</param>
/// <param name="TrainingPerSample">What a training step needs for each sample of the batch.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record MemoryPlan(
    int Parameters, int InferenceRows, int Inference, int Transposes, int GradientBlock, int TrainingPerSample);
