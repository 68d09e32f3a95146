using static StaticNet.Activation;

namespace StaticNet.Samples.Quickstart;

/// <summary>Tells ten kinds of clothing apart in pictures of 28 by 28 pixels.</summary>
[Model(784)]
[Dense(256, ReLU)]
[Dense(128, ReLU)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
public partial class FashionMlp;
