namespace StaticNet.Generators.Tests;

/// <summary>Code for sequences compiles without a warning at the highest level, and runs.</summary>
public sealed class SequenceModelsTests
{
    // Each layer, with options that lead to other code.
    private static readonly string[] _layers =
    [
        "Conv1D(8, 3)",
        "Conv1D(17, 3, ReLU, Padding = Padding.Same)",
        "Conv1D(5, 4, GELU, UseBias = false, Padding = Padding.Causal)",
        "Conv1D(8, 3, Softmax, Strides = 2)",
        "Conv1D(4, 3, Strides = 3, Padding = Padding.Causal)",
        "Conv1D(4, 2, Strides = 2, Padding = Padding.Causal)",
        "Conv1D(4, 3, Tanh, DilationRate = 2)",
        "Conv1D(4, 3, DilationRate = 16, Padding = Padding.Causal)",
        "Conv1D(8, 3, Groups = 2)",
        "Conv1D(4, 3, ReLU, Groups = 4, Padding = Padding.Causal, UseBias = false)",
        "Conv1D(1, 1)",
        "Conv1D(3, 20)",
        "Conv1D(8, 3, ReLU), MaxPooling1D",
        "Conv1D(17, 3, GELU), MaxPooling1D(3)",
        "Conv1D(8, 3, ReLU), GlobalMaxPooling1D",
        "Conv1D(8, 3, Padding = Padding.Causal, UseBias = false), BatchNormalization, Activation(ReLU), MaxPooling1D",
        "Conv1D(8, 3), SpatialDropout1D(0.5f), BatchNormalization",
        "Conv1D(17, 3), SpatialDropout1D(0.5f), Activation(ReLU)",
        "Conv1D(8, 3), Dropout(0.5f), MaxPooling1D",
        "DepthwiseConv1D(3)",
        "DepthwiseConv1D(3, ReLU, Padding = Padding.Same, DepthMultiplier = 3, UseBias = false)",
        "DepthwiseConv1D(2, SiLU, Strides = 2)",
        "SeparableConv1D(8, 3)",
        "SeparableConv1D(5, 3, ReLU, Padding = Padding.Same, DepthMultiplier = 2, UseBias = false)",
        "SeparableConv1D(5, 2, Softmax, DilationRate = 2)",
        "MaxPooling1D",
        "MaxPooling1D(3, Strides = 2, Padding = Padding.Same)",
        "AveragePooling1D(2)",
        "AveragePooling1D(3, Strides = 1, Padding = Padding.Same)",
        "GlobalMaxPooling1D",
        "GlobalMaxPooling1D(KeepDims = true)",
        "GlobalAveragePooling1D",
        "GlobalAveragePooling1D(KeepDims = true)",
        "ZeroPadding1D",
        "ZeroPadding1D(0, 3)",
        "Cropping1D",
        "Cropping1D(3, 0)",
        "UpSampling1D",
        "UpSampling1D(3)",
        "SpatialDropout1D(0.5f)",
        "Flatten, RepeatVector(3)",
        "GlobalMaxPooling1D, RepeatVector(1)",
        "Permute(2, 1), Conv1D(3, 2)",
        "Reshape(10, 8), Conv1D(3, 2)",
        "BatchNormalization",
        "LayerNormalization",
        "GaussianNoise(0.1f)",
        "Activation(Softmax)",
    ];

    [Fact]
    public void EachLayerAsTheFirst() => CompileAndRun(_layers, layer => $"[Model(20, 4), {layer}, Flatten, Dense(3), Loss(Loss.MeanSquaredError)]");

    [Fact]
    public void EachLayerBehindWeights() => CompileAndRun(
        _layers, layer => $"[Model(20, 2), Conv1D(4, 1, Tanh, Name = \"before\"), {layer}, Flatten, Dense(3, Softmax), Loss(Loss.SparseCategoricalCrossentropy)]");

    [Fact]
    public void EachLayerAsTheLast() => CompileAndRun(
        _layers, layer => $"[Model(20, 4), Dense(4, SiLU, Name = \"before\"), {layer}, Flatten(Name = \"end\"), Loss(Loss.Huber)]");

    [Fact]
    public void EachLayerForInferenceOnly() => CompileAndRun(_layers, layer => $"[Model(20, 4), {layer}]");

