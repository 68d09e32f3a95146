using static StaticNet.Activation;
using static StaticNet.Loss;

// What a recurrence gives at masked steps is compared too, behind layers that know nothing of masks.
#pragma warning disable SNET026

namespace StaticNet.Tests.Vectors.Cases;

// Sizes: units, features, steps and samples.
[Model(5, 3), SimpleRNN(4), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNPlain;
[Model(5, 3), LSTM(4), Dense(3), Loss(MeanSquaredError)] partial class LSTMPlain;
[Model(5, 3), GRU(4), Dense(3), Loss(MeanSquaredError)] partial class GRUPlain;
[Model(5, 3), SimpleRNN(1), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNOneUnit;
[Model(5, 3), LSTM(1), Dense(3), Loss(MeanSquaredError)] partial class LSTMOneUnit;
[Model(5, 3), GRU(1), Dense(3), Loss(MeanSquaredError)] partial class GRUOneUnit;
[Model(9, 1), SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNOneFeature;
[Model(9, 1), LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMOneFeature;
[Model(9, 1), GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUOneFeature;
[Model(1, 3), SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNOneStep;
[Model(1, 3), LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMOneStep;
[Model(1, 3), GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUOneStep;
[Model(2, 3), SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNTwoSteps;
[Model(2, 3), LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMTwoSteps;
[Model(2, 3), GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUTwoSteps;
[Model(2, 3), SimpleRNN(16), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNUnits16;
[Model(2, 3), LSTM(16), Dense(3), Loss(MeanSquaredError)] partial class LSTMUnits16;
[Model(2, 3), GRU(16), Dense(3), Loss(MeanSquaredError)] partial class GRUUnits16;
[Model(5, 17), SimpleRNN(17), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class SimpleRNNUnits17;
[Model(5, 17), LSTM(17), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class LSTMUnits17;
[Model(5, 17), GRU(17), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class GRUUnits17;
[Model(2, 1), SimpleRNN(33), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNUnits33;
[Model(2, 1), LSTM(33), Dense(3), Loss(MeanSquaredError)] partial class LSTMUnits33;
[Model(2, 1), GRU(33), Dense(3), Loss(MeanSquaredError)] partial class GRUUnits33;
[Model(2, 3), SimpleRNN(3), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class SimpleRNNBatch33;
[Model(2, 3), LSTM(3), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class LSTMBatch33;
[Model(2, 3), GRU(3), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class GRUBatch33;
[Model(3, 2), SimpleRNN(3), Loss(MeanSquaredError)] partial class SimpleRNNLast;
[Model(3, 2), LSTM(3), Loss(MeanSquaredError)] partial class LSTMLast;
[Model(3, 2), GRU(3), Loss(MeanSquaredError)] partial class GRULast;
[Model(3, 2), SimpleRNN(3, ReturnSequences = true), Flatten, Loss(MeanSquaredError)] partial class SimpleRNNLastSequences;
[Model(3, 2), LSTM(3, ReturnSequences = true), Flatten, Loss(MeanSquaredError)] partial class LSTMLastSequences;
[Model(3, 2), GRU(3, ReturnSequences = true), Flatten, Loss(MeanSquaredError)] partial class GRULastSequences;

// What comes out, and in which order.
[Model(5, 3), SimpleRNN(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNSequences;
[Model(5, 3), LSTM(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class LSTMSequences;
[Model(5, 3), GRU(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class GRUSequences;
[Model(5, 3), SimpleRNN(3, GoBackwards = true), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNBackwards;
[Model(5, 3), LSTM(3, GoBackwards = true), Dense(3), Loss(MeanSquaredError)] partial class LSTMBackwards;
[Model(5, 3), GRU(3, GoBackwards = true), Dense(3), Loss(MeanSquaredError)] partial class GRUBackwards;
[Model(5, 3), SimpleRNN(3, ReturnSequences = true, GoBackwards = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNBackwardsSequences;
[Model(5, 3), LSTM(3, ReturnSequences = true, GoBackwards = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class LSTMBackwardsSequences;
[Model(5, 3), GRU(3, ReturnSequences = true, GoBackwards = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GRUBackwardsSequences;
[Model(1, 3), SimpleRNN(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNOneStepSequences;
[Model(1, 3), LSTM(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class LSTMOneStepSequences;
[Model(1, 3), GRU(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class GRUOneStepSequences;
[Model(5, 3), SimpleRNN(17, ReturnSequences = true), SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNStacked;
[Model(5, 3), LSTM(17, ReturnSequences = true), LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMStacked;
[Model(5, 3), GRU(17, ReturnSequences = true), GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUStacked;
[Model(5, 3), SimpleRNN(3, ReturnSequences = true, GoBackwards = true), SimpleRNN(4, ReturnSequences = true)]
[SimpleRNN(3, GoBackwards = true), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNStackedBackwards;
[Model(5, 3), LSTM(3, ReturnSequences = true, GoBackwards = true), LSTM(4, ReturnSequences = true)]
[LSTM(3, GoBackwards = true), Dense(3), Loss(MeanSquaredError)] partial class LSTMStackedBackwards;
[Model(5, 3), GRU(3, ReturnSequences = true, GoBackwards = true), GRU(4, ReturnSequences = true)]
[GRU(3, GoBackwards = true), Dense(3), Loss(MeanSquaredError)] partial class GRUStackedBackwards;
[Model(5, 3), SimpleRNN(3, ReturnSequences = true, UseBias = false), SimpleRNN(4, UseBias = false), Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNNoBias;
[Model(5, 3), LSTM(3, ReturnSequences = true, UseBias = false), LSTM(4, UseBias = false), Dense(3), Loss(MeanSquaredError)]
partial class LSTMNoBias;
[Model(5, 3), GRU(3, ReturnSequences = true, UseBias = false), GRU(4, UseBias = false), Dense(3), Loss(MeanSquaredError)]
partial class GRUNoBias;
