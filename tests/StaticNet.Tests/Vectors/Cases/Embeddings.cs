using static StaticNet.Activation;
using static StaticNet.Loss;

// What a recurrence gives at masked steps is compared too, behind layers that know nothing of masks.
#pragma warning disable SNET026

namespace StaticNet.Tests.Vectors.Cases;

// Tokens.
[Model(5), Embedding(7, 1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Embedding1;
[Model(5), Embedding(7, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Embedding3;
[Model(5), Embedding(7, 16), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Embedding16;
[Model(5), Embedding(7, 17), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Embedding17;
[Model(5), Embedding(7, 32), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Embedding32;
[Model(1), Embedding(5, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class EmbeddingOneStep;
[Model(3), Embedding(1, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class EmbeddingOneToken;
[Model(2, 3), Embedding(7, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class EmbeddingTable;
[Model(2, 3, 2), Embedding(7, 5), Flatten, Dense(3), Loss(MeanSquaredError)] partial class EmbeddingTableOfThree;
[Model(3), Embedding(5, 4), Flatten, Loss(MeanSquaredError)] partial class EmbeddingLast;
[Model(5), Embedding(20, 17), GlobalAveragePooling1D, Dense(4, ReLU), Dense(1, Sigmoid), Loss(BinaryCrossentropy)]
partial class EmbeddingAverage;
[Model(5), Embedding(9, 3), GlobalAveragePooling1D, Loss(MeanSquaredError)] partial class EmbeddingAverageLast;
[Model(5), Embedding(50, 3), GlobalMaxPooling1D, Dense(3), Loss(MeanSquaredError)] partial class EmbeddingMax;
[Model(4), Embedding(9, 3), Dense(4, ReLU), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)] partial class EmbeddingDense;
[Model(4), Embedding(9, 3), Activation(ReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class EmbeddingActivation;
[Model(9), Embedding(20, 3), Conv1D(4, 3, ReLU), GlobalAveragePooling1D, Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class EmbeddingConv;
[Model(4), Embedding(9, 5), LayerNormalization, Flatten, Dense(3), Loss(MeanSquaredError)] partial class EmbeddingNormalization;
[Model(4), Embedding(9, 5), Dropout(0), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)] partial class EmbeddingNoChance;
[Model(5), Embedding(9, 3), SimpleRNN(4), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class SimpleRNNAfterEmbedding;
[Model(5), Embedding(9, 3), LSTM(4), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class LSTMAfterEmbedding;
[Model(5), Embedding(9, 3), GRU(4), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class GRUAfterEmbedding;
[Model(5), Embedding(9, 17), Bidirectional, SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNBothWaysAfterEmbedding;
[Model(5), Embedding(9, 17), Bidirectional, LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMBothWaysAfterEmbedding;
[Model(5), Embedding(9, 17), Bidirectional, GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUBothWaysAfterEmbedding;

// Tokens that fill up.
[Model(5), Embedding(9, 3, MaskZero = true), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)] partial class EmbeddingMaskedAverage;
[Model(9), Embedding(20, 17, MaskZero = true), GlobalAveragePooling1D, Dense(1, Sigmoid), Loss(BinaryCrossentropy)]
partial class EmbeddingMaskedAverage17;
[Model(5), Embedding(9, 3, MaskZero = true), SimpleRNN(4), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class SimpleRNNAfterMaskedEmbedding;
[Model(5), Embedding(9, 3, MaskZero = true), LSTM(4), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class LSTMAfterMaskedEmbedding;
[Model(5), Embedding(9, 3, MaskZero = true), GRU(4), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class GRUAfterMaskedEmbedding;
[Model(5), Embedding(9, 17, MaskZero = true), Dropout(0), SimpleRNN(4, ReturnSequences = true)]
[SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNStackedAfterMaskedEmbedding;
[Model(5), Embedding(9, 17, MaskZero = true), Dropout(0), LSTM(4, ReturnSequences = true), LSTM(3), Dense(3), Loss(MeanSquaredError)]
partial class LSTMStackedAfterMaskedEmbedding;
[Model(5), Embedding(9, 17, MaskZero = true), Dropout(0), GRU(4, ReturnSequences = true), GRU(3), Dense(3), Loss(MeanSquaredError)]
partial class GRUStackedAfterMaskedEmbedding;
[Model(5), Embedding(9, 3, MaskZero = true), Bidirectional, SimpleRNN(3, ReturnSequences = true)]
[GlobalAveragePooling1D, Dense(1, Sigmoid), Loss(BinaryCrossentropy)] partial class SimpleRNNBothWaysAfterMaskedEmbedding;
[Model(5), Embedding(9, 3, MaskZero = true), Bidirectional, LSTM(3, ReturnSequences = true)]
[GlobalAveragePooling1D, Dense(1, Sigmoid), Loss(BinaryCrossentropy)] partial class LSTMBothWaysAfterMaskedEmbedding;
[Model(5), Embedding(9, 3, MaskZero = true), Bidirectional, GRU(3, ReturnSequences = true)]
[GlobalAveragePooling1D, Dense(1, Sigmoid), Loss(BinaryCrossentropy)] partial class GRUBothWaysAfterMaskedEmbedding;
