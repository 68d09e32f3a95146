using static StaticNet.Activation;
using static StaticNet.Loss;
using static StaticNet.Padding;

namespace StaticNet.Tests.Vectors.Cases;

// The largest of a window.
[Model(4, 6, 3), MaxPooling2D, Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPoolFirst;
[Model(5, 7, 2), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPoolOddFirst;
[Model(6, 7, 2), MaxPooling2D(2), Conv2D(4, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPoolThenConv;
[Model(4, 6, 2), Dense(5, Tanh), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPoolAfterDense;
[Model(5, 5, 2), Dense(17), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPoolOddAfterDense;
[Model(8, 8, 2), Dense(3), MaxPooling2D(2), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPoolTwice;
[Model(5, 7, 2), Dense(3), MaxPooling2D(2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPoolSame;
[Model(4, 4, 2), Dense(3), MaxPooling2D(2, Strides = 1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPoolStride1;
[Model(4, 3, 2), Dense(3), MaxPooling2D(2, Strides = 1, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class MaxPoolStride1Same;
[Model(5, 8, 2), Dense(3), MaxPooling2D(2, Strides = 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPoolStride3;
[Model(7, 6, 2), Dense(3), MaxPooling2D(3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPool3;
[Model(5, 4, 2), Dense(3), MaxPooling2D(3, Strides = 1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPool3Stride1;
[Model(3, 4, 2), Dense(3), MaxPooling2D(3, Strides = 1, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class MaxPool3Stride1Same;
[Model(7, 6, 2), Dense(3), MaxPooling2D(3, Strides = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPool3Stride2;
[Model(6, 4, 2), Dense(3), MaxPooling2D(3, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class MaxPool3Stride2SameEven;
[Model(7, 5, 2), Dense(3), MaxPooling2D(3, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class MaxPool3Stride2SameOdd;
[Model(3, 5, 2), Dense(3), MaxPooling2D(1, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPool1x2;
[Model(4, 5, 2), Dense(3), MaxPooling2D(2, 1, StrideHeight = 1, StrideWidth = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class MaxPool2x1Strides1x2;

// The mean of a window.
[Model(4, 6, 3), AveragePooling2D, Flatten, Dense(3), Loss(MeanSquaredError)] partial class AveragePoolFirst;
[Model(5, 7, 2), AveragePooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AveragePoolOddFirst;
[Model(5, 5, 2), Conv2D(3, 2, ReLU), AveragePooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AveragePoolAfterConv;
[Model(5, 4, 2), Conv2D(17, 1), AveragePooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AveragePool17Channels;
[Model(5, 7, 2), Conv2D(3, 1), AveragePooling2D(2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AveragePoolSame;
[Model(4, 3, 2), Conv2D(3, 1), AveragePooling2D(2, Strides = 1, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AveragePoolStride1Same;
[Model(5, 8, 2), Conv2D(3, 1), AveragePooling2D(2, Strides = 3), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AveragePoolStride3;
[Model(7, 6, 2), Conv2D(3, 1), AveragePooling2D(3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AveragePool3;
[Model(5, 4, 2), Conv2D(3, 1), AveragePooling2D(3, Strides = 1), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AveragePool3Stride1;
[Model(3, 4, 2), Conv2D(3, 1), AveragePooling2D(3, Strides = 1, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AveragePool3Stride1Same;
[Model(7, 6, 2), Conv2D(3, 1), AveragePooling2D(3, Strides = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AveragePool3Stride2;
[Model(6, 4, 2), Conv2D(3, 1), AveragePooling2D(3, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AveragePool3Stride2SameEven;
[Model(7, 5, 2), Conv2D(3, 1), AveragePooling2D(3, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AveragePool3Stride2SameOdd;
[Model(3, 5, 2), Conv2D(3, 1), AveragePooling2D(1, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AveragePool1x2;
[Model(4, 5, 2), Conv2D(3, 1), AveragePooling2D(2, 1, StrideHeight = 1, StrideWidth = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AveragePool2x1Strides1x2;

// Of a whole image.
[Model(4, 3, 5), GlobalMaxPooling2D, Dense(3), Loss(MeanSquaredError)] partial class GlobalMaxFirst;
[Model(5, 4, 2), Conv2D(7, 2, ReLU), GlobalMaxPooling2D, Dense(3), Loss(MeanSquaredError)] partial class GlobalMaxAfterConv;
[Model(4, 4, 2), Conv2D(5, 2), GlobalMaxPooling2D(KeepDims = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GlobalMaxKeepDims;
[Model(4, 3, 5), GlobalAveragePooling2D, Dense(3), Loss(MeanSquaredError)] partial class GlobalAverageFirst;
[Model(5, 4, 2), Conv2D(17, 2, ReLU), GlobalAveragePooling2D, Dense(3), Loss(MeanSquaredError)] partial class GlobalAverageAfterConv;
[Model(4, 4, 2), Conv2D(5, 2), GlobalAveragePooling2D(KeepDims = true), Conv2D(4, 1, Tanh), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GlobalAverageKeepDims;
[Model(5, 5, 1), Conv2D(6, 3, ReLU), GlobalAveragePooling2D, Dense(4, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class GlobalAverageScce;
