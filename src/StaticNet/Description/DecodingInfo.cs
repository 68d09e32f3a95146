using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>Predictions of one step of a sequence at a time: as many as the first axis of the input has, which is that of the output.</summary>
/// <param name="Kept">The floats that steps leave to those that follow.</param>
/// <param name="Memory">The memory and work that a step takes, of which what concerns training, and what it derives from the weights, is 0.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record DecodingInfo(int Kept, MemoryPlan Memory);
