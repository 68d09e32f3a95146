using static StaticNet.Activation;
using static StaticNet.Loss;

// What a recurrence gives at masked steps is compared too, behind layers that know nothing of masks.
#pragma warning disable SNET026

namespace StaticNet.Tests.Vectors.Cases;

// Both directions.
[Model(5, 3), Bidirectional, SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNBothWays;
[Model(5, 3), Bidirectional, LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMBothWays;
[Model(5, 3), Bidirectional, GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUBothWays;
[Model(5, 3), Bidirectional, SimpleRNN(1, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNBothWaysOneUnit;
[Model(5, 3), Bidirectional, LSTM(1, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class LSTMBothWaysOneUnit;
[Model(5, 3), Bidirectional, GRU(1, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class GRUBothWaysOneUnit;
[Model(3, 2), Bidirectional, SimpleRNN(9, ReturnSequences = true), Bidirectional, SimpleRNN(3), Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNBothWays9;
[Model(3, 2), Bidirectional, LSTM(9, ReturnSequences = true), Bidirectional, LSTM(3), Dense(3), Loss(MeanSquaredError)]
partial class LSTMBothWays9;
[Model(3, 2), Bidirectional, GRU(9, ReturnSequences = true), Bidirectional, GRU(3), Dense(3), Loss(MeanSquaredError)]
partial class GRUBothWays9;
[Model(3, 2), Bidirectional(MergeMode.Sum), SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNBothWaysSum;
[Model(3, 2), Bidirectional(MergeMode.Mul), SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNBothWaysMul;
[Model(3, 2), Bidirectional(MergeMode.Ave), SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNBothWaysAve;
[Model(3, 2), Bidirectional(MergeMode.Sum), LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMBothWaysSum;
[Model(3, 2), Bidirectional(MergeMode.Mul), LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMBothWaysMul;
[Model(3, 2), Bidirectional(MergeMode.Ave), LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMBothWaysAve;
[Model(3, 2), Bidirectional(MergeMode.Sum), GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUBothWaysSum;
[Model(3, 2), Bidirectional(MergeMode.Mul), GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUBothWaysMul;
[Model(3, 2), Bidirectional(MergeMode.Ave), GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUBothWaysAve;
[Model(3, 2), Bidirectional, SimpleRNN(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNBothWaysConcatSequences;
[Model(3, 2), Bidirectional(MergeMode.Sum), SimpleRNN(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNBothWaysSumSequences;
[Model(3, 2), Bidirectional(MergeMode.Mul), SimpleRNN(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNBothWaysMulSequences;
[Model(3, 2), Bidirectional(MergeMode.Ave), SimpleRNN(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNBothWaysAveSequences;
[Model(3, 2), Bidirectional, LSTM(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class LSTMBothWaysConcatSequences;
[Model(3, 2), Bidirectional(MergeMode.Sum), LSTM(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class LSTMBothWaysSumSequences;
[Model(3, 2), Bidirectional(MergeMode.Mul), LSTM(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class LSTMBothWaysMulSequences;
[Model(3, 2), Bidirectional(MergeMode.Ave), LSTM(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class LSTMBothWaysAveSequences;
[Model(3, 2), Bidirectional, GRU(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GRUBothWaysConcatSequences;
[Model(3, 2), Bidirectional(MergeMode.Sum), GRU(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GRUBothWaysSumSequences;
[Model(3, 2), Bidirectional(MergeMode.Mul), GRU(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GRUBothWaysMulSequences;
[Model(3, 2), Bidirectional(MergeMode.Ave), GRU(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GRUBothWaysAveSequences;
[Model(4, 2), Bidirectional, LSTM(3), Loss(MeanSquaredError)] partial class BothWaysLast;
[Model(4, 2), Bidirectional(MergeMode.Mul), SimpleRNN(17, ReturnSequences = true), LSTM(3), Dense(3), Loss(MeanSquaredError)]
partial class BothWaysMulThenLSTM;
[Model(4, 2), Bidirectional(MergeMode.Sum), GRU(3, UseBias = false), Dense(3), Loss(MeanSquaredError)] partial class BothWaysNoBias;
[Model(4, 2), Bidirectional, GRU(3, ResetAfter = false, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class BothWaysResetBefore;
[Model(2, 2), Dense(3, ReLU), Bidirectional(MergeMode.Ave)]
[SimpleRNN(3, ReLU, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class BothWaysReLU;
