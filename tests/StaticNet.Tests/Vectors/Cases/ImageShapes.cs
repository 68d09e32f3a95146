using static StaticNet.Activation;
using static StaticNet.Loss;

namespace StaticNet.Tests.Vectors.Cases;

// Edges and sizes of images.
[Model(3, 4, 2), ZeroPadding2D, Conv2D(3, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ZeroPaddingFirst;
[Model(2, 3, 2), Conv2D(3, 1), ZeroPadding2D(1, 2, 0, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ZeroPaddingSides;
[Model(2, 3, 2), Conv2D(17, 1), ZeroPadding2D(0, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ZeroPaddingHeightWidth;
[Model(6, 5, 2), Cropping2D(1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class CroppingFirst;
[Model(5, 6, 2), Conv2D(3, 1), Cropping2D(0, 1, 2, 1), Conv2D(2, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class CroppingSides;
[Model(5, 4, 2), Conv2D(3, 1, ReLU), Cropping2D(2, 1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class CroppingHeightWidth;
[Model(2, 3, 2), UpSampling2D, Conv2D(3, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class UpSamplingFirst;
[Model(2, 3, 2), Conv2D(3, 1, ReLU), UpSampling2D(2, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class UpSampling2x3;
[Model(3, 2, 2), UpSampling2D(Interpolation = Interpolation.Bilinear), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class UpSamplingBilinearFirst;
[Model(3, 2, 2), Conv2D(3, 1), UpSampling2D(2, 3, Interpolation = Interpolation.Bilinear), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class UpSamplingBilinear2x3;
[Model(1, 1, 3), Conv2D(2, 1), UpSampling2D(3, 2, Interpolation = Interpolation.Bilinear), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class UpSamplingBilinearOnePixel;
[Model(2, 2, 2), Conv2D(17, 1), UpSampling2D(Interpolation = Interpolation.Bilinear), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class UpSamplingBilinear17Channels;

// Shapes.
[Model(36), Reshape(6, 6, 1), Conv2D(3, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ReshapeToImage;
[Model(4, 3, 5), Reshape(12, 5), Dense(4, Tanh), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ReshapeToRows;
[Model(4, 3, 2), Conv2D(10, 2), Reshape(-1, 5), Dense(3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ReshapeInferred;
[Model(5), Dense(18, ReLU), Reshape(3, 3, 2), Conv2D(3, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class ReshapeDenseToImage;
[Model(3, 4, 2), Permute(3, 1, 2), Dense(3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class PermuteFirst;
[Model(3, 4, 2), Conv2D(5, 2), Permute(3, 1, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class PermuteAfterConv;
[Model(3, 4, 2), Conv2D(3, 1), Permute(2, 1, 3), Conv2D(2, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class PermuteWidthHeight;
[Model(3, 4, 2), Conv2D(17, 1), Permute(2, 3, 1), Dense(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class PermuteBack;
[Model(3, 5), Permute(2, 1), Dense(4, ReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class PermuteRows;
[Model(3, 5), Dense(10), Permute(2, 1), Dense(2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class PermuteRowsAfterDense;
[Model(3, 4, 2), Conv2D(10, 2, ReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Flatten10Channels;
[Model(3, 5), Dense(7, Tanh), Flatten, Loss(MeanSquaredError)] partial class FlattenRows;

// Dense on the last axis.
[Model(4, 5), Dense(3, ReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class DenseOnRows;
[Model(3, 5), Dense(17, GELU), Dense(4, Softmax), Flatten, Loss(MeanSquaredError)] partial class DenseOnRowsTwice;
[Model(3, 2, 5), Dense(7, Tanh), Flatten, Dense(3), Loss(MeanSquaredError)] partial class DenseOnImage;
[Model(4, 4, 2), Conv2D(3, 2, ReLU), Dense(5, LeakyReLU, UseBias = false), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class DenseOnImageAfterConv;
[Model(4, 3, 5), Dense(1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class DenseOneUnitOnImage;
[Model(4, 4, 2), Conv2D(7, 2, ReLU), Dense(1, Sigmoid), Flatten, Dense(3), Loss(MeanSquaredError)] partial class DenseOneUnitAfterConv;

// Rescaling, and chance that leaves things as they are.
[Model(3, 4, 3), Rescaling(0.5f, -0.25f), Conv2D(2, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class RescalingFirst;
[Model(3, 4, 2), Conv2D(3, 1, ReLU), Rescaling(-2, 1.5f), Flatten, Dense(3), Loss(MeanSquaredError)] partial class RescalingAfterConv;
[Model(3, 3, 2), GaussianNoise(0), Conv2D(5, 2), SpatialDropout2D(0), Dropout(0)]
[GaussianNoise(0), Flatten, Dense(3), Loss(MeanSquaredError)] partial class NoChance;
