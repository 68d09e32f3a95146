using static StaticNet.Activation;

// Layers as wide as people write them, of which one sample pays for several threads or a table is larger than any cache.
namespace StaticNet.Tests.Zoo;

[Model(1000)]
[Dense(4096, ReLU)]
[Dense(4096, ReLU)]
[Dense(4096, ReLU)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class WideDense;

[Model(2000)]
[Dense(2000)]
internal partial class WideScorer;

[Model(20, 64)]
[LSTM(512)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class WideLSTM;

[Model(20, 64)]
[Bidirectional, GRU(300)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class WideBidirectional;

[Model(14, 14, 256)]
[Conv2D(256, 3, ReLU, Padding = Padding.Same)]
[Conv2D(256, 3, ReLU, Padding = Padding.Same)]
[GlobalAveragePooling2D]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class WideConvolution;

[Model(50, 64)]
[Conv1D(512, 3, ReLU)]
[Conv1D(512, 3, ReLU)]
[GlobalMaxPooling1D]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class WideSequence;

[Model(100)]
[Embedding(20_000, 256)]
[GlobalAveragePooling1D]
[Dense(64, ReLU)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal partial class WideEmbedding;
