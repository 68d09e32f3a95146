using static StaticNet.Activation;

namespace StaticNet.Tests.Losses;

/// <summary>A class for each step that counts.</summary>
[Model(6)]
[Embedding(20, 8, MaskZero = true)]
[LSTM(5, ReturnSequences = true)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class MaskedTagger;

/// <summary>The next numbers of each step that counts, where what masks is computed and the batch is seen as a whole before and behind it.</summary>
[Model(5, 3)]
[Dense(4), LayerNormalization, Activation(ReLU)]
[Masking]
[GRU(6, ReturnSequences = true), Dropout(0.2)]
[Dense(2)]
[Loss(Loss.Huber)]
internal partial class MaskedRegression;
