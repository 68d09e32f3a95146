using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The output of a named layer that can be predicted.</summary>
/// <param name="Layer">The layer's place in the model.</param>
/// <param name="Memory">The memory and work that this takes, of which what concerns training is 0.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record LayerOutputInfo(int Layer, MemoryPlan Memory);
