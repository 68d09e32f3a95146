using static StaticNet.Activation;
using static StaticNet.Loss;
using static StaticNet.Padding;

namespace StaticNet.Tests.Vectors.Cases;

// Convolutions of each channel.
[Model(6, 3), DepthwiseConv1D(3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Depthwise1DFirst;
[Model(7, 2), Conv1D(3, 1), DepthwiseConv1D(3, ReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Depthwise1D;
[Model(5, 2), Conv1D(17, 1), DepthwiseConv1D(2, Padding = Same, UseBias = false), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class Depthwise1D17Channels;
[Model(6, 2), Conv1D(3, 1), DepthwiseConv1D(3, Strides = 2, DepthMultiplier = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class Depthwise1DMultiplier2;
[Model(8, 2), Conv1D(3, 1), DepthwiseConv1D(3, DilationRate = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class Depthwise1DDilation2;

// Convolutions in two steps.
[Model(6, 3), SeparableConv1D(4, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Separable1DFirst;
[Model(6, 1), SeparableConv1D(3, 3, ReLU, DepthMultiplier = 3), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class Separable1DOneChannel;
[Model(5, 2), Conv1D(17, 1), SeparableConv1D(5, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Separable1D17Channels;
[Model(6, 2), Conv1D(3, 1), SeparableConv1D(4, 3, ReLU, DepthMultiplier = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class Separable1DMultiplier2;
[Model(6, 2), Conv1D(3, 1), SeparableConv1D(4, 3, GELU, UseBias = false), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class Separable1DNoBias;
[Model(5, 2), Conv1D(3, 1), SeparableConv1D(2, 4, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Separable1DSame;
[Model(8, 2), Conv1D(3, 1), SeparableConv1D(4, 3, Strides = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Separable1DStride2;
[Model(7, 2), Conv1D(3, 1), SeparableConv1D(4, 3, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class Separable1DStride2Same;
[Model(8, 2), Conv1D(3, 1), SeparableConv1D(4, 3, DilationRate = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class Separable1DDilation2;
[Model(6, 2), Conv1D(3, 1)]
[SeparableConv1D(2, 3, Padding = Same, DilationRate = 2, DepthMultiplier = 2), Flatten, Dense(3)]
[Loss(MeanSquaredError)] partial class Separable1DDilation2Same;
[Model(8, 2), Conv1D(3, 1), SeparableConv1D(4, 3, ReLU), MaxPooling1D, Flatten, Dense(3), Loss(MeanSquaredError)]
partial class Separable1DPool;
