using static StaticNet.Activation;

namespace StaticNet.FileFuzzing;

/// <summary>The model whose training goes on.</summary>
[Model(2)]
[Dense(3, ReLU)]
[BatchNormalization]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class CheckpointModel;
