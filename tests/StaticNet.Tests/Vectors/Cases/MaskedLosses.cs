using static StaticNet.Activation;
using static StaticNet.Loss;

// What a recurrence gives at masked steps is compared too, behind layers that know nothing of masks.
#pragma warning disable SNET026

namespace StaticNet.Tests.Vectors.Cases;

// Losses of steps of which a mask leaves some out.
[Model(6), Embedding(9, 5, MaskZero = true), LSTM(4, ReturnSequences = true), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class MaskedLossScce;
[Model(6, 3), Masking, GRU(4, ReturnSequences = true), Dense(3, Softmax), Loss(CategoricalCrossentropy)] partial class MaskedLossCce;
[Model(6, 3), Masking, SimpleRNN(4, ReturnSequences = true), Dense(2, Sigmoid), Loss(BinaryCrossentropy)] partial class MaskedLossBce;
[Model(6, 3), Masking, Bidirectional, LSTM(4, ReturnSequences = true), Dense(2), Loss(MeanSquaredError)] partial class MaskedLossMse;
[Model(6, 3), Masking, LSTM(4, ReturnSequences = true), Dense(3, Sigmoid), Loss(SparseCategoricalCrossentropy)]
partial class MaskedLossClipped;
[Model(6), Embedding(9, 5, MaskZero = true), Dense(17, Tanh), Dense(17), Loss(MeanAbsoluteError)] partial class MaskedLossMae;
[Model(6), Embedding(9, 5, MaskZero = true), GRU(4, ReturnSequences = true), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class OptimizerMaskedLoss;
