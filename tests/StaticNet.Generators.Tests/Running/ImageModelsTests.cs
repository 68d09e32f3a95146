namespace StaticNet.Generators.Tests;

/// <summary>Code for images compiles without a warning at the highest level, and runs.</summary>
public sealed class ImageModelsTests
{
    // Each layer, with options that lead to other code.
    private static readonly string[] _layers =
    [
        "Conv2D(8, 3)",
        "Conv2D(17, 3, ReLU, Padding = Padding.Same)",
        "Conv2D(5, 2, 4, GELU, UseBias = false)",
        "Conv2D(8, 3, Softmax, Strides = 2)",
        "Conv2D(4, 3, StrideHeight = 2, StrideWidth = 3, Padding = Padding.Same)",
        "Conv2D(4, 3, Tanh, DilationRate = 2)",
        "Conv2D(4, 3, DilationWidth = 3, Padding = Padding.Same)",
        "Conv2D(8, 3, Groups = 2)",
        "Conv2D(4, 3, ReLU, Groups = 4, Padding = Padding.Same, UseBias = false)",
        "Conv2D(1, 1)",
        "Conv2D(3, 12)",
        "Conv2D(8, 3, ReLU), MaxPooling2D",
        "Conv2D(17, 3, GELU), MaxPooling2D",
        "Conv2D(8, 3, Padding = Padding.Same, UseBias = false), MaxPooling2D(2), Activation(Sigmoid)",
        "DepthwiseConv2D(3)",
        "DepthwiseConv2D(3, ReLU, Padding = Padding.Same, DepthMultiplier = 3, UseBias = false)",
        "DepthwiseConv2D(2, 3, SiLU, Strides = 2)",
        "SeparableConv2D(8, 3)",
        "SeparableConv2D(5, 3, ReLU, Padding = Padding.Same, DepthMultiplier = 2, UseBias = false)",
        "SeparableConv2D(5, 3, 2, Softmax, DilationRate = 2)",
        "Conv2DTranspose(8, 3)",
        "Conv2DTranspose(5, 3, ReLU, Strides = 2, Padding = Padding.Same)",
        "Conv2DTranspose(5, 3, GELU, Strides = 2, OutputPadding = 1, UseBias = false)",
        "Conv2DTranspose(3, 1)",
        "MaxPooling2D",
        "MaxPooling2D(3, Strides = 2, Padding = Padding.Same)",
        "MaxPooling2D(2, 3, StrideHeight = 1)",
        "AveragePooling2D(2)",
        "AveragePooling2D(3, Strides = 1, Padding = Padding.Same)",
        "GlobalMaxPooling2D",
        "GlobalMaxPooling2D(KeepDims = true)",
        "GlobalAveragePooling2D",
        "GlobalAveragePooling2D(KeepDims = true)",
        "ZeroPadding2D",
        "ZeroPadding2D(0, 1, 2, 3)",
        "Cropping2D(1)",
        "Cropping2D(3, 0, 1, 2)",
        "UpSampling2D",
        "UpSampling2D(2, 3, Interpolation = Interpolation.Bilinear)",
        "Permute(3, 1, 2)",
        "Permute(2, 1, 3)",
        "Permute(1, 2, 3)",
        "Reshape(6, -1)",
        "Reshape(-1), Reshape(12, 12, 4)",
        "BatchNormalization",
        "BatchNormalization(Center = false)",
        "BatchNormalization(Scale = false, Momentum = 0.5f)",
        "BatchNormalization(Center = false, Scale = false), Activation(ReLU)",
        "BatchNormalization, Activation(GELU), BatchNormalization, Activation(ReLU)",
        "LayerNormalization",
        "LayerNormalization(Center = false), Activation(Tanh)",
        "LayerNormalization(Scale = false)",
        "LayerNormalization(Center = false, Scale = false)",
        "RMSNormalization",
        "RMSNormalization(Epsilon = 1e-3), ReLU(MaxValue = 6, NegativeSlope = 0.1, Threshold = 1)",
        "PReLU",
        "PReLU(1, 2)",
        "PReLU(2), PReLU(1, 3), PReLU(1, 2, 3)",
        "ReLU",
        "ReLU(MaxValue = 1)",
        "LeakyReLU",
        "LeakyReLU(0.2), LeakyReLU(2)",
        "ELU(0.5)",
        "ELU",
        "Conv2D(8, 3), LeakyReLU, MaxPooling2D, BatchNormalization, ELU(2)",
        "Softmax",
        "Identity",
        "GaussianDropout(0.2)",
        "SpatialDropout2D(0.5f)",
        "GaussianNoise(0.1f)",
        "Rescaling(0.5f, -1)",
        "Dense(5, ReLU)",
        "Dense(1)",
        "Activation(Softmax)",
        "Dropout(0.5f)",
        "Dense(5), Dropout(0.5f), Activation(ReLU)",
        "Conv2D(8, 3), Dropout(0.5f), MaxPooling2D",
        "Conv2D(17, 3), SpatialDropout2D(0.5f), Activation(ReLU)",
        "Conv2D(8, 3), SpatialDropout2D(0.5f), BatchNormalization, GaussianNoise(0.1f), Activation(ELU)",
        "Conv2D(17, 3, Padding = Padding.Same, UseBias = false), BatchNormalization, Activation(ReLU), MaxPooling2D",
        "DepthwiseConv2D(3), BatchNormalization, Activation(ReLU)",
        "Conv2D(8, 3, Groups = 2), BatchNormalization, MaxPooling2D",
    ];

