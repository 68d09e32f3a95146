using static StaticNet.Activation;
using static StaticNet.Loss;

// What a recurrence gives at masked steps is compared too, behind layers that know nothing of masks.
#pragma warning disable SNET026

namespace StaticNet.Tests.Vectors.Cases;

// Steps of each optimizer.
[Model(4, 3), SimpleRNN(5, ReturnSequences = true), SimpleRNN(3), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class OptimizerSimpleRNN;
[Model(4, 3), LSTM(5, ReturnSequences = true), LSTM(3), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class OptimizerLSTM;
[Model(4, 3), GRU(5, ReturnSequences = true), GRU(3), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class OptimizerGRU;
[Model(4, 3), Masking, Bidirectional, GRU(3), Dense(3), Loss(MeanSquaredError)] partial class OptimizerBothWays;

// Steps of each optimizer over batches that do not hold all tokens.
[Model(5), Embedding(23, 3), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)] partial class OptimizerEmbedding;
[Model(5), Embedding(23, 3), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)] partial class OptimizerEmbeddingAgain;
[Model(5), Embedding(23, 5, MaskZero = true), LSTM(3), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class OptimizerEmbeddingLSTM;
[Model(3), Embedding(15, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class OptimizerEmbeddingLong;
