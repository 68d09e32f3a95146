using static StaticNet.Activation;
using static StaticNet.Loss;

namespace StaticNet.Tests.Vectors.Cases;

// Each activation inside a Dense, then far from zero, then as a layer of its own.
[Model(7), Dense(17), Dense(3), Loss(MeanSquaredError)] partial class LinearHidden;
[Model(7), Dense(17, ReLU), Dense(3), Loss(MeanSquaredError)] partial class ReLUHidden;
[Model(7), Dense(17, LeakyReLU), Dense(3), Loss(MeanSquaredError)] partial class LeakyReLUHidden;
[Model(7), Dense(17, ELU), Dense(3), Loss(MeanSquaredError)] partial class ELUHidden;
[Model(7), Dense(17, SELU), Dense(3), Loss(MeanSquaredError)] partial class SELUHidden;
[Model(7), Dense(17, GELU), Dense(3), Loss(MeanSquaredError)] partial class GELUHidden;
[Model(7), Dense(17, SiLU), Dense(3), Loss(MeanSquaredError)] partial class SiLUHidden;
[Model(7), Dense(17, Softplus), Dense(3), Loss(MeanSquaredError)] partial class SoftplusHidden;
[Model(7), Dense(17, Sigmoid), Dense(3), Loss(MeanSquaredError)] partial class SigmoidHidden;
[Model(7), Dense(17, Tanh), Dense(3), Loss(MeanSquaredError)] partial class TanhHidden;
[Model(7), Dense(17, Softmax), Dense(3), Loss(MeanSquaredError)] partial class SoftmaxHidden;
[Model(7), Dense(17, ReLU6), Dense(3), Loss(MeanSquaredError)] partial class ReLU6Hidden;
[Model(7), Dense(17, HardSigmoid), Dense(3), Loss(MeanSquaredError)] partial class HardSigmoidHidden;
[Model(7), Dense(17, HardSiLU), Dense(3), Loss(MeanSquaredError)] partial class HardSiLUHidden;
[Model(7), Dense(17, Mish), Dense(3), Loss(MeanSquaredError)] partial class MishHidden;
[Model(7), Dense(17, Softsign), Dense(3), Loss(MeanSquaredError)] partial class SoftsignHidden;
[Model(7), Dense(17, Exponential), Dense(3), Loss(MeanSquaredError)] partial class ExponentialHidden;
[Model(7), Dense(17, LogSoftmax), Dense(3), Loss(MeanSquaredError)] partial class LogSoftmaxHidden;
[Model(1), Dense(33, ReLU), Dense(3), Loss(MeanSquaredError)] partial class ReLUWide;
[Model(1), Dense(33, LeakyReLU), Dense(3), Loss(MeanSquaredError)] partial class LeakyReLUWide;
[Model(1), Dense(33, ELU), Dense(3), Loss(MeanSquaredError)] partial class ELUWide;
[Model(1), Dense(33, SELU), Dense(3), Loss(MeanSquaredError)] partial class SELUWide;
[Model(1), Dense(33, GELU), Dense(3), Loss(MeanSquaredError)] partial class GELUWide;
[Model(1), Dense(33, SiLU), Dense(3), Loss(MeanSquaredError)] partial class SiLUWide;
[Model(1), Dense(33, Softplus), Dense(3), Loss(MeanSquaredError)] partial class SoftplusWide;
[Model(1), Dense(33, Sigmoid), Dense(3), Loss(MeanSquaredError)] partial class SigmoidWide;
[Model(1), Dense(33, Tanh), Dense(3), Loss(MeanSquaredError)] partial class TanhWide;
[Model(1), Dense(33, Softmax), Dense(3), Loss(MeanSquaredError)] partial class SoftmaxWide;
[Model(1), Dense(33, ReLU6), Dense(3), Loss(MeanSquaredError)] partial class ReLU6Wide;
[Model(1), Dense(33, HardSigmoid), Dense(3), Loss(MeanSquaredError)] partial class HardSigmoidWide;
[Model(1), Dense(33, HardSiLU), Dense(3), Loss(MeanSquaredError)] partial class HardSiLUWide;
[Model(1), Dense(33, Mish), Dense(3), Loss(MeanSquaredError)] partial class MishWide;
[Model(1), Dense(33, Softsign), Dense(3), Loss(MeanSquaredError)] partial class SoftsignWide;
[Model(1), Dense(33, LogSoftmax), Dense(3), Loss(MeanSquaredError)] partial class LogSoftmaxWide;
[Model(7), Dense(17), Activation(ReLU), Dense(3), Loss(MeanSquaredError)] partial class ReLULayer;
[Model(7), Dense(17), Activation(GELU), Dense(3), Loss(MeanSquaredError)] partial class GELULayer;
[Model(7), Dense(17), Activation(Softmax), Dense(3), Loss(MeanSquaredError)] partial class SoftmaxLayer;
[Model(7), Dense(17), Activation(ReLU6), Dense(3), Loss(MeanSquaredError)] partial class ReLU6Layer;
[Model(7), Dense(17), Activation(Mish), Dense(3), Loss(MeanSquaredError)] partial class MishLayer;
[Model(7), Activation(Tanh), Dense(5), Loss(MeanSquaredError)] partial class ActivationFirst;
[Model(5), Dense(15, ReLU), Activation(Tanh), Dense(3), Loss(MeanSquaredError)] partial class ActivationTwice;
[Model(5), Dense(10, Tanh), Dense(3), Activation(Softmax), Loss(SparseCategoricalCrossentropy)] partial class ActivationLast;
[Model(5), Dense(10, Tanh), Dense(1), Activation(Sigmoid), Loss(BinaryCrossentropy)] partial class ActivationLastSigmoid;
[Model(3, 5), Activation(Softmax), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SoftmaxOverLastAxis;

// Layers for an activation alone, with options of their own.
[Model(5), Dense(17), LeakyReLU, Dense(3), Loss(MeanSquaredError)] partial class LeakyReLULayer;
[Model(5), LeakyReLU(0.5), Dense(3), Loss(MeanSquaredError)] partial class LeakyReLUFirst;
[Model(5), Dense(17), ReLU(NegativeSlope = 0.1, MaxValue = 1, Threshold = 0.25), Dense(3), Loss(MeanSquaredError)]
partial class ReLUOptions;
[Model(5), Dense(17), ReLU(MaxValue = 1), Dense(3), Loss(MeanSquaredError)] partial class ReLUAtMostOne;
[Model(5), Dense(17), ELU(0.5), Dense(3), Loss(MeanSquaredError)] partial class ELUOption;
[Model(5), Dense(17, Tanh), PReLU, Dense(3), Loss(MeanSquaredError)] partial class PReLUHidden;
[Model(3, 5), PReLU, Flatten, Dense(3), Loss(MeanSquaredError)] partial class PReLUFirst;
[Model(4, 3, 5), PReLU(1, 2), PReLU(2), PReLU(3), PReLU(1, 2, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class PReLUShared;
[Model(5), Dense(17), RMSNormalization, Dense(3), Loss(MeanSquaredError)] partial class RMSNormHidden;
[Model(3, 5), RMSNormalization(Epsilon = 0.1), Activation(ReLU), RMSNormalization, Flatten, Dense(3), Loss(MeanSquaredError)]
partial class RMSNormReLU;
[Model(5), Dense(18, Tanh), GroupNormalization(Groups = 3), Dense(3), Loss(MeanSquaredError)] partial class GroupNormHidden;
[Model(3, 6), GroupNormalization(Groups = 2, Epsilon = 0.1), Activation(ReLU)]
[GroupNormalization(Groups = -1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class GroupNormReLU;
[Model(5), Dense(9, Tanh), Dense(3, LogSoftmax), Loss(MeanSquaredError)] partial class LogSoftmaxLast;
[Model(3, 5), Dense(7, SELU), Activation(LogSoftmax), Flatten, Dense(3), Loss(MeanSquaredError)] partial class LogSoftmaxLayer;
