using static StaticNet.Activation;
using static StaticNet.Loss;
using static StaticNet.Padding;

namespace StaticNet.Tests.Vectors.Cases;

// Convolutions: sizes of kernels, channels and images.
[Model(3, 4, 3), Conv2D(5, 1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPointwise;
[Model(5, 6, 2), Conv2D(4, 2, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvKernel2x3;
[Model(7, 6, 3), Conv2D(2, 5), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvKernel5;
[Model(6, 6, 1), Conv2D(4, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvOneChannel;
[Model(5, 4, 3), Conv2D(1, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvOneFilter;
[Model(4, 4, 17), Conv2D(5, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Conv17Channels;
[Model(4, 5, 3), Conv2D(17, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Conv17Filters;
[Model(4, 4, 2), Conv2D(33, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Conv33Filters;
[Model(1, 1, 5), Conv2D(4, 1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvOnOnePixel;
[Model(3, 3, 3), Conv2D(7, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvToOnePixel;
[Model(1, 9, 2), Conv2D(3, 1, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvOnRow;
[Model(5, 5, 2), Conv2D(3, 3, UseBias = false), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvNoBias;
[Model(4, 4, 2), Conv2D(3, 2), Flatten, Loss(MeanSquaredError)] partial class ConvLast;
[Model(5, 5, 3), Conv2D(4, 3, ReLU), Flatten, Dense(4, Softmax), Loss(SparseCategoricalCrossentropy)] partial class ConvScce;

// Convolutions: activations.
[Model(5, 5, 2), Conv2D(4, 3, ReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvReLU;
[Model(5, 5, 2), Conv2D(4, 3, LeakyReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvLeakyReLU;
[Model(5, 5, 2), Conv2D(4, 3, GELU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvGELU;
[Model(5, 5, 2), Conv2D(4, 3, Sigmoid), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvSigmoid;
[Model(5, 5, 2), Conv2D(4, 3, Softmax), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvSoftmax;
[Model(4, 5, 2), Conv2D(5, 2), Activation(GELU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvGELULayer;
[Model(4, 4, 3), Conv2D(5, 2), Activation(Softmax), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvSoftmaxLayer;
[Model(3, 3, 5), Activation(Sigmoid), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ActivationOnImage;
[Model(3, 3, 5), Activation(Softmax), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SoftmaxOnImage;

// Convolutions: one after the other.
[Model(6, 6, 2), Conv2D(4, 3, ReLU), Conv2D(3, 3, ReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvConv;
[Model(5, 4, 1), Conv2D(3, 2), Conv2D(4, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvConvLinear;
[Model(4, 4, 3), Conv2D(17, 2, ReLU), Conv2D(3, 2, LeakyReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvConvWide;
[Model(7, 7, 1), Conv2D(3, 3, GELU, Padding = Same), Conv2D(4, 3, ReLU, Strides = 2)]
[Conv2D(5, 1, Sigmoid), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvThree;

// Convolutions: padding.
[Model(5, 4, 1), Conv2D(4, 3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvSameFirst;
[Model(6, 4, 2), Conv2D(3, 1), Conv2D(4, 3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvSameEven;
[Model(5, 7, 2), Conv2D(3, 1), Conv2D(2, 3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvSameOdd;
[Model(5, 4, 2), Conv2D(2, 1), Conv2D(3, 2, 4, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvSameEvenKernel;
[Model(3, 2, 2), Conv2D(3, 1), Conv2D(4, 5, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvSameBeyondImage;
[Model(1, 1, 3), Conv2D(2, 1), Conv2D(4, 3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvSameOnOnePixel;
[Model(5, 5, 2), Conv2D(3, 3, ReLU, Padding = Same), Conv2D(3, 3, Tanh, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvSameSame;

// Convolutions: strides.
[Model(7, 6, 1), Conv2D(4, 3, Strides = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvStride2First;
[Model(6, 5, 3), Conv2D(4, 3, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvStride2SameFirst;
[Model(6, 8, 2), Conv2D(3, 1), Conv2D(4, 3, Strides = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvStride2Even;
[Model(7, 5, 2), Conv2D(3, 1), Conv2D(4, 3, Strides = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvStride2Odd;
[Model(6, 4, 2), Conv2D(3, 1), Conv2D(4, 3, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvStride2SameEven;
[Model(7, 5, 2), Conv2D(3, 1), Conv2D(4, 3, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvStride2SameOdd;
[Model(6, 7, 2), Conv2D(2, 1), Conv2D(3, 5, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvStride2Kernel5Same;
[Model(5, 4, 3), Conv2D(3, 1), Conv2D(4, 1, Strides = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvStride2Pointwise;
[Model(8, 7, 2), Conv2D(3, 1), Conv2D(4, 3, Strides = 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvStride3;
[Model(8, 7, 2), Conv2D(3, 1), Conv2D(4, 3, Strides = 3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvStride3Same;
[Model(7, 8, 2), Conv2D(3, 1), Conv2D(4, 2, Strides = 3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvStride3Kernel2Same;
[Model(7, 5, 2), Conv2D(3, 1), Conv2D(4, 3, StrideHeight = 2, StrideWidth = 1), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvStride2x1;
[Model(4, 7, 2), Conv2D(3, 1)]
[Conv2D(4, 2, 3, StrideHeight = 1, StrideWidth = 2, Padding = Same), Flatten, Dense(3)]
[Loss(MeanSquaredError)] partial class ConvStride1x2Same;

// Convolutions: dilation.
[Model(7, 7, 1), Conv2D(4, 3, DilationRate = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvDilation2First;
[Model(7, 6, 2), Conv2D(3, 1), Conv2D(4, 3, DilationRate = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvDilation2;
[Model(5, 6, 2), Conv2D(3, 1), Conv2D(2, 3, Padding = Same, DilationRate = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvDilation2Same;
[Model(6, 5, 2), Conv2D(3, 1), Conv2D(4, 2, 3, DilationHeight = 2, DilationWidth = 1), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvDilation2x1;
[Model(3, 8, 2), Conv2D(3, 1)]
[Conv2D(2, 3, Padding = Same, DilationHeight = 1, DilationWidth = 3), Flatten, Dense(3)]
[Loss(MeanSquaredError)] partial class ConvDilation1x3Same;

// Convolutions: groups.
[Model(4, 4, 4), Conv2D(6, 3, Groups = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvGroups2First;
[Model(4, 4, 2), Conv2D(4, 1), Conv2D(6, 3, ReLU, Groups = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvGroups2;
[Model(5, 4, 2), Conv2D(6, 1), Conv2D(3, 2, 3, Strides = 2, Padding = Same, Groups = 3), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvGroups3Strided;
[Model(4, 5, 2), Conv2D(5, 1), Conv2D(10, 3, Groups = 5), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvGroupsEach;
[Model(3, 3, 2), Conv2D(34, 1), Conv2D(4, 2, Groups = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvGroupsOf17;
