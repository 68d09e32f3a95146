using static StaticNet.Activation;

namespace StaticNet.Benchmarks;

/// <summary>The reference model <c>tabular_mlp</c>: a yes-or-no answer from a table of ten numbers.</summary>
[Model(10)]
[Dense(128, ReLU)]
[Dense(64, ReLU)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class TabularMlp;

/// <summary>The reference model <c>mnist_cnn</c>: handwritten digits.</summary>
[Model(28, 28, 1)]
[Conv2D(32, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(64, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class MnistCnn;

/// <summary>The reference model <c>fashion_mlp</c>: ten kinds of clothing.</summary>
[Model(784)]
[Dense(256, ReLU)]
[Dense(128, ReLU)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class FashionMlp;
