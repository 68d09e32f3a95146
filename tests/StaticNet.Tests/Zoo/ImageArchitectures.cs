using static StaticNet.Activation;

// The networks of images among the published files, each named after its file.
namespace StaticNet.Tests.Zoo;

[Model(28, 28, 1)]
[Conv2D(64, 5, ReLU)]
[MaxPooling2D(2)]
[BatchNormalization]
[Flatten]
[Dropout(0.3f)]
[Dense(8, ReLU)]
[Dense(128, ReLU)]
[Dense(4, ReLU)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class Keras24;

[Model(28, 28, 1)]
[Conv2D(32, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(64, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(64, 3, ReLU)]
[Flatten]
[Dense(64, ReLU)]
[Dense(10, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal partial class Keras25;

[Model(28, 28, 1)]
[Conv2D(32, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(64, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(128, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dropout(0.5f)]
[Dense(128, ReLU)]
[Dropout(0.5f)]
[Dense(10, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal partial class Keras30;

/// <summary>The file has no loss.</summary>
[Model(32, 32, 3)]
[Conv2D(32, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(64, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(128, 3, ReLU)]
[Flatten]
[Dense(128, ReLU)]
[Dense(10, Softmax)]
internal partial class Keras31;

/// <summary><see cref="Keras31"/>, as it must once have been trained.</summary>
[Model(32, 32, 3)]
[Conv2D(32, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(64, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(128, 3, ReLU)]
[Flatten]
[Dense(128, ReLU)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class Keras31WithLoss;