    private static readonly string[] _augmentations =
    [
        "RandomFlip",
        "RandomFlip(FlipMode.Vertical)",
        "RandomTranslation(0.1f, 0.2f)",
        "RandomTranslation(-0.1f, 0.2f, 0, 0.1f, FillMode = FillMode.Wrap, Interpolation = Interpolation.Nearest)",
        "RandomRotation(0.1f, FillMode = FillMode.Constant, FillValue = 0.5f)",
        "RandomZoom(0.2f)",
        "RandomZoom(0.2f, 0.1f, FillMode = FillMode.Nearest)",
    ];

    [Fact]
    public void EachLayerAsTheFirst() => CompileAndRun(
        _layers.Concat(_augmentations), layer => $"[Model(12, 12, 4), {layer}, Flatten, Dense(3), Loss(Loss.MeanSquaredError)]");

    [Fact]
    public void EachLayerBehindWeights() => CompileAndRun(
        _layers, layer => $"[Model(12, 12, 2), Conv2D(4, 1, Tanh, Name = \"before\"), {layer}, Flatten, Dense(3, Softmax), Loss(Loss.SparseCategoricalCrossentropy)]");

    [Fact]
    public void EachLayerBehindABatchNormalisation() => CompileAndRun(
        _layers, layer => $"[Model(12, 12, 4), BatchNormalization(Name = \"before\"), {layer}, Flatten, Dense(2, Sigmoid), Loss(Loss.BinaryCrossentropy)]");

    [Fact]
    public void EachLayerAsTheLast() => CompileAndRun(
        _layers, layer => $"[Model(12, 12, 4), Dense(4, SiLU, Name = \"before\"), {layer}, Flatten, Loss(Loss.Huber)]");

    [Fact]
    public void EachLayerForInferenceOnly() => CompileAndRun(_layers.Concat(_augmentations), layer => $"[Model(12, 12, 4), {layer}]");

    [Fact]
    public void EveryInitializer() => CompileAndRun(
        Enum.GetNames<Initializer>(),
        initializer => $"[Model(6, 6, 2), Conv2D(3, 3, KernelInitializer = Initializer.{initializer}), SeparableConv2D(3, 3, DepthwiseInitializer = Initializer.{initializer}, PointwiseInitializer = Initializer.{initializer}), Conv2DTranspose(2, 3, KernelInitializer = Initializer.{initializer}), DepthwiseConv2D(2, DepthwiseInitializer = Initializer.{initializer}), Flatten, Dense(2), Loss(Loss.Huber)]");

