using static StaticNet.Activation;

namespace StaticNet.Tests.Vectors;

/// <summary>
/// The models of the recorded vectors whose samples are sequences, or become such. Each has the name and the layers of a case in
/// <c>cases_sequences.py</c>, as in <see cref="VectorModels"/>.
/// </summary>
internal static class SequenceVectorModels
{
    /// <summary>For each case, what makes a model with the recorded parameters and its batch.</summary>
    public static Dictionary<string, Func<VectorCase, VectorRunner>> Runners { get; } = new()
    {
        [nameof(SequenceFirst)] = vector => VectorModels.Runner(new SequenceFirst(), vector),
        [nameof(SequencePointwise)] = vector => VectorModels.Runner(new SequencePointwise(), vector),
        [nameof(SequenceKernel4)] = vector => VectorModels.Runner(new SequenceKernel4(), vector),
        [nameof(SequenceOneChannel)] = vector => VectorModels.Runner(new SequenceOneChannel(), vector),
        [nameof(SequenceOneFilter)] = vector => VectorModels.Runner(new SequenceOneFilter(), vector),
        [nameof(SequenceOneStep)] = vector => VectorModels.Runner(new SequenceOneStep(), vector),
        [nameof(SequenceToOneStep)] = vector => VectorModels.Runner(new SequenceToOneStep(), vector),
        [nameof(Sequence17Channels)] = vector => VectorModels.Runner(new Sequence17Channels(), vector),
        [nameof(Sequence17ChannelsFirst)] = vector => VectorModels.Runner(new Sequence17ChannelsFirst(), vector),
        [nameof(Sequence17Filters)] = vector => VectorModels.Runner(new Sequence17Filters(), vector),
        [nameof(Sequence33Filters)] = vector => VectorModels.Runner(new Sequence33Filters(), vector),
        [nameof(SequenceNoBias)] = vector => VectorModels.Runner(new SequenceNoBias(), vector),
        [nameof(SequenceLast)] = vector => VectorModels.Runner(new SequenceLast(), vector),
        [nameof(SequenceScce)] = vector => VectorModels.Runner(new SequenceScce(), vector),
        [nameof(SequenceTwice)] = vector => VectorModels.Runner(new SequenceTwice(), vector),
        [nameof(SequenceGELU)] = vector => VectorModels.Runner(new SequenceGELU(), vector),
        [nameof(SequenceSoftmax)] = vector => VectorModels.Runner(new SequenceSoftmax(), vector),
        [nameof(SequenceReLULayer)] = vector => VectorModels.Runner(new SequenceReLULayer(), vector),
        [nameof(PositionFirst)] = vector => VectorModels.Runner(new PositionFirst(), vector),
        [nameof(PositionHidden)] = vector => VectorModels.Runner(new PositionHidden(), vector),
        [nameof(SinePositionFirst)] = vector => VectorModels.Runner(new SinePositionFirst(), vector),
        [nameof(SinePositionHidden)] = vector => VectorModels.Runner(new SinePositionHidden(), vector),
        [nameof(SequenceSameFirst)] = vector => VectorModels.Runner(new SequenceSameFirst(), vector),
        [nameof(SequenceSame)] = vector => VectorModels.Runner(new SequenceSame(), vector),
        [nameof(SequenceSameEvenKernel)] = vector => VectorModels.Runner(new SequenceSameEvenKernel(), vector),
        [nameof(SequenceSameBeyond)] = vector => VectorModels.Runner(new SequenceSameBeyond(), vector),
        [nameof(SequenceSameOneStep)] = vector => VectorModels.Runner(new SequenceSameOneStep(), vector),
        [nameof(SequenceStride2First)] = vector => VectorModels.Runner(new SequenceStride2First(), vector),
        [nameof(SequenceStride2Even)] = vector => VectorModels.Runner(new SequenceStride2Even(), vector),
        [nameof(SequenceStride2Odd)] = vector => VectorModels.Runner(new SequenceStride2Odd(), vector),
        [nameof(SequenceStride2SameEven)] = vector => VectorModels.Runner(new SequenceStride2SameEven(), vector),
        [nameof(SequenceStride2SameOdd)] = vector => VectorModels.Runner(new SequenceStride2SameOdd(), vector),
        [nameof(SequenceStride3Kernel2Same)] = vector => VectorModels.Runner(new SequenceStride3Kernel2Same(), vector),
        [nameof(SequenceDilation2First)] = vector => VectorModels.Runner(new SequenceDilation2First(), vector),
        [nameof(SequenceDilation2)] = vector => VectorModels.Runner(new SequenceDilation2(), vector),
        [nameof(SequenceDilation3Same)] = vector => VectorModels.Runner(new SequenceDilation3Same(), vector),
        [nameof(CausalFirst)] = vector => VectorModels.Runner(new CausalFirst(), vector),
        [nameof(CausalSecond)] = vector => VectorModels.Runner(new CausalSecond(), vector),
        [nameof(CausalKernel2)] = vector => VectorModels.Runner(new CausalKernel2(), vector),
        [nameof(CausalPointwise)] = vector => VectorModels.Runner(new CausalPointwise(), vector),
        [nameof(CausalOneStep)] = vector => VectorModels.Runner(new CausalOneStep(), vector),
        [nameof(CausalBeyond)] = vector => VectorModels.Runner(new CausalBeyond(), vector),
        [nameof(CausalDilation2First)] = vector => VectorModels.Runner(new CausalDilation2First(), vector),
        [nameof(CausalDilation2)] = vector => VectorModels.Runner(new CausalDilation2(), vector),
        [nameof(CausalDilation4)] = vector => VectorModels.Runner(new CausalDilation4(), vector),
        [nameof(CausalStride2Even)] = vector => VectorModels.Runner(new CausalStride2Even(), vector),
        [nameof(CausalStride2EvenFirst)] = vector => VectorModels.Runner(new CausalStride2EvenFirst(), vector),
        [nameof(CausalStride2Odd)] = vector => VectorModels.Runner(new CausalStride2Odd(), vector),
        [nameof(CausalStride3)] = vector => VectorModels.Runner(new CausalStride3(), vector),
        [nameof(CausalStride5)] = vector => VectorModels.Runner(new CausalStride5(), vector),
        [nameof(CausalGroups2)] = vector => VectorModels.Runner(new CausalGroups2(), vector),
        [nameof(CausalStack)] = vector => VectorModels.Runner(new CausalStack(), vector),
        [nameof(Causal17Wide)] = vector => VectorModels.Runner(new Causal17Wide(), vector),
        [nameof(SequenceGroups2First)] = vector => VectorModels.Runner(new SequenceGroups2First(), vector),
        [nameof(SequenceGroups2)] = vector => VectorModels.Runner(new SequenceGroups2(), vector),
        [nameof(SequenceGroups3Strided)] = vector => VectorModels.Runner(new SequenceGroups3Strided(), vector),
        [nameof(SequenceGroupsEach)] = vector => VectorModels.Runner(new SequenceGroupsEach(), vector),
        [nameof(SequenceGroupsOf17)] = vector => VectorModels.Runner(new SequenceGroupsOf17(), vector),
        [nameof(SequenceNorm)] = vector => VectorModels.Runner(new SequenceNorm(), vector),
        [nameof(SequenceNormFolded)] = vector => VectorModels.Runner(new SequenceNormFolded(), vector),
        [nameof(SequenceLayerNorm)] = vector => VectorModels.Runner(new SequenceLayerNorm(), vector),
        [nameof(SequencePool)] = vector => VectorModels.Runner(new SequencePool(), vector),
        [nameof(SequencePoolOdd)] = vector => VectorModels.Runner(new SequencePoolOdd(), vector),
        [nameof(SequencePool3)] = vector => VectorModels.Runner(new SequencePool3(), vector),
        [nameof(SequencePoolActivation)] = vector => VectorModels.Runner(new SequencePoolActivation(), vector),
        [nameof(SequencePoolNorm)] = vector => VectorModels.Runner(new SequencePoolNorm(), vector),
        [nameof(SequencePoolTwice)] = vector => VectorModels.Runner(new SequencePoolTwice(), vector),
        [nameof(SequencePoolAverage)] = vector => VectorModels.Runner(new SequencePoolAverage(), vector),
        [nameof(SequenceGlobalMax)] = vector => VectorModels.Runner(new SequenceGlobalMax(), vector),
        [nameof(SequenceGlobalMaxDeep)] = vector => VectorModels.Runner(new SequenceGlobalMaxDeep(), vector),
        [nameof(SequenceGlobalAverage)] = vector => VectorModels.Runner(new SequenceGlobalAverage(), vector),
        [nameof(Depthwise1DFirst)] = vector => VectorModels.Runner(new Depthwise1DFirst(), vector),
        [nameof(Depthwise1D)] = vector => VectorModels.Runner(new Depthwise1D(), vector),
        [nameof(Depthwise1D17Channels)] = vector => VectorModels.Runner(new Depthwise1D17Channels(), vector),
        [nameof(Depthwise1DMultiplier2)] = vector => VectorModels.Runner(new Depthwise1DMultiplier2(), vector),
        [nameof(Depthwise1DDilation2)] = vector => VectorModels.Runner(new Depthwise1DDilation2(), vector),
        [nameof(Separable1DFirst)] = vector => VectorModels.Runner(new Separable1DFirst(), vector),
        [nameof(Separable1DOneChannel)] = vector => VectorModels.Runner(new Separable1DOneChannel(), vector),
        [nameof(Separable1D17Channels)] = vector => VectorModels.Runner(new Separable1D17Channels(), vector),
        [nameof(Separable1DMultiplier2)] = vector => VectorModels.Runner(new Separable1DMultiplier2(), vector),
        [nameof(Separable1DNoBias)] = vector => VectorModels.Runner(new Separable1DNoBias(), vector),
        [nameof(Separable1DSame)] = vector => VectorModels.Runner(new Separable1DSame(), vector),
        [nameof(Separable1DStride2)] = vector => VectorModels.Runner(new Separable1DStride2(), vector),
        [nameof(Separable1DStride2Same)] = vector => VectorModels.Runner(new Separable1DStride2Same(), vector),
        [nameof(Separable1DDilation2)] = vector => VectorModels.Runner(new Separable1DDilation2(), vector),
        [nameof(Separable1DDilation2Same)] = vector => VectorModels.Runner(new Separable1DDilation2Same(), vector),
        [nameof(Separable1DPool)] = vector => VectorModels.Runner(new Separable1DPool(), vector),
        [nameof(MaxPool1DFirst)] = vector => VectorModels.Runner(new MaxPool1DFirst(), vector),
        [nameof(MaxPool1DOddFirst)] = vector => VectorModels.Runner(new MaxPool1DOddFirst(), vector),
        [nameof(MaxPool1D)] = vector => VectorModels.Runner(new MaxPool1D(), vector),
        [nameof(MaxPool1DSame)] = vector => VectorModels.Runner(new MaxPool1DSame(), vector),
        [nameof(MaxPool1DSameFirst)] = vector => VectorModels.Runner(new MaxPool1DSameFirst(), vector),
        [nameof(MaxPool1DStride1)] = vector => VectorModels.Runner(new MaxPool1DStride1(), vector),
        [nameof(MaxPool1DStride1Same)] = vector => VectorModels.Runner(new MaxPool1DStride1Same(), vector),
        [nameof(MaxPool1DStride3)] = vector => VectorModels.Runner(new MaxPool1DStride3(), vector),
        [nameof(MaxPool1D3Stride2SameEven)] = vector => VectorModels.Runner(new MaxPool1D3Stride2SameEven(), vector),
        [nameof(MaxPool1D3Stride2SameOdd)] = vector => VectorModels.Runner(new MaxPool1D3Stride2SameOdd(), vector),
        [nameof(MaxPool1DBeyond)] = vector => VectorModels.Runner(new MaxPool1DBeyond(), vector),
        [nameof(MaxPool1DWhole)] = vector => VectorModels.Runner(new MaxPool1DWhole(), vector),
        [nameof(AveragePool1DFirst)] = vector => VectorModels.Runner(new AveragePool1DFirst(), vector),
        [nameof(AveragePool1DOddFirst)] = vector => VectorModels.Runner(new AveragePool1DOddFirst(), vector),
        [nameof(AveragePool1D)] = vector => VectorModels.Runner(new AveragePool1D(), vector),
        [nameof(AveragePool1DSame)] = vector => VectorModels.Runner(new AveragePool1DSame(), vector),
        [nameof(AveragePool1DStride1Same)] = vector => VectorModels.Runner(new AveragePool1DStride1Same(), vector),
        [nameof(AveragePool1DStride3)] = vector => VectorModels.Runner(new AveragePool1DStride3(), vector),
        [nameof(AveragePool1D3Stride2SameEven)] = vector => VectorModels.Runner(new AveragePool1D3Stride2SameEven(), vector),
        [nameof(GlobalMax1DFirst)] = vector => VectorModels.Runner(new GlobalMax1DFirst(), vector),
        [nameof(GlobalMax1DOneStep)] = vector => VectorModels.Runner(new GlobalMax1DOneStep(), vector),
        [nameof(GlobalMax1DKeepDims)] = vector => VectorModels.Runner(new GlobalMax1DKeepDims(), vector),
        [nameof(GlobalAverage1DFirst)] = vector => VectorModels.Runner(new GlobalAverage1DFirst(), vector),
        [nameof(GlobalAverage1DOneStep)] = vector => VectorModels.Runner(new GlobalAverage1DOneStep(), vector),
        [nameof(GlobalAverage1DKeepDims)] = vector => VectorModels.Runner(new GlobalAverage1DKeepDims(), vector),
        [nameof(RepeatFirst)] = vector => VectorModels.Runner(new RepeatFirst(), vector),
        [nameof(RepeatOnce)] = vector => VectorModels.Runner(new RepeatOnce(), vector),
        [nameof(RepeatAfterDense)] = vector => VectorModels.Runner(new RepeatAfterDense(), vector),
        [nameof(RepeatThenSequence)] = vector => VectorModels.Runner(new RepeatThenSequence(), vector),
        [nameof(RepeatSigmoid)] = vector => VectorModels.Runner(new RepeatSigmoid(), vector),
        [nameof(UpSampling1DFirst)] = vector => VectorModels.Runner(new UpSampling1DFirst(), vector),
        [nameof(UpSampling1DThrice)] = vector => VectorModels.Runner(new UpSampling1DThrice(), vector),
        [nameof(UpSampling1DSigmoid)] = vector => VectorModels.Runner(new UpSampling1DSigmoid(), vector),
        [nameof(ZeroPadding1DFirst)] = vector => VectorModels.Runner(new ZeroPadding1DFirst(), vector),
        [nameof(ZeroPadding1DBothEnds)] = vector => VectorModels.Runner(new ZeroPadding1DBothEnds(), vector),
        [nameof(Cropping1DFirst)] = vector => VectorModels.Runner(new Cropping1DFirst(), vector),
        [nameof(Cropping1DBothEnds)] = vector => VectorModels.Runner(new Cropping1DBothEnds(), vector),
        [nameof(Cropping1DSoftmax)] = vector => VectorModels.Runner(new Cropping1DSoftmax(), vector),
        [nameof(CroppingSigmoid)] = vector => VectorModels.Runner(new CroppingSigmoid(), vector),
        [nameof(SequenceNoChance)] = vector => VectorModels.Runner(new SequenceNoChance(), vector),
        [nameof(OptimizerSequence)] = vector => VectorModels.Runner(new OptimizerSequence(), vector),
        [nameof(OptimizerSeparable1D)] = vector => VectorModels.Runner(new OptimizerSeparable1D(), vector),
    };
}

