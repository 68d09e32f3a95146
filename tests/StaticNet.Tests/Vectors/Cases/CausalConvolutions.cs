using static StaticNet.Activation;
using static StaticNet.Loss;
using static StaticNet.Padding;

namespace StaticNet.Tests.Vectors.Cases;

// Convolutions that see no later step.
[Model(7, 3), Conv1D(4, 3, Padding = Causal), Flatten, Dense(3), Loss(MeanSquaredError)] partial class CausalFirst;
[Model(6, 2), Conv1D(3, 1), Conv1D(4, 3, Padding = Causal), Flatten, Dense(3), Loss(MeanSquaredError)] partial class CausalSecond;
[Model(5, 2), Conv1D(3, 1), Conv1D(4, 2, ReLU, Padding = Causal), Flatten, Dense(3), Loss(MeanSquaredError)] partial class CausalKernel2;
[Model(5, 2), Conv1D(3, 1), Conv1D(4, 1, Padding = Causal), Flatten, Dense(3), Loss(MeanSquaredError)] partial class CausalPointwise;
[Model(1, 3), Conv1D(2, 1), Conv1D(4, 3, Padding = Causal), Flatten, Dense(3), Loss(MeanSquaredError)] partial class CausalOneStep;
[Model(3, 2), Conv1D(3, 1), Conv1D(4, 5, Padding = Causal), Flatten, Dense(3), Loss(MeanSquaredError)] partial class CausalBeyond;
[Model(7, 1), Conv1D(4, 3, Padding = Causal, DilationRate = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class CausalDilation2First;
[Model(7, 2), Conv1D(3, 1), Conv1D(4, 3, Padding = Causal, DilationRate = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class CausalDilation2;
[Model(6, 2), Conv1D(3, 1), Conv1D(4, 3, Padding = Causal, DilationRate = 4), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class CausalDilation4;

// Of so many steps the padded sequence is as long as the sequence itself.
[Model(4, 2), Conv1D(3, 1), Conv1D(4, 2, Strides = 2, Padding = Causal), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class CausalStride2Even;
[Model(4, 2), Conv1D(4, 2, Strides = 2, Padding = Causal), Flatten, Dense(3), Loss(MeanSquaredError)] partial class CausalStride2EvenFirst;
[Model(7, 2), Conv1D(3, 1), Conv1D(4, 3, Strides = 2, Padding = Causal), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class CausalStride2Odd;
[Model(8, 2), Conv1D(3, 1), Conv1D(4, 2, Strides = 3, Padding = Causal), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class CausalStride3;
[Model(8, 2), Conv1D(3, 1), Conv1D(4, 3, Strides = 5, Padding = Causal), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class CausalStride5;
[Model(6, 2), Conv1D(4, 1), Conv1D(6, 3, Padding = Causal, Groups = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class CausalGroups2;
[Model(9, 1), Conv1D(3, 2, Tanh, Padding = Causal), Conv1D(3, 2, Tanh, Padding = Causal, DilationRate = 2)]
[Conv1D(2, 2, Padding = Causal, DilationRate = 4), Flatten, Dense(3), Loss(MeanSquaredError)] partial class CausalStack;
[Model(33, 2), Conv1D(17, 3, Tanh, Padding = Causal, UseBias = false)]
[Conv1D(17, 2, Padding = Causal), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Causal17Wide;
