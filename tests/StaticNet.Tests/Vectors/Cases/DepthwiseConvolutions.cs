using static StaticNet.Activation;
using static StaticNet.Loss;
using static StaticNet.Padding;

namespace StaticNet.Tests.Vectors.Cases;

// Convolutions of each channel.
[Model(5, 5, 3), DepthwiseConv2D(3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class DepthwiseFirst;
[Model(4, 5, 1), DepthwiseConv2D(2, 3, DepthMultiplier = 4), Flatten, Dense(3), Loss(MeanSquaredError)] partial class DepthwiseOneChannel;
[Model(4, 4, 2), Conv2D(17, 1), DepthwiseConv2D(3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Depthwise17Channels;
[Model(4, 5, 2), Conv2D(3, 1), DepthwiseConv2D(2, 3, ReLU, DepthMultiplier = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class DepthwiseMultiplier2;
[Model(3, 3, 2), Conv2D(11, 1), DepthwiseConv2D(2, DepthMultiplier = 3), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class DepthwiseMultiplier3Wide;
[Model(2, 3, 2), Conv2D(3, 1), DepthwiseConv2D(1, DepthMultiplier = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class DepthwisePointwise;
[Model(4, 4, 2), Conv2D(3, 1), DepthwiseConv2D(3, LeakyReLU, UseBias = false), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class DepthwiseNoBias;
[Model(5, 4, 2), Conv2D(3, 1), DepthwiseConv2D(3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class DepthwiseSame;
[Model(3, 4, 2), Conv2D(3, 1), DepthwiseConv2D(5, GELU, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class DepthwiseSame5;
[Model(6, 7, 2), Conv2D(3, 1), DepthwiseConv2D(3, Strides = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class DepthwiseStride2;
[Model(6, 4, 2), Conv2D(3, 1), DepthwiseConv2D(3, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class DepthwiseStride2SameEven;
[Model(7, 5, 2), Conv2D(3, 1)]
[DepthwiseConv2D(3, Strides = 2, Padding = Same, DepthMultiplier = 2), Flatten, Dense(3)]
[Loss(MeanSquaredError)] partial class DepthwiseStride2SameOdd;
[Model(7, 4, 2), Conv2D(3, 1), DepthwiseConv2D(2, 3, StrideHeight = 2, StrideWidth = 1), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class DepthwiseStride2x1;
[Model(6, 7, 2), Conv2D(3, 1), DepthwiseConv2D(3, DilationRate = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class DepthwiseDilation2;
[Model(5, 4, 2), Conv2D(3, 1), DepthwiseConv2D(3, Padding = Same, DilationRate = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class DepthwiseDilation2Same;
[Model(4, 6, 2), Conv2D(3, 1), DepthwiseConv2D(3, DilationHeight = 1, DilationWidth = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class DepthwiseDilation1x2;
[Model(6, 6, 2), Conv2D(3, 1), DepthwiseConv2D(3, ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class DepthwisePool;
[Model(5, 5, 2), Conv2D(3, 1), DepthwiseConv2D(3, Padding = Same, UseBias = false), BatchNormalization, Activation(ReLU)]
[Conv2D(4, 1, UseBias = false), BatchNormalization, Activation(ReLU), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class DepthwiseNorm;

// Convolutions in two steps.
[Model(5, 5, 3), SeparableConv2D(4, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SeparableFirst;
[Model(4, 5, 1), SeparableConv2D(3, 2, 3, ReLU, DepthMultiplier = 3), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SeparableOneChannel;
[Model(3, 4, 2), Conv2D(17, 1), SeparableConv2D(5, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Separable17Channels;
[Model(4, 5, 2), Conv2D(3, 1), SeparableConv2D(4, 2, 3, ReLU, DepthMultiplier = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SeparableMultiplier2;
[Model(4, 4, 2), Conv2D(3, 1), SeparableConv2D(4, 3, GELU, UseBias = false), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SeparableNoBias;
[Model(5, 4, 2), Conv2D(3, 1), SeparableConv2D(2, 3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SeparableSame;
[Model(6, 7, 2), Conv2D(3, 1), SeparableConv2D(4, 3, Strides = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SeparableStride2;
[Model(6, 5, 2), Conv2D(3, 1), SeparableConv2D(4, 3, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SeparableStride2Same;
[Model(7, 4, 2), Conv2D(3, 1), SeparableConv2D(4, 2, 3, StrideHeight = 2, StrideWidth = 1), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SeparableStride2x1;
[Model(6, 7, 2), Conv2D(3, 1), SeparableConv2D(4, 3, DilationRate = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SeparableDilation2;
[Model(5, 4, 2), Conv2D(3, 1)]
[SeparableConv2D(2, 3, Padding = Same, DepthMultiplier = 2, DilationRate = 2), Flatten, Dense(3)]
[Loss(MeanSquaredError)] partial class SeparableDilation2Same;
[Model(6, 6, 2), Conv2D(3, 1), SeparableConv2D(4, 3, ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SeparablePool;
