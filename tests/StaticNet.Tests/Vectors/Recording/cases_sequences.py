"""The cases of record.py whose samples are sequences of (steps, channels)."""

from images import Conv2D, Cropping2D
from layers import Activation, BatchNormalization, Dense, Dropout, Flatten, LayerNormalization
from sequences import (
    AveragePooling1D, Conv1D, Cropping1D, DepthwiseConv1D, GlobalPooling1D, MaxPooling1D, PositionEmbedding, RepeatVector,
    SeparableConv1D, SinePositionEncoding, UpSampling1D, ZeroPadding1D)

MSE, BCE, SCCE = "MeanSquaredError", "BinaryCrossentropy", "SparseCategoricalCrossentropy"


def conv(filters, size, activation="Linear", **options):
    return Conv1D(size, activation, filters=filters, **options)


def depthwise(size, activation="Linear", **options):
    return DepthwiseConv1D(size, activation, **options)


def separable(filters, size, activation="Linear", **options):
    return SeparableConv1D(size, activation, filters=filters, **options)


def sequence_cases(case_type):
    """The cases by group, each a `case_type`, which is record.py's Case."""

    def sequence(name, shape, *layers, end=(Flatten(), Dense(3)), loss=MSE, batch=3, **options):
        return case_type(name, shape, [*layers, *end], loss, batch, redraw_samples=True, **options)

    # What is no first layer follows a convolution of single steps, so that the gradient passes through it.
    return {
        "SequenceConvolutions": [
            # Convolutions: sizes of kernels, channels and sequences.
            sequence("SequenceFirst", (7, 3), conv(4, 3)),
            sequence("SequencePointwise", (5, 3), conv(2, 1), conv(5, 1)),
            sequence("SequenceKernel4", (9, 2), conv(2, 1), conv(3, 4)),
            sequence("SequenceOneChannel", (9, 1), conv(4, 3), batch=5),
            sequence("SequenceOneFilter", (7, 3), conv(1, 3)),
            sequence("SequenceOneStep", (1, 5), conv(4, 1)),
            sequence("SequenceToOneStep", (3, 3), conv(7, 3)),
            sequence("Sequence17Channels", (6, 2), conv(17, 1), conv(5, 3)),
            sequence("Sequence17ChannelsFirst", (6, 17), conv(5, 3), batch=2),
            sequence("Sequence17Filters", (6, 3), conv(17, 2)),
            sequence("Sequence33Filters", (19, 2), conv(33, 3), batch=2),
            sequence("SequenceNoBias", (6, 2), conv(2, 1), conv(3, 3, use_bias=False)),
            sequence("SequenceLast", (4, 2), conv(3, 2), end=[Flatten()]),
            sequence("SequenceScce", (6, 3), conv(4, 3, "ReLU"), end=[Flatten(), Dense(4, "Softmax")], loss=SCCE, batch=5),
            sequence("SequenceTwice", (9, 2), conv(4, 3, "ReLU"), conv(3, 3, "LeakyReLU")),
            sequence("SequenceGELU", (6, 2), conv(4, 3, "GELU")),
            sequence("SequenceSoftmax", (6, 2), conv(4, 3, "Softmax")),
            sequence("SequenceReLULayer", (6, 2), conv(4, 3), Activation("ReLU")),

            # Positions.
            sequence("PositionFirst", (5, 3), PositionEmbedding()),
            sequence("PositionHidden", (5, 3), conv(17, 1, "Tanh"), PositionEmbedding(8), conv(3, 2), optimizers=True),
            sequence("SinePositionFirst", (6, 5), SinePositionEncoding(), conv(3, 2, "Tanh")),
            sequence("SinePositionHidden", (6, 3), conv(18, 1, "Tanh"), SinePositionEncoding(50)),

            # Convolutions: padding on both sides.
            sequence("SequenceSameFirst", (7, 1), conv(4, 3, padding="same")),
            sequence("SequenceSame", (6, 2), conv(3, 1), conv(4, 3, padding="same")),
            sequence("SequenceSameEvenKernel", (7, 2), conv(3, 1), conv(4, 4, padding="same")),
            sequence("SequenceSameBeyond", (2, 2), conv(3, 1), conv(4, 5, padding="same")),
            sequence("SequenceSameOneStep", (1, 3), conv(2, 1), conv(4, 3, padding="same")),

            # Convolutions: strides and dilation.
            sequence("SequenceStride2First", (9, 1), conv(4, 3, strides=2)),
            sequence("SequenceStride2Even", (10, 2), conv(3, 1), conv(4, 3, strides=2)),
            sequence("SequenceStride2Odd", (9, 2), conv(3, 1), conv(4, 3, strides=2)),
            sequence("SequenceStride2SameEven", (8, 2), conv(3, 1), conv(4, 3, strides=2, padding="same")),
            sequence("SequenceStride2SameOdd", (9, 2), conv(3, 1), conv(4, 4, strides=2, padding="same")),
            sequence("SequenceStride3Kernel2Same", (8, 2), conv(3, 1), conv(4, 2, strides=3, padding="same")),
            sequence("SequenceDilation2First", (9, 1), conv(4, 3, dilation=2)),
            sequence("SequenceDilation2", (9, 2), conv(3, 1), conv(4, 3, dilation=2)),
            sequence("SequenceDilation3Same", (7, 2), conv(3, 1), conv(2, 3, dilation=3, padding="same")),

            # Convolutions: groups.
            sequence("SequenceGroups2First", (6, 4), conv(6, 3, groups=2)),
            sequence("SequenceGroups2", (6, 2), conv(4, 1), conv(6, 3, groups=2)),
            sequence("SequenceGroups3Strided", (8, 2), conv(3, 1), conv(6, 3, strides=2, groups=3)),
            sequence("SequenceGroupsEach", (6, 2), conv(3, 1), conv(3, 3, groups=3, padding="same")),
            sequence("SequenceGroupsOf17", (4, 2), conv(34, 1), conv(34, 2, groups=2, dilation=2), batch=2),

            # What stands behind a convolution.
            sequence("SequenceNorm", (6, 2), conv(3, 3, use_bias=False), BatchNormalization(), Activation("ReLU"), batch=4),
            sequence("SequenceNormFolded", (21, 2), conv(3, 3), BatchNormalization(), Activation("Tanh"), conv(2, 4, strides=2), batch=2),
            sequence("SequenceLayerNorm", (6, 2), conv(5, 3), LayerNormalization()),
            sequence("SequencePool", (10, 2), conv(4, 3, "ReLU"), MaxPooling1D()),
            sequence("SequencePoolOdd", (9, 2), conv(17, 3, "ReLU"), MaxPooling1D(), batch=2),
            sequence("SequencePool3", (10, 2), conv(4, 2), MaxPooling1D(3)),
            sequence("SequencePoolActivation", (8, 2), conv(4, 3), MaxPooling1D(), Activation("LeakyReLU")),
            sequence("SequencePoolNorm", (8, 2), conv(4, 3), MaxPooling1D(), BatchNormalization()),
            sequence("SequencePoolTwice", (14, 2), conv(4, 3, "ReLU"), MaxPooling1D(), conv(5, 3, "ReLU"), MaxPooling1D()),
            sequence("SequencePoolAverage", (8, 2), conv(4, 3, "ReLU"), AveragePooling1D()),
            sequence("SequenceGlobalMax", (11, 5), conv(8, 3, "ReLU"), GlobalPooling1D("Max"), end=[Dense(3, "Softmax")], loss=SCCE, batch=5),
            sequence("SequenceGlobalMaxDeep", (13, 5), conv(17, 3, "ReLU"), conv(18, 3, "ReLU"), GlobalPooling1D("Max"), Dropout(),
                     end=[Dense(1, "Sigmoid")], loss=BCE, batch=3),
            sequence("SequenceGlobalAverage", (7, 3), conv(5, 3, "ReLU"), GlobalPooling1D("Average"), end=[Dense(3)]),
        ],
        "CausalConvolutions": [
            # Convolutions that see no later step.
            sequence("CausalFirst", (7, 3), conv(4, 3, padding="causal")),
            sequence("CausalSecond", (6, 2), conv(3, 1), conv(4, 3, padding="causal")),
            sequence("CausalKernel2", (5, 2), conv(3, 1), conv(4, 2, "ReLU", padding="causal")),
            sequence("CausalPointwise", (5, 2), conv(3, 1), conv(4, 1, padding="causal")),
            sequence("CausalOneStep", (1, 3), conv(2, 1), conv(4, 3, padding="causal")),
            sequence("CausalBeyond", (3, 2), conv(3, 1), conv(4, 5, padding="causal")),
            sequence("CausalDilation2First", (7, 1), conv(4, 3, padding="causal", dilation=2)),
            sequence("CausalDilation2", (7, 2), conv(3, 1), conv(4, 3, padding="causal", dilation=2)),
            sequence("CausalDilation4", (6, 2), conv(3, 1), conv(4, 3, padding="causal", dilation=4)),
            # Of so many steps the padded sequence is as long as the sequence itself.
            sequence("CausalStride2Even", (4, 2), conv(3, 1), conv(4, 2, padding="causal", strides=2)),
            sequence("CausalStride2EvenFirst", (4, 2), conv(4, 2, padding="causal", strides=2)),
            sequence("CausalStride2Odd", (7, 2), conv(3, 1), conv(4, 3, padding="causal", strides=2)),
            sequence("CausalStride3", (8, 2), conv(3, 1), conv(4, 2, padding="causal", strides=3)),
            sequence("CausalStride5", (8, 2), conv(3, 1), conv(4, 3, padding="causal", strides=5)),
            sequence("CausalGroups2", (6, 2), conv(4, 1), conv(6, 3, padding="causal", groups=2)),
            sequence("CausalStack", (9, 1), conv(3, 2, "Tanh", padding="causal"), conv(3, 2, "Tanh", padding="causal", dilation=2),
                     conv(2, 2, padding="causal", dilation=4)),
            sequence("Causal17Wide", (33, 2), conv(17, 3, "Tanh", padding="causal", use_bias=False), conv(17, 2, padding="causal"), batch=2),
        ],
        "SequenceDepthwiseConvolutions": [
            # Convolutions of each channel.
            sequence("Depthwise1DFirst", (6, 3), depthwise(3)),
            sequence("Depthwise1D", (7, 2), conv(3, 1), depthwise(3, "ReLU")),
            sequence("Depthwise1D17Channels", (5, 2), conv(17, 1), depthwise(2, padding="same", use_bias=False), batch=2),
            sequence("Depthwise1DMultiplier2", (6, 2), conv(3, 1), depthwise(3, multiplier=2, strides=2)),
            sequence("Depthwise1DDilation2", (8, 2), conv(3, 1), depthwise(3, dilation=2)),

            # Convolutions in two steps.
            sequence("Separable1DFirst", (6, 3), separable(4, 3)),
            sequence("Separable1DOneChannel", (6, 1), separable(3, 3, "ReLU", multiplier=3)),
            sequence("Separable1D17Channels", (5, 2), conv(17, 1), separable(5, 2), batch=2),
            sequence("Separable1DMultiplier2", (6, 2), conv(3, 1), separable(4, 3, "ReLU", multiplier=2)),
            sequence("Separable1DNoBias", (6, 2), conv(3, 1), separable(4, 3, "GELU", use_bias=False)),
            sequence("Separable1DSame", (5, 2), conv(3, 1), separable(2, 4, padding="same")),
            sequence("Separable1DStride2", (8, 2), conv(3, 1), separable(4, 3, strides=2)),
            sequence("Separable1DStride2Same", (7, 2), conv(3, 1), separable(4, 3, strides=2, padding="same")),
            sequence("Separable1DDilation2", (8, 2), conv(3, 1), separable(4, 3, dilation=2)),
            sequence("Separable1DDilation2Same", (6, 2), conv(3, 1), separable(2, 3, dilation=2, padding="same", multiplier=2)),
            sequence("Separable1DPool", (8, 2), conv(3, 1), separable(4, 3, "ReLU"), MaxPooling1D()),
        ],
        "SequencePooling": [
            # Pooling: the largest.
            sequence("MaxPool1DFirst", (6, 3), MaxPooling1D()),
            sequence("MaxPool1DOddFirst", (7, 17), MaxPooling1D(), batch=2),
            sequence("MaxPool1D", (7, 2), conv(3, 1), MaxPooling1D()),
            sequence("MaxPool1DSame", (7, 2), conv(3, 1), MaxPooling1D(padding="same")),
            sequence("MaxPool1DSameFirst", (7, 2), MaxPooling1D(3, padding="same")),
            sequence("MaxPool1DStride1", (6, 2), conv(3, 1), MaxPooling1D(strides=1)),
            sequence("MaxPool1DStride1Same", (5, 2), conv(3, 1), MaxPooling1D(strides=1, padding="same")),
            sequence("MaxPool1DStride3", (9, 2), conv(3, 1), MaxPooling1D(strides=3)),
            sequence("MaxPool1D3Stride2SameEven", (8, 2), conv(3, 1), MaxPooling1D(3, strides=2, padding="same")),
            sequence("MaxPool1D3Stride2SameOdd", (7, 2), conv(3, 1), MaxPooling1D(3, strides=2, padding="same")),
            sequence("MaxPool1DBeyond", (2, 2), conv(3, 1), MaxPooling1D(5, strides=1, padding="same")),
            sequence("MaxPool1DWhole", (5, 2), conv(17, 1), MaxPooling1D(5)),

            # Pooling: the mean.
            sequence("AveragePool1DFirst", (6, 3), AveragePooling1D()),
            sequence("AveragePool1DOddFirst", (7, 17), AveragePooling1D(), batch=2),
            sequence("AveragePool1D", (7, 2), conv(3, 1, "Tanh"), AveragePooling1D()),
            sequence("AveragePool1DSame", (7, 2), conv(3, 1), AveragePooling1D(padding="same")),
            sequence("AveragePool1DStride1Same", (5, 2), conv(3, 1), AveragePooling1D(3, strides=1, padding="same")),
            sequence("AveragePool1DStride3", (9, 2), conv(3, 1), AveragePooling1D(strides=3)),
            sequence("AveragePool1D3Stride2SameEven", (8, 2), conv(3, 1), AveragePooling1D(3, strides=2, padding="same")),

            # Pooling of all steps.
            sequence("GlobalMax1DFirst", (5, 3), GlobalPooling1D("Max"), end=[Dense(3)]),
            sequence("GlobalMax1DOneStep", (1, 3), conv(17, 1), GlobalPooling1D("Max"), end=[Dense(3)]),
            sequence("GlobalMax1DKeepDims", (5, 2), conv(3, 1), GlobalPooling1D("Max", keep_dims=True), conv(2, 1)),
            sequence("GlobalAverage1DFirst", (5, 3), GlobalPooling1D("Average"), end=[Dense(3)]),
            sequence("GlobalAverage1DOneStep", (1, 3), conv(17, 1), GlobalPooling1D("Average"), end=[Dense(3)]),
            sequence("GlobalAverage1DKeepDims", (5, 2), conv(3, 1), GlobalPooling1D("Average", keep_dims=True), conv(2, 1)),
        ],
        "SequenceShapes": [
            # Sizes of sequences.
            sequence("RepeatFirst", (3,), RepeatVector(4)),
            sequence("RepeatOnce", (3,), Dense(5, "Tanh"), RepeatVector(1)),
            sequence("RepeatAfterDense", (3,), Dense(17, "Tanh"), RepeatVector(3)),
            sequence("RepeatThenSequence", (3,), Dense(4, "ReLU"), RepeatVector(5), conv(3, 3, padding="same")),
            sequence("RepeatSigmoid", (3,), Dense(2, "Sigmoid"), RepeatVector(2), end=[Flatten()], loss=BCE),
            sequence("UpSampling1DFirst", (3, 3), UpSampling1D()),
            sequence("UpSampling1DThrice", (3, 2), conv(17, 1, "Tanh"), UpSampling1D(3)),
            sequence("UpSampling1DSigmoid", (3, 2), conv(2, 1, "Sigmoid"), UpSampling1D(), end=[Flatten()], loss=BCE, batch=2),
            sequence("ZeroPadding1DFirst", (4, 3), ZeroPadding1D(2, 1)),
            sequence("ZeroPadding1DBothEnds", (4, 2), conv(3, 1, "Sigmoid"), ZeroPadding1D(1, 1), conv(2, 2)),
            sequence("Cropping1DFirst", (5, 3), Cropping1D(1, 2)),
            sequence("Cropping1DBothEnds", (5, 2), conv(17, 1, "Tanh"), Cropping1D(1, 1)),
            sequence("Cropping1DSoftmax", (4, 2), conv(3, 2, "Softmax"), Cropping1D(0, 2), end=[Flatten()], loss=SCCE, batch=5),
            sequence("CroppingSigmoid", (3, 3, 2), Conv2D(2, "Sigmoid", filters=2), Cropping2D((1, 0, 0, 1)), end=[Flatten()], loss=BCE),
            sequence("SequenceNoChance", (5, 2), conv(3, 1, "Tanh"), Dropout("SpatialDropout1D"), Dropout()),

            # Ten steps of each optimizer.
            sequence("OptimizerSequence", (10, 2), conv(4, 3, "ReLU", padding="causal"), MaxPooling1D(), conv(5, 2, "Tanh", dilation=2),
                     GlobalPooling1D("Average"), end=[Dense(3, "Softmax")], loss=SCCE, batch=5, optimizers=True),
            sequence("OptimizerSeparable1D", (6, 2), separable(5, 3, "Tanh"), depthwise(2), batch=4, optimizers=True),
        ],
    }
