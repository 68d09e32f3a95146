using static StaticNet.Activation;

namespace StaticNet.Tests.Vectors;

/// <summary>
/// The models of the recorded vectors whose samples are images, or rows with the layers of images. Each has the name and the layers of
/// a case in <c>record.py</c>, as in <see cref="VectorModels"/>.
/// </summary>
internal static class ImageVectorModels
{
    /// <summary>For each case, what makes a model with the recorded parameters and its batch.</summary>
    public static Dictionary<string, Func<VectorCase, VectorRunner>> Runners { get; } = new()
    {
        [nameof(ConvPointwise)] = vector => VectorModels.Runner(new ConvPointwise(), vector),
        [nameof(ConvKernel2x3)] = vector => VectorModels.Runner(new ConvKernel2x3(), vector),
        [nameof(ConvKernel5)] = vector => VectorModels.Runner(new ConvKernel5(), vector),
        [nameof(ConvOneChannel)] = vector => VectorModels.Runner(new ConvOneChannel(), vector),
        [nameof(ConvOneFilter)] = vector => VectorModels.Runner(new ConvOneFilter(), vector),
        [nameof(Conv17Channels)] = vector => VectorModels.Runner(new Conv17Channels(), vector),
        [nameof(Conv17Filters)] = vector => VectorModels.Runner(new Conv17Filters(), vector),
        [nameof(Conv33Filters)] = vector => VectorModels.Runner(new Conv33Filters(), vector),
        [nameof(ConvOnOnePixel)] = vector => VectorModels.Runner(new ConvOnOnePixel(), vector),
        [nameof(ConvToOnePixel)] = vector => VectorModels.Runner(new ConvToOnePixel(), vector),
        [nameof(ConvOnRow)] = vector => VectorModels.Runner(new ConvOnRow(), vector),
        [nameof(ConvNoBias)] = vector => VectorModels.Runner(new ConvNoBias(), vector),
        [nameof(ConvLast)] = vector => VectorModels.Runner(new ConvLast(), vector),
        [nameof(ConvScce)] = vector => VectorModels.Runner(new ConvScce(), vector),
        [nameof(ConvReLU)] = vector => VectorModels.Runner(new ConvReLU(), vector),
        [nameof(ConvLeakyReLU)] = vector => VectorModels.Runner(new ConvLeakyReLU(), vector),
        [nameof(ConvGELU)] = vector => VectorModels.Runner(new ConvGELU(), vector),
        [nameof(ConvSigmoid)] = vector => VectorModels.Runner(new ConvSigmoid(), vector),
        [nameof(ConvSoftmax)] = vector => VectorModels.Runner(new ConvSoftmax(), vector),
        [nameof(ConvGELULayer)] = vector => VectorModels.Runner(new ConvGELULayer(), vector),
        [nameof(ConvSoftmaxLayer)] = vector => VectorModels.Runner(new ConvSoftmaxLayer(), vector),
        [nameof(ActivationOnImage)] = vector => VectorModels.Runner(new ActivationOnImage(), vector),
        [nameof(SoftmaxOnImage)] = vector => VectorModels.Runner(new SoftmaxOnImage(), vector),
        [nameof(ConvConv)] = vector => VectorModels.Runner(new ConvConv(), vector),
        [nameof(ConvConvLinear)] = vector => VectorModels.Runner(new ConvConvLinear(), vector),
        [nameof(ConvConvWide)] = vector => VectorModels.Runner(new ConvConvWide(), vector),
        [nameof(ConvThree)] = vector => VectorModels.Runner(new ConvThree(), vector),
        [nameof(ConvSameFirst)] = vector => VectorModels.Runner(new ConvSameFirst(), vector),
        [nameof(ConvSameEven)] = vector => VectorModels.Runner(new ConvSameEven(), vector),
        [nameof(ConvSameOdd)] = vector => VectorModels.Runner(new ConvSameOdd(), vector),
        [nameof(ConvSameEvenKernel)] = vector => VectorModels.Runner(new ConvSameEvenKernel(), vector),
        [nameof(ConvSameBeyondImage)] = vector => VectorModels.Runner(new ConvSameBeyondImage(), vector),
        [nameof(ConvSameOnOnePixel)] = vector => VectorModels.Runner(new ConvSameOnOnePixel(), vector),
        [nameof(ConvSameSame)] = vector => VectorModels.Runner(new ConvSameSame(), vector),
        [nameof(ConvStride2First)] = vector => VectorModels.Runner(new ConvStride2First(), vector),
        [nameof(ConvStride2SameFirst)] = vector => VectorModels.Runner(new ConvStride2SameFirst(), vector),
        [nameof(ConvStride2Even)] = vector => VectorModels.Runner(new ConvStride2Even(), vector),
        [nameof(ConvStride2Odd)] = vector => VectorModels.Runner(new ConvStride2Odd(), vector),
        [nameof(ConvStride2SameEven)] = vector => VectorModels.Runner(new ConvStride2SameEven(), vector),
        [nameof(ConvStride2SameOdd)] = vector => VectorModels.Runner(new ConvStride2SameOdd(), vector),
        [nameof(ConvStride2Kernel5Same)] = vector => VectorModels.Runner(new ConvStride2Kernel5Same(), vector),
        [nameof(ConvStride2Pointwise)] = vector => VectorModels.Runner(new ConvStride2Pointwise(), vector),
        [nameof(ConvStride3)] = vector => VectorModels.Runner(new ConvStride3(), vector),
        [nameof(ConvStride3Same)] = vector => VectorModels.Runner(new ConvStride3Same(), vector),
        [nameof(ConvStride3Kernel2Same)] = vector => VectorModels.Runner(new ConvStride3Kernel2Same(), vector),
        [nameof(ConvStride2x1)] = vector => VectorModels.Runner(new ConvStride2x1(), vector),
        [nameof(ConvStride1x2Same)] = vector => VectorModels.Runner(new ConvStride1x2Same(), vector),
        [nameof(ConvDilation2First)] = vector => VectorModels.Runner(new ConvDilation2First(), vector),
        [nameof(ConvDilation2)] = vector => VectorModels.Runner(new ConvDilation2(), vector),
        [nameof(ConvDilation2Same)] = vector => VectorModels.Runner(new ConvDilation2Same(), vector),
        [nameof(ConvDilation2x1)] = vector => VectorModels.Runner(new ConvDilation2x1(), vector),
        [nameof(ConvDilation1x3Same)] = vector => VectorModels.Runner(new ConvDilation1x3Same(), vector),
        [nameof(ConvGroups2First)] = vector => VectorModels.Runner(new ConvGroups2First(), vector),
        [nameof(ConvGroups2)] = vector => VectorModels.Runner(new ConvGroups2(), vector),
        [nameof(ConvGroups3Strided)] = vector => VectorModels.Runner(new ConvGroups3Strided(), vector),
        [nameof(ConvGroupsEach)] = vector => VectorModels.Runner(new ConvGroupsEach(), vector),
        [nameof(ConvGroupsOf17)] = vector => VectorModels.Runner(new ConvGroupsOf17(), vector),
        [nameof(ConvPoolEven1)] = vector => VectorModels.Runner(new ConvPoolEven1(), vector),
        [nameof(ConvPoolOdd1)] = vector => VectorModels.Runner(new ConvPoolOdd1(), vector),
        [nameof(ConvPoolOdd1LeakyReLU)] = vector => VectorModels.Runner(new ConvPoolOdd1LeakyReLU(), vector),
        [nameof(ConvPoolEven3)] = vector => VectorModels.Runner(new ConvPoolEven3(), vector),
        [nameof(ConvPoolOdd3)] = vector => VectorModels.Runner(new ConvPoolOdd3(), vector),
        [nameof(ConvPoolOdd3ReLU)] = vector => VectorModels.Runner(new ConvPoolOdd3ReLU(), vector),
        [nameof(ConvPoolEven20)] = vector => VectorModels.Runner(new ConvPoolEven20(), vector),
        [nameof(ConvPoolOdd20LeakyReLU)] = vector => VectorModels.Runner(new ConvPoolOdd20LeakyReLU(), vector),
        [nameof(ConvPoolEven20Linear)] = vector => VectorModels.Runner(new ConvPoolEven20Linear(), vector),
        [nameof(ConvPool17Filters)] = vector => VectorModels.Runner(new ConvPool17Filters(), vector),
        [nameof(ConvPool33Filters)] = vector => VectorModels.Runner(new ConvPool33Filters(), vector),
        [nameof(ConvPoolNoBias)] = vector => VectorModels.Runner(new ConvPoolNoBias(), vector),
        [nameof(ConvPoolGELU)] = vector => VectorModels.Runner(new ConvPoolGELU(), vector),
        [nameof(ConvPoolSigmoid)] = vector => VectorModels.Runner(new ConvPoolSigmoid(), vector),
        [nameof(ConvPoolToOnePixel)] = vector => VectorModels.Runner(new ConvPoolToOnePixel(), vector),
        [nameof(ConvPoolSame)] = vector => VectorModels.Runner(new ConvPoolSame(), vector),
        [nameof(ConvPoolSameOdd)] = vector => VectorModels.Runner(new ConvPoolSameOdd(), vector),
        [nameof(ConvPoolSamePool)] = vector => VectorModels.Runner(new ConvPoolSamePool(), vector),
        [nameof(ConvPoolStride2)] = vector => VectorModels.Runner(new ConvPoolStride2(), vector),
        [nameof(ConvPoolStride2Same)] = vector => VectorModels.Runner(new ConvPoolStride2Same(), vector),
        [nameof(ConvPoolDilation2)] = vector => VectorModels.Runner(new ConvPoolDilation2(), vector),
        [nameof(ConvPoolGroups2)] = vector => VectorModels.Runner(new ConvPoolGroups2(), vector),
        [nameof(ConvPool3)] = vector => VectorModels.Runner(new ConvPool3(), vector),
        [nameof(ConvPool3Stride1)] = vector => VectorModels.Runner(new ConvPool3Stride1(), vector),
        [nameof(ConvPool1x2)] = vector => VectorModels.Runner(new ConvPool1x2(), vector),
        [nameof(ConvPoolDead)] = vector => VectorModels.Runner(new ConvPoolDead(), vector),
        [nameof(ConvPoolHalfDead)] = vector => VectorModels.Runner(new ConvPoolHalfDead(), vector),
        [nameof(ConvPoolActivation)] = vector => VectorModels.Runner(new ConvPoolActivation(), vector),
        [nameof(ConvPoolThenActivation)] = vector => VectorModels.Runner(new ConvPoolThenActivation(), vector),
        [nameof(ConvPoolThenConv)] = vector => VectorModels.Runner(new ConvPoolThenConv(), vector),
        [nameof(ConvThenConvPool)] = vector => VectorModels.Runner(new ConvThenConvPool(), vector),
        [nameof(ConvPoolTwice)] = vector => VectorModels.Runner(new ConvPoolTwice(), vector),
        [nameof(ConvPoolTwiceSame)] = vector => VectorModels.Runner(new ConvPoolTwiceSame(), vector),
        [nameof(ConvPoolTwiceWide)] = vector => VectorModels.Runner(new ConvPoolTwiceWide(), vector),
        [nameof(ConvPoolScce)] = vector => VectorModels.Runner(new ConvPoolScce(), vector),
        [nameof(BatchNormFirst)] = vector => VectorModels.Runner(new BatchNormFirst(), vector),
        [nameof(BatchNormFirstOnRow)] = vector => VectorModels.Runner(new BatchNormFirstOnRow(), vector),
        [nameof(BatchNormOnRows)] = vector => VectorModels.Runner(new BatchNormOnRows(), vector),
        [nameof(BatchNormAfterDense)] = vector => VectorModels.Runner(new BatchNormAfterDense(), vector),
        [nameof(BatchNormAfterActivation)] = vector => VectorModels.Runner(new BatchNormAfterActivation(), vector),
        [nameof(BatchNormLast)] = vector => VectorModels.Runner(new BatchNormLast(), vector),
        [nameof(BatchNormScce)] = vector => VectorModels.Runner(new BatchNormScce(), vector),
        [nameof(BatchNormAfterConv)] = vector => VectorModels.Runner(new BatchNormAfterConv(), vector),
        [nameof(BatchNormAfterConvReLU)] = vector => VectorModels.Runner(new BatchNormAfterConvReLU(), vector),
        [nameof(BatchNormBeforeReLU)] = vector => VectorModels.Runner(new BatchNormBeforeReLU(), vector),
        [nameof(BatchNormBatch1)] = vector => VectorModels.Runner(new BatchNormBatch1(), vector),
        [nameof(BatchNorm17Channels)] = vector => VectorModels.Runner(new BatchNorm17Channels(), vector),
        [nameof(BatchNormNoCenter)] = vector => VectorModels.Runner(new BatchNormNoCenter(), vector),
        [nameof(BatchNormNoScale)] = vector => VectorModels.Runner(new BatchNormNoScale(), vector),
        [nameof(BatchNormPlain)] = vector => VectorModels.Runner(new BatchNormPlain(), vector),
        [nameof(BatchNormEpsilon)] = vector => VectorModels.Runner(new BatchNormEpsilon(), vector),
        [nameof(BatchNormTwice)] = vector => VectorModels.Runner(new BatchNormTwice(), vector),
        [nameof(ConvNormPool)] = vector => VectorModels.Runner(new ConvNormPool(), vector),
        [nameof(ConvNormPoolLinear)] = vector => VectorModels.Runner(new ConvNormPoolLinear(), vector),
        [nameof(ConvNormPoolTwice)] = vector => VectorModels.Runner(new ConvNormPoolTwice(), vector),
        [nameof(ConvPoolNorm)] = vector => VectorModels.Runner(new ConvPoolNorm(), vector),
        [nameof(LayerNormOnRow)] = vector => VectorModels.Runner(new LayerNormOnRow(), vector),
        [nameof(LayerNormReLU)] = vector => VectorModels.Runner(new LayerNormReLU(), vector),
        [nameof(LayerNormFirst)] = vector => VectorModels.Runner(new LayerNormFirst(), vector),
        [nameof(LayerNormAfterConv)] = vector => VectorModels.Runner(new LayerNormAfterConv(), vector),
        [nameof(LayerNorm33Channels)] = vector => VectorModels.Runner(new LayerNorm33Channels(), vector),
        [nameof(LayerNormOneChannel)] = vector => VectorModels.Runner(new LayerNormOneChannel(), vector),
        [nameof(LayerNormNoCenter)] = vector => VectorModels.Runner(new LayerNormNoCenter(), vector),
        [nameof(LayerNormNoScale)] = vector => VectorModels.Runner(new LayerNormNoScale(), vector),
        [nameof(LayerNormPlain)] = vector => VectorModels.Runner(new LayerNormPlain(), vector),
        [nameof(LayerNormEpsilon)] = vector => VectorModels.Runner(new LayerNormEpsilon(), vector),
        [nameof(GroupNormFirst)] = vector => VectorModels.Runner(new GroupNormFirst(), vector),
        [nameof(GroupNormAfterConv)] = vector => VectorModels.Runner(new GroupNormAfterConv(), vector),
        [nameof(GroupNormOneGroup)] = vector => VectorModels.Runner(new GroupNormOneGroup(), vector),
        [nameof(GroupNormInstance)] = vector => VectorModels.Runner(new GroupNormInstance(), vector),
        [nameof(GroupNormPlain)] = vector => VectorModels.Runner(new GroupNormPlain(), vector),
        [nameof(MaxPoolFirst)] = vector => VectorModels.Runner(new MaxPoolFirst(), vector),
        [nameof(MaxPoolOddFirst)] = vector => VectorModels.Runner(new MaxPoolOddFirst(), vector),
        [nameof(MaxPoolThenConv)] = vector => VectorModels.Runner(new MaxPoolThenConv(), vector),
        [nameof(MaxPoolAfterDense)] = vector => VectorModels.Runner(new MaxPoolAfterDense(), vector),
        [nameof(MaxPoolOddAfterDense)] = vector => VectorModels.Runner(new MaxPoolOddAfterDense(), vector),
        [nameof(MaxPoolTwice)] = vector => VectorModels.Runner(new MaxPoolTwice(), vector),
        [nameof(MaxPoolSame)] = vector => VectorModels.Runner(new MaxPoolSame(), vector),
        [nameof(MaxPoolStride1)] = vector => VectorModels.Runner(new MaxPoolStride1(), vector),
        [nameof(MaxPoolStride1Same)] = vector => VectorModels.Runner(new MaxPoolStride1Same(), vector),
        [nameof(MaxPoolStride3)] = vector => VectorModels.Runner(new MaxPoolStride3(), vector),
        [nameof(MaxPool3)] = vector => VectorModels.Runner(new MaxPool3(), vector),
        [nameof(MaxPool3Stride1)] = vector => VectorModels.Runner(new MaxPool3Stride1(), vector),
        [nameof(MaxPool3Stride1Same)] = vector => VectorModels.Runner(new MaxPool3Stride1Same(), vector),
        [nameof(MaxPool3Stride2)] = vector => VectorModels.Runner(new MaxPool3Stride2(), vector),
        [nameof(MaxPool3Stride2SameEven)] = vector => VectorModels.Runner(new MaxPool3Stride2SameEven(), vector),
        [nameof(MaxPool3Stride2SameOdd)] = vector => VectorModels.Runner(new MaxPool3Stride2SameOdd(), vector),
        [nameof(MaxPool1x2)] = vector => VectorModels.Runner(new MaxPool1x2(), vector),
        [nameof(MaxPool2x1Strides1x2)] = vector => VectorModels.Runner(new MaxPool2x1Strides1x2(), vector),
        [nameof(AveragePoolFirst)] = vector => VectorModels.Runner(new AveragePoolFirst(), vector),
        [nameof(AveragePoolOddFirst)] = vector => VectorModels.Runner(new AveragePoolOddFirst(), vector),
        [nameof(AveragePoolAfterConv)] = vector => VectorModels.Runner(new AveragePoolAfterConv(), vector),
        [nameof(AveragePool17Channels)] = vector => VectorModels.Runner(new AveragePool17Channels(), vector),
        [nameof(AveragePoolSame)] = vector => VectorModels.Runner(new AveragePoolSame(), vector),
        [nameof(AveragePoolStride1Same)] = vector => VectorModels.Runner(new AveragePoolStride1Same(), vector),
        [nameof(AveragePoolStride3)] = vector => VectorModels.Runner(new AveragePoolStride3(), vector),
        [nameof(AveragePool3)] = vector => VectorModels.Runner(new AveragePool3(), vector),
        [nameof(AveragePool3Stride1)] = vector => VectorModels.Runner(new AveragePool3Stride1(), vector),
        [nameof(AveragePool3Stride1Same)] = vector => VectorModels.Runner(new AveragePool3Stride1Same(), vector),
        [nameof(AveragePool3Stride2)] = vector => VectorModels.Runner(new AveragePool3Stride2(), vector),
        [nameof(AveragePool3Stride2SameEven)] = vector => VectorModels.Runner(new AveragePool3Stride2SameEven(), vector),
        [nameof(AveragePool3Stride2SameOdd)] = vector => VectorModels.Runner(new AveragePool3Stride2SameOdd(), vector),
        [nameof(AveragePool1x2)] = vector => VectorModels.Runner(new AveragePool1x2(), vector),
        [nameof(AveragePool2x1Strides1x2)] = vector => VectorModels.Runner(new AveragePool2x1Strides1x2(), vector),
        [nameof(GlobalMaxFirst)] = vector => VectorModels.Runner(new GlobalMaxFirst(), vector),
        [nameof(GlobalMaxAfterConv)] = vector => VectorModels.Runner(new GlobalMaxAfterConv(), vector),
        [nameof(GlobalMaxKeepDims)] = vector => VectorModels.Runner(new GlobalMaxKeepDims(), vector),
        [nameof(GlobalAverageFirst)] = vector => VectorModels.Runner(new GlobalAverageFirst(), vector),
        [nameof(GlobalAverageAfterConv)] = vector => VectorModels.Runner(new GlobalAverageAfterConv(), vector),
        [nameof(GlobalAverageKeepDims)] = vector => VectorModels.Runner(new GlobalAverageKeepDims(), vector),
        [nameof(GlobalAverageScce)] = vector => VectorModels.Runner(new GlobalAverageScce(), vector),
        [nameof(ZeroPaddingFirst)] = vector => VectorModels.Runner(new ZeroPaddingFirst(), vector),
        [nameof(ZeroPaddingSides)] = vector => VectorModels.Runner(new ZeroPaddingSides(), vector),
        [nameof(ZeroPaddingHeightWidth)] = vector => VectorModels.Runner(new ZeroPaddingHeightWidth(), vector),
        [nameof(CroppingFirst)] = vector => VectorModels.Runner(new CroppingFirst(), vector),
        [nameof(CroppingSides)] = vector => VectorModels.Runner(new CroppingSides(), vector),
        [nameof(CroppingHeightWidth)] = vector => VectorModels.Runner(new CroppingHeightWidth(), vector),
        [nameof(UpSamplingFirst)] = vector => VectorModels.Runner(new UpSamplingFirst(), vector),
        [nameof(UpSampling2x3)] = vector => VectorModels.Runner(new UpSampling2x3(), vector),
        [nameof(UpSamplingBilinearFirst)] = vector => VectorModels.Runner(new UpSamplingBilinearFirst(), vector),
        [nameof(UpSamplingBilinear2x3)] = vector => VectorModels.Runner(new UpSamplingBilinear2x3(), vector),
        [nameof(UpSamplingBilinearOnePixel)] = vector => VectorModels.Runner(new UpSamplingBilinearOnePixel(), vector),
        [nameof(UpSamplingBilinear17Channels)] = vector => VectorModels.Runner(new UpSamplingBilinear17Channels(), vector),
        [nameof(ReshapeToImage)] = vector => VectorModels.Runner(new ReshapeToImage(), vector),
        [nameof(ReshapeToRows)] = vector => VectorModels.Runner(new ReshapeToRows(), vector),
        [nameof(ReshapeInferred)] = vector => VectorModels.Runner(new ReshapeInferred(), vector),
        [nameof(ReshapeDenseToImage)] = vector => VectorModels.Runner(new ReshapeDenseToImage(), vector),
        [nameof(PermuteFirst)] = vector => VectorModels.Runner(new PermuteFirst(), vector),
        [nameof(PermuteAfterConv)] = vector => VectorModels.Runner(new PermuteAfterConv(), vector),
        [nameof(PermuteWidthHeight)] = vector => VectorModels.Runner(new PermuteWidthHeight(), vector),
        [nameof(PermuteBack)] = vector => VectorModels.Runner(new PermuteBack(), vector),
        [nameof(PermuteRows)] = vector => VectorModels.Runner(new PermuteRows(), vector),
        [nameof(PermuteRowsAfterDense)] = vector => VectorModels.Runner(new PermuteRowsAfterDense(), vector),
        [nameof(Flatten10Channels)] = vector => VectorModels.Runner(new Flatten10Channels(), vector),
        [nameof(FlattenRows)] = vector => VectorModels.Runner(new FlattenRows(), vector),
        [nameof(DenseOnRows)] = vector => VectorModels.Runner(new DenseOnRows(), vector),
        [nameof(DenseOnRowsTwice)] = vector => VectorModels.Runner(new DenseOnRowsTwice(), vector),
        [nameof(DenseOnImage)] = vector => VectorModels.Runner(new DenseOnImage(), vector),
        [nameof(DenseOnImageAfterConv)] = vector => VectorModels.Runner(new DenseOnImageAfterConv(), vector),
        [nameof(DenseOneUnitOnImage)] = vector => VectorModels.Runner(new DenseOneUnitOnImage(), vector),
        [nameof(DenseOneUnitAfterConv)] = vector => VectorModels.Runner(new DenseOneUnitAfterConv(), vector),
        [nameof(RescalingFirst)] = vector => VectorModels.Runner(new RescalingFirst(), vector),
        [nameof(RescalingAfterConv)] = vector => VectorModels.Runner(new RescalingAfterConv(), vector),
        [nameof(NoChance)] = vector => VectorModels.Runner(new NoChance(), vector),
        [nameof(DepthwiseFirst)] = vector => VectorModels.Runner(new DepthwiseFirst(), vector),
        [nameof(DepthwiseOneChannel)] = vector => VectorModels.Runner(new DepthwiseOneChannel(), vector),
        [nameof(Depthwise17Channels)] = vector => VectorModels.Runner(new Depthwise17Channels(), vector),
        [nameof(DepthwiseMultiplier2)] = vector => VectorModels.Runner(new DepthwiseMultiplier2(), vector),
        [nameof(DepthwiseMultiplier3Wide)] = vector => VectorModels.Runner(new DepthwiseMultiplier3Wide(), vector),
        [nameof(DepthwisePointwise)] = vector => VectorModels.Runner(new DepthwisePointwise(), vector),
        [nameof(DepthwiseNoBias)] = vector => VectorModels.Runner(new DepthwiseNoBias(), vector),
        [nameof(DepthwiseSame)] = vector => VectorModels.Runner(new DepthwiseSame(), vector),
        [nameof(DepthwiseSame5)] = vector => VectorModels.Runner(new DepthwiseSame5(), vector),
        [nameof(DepthwiseStride2)] = vector => VectorModels.Runner(new DepthwiseStride2(), vector),
        [nameof(DepthwiseStride2SameEven)] = vector => VectorModels.Runner(new DepthwiseStride2SameEven(), vector),
        [nameof(DepthwiseStride2SameOdd)] = vector => VectorModels.Runner(new DepthwiseStride2SameOdd(), vector),
        [nameof(DepthwiseStride2x1)] = vector => VectorModels.Runner(new DepthwiseStride2x1(), vector),
        [nameof(DepthwiseDilation2)] = vector => VectorModels.Runner(new DepthwiseDilation2(), vector),
        [nameof(DepthwiseDilation2Same)] = vector => VectorModels.Runner(new DepthwiseDilation2Same(), vector),
        [nameof(DepthwiseDilation1x2)] = vector => VectorModels.Runner(new DepthwiseDilation1x2(), vector),
        [nameof(DepthwisePool)] = vector => VectorModels.Runner(new DepthwisePool(), vector),
        [nameof(DepthwiseNorm)] = vector => VectorModels.Runner(new DepthwiseNorm(), vector),
        [nameof(SeparableFirst)] = vector => VectorModels.Runner(new SeparableFirst(), vector),
        [nameof(SeparableOneChannel)] = vector => VectorModels.Runner(new SeparableOneChannel(), vector),
        [nameof(Separable17Channels)] = vector => VectorModels.Runner(new Separable17Channels(), vector),
        [nameof(SeparableMultiplier2)] = vector => VectorModels.Runner(new SeparableMultiplier2(), vector),
        [nameof(SeparableNoBias)] = vector => VectorModels.Runner(new SeparableNoBias(), vector),
        [nameof(SeparableSame)] = vector => VectorModels.Runner(new SeparableSame(), vector),
        [nameof(SeparableStride2)] = vector => VectorModels.Runner(new SeparableStride2(), vector),
        [nameof(SeparableStride2Same)] = vector => VectorModels.Runner(new SeparableStride2Same(), vector),
        [nameof(SeparableStride2x1)] = vector => VectorModels.Runner(new SeparableStride2x1(), vector),
        [nameof(SeparableDilation2)] = vector => VectorModels.Runner(new SeparableDilation2(), vector),
        [nameof(SeparableDilation2Same)] = vector => VectorModels.Runner(new SeparableDilation2Same(), vector),
        [nameof(SeparablePool)] = vector => VectorModels.Runner(new SeparablePool(), vector),
        [nameof(TransposeFirst)] = vector => VectorModels.Runner(new TransposeFirst(), vector),
        [nameof(TransposeOneChannel)] = vector => VectorModels.Runner(new TransposeOneChannel(), vector),
        [nameof(Transpose17Channels)] = vector => VectorModels.Runner(new Transpose17Channels(), vector),
        [nameof(Transpose17Filters)] = vector => VectorModels.Runner(new Transpose17Filters(), vector),
        [nameof(TransposeOnOnePixel)] = vector => VectorModels.Runner(new TransposeOnOnePixel(), vector),
        [nameof(TransposePointwise)] = vector => VectorModels.Runner(new TransposePointwise(), vector),
        [nameof(TransposeNoBias)] = vector => VectorModels.Runner(new TransposeNoBias(), vector),
        [nameof(TransposeSame)] = vector => VectorModels.Runner(new TransposeSame(), vector),
        [nameof(TransposeSameEvenKernel)] = vector => VectorModels.Runner(new TransposeSameEvenKernel(), vector),
        [nameof(TransposeStride2)] = vector => VectorModels.Runner(new TransposeStride2(), vector),
        [nameof(TransposeStride2Same)] = vector => VectorModels.Runner(new TransposeStride2Same(), vector),
        [nameof(TransposeStride2Kernel2Same)] = vector => VectorModels.Runner(new TransposeStride2Kernel2Same(), vector),
        [nameof(TransposeStride2Kernel4Same)] = vector => VectorModels.Runner(new TransposeStride2Kernel4Same(), vector),
        [nameof(TransposeStride2Kernel5Same)] = vector => VectorModels.Runner(new TransposeStride2Kernel5Same(), vector),
        [nameof(TransposeStride3Kernel2)] = vector => VectorModels.Runner(new TransposeStride3Kernel2(), vector),
        [nameof(TransposeStride3Kernel2Same)] = vector => VectorModels.Runner(new TransposeStride3Kernel2Same(), vector),
        [nameof(TransposeStride2x1)] = vector => VectorModels.Runner(new TransposeStride2x1(), vector),
        [nameof(TransposeStride1x3Same)] = vector => VectorModels.Runner(new TransposeStride1x3Same(), vector),
        [nameof(TransposeDilation2)] = vector => VectorModels.Runner(new TransposeDilation2(), vector),
        [nameof(TransposeDilation2Same)] = vector => VectorModels.Runner(new TransposeDilation2Same(), vector),
        [nameof(TransposeDilation1x2Same)] = vector => VectorModels.Runner(new TransposeDilation1x2Same(), vector),
        [nameof(TransposeOutputPadding1)] = vector => VectorModels.Runner(new TransposeOutputPadding1(), vector),
        [nameof(TransposeOutputPadding0Same)] = vector => VectorModels.Runner(new TransposeOutputPadding0Same(), vector),
        [nameof(TransposeOutputPadding1Same)] = vector => VectorModels.Runner(new TransposeOutputPadding1Same(), vector),
        [nameof(TransposeOutputPadding2Same)] = vector => VectorModels.Runner(new TransposeOutputPadding2Same(), vector),
        [nameof(TransposeNorm)] = vector => VectorModels.Runner(new TransposeNorm(), vector),
        [nameof(TransposePool)] = vector => VectorModels.Runner(new TransposePool(), vector),
        [nameof(TranslationReflect)] = vector => VectorModels.Runner(new TranslationReflect(), vector),
        [nameof(TranslationWhole)] = vector => VectorModels.Runner(new TranslationWhole(), vector),
        [nameof(TranslationConstant)] = vector => VectorModels.Runner(new TranslationConstant(), vector),
        [nameof(TranslationNearestFill)] = vector => VectorModels.Runner(new TranslationNearestFill(), vector),
        [nameof(TranslationWrap)] = vector => VectorModels.Runner(new TranslationWrap(), vector),
        [nameof(TranslationNearest)] = vector => VectorModels.Runner(new TranslationNearest(), vector),
        [nameof(RotationReflect)] = vector => VectorModels.Runner(new RotationReflect(), vector),
        [nameof(RotationConstant)] = vector => VectorModels.Runner(new RotationConstant(), vector),
        [nameof(RotationNearest)] = vector => VectorModels.Runner(new RotationNearest(), vector),
        [nameof(ZoomOut)] = vector => VectorModels.Runner(new ZoomOut(), vector),
        [nameof(ZoomIn)] = vector => VectorModels.Runner(new ZoomIn(), vector),
        [nameof(ZoomConstant)] = vector => VectorModels.Runner(new ZoomConstant(), vector),
        [nameof(ZoomNearest)] = vector => VectorModels.Runner(new ZoomNearest(), vector),
        [nameof(OptimizerConv)] = vector => VectorModels.Runner(new OptimizerConv(), vector),
        [nameof(OptimizerConvNorm)] = vector => VectorModels.Runner(new OptimizerConvNorm(), vector),
        [nameof(OptimizerDenseNorm)] = vector => VectorModels.Runner(new OptimizerDenseNorm(), vector),
        [nameof(OptimizerSeparable)] = vector => VectorModels.Runner(new OptimizerSeparable(), vector),
        [nameof(OptimizerTranspose)] = vector => VectorModels.Runner(new OptimizerTranspose(), vector),
    };
}