// Convolutions: sizes of kernels, channels and sequences.

[Model(7, 3)]
[Conv1D(4, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceFirst;

[Model(5, 3)]
[Conv1D(2, 1)]
[Conv1D(5, 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequencePointwise;

[Model(9, 2)]
[Conv1D(2, 1)]
[Conv1D(3, 4)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceKernel4;

[Model(9, 1)]
[Conv1D(4, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceOneChannel;

[Model(7, 3)]
[Conv1D(1, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceOneFilter;

[Model(1, 5)]
[Conv1D(4, 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceOneStep;

[Model(3, 3)]
[Conv1D(7, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceToOneStep;

[Model(6, 2)]
[Conv1D(17, 1)]
[Conv1D(5, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Sequence17Channels;

[Model(6, 17)]
[Conv1D(5, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Sequence17ChannelsFirst;

[Model(6, 3)]
[Conv1D(17, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Sequence17Filters;

[Model(19, 2)]
[Conv1D(33, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Sequence33Filters;

[Model(6, 2)]
[Conv1D(2, 1)]
[Conv1D(3, 3, UseBias = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceNoBias;

[Model(4, 2)]
[Conv1D(3, 2)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceLast;

[Model(6, 3)]
[Conv1D(4, 3, ReLU)]
[Flatten]
[Dense(4, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class SequenceScce;

[Model(9, 2)]
[Conv1D(4, 3, ReLU)]
[Conv1D(3, 3, LeakyReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceTwice;

[Model(6, 2)]
[Conv1D(4, 3, GELU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceGELU;

[Model(6, 2)]
[Conv1D(4, 3, Softmax)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceSoftmax;

[Model(6, 2)]
[Conv1D(4, 3)]
[Activation(ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceReLULayer;

[Model(5, 3)]
[PositionEmbedding]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class PositionFirst;

[Model(5, 3)]
[Conv1D(17, 1, Tanh)]
[PositionEmbedding(8)]
[Conv1D(3, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class PositionHidden;

[Model(6, 5)]
[SinePositionEncoding]
[Conv1D(3, 2, Tanh)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SinePositionFirst;

[Model(6, 3)]
[Conv1D(18, 1, Tanh)]
[SinePositionEncoding(MaxWavelength = 50)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SinePositionHidden;

// Convolutions: padding on both sides.

[Model(7, 1)]
[Conv1D(4, 3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceSameFirst;

[Model(6, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceSame;

[Model(7, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 4, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceSameEvenKernel;

[Model(2, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 5, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceSameBeyond;

[Model(1, 3)]
[Conv1D(2, 1)]
[Conv1D(4, 3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceSameOneStep;

// Convolutions: strides and dilation.

[Model(9, 1)]
[Conv1D(4, 3, Strides = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceStride2First;

[Model(10, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 3, Strides = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceStride2Even;

[Model(9, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 3, Strides = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceStride2Odd;

[Model(8, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceStride2SameEven;

[Model(9, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 4, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceStride2SameOdd;

[Model(8, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 2, Strides = 3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceStride3Kernel2Same;

[Model(9, 1)]
[Conv1D(4, 3, DilationRate = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceDilation2First;

[Model(9, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 3, DilationRate = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceDilation2;

[Model(7, 2)]
[Conv1D(3, 1)]
[Conv1D(2, 3, Padding = Padding.Same, DilationRate = 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceDilation3Same;

// Convolutions that see no later step.

[Model(7, 3)]
[Conv1D(4, 3, Padding = Padding.Causal)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalFirst;

[Model(6, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 3, Padding = Padding.Causal)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalSecond;

[Model(5, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 2, ReLU, Padding = Padding.Causal)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalKernel2;

[Model(5, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 1, Padding = Padding.Causal)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalPointwise;

[Model(1, 3)]
[Conv1D(2, 1)]
[Conv1D(4, 3, Padding = Padding.Causal)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalOneStep;

[Model(3, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 5, Padding = Padding.Causal)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalBeyond;

[Model(7, 1)]
[Conv1D(4, 3, Padding = Padding.Causal, DilationRate = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalDilation2First;

[Model(7, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 3, Padding = Padding.Causal, DilationRate = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalDilation2;

[Model(6, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 3, Padding = Padding.Causal, DilationRate = 4)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalDilation4;

[Model(4, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 2, Strides = 2, Padding = Padding.Causal)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalStride2Even;

[Model(4, 2)]
[Conv1D(4, 2, Strides = 2, Padding = Padding.Causal)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalStride2EvenFirst;

[Model(7, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 3, Strides = 2, Padding = Padding.Causal)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalStride2Odd;

[Model(8, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 2, Strides = 3, Padding = Padding.Causal)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalStride3;

[Model(8, 2)]
[Conv1D(3, 1)]
[Conv1D(4, 3, Strides = 5, Padding = Padding.Causal)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalStride5;

[Model(6, 2)]
[Conv1D(4, 1)]
[Conv1D(6, 3, Padding = Padding.Causal, Groups = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalGroups2;

[Model(9, 1)]
[Conv1D(3, 2, Tanh, Padding = Padding.Causal)]
[Conv1D(3, 2, Tanh, Padding = Padding.Causal, DilationRate = 2)]
[Conv1D(2, 2, Padding = Padding.Causal, DilationRate = 4)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CausalStack;

[Model(33, 2)]
[Conv1D(17, 3, Tanh, Padding = Padding.Causal, UseBias = false)]
[Conv1D(17, 2, Padding = Padding.Causal)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Causal17Wide;

// Convolutions: groups.

[Model(6, 4)]
[Conv1D(6, 3, Groups = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceGroups2First;

[Model(6, 2)]
[Conv1D(4, 1)]
[Conv1D(6, 3, Groups = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceGroups2;

[Model(8, 2)]
[Conv1D(3, 1)]
[Conv1D(6, 3, Strides = 2, Groups = 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceGroups3Strided;

[Model(6, 2)]
[Conv1D(3, 1)]
[Conv1D(3, 3, Padding = Padding.Same, Groups = 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceGroupsEach;

[Model(4, 2)]
[Conv1D(34, 1)]
[Conv1D(34, 2, DilationRate = 2, Groups = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceGroupsOf17;

// What stands behind a convolution.

[Model(6, 2)]
[Conv1D(3, 3, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceNorm;

[Model(21, 2)]
[Conv1D(3, 3)]
[BatchNormalization]
[Activation(Tanh)]
[Conv1D(2, 4, Strides = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceNormFolded;

[Model(6, 2)]
[Conv1D(5, 3)]
[LayerNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceLayerNorm;

[Model(10, 2)]
[Conv1D(4, 3, ReLU)]
[MaxPooling1D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequencePool;

[Model(9, 2)]
[Conv1D(17, 3, ReLU)]
[MaxPooling1D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequencePoolOdd;

[Model(10, 2)]
[Conv1D(4, 2)]
[MaxPooling1D(3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequencePool3;

[Model(8, 2)]
[Conv1D(4, 3)]
[MaxPooling1D]
[Activation(LeakyReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequencePoolActivation;

[Model(8, 2)]
[Conv1D(4, 3)]
[MaxPooling1D]
[BatchNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequencePoolNorm;

[Model(14, 2)]
[Conv1D(4, 3, ReLU)]
[MaxPooling1D]
[Conv1D(5, 3, ReLU)]
[MaxPooling1D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequencePoolTwice;

[Model(8, 2)]
[Conv1D(4, 3, ReLU)]
[AveragePooling1D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequencePoolAverage;

[Model(11, 5)]
[Conv1D(8, 3, ReLU)]
[GlobalMaxPooling1D]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class SequenceGlobalMax;

[Model(13, 5)]
[Conv1D(17, 3, ReLU)]
[Conv1D(18, 3, ReLU)]
[GlobalMaxPooling1D]
[Dropout(0)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class SequenceGlobalMaxDeep;

[Model(7, 3)]
[Conv1D(5, 3, ReLU)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceGlobalAverage;

// Convolutions of each channel.

[Model(6, 3)]
[DepthwiseConv1D(3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Depthwise1DFirst;

[Model(7, 2)]
[Conv1D(3, 1)]
[DepthwiseConv1D(3, ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Depthwise1D;

[Model(5, 2)]
[Conv1D(17, 1)]
[DepthwiseConv1D(2, Padding = Padding.Same, UseBias = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Depthwise1D17Channels;

[Model(6, 2)]
[Conv1D(3, 1)]
[DepthwiseConv1D(3, Strides = 2, DepthMultiplier = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Depthwise1DMultiplier2;

[Model(8, 2)]
[Conv1D(3, 1)]
[DepthwiseConv1D(3, DilationRate = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Depthwise1DDilation2;

// Convolutions in two steps.

[Model(6, 3)]
[SeparableConv1D(4, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Separable1DFirst;

[Model(6, 1)]
[SeparableConv1D(3, 3, ReLU, DepthMultiplier = 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Separable1DOneChannel;

[Model(5, 2)]
[Conv1D(17, 1)]
[SeparableConv1D(5, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Separable1D17Channels;

[Model(6, 2)]
[Conv1D(3, 1)]
[SeparableConv1D(4, 3, ReLU, DepthMultiplier = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Separable1DMultiplier2;

[Model(6, 2)]
[Conv1D(3, 1)]
[SeparableConv1D(4, 3, GELU, UseBias = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Separable1DNoBias;

[Model(5, 2)]
[Conv1D(3, 1)]
[SeparableConv1D(2, 4, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Separable1DSame;

[Model(8, 2)]
[Conv1D(3, 1)]
[SeparableConv1D(4, 3, Strides = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Separable1DStride2;

[Model(7, 2)]
[Conv1D(3, 1)]
[SeparableConv1D(4, 3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Separable1DStride2Same;

[Model(8, 2)]
[Conv1D(3, 1)]
[SeparableConv1D(4, 3, DilationRate = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Separable1DDilation2;

[Model(6, 2)]
[Conv1D(3, 1)]
[SeparableConv1D(2, 3, Padding = Padding.Same, DilationRate = 2, DepthMultiplier = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Separable1DDilation2Same;

[Model(8, 2)]
[Conv1D(3, 1)]
[SeparableConv1D(4, 3, ReLU)]
[MaxPooling1D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Separable1DPool;

// Pooling: the largest.

[Model(6, 3)]
[MaxPooling1D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool1DFirst;

[Model(7, 17)]
[MaxPooling1D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool1DOddFirst;

[Model(7, 2)]
[Conv1D(3, 1)]
[MaxPooling1D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool1D;

[Model(7, 2)]
[Conv1D(3, 1)]
[MaxPooling1D(Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool1DSame;

[Model(7, 2)]
[MaxPooling1D(3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool1DSameFirst;

[Model(6, 2)]
[Conv1D(3, 1)]
[MaxPooling1D(Strides = 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool1DStride1;

[Model(5, 2)]
[Conv1D(3, 1)]
[MaxPooling1D(Strides = 1, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool1DStride1Same;

[Model(9, 2)]
[Conv1D(3, 1)]
[MaxPooling1D(Strides = 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool1DStride3;

[Model(8, 2)]
[Conv1D(3, 1)]
[MaxPooling1D(3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool1D3Stride2SameEven;

[Model(7, 2)]
[Conv1D(3, 1)]
[MaxPooling1D(3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool1D3Stride2SameOdd;

[Model(2, 2)]
[Conv1D(3, 1)]
[MaxPooling1D(5, Strides = 1, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool1DBeyond;

[Model(5, 2)]
[Conv1D(17, 1)]
[MaxPooling1D(5)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool1DWhole;

// Pooling: the mean.

[Model(6, 3)]
[AveragePooling1D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool1DFirst;

[Model(7, 17)]
[AveragePooling1D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool1DOddFirst;

[Model(7, 2)]
[Conv1D(3, 1, Tanh)]
[AveragePooling1D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool1D;

[Model(7, 2)]
[Conv1D(3, 1)]
[AveragePooling1D(Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool1DSame;

[Model(5, 2)]
[Conv1D(3, 1)]
[AveragePooling1D(3, Strides = 1, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool1DStride1Same;

[Model(9, 2)]
[Conv1D(3, 1)]
[AveragePooling1D(Strides = 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool1DStride3;

[Model(8, 2)]
[Conv1D(3, 1)]
[AveragePooling1D(3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool1D3Stride2SameEven;

// Pooling of all steps.

[Model(5, 3)]
[GlobalMaxPooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GlobalMax1DFirst;

[Model(1, 3)]
[Conv1D(17, 1)]
[GlobalMaxPooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GlobalMax1DOneStep;

[Model(5, 2)]
[Conv1D(3, 1)]
[GlobalMaxPooling1D(KeepDims = true)]
[Conv1D(2, 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GlobalMax1DKeepDims;

[Model(5, 3)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GlobalAverage1DFirst;

[Model(1, 3)]
[Conv1D(17, 1)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GlobalAverage1DOneStep;

[Model(5, 2)]
[Conv1D(3, 1)]
[GlobalAveragePooling1D(KeepDims = true)]
[Conv1D(2, 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GlobalAverage1DKeepDims;

// Sizes of sequences.

[Model(3)]
[RepeatVector(4)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class RepeatFirst;

[Model(3)]
[Dense(5, Tanh)]
[RepeatVector(1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class RepeatOnce;

[Model(3)]
[Dense(17, Tanh)]
[RepeatVector(3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class RepeatAfterDense;

[Model(3)]
[Dense(4, ReLU)]
[RepeatVector(5)]
[Conv1D(3, 3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class RepeatThenSequence;

[Model(3)]
[Dense(2, Sigmoid)]
[RepeatVector(2)]
[Flatten]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class RepeatSigmoid;

[Model(3, 3)]
[UpSampling1D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class UpSampling1DFirst;

[Model(3, 2)]
[Conv1D(17, 1, Tanh)]
[UpSampling1D(3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class UpSampling1DThrice;

[Model(3, 2)]
[Conv1D(2, 1, Sigmoid)]
[UpSampling1D]
[Flatten]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class UpSampling1DSigmoid;

[Model(4, 3)]
[ZeroPadding1D(2, 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ZeroPadding1DFirst;

[Model(4, 2)]
[Conv1D(3, 1, Sigmoid)]
[ZeroPadding1D]
[Conv1D(2, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ZeroPadding1DBothEnds;

[Model(5, 3)]
[Cropping1D(1, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Cropping1DFirst;

[Model(5, 2)]
[Conv1D(17, 1, Tanh)]
[Cropping1D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Cropping1DBothEnds;

[Model(4, 2)]
[Conv1D(3, 2, Softmax)]
[Cropping1D(0, 2)]
[Flatten]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Cropping1DSoftmax;

[Model(3, 3, 2)]
[Conv2D(2, 2, Sigmoid)]
[Cropping2D(1, 0, 0, 1)]
[Flatten]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class CroppingSigmoid;

[Model(5, 2)]
[Conv1D(3, 1, Tanh)]
[SpatialDropout1D(0)]
[Dropout(0)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SequenceNoChance;

// Ten steps of each optimizer.

[Model(10, 2)]
[Conv1D(4, 3, ReLU, Padding = Padding.Causal)]
[MaxPooling1D]
[Conv1D(5, 2, Tanh, DilationRate = 2)]
[GlobalAveragePooling1D]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class OptimizerSequence;

[Model(6, 2)]
[SeparableConv1D(5, 3, Tanh)]
[DepthwiseConv1D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class OptimizerSeparable1D;
