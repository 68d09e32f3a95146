namespace StaticNet.Generators;

/// <summary>All kinds of layers: the one place that lists them.</summary>
internal static class LayerKinds
{
    private static readonly LayerKind[] _all =
    [
        new InputLayer(), new DenseLayer(), new ActivationLayer(), new DropoutLayer(), new FlattenLayer(), new ReshapeLayer(), new Conv2DLayer(), new MaxPooling2DLayer(),
        new AveragePooling2DLayer(), new GlobalMaxPooling2DLayer(), new GlobalAveragePooling2DLayer(), new ZeroPadding2DLayer(), new Cropping2DLayer(),
        new UpSampling2DLayer(), new PermuteLayer(), new BatchNormalizationLayer(), new LayerNormalizationLayer(), new SpatialDropout2DLayer(),
        new GaussianNoiseLayer(), new RescalingLayer(), new RandomFlipLayer(), new RandomTranslationLayer(), new RandomRotationLayer(),
        new RandomZoomLayer(), new DepthwiseConv2DLayer(), new SeparableConv2DLayer(), new Conv2DTransposeLayer(),
        new TimeDistributedLayer(), new EmbeddingLayer(), new MaskingLayer(), new GlobalAveragePooling1DLayer(),
        new Conv1DLayer(), new DepthwiseConv1DLayer(), new SeparableConv1DLayer(), new MaxPooling1DLayer(), new AveragePooling1DLayer(),
        new GlobalMaxPooling1DLayer(), new SpatialDropout1DLayer(), new RepeatVectorLayer(), new UpSampling1DLayer(), new ZeroPadding1DLayer(),
        new Cropping1DLayer(),
        new AddLayer(), new SubtractLayer(), new MultiplyLayer(), new AverageLayer(), new MaximumLayer(), new MinimumLayer(), new ConcatenateLayer(),
        new ReLULayer(), new LeakyReLULayer(), new ELULayer(), new SoftmaxLayer(), new PReLULayer(), new IdentityLayer(), new GaussianDropoutLayer(),
        new RMSNormalizationLayer(), new GroupNormalizationLayer(), new AlphaDropoutLayer(), new DotLayer(), new PositionEmbeddingLayer(),
        new SinePositionEncodingLayer(),
        new SimpleRNNLayer(), new LSTMLayer(), new GRULayer(), new BidirectionalLayer(), new MultiHeadAttentionLayer(), new AttentionLayer(),
        new AdditiveAttentionLayer(),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. _all.Select(kind => kind.Name)];

    /// <summary>The kind of a name; null where there is none.</summary>
    public static LayerKind? ByName(string name) => _all.FirstOrDefault(kind => kind.Name == name);
}
