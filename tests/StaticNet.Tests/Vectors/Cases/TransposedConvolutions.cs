using static StaticNet.Activation;
using static StaticNet.Loss;
using static StaticNet.Padding;

namespace StaticNet.Tests.Vectors.Cases;

// Transposed convolutions.
[Model(3, 4, 2), Conv2DTranspose(3, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class TransposeFirst;
[Model(3, 3, 1), Conv2DTranspose(4, 2, 3, ReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class TransposeOneChannel;
[Model(2, 2, 3), Conv2D(17, 1), Conv2DTranspose(5, 2, Strides = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class Transpose17Channels;
[Model(2, 2, 2), Conv2D(3, 1), Conv2DTranspose(17, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Transpose17Filters;
[Model(1, 1, 5), Conv2D(3, 1), Conv2DTranspose(2, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class TransposeOnOnePixel;
[Model(2, 3, 2), Conv2D(3, 1), Conv2DTranspose(4, 1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class TransposePointwise;
[Model(3, 3, 2), Conv2D(3, 1), Conv2DTranspose(2, 2, LeakyReLU, UseBias = false), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TransposeNoBias;
[Model(3, 4, 2), Conv2D(3, 1), Conv2DTranspose(4, 3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TransposeSame;
[Model(4, 3, 2), Conv2D(3, 1), Conv2DTranspose(4, 2, 4, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TransposeSameEvenKernel;
[Model(3, 2, 2), Conv2D(3, 1), Conv2DTranspose(2, 3, Strides = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TransposeStride2;
[Model(3, 2, 2), Conv2D(3, 1), Conv2DTranspose(3, 3, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TransposeStride2Same;
[Model(2, 3, 2), Conv2D(3, 1), Conv2DTranspose(3, 2, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TransposeStride2Kernel2Same;
[Model(3, 3, 2), Conv2D(2, 1), Conv2DTranspose(2, 4, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TransposeStride2Kernel4Same;
[Model(3, 2, 2), Conv2D(2, 1), Conv2DTranspose(2, 5, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TransposeStride2Kernel5Same;
[Model(2, 3, 2), Conv2D(3, 1), Conv2DTranspose(2, 2, Strides = 3), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TransposeStride3Kernel2;
[Model(2, 3, 2), Conv2D(3, 1), Conv2DTranspose(2, 2, Strides = 3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TransposeStride3Kernel2Same;
[Model(3, 4, 2), Conv2D(3, 1), Conv2DTranspose(2, 3, 2, StrideHeight = 2, StrideWidth = 1), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TransposeStride2x1;
[Model(3, 2, 2), Conv2D(3, 1)]
[Conv2DTranspose(2, 3, 4, StrideHeight = 1, StrideWidth = 3, Padding = Same), Flatten, Dense(3)]
[Loss(MeanSquaredError)] partial class TransposeStride1x3Same;
[Model(3, 2, 2), Conv2D(3, 1), Conv2DTranspose(2, 3, 2, DilationRate = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TransposeDilation2;
[Model(4, 3, 2), Conv2D(3, 1), Conv2DTranspose(2, 3, 2, Padding = Same, DilationRate = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TransposeDilation2Same;
[Model(3, 4, 2), Conv2D(3, 1)]
[Conv2DTranspose(2, 3, Padding = Same, DilationHeight = 1, DilationWidth = 2), Flatten, Dense(3)]
[Loss(MeanSquaredError)] partial class TransposeDilation1x2Same;
[Model(2, 3, 2), Conv2D(3, 1), Conv2DTranspose(2, 3, Strides = 2, OutputPadding = 1), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class TransposeOutputPadding1;
[Model(3, 3, 2), Conv2D(3, 1)]
[Conv2DTranspose(2, 3, Strides = 2, Padding = Same, OutputPadding = 0), Flatten, Dense(3)]
[Loss(MeanSquaredError)] partial class TransposeOutputPadding0Same;
[Model(2, 3, 2), Conv2D(3, 1)]
[Conv2DTranspose(2, 3, Strides = 2, Padding = Same, OutputPadding = 1), Flatten, Dense(3)]
[Loss(MeanSquaredError)] partial class TransposeOutputPadding1Same;
[Model(2, 2, 2), Conv2D(3, 1)]
[Conv2DTranspose(2, 4, Strides = 3, Padding = Same, OutputPadding = 2), Flatten, Dense(3)]
[Loss(MeanSquaredError)] partial class TransposeOutputPadding2Same;
[Model(3, 3, 2), Conv2D(3, 2, ReLU, Strides = 2, Padding = Same)]
[Conv2DTranspose(3, 3, Strides = 2, Padding = Same, UseBias = false), BatchNormalization, Activation(ReLU), Flatten, Dense(3)]
[Loss(MeanSquaredError)] partial class TransposeNorm;
[Model(3, 3, 2), Conv2DTranspose(3, 3, ReLU), MaxPooling2D(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class TransposePool;
