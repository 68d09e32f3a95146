namespace StaticNet.Generators.Tests;

/// <summary>What can be wrong with attentions: their options, and what they take.</summary>
public sealed class AttentionDiagnosticsTests
{
    [Theory]
    [InlineData("MultiHeadAttention({|SNET007:0|}, 8)", "numHeads is 0; expected at least 1")]
    [InlineData("MultiHeadAttention(2, {|SNET007:-1|})", "keyDim is -1; expected at least 1")]
    [InlineData("MultiHeadAttention(2, 8, {|SNET007:ValueDim = -3|})", "ValueDim is -3; expected at least 1")]
    [InlineData("MultiHeadAttention(2, 8, {|SNET007:Dropout = 1|})", "Dropout is 1; expected at least 0 and less than 1")]
    [InlineData("MultiHeadAttention(2, 8, {|SNET007:Dropout = double.NaN|})", "Dropout is NaN; expected at least 0 and less than 1")]
    [InlineData("MultiHeadAttention(2, 8, {|SNET008:KernelInitializer = (Initializer)77|})", "'77' is no Initializer; choose one of its named values")]
    public void OptionsOutOfRange(string layer, string message)
        => Expect.Diagnostics(Model("20, 6", layer), $"MultiHeadAttention 'multi_head_attention': {message}");

    [Fact]
    public void WhatAsksIsASequence()
    {
        Expect.Diagnostics(
            Model("100", "{|SNET011:MultiHeadAttention(2, 8)|}"),
            "MultiHeadAttention 'multi_head_attention' takes a sequence of (steps, channels), but (100) comes in from the input: write [Model(100, 1)], or put [Embedding(inputDim, outputDim)] above it if these are tokens");
        Expect.NoDiagnostics(Model("100", "Embedding(50, 4)", "MultiHeadAttention(2, 8)"));
    }

    [Theory]
    [InlineData("{|SNET011:Value = \"row\"|}")]
    [InlineData("{|SNET011:Key = \"row\"|}")]
    [InlineData("Value = \"input\", {|SNET011:Key = \"row\"|}")]
    public void WhatIsAskedIsASequence(string source) => Expect.Diagnostics(
        Model("6, 4", "Flatten", "Dense(8, Name = \"row\")", $"MultiHeadAttention(2, 8, From = \"input\", {source})"),
        "MultiHeadAttention 'multi_head_attention' takes a sequence of (steps, channels), but (8) comes in from Dense 'row': name a layer that gives a sequence, or put [Reshape] below that one");

    [Theory]
    [InlineData("{|SNET033:Value = \"encodr\"|}", "encodr")]
    [InlineData("Value = \"encoder\", {|SNET033:Key = \"encod\"|}", "encod")]
    public void ANameThatNoLayerAboveHas(string source, string name) => Expect.Diagnostics(
        Model("6, 4", "Dense(8, Name = \"encoder\")", $"MultiHeadAttention(2, 8, {source})"),
        $"MultiHeadAttention 'multi_head_attention' takes the output of '{name}', but no layer above it has that name: write 'encoder'");

    [Fact]
    public void ThereAreAsManyKeysAsValues() => Expect.Diagnostics(
        Model("6, 4", "Conv1D(4, 3, Name = \"fewer\")", "MultiHeadAttention(2, 8, From = \"input\", Value = \"input\", {|SNET007:Key = \"fewer\"|})"),
        "MultiHeadAttention 'multi_head_attention': Key is Conv1D 'fewer' of 4 steps; expected as many keys as values, of which the input gives 6");

    // Without projections keys must be as long as queries; values may have any length.
    [Theory]
    [InlineData("Attention({|SNET007:Value = \"encoder\"|})", "Value")]
    [InlineData("Attention(Value = \"input\", {|SNET007:Key = \"encoder\"|})", "Key")]
    public void KeysAreAsLongAsQueries(string layer, string argument) => Expect.Diagnostics(
        Model("6, 4", "Dense(8, Name = \"encoder\")", "Dense(4)", layer),
        $"Attention 'attention': {argument} is Dense 'encoder' with keys of 8 numbers; expected keys as long as the queries, of which Dense 'dense_1' gives 4 numbers each");

    [Theory]
    [InlineData("AdditiveAttention({|SNET007:Value = \"encoder\"|})", "Value")]
    [InlineData("AdditiveAttention(Value = \"input\", {|SNET007:Key = \"encoder\"|})", "Key")]
    public void SummandsAreAsManyInKeysAsInQueries(string layer, string argument) => Expect.Diagnostics(
        Model("6, 4", "Dense(8, Name = \"encoder\")", "Dense(4)", layer),
        $"AdditiveAttention 'additive_attention': {argument} is Dense 'encoder' with keys of 8 numbers; expected keys as long as the queries, of which Dense 'dense_1' gives 4 numbers each");

