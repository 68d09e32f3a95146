namespace StaticNet.Generators.Tests;

/// <summary>What can be wrong with tokens, masks and wrappers.</summary>
public sealed class TokenDiagnosticsTests
{
    [Theory]
    [InlineData("100", "Dense(100)", "Dense 'dense'")]
    [InlineData("100", "Dropout(0.5f)", "Dropout 'dropout'")]
    [InlineData("10, 10", "Flatten", "Flatten 'flatten'")]
    public void TokensComeFromTheInput(string shape, string layer, string title)
    {
        Expect.Diagnostics(
            Model(shape, layer, "{|SNET027:Embedding(50, 4)|}"),
            $"Embedding 'embedding' looks up tokens, whole numbers that only the model's input can give, but {title} gives numbers: make it the first layer");
        Expect.NoDiagnostics(Model(shape, "Embedding(50, 4)", layer));
    }

    [Theory]
    [InlineData("Embedding({|SNET007:0|}, 4)", "inputDim is 0; expected at least 1")]
    [InlineData("Embedding(50, {|SNET007:-4|})", "outputDim is -4; expected at least 1")]
    [InlineData("Embedding(50, 4, {|SNET008:EmbeddingsInitializer = (Initializer)70|})", "'70' is no Initializer; choose one of its named values")]
    [InlineData("{|SNET015:Embedding(100_000_000, 6)|}", "the parameters would need 1,600,000,000 numbers; at most 500,000,000 are possible: make it smaller")]
    public void AnOptionOutOfRange(string layer, string message)
        => Expect.Diagnostics(Model("10", layer), message.StartsWith("the", StringComparison.Ordinal) ? $"With Embedding 'embedding' {message}" : $"Embedding 'embedding': {message}");

    [Fact]
    public void AMaskOverTokensThatAreNoSequence()
    {
        Expect.Diagnostics(
            Model("5, 4", "Embedding(50, 4, {|SNET011:MaskZero = true|})"),
            "Embedding 'embedding' with MaskZero takes a sequence of tokens, but (5, 4) comes in from the input: leave MaskZero out or write [Model(20)]");
        Expect.NoDiagnostics(Model("20", "Embedding(50, 4, MaskZero = true)"));
    }

    [Theory]
    [InlineData("Flatten", "Flatten 'flatten'")]
    [InlineData("Conv1D(3, 2)", "Conv1D 'conv1d'")]
    [InlineData("MaxPooling1D(2)", "MaxPooling1D 'max_pooling1d'")]
    [InlineData("GlobalMaxPooling1D", "GlobalMaxPooling1D 'global_max_pooling1d'")]
    [InlineData("Reshape(2, 40)", "Reshape 'reshape'")]
    [InlineData("BatchNormalization", "BatchNormalization 'batch_normalization'")]
    public void AMaskThatEndsUnheeded(string layer, string title)
    {
        string message = $"{title} does not support masks, so the mask of Embedding 'embedding' ends here and masked steps count like others: "
            + "leave the mask out or use a layer that heeds it, such as a recurrence or GlobalAveragePooling1D";
        Expect.Diagnostics(Model("20", "Embedding(50, 4, MaskZero = true)", $"{{|SNET026:{layer}|}}"), message);

        // Said once, where it ends.
        Expect.Diagnostics(Model("20", "Embedding(50, 4, MaskZero = true)", "Dense(4, ReLU)", $"{{|SNET026:{layer}|}}", "Activation(Tanh)", "Flatten"), message);
        Expect.NoDiagnostics(Model("20", "Embedding(50, 4)", layer));
    }

    [Theory]
    [InlineData("GlobalAveragePooling1D", "Dense(3)")]
    [InlineData("LSTM(4)", "Dense(3)")]
    [InlineData("LSTM(4, ReturnSequences = true)", "GRU(4)")]
    [InlineData("Bidirectional, SimpleRNN(4, ReturnSequences = true)", "GlobalAveragePooling1D")]
    [InlineData("Dropout(0.5f)", "LSTM(4)")]
    [InlineData("SpatialDropout1D(0.5f)", "LSTM(4)")]
    [InlineData("TimeDistributed, Dense(4)", "LSTM(4)")]
    [InlineData("LayerNormalization", "GlobalAveragePooling1D")]
    [InlineData("Masking(1)", "GlobalAveragePooling1D")]
    public void AMaskThatIsHeeded(string first, string second)
        => Expect.NoDiagnostics(Model("20", "Embedding(50, 4, MaskZero = true)", first, second, "Flatten"));

    [Fact]
    public void AMaskOfNumbers() => Expect.Diagnostics(
        Model("20, 4", "Masking", "{|SNET026:Flatten|}"),
        "Flatten 'flatten' does not support masks, so the mask of Masking 'masking' ends here and masked steps count like others: "
            + "leave the mask out or use a layer that heeds it, such as a recurrence or GlobalAveragePooling1D");

    [Theory]
    [InlineData("Masking({|SNET007:float.NaN|})", "Masking 'masking': maskValue is NaN; expected a finite number")]
    public void AMaskValueThatNothingEquals(string layer, string message) => Expect.Diagnostics(Model("20, 4", layer), message);

    [Fact]
    public void AWrapperAtTheEnd() => Expect.Diagnostics(
        Model("20, 4", "Dense(3)", "{|SNET025:TimeDistributed|}"),
        "TimeDistributed wraps the layer written below it, which must be Dense, but there is none: write [TimeDistributed, Dense(...)]");

    [Fact]
    public void AWrappedLayerWithoutSteps() => Expect.Diagnostics(
        Model("20", "{|SNET011:TimeDistributed|}", "Dense(3)"),
        "TimeDistributed 'time_distributed' takes a sequence of (steps, features), but (20) comes in from the input: leave [TimeDistributed] out");

    [Theory]
    [InlineData("TimeDistributed(Name = \"each\"), Dense(3)")]
    [InlineData("TimeDistributed, Dense(3, Name = \"each\")")]
    [InlineData("TimeDistributed(Name = \"each\"), Dense(3, Name = \"inner\")")]
    public void APairIsOneLayerUnderOneName(string pair)
        => Assert.Contains("EachKernel", Compilations.Generate($"[Model(20, 4), {pair}] public partial class M;"), StringComparison.Ordinal);

    private static string Model(string shape, params string[] layers)
        => $"[Model({shape})]\n{string.Concat(layers.Select(layer => $"[{layer}]\n"))}public partial class M;";
}
