using static StaticNet.Activation;

// The flat networks among the files that people published with their projects, each named after its file: layers, sizes, activations,
// dropout and losses as they stand there. Regularisation terms, optimizers and weights are left out.
namespace StaticNet.Tests.Zoo;

[Model(2)]
[Dense(32, ReLU)]
[Dense(3, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal partial class Keras01;

[Model(8)]
[Dense(16, ReLU)]
[Dense(8, ReLU)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal partial class Keras02;

[Model(12)]
[Dense(64, ReLU)]
[Dense(32, ReLU)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal partial class Keras04;

[Model(12)]
[Dense(64, ReLU)]
[Dense(32, ReLU)]
[Dense(12)]
[Loss(Loss.MeanSquaredError)]
internal partial class Keras05;

[Model(13)]
[Dense(13, ReLU)]
[Dense(32, ReLU)]
[Dense(32, ReLU)]
[Dense(32, ReLU)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class Keras06;

[Model(9)]
[Dense(64, ReLU)]
[Dense(64, ReLU)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal partial class Keras07;

[Model(8)]
[Dense(32, ReLU)]
[BatchNormalization]
[Dropout(0.2f)]
[Dense(64, ReLU)]
[Dropout(0.2f)]
[Dense(32, ReLU)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal partial class Keras08;

[Model(10)]
[Dense(64, ReLU)]
[Dense(64, ReLU)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal partial class Keras09;

[Model(39)]
[Dense(128, ReLU)]
[Dropout(0.5f)]
[Dense(32, ReLU)]
[Dropout(0.5f)]
[Dense(7, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal partial class Keras10;

[Model(3)]
[Dense(128, ReLU)]
[Dropout(0.5f)]
[Dense(64, ReLU)]
[Dropout(0.5f)]
[Dense(32, ReLU)]
[Dropout(0.5f)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal partial class Keras11;

[Model(96)]
[Dense(128, ReLU)]
[Dropout(0.5f)]
[Dense(64, ReLU)]
[Dropout(0.5f)]
[Dense(22, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal partial class Keras12;

/// <summary>The file has no loss.</summary>
[Model(30)]
[Dense(256)]
[Activation(LeakyReLU)]
[BatchNormalization]
[Dense(128)]
[Activation(LeakyReLU)]
[BatchNormalization]
[Dense(30, Tanh)]
internal partial class Keras13;

/// <summary><see cref="Keras13"/>, as it must once have been trained.</summary>
[Model(30)]
[Dense(256)]
[Activation(LeakyReLU)]
[BatchNormalization]
[Dense(128)]
[Activation(LeakyReLU)]
[BatchNormalization]
[Dense(30, Tanh)]
[Loss(Loss.MeanSquaredError)]
internal partial class Keras13WithLoss;

[Model(22)]
[Dense(256, ReLU)]
[BatchNormalization]
[Dropout(0.3f)]
[Dense(32, ReLU)]
[BatchNormalization]
[Dropout(0.4f)]
[Dense(32, ReLU)]
[BatchNormalization]
[Dropout(0.2f)]
[Dense(3, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal partial class Keras14;

/// <summary>The same layers as <c>h5-05.h5</c>.</summary>
[Model(11)]
[Dense(50, ReLU)]
[Dense(150, ReLU)]
[Dropout(0.3f)]
[Dense(150, ReLU)]
[Dropout(0.3f)]
[Dense(25, ReLU)]
[Dropout(0.3f)]
[Dense(2, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal partial class Keras18;

[Model(40)]
[Dense(512, ReLU)]
[BatchNormalization]
[Dropout(0.5f)]
[Dense(256, ReLU)]
[BatchNormalization]
[Dropout(0.4f)]
[Dense(128, ReLU)]
[BatchNormalization]
[Dropout(0.3f)]
[Dense(8, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class Keras21;

[Model(191)]
[Dense(288, ReLU)]
[Dense(64, ReLU)]
[Dense(32, ReLU)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal partial class Keras23;

/// <summary>The file ends in the sums, with from_logits: here the softmax is written, and the loss computed from the sums all the same.</summary>
[Model(28, 28)]
[Flatten]
[Dense(128, ReLU)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class Keras27;

[Model(28, 28)]
[Flatten]
[Dense(128, ReLU)]
[Dropout(0.2f)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class Keras28;

[Model(30)]
[Flatten]
[Dense(20, ReLU)]
[Dense(2, Sigmoid)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class H503;

[Model(22)]
[Dense(256, ReLU)]
[BatchNormalization]
[Dropout(0.2f)]
[Dense(96, ReLU)]
[BatchNormalization]
[Dropout(0.2f)]
[Dense(128, ReLU)]
[BatchNormalization]
[Dropout(0.4f)]
[Dense(32, ReLU)]
[BatchNormalization]
[Dropout(0.3f)]
[Dense(128, ReLU)]
[BatchNormalization]
[Dropout(0.4f)]
[Dense(3, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal partial class H504;

[Model(50)]
[Dense(256, ReLU)]
[BatchNormalization]
[Dropout(0.4f)]
[Dense(128, ReLU)]
[BatchNormalization]
[Dropout(0.3f)]
[Dense(64, ReLU)]
[BatchNormalization]
[Dropout(0.2f)]
[Dense(32, ReLU)]
[BatchNormalization]
[Dropout(0.1f)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal partial class H506;
