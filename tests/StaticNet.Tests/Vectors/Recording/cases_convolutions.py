"""The cases of record.py with convolutions of images, and with what stands behind them: pooling and normalisations."""

from images import Conv2D, MaxPooling2D
from layers import Activation, BatchNormalization, Dense, Flatten, GroupNormalization, LayerNormalization

MSE, SCCE = "MeanSquaredError", "SparseCategoricalCrossentropy"


def conv(filters, size, activation="Linear", **options):
    return Conv2D(size, activation, filters=filters, **options)


def kill_filters(count):
    """The first filters of the first layer never fire: no window of theirs has a gradient."""
    def edit(data):
        data["parameters"][1][:count] = -12
    return edit


def convolution_cases(case_type):
    """The cases by group, each a `case_type`, which is record.py's Case."""

    def image(name, shape, *layers, end=(Flatten(), Dense(3)), loss=MSE, batch=3, **options):
        return case_type(name, shape, [*layers, *end], loss, batch, redraw_samples=True, **options)

    # What is no first layer follows a convolution of single pixels, so that the gradient passes through it.
    return {
        "Convolutions": [
            # Convolutions: sizes of kernels, channels and images.
            image("ConvPointwise", (3, 4, 3), conv(5, 1)),
            image("ConvKernel2x3", (5, 6, 2), conv(4, (2, 3)), batch=2),
            image("ConvKernel5", (7, 6, 3), conv(2, 5)),
            image("ConvOneChannel", (6, 6, 1), conv(4, 3), batch=5),
            image("ConvOneFilter", (5, 4, 3), conv(1, 3)),
            image("Conv17Channels", (4, 4, 17), conv(5, 3), batch=2),
            image("Conv17Filters", (4, 5, 3), conv(17, 2), batch=1),
            image("Conv33Filters", (4, 4, 2), conv(33, 3)),
            image("ConvOnOnePixel", (1, 1, 5), conv(4, 1)),
            image("ConvToOnePixel", (3, 3, 3), conv(7, 3), batch=4),
            image("ConvOnRow", (1, 9, 2), conv(3, (1, 3))),
            image("ConvNoBias", (5, 5, 2), conv(3, 3, use_bias=False)),
            image("ConvLast", (4, 4, 2), conv(3, 2), end=[Flatten()]),
            image("ConvScce", (5, 5, 3), conv(4, 3, "ReLU"), end=[Flatten(), Dense(4, "Softmax")], loss=SCCE, batch=5),

            # Convolutions: activations.
            *(image(f"Conv{name}", (5, 5, 2), conv(4, 3, name), batch=2) for name in ("ReLU", "LeakyReLU", "GELU", "Sigmoid", "Softmax")),
            image("ConvGELULayer", (4, 5, 2), conv(5, 2), Activation("GELU")),
            image("ConvSoftmaxLayer", (4, 4, 3), conv(5, 2), Activation("Softmax")),
            image("ActivationOnImage", (3, 3, 5), Activation("Sigmoid")),
            image("SoftmaxOnImage", (3, 3, 5), Activation("Softmax")),

            # Convolutions: one after the other.
            image("ConvConv", (6, 6, 2), conv(4, 3, "ReLU"), conv(3, 3, "ReLU")),
            image("ConvConvLinear", (5, 4, 1), conv(3, 2), conv(4, 2), batch=1),
            image("ConvConvWide", (4, 4, 3), conv(17, 2, "ReLU"), conv(3, 2, "LeakyReLU"), batch=2),
            image("ConvThree", (7, 7, 1), conv(3, 3, "GELU", padding="same"), conv(4, 3, "ReLU", strides=2), conv(5, 1, "Sigmoid")),

            # Convolutions: padding.
            image("ConvSameFirst", (5, 4, 1), conv(4, 3, padding="same")),
            image("ConvSameEven", (6, 4, 2), conv(3, 1), conv(4, 3, padding="same")),
            image("ConvSameOdd", (5, 7, 2), conv(3, 1), conv(2, 3, padding="same"), batch=2),
            image("ConvSameEvenKernel", (5, 4, 2), conv(2, 1), conv(3, (2, 4), padding="same")),
            image("ConvSameBeyondImage", (3, 2, 2), conv(3, 1), conv(4, 5, padding="same")),
            image("ConvSameOnOnePixel", (1, 1, 3), conv(2, 1), conv(4, 3, padding="same")),
            image("ConvSameSame", (5, 5, 2), conv(3, 3, "ReLU", padding="same"), conv(3, 3, "Tanh", padding="same"), batch=2),

            # Convolutions: strides.
            image("ConvStride2First", (7, 6, 1), conv(4, 3, strides=2)),
            image("ConvStride2SameFirst", (6, 5, 3), conv(4, 3, strides=2, padding="same")),
            image("ConvStride2Even", (6, 8, 2), conv(3, 1), conv(4, 3, strides=2)),
            image("ConvStride2Odd", (7, 5, 2), conv(3, 1), conv(4, 3, strides=2)),
            image("ConvStride2SameEven", (6, 4, 2), conv(3, 1), conv(4, 3, strides=2, padding="same")),
            image("ConvStride2SameOdd", (7, 5, 2), conv(3, 1), conv(4, 3, strides=2, padding="same")),
            image("ConvStride2Kernel5Same", (6, 7, 2), conv(2, 1), conv(3, 5, strides=2, padding="same")),
            image("ConvStride2Pointwise", (5, 4, 3), conv(3, 1), conv(4, 1, strides=2)),
            image("ConvStride3", (8, 7, 2), conv(3, 1), conv(4, 3, strides=3)),
            image("ConvStride3Same", (8, 7, 2), conv(3, 1), conv(4, 3, strides=3, padding="same")),
            image("ConvStride3Kernel2Same", (7, 8, 2), conv(3, 1), conv(4, 2, strides=3, padding="same")),
            image("ConvStride2x1", (7, 5, 2), conv(3, 1), conv(4, 3, strides=(2, 1))),
            image("ConvStride1x2Same", (4, 7, 2), conv(3, 1), conv(4, (2, 3), strides=(1, 2), padding="same")),

            # Convolutions: dilation.
            image("ConvDilation2First", (7, 7, 1), conv(4, 3, dilation=2)),
            image("ConvDilation2", (7, 6, 2), conv(3, 1), conv(4, 3, dilation=2)),
            image("ConvDilation2Same", (5, 6, 2), conv(3, 1), conv(2, 3, dilation=2, padding="same")),
            image("ConvDilation2x1", (6, 5, 2), conv(3, 1), conv(4, (2, 3), dilation=(2, 1))),
            image("ConvDilation1x3Same", (3, 8, 2), conv(3, 1), conv(2, 3, dilation=(1, 3), padding="same")),

            # Convolutions: groups.
            image("ConvGroups2First", (4, 4, 4), conv(6, 3, groups=2)),
            image("ConvGroups2", (4, 4, 2), conv(4, 1), conv(6, 3, "ReLU", groups=2)),
            image("ConvGroups3Strided", (5, 4, 2), conv(6, 1), conv(3, (2, 3), groups=3, strides=2, padding="same")),
            image("ConvGroupsEach", (4, 5, 2), conv(5, 1), conv(10, 3, groups=5), batch=2),
            image("ConvGroupsOf17", (3, 3, 2), conv(34, 1), conv(4, 2, groups=2), batch=2),
        ],
        "ConvolutionsWithPooling": [
            # Convolution and pooling, which are one step where that pays.
            image("ConvPoolEven1", (6, 6, 1), conv(4, 3, "ReLU"), MaxPooling2D()),
            image("ConvPoolOdd1", (7, 6, 1), conv(5, 3, "ReLU"), MaxPooling2D(), batch=4),
            image("ConvPoolOdd1LeakyReLU", (6, 7, 1), conv(3, 2, "LeakyReLU"), MaxPooling2D(), batch=2),
            image("ConvPoolEven3", (6, 6, 3), conv(4, 3, "LeakyReLU"), MaxPooling2D()),
            image("ConvPoolOdd3", (7, 7, 3), conv(3, 3), MaxPooling2D(), batch=2),
            image("ConvPoolOdd3ReLU", (5, 7, 3), conv(4, 3, "ReLU"), MaxPooling2D(), batch=1),
            image("ConvPoolEven20", (6, 6, 20), conv(3, 3, "ReLU"), MaxPooling2D(), batch=2),
            image("ConvPoolOdd20LeakyReLU", (5, 6, 20), conv(2, 2, "LeakyReLU"), MaxPooling2D(), batch=2),
            image("ConvPoolEven20Linear", (4, 4, 20), conv(5, 1), MaxPooling2D(), batch=1),
            image("ConvPool17Filters", (6, 6, 1), conv(17, 3, "ReLU"), MaxPooling2D(), batch=2),
            image("ConvPool33Filters", (4, 6, 3), conv(33, 3, "ReLU"), MaxPooling2D(), batch=2),
            image("ConvPoolNoBias", (6, 6, 2), conv(3, 3, "ReLU", use_bias=False), MaxPooling2D()),
            image("ConvPoolGELU", (6, 5, 2), conv(3, 2, "GELU"), MaxPooling2D()),
            image("ConvPoolSigmoid", (5, 5, 2), conv(3, 2, "Sigmoid"), MaxPooling2D(), batch=2),
            image("ConvPoolToOnePixel", (3, 3, 2), conv(5, 2, "ReLU"), MaxPooling2D(), batch=5),
            image("ConvPoolSame", (6, 6, 3), conv(3, 3, "ReLU", padding="same"), MaxPooling2D(), batch=2),
            image("ConvPoolSameOdd", (5, 5, 3), conv(3, 3, "LeakyReLU", padding="same"), MaxPooling2D(), batch=2),
            image("ConvPoolSamePool", (5, 6, 2), conv(3, 2, "ReLU", padding="same"), MaxPooling2D(padding="same"), batch=2),
            image("ConvPoolStride2", (9, 9, 2), conv(3, 3, "ReLU", strides=2), MaxPooling2D()),
            image("ConvPoolStride2Same", (7, 7, 3), conv(3, 3, "ReLU", strides=2, padding="same"), MaxPooling2D()),
            image("ConvPoolDilation2", (7, 7, 2), conv(3, 3, "ReLU", dilation=2), MaxPooling2D(), batch=2),
            image("ConvPoolGroups2", (4, 5, 4), conv(4, 2, "ReLU", groups=2), MaxPooling2D()),
            image("ConvPool3", (8, 8, 1), conv(3, 3, "ReLU"), MaxPooling2D(3), batch=2),
            image("ConvPool3Stride1", (6, 6, 1), conv(3, 3, "ReLU"), MaxPooling2D(3, strides=1), batch=2),
            image("ConvPool1x2", (4, 7, 2), conv(3, 2, "ReLU"), MaxPooling2D((1, 2))),
            image("ConvPoolDead", (6, 6, 1), conv(3, 3, "ReLU"), MaxPooling2D(), edit=kill_filters(3)),
            image("ConvPoolHalfDead", (6, 6, 3), conv(4, 3, "ReLU"), MaxPooling2D(), edit=kill_filters(2)),
            image("ConvPoolActivation", (6, 6, 2), conv(4, 3), Activation("ReLU"), MaxPooling2D(), batch=2),
            image("ConvPoolThenActivation", (6, 6, 2), conv(4, 3), MaxPooling2D(), Activation("ReLU"), batch=2),
            image("ConvPoolThenConv", (8, 6, 3), conv(4, 3, "ReLU"), MaxPooling2D(), conv(3, 2, "ReLU"), batch=2),
            image("ConvThenConvPool", (7, 7, 2), conv(3, 2, "ReLU"), conv(4, 3, "ReLU"), MaxPooling2D(), batch=2),
            image("ConvPoolTwice", (9, 9, 1), conv(4, 3, "ReLU"), MaxPooling2D(), conv(5, 2, "ReLU"), MaxPooling2D(), batch=2),
            image("ConvPoolTwiceSame", (8, 8, 2), conv(3, 3, "ReLU", padding="same"), MaxPooling2D(),
                  conv(4, 3, "ReLU", padding="same"), MaxPooling2D(), batch=2),
            image("ConvPoolTwiceWide", (8, 8, 1), conv(17, 3, "ReLU"), MaxPooling2D(), conv(3, 2, "LeakyReLU"), MaxPooling2D(), batch=1),
            image("ConvPoolScce", (6, 6, 1), conv(4, 3, "ReLU"), MaxPooling2D(), end=[Flatten(), Dense(5, "Softmax")],
                  loss=SCCE, batch=5),
        ],
        "BatchNormalization": [
            # Normalisation of batches.
            image("BatchNormFirst", (4, 3, 3), BatchNormalization()),
            case_type("BatchNormFirstOnRow", (7,), [BatchNormalization(), Dense(3)], MSE, batch=5),
            image("BatchNormOnRows", (5, 3), Dense(4, use_bias=False), BatchNormalization()),
            case_type("BatchNormAfterDense", (5,), [Dense(17, use_bias=False), BatchNormalization(), Activation("ReLU"), Dense(3)], MSE,
                 batch=5),
            case_type("BatchNormAfterActivation", (5,), [Dense(10, "ReLU"), BatchNormalization(), Dense(3)], MSE, batch=4),
            case_type("BatchNormLast", (5,), [Dense(10, "Tanh"), Dense(3, use_bias=False), BatchNormalization()], MSE, batch=5),
            case_type("BatchNormScce", (5,), [Dense(10, use_bias=False), BatchNormalization(), Activation("ReLU"), Dense(3, "Softmax")], SCCE,
                 batch=5),
            image("BatchNormAfterConv", (5, 5, 2), conv(3, 3, use_bias=False), BatchNormalization(), batch=2),
            image("BatchNormAfterConvReLU", (5, 4, 2), conv(3, 2, "ReLU"), BatchNormalization()),
            image("BatchNormBeforeReLU", (4, 5, 2), conv(3, 2, use_bias=False), BatchNormalization(), Activation("ReLU")),
            image("BatchNormBatch1", (4, 5, 2), conv(3, 2, use_bias=False), BatchNormalization(), batch=1),
            image("BatchNorm17Channels", (3, 3, 3), conv(17, 2, use_bias=False), BatchNormalization(), Activation("ReLU"), batch=2),
            image("BatchNormNoCenter", (4, 4, 2), conv(3, 2, use_bias=False), BatchNormalization(center=False)),
            image("BatchNormNoScale", (4, 4, 2), conv(3, 2, use_bias=False), BatchNormalization(scale=False)),
            image("BatchNormPlain", (4, 4, 2), conv(3, 2, use_bias=False), BatchNormalization(center=False, scale=False)),
            image("BatchNormEpsilon", (3, 4, 2), conv(3, 2, use_bias=False), BatchNormalization(epsilon=0.1, momentum=0.9)),
            image("BatchNormTwice", (5, 5, 2), conv(3, 2, use_bias=False), BatchNormalization(), Activation("ReLU"),
                  conv(4, 2, use_bias=False), BatchNormalization(), Activation("ReLU"), batch=2),
            image("ConvNormPool", (6, 6, 2), conv(3, 3), BatchNormalization(), Activation("ReLU"), MaxPooling2D(), batch=2),
            image("ConvNormPoolLinear", (5, 6, 2), conv(3, 2, use_bias=False), BatchNormalization(), MaxPooling2D(), batch=2),
            image("ConvNormPoolTwice", (8, 8, 1), conv(3, 3, use_bias=False), BatchNormalization(), Activation("ReLU"), MaxPooling2D(),
                  conv(4, 2, use_bias=False), BatchNormalization(), Activation("ReLU"), MaxPooling2D(), batch=2),
            image("ConvPoolNorm", (6, 6, 2), conv(3, 3, "ReLU"), MaxPooling2D(), BatchNormalization()),
        ],
        "RowNormalization": [
            # Normalisation of rows.
            case_type("LayerNormOnRow", (5,), [Dense(17), LayerNormalization(), Dense(3)], MSE, batch=3),
            case_type("LayerNormReLU", (5,), [Dense(10), LayerNormalization(), Activation("ReLU"), Dense(3)], MSE, batch=3),
            image("LayerNormFirst", (4, 3, 7), LayerNormalization()),
            image("LayerNormAfterConv", (3, 4, 2), conv(5, 2), LayerNormalization()),
            image("LayerNorm33Channels", (2, 3, 2), conv(33, 2, "ReLU"), LayerNormalization(), batch=2),
            image("LayerNormOneChannel", (3, 3, 2), conv(1, 2), LayerNormalization()),
            image("LayerNormNoCenter", (3, 3, 2), conv(4, 2), LayerNormalization(center=False)),
            image("LayerNormNoScale", (3, 3, 2), conv(4, 2), LayerNormalization(scale=False)),
            image("LayerNormPlain", (3, 3, 2), conv(4, 2), LayerNormalization(center=False, scale=False)),
            image("LayerNormEpsilon", (3, 3, 2), conv(4, 2), LayerNormalization(epsilon=0.1)),
            image("GroupNormFirst", (4, 3, 6), GroupNormalization(groups=2)),
            image("GroupNormAfterConv", (3, 4, 2), conv(32, 2, "ReLU"), GroupNormalization(), batch=2),
            image("GroupNormOneGroup", (3, 4, 2), conv(5, 2), GroupNormalization(groups=1), Activation("Sigmoid")),
            image("GroupNormInstance", (3, 3, 2), conv(17, 2), GroupNormalization(groups=-1, center=False), batch=2),
            image("GroupNormPlain", (3, 3, 2), conv(4, 2), GroupNormalization(groups=2, center=False, scale=False)),
        ],
    }
