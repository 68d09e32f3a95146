namespace StaticNet.Generators.Tests;

/// <summary>Code for recurrences compiles without a warning at the highest level, and runs.</summary>
public sealed class RecurrentModelsTests
{
    // Each recurrence, with options that lead to other code; units that are whole vectors and others.
    private static readonly string[] _layers =
    [
        "SimpleRNN(5)",
        "SimpleRNN(16, ReLU, UseBias = false, ReturnSequences = true)",
        "SimpleRNN(17, Linear, GoBackwards = true, ReturnSequences = true, Dropout = 0.2f, RecurrentDropout = 0.3f)",
        "LSTM(1)",
        "LSTM(16)",
        "LSTM(17, ELU, Tanh, UnitForgetBias = false)",
        "LSTM(16, ReturnSequences = true)",
        "LSTM(5, UseBias = false, GoBackwards = true)",
        "LSTM(16, GoBackwards = true, ReturnSequences = true, RecurrentDropout = 0.2f)",
        "LSTM(5, Dropout = 0.1f, RecurrentDropout = 0.2f, ReturnSequences = true)",
        "LSTM(5, KernelInitializer = Initializer.HeNormal, RecurrentInitializer = Initializer.GlorotUniform)",
        "GRU(16)",
        "GRU(5, Softplus, Linear)",
        "GRU(17, UseBias = false, ReturnSequences = true)",
        "GRU(16, ResetAfter = false)",
        "GRU(5, ResetAfter = false, UseBias = false, GoBackwards = true, ReturnSequences = true)",
        "GRU(5, ResetAfter = false, RecurrentDropout = 0.2f)",
        "GRU(16, RecurrentDropout = 0.2f, Dropout = 0.1f, GoBackwards = true)",
        "LSTM(5, ReturnSequences = true), GRU(6, ReturnSequences = true), SimpleRNN(7)",
        "LSTM(5, ReturnSequences = true), Activation(Tanh), Dense(3, GELU), LSTM(2)",
        "LSTM(5), Activation(ReLU)",
        "LSTM(5, ReturnSequences = true), BatchNormalization, GlobalAveragePooling1D",
        "Bidirectional, LSTM(16)",
        "Bidirectional, LSTM(5, ReturnSequences = true)",
        "Bidirectional(MergeMode.Sum), GRU(17, ReturnSequences = true)",
        "Bidirectional(MergeMode.Mul), SimpleRNN(16, ReturnSequences = true, Dropout = 0.1f, RecurrentDropout = 0.2f)",
        "Bidirectional(MergeMode.Ave), GRU(5, ResetAfter = false, UseBias = false, RecurrentDropout = 0.1f)",
        "Bidirectional, LSTM(3, ReturnSequences = true), Bidirectional, GRU(4), Dense(3)",
    ];

    [Fact]
    public void EachLayerAsTheFirst() => CompileAndRun(layer => $"[Model(9, 4), {layer}, Flatten, Dense(3, Name = \"last\"), Loss(Loss.MeanSquaredError)]");

    [Fact]
    public void EachLayerBehindWeights() => CompileAndRun(
        layer => $"[Model(9, 3), Dense(6, Tanh, Name = \"before\"), {layer}, Flatten, Dense(3, Softmax, Name = \"last\"), Loss(Loss.SparseCategoricalCrossentropy)]");

    [Fact]
    public void EachLayerUnderAMask() => CompileAndRun(
        layer => $"[Model(9, 3), Masking(0), Dense(6, ReLU, Name = \"before\"), {layer}, Dense(3, Name = \"last\")]",
        layer => !layer.Contains("BatchNormalization", StringComparison.Ordinal));

    [Fact]
    public void EachLayerUnderAMaskInTraining() => CompileAndRun(
        layer => $"[Model(9, 3), Masking(0), {layer}, LayerNormalization, GlobalAveragePooling1D, Dense(3, Softmax, Name = \"last\"), Loss(Loss.SparseCategoricalCrossentropy)]",
        layer => layer.Split("),")[^1].Contains("ReturnSequences", StringComparison.Ordinal));

    [Fact]
    public void EachLayerAsTheLast() => CompileAndRun(
        layer => $"[Model(9, 3), Conv1D(4, 2, SiLU, Name = \"before\"), {layer}, Loss(Loss.Huber)]",
        layer => !layer.Split("),")[^1].Contains("ReturnSequences", StringComparison.Ordinal));

    [Fact]
    public void EachLayerForInferenceOnly() => CompileAndRun(layer => $"[Model(9, 4), {layer}]");

    [Fact]
    public void ASingleStepOrFeature() => CompileAndRun(layer => $"[Model(1, 1), {layer}, Flatten, Loss(Loss.Huber)]");

    // Names that are those of locals, methods and types in generated code.
    [Theory]
    [InlineData("weights")]
    [InlineData("gates")]
    [InlineData("scratch")]
    [InlineData("from_start")]
    [InlineData("prepared")]
    [InlineData("recurrent_kernels")]
    public void AnyName(string name) => CompileAndRun(
        _ => $"[Model(5, 4), LSTM(5, Name = \"{name}\", ReturnSequences = true), Bidirectional(Name = \"{name}_1\"), GRU(3), Dense(2), Loss(Loss.Huber)]",
        layer => layer == _layers[0]);

    private static void CompileAndRun(Func<string, string> attributes, Func<string, bool>? fits = null)
    {
        string[] sources =
        [
            .. _layers.Where(fits ?? (_ => true)).Select((layer, i) => $"/// <summary>A model.</summary>\n{attributes(layer)}\npublic partial class M{i};"),
        ];
        using CompiledModels models = CompiledModels.Compile(sources);
        Model[] all = [.. models.CreateAll()];
        Assert.Equal(sources.Length, all.Length);
        Exercise.All(all);
    }
}