    // Names that are those of locals, methods and types in generated code.
    [Theory]
    [InlineData("rows")]
    [InlineData("phase")]
    [InlineData("step")]
    [InlineData("choices")]
    [InlineData("padded")]
    [InlineData("prepared")]
    [InlineData("derived")]
    [InlineData("measure")]
    [InlineData("at")]
    [InlineData("window")]
    [InlineData("flip_mode")]
    [InlineData("padding")]
    [InlineData("interpolation")]
    [InlineData("fill_mode")]
    [InlineData("conv2d_shape")]
    public void AnyName(string name) => CompileAndRun(
        [name],
        _ => $"""
            [Model(8, 8, 1), RandomRotation(0.1f, Name = "{name}_1"), Conv2D(17, 3, GELU, Padding = Padding.Same, Name = "{name}"), BatchNormalization(Name = "{name}_2")]
            [MaxPooling2D(3, Name = "{name}_3"), Conv2D(16, 3, Padding = Padding.Same, Name = "{name}_4"), MaxPooling2D(Name = "{name}_5"), SeparableConv2D(2, 1, Name = "{name}_6")]
            [LayerNormalization(Name = "{name}_7"), Conv2DTranspose(2, 2, Name = "{name}_8"), UpSampling2D(Name = "{name}_9"), Flatten, Dense(2), Loss(Loss.Huber)]
            """);

    [Fact]
    public void OddImages() => CompileAndRun(
        [
            "[Model(1, 1, 1), Conv2D(1, 1), Flatten, Loss(Loss.Huber)]",
            "[Model(1, 1, 1), Conv2D(3, 5, Padding = Padding.Same), MaxPooling2D(2, Padding = Padding.Same), Flatten, Loss(Loss.Huber)]",
            "[Model(1, 9, 1), Conv2D(3, 1, 3), MaxPooling2D(1, 2), Flatten, Loss(Loss.Huber)]",
            "[Model(9, 1, 33), Conv2D(33, 3, 1), MaxPooling2D(2, 1), Flatten, Dense(1), Loss(Loss.Huber)]",
            "[Model(784), Reshape(28, 28, 1), Conv2D(2, 3, Strides = 5), Flatten, Dense(2), Loss(Loss.Huber)]",
            "[Model(16), Dense(18, ReLU), Reshape(3, 3, 2), UpSampling2D(2), Conv2D(1, 3, Sigmoid), Flatten, Loss(Loss.BinaryCrossentropy)]",
            "[Model(4, 4, 2), Flatten, Reshape(2, 16), Permute(2, 1), Flatten, Loss(Loss.Huber), Dense(2)]",
            "[Model(5, 5, 3), Conv2D(3, 3, Softmax), GlobalMaxPooling2D, Activation(Softmax), Loss(Loss.CategoricalCrossentropy)]",
            "[Model(5, 5, 3), Conv2D(3, 5, Softmax), Flatten, Loss(Loss.SparseCategoricalCrossentropy)]",
            "[Model(5, 5, 3), ZeroPadding2D(0), Cropping2D(0), UpSampling2D(1), AveragePooling2D(1), MaxPooling2D(1), Permute(1, 2, 3)]",
            "[Model(7, 7, 3), RandomFlip, RandomZoom(0.1f)]",
            "[Model(6, 6, 3), MaxPooling2D(15, 17, Padding = Padding.Same), Conv2D(2, 1), Flatten, Loss(Loss.Huber)]",
            "[Model(6, 6, 3), Conv2D(2, 1), MaxPooling2D(15, 17, Strides = 1, Padding = Padding.Same), Flatten, Loss(Loss.Huber)]",
        ],
        attributes => attributes);

    private static void CompileAndRun(IEnumerable<string> layers, Func<string, string> attributes)
    {
        string[] sources = [.. layers.Select((layer, i) => $"/// <summary>A model.</summary>\n{attributes(layer)}\npublic partial class M{i};")];
        using CompiledModels models = CompiledModels.Compile(sources);
        Model[] all = [.. models.CreateAll()];
        Assert.Equal(sources.Length, all.Length);
        Exercise.All(all);
    }
}
