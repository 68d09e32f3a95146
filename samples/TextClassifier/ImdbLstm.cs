using static StaticNet.Activation;

namespace StaticNet.Samples.TextClassifier;

/// <summary>Reads the last hundred words of a review in order. The head has room for five classes, of which reviews use two.</summary>
[Model(100)]
[Embedding(10_000, 32)]
[LSTM(32)]
[Dense(5, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class ImdbLstm;
