using static StaticNet.Activation;

namespace StaticNet.Samples.Quickstart;

/// <summary>Reads handwritten digits of 28 by 28 pixels.</summary>
[Model(28, 28, 1)]
[Flatten]
[Dense(128, ReLU)]
[Dropout(0.2)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
public partial class MnistMlp;
