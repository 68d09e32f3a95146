using static StaticNet.Activation;
using static StaticNet.Loss;
using static StaticNet.Padding;

namespace StaticNet.Tests.Vectors.Cases;

// Sizes of sequences.
[Model(3), RepeatVector(4), Flatten, Dense(3), Loss(MeanSquaredError)] partial class RepeatFirst;
[Model(3), Dense(5, Tanh), RepeatVector(1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class RepeatOnce;
[Model(3), Dense(17, Tanh), RepeatVector(3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class RepeatAfterDense;
[Model(3), Dense(4, ReLU), RepeatVector(5), Conv1D(3, 3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class RepeatThenSequence;
[Model(3), Dense(2, Sigmoid), RepeatVector(2), Flatten, Loss(BinaryCrossentropy)] partial class RepeatSigmoid;
[Model(3, 3), UpSampling1D, Flatten, Dense(3), Loss(MeanSquaredError)] partial class UpSampling1DFirst;
[Model(3, 2), Conv1D(17, 1, Tanh), UpSampling1D(3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class UpSampling1DThrice;
[Model(3, 2), Conv1D(2, 1, Sigmoid), UpSampling1D, Flatten, Loss(BinaryCrossentropy)] partial class UpSampling1DSigmoid;
[Model(4, 3), ZeroPadding1D(2, 1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ZeroPadding1DFirst;
[Model(4, 2), Conv1D(3, 1, Sigmoid), ZeroPadding1D, Conv1D(2, 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ZeroPadding1DBothEnds;
[Model(5, 3), Cropping1D(1, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Cropping1DFirst;
[Model(5, 2), Conv1D(17, 1, Tanh), Cropping1D, Flatten, Dense(3), Loss(MeanSquaredError)] partial class Cropping1DBothEnds;
[Model(4, 2), Conv1D(3, 2, Softmax), Cropping1D(0, 2), Flatten, Loss(SparseCategoricalCrossentropy)] partial class Cropping1DSoftmax;
[Model(3, 3, 2), Conv2D(2, 2, Sigmoid), Cropping2D(1, 0, 0, 1), Flatten, Loss(BinaryCrossentropy)] partial class CroppingSigmoid;
[Model(5, 2), Conv1D(3, 1, Tanh), SpatialDropout1D(0), Dropout(0), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SequenceNoChance;

// Ten steps of each optimizer.
[Model(10, 2), Conv1D(4, 3, ReLU, Padding = Causal), MaxPooling1D, Conv1D(5, 2, Tanh, DilationRate = 2)]
[GlobalAveragePooling1D, Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class OptimizerSequence;
[Model(6, 2), SeparableConv1D(5, 3, Tanh), DepthwiseConv1D(2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class OptimizerSeparable1D;
