namespace StaticNet.Generators;

/// <summary>
/// A kind of layer: reads its attribute and checks it. Its specification says how it becomes steps, its steps how they are written;
/// all of one kind stands in one file.
/// </summary>
internal abstract class LayerKind
{
    // The one place that lists them all.
    private static readonly LayerKind[] _all =
    [
        new DenseLayer(), new ActivationLayer(), new DropoutLayer(), new FlattenLayer(), new ReshapeLayer(), new Conv2DLayer(), new MaxPooling2DLayer(),
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
        new RMSNormalizationLayer(),
        new SimpleRNNLayer(), new LSTMLayer(), new GRULayer(), new BidirectionalLayer(),
    ];

    /// <summary>The attribute's name without "Attribute".</summary>
    public abstract string Name { get; }

    /// <summary>The kinds that it wraps, of which one must be written below it; none in a layer of its own.</summary>
    public virtual IReadOnlyList<string> Wraps => [];

    public static LayerKind? ByName(string name) => _all.FirstOrDefault(kind => kind.Name == name);

    /// <summary>The layer, or other part of a declaration, whose name is on its way or misspelt; null where none is near.</summary>
    public static string? Nearest(string written)
    {
        string[] names = [.. _all.Select(kind => kind.Name), "Loss"];
        return names.Where(name => written.Length > 1 && name.StartsWith(written, StringComparison.OrdinalIgnoreCase)).OrderBy(name => name.Length).FirstOrDefault()
            ?? names.Where(name => written.Length > 3 && Text.Distance(name, written) <= 2).OrderBy(name => Text.Distance(name, written)).FirstOrDefault();
    }

    /// <summary>
    /// Checks one layer. Reports what is wrong; null where nothing can be said of its output.
    /// </summary>
    public abstract LayerSpec? Check(LayerChecking layer);
}
