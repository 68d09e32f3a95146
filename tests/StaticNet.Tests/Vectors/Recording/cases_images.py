"""The cases of record.py with all other layers of images: pooling, changes of shape, augmentation, other kinds of convolutions."""

from images import (
    AveragePooling2D, Conv2D, Conv2DTranspose, Cropping2D, DepthwiseConv2D, GlobalPooling2D, MaxPooling2D, Rotation, SeparableConv2D,
    Translation, UpSampling2D, ZeroPadding2D, Zoom)
from layers import Activation, BatchNormalization, Dense, Dropout, Flatten, LayerNormalization, Permute, Rescaling, Reshape

MSE, SCCE = "MeanSquaredError", "SparseCategoricalCrossentropy"


def conv(filters, size, activation="Linear", **options):
    return Conv2D(size, activation, filters=filters, **options)


def depthwise(size, activation="Linear", **options):
    return DepthwiseConv2D(size, activation, **options)


def separable(filters, size, activation="Linear", **options):
    return SeparableConv2D(size, activation, filters=filters, **options)


def transpose(filters, size, activation="Linear", **options):
    return Conv2DTranspose(size, activation, filters=filters, **options)


def image_cases(case_type):
    """The cases by group, each a `case_type`, which is record.py's Case."""

    def image(name, shape, *layers, end=(Flatten(), Dense(3)), loss=MSE, batch=3, **options):
        return case_type(name, shape, [*layers, *end], loss, batch, redraw_samples=True, **options)

    # What is no first layer follows a convolution of single pixels, so that the gradient passes through it.
    return {
        "ImagePooling": [
            # The largest of a window.
            image("MaxPoolFirst", (4, 6, 3), MaxPooling2D()),
            image("MaxPoolOddFirst", (5, 7, 2), MaxPooling2D()),
            image("MaxPoolThenConv", (6, 7, 2), MaxPooling2D(), conv(4, 2)),
            image("MaxPoolAfterDense", (4, 6, 2), Dense(5, "Tanh"), MaxPooling2D()),
            image("MaxPoolOddAfterDense", (5, 5, 2), Dense(17), MaxPooling2D(), batch=1),
            image("MaxPoolTwice", (8, 8, 2), Dense(3), MaxPooling2D(), MaxPooling2D()),
            image("MaxPoolSame", (5, 7, 2), Dense(3), MaxPooling2D(padding="same"), batch=2),
            image("MaxPoolStride1", (4, 4, 2), Dense(3), MaxPooling2D(strides=1), batch=2),
            image("MaxPoolStride1Same", (4, 3, 2), Dense(3), MaxPooling2D(strides=1, padding="same"), batch=2),
            image("MaxPoolStride3", (5, 8, 2), Dense(3), MaxPooling2D(strides=3)),
            image("MaxPool3", (7, 6, 2), Dense(3), MaxPooling2D(3)),
            image("MaxPool3Stride1", (5, 4, 2), Dense(3), MaxPooling2D(3, strides=1), batch=2),
            image("MaxPool3Stride1Same", (3, 4, 2), Dense(3), MaxPooling2D(3, strides=1, padding="same"), batch=2),
            image("MaxPool3Stride2", (7, 6, 2), Dense(3), MaxPooling2D(3, strides=2), batch=2),
            image("MaxPool3Stride2SameEven", (6, 4, 2), Dense(3), MaxPooling2D(3, strides=2, padding="same"), batch=2),
            image("MaxPool3Stride2SameOdd", (7, 5, 2), Dense(3), MaxPooling2D(3, strides=2, padding="same"), batch=2),
            image("MaxPool1x2", (3, 5, 2), Dense(3), MaxPooling2D((1, 2))),
            image("MaxPool2x1Strides1x2", (4, 5, 2), Dense(3), MaxPooling2D((2, 1), strides=(1, 2)), batch=2),

            # The mean of a window.
            image("AveragePoolFirst", (4, 6, 3), AveragePooling2D()),
            image("AveragePoolOddFirst", (5, 7, 2), AveragePooling2D()),
            image("AveragePoolAfterConv", (5, 5, 2), conv(3, 2, "ReLU"), AveragePooling2D()),
            image("AveragePool17Channels", (5, 4, 2), conv(17, 1), AveragePooling2D(), batch=1),
            image("AveragePoolSame", (5, 7, 2), conv(3, 1), AveragePooling2D(padding="same")),
            image("AveragePoolStride1Same", (4, 3, 2), conv(3, 1), AveragePooling2D(strides=1, padding="same")),
            image("AveragePoolStride3", (5, 8, 2), conv(3, 1), AveragePooling2D(strides=3)),
            image("AveragePool3", (7, 6, 2), conv(3, 1), AveragePooling2D(3)),
            image("AveragePool3Stride1", (5, 4, 2), conv(3, 1), AveragePooling2D(3, strides=1)),
            image("AveragePool3Stride1Same", (3, 4, 2), conv(3, 1), AveragePooling2D(3, strides=1, padding="same")),
            image("AveragePool3Stride2", (7, 6, 2), conv(3, 1), AveragePooling2D(3, strides=2)),
            image("AveragePool3Stride2SameEven", (6, 4, 2), conv(3, 1), AveragePooling2D(3, strides=2, padding="same")),
            image("AveragePool3Stride2SameOdd", (7, 5, 2), conv(3, 1), AveragePooling2D(3, strides=2, padding="same")),
            image("AveragePool1x2", (3, 5, 2), conv(3, 1), AveragePooling2D((1, 2))),
            image("AveragePool2x1Strides1x2", (4, 5, 2), conv(3, 1), AveragePooling2D((2, 1), strides=(1, 2))),

            # Of a whole image.
            image("GlobalMaxFirst", (4, 3, 5), GlobalPooling2D("Max"), end=[Dense(3)]),
            image("GlobalMaxAfterConv", (5, 4, 2), conv(7, 2, "ReLU"), GlobalPooling2D("Max"), end=[Dense(3)]),
            image("GlobalMaxKeepDims", (4, 4, 2), conv(5, 2), GlobalPooling2D("Max", keep_dims=True)),
            image("GlobalAverageFirst", (4, 3, 5), GlobalPooling2D("Average"), end=[Dense(3)]),
            image("GlobalAverageAfterConv", (5, 4, 2), conv(17, 2, "ReLU"), GlobalPooling2D("Average"), end=[Dense(3)], batch=2),
            image("GlobalAverageKeepDims", (4, 4, 2), conv(5, 2), GlobalPooling2D("Average", keep_dims=True), conv(4, 1, "Tanh")),
            image("GlobalAverageScce", (5, 5, 1), conv(6, 3, "ReLU"), GlobalPooling2D("Average"), end=[Dense(4, "Softmax")],
                  loss=SCCE, batch=5),
        ],
        "ImageShapes": [
            # Edges and sizes of images.
            image("ZeroPaddingFirst", (3, 4, 2), ZeroPadding2D((1, 1, 1, 1)), conv(3, 3)),
            image("ZeroPaddingSides", (2, 3, 2), conv(3, 1), ZeroPadding2D((1, 2, 0, 3))),
            image("ZeroPaddingHeightWidth", (2, 3, 2), conv(17, 1), ZeroPadding2D((0, 0, 2, 2)), batch=1),
            image("CroppingFirst", (6, 5, 2), Cropping2D((1, 1, 1, 1))),
            image("CroppingSides", (5, 6, 2), conv(3, 1), Cropping2D((0, 1, 2, 1)), conv(2, 2)),
            image("CroppingHeightWidth", (5, 4, 2), conv(3, 1, "ReLU"), Cropping2D((2, 2, 1, 1)), batch=5),
            image("UpSamplingFirst", (2, 3, 2), UpSampling2D(), conv(3, 2)),
            image("UpSampling2x3", (2, 3, 2), conv(3, 1, "ReLU"), UpSampling2D((2, 3))),
            image("UpSamplingBilinearFirst", (3, 2, 2), UpSampling2D(interpolation="Bilinear"), batch=2),
            image("UpSamplingBilinear2x3", (3, 2, 2), conv(3, 1), UpSampling2D((2, 3), "Bilinear"), batch=2),
            image("UpSamplingBilinearOnePixel", (1, 1, 3), conv(2, 1), UpSampling2D((3, 2), "Bilinear")),
            image("UpSamplingBilinear17Channels", (2, 2, 2), conv(17, 1), UpSampling2D(interpolation="Bilinear"), batch=1),

            # Shapes.
            image("ReshapeToImage", (36,), Reshape((6, 6, 1)), conv(3, 3)),
            image("ReshapeToRows", (4, 3, 5), Reshape((12, 5)), Dense(4, "Tanh")),
            image("ReshapeInferred", (4, 3, 2), conv(10, 2), Reshape((-1, 5)), Dense(3)),
            image("ReshapeDenseToImage", (5,), Dense(18, "ReLU"), Reshape((3, 3, 2)), conv(3, 2)),
            image("PermuteFirst", (3, 4, 2), Permute((3, 1, 2)), Dense(3)),
            image("PermuteAfterConv", (3, 4, 2), conv(5, 2), Permute((3, 1, 2))),
            image("PermuteWidthHeight", (3, 4, 2), conv(3, 1), Permute((2, 1, 3)), conv(2, 2)),
            image("PermuteBack", (3, 4, 2), conv(17, 1), Permute((2, 3, 1)), Dense(2), batch=1),
            image("PermuteRows", (3, 5), Permute((2, 1)), Dense(4, "ReLU")),
            image("PermuteRowsAfterDense", (3, 5), Dense(10), Permute((2, 1)), Dense(2)),
            image("Flatten10Channels", (3, 4, 2), conv(10, 2, "ReLU"), batch=4),
            image("FlattenRows", (3, 5), Dense(7, "Tanh"), end=[Flatten()]),

            # Dense on the last axis.
            image("DenseOnRows", (4, 5), Dense(3, "ReLU")),
            image("DenseOnRowsTwice", (3, 5), Dense(17, "GELU"), Dense(4, "Softmax"), end=[Flatten()]),
            image("DenseOnImage", (3, 2, 5), Dense(7, "Tanh")),
            image("DenseOnImageAfterConv", (4, 4, 2), conv(3, 2, "ReLU"), Dense(5, "LeakyReLU", use_bias=False)),
            image("DenseOneUnitOnImage", (4, 3, 5), Dense(1)),
            image("DenseOneUnitAfterConv", (4, 4, 2), conv(7, 2, "ReLU"), Dense(1, "Sigmoid")),

            # Rescaling, and chance that leaves things as they are.
            image("RescalingFirst", (3, 4, 3), Rescaling(0.5, -0.25), conv(2, 2)),
            image("RescalingAfterConv", (3, 4, 2), conv(3, 1, "ReLU"), Rescaling(-2.0, 1.5)),
            image("NoChance", (3, 3, 2), Dropout("GaussianNoise"), conv(5, 2), Dropout("SpatialDropout2D"), Dropout(),
                  Dropout("GaussianNoise")),
        ],
        "DepthwiseConvolutions": [
            # Convolutions of each channel.
            image("DepthwiseFirst", (5, 5, 3), depthwise(3)),
            image("DepthwiseOneChannel", (4, 5, 1), depthwise((2, 3), multiplier=4)),
            image("Depthwise17Channels", (4, 4, 2), conv(17, 1), depthwise(3), batch=2),
            image("DepthwiseMultiplier2", (4, 5, 2), conv(3, 1), depthwise((2, 3), "ReLU", multiplier=2)),
            image("DepthwiseMultiplier3Wide", (3, 3, 2), conv(11, 1), depthwise(2, multiplier=3), batch=2),
            image("DepthwisePointwise", (2, 3, 2), conv(3, 1), depthwise(1, multiplier=2)),
            image("DepthwiseNoBias", (4, 4, 2), conv(3, 1), depthwise(3, "LeakyReLU", use_bias=False)),
            image("DepthwiseSame", (5, 4, 2), conv(3, 1), depthwise(3, padding="same"), batch=2),
            image("DepthwiseSame5", (3, 4, 2), conv(3, 1), depthwise(5, "GELU", padding="same")),
            image("DepthwiseStride2", (6, 7, 2), conv(3, 1), depthwise(3, strides=2)),
            image("DepthwiseStride2SameEven", (6, 4, 2), conv(3, 1), depthwise(3, strides=2, padding="same")),
            image("DepthwiseStride2SameOdd", (7, 5, 2), conv(3, 1), depthwise(3, strides=2, padding="same", multiplier=2)),
            image("DepthwiseStride2x1", (7, 4, 2), conv(3, 1), depthwise((2, 3), strides=(2, 1))),
            image("DepthwiseDilation2", (6, 7, 2), conv(3, 1), depthwise(3, dilation=2), batch=2),
            image("DepthwiseDilation2Same", (5, 4, 2), conv(3, 1), depthwise(3, dilation=2, padding="same")),
            image("DepthwiseDilation1x2", (4, 6, 2), conv(3, 1), depthwise(3, dilation=(1, 2))),
            image("DepthwisePool", (6, 6, 2), conv(3, 1), depthwise(3, "ReLU"), MaxPooling2D(), batch=2),
            image("DepthwiseNorm", (5, 5, 2), conv(3, 1), depthwise(3, use_bias=False, padding="same"), BatchNormalization(),
                  Activation("ReLU"), conv(4, 1, use_bias=False), BatchNormalization(), Activation("ReLU"), batch=2),

            # Convolutions in two steps.
            image("SeparableFirst", (5, 5, 3), separable(4, 3)),
            image("SeparableOneChannel", (4, 5, 1), separable(3, (2, 3), "ReLU", multiplier=3)),
            image("Separable17Channels", (3, 4, 2), conv(17, 1), separable(5, 2), batch=2),
            image("SeparableMultiplier2", (4, 5, 2), conv(3, 1), separable(4, (2, 3), "ReLU", multiplier=2)),
            image("SeparableNoBias", (4, 4, 2), conv(3, 1), separable(4, 3, "GELU", use_bias=False)),
            image("SeparableSame", (5, 4, 2), conv(3, 1), separable(2, 3, padding="same")),
            image("SeparableStride2", (6, 7, 2), conv(3, 1), separable(4, 3, strides=2)),
            image("SeparableStride2Same", (6, 5, 2), conv(3, 1), separable(4, 3, strides=2, padding="same")),
            image("SeparableStride2x1", (7, 4, 2), conv(3, 1), separable(4, (2, 3), strides=(2, 1))),
            image("SeparableDilation2", (6, 7, 2), conv(3, 1), separable(4, 3, dilation=2)),
            image("SeparableDilation2Same", (5, 4, 2), conv(3, 1), separable(2, 3, dilation=2, padding="same", multiplier=2)),
            image("SeparablePool", (6, 6, 2), conv(3, 1), separable(4, 3, "ReLU"), MaxPooling2D(), batch=2),
        ],
        "TransposedConvolutions": [
            # Transposed convolutions.
            image("TransposeFirst", (3, 4, 2), transpose(3, 3), batch=2),
            image("TransposeOneChannel", (3, 3, 1), transpose(4, (2, 3), "ReLU"), batch=2),
            image("Transpose17Channels", (2, 2, 3), conv(17, 1), transpose(5, 2, strides=2), batch=2),
            image("Transpose17Filters", (2, 2, 2), conv(3, 1), transpose(17, 2), batch=2),
            image("TransposeOnOnePixel", (1, 1, 5), conv(3, 1), transpose(2, 3)),
            image("TransposePointwise", (2, 3, 2), conv(3, 1), transpose(4, 1)),
            image("TransposeNoBias", (3, 3, 2), conv(3, 1), transpose(2, 2, "LeakyReLU", use_bias=False)),
            image("TransposeSame", (3, 4, 2), conv(3, 1), transpose(4, 3, padding="same")),
            image("TransposeSameEvenKernel", (4, 3, 2), conv(3, 1), transpose(4, (2, 4), padding="same")),
            image("TransposeStride2", (3, 2, 2), conv(3, 1), transpose(2, 3, strides=2), batch=2),
            image("TransposeStride2Same", (3, 2, 2), conv(3, 1), transpose(3, 3, strides=2, padding="same")),
            image("TransposeStride2Kernel2Same", (2, 3, 2), conv(3, 1), transpose(3, 2, strides=2, padding="same")),
            image("TransposeStride2Kernel4Same", (3, 3, 2), conv(2, 1), transpose(2, 4, strides=2, padding="same")),
            image("TransposeStride2Kernel5Same", (3, 2, 2), conv(2, 1), transpose(2, 5, strides=2, padding="same")),
            image("TransposeStride3Kernel2", (2, 3, 2), conv(3, 1), transpose(2, 2, strides=3)),
            image("TransposeStride3Kernel2Same", (2, 3, 2), conv(3, 1), transpose(2, 2, strides=3, padding="same")),
            image("TransposeStride2x1", (3, 4, 2), conv(3, 1), transpose(2, (3, 2), strides=(2, 1)), batch=2),
            image("TransposeStride1x3Same", (3, 2, 2), conv(3, 1), transpose(2, (3, 4), strides=(1, 3), padding="same"), batch=2),
            image("TransposeDilation2", (3, 2, 2), conv(3, 1), transpose(2, (3, 2), dilation=2), batch=2),
            image("TransposeDilation2Same", (4, 3, 2), conv(3, 1), transpose(2, (3, 2), dilation=2, padding="same"), batch=2),
            image("TransposeDilation1x2Same", (3, 4, 2), conv(3, 1), transpose(2, 3, dilation=(1, 2), padding="same"), batch=2),
            image("TransposeOutputPadding1", (2, 3, 2), conv(3, 1), transpose(2, 3, strides=2, output_padding=1), batch=2),
            image("TransposeOutputPadding0Same", (3, 3, 2), conv(3, 1), transpose(2, 3, strides=2, padding="same", output_padding=0)),
            image("TransposeOutputPadding1Same", (2, 3, 2), conv(3, 1), transpose(2, 3, strides=2, padding="same", output_padding=1)),
            image("TransposeOutputPadding2Same", (2, 2, 2), conv(3, 1), transpose(2, 4, strides=3, padding="same", output_padding=2)),
            image("TransposeNorm", (3, 3, 2), conv(3, 2, "ReLU", strides=2, padding="same"),
                  transpose(3, 3, strides=2, padding="same", use_bias=False), BatchNormalization(), Activation("ReLU"), batch=2),
            image("TransposePool", (3, 3, 2), transpose(3, 3, "ReLU"), MaxPooling2D(), batch=2),
        ],
        "Augmentation": [
            # Augmentation whose bounds are equal: predictions see the image as it is, training always the same change of it.
            image("TranslationReflect", (5, 4, 2), Translation(down=0.3, right=-0.375)),
            image("TranslationWhole", (5, 4, 2), Translation(down=0.2, right=-0.25)),
            image("TranslationConstant", (4, 5, 2), Translation(down=-0.375, right=0.25, fill="Constant", fill_value=0.5)),
            image("TranslationNearestFill", (4, 5, 2), Translation(down=0.4, right=0.3, fill="Nearest")),
            image("TranslationWrap", (5, 4, 2), Translation(down=0.4, right=-0.5, fill="Wrap")),
            image("TranslationNearest", (5, 4, 2), Translation(down=0.25, right=-0.3, interpolation="Nearest")),
            image("RotationReflect", (5, 6, 2), Rotation(turn=0.1), batch=2),
            image("RotationConstant", (4, 4, 2), Rotation(turn=-0.15, fill="Constant", fill_value=-1.0)),
            image("RotationNearest", (4, 5, 2), Rotation(turn=0.07, interpolation="Nearest")),
            image("ZoomOut", (5, 4, 2), Zoom(height=0.3, width=0.5)),
            image("ZoomIn", (5, 4, 2), Zoom(height=-0.3, width=-0.25)),
            image("ZoomConstant", (4, 5, 2), Zoom(height=0.6, width=-0.2, fill="Constant", fill_value=0.5)),
            image("ZoomNearest", (4, 5, 2), Zoom(height=0.5, width=-0.4, fill="Nearest", interpolation="Nearest")),
        ],
        "ImageOptimizers": [
            # Ten steps of each optimizer.
            image("OptimizerConv", (6, 6, 2), conv(4, 3, "ReLU"), MaxPooling2D(), end=[Flatten(), Dense(3, "Softmax")],
                  loss=SCCE, batch=5, optimizers=True),
            image("OptimizerConvNorm", (4, 5, 2), conv(3, 2, use_bias=False), BatchNormalization(), Activation("ReLU"), batch=4,
                  optimizers=True),
            image("OptimizerDenseNorm", (5,), Dense(7, "Tanh"), BatchNormalization(momentum=0.9, scale=False), end=[Dense(3)], batch=5,
                  optimizers=True),
            image("OptimizerSeparable", (4, 4, 2), separable(5, 3, "Tanh"), LayerNormalization(), batch=4, optimizers=True),
            image("OptimizerTranspose", (3, 3, 2), depthwise(2, multiplier=2), transpose(3, 3, "Tanh", strides=2, padding="same"), batch=4,
                  optimizers=True),
        ],
    }