    [Theory]
    [InlineData("Attention({|SNET008:ScoreMode = (ScoreMode)2|})", "Attention 'attention': '2' is no ScoreMode; choose one of its named values")]
    [InlineData("Attention(ScoreMode = ScoreMode.Concat, {|SNET007:Dropout = 1|})", "Attention 'attention': Dropout is 1; expected at least 0 and less than 1")]
    [InlineData("AdditiveAttention({|SNET007:Dropout = -0.1|})", "AdditiveAttention 'additive_attention': Dropout is -0.1; expected at least 0 and less than 1")]
    public void OptionsOfScoresOutOfRange(string layer, string message) => Expect.Diagnostics(Model("6, 4", layer), message);

    [Theory]
    [InlineData("Attention")]
    [InlineData("Attention(Value = \"encoder\")")]
    [InlineData("Attention(UseScale = true)")]
    [InlineData("Attention(ScoreMode = ScoreMode.Concat, UseScale = true, Value = \"encoder\", Causal = true)")]
    [InlineData("AdditiveAttention(UseScale = false, Dropout = 0.2)")]
    [InlineData("AdditiveAttention(Value = \"input\", Key = \"encoder\")")]
    [InlineData("Attention(Key = \"encoder\", Causal = true, Dropout = 0.5)")]
    [InlineData("Attention(Value = \"input\", Key = \"encoder\")")]
    public void WhatAsksWithoutProjections(string layer) => Expect.NoDiagnostics(Model("6, 4", "Dense(8, Name = \"encoder\")", layer));

    [Fact]
    public void AttentionAsksASequence() => Expect.Diagnostics(
        Model("100", "{|SNET011:Attention|}"),
        "Attention 'attention' takes a sequence of (steps, channels), but (100) comes in from the input: write [Model(100, 1)], or put [Embedding(inputDim, outputDim)] above it if these are tokens");

    [Theory]
    [InlineData("MultiHeadAttention(500_000_000, 1)", "2,000,000,000")]
    [InlineData("MultiHeadAttention(1_000_000, 1_000_000)", "4,000,000,000,000")]
    [InlineData("MultiHeadAttention(int.MaxValue, int.MaxValue, ValueDim = int.MaxValue)", "8,589,934,588")]
    [InlineData("MultiHeadAttention(1, 1, ValueDim = 400_000_000)", "1,600,000,000")]
    public void WhatIsBeyondAllMemory(string layer, string numbers) => Expect.Diagnostics(
        Model("4, 3", $"{{|SNET015:{layer}|}}"),
        $"A projection of MultiHeadAttention 'multi_head_attention' would need {numbers} numbers; at most 500,000,000 are possible: make it smaller");

    // What asks may itself be named, or stand above; what is asked is not what is merged.
    [Theory]
    [InlineData("MultiHeadAttention(2, 8, Value = \"encoder\")")]
    [InlineData("MultiHeadAttention(2, 8, Key = \"encoder\")")]
    [InlineData("MultiHeadAttention(2, 8, Value = \"encoder\", Key = \"input\")")]
    [InlineData("MultiHeadAttention(2, 8, From = \"input\", Value = \"encoder\")")]
    [InlineData("MultiHeadAttention(2, 8, Value = \"input\")")]
    [InlineData("MultiHeadAttention(2, 8, Value = null)")]
    public void WhatMayBeAsked(string layer) => Expect.NoDiagnostics(Model("6, 4", "Dense(8, Name = \"encoder\")", layer));

    // The mask of what is asked ends in the attention that heeds it; that of what asks goes on.
    [Fact]
    public void MasksAreHeeded()
    {
        Expect.NoDiagnostics(Model("6", "Embedding(9, 4, MaskZero = true)", "MultiHeadAttention(2, 8)", "GlobalAveragePooling1D", "Dense(1)"));
        Expect.NoDiagnostics(Model(
            "6", "Embedding(9, 4, MaskZero = true, Name = \"memory\")", "Embedding(9, 4, From = \"input\")", "MultiHeadAttention(2, 8, Value = \"memory\")", "Flatten", "Dense(1)"));
        Expect.Diagnostics(
            Model("6", "Embedding(9, 4, MaskZero = true)", "MultiHeadAttention(2, 8)", "{|SNET026:Flatten|}", "Dense(1)"),
            "Flatten 'flatten' does not support masks, so the mask of Embedding 'embedding' ends here and masked steps count like others: leave the mask out or use a layer that heeds it, such as a recurrence or GlobalAveragePooling1D");
    }

    private static string Model(string shape, params string[] layers)
        => $"""
            [Model({shape})]
            [{string.Join("]\n[", layers)}]
            public partial class M;
            """;
}
