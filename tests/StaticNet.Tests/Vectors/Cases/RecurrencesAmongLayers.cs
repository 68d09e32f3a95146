using static StaticNet.Activation;
using static StaticNet.Loss;

// What a recurrence gives at masked steps is compared too, behind layers that know nothing of masks.
#pragma warning disable SNET026

namespace StaticNet.Tests.Vectors.Cases;

// What a recurrence takes may have an activation of its own, and so may what it gives.
[Model(3, 2), Dense(4, ReLU), SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNAfterDense;
[Model(3, 2), Dense(4, ReLU), LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMAfterDense;
[Model(3, 2), Dense(4, ReLU), GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUAfterDense;
[Model(3, 2), Dense(17, Tanh), SimpleRNN(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNAfterDenseTanh;
[Model(3, 2), Dense(17, Tanh), LSTM(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class LSTMAfterDenseTanh;
[Model(3, 2), Dense(17, Tanh), GRU(3, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class GRUAfterDenseTanh;
[Model(3, 2), Dense(4, ReLU), Bidirectional, SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNBothWaysAfterDense;
[Model(3, 2), Dense(4, ReLU), Bidirectional, LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMBothWaysAfterDense;
[Model(3, 2), Dense(4, ReLU), Bidirectional, GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUBothWaysAfterDense;
[Model(3, 2), Dense(4, Sigmoid), SimpleRNN(3, ReturnSequences = true), Dense(17, ReLU)]
[SimpleRNN(4), Dense(5, Tanh), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNBetweenDense;
[Model(3, 2), Dense(4, Sigmoid), LSTM(3, ReturnSequences = true), Dense(17, ReLU), LSTM(4)]
[Dense(5, Tanh), Dense(3), Loss(MeanSquaredError)] partial class LSTMBetweenDense;
[Model(3, 2), Dense(4, Sigmoid), GRU(3, ReturnSequences = true), Dense(17, ReLU), GRU(4), Dense(5, Tanh), Dense(3), Loss(MeanSquaredError)]
partial class GRUBetweenDense;
[Model(3, 2), SimpleRNN(4, ReturnSequences = true), Activation(ReLU), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNThenActivation;
[Model(3, 2), LSTM(4, ReturnSequences = true), Activation(ReLU), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class LSTMThenActivation;
[Model(3, 2), GRU(4, ReturnSequences = true), Activation(ReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class GRUThenActivation;
[Model(3, 2), SimpleRNN(4, Linear), Activation(Tanh), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNLinearThenActivation;
[Model(3, 2), LSTM(4, Linear), Activation(Tanh), Dense(3), Loss(MeanSquaredError)] partial class LSTMLinearThenActivation;
[Model(3, 2), GRU(4, Linear), Activation(Tanh), Dense(3), Loss(MeanSquaredError)] partial class GRULinearThenActivation;
[Model(7, 2), Conv1D(4, 3, ReLU), SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNAfterConv;
[Model(7, 2), Conv1D(4, 3, ReLU), LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMAfterConv;
[Model(7, 2), Conv1D(4, 3, ReLU), GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUAfterConv;
[Model(8, 2), Conv1D(3, 1, ReLU), MaxPooling1D, SimpleRNN(3), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNAfterPooling;
[Model(8, 2), Conv1D(3, 1, ReLU), MaxPooling1D, LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMAfterPooling;
[Model(8, 2), Conv1D(3, 1, ReLU), MaxPooling1D, GRU(3), Dense(3), Loss(MeanSquaredError)] partial class GRUAfterPooling;
[Model(5, 2), SimpleRNN(4, ReturnSequences = true), Conv1D(3, 2, ReLU), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNThenConv;
[Model(5, 2), LSTM(4, ReturnSequences = true), Conv1D(3, 2, ReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class LSTMThenConv;
[Model(5, 2), GRU(4, ReturnSequences = true), Conv1D(3, 2, ReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class GRUThenConv;
[Model(4, 2), SimpleRNN(4, ReturnSequences = true), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)]
partial class SimpleRNNThenPooling;
[Model(4, 2), LSTM(4, ReturnSequences = true), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)] partial class LSTMThenPooling;
[Model(4, 2), GRU(4, ReturnSequences = true), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)] partial class GRUThenPooling;
[Model(4, 2), LSTM(5, ReturnSequences = true), GlobalMaxPooling1D, Dense(3), Loss(MeanSquaredError)] partial class LSTMThenMaxPooling;
[Model(4, 2), LSTM(5, ReturnSequences = true), LayerNormalization, GRU(3), Dense(3), Loss(MeanSquaredError)]
partial class LSTMThenNormalization;
[Model(4, 2), Dense(4, Softmax), LSTM(3), Dense(3), Loss(MeanSquaredError)] partial class LSTMAfterSoftmax;
[Model(5, 3), GRU(3, ReturnSequences = true), TimeDistributed, Dense(4, ReLU), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class EachStep;
[Model(5, 3), TimeDistributed, Dense(4, ReLU), TimeDistributed, Dense(3), LSTM(2), Dense(3), Loss(MeanSquaredError)]
partial class EachStepFirst;
