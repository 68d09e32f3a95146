using static StaticNet.Activation;
using static StaticNet.Loss;
using static StaticNet.Padding;

namespace StaticNet.Tests.Vectors.Cases;

// Convolutions: sizes of kernels, channels and sequences.
[Model(7, 3), Conv1D(4, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceFirst;
[Model(5, 3), Conv1D(2, 1), Conv1D(5, 1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequencePointwise;
[Model(9, 2), Conv1D(2, 1), Conv1D(3, 4), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceKernel4;
[Model(9, 1), Conv1D(4, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceOneChannel;
[Model(7, 3), Conv1D(1, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceOneFilter;
[Model(1, 5), Conv1D(4, 1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceOneStep;
[Model(3, 3), Conv1D(7, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceToOneStep;
[Model(6, 2), Conv1D(17, 1), Conv1D(5, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Sequence17Channels;
[Model(6, 17), Conv1D(5, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Sequence17ChannelsFirst;
[Model(6, 3), Conv1D(17, 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Sequence17Filters;
[Model(19, 2), Conv1D(33, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class Sequence33Filters;
[Model(6, 2), Conv1D(2, 1), Conv1D(3, 3, UseBias = false), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceNoBias;
[Model(4, 2), Conv1D(3, 2), Flatten, Loss(MeanSquaredError)] partial class SequenceLast;
[Model(6, 3), Conv1D(4, 3, ReLU), Flatten, Dense(4, Softmax), Loss(SparseCategoricalCrossentropy)] partial class SequenceScce;
[Model(9, 2), Conv1D(4, 3, ReLU), Conv1D(3, 3, LeakyReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceTwice;
[Model(6, 2), Conv1D(4, 3, GELU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceGELU;
[Model(6, 2), Conv1D(4, 3, Softmax), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceSoftmax;
[Model(6, 2), Conv1D(4, 3), Activation(ReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceReLULayer;

// Positions.
[Model(5, 3), PositionEmbedding, Flatten, Dense(3), Loss(MeanSquaredError)] partial class PositionFirst;
[Model(5, 3), Conv1D(17, 1, Tanh), PositionEmbedding(8), Conv1D(3, 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class PositionHidden;
[Model(6, 5), SinePositionEncoding, Conv1D(3, 2, Tanh), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SinePositionFirst;
[Model(6, 3), Conv1D(18, 1, Tanh), SinePositionEncoding(MaxWavelength = 50), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SinePositionHidden;

// Convolutions: padding on both sides.
[Model(7, 1), Conv1D(4, 3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceSameFirst;
[Model(6, 2), Conv1D(3, 1), Conv1D(4, 3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceSame;
[Model(7, 2), Conv1D(3, 1), Conv1D(4, 4, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceSameEvenKernel;
[Model(2, 2), Conv1D(3, 1), Conv1D(4, 5, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceSameBeyond;
[Model(1, 3), Conv1D(2, 1), Conv1D(4, 3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceSameOneStep;

// Convolutions: strides and dilation.
[Model(9, 1), Conv1D(4, 3, Strides = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceStride2First;
[Model(10, 2), Conv1D(3, 1), Conv1D(4, 3, Strides = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceStride2Even;
[Model(9, 2), Conv1D(3, 1), Conv1D(4, 3, Strides = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceStride2Odd;
[Model(8, 2), Conv1D(3, 1), Conv1D(4, 3, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SequenceStride2SameEven;
[Model(9, 2), Conv1D(3, 1), Conv1D(4, 4, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SequenceStride2SameOdd;
[Model(8, 2), Conv1D(3, 1), Conv1D(4, 2, Strides = 3, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SequenceStride3Kernel2Same;
[Model(9, 1), Conv1D(4, 3, DilationRate = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceDilation2First;
[Model(9, 2), Conv1D(3, 1), Conv1D(4, 3, DilationRate = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceDilation2;
[Model(7, 2), Conv1D(3, 1), Conv1D(2, 3, Padding = Same, DilationRate = 3), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SequenceDilation3Same;

// Convolutions: groups.
[Model(6, 4), Conv1D(6, 3, Groups = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceGroups2First;
[Model(6, 2), Conv1D(4, 1), Conv1D(6, 3, Groups = 2), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceGroups2;
[Model(8, 2), Conv1D(3, 1), Conv1D(6, 3, Strides = 2, Groups = 3), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SequenceGroups3Strided;
[Model(6, 2), Conv1D(3, 1), Conv1D(3, 3, Padding = Same, Groups = 3), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SequenceGroupsEach;
[Model(4, 2), Conv1D(34, 1), Conv1D(34, 2, DilationRate = 2, Groups = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SequenceGroupsOf17;

// What stands behind a convolution.
[Model(6, 2), Conv1D(3, 3, UseBias = false), BatchNormalization, Activation(ReLU), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SequenceNorm;
[Model(21, 2), Conv1D(3, 3), BatchNormalization, Activation(Tanh), Conv1D(2, 4, Strides = 2), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SequenceNormFolded;
[Model(6, 2), Conv1D(5, 3), LayerNormalization, Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequenceLayerNorm;
[Model(10, 2), Conv1D(4, 3, ReLU), MaxPooling1D, Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequencePool;
[Model(9, 2), Conv1D(17, 3, ReLU), MaxPooling1D, Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequencePoolOdd;
[Model(10, 2), Conv1D(4, 2), MaxPooling1D(3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequencePool3;
[Model(8, 2), Conv1D(4, 3), MaxPooling1D, Activation(LeakyReLU), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SequencePoolActivation;
[Model(8, 2), Conv1D(4, 3), MaxPooling1D, BatchNormalization, Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequencePoolNorm;
[Model(14, 2), Conv1D(4, 3, ReLU), MaxPooling1D, Conv1D(5, 3, ReLU), MaxPooling1D, Flatten, Dense(3), Loss(MeanSquaredError)]
partial class SequencePoolTwice;
[Model(8, 2), Conv1D(4, 3, ReLU), AveragePooling1D, Flatten, Dense(3), Loss(MeanSquaredError)] partial class SequencePoolAverage;
[Model(11, 5), Conv1D(8, 3, ReLU), GlobalMaxPooling1D, Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class SequenceGlobalMax;
[Model(13, 5), Conv1D(17, 3, ReLU), Conv1D(18, 3, ReLU), GlobalMaxPooling1D, Dropout(0), Dense(1, Sigmoid), Loss(BinaryCrossentropy)]
partial class SequenceGlobalMaxDeep;
[Model(7, 3), Conv1D(5, 3, ReLU), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)] partial class SequenceGlobalAverage;
