using static StaticNet.Activation;
using static StaticNet.Loss;

// What a recurrence gives at masked steps is compared too, behind layers that know nothing of masks.
#pragma warning disable SNET026

namespace StaticNet.Tests.Vectors.Cases;

// Other activations inside.
[Model(2, 3), SimpleRNN(3, ReLU, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNReLU;
[Model(2, 3), LSTM(3, ReLU, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class LSTMReLU;
[Model(2, 3), GRU(3, ReLU, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class GRUReLU;
[Model(2, 3), SimpleRNN(3, LeakyReLU), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNLeakyReLU;
[Model(2, 3), LSTM(3, LeakyReLU), Dense(3), Loss(MeanSquaredError)] partial class LSTMLeakyReLU;
[Model(2, 3), GRU(3, LeakyReLU), Dense(3), Loss(MeanSquaredError)] partial class GRULeakyReLU;
[Model(3, 3), SimpleRNN(3, Linear, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNLinear;
[Model(3, 3), LSTM(3, Linear, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class LSTMLinear;
[Model(3, 3), GRU(3, Linear, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class GRULinear;
[Model(5, 3), SimpleRNN(3, Sigmoid), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNSigmoid;
[Model(5, 3), LSTM(3, Sigmoid), Dense(3), Loss(MeanSquaredError)] partial class LSTMSigmoid;
[Model(5, 3), GRU(3, Sigmoid), Dense(3), Loss(MeanSquaredError)] partial class GRUSigmoid;
[Model(3, 3), SimpleRNN(3, Softplus, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNSoftplus;
[Model(3, 3), LSTM(3, Softplus, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class LSTMSoftplus;
[Model(3, 3), GRU(3, Softplus, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class GRUSoftplus;
[Model(3, 3), SimpleRNN(3, ELU), Dense(3), Loss(MeanSquaredError)] partial class SimpleRNNELU;
[Model(3, 3), LSTM(3, ELU), Dense(3), Loss(MeanSquaredError)] partial class LSTMELU;
[Model(3, 3), GRU(3, ELU), Dense(3), Loss(MeanSquaredError)] partial class GRUELU;
[Model(5, 3), LSTM(3, recurrentActivation: Tanh), Dense(3), Loss(MeanSquaredError)] partial class LSTMGatesTanh;
[Model(3, 3), LSTM(3, Sigmoid, recurrentActivation: Linear), Dense(3), Loss(MeanSquaredError)] partial class LSTMGatesLinear;
[Model(5, 3), GRU(3, recurrentActivation: Tanh), Dense(3), Loss(MeanSquaredError)] partial class GRUGatesTanh;
[Model(3, 3), GRU(3, Sigmoid, recurrentActivation: Linear), Dense(3), Loss(MeanSquaredError)] partial class GRUGatesLinear;

// The reset gate before the product.
[Model(5, 3), GRU(3, ResetAfter = false), Dense(3), Loss(MeanSquaredError)] partial class GRUResetBefore;
[Model(5, 3), GRU(1, ResetAfter = false), Dense(3), Loss(MeanSquaredError)] partial class GRUResetBeforeOneUnit;
[Model(3, 2), GRU(17, ResetAfter = false, ReturnSequences = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GRUResetBefore17;
[Model(5, 3), GRU(3, ResetAfter = false, ReturnSequences = true, UseBias = false), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GRUResetBeforeNoBias;
[Model(5, 3), GRU(3, ReLU, ResetAfter = false, GoBackwards = true), Dense(3), Loss(MeanSquaredError)] partial class GRUResetBeforeBackwards;
[Model(5, 3), GRU(4, ResetAfter = false, ReturnSequences = true), GRU(3, ResetAfter = false), Dense(3), Loss(MeanSquaredError)]
partial class GRUResetBeforeStacked;
