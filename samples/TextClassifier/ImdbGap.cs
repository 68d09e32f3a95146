using static StaticNet.Activation;

namespace StaticNet.Samples.TextClassifier;

/// <summary>Looks at the words of a review in no order: the mean of their vectors.</summary>
[Model(200)]
[Embedding(10_000, 32)]
[GlobalAveragePooling1D]
[Dense(32, ReLU)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class ImdbGap;