// Convolutions: sizes of kernels, channels and images.

[Model(3, 4, 3)]
[Conv2D(5, 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPointwise;

[Model(5, 6, 2)]
[Conv2D(4, 2, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvKernel2x3;

[Model(7, 6, 3)]
[Conv2D(2, 5)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvKernel5;

[Model(6, 6, 1)]
[Conv2D(4, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvOneChannel;

[Model(5, 4, 3)]
[Conv2D(1, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvOneFilter;

[Model(4, 4, 17)]
[Conv2D(5, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Conv17Channels;

[Model(4, 5, 3)]
[Conv2D(17, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Conv17Filters;

[Model(4, 4, 2)]
[Conv2D(33, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Conv33Filters;

[Model(1, 1, 5)]
[Conv2D(4, 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvOnOnePixel;

[Model(3, 3, 3)]
[Conv2D(7, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvToOnePixel;

[Model(1, 9, 2)]
[Conv2D(3, 1, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvOnRow;

[Model(5, 5, 2)]
[Conv2D(3, 3, UseBias = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvNoBias;

[Model(4, 4, 2)]
[Conv2D(3, 2)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvLast;

[Model(5, 5, 3)]
[Conv2D(4, 3, ReLU)]
[Flatten]
[Dense(4, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class ConvScce;

// Convolutions: activations.

[Model(5, 5, 2)]
[Conv2D(4, 3, ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvReLU;

[Model(5, 5, 2)]
[Conv2D(4, 3, LeakyReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvLeakyReLU;

[Model(5, 5, 2)]
[Conv2D(4, 3, GELU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvGELU;

[Model(5, 5, 2)]
[Conv2D(4, 3, Sigmoid)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvSigmoid;

[Model(5, 5, 2)]
[Conv2D(4, 3, Softmax)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvSoftmax;

[Model(4, 5, 2)]
[Conv2D(5, 2)]
[Activation(GELU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvGELULayer;

[Model(4, 4, 3)]
[Conv2D(5, 2)]
[Activation(Softmax)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvSoftmaxLayer;

[Model(3, 3, 5)]
[Activation(Sigmoid)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ActivationOnImage;

[Model(3, 3, 5)]
[Activation(Softmax)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SoftmaxOnImage;

// Convolutions: one after the other.

[Model(6, 6, 2)]
[Conv2D(4, 3, ReLU)]
[Conv2D(3, 3, ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvConv;

[Model(5, 4, 1)]
[Conv2D(3, 2)]
[Conv2D(4, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvConvLinear;

[Model(4, 4, 3)]
[Conv2D(17, 2, ReLU)]
[Conv2D(3, 2, LeakyReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvConvWide;

[Model(7, 7, 1)]
[Conv2D(3, 3, GELU, Padding = Padding.Same)]
[Conv2D(4, 3, ReLU, Strides = 2)]
[Conv2D(5, 1, Sigmoid)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvThree;

// Convolutions: padding.

[Model(5, 4, 1)]
[Conv2D(4, 3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvSameFirst;

[Model(6, 4, 2)]
[Conv2D(3, 1)]
[Conv2D(4, 3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvSameEven;

[Model(5, 7, 2)]
[Conv2D(3, 1)]
[Conv2D(2, 3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvSameOdd;

[Model(5, 4, 2)]
[Conv2D(2, 1)]
[Conv2D(3, 2, 4, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvSameEvenKernel;

[Model(3, 2, 2)]
[Conv2D(3, 1)]
[Conv2D(4, 5, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvSameBeyondImage;

[Model(1, 1, 3)]
[Conv2D(2, 1)]
[Conv2D(4, 3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvSameOnOnePixel;

[Model(5, 5, 2)]
[Conv2D(3, 3, ReLU, Padding = Padding.Same)]
[Conv2D(3, 3, Tanh, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvSameSame;

// Convolutions: strides.

[Model(7, 6, 1)]
[Conv2D(4, 3, Strides = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvStride2First;

[Model(6, 5, 3)]
[Conv2D(4, 3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvStride2SameFirst;

[Model(6, 8, 2)]
[Conv2D(3, 1)]
[Conv2D(4, 3, Strides = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvStride2Even;

[Model(7, 5, 2)]
[Conv2D(3, 1)]
[Conv2D(4, 3, Strides = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvStride2Odd;

[Model(6, 4, 2)]
[Conv2D(3, 1)]
[Conv2D(4, 3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvStride2SameEven;

[Model(7, 5, 2)]
[Conv2D(3, 1)]
[Conv2D(4, 3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvStride2SameOdd;

[Model(6, 7, 2)]
[Conv2D(2, 1)]
[Conv2D(3, 5, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvStride2Kernel5Same;

[Model(5, 4, 3)]
[Conv2D(3, 1)]
[Conv2D(4, 1, Strides = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvStride2Pointwise;

[Model(8, 7, 2)]
[Conv2D(3, 1)]
[Conv2D(4, 3, Strides = 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvStride3;

[Model(8, 7, 2)]
[Conv2D(3, 1)]
[Conv2D(4, 3, Strides = 3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvStride3Same;

[Model(7, 8, 2)]
[Conv2D(3, 1)]
[Conv2D(4, 2, Strides = 3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvStride3Kernel2Same;

[Model(7, 5, 2)]
[Conv2D(3, 1)]
[Conv2D(4, 3, StrideHeight = 2, StrideWidth = 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvStride2x1;

[Model(4, 7, 2)]
[Conv2D(3, 1)]
[Conv2D(4, 2, 3, StrideHeight = 1, StrideWidth = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvStride1x2Same;

// Convolutions: dilation.

[Model(7, 7, 1)]
[Conv2D(4, 3, DilationRate = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvDilation2First;

[Model(7, 6, 2)]
[Conv2D(3, 1)]
[Conv2D(4, 3, DilationRate = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvDilation2;

[Model(5, 6, 2)]
[Conv2D(3, 1)]
[Conv2D(2, 3, Padding = Padding.Same, DilationRate = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvDilation2Same;

[Model(6, 5, 2)]
[Conv2D(3, 1)]
[Conv2D(4, 2, 3, DilationHeight = 2, DilationWidth = 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvDilation2x1;

[Model(3, 8, 2)]
[Conv2D(3, 1)]
[Conv2D(2, 3, Padding = Padding.Same, DilationHeight = 1, DilationWidth = 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvDilation1x3Same;

// Convolutions: groups.

[Model(4, 4, 4)]
[Conv2D(6, 3, Groups = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvGroups2First;

[Model(4, 4, 2)]
[Conv2D(4, 1)]
[Conv2D(6, 3, ReLU, Groups = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvGroups2;

[Model(5, 4, 2)]
[Conv2D(6, 1)]
[Conv2D(3, 2, 3, Strides = 2, Padding = Padding.Same, Groups = 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvGroups3Strided;

[Model(4, 5, 2)]
[Conv2D(5, 1)]
[Conv2D(10, 3, Groups = 5)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvGroupsEach;

[Model(3, 3, 2)]
[Conv2D(34, 1)]
[Conv2D(4, 2, Groups = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvGroupsOf17;

// Convolution and pooling, which are one step where that pays.

[Model(6, 6, 1)]
[Conv2D(4, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolEven1;

[Model(7, 6, 1)]
[Conv2D(5, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolOdd1;

[Model(6, 7, 1)]
[Conv2D(3, 2, LeakyReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolOdd1LeakyReLU;

[Model(6, 6, 3)]
[Conv2D(4, 3, LeakyReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolEven3;

[Model(7, 7, 3)]
[Conv2D(3, 3)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolOdd3;

[Model(5, 7, 3)]
[Conv2D(4, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolOdd3ReLU;

[Model(6, 6, 20)]
[Conv2D(3, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolEven20;

[Model(5, 6, 20)]
[Conv2D(2, 2, LeakyReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolOdd20LeakyReLU;

[Model(4, 4, 20)]
[Conv2D(5, 1)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolEven20Linear;

[Model(6, 6, 1)]
[Conv2D(17, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPool17Filters;

[Model(4, 6, 3)]
[Conv2D(33, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPool33Filters;

[Model(6, 6, 2)]
[Conv2D(3, 3, ReLU, UseBias = false)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolNoBias;

[Model(6, 5, 2)]
[Conv2D(3, 2, GELU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolGELU;

[Model(5, 5, 2)]
[Conv2D(3, 2, Sigmoid)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolSigmoid;

[Model(3, 3, 2)]
[Conv2D(5, 2, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolToOnePixel;

[Model(6, 6, 3)]
[Conv2D(3, 3, ReLU, Padding = Padding.Same)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolSame;

[Model(5, 5, 3)]
[Conv2D(3, 3, LeakyReLU, Padding = Padding.Same)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolSameOdd;

[Model(5, 6, 2)]
[Conv2D(3, 2, ReLU, Padding = Padding.Same)]
[MaxPooling2D(2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolSamePool;

[Model(9, 9, 2)]
[Conv2D(3, 3, ReLU, Strides = 2)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolStride2;

[Model(7, 7, 3)]
[Conv2D(3, 3, ReLU, Strides = 2, Padding = Padding.Same)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolStride2Same;

[Model(7, 7, 2)]
[Conv2D(3, 3, ReLU, DilationRate = 2)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolDilation2;

[Model(4, 5, 4)]
[Conv2D(4, 2, ReLU, Groups = 2)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolGroups2;

[Model(8, 8, 1)]
[Conv2D(3, 3, ReLU)]
[MaxPooling2D(3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPool3;

[Model(6, 6, 1)]
[Conv2D(3, 3, ReLU)]
[MaxPooling2D(3, Strides = 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPool3Stride1;

[Model(4, 7, 2)]
[Conv2D(3, 2, ReLU)]
[MaxPooling2D(1, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPool1x2;

[Model(6, 6, 1)]
[Conv2D(3, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolDead;

[Model(6, 6, 3)]
[Conv2D(4, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolHalfDead;

[Model(6, 6, 2)]
[Conv2D(4, 3)]
[Activation(ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolActivation;

[Model(6, 6, 2)]
[Conv2D(4, 3)]
[MaxPooling2D(2)]
[Activation(ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolThenActivation;

[Model(8, 6, 3)]
[Conv2D(4, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(3, 2, ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolThenConv;

[Model(7, 7, 2)]
[Conv2D(3, 2, ReLU)]
[Conv2D(4, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvThenConvPool;

[Model(9, 9, 1)]
[Conv2D(4, 3, ReLU)]
[MaxPooling2D]
[Conv2D(5, 2, ReLU)]
[MaxPooling2D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolTwice;

[Model(8, 8, 2)]
[Conv2D(3, 3, ReLU, Padding = Padding.Same)]
[MaxPooling2D(2)]
[Conv2D(4, 3, ReLU, Padding = Padding.Same)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolTwiceSame;

[Model(8, 8, 1)]
[Conv2D(17, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(3, 2, LeakyReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolTwiceWide;

[Model(6, 6, 1)]
[Conv2D(4, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(5, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class ConvPoolScce;

// Normalisation of batches.

[Model(4, 3, 3)]
[BatchNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNormFirst;

[Model(7)]
[BatchNormalization]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNormFirstOnRow;

[Model(5, 3)]
[Dense(4, UseBias = false)]
[BatchNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNormOnRows;

[Model(5)]
[Dense(17, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNormAfterDense;

[Model(5)]
[Dense(10, ReLU)]
[BatchNormalization]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNormAfterActivation;

[Model(5)]
[Dense(10, Tanh)]
[Dense(3, UseBias = false)]
[BatchNormalization]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNormLast;

[Model(5)]
[Dense(10, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class BatchNormScce;

[Model(5, 5, 2)]
[Conv2D(3, 3, UseBias = false)]
[BatchNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNormAfterConv;

[Model(5, 4, 2)]
[Conv2D(3, 2, ReLU)]
[BatchNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNormAfterConvReLU;

[Model(4, 5, 2)]
[Conv2D(3, 2, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNormBeforeReLU;

[Model(4, 5, 2)]
[Conv2D(3, 2, UseBias = false)]
[BatchNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNormBatch1;

[Model(3, 3, 3)]
[Conv2D(17, 2, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNorm17Channels;

[Model(4, 4, 2)]
[Conv2D(3, 2, UseBias = false)]
[BatchNormalization(Center = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNormNoCenter;

[Model(4, 4, 2)]
[Conv2D(3, 2, UseBias = false)]
[BatchNormalization(Scale = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNormNoScale;

[Model(4, 4, 2)]
[Conv2D(3, 2, UseBias = false)]
[BatchNormalization(Center = false, Scale = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNormPlain;

[Model(3, 4, 2)]
[Conv2D(3, 2, UseBias = false)]
[BatchNormalization(Momentum = 0.9f, Epsilon = 0.1f)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNormEpsilon;

[Model(5, 5, 2)]
[Conv2D(3, 2, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Conv2D(4, 2, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class BatchNormTwice;

[Model(6, 6, 2)]
[Conv2D(3, 3)]
[BatchNormalization]
[Activation(ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvNormPool;

[Model(5, 6, 2)]
[Conv2D(3, 2, UseBias = false)]
[BatchNormalization]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvNormPoolLinear;

[Model(8, 8, 1)]
[Conv2D(3, 3, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[MaxPooling2D(2)]
[Conv2D(4, 2, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvNormPoolTwice;

[Model(6, 6, 2)]
[Conv2D(3, 3, ReLU)]
[MaxPooling2D(2)]
[BatchNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ConvPoolNorm;

// Normalisation of rows.

[Model(5)]
[Dense(17)]
[LayerNormalization]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LayerNormOnRow;

[Model(5)]
[Dense(10)]
[LayerNormalization]
[Activation(ReLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LayerNormReLU;

[Model(4, 3, 7)]
[LayerNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LayerNormFirst;

[Model(3, 4, 2)]
[Conv2D(5, 2)]
[LayerNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LayerNormAfterConv;

[Model(2, 3, 2)]
[Conv2D(33, 2, ReLU)]
[LayerNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LayerNorm33Channels;

[Model(3, 3, 2)]
[Conv2D(1, 2)]
[LayerNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LayerNormOneChannel;

[Model(3, 3, 2)]
[Conv2D(4, 2)]
[LayerNormalization(Center = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LayerNormNoCenter;

[Model(3, 3, 2)]
[Conv2D(4, 2)]
[LayerNormalization(Scale = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LayerNormNoScale;

[Model(3, 3, 2)]
[Conv2D(4, 2)]
[LayerNormalization(Center = false, Scale = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LayerNormPlain;

[Model(3, 3, 2)]
[Conv2D(4, 2)]
[LayerNormalization(Epsilon = 0.1f)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LayerNormEpsilon;

[Model(4, 3, 6)]
[GroupNormalization(Groups = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GroupNormFirst;

[Model(3, 4, 2)]
[Conv2D(32, 2, ReLU)]
[GroupNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GroupNormAfterConv;

[Model(3, 4, 2)]
[Conv2D(5, 2)]
[GroupNormalization(Groups = 1)]
[Activation(Sigmoid)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GroupNormOneGroup;

[Model(3, 3, 2)]
[Conv2D(17, 2)]
[GroupNormalization(Groups = -1, Center = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GroupNormInstance;

[Model(3, 3, 2)]
[Conv2D(4, 2)]
[GroupNormalization(Groups = 2, Center = false, Scale = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GroupNormPlain;

// The largest of a window.

[Model(4, 6, 3)]
[MaxPooling2D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPoolFirst;

[Model(5, 7, 2)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPoolOddFirst;

[Model(6, 7, 2)]
[MaxPooling2D(2)]
[Conv2D(4, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPoolThenConv;

[Model(4, 6, 2)]
[Dense(5, Tanh)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPoolAfterDense;

[Model(5, 5, 2)]
[Dense(17)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPoolOddAfterDense;

[Model(8, 8, 2)]
[Dense(3)]
[MaxPooling2D(2)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPoolTwice;

[Model(5, 7, 2)]
[Dense(3)]
[MaxPooling2D(2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPoolSame;

[Model(4, 4, 2)]
[Dense(3)]
[MaxPooling2D(2, Strides = 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPoolStride1;

[Model(4, 3, 2)]
[Dense(3)]
[MaxPooling2D(2, Strides = 1, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPoolStride1Same;

[Model(5, 8, 2)]
[Dense(3)]
[MaxPooling2D(2, Strides = 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPoolStride3;

[Model(7, 6, 2)]
[Dense(3)]
[MaxPooling2D(3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool3;

[Model(5, 4, 2)]
[Dense(3)]
[MaxPooling2D(3, Strides = 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool3Stride1;

[Model(3, 4, 2)]
[Dense(3)]
[MaxPooling2D(3, Strides = 1, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool3Stride1Same;

[Model(7, 6, 2)]
[Dense(3)]
[MaxPooling2D(3, Strides = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool3Stride2;

[Model(6, 4, 2)]
[Dense(3)]
[MaxPooling2D(3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool3Stride2SameEven;

[Model(7, 5, 2)]
[Dense(3)]
[MaxPooling2D(3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool3Stride2SameOdd;

[Model(3, 5, 2)]
[Dense(3)]
[MaxPooling2D(1, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool1x2;

[Model(4, 5, 2)]
[Dense(3)]
[MaxPooling2D(2, 1, StrideHeight = 1, StrideWidth = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MaxPool2x1Strides1x2;

// The mean of a window.

[Model(4, 6, 3)]
[AveragePooling2D]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePoolFirst;

[Model(5, 7, 2)]
[AveragePooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePoolOddFirst;

[Model(5, 5, 2)]
[Conv2D(3, 2, ReLU)]
[AveragePooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePoolAfterConv;

[Model(5, 4, 2)]
[Conv2D(17, 1)]
[AveragePooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool17Channels;

[Model(5, 7, 2)]
[Conv2D(3, 1)]
[AveragePooling2D(2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePoolSame;

[Model(4, 3, 2)]
[Conv2D(3, 1)]
[AveragePooling2D(2, Strides = 1, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePoolStride1Same;

[Model(5, 8, 2)]
[Conv2D(3, 1)]
[AveragePooling2D(2, Strides = 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePoolStride3;

[Model(7, 6, 2)]
[Conv2D(3, 1)]
[AveragePooling2D(3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool3;

[Model(5, 4, 2)]
[Conv2D(3, 1)]
[AveragePooling2D(3, Strides = 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool3Stride1;

[Model(3, 4, 2)]
[Conv2D(3, 1)]
[AveragePooling2D(3, Strides = 1, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool3Stride1Same;

[Model(7, 6, 2)]
[Conv2D(3, 1)]
[AveragePooling2D(3, Strides = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool3Stride2;

[Model(6, 4, 2)]
[Conv2D(3, 1)]
[AveragePooling2D(3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool3Stride2SameEven;

[Model(7, 5, 2)]
[Conv2D(3, 1)]
[AveragePooling2D(3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool3Stride2SameOdd;

[Model(3, 5, 2)]
[Conv2D(3, 1)]
[AveragePooling2D(1, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool1x2;

[Model(4, 5, 2)]
[Conv2D(3, 1)]
[AveragePooling2D(2, 1, StrideHeight = 1, StrideWidth = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AveragePool2x1Strides1x2;

// Of a whole image.

[Model(4, 3, 5)]
[GlobalMaxPooling2D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GlobalMaxFirst;

[Model(5, 4, 2)]
[Conv2D(7, 2, ReLU)]
[GlobalMaxPooling2D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GlobalMaxAfterConv;

[Model(4, 4, 2)]
[Conv2D(5, 2)]
[GlobalMaxPooling2D(KeepDims = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GlobalMaxKeepDims;

[Model(4, 3, 5)]
[GlobalAveragePooling2D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GlobalAverageFirst;

[Model(5, 4, 2)]
[Conv2D(17, 2, ReLU)]
[GlobalAveragePooling2D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GlobalAverageAfterConv;

[Model(4, 4, 2)]
[Conv2D(5, 2)]
[GlobalAveragePooling2D(KeepDims = true)]
[Conv2D(4, 1, Tanh)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GlobalAverageKeepDims;

[Model(5, 5, 1)]
[Conv2D(6, 3, ReLU)]
[GlobalAveragePooling2D]
[Dense(4, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class GlobalAverageScce;

// Edges and sizes of images.

[Model(3, 4, 2)]
[ZeroPadding2D]
[Conv2D(3, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ZeroPaddingFirst;

[Model(2, 3, 2)]
[Conv2D(3, 1)]
[ZeroPadding2D(1, 2, 0, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ZeroPaddingSides;

[Model(2, 3, 2)]
[Conv2D(17, 1)]
[ZeroPadding2D(0, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ZeroPaddingHeightWidth;

[Model(6, 5, 2)]
[Cropping2D(1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CroppingFirst;

[Model(5, 6, 2)]
[Conv2D(3, 1)]
[Cropping2D(0, 1, 2, 1)]
[Conv2D(2, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CroppingSides;

[Model(5, 4, 2)]
[Conv2D(3, 1, ReLU)]
[Cropping2D(2, 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CroppingHeightWidth;

[Model(2, 3, 2)]
[UpSampling2D]
[Conv2D(3, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class UpSamplingFirst;

[Model(2, 3, 2)]
[Conv2D(3, 1, ReLU)]
[UpSampling2D(2, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class UpSampling2x3;

[Model(3, 2, 2)]
[UpSampling2D(Interpolation = Interpolation.Bilinear)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class UpSamplingBilinearFirst;

[Model(3, 2, 2)]
[Conv2D(3, 1)]
[UpSampling2D(2, 3, Interpolation = Interpolation.Bilinear)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class UpSamplingBilinear2x3;

[Model(1, 1, 3)]
[Conv2D(2, 1)]
[UpSampling2D(3, 2, Interpolation = Interpolation.Bilinear)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class UpSamplingBilinearOnePixel;

[Model(2, 2, 2)]
[Conv2D(17, 1)]
[UpSampling2D(Interpolation = Interpolation.Bilinear)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class UpSamplingBilinear17Channels;

// Shapes.

[Model(36)]
[Reshape(6, 6, 1)]
[Conv2D(3, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ReshapeToImage;

[Model(4, 3, 5)]
[Reshape(12, 5)]
[Dense(4, Tanh)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ReshapeToRows;

[Model(4, 3, 2)]
[Conv2D(10, 2)]
[Reshape(-1, 5)]
[Dense(3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ReshapeInferred;

[Model(5)]
[Dense(18, ReLU)]
[Reshape(3, 3, 2)]
[Conv2D(3, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ReshapeDenseToImage;

[Model(3, 4, 2)]
[Permute(3, 1, 2)]
[Dense(3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class PermuteFirst;

[Model(3, 4, 2)]
[Conv2D(5, 2)]
[Permute(3, 1, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class PermuteAfterConv;

[Model(3, 4, 2)]
[Conv2D(3, 1)]
[Permute(2, 1, 3)]
[Conv2D(2, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class PermuteWidthHeight;

[Model(3, 4, 2)]
[Conv2D(17, 1)]
[Permute(2, 3, 1)]
[Dense(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class PermuteBack;

[Model(3, 5)]
[Permute(2, 1)]
[Dense(4, ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class PermuteRows;

[Model(3, 5)]
[Dense(10)]
[Permute(2, 1)]
[Dense(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class PermuteRowsAfterDense;

[Model(3, 4, 2)]
[Conv2D(10, 2, ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Flatten10Channels;

[Model(3, 5)]
[Dense(7, Tanh)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class FlattenRows;

// Dense on the last axis.

[Model(4, 5)]
[Dense(3, ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DenseOnRows;

[Model(3, 5)]
[Dense(17, GELU)]
[Dense(4, Softmax)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DenseOnRowsTwice;

[Model(3, 2, 5)]
[Dense(7, Tanh)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DenseOnImage;

[Model(4, 4, 2)]
[Conv2D(3, 2, ReLU)]
[Dense(5, LeakyReLU, UseBias = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DenseOnImageAfterConv;

[Model(4, 3, 5)]
[Dense(1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DenseOneUnitOnImage;

[Model(4, 4, 2)]
[Conv2D(7, 2, ReLU)]
[Dense(1, Sigmoid)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DenseOneUnitAfterConv;

// Rescaling, and chance that leaves things as they are.

[Model(3, 4, 3)]
[Rescaling(0.5f, -0.25f)]
[Conv2D(2, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class RescalingFirst;

[Model(3, 4, 2)]
[Conv2D(3, 1, ReLU)]
[Rescaling(-2, 1.5f)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class RescalingAfterConv;

[Model(3, 3, 2)]
[GaussianNoise(0)]
[Conv2D(5, 2)]
[SpatialDropout2D(0)]
[Dropout(0)]
[GaussianNoise(0)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class NoChance;

// Convolutions of each channel.

[Model(5, 5, 3)]
[DepthwiseConv2D(3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwiseFirst;

[Model(4, 5, 1)]
[DepthwiseConv2D(2, 3, DepthMultiplier = 4)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwiseOneChannel;

[Model(4, 4, 2)]
[Conv2D(17, 1)]
[DepthwiseConv2D(3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Depthwise17Channels;

[Model(4, 5, 2)]
[Conv2D(3, 1)]
[DepthwiseConv2D(2, 3, ReLU, DepthMultiplier = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwiseMultiplier2;

[Model(3, 3, 2)]
[Conv2D(11, 1)]
[DepthwiseConv2D(2, DepthMultiplier = 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwiseMultiplier3Wide;

[Model(2, 3, 2)]
[Conv2D(3, 1)]
[DepthwiseConv2D(1, DepthMultiplier = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwisePointwise;

[Model(4, 4, 2)]
[Conv2D(3, 1)]
[DepthwiseConv2D(3, LeakyReLU, UseBias = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwiseNoBias;

[Model(5, 4, 2)]
[Conv2D(3, 1)]
[DepthwiseConv2D(3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwiseSame;

[Model(3, 4, 2)]
[Conv2D(3, 1)]
[DepthwiseConv2D(5, GELU, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwiseSame5;

[Model(6, 7, 2)]
[Conv2D(3, 1)]
[DepthwiseConv2D(3, Strides = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwiseStride2;

[Model(6, 4, 2)]
[Conv2D(3, 1)]
[DepthwiseConv2D(3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwiseStride2SameEven;

[Model(7, 5, 2)]
[Conv2D(3, 1)]
[DepthwiseConv2D(3, Strides = 2, Padding = Padding.Same, DepthMultiplier = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwiseStride2SameOdd;

[Model(7, 4, 2)]
[Conv2D(3, 1)]
[DepthwiseConv2D(2, 3, StrideHeight = 2, StrideWidth = 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwiseStride2x1;

[Model(6, 7, 2)]
[Conv2D(3, 1)]
[DepthwiseConv2D(3, DilationRate = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwiseDilation2;

[Model(5, 4, 2)]
[Conv2D(3, 1)]
[DepthwiseConv2D(3, Padding = Padding.Same, DilationRate = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwiseDilation2Same;

[Model(4, 6, 2)]
[Conv2D(3, 1)]
[DepthwiseConv2D(3, DilationHeight = 1, DilationWidth = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwiseDilation1x2;

[Model(6, 6, 2)]
[Conv2D(3, 1)]
[DepthwiseConv2D(3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwisePool;

[Model(5, 5, 2)]
[Conv2D(3, 1)]
[DepthwiseConv2D(3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Conv2D(4, 1, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DepthwiseNorm;

// Convolutions in two steps.

[Model(5, 5, 3)]
[SeparableConv2D(4, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SeparableFirst;

[Model(4, 5, 1)]
[SeparableConv2D(3, 2, 3, ReLU, DepthMultiplier = 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SeparableOneChannel;

[Model(3, 4, 2)]
[Conv2D(17, 1)]
[SeparableConv2D(5, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Separable17Channels;

[Model(4, 5, 2)]
[Conv2D(3, 1)]
[SeparableConv2D(4, 2, 3, ReLU, DepthMultiplier = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SeparableMultiplier2;

[Model(4, 4, 2)]
[Conv2D(3, 1)]
[SeparableConv2D(4, 3, GELU, UseBias = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SeparableNoBias;

[Model(5, 4, 2)]
[Conv2D(3, 1)]
[SeparableConv2D(2, 3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SeparableSame;

[Model(6, 7, 2)]
[Conv2D(3, 1)]
[SeparableConv2D(4, 3, Strides = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SeparableStride2;

[Model(6, 5, 2)]
[Conv2D(3, 1)]
[SeparableConv2D(4, 3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SeparableStride2Same;

[Model(7, 4, 2)]
[Conv2D(3, 1)]
[SeparableConv2D(4, 2, 3, StrideHeight = 2, StrideWidth = 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SeparableStride2x1;

[Model(6, 7, 2)]
[Conv2D(3, 1)]
[SeparableConv2D(4, 3, DilationRate = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SeparableDilation2;

[Model(5, 4, 2)]
[Conv2D(3, 1)]
[SeparableConv2D(2, 3, Padding = Padding.Same, DepthMultiplier = 2, DilationRate = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SeparableDilation2Same;

[Model(6, 6, 2)]
[Conv2D(3, 1)]
[SeparableConv2D(4, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SeparablePool;

// Transposed convolutions.

[Model(3, 4, 2)]
[Conv2DTranspose(3, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeFirst;

[Model(3, 3, 1)]
[Conv2DTranspose(4, 2, 3, ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeOneChannel;

[Model(2, 2, 3)]
[Conv2D(17, 1)]
[Conv2DTranspose(5, 2, Strides = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Transpose17Channels;

[Model(2, 2, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(17, 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Transpose17Filters;

[Model(1, 1, 5)]
[Conv2D(3, 1)]
[Conv2DTranspose(2, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeOnOnePixel;

[Model(2, 3, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(4, 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposePointwise;

[Model(3, 3, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(2, 2, LeakyReLU, UseBias = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeNoBias;

[Model(3, 4, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(4, 3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeSame;

[Model(4, 3, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(4, 2, 4, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeSameEvenKernel;

[Model(3, 2, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(2, 3, Strides = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeStride2;

[Model(3, 2, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(3, 3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeStride2Same;

[Model(2, 3, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(3, 2, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeStride2Kernel2Same;

[Model(3, 3, 2)]
[Conv2D(2, 1)]
[Conv2DTranspose(2, 4, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeStride2Kernel4Same;

[Model(3, 2, 2)]
[Conv2D(2, 1)]
[Conv2DTranspose(2, 5, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeStride2Kernel5Same;

[Model(2, 3, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(2, 2, Strides = 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeStride3Kernel2;

[Model(2, 3, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(2, 2, Strides = 3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeStride3Kernel2Same;

[Model(3, 4, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(2, 3, 2, StrideHeight = 2, StrideWidth = 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeStride2x1;

[Model(3, 2, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(2, 3, 4, StrideHeight = 1, StrideWidth = 3, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeStride1x3Same;

[Model(3, 2, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(2, 3, 2, DilationRate = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeDilation2;

[Model(4, 3, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(2, 3, 2, Padding = Padding.Same, DilationRate = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeDilation2Same;

[Model(3, 4, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(2, 3, Padding = Padding.Same, DilationHeight = 1, DilationWidth = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeDilation1x2Same;

[Model(2, 3, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(2, 3, Strides = 2, OutputPadding = 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeOutputPadding1;

[Model(3, 3, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(2, 3, Strides = 2, Padding = Padding.Same, OutputPadding = 0)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeOutputPadding0Same;

[Model(2, 3, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(2, 3, Strides = 2, Padding = Padding.Same, OutputPadding = 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeOutputPadding1Same;

[Model(2, 2, 2)]
[Conv2D(3, 1)]
[Conv2DTranspose(2, 4, Strides = 3, Padding = Padding.Same, OutputPadding = 2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeOutputPadding2Same;

[Model(3, 3, 2)]
[Conv2D(3, 2, ReLU, Strides = 2, Padding = Padding.Same)]
[Conv2DTranspose(3, 3, Strides = 2, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposeNorm;

[Model(3, 3, 2)]
[Conv2DTranspose(3, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TransposePool;

// Augmentation whose bounds are equal: predictions see the image as it is, training always the same change of it.

[Model(5, 4, 2)]
[RandomTranslation(0.3f, 0.3f, -0.375f, -0.375f)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TranslationReflect;

[Model(5, 4, 2)]
[RandomTranslation(0.2f, 0.2f, -0.25f, -0.25f)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TranslationWhole;

[Model(4, 5, 2)]
[RandomTranslation(-0.375f, -0.375f, 0.25f, 0.25f, FillMode = FillMode.Constant, FillValue = 0.5f)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TranslationConstant;

[Model(4, 5, 2)]
[RandomTranslation(0.4f, 0.4f, 0.3f, 0.3f, FillMode = FillMode.Nearest)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TranslationNearestFill;

[Model(5, 4, 2)]
[RandomTranslation(0.4f, 0.4f, -0.5f, -0.5f, FillMode = FillMode.Wrap)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TranslationWrap;

[Model(5, 4, 2)]
[RandomTranslation(0.25f, 0.25f, -0.3f, -0.3f, Interpolation = Interpolation.Nearest)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TranslationNearest;

[Model(5, 6, 2)]
[RandomRotation(0.1f, 0.1f)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class RotationReflect;

[Model(4, 4, 2)]
[RandomRotation(-0.15f, -0.15f, FillMode = FillMode.Constant, FillValue = -1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class RotationConstant;

[Model(4, 5, 2)]
[RandomRotation(0.07f, 0.07f, Interpolation = Interpolation.Nearest)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class RotationNearest;

[Model(5, 4, 2)]
[RandomZoom(0.3f, 0.3f, 0.5f, 0.5f)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ZoomOut;

[Model(5, 4, 2)]
[RandomZoom(-0.3f, -0.3f, -0.25f, -0.25f)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ZoomIn;

[Model(4, 5, 2)]
[RandomZoom(0.6f, 0.6f, -0.2f, -0.2f, FillMode = FillMode.Constant, FillValue = 0.5f)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ZoomConstant;

[Model(4, 5, 2)]
[RandomZoom(0.5f, 0.5f, -0.4f, -0.4f, FillMode = FillMode.Nearest, Interpolation = Interpolation.Nearest)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ZoomNearest;

// Ten steps of each optimizer.

[Model(6, 6, 2)]
[Conv2D(4, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class OptimizerConv;

[Model(4, 5, 2)]
[Conv2D(3, 2, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class OptimizerConvNorm;

[Model(5)]
[Dense(7, Tanh)]
[BatchNormalization(Momentum = 0.9f, Scale = false)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class OptimizerDenseNorm;

[Model(4, 4, 2)]
[SeparableConv2D(5, 3, Tanh)]
[LayerNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class OptimizerSeparable;

[Model(3, 3, 2)]
[DepthwiseConv2D(2, DepthMultiplier = 2)]
[Conv2DTranspose(3, 3, Tanh, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class OptimizerTranspose;
