using static StaticNet.Activation;

namespace StaticNet.Samples.TextClassifier;

/// <summary>Reads the last two hundred words of a review in both directions.</summary>
[Model(200)]
[Embedding(10_000, 32, MaskZero = true)]
[SpatialDropout1D(0.2)]
[Bidirectional, GRU(32)]
[Dropout(0.3)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class ImdbGru;
