using static StaticNet.Activation;

namespace StaticNet.Samples.ImageClassifier;

/// <summary>Two convolutions and a dense layer: 99 % of MNIST's digits after a few epochs.</summary>
[Model(28, 28, 1)]
[Conv2D(32, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(64, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class MnistCnn;
