using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>How much memory a model's passes need, as the generator planned it. All counts are of floats.</summary>
/// <param name="Parameters">The buffer of all parameters; gradients and optimizer state are laid out the same way.</param>
/// <param name="InferenceRows">The samples that a prediction takes through the layers at a time.</param>
/// <param name="Inference">The buffers of a prediction, for that many samples.</param>
/// <param name="TrainingScratch">What a training step needs whatever the batch.</param>
/// <param name="TrainingPerSample">What it needs for each sample of the batch.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record MemoryPlan(int Parameters, int InferenceRows, int Inference, int TrainingScratch, int TrainingPerSample);
