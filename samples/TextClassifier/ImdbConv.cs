using static StaticNet.Activation;

namespace StaticNet.Samples.TextClassifier;

/// <summary>Looks for phrases of up to five words, wherever they stand in the last four hundred.</summary>
[Model(400)]
[Embedding(10_000, 32)]
[Dropout(0.3)]
[Conv1D(64, 5, ReLU)]
[GlobalMaxPooling1D]
[Dropout(0.3)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class ImdbConv;
