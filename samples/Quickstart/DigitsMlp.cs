using static StaticNet.Activation;

namespace StaticNet.Samples.Quickstart;

/// <summary>Reads handwritten digits of 8 by 8 pixels.</summary>
[Model(64)]
[Dense(64, ReLU)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
public partial class DigitsMlp;
