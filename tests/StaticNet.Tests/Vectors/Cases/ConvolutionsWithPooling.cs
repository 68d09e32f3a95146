using static StaticNet.Activation;
using static StaticNet.Loss;
using static StaticNet.Padding;

namespace StaticNet.Tests.Vectors.Cases;

// Convolution and pooling, which are one step where that pays.
[Model(6, 6, 1), Conv2D(4, 3, ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolEven1;
[Model(7, 6, 1), Conv2D(5, 3, ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolOdd1;
[Model(6, 7, 1), Conv2D(3, 2, LeakyReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolOdd1LeakyReLU;
[Model(6, 6, 3), Conv2D(4, 3, LeakyReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolEven3;
[Model(7, 7, 3), Conv2D(3, 3), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolOdd3;
[Model(5, 7, 3), Conv2D(4, 3, ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolOdd3ReLU;
[Model(6, 6, 20), Conv2D(3, 3, ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolEven20;
[Model(5, 6, 20), Conv2D(2, 2, LeakyReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolOdd20LeakyReLU;
[Model(4, 4, 20), Conv2D(5, 1), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolEven20Linear;
[Model(6, 6, 1), Conv2D(17, 3, ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPool17Filters;
[Model(4, 6, 3), Conv2D(33, 3, ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPool33Filters;
[Model(6, 6, 2), Conv2D(3, 3, ReLU, UseBias = false), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvPoolNoBias;
[Model(6, 5, 2), Conv2D(3, 2, GELU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolGELU;
[Model(5, 5, 2), Conv2D(3, 2, Sigmoid), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolSigmoid;
[Model(3, 3, 2), Conv2D(5, 2, ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolToOnePixel;
[Model(6, 6, 3), Conv2D(3, 3, ReLU, Padding = Same), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolSame;
[Model(5, 5, 3), Conv2D(3, 3, LeakyReLU, Padding = Same), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvPoolSameOdd;
[Model(5, 6, 2), Conv2D(3, 2, ReLU, Padding = Same), MaxPooling2D(2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvPoolSamePool;
[Model(9, 9, 2), Conv2D(3, 3, ReLU, Strides = 2), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolStride2;
[Model(7, 7, 3), Conv2D(3, 3, ReLU, Strides = 2, Padding = Same), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvPoolStride2Same;
[Model(7, 7, 2), Conv2D(3, 3, ReLU, DilationRate = 2), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvPoolDilation2;
[Model(4, 5, 4), Conv2D(4, 2, ReLU, Groups = 2), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolGroups2;
[Model(8, 8, 1), Conv2D(3, 3, ReLU), MaxPooling2D(3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPool3;
[Model(6, 6, 1), Conv2D(3, 3, ReLU), MaxPooling2D(3, Strides = 1), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvPool3Stride1;
[Model(4, 7, 2), Conv2D(3, 2, ReLU), MaxPooling2D(1, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPool1x2;
[Model(6, 6, 1), Conv2D(3, 3, ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolDead;
[Model(6, 6, 3), Conv2D(4, 3, ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolHalfDead;
[Model(6, 6, 2), Conv2D(4, 3), Activation(ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvPoolActivation;
[Model(6, 6, 2), Conv2D(4, 3), MaxPooling2D(2), Activation(ReLU), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvPoolThenActivation;
[Model(8, 6, 3), Conv2D(4, 3, ReLU), MaxPooling2D(2), Conv2D(3, 2, ReLU), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvPoolThenConv;
[Model(7, 7, 2), Conv2D(3, 2, ReLU), Conv2D(4, 3, ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvThenConvPool;
[Model(9, 9, 1), Conv2D(4, 3, ReLU), MaxPooling2D, Conv2D(5, 2, ReLU), MaxPooling2D, Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvPoolTwice;
[Model(8, 8, 2), Conv2D(3, 3, ReLU, Padding = Same), MaxPooling2D(2), Conv2D(4, 3, ReLU, Padding = Same)]
[MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ConvPoolTwiceSame;
[Model(8, 8, 1), Conv2D(17, 3, ReLU), MaxPooling2D(2), Conv2D(3, 2, LeakyReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class ConvPoolTwiceWide;
[Model(6, 6, 1), Conv2D(4, 3, ReLU), MaxPooling2D(2), Flatten, Dense(5, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class ConvPoolScce;
