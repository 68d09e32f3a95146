using static StaticNet.Activation;

namespace StaticNet.FileFuzzing;

/// <summary>The model whose weights are read: with shapes of one and of two axes, and with what training does not change by gradients.</summary>
[Model(3)]
[Dense(4, ReLU, Name = "first")]
[BatchNormalization(Name = "norm")]
[Dense(2, Name = "last")]
internal sealed partial class FuzzedModel;
