using static StaticNet.Activation;

namespace StaticNet.Tests.Losses;

/// <summary>A class for each step.</summary>
[Model(6)]
[Embedding(20, 8)]
[LSTM(5, ReturnSequences = true)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class Tagger;

/// <summary>Whether each pixel belongs to what is looked for.</summary>
[Model(7, 5, 1)]
[Conv2D(4, 3, ReLU, Padding = Padding.Same)]
[Conv2D(1, 3, Sigmoid, Padding = Padding.Same)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class Segmenter;

/// <summary>The input again, by way of fewer numbers.</summary>
[Model(4, 9)]
[Dense(3, Tanh)]
[Dense(9)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class RowAutoencoder;
