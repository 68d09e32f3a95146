using static StaticNet.Activation;
using static StaticNet.Loss;
using static StaticNet.Padding;

namespace StaticNet.Tests.Vectors.Cases;

// Pooling: the largest.
[Model(6, 3), MaxPooling1D, Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPool1DFirst;
[Model(7, 17), MaxPooling1D, Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPool1DOddFirst;
[Model(7, 2), Conv1D(3, 1), MaxPooling1D, Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPool1D;
[Model(7, 2), Conv1D(3, 1), MaxPooling1D(Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPool1DSame;
[Model(7, 2), MaxPooling1D(3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPool1DSameFirst;
[Model(6, 2), Conv1D(3, 1), MaxPooling1D(Strides = 1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPool1DStride1;
[Model(5, 2), Conv1D(3, 1), MaxPooling1D(Strides = 1, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class MaxPool1DStride1Same;
[Model(9, 2), Conv1D(3, 1), MaxPooling1D(Strides = 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPool1DStride3;
[Model(8, 2), Conv1D(3, 1), MaxPooling1D(3, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class MaxPool1D3Stride2SameEven;
[Model(7, 2), Conv1D(3, 1), MaxPooling1D(3, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class MaxPool1D3Stride2SameOdd;
[Model(2, 2), Conv1D(3, 1), MaxPooling1D(5, Strides = 1, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class MaxPool1DBeyond;
[Model(5, 2), Conv1D(17, 1), MaxPooling1D(5), Flatten, Dense(3), Loss(MeanSquaredError)] partial class MaxPool1DWhole;

// Pooling: the mean.
[Model(6, 3), AveragePooling1D, Flatten, Dense(3), Loss(MeanSquaredError)] partial class AveragePool1DFirst;
[Model(7, 17), AveragePooling1D, Flatten, Dense(3), Loss(MeanSquaredError)] partial class AveragePool1DOddFirst;
[Model(7, 2), Conv1D(3, 1, Tanh), AveragePooling1D, Flatten, Dense(3), Loss(MeanSquaredError)] partial class AveragePool1D;
[Model(7, 2), Conv1D(3, 1), AveragePooling1D(Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AveragePool1DSame;
[Model(5, 2), Conv1D(3, 1), AveragePooling1D(3, Strides = 1, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AveragePool1DStride1Same;
[Model(9, 2), Conv1D(3, 1), AveragePooling1D(Strides = 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AveragePool1DStride3;
[Model(8, 2), Conv1D(3, 1), AveragePooling1D(3, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AveragePool1D3Stride2SameEven;

// Pooling of all steps.
[Model(5, 3), GlobalMaxPooling1D, Dense(3), Loss(MeanSquaredError)] partial class GlobalMax1DFirst;
[Model(1, 3), Conv1D(17, 1), GlobalMaxPooling1D, Dense(3), Loss(MeanSquaredError)] partial class GlobalMax1DOneStep;
[Model(5, 2), Conv1D(3, 1), GlobalMaxPooling1D(KeepDims = true), Conv1D(2, 1), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GlobalMax1DKeepDims;
[Model(5, 3), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)] partial class GlobalAverage1DFirst;
[Model(1, 3), Conv1D(17, 1), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)] partial class GlobalAverage1DOneStep;
[Model(5, 2), Conv1D(3, 1), GlobalAveragePooling1D(KeepDims = true), Conv1D(2, 1), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class GlobalAverage1DKeepDims;