    // Names that are those of locals, methods and types in generated code.
    [Theory]
    [InlineData("rows")]
    [InlineData("choices")]
    [InlineData("padded")]
    [InlineData("padding")]
    [InlineData("window")]
    [InlineData("conv1d_shape")]
    public void AnyName(string name) => CompileAndRun(
        [name],
        _ => $"""
            [Model(20, 1), Conv1D(17, 3, GELU, Padding = Padding.Causal, Name = "{name}"), BatchNormalization(Name = "{name}_1"), MaxPooling1D(3, Name = "{name}_2")]
            [SeparableConv1D(4, 3, Name = "{name}_3"), GlobalMaxPooling1D(Name = "{name}_4"), RepeatVector(3, Name = "{name}_5"), Flatten, Dense(2), Loss(Loss.Huber)]
            """);

    [Fact]
    public void OddSequences() => CompileAndRun(
        [
            "[Model(1, 1), Conv1D(1, 1), Flatten, Loss(Loss.Huber)]",
            "[Model(1, 1), Conv1D(3, 5, Padding = Padding.Causal), MaxPooling1D(2, Padding = Padding.Same), Flatten, Loss(Loss.Huber)]",
            "[Model(33, 1), Conv1D(3, 2, Padding = Padding.Causal, DilationRate = 32), AveragePooling1D(2), Flatten, Loss(Loss.Huber)]",
            "[Model(9, 33), Conv1D(33, 3), MaxPooling1D(2), Flatten, Dense(1), Loss(Loss.Huber)]",
            "[Model(16), Dense(18, ReLU), Reshape(6, 3), UpSampling1D(2), Conv1D(1, 3, Sigmoid), Flatten, Loss(Loss.BinaryCrossentropy)]",
            "[Model(5, 3), Conv1D(3, 5, Softmax), Flatten, Loss(Loss.SparseCategoricalCrossentropy)]",
            "[Model(5, 3), Conv1D(3, 3, Sigmoid), Cropping1D, Flatten, Loss(Loss.BinaryCrossentropy)]",
            "[Model(5, 3), Conv1D(3, 3, Softmax), Cropping1D(0, 1)]",
            "[Model(5, 3), Dense(3, Softmax), Flatten, RepeatVector(2)]",
            "[Model(3), Dense(3, Softmax), RepeatVector(2), Cropping1D(0, 1), Flatten, Loss(Loss.CategoricalCrossentropy)]",
            "[Model(5, 3), ZeroPadding1D(0), Cropping1D(0), UpSampling1D(1), AveragePooling1D(1), MaxPooling1D(1)]",
            "[Model(6, 3), MaxPooling1D(255, Padding = Padding.Same), Conv1D(2, 1), Flatten, Loss(Loss.Huber)]",
            "[Model(6, 3), Conv1D(2, 1), MaxPooling1D(255, Strides = 1, Padding = Padding.Same), Flatten, Loss(Loss.Huber)]",
            "[Model(8, 8, 1), Conv2D(4, 3, ReLU), Reshape(-1, 4), Conv1D(5, 3, ReLU), GlobalMaxPooling1D, Dense(2), Loss(Loss.Huber)]",
        ],
        attributes => attributes);

    // What its loss takes is declared once, though steps that do not count are left out behind the losses of all outputs.
    [Fact]
    public void AMaskedOutputBeforeAnother()
    {
        using CompiledModels models = CompiledModels.Compile("""
            /// <summary>A model.</summary>
            [Model(11), Embedding(15, 6, MaskZero = true), Dense(3, Softmax), Output(Loss.SparseCategoricalCrossentropy)]
            [GlobalAveragePooling1D, Dense(2), Output(Loss.Huber)]
            public partial class Tagger;
            """);
        Assert.Equal(2, models.Create("Tagger").Info.Outputs.Count);
    }

    private static void CompileAndRun(IEnumerable<string> layers, Func<string, string> attributes)
    {
        string[] sources = [.. layers.Select((layer, i) => $"/// <summary>A model.</summary>\n{attributes(layer)}\npublic partial class M{i};")];
        using CompiledModels models = CompiledModels.Compile(sources);
        Model[] all = [.. models.CreateAll()];
        Assert.Equal(sources.Length, all.Length);
        Exercise.All(all);
    }
}
