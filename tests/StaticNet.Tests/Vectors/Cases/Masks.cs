using static StaticNet.Activation;
using static StaticNet.Loss;

// What a recurrence gives at masked steps is compared too, behind layers that know nothing of masks.
#pragma warning disable SNET026

namespace StaticNet.Tests.Vectors.Cases;

// Masked steps at the start, at the end, inside, everywhere.
[Model(5, 3), Masking, SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNMasked;
[Model(5, 3), Masking, LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMMasked;
[Model(5, 3), Masking, GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUMasked;
[Model(5, 3), Masking, SimpleRNN(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNMaskedSequences;
[Model(5, 3), Masking, LSTM(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class LSTMMaskedSequences;
[Model(5, 3), Masking, GRU(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class GRUMaskedSequences;
[Model(5, 3), Masking, SimpleRNN(3, GoBackwards = true), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNMaskedBackwards;
[Model(5, 3), Masking, LSTM(3, GoBackwards = true), Dense(3), Loss(MeanSquaredError)] partial class LSTMMaskedBackwards;
[Model(5, 3), Masking, GRU(3, GoBackwards = true), Dense(3), Loss(MeanSquaredError)] partial class GRUMaskedBackwards;
[Model(5, 3), Masking, SimpleRNN(3, ReturnSequences = true, GoBackwards = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNMaskedBackwardsSequences;
[Model(5, 3), Masking, LSTM(3, ReturnSequences = true, GoBackwards = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class LSTMMaskedBackwardsSequences;
[Model(5, 3), Masking, GRU(3, ReturnSequences = true, GoBackwards = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GRUMaskedBackwardsSequences;
[Model(5, 3), Masking, SimpleRNN(4, ReturnSequences = true), SimpleRNN(3), Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNMaskedStacked;
[Model(5, 3), Masking, LSTM(4, ReturnSequences = true), LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMMaskedStacked;
[Model(5, 3), Masking, GRU(4, ReturnSequences = true), GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUMaskedStacked;
[Model(5, 3), Masking, SimpleRNN(3, ReturnSequences = true, GoBackwards = true), SimpleRNN(4, ReturnSequences = true)]
[SimpleRNN(3, GoBackwards = true), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNMaskedStackedBackwards;
[Model(5, 3), Masking, LSTM(3, ReturnSequences = true, GoBackwards = true), LSTM(4, ReturnSequences = true)]
[LSTM(3, GoBackwards = true), Dense(3), Loss(MeanSquaredError)] partial class LSTMMaskedStackedBackwards;
[Model(5, 3), Masking, GRU(3, ReturnSequences = true, GoBackwards = true), GRU(4, ReturnSequences = true)]
[GRU(3, GoBackwards = true), Dense(3), Loss(MeanSquaredError)] partial class GRUMaskedStackedBackwards;
[Model(5, 3), Masking, Bidirectional, SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNMaskedBothWays;
[Model(5, 3), Masking, Bidirectional, LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMMaskedBothWays;
[Model(5, 3), Masking, Bidirectional, GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUMaskedBothWays;
[Model(5, 3), Masking, Bidirectional, SimpleRNN(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNMaskedBothWaysSequences;
[Model(5, 3), Masking, Bidirectional, LSTM(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class LSTMMaskedBothWaysSequences;
[Model(5, 3), Masking, Bidirectional, GRU(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GRUMaskedBothWaysSequences;
[Model(5, 3), Masking, Bidirectional(MergeMode.Sum), SimpleRNN(3, ReturnSequences = true)]
[Bidirectional(MergeMode.Ave), SimpleRNN(4), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNMaskedBothWaysStacked;
[Model(5, 3), Masking, Bidirectional(MergeMode.Sum), LSTM(3, ReturnSequences = true)]
[Bidirectional(MergeMode.Ave), LSTM(4), Dense(3), Loss(MeanSquaredError)] partial class LSTMMaskedBothWaysStacked;
[Model(5, 3), Masking, Bidirectional(MergeMode.Sum), GRU(3, ReturnSequences = true)]
[Bidirectional(MergeMode.Ave), GRU(4), Dense(3), Loss(MeanSquaredError)] partial class GRUMaskedBothWaysStacked;
[Model(3, 3), Masking, Dense(4, ReLU), SimpleRNN(3, ReLU, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNMaskedReLU;
[Model(3, 3), Masking, Dense(4, ReLU), LSTM(3, ReLU, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class LSTMMaskedReLU;
[Model(3, 3), Masking, Dense(4, ReLU), GRU(3, ReLU, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GRUMaskedReLU;
[Model(1, 3), Masking, SimpleRNN(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNMaskedOneStep;
[Model(1, 3), Masking, LSTM(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class LSTMMaskedOneStep;
[Model(1, 3), Masking, GRU(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class GRUMaskedOneStep;
[Model(5, 3), Masking, Bidirectional(MergeMode.Mul), LSTM(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class MaskedMul;
[Model(5, 3), Masking, Bidirectional(MergeMode.Ave), GRU(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class MaskedAve;
[Model(5, 3), Masking, Bidirectional(MergeMode.Mul), GRU(3), Dense(3), Loss(MeanSquaredError)] partial class MaskedMulLast;
[Model(5, 3), Masking, GRU(3, ResetAfter = false, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class MaskedResetBefore;
[Model(2, 3), Masking, LSTM(3), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class MaskedBatch33;
[Model(5, 3), Masking(-1.5f), LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class MaskedBySomething;
[Model(9, 1), Masking(0.5f), GRU(3), Dense(3), Loss(MeanSquaredError)] partial class MaskedOneFeature;
[Model(4, 3), Dense(3, ReLU), Masking, LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class MaskedLate;
[Model(5, 3), Masking, GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)] partial class MaskedAverage;
[Model(5, 3), Masking, Dense(17, ReLU), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)] partial class MaskedAverageAfterDense;
[Model(4, 3), Masking, Rescaling(0.5f, -0.25f), Dense(4), LayerNormalization, Dropout(0), Activation(Tanh)]
[TimeDistributed, Dense(3), GRU(3), Dense(3), Loss(MeanSquaredError)] partial class MaskedThroughLayers;
[Model(5, 3), Masking, LSTM(3, ReturnSequences = true), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)]
partial class MaskedSequencesThenAverage;
[Model(5, 3), Masking, Bidirectional, GRU(3, ReturnSequences = true), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)]
partial class MaskedBothWaysThenAverage;
[Model(5, 3), Masking, Conv1D(3, 2), LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class MaskEndsAtConv;
