namespace StaticNet.Generators.Tests;

/// <summary>What can be wrong with the layers of sequences: their inputs, windows, options and ends.</summary>
public sealed class SequenceDiagnosticsTests
{
    private const string Positive = "expected at least 1";
    private const string NotNegative = "expected at least 0";
    private const string Part = "expected at least 0 and less than 1";
    private const string Window = "expected at most 16,384";

    public static TheoryData<string, string> SequenceLayers => new()
    {
        { "Conv1D(8, 3)", "Conv1D 'conv1d'" },
        { "DepthwiseConv1D(3)", "DepthwiseConv1D 'depthwise_conv1d'" },
        { "SeparableConv1D(8, 3)", "SeparableConv1D 'separable_conv1d'" },
        { "MaxPooling1D", "MaxPooling1D 'max_pooling1d'" },
        { "AveragePooling1D(2)", "AveragePooling1D 'average_pooling1d'" },
        { "GlobalMaxPooling1D", "GlobalMaxPooling1D 'global_max_pooling1d'" },
        { "GlobalAveragePooling1D(KeepDims = true)", "GlobalAveragePooling1D 'global_average_pooling1d'" },
        { "ZeroPadding1D", "ZeroPadding1D 'zero_padding1d'" },
        { "Cropping1D", "Cropping1D 'cropping1d'" },
        { "UpSampling1D(Name = \"longer\")", "UpSampling1D 'longer'" },
        { "SpatialDropout1D(0.5f)", "SpatialDropout1D 'spatial_dropout1d'" },
    };

    [Theory]
    [MemberData(nameof(SequenceLayers))]
    public void ALayerOfSequencesTakesNoRow(string layer, string title)
    {
        Expect.Diagnostics(
            Model("100", $"{{|SNET011:{layer}|}}"),
            $"{title} takes a sequence of (steps, channels), but (100) comes in from the input: write [Model(100, 1)], or put [Embedding(inputDim, outputDim)] above it if these are tokens");
        Expect.NoDiagnostics(Model("100, 1", layer));
        Expect.NoDiagnostics(Model("100", "Embedding(50, 4)", layer));
    }

    [Theory]
    [InlineData("28, 28, 1", "put [Reshape(28, 28)] above it")]
    [InlineData("4, 16, 16, 3", "put [Reshape(4, 768)] above it")]
    public void WhatMakesASequenceOfAnotherRank(string shape, string remedy)
    {
        Expect.Diagnostics(
            Model(shape, "{|SNET011:GlobalMaxPooling1D|}"),
            $"GlobalMaxPooling1D 'global_max_pooling1d' takes a sequence of (steps, channels), but ({shape}) comes in from the input: {remedy}");
        Expect.NoDiagnostics(Model(shape, remedy["put [".Length..remedy.IndexOf(']', StringComparison.Ordinal)], "GlobalMaxPooling1D"));
    }

    [Fact]
    public void ARowFromAnotherLayerIsNoSequence()
    {
        Expect.Diagnostics(
            Model("10", "Dense(12, ReLU)", "{|SNET011:Conv1D(8, 3, Padding = Padding.Causal)|}"),
            "Conv1D 'conv1d' takes a sequence of (steps, channels), but (12) comes in from Dense 'dense': put [Reshape(12, 1)] above it");
        Expect.NoDiagnostics(Model("10", "Dense(12, ReLU)", "Reshape(12, 1)", "Conv1D(8, 3, Padding = Padding.Causal)"));
    }

    [Theory]
    [InlineData("5, 3")]
    [InlineData("4, 4, 1")]
    public void OnlyARowIsRepeated(string shape)
    {
        Expect.Diagnostics(
            Model(shape, "{|SNET011:RepeatVector(3)|}"),
            $"RepeatVector 'repeat_vector' takes a row of numbers, but ({shape}) comes in from the input: put [Flatten] above it");
        Expect.NoDiagnostics(Model(shape, "Flatten", "RepeatVector(3)"));
    }

    [Theory]
    [InlineData("5, 8", "MaxPooling1D({|SNET018:6|})", "MaxPooling1D 'max_pooling1d': a window of 6", "5 steps of (5, 8)", "5")]
    [InlineData("1, 8", "{|SNET018:MaxPooling1D|}", "MaxPooling1D 'max_pooling1d': a window of 2", "1 steps of (1, 8)", "1")]
    [InlineData("3, 1", "AveragePooling1D({|SNET018:poolSize: 4|}, Strides = 1)", "AveragePooling1D 'average_pooling1d': a window of 4", "3 steps of (3, 1)", "3")]
    [InlineData("4, 3", "Conv1D(8, {|SNET018:5|}, ReLU)", "Conv1D 'conv1d': a window of 5", "4 steps of (4, 3)", "4")]
    [InlineData("4, 3", "Conv1D(8, {|SNET018:3|}, DilationRate = 2)", "Conv1D 'conv1d': a window of 3, which spans 5 at a dilation rate of 2,", "4 steps of (4, 3)", "2")]
    [InlineData("4, 3", "DepthwiseConv1D({|SNET018:1_000|})", "DepthwiseConv1D 'depthwise_conv1d': a window of 1,000", "4 steps of (4, 3)", "4")]
    [InlineData("4, 3", "SeparableConv1D(8, {|SNET018:5|}, Name = \"narrow\")", "SeparableConv1D 'narrow': a window of 5", "4 steps of (4, 3)", "4")]
    public void AWindowLongerThanTheSequence(string shape, string layer, string window, string steps, string most) => Expect.Diagnostics(
        Model(shape, layer), $"{window} does not fit into the {steps} that come in from the input: use Padding = Padding.Same or a window of at most {most}");

    [Theory]
    [InlineData("Conv1D(8, 4)")]
    [InlineData("Conv1D(8, 2, DilationRate = 3)")]
    [InlineData("Conv1D(8, 50, Padding = Padding.Same)")]
    [InlineData("Conv1D(8, 50, Padding = Padding.Causal)")]
    [InlineData("Conv1D(8, 16_384, Padding = Padding.Causal, DilationRate = 9)")]
    [InlineData("MaxPooling1D(4)")]
    [InlineData("MaxPooling1D(255, Padding = Padding.Same)")]
    public void AWindowThatFits(string layer) => Expect.NoDiagnostics(Model("4, 3", layer));

    [Fact]
    public void TheWindowThatTheMessageNamesFits() => Messages.AreRightAbout(
        from steps in Enumerable.Range(1, 4)
        from kernel in Enumerable.Range(1, 5)
        from dilation in Enumerable.Range(1, 3)
        select (steps, kernel, dilation),
        model => $"[Model({model.steps}, 2), Conv1D(3, {model.kernel}, DilationRate = {model.dilation})]",
        (model, message) =>
        [
            $"[Model({model.steps}, 2), Conv1D(3, {message[(message.LastIndexOf(' ') + 1)..]}, DilationRate = {model.dilation})]",
            $"[Model({model.steps}, 2), Conv1D(3, {model.kernel}, DilationRate = {model.dilation}, Padding = Padding.Same)]",
        ]);

    // n / s places, rounded up, whatever the window spans.
    [Theory]
    [InlineData(7, "3", 7)]
    [InlineData(7, "3, Strides = 2", 4)]
    [InlineData(8, "3, Strides = 2", 4)]
    [InlineData(7, "3, DilationRate = 4", 7)]
    [InlineData(2, "9", 2)]
    [InlineData(1, "2, Strides = 5", 1)]
    public void ACausalConvolutionHasAPlaceForEachStride(int steps, string window, int places)
        => Assert.Equal([places, 3], Plans.Of($"[Model({steps}, 2), Conv1D(3, {window}, Padding = Padding.Causal)]").OutputShape);

    public static TheoryData<string, string> LayersThatAreNeverCausal => new()
    {
        { "6, 6, 2", "Conv2D(8, 3, {0})" },
        { "6, 6, 2", "DepthwiseConv2D(3, {0})" },
        { "6, 6, 2", "SeparableConv2D(8, 3, {0})" },
        { "6, 6, 2", "Conv2DTranspose(8, 3, {0})" },
        { "6, 6, 2", "MaxPooling2D(2, {0})" },
        { "6, 6, 2", "AveragePooling2D({0})" },
        { "6, 2", "DepthwiseConv1D(3, {0})" },
        { "6, 2", "SeparableConv1D(8, 3, {0})" },
        { "6, 2", "MaxPooling1D({0})" },
        { "6, 2", "AveragePooling1D(3, {0})" },
    };

    [Theory]
    [MemberData(nameof(LayersThatAreNeverCausal))]
    public void OnlyAConvolutionOfSequencesIsCausal(string shape, string layer)
    {
        string kind = layer.Split('(')[0];
        Expect.Diagnostics(
            Model(shape, layer.Replace("{0}", "{|SNET007:Padding = Padding.Causal|}", StringComparison.Ordinal)),
            $"{kind} '{Text.Snake(kind)}': Padding is Causal; expected Valid or Same, since only Conv1D can be causal");
        foreach (string padding in new[] { "Valid", "Same" })
            Expect.NoDiagnostics(Model(shape, layer.Replace("{0}", $"Padding = Padding.{padding}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Conv1D(8, 3, Strides = 2, {|SNET019:DilationRate = 3|})", "Conv1D 'conv1d'", "2", "3")]
    [InlineData("Conv1D(8, 3, {|SNET019:DilationRate = 2|}, Strides = 1_000, Padding = Padding.Causal)", "Conv1D 'conv1d'", "1,000", "2")]
    [InlineData("DepthwiseConv1D(3, {|SNET019:DilationRate = 4|}, Strides = 2)", "DepthwiseConv1D 'depthwise_conv1d'", "2", "4")]
    [InlineData("SeparableConv1D(8, 3, {|SNET019:DilationRate = 3|}, Strides = 2)", "SeparableConv1D 'separable_conv1d'", "2", "3")]
    public void StridesAndDilation(string layer, string title, string strides, string dilation) => Expect.Diagnostics(
        Model("28, 4", layer),
        $"{title} has strides of {strides} and a dilation rate of {dilation}; only one of them may be above 1, as in Keras: remove the strides or the dilation rate");

    [Theory]
    [InlineData("28, 8", "Conv1D(10, 3, {|SNET020:Groups = 4|})", "4 groups do not divide the 10 filters: use 12 filters or 2 groups")]
    [InlineData("28, 3", "Conv1D(8, 3, {|SNET020:Groups = 2|})", "2 groups do not divide the 3 channels of (28, 3) that come in from the input: use one group")]
    public void GroupsThatDoNotDivide(string shape, string layer, string message) => Expect.Diagnostics(Model(shape, layer), $"Conv1D 'conv1d': {message}");

    [Theory]
    [InlineData("10, 8", "Cropping1D({|SNET023:5|})", "10 of the 10 steps of (10, 8)", "4 on each side")]
    [InlineData("2, 8", "{|SNET023:Cropping1D|}", "2 of the 2 steps of (2, 8)", "0 on each side")]
    [InlineData("10, 8", "Cropping1D({|SNET023:4|}, 6)", "10 of the 10 steps of (10, 8)", "9 in all")]
    [InlineData("10, 8", "Cropping1D({|SNET023:left: int.MaxValue|}, right: int.MaxValue)", "4,294,967,294 of the 10 steps of (10, 8)", "9 in all")]
    public void CroppingThatLeavesNothing(string shape, string layer, string taken, string most) => Expect.Diagnostics(
        Model(shape, layer), $"Cropping1D 'cropping1d' takes {taken} that come in from the input: take at most {most}");

    [Theory]
    [InlineData("Conv1D({|SNET007:0|}, 3)", "filters is 0", Positive)]
    [InlineData("Conv1D(8, {|SNET007:0|})", "kernelSize is 0", Positive)]
    [InlineData("Conv1D(8, {|SNET007:16_385|}, Padding = Padding.Same)", "kernelSize is 16,385", Window)]
    [InlineData("Conv1D(8, 3, {|SNET007:Strides = 0|})", "Strides is 0", Positive)]
    [InlineData("Conv1D(8, 3, {|SNET007:Strides = int.MaxValue|})", "Strides is 2,147,483,647", Window)]
    [InlineData("Conv1D(8, 3, {|SNET007:DilationRate = -1|})", "DilationRate is -1", Positive)]
    [InlineData("Conv1D(8, 3, {|SNET007:DilationRate = 20_000|}, Padding = Padding.Causal)", "DilationRate is 20,000", Window)]
    [InlineData("Conv1D(8, 3, {|SNET007:Groups = 0|})", "Groups is 0", Positive)]
    [InlineData("DepthwiseConv1D({|SNET007:-3|})", "kernelSize is -3", Positive)]
    [InlineData("DepthwiseConv1D(3, {|SNET007:DepthMultiplier = 0|})", "DepthMultiplier is 0", Positive)]
    [InlineData("DepthwiseConv1D(3, {|SNET007:Strides = -1|})", "Strides is -1", Positive)]
    [InlineData("SeparableConv1D({|SNET007:0|}, 3)", "filters is 0", Positive)]
    [InlineData("SeparableConv1D(8, {|SNET007:0|})", "kernelSize is 0", Positive)]
    [InlineData("SeparableConv1D(8, 3, {|SNET007:DepthMultiplier = -1|})", "DepthMultiplier is -1", Positive)]
    [InlineData("SeparableConv1D(8, 3, {|SNET007:DilationRate = 0|})", "DilationRate is 0", Positive)]
    [InlineData("MaxPooling1D({|SNET007:0|})", "poolSize is 0", Positive)]
    [InlineData("MaxPooling1D({|SNET007:int.MaxValue|}, Padding = Padding.Same)", "poolSize is 2,147,483,647", Window)]
    [InlineData("MaxPooling1D({|SNET007:256|}, Padding = Padding.Same)", "the pool is 256", "expected at most 255 steps, or GlobalMaxPooling1D for all of them")]
    [InlineData("MaxPooling1D(2, {|SNET007:Strides = -1|})", "Strides is -1", Positive)]
    [InlineData("AveragePooling1D({|SNET007:-2|})", "poolSize is -2", Positive)]
    [InlineData("AveragePooling1D(2, {|SNET007:Strides = 16_385|})", "Strides is 16,385", Window)]
    [InlineData("ZeroPadding1D({|SNET007:-1|})", "padding is -1", NotNegative)]
    [InlineData("ZeroPadding1D({|SNET007:-1|}, 0)", "left is -1", NotNegative)]
    [InlineData("ZeroPadding1D(0, {|SNET007:-1|})", "right is -1", NotNegative)]
    [InlineData("Cropping1D({|SNET007:-1|})", "cropping is -1", NotNegative)]
    [InlineData("Cropping1D(1, {|SNET007:right: int.MinValue|})", "right is -2,147,483,648", NotNegative)]
    [InlineData("UpSampling1D({|SNET007:0|})", "size is 0", Positive)]
    [InlineData("UpSampling1D({|SNET007:int.MaxValue|})", "size is 2,147,483,647", Window)]
    [InlineData("SpatialDropout1D({|SNET007:1|})", "rate is 1", Part)]
    [InlineData("SpatialDropout1D({|SNET007:float.NaN|})", "rate is NaN", Part)]
    public void ANumberOutOfRange(string layer, string what, string expected) => Expect.Diagnostics(Model("28, 4", layer), $"{Title(layer)}: {what}; {expected}");

    [Theory]
    [InlineData("RepeatVector({|SNET007:0|})", 0)]
    [InlineData("RepeatVector({|SNET007:n: -3|})", -3)]
    public void ARepetitionOfNothing(string layer, int n) => Expect.Diagnostics(Model("4", layer), $"RepeatVector 'repeat_vector': n is {n}; {Positive}");

    [Theory]
    [InlineData("Conv1D(8, 3, {|SNET008:(Activation)99|})", "'99' is no Activation")]
    [InlineData("Conv1D(8, 3, {|SNET008:Padding = (Padding)3|})", "'3' is no Padding")]
    [InlineData("Conv1D(8, 3, {|SNET008:KernelInitializer = (Initializer)70|})", "'70' is no Initializer")]
    [InlineData("DepthwiseConv1D(3, {|SNET008:Padding = (Padding)(-1)|})", "'-1' is no Padding")]
    [InlineData("DepthwiseConv1D(3, {|SNET008:DepthwiseInitializer = (Initializer)70|})", "'70' is no Initializer")]
    [InlineData("SeparableConv1D(8, 3, {|SNET008:PointwiseInitializer = (Initializer)70|})", "'70' is no Initializer")]
    [InlineData("MaxPooling1D({|SNET008:Padding = (Padding)3|})", "'3' is no Padding")]
    [InlineData("AveragePooling1D({|SNET008:Padding = (Padding)3|})", "'3' is no Padding")]
    public void ACastToAValueThatAnEnumDoesNotHave(string layer, string what)
        => Expect.Diagnostics(Model("28, 4", layer), $"{Title(layer)}: {what}; choose one of its named values");

    [Fact]
    public void SeveralMistakesAtOnce() => Expect.Diagnostics(
        Model("28, 4", "Conv1D({|SNET007:0|}, {|SNET007:-1|}, {|SNET008:(Activation)50|}, {|SNET007:Strides = 0|}, {|SNET007:DilationRate = 0|}, {|SNET007:Groups = 0|}, {|SNET008:Padding = (Padding)7|})"),
        "Conv1D 'conv1d': filters is 0; expected at least 1",
        "Conv1D 'conv1d': kernelSize is -1; expected at least 1",
        "Conv1D 'conv1d': '50' is no Activation; choose one of its named values",
        "Conv1D 'conv1d': Strides is 0; expected at least 1",
        "Conv1D 'conv1d': DilationRate is 0; expected at least 1",
        "Conv1D 'conv1d': Groups is 0; expected at least 1",
        "Conv1D 'conv1d': '7' is no Padding; choose one of its named values");

    [Fact]
    public void SoftmaxOfOneFilter() => Expect.Diagnostics(
        Model("28, 4", "Conv1D(1, 3, {|SNET013:Softmax|})"),
        "Softmax of the single number that Conv1D 'conv1d' gives is always 1: use Sigmoid for a yes-or-no answer, or at least two units or filters");

    [Theory]
    [InlineData("PositionEmbedding({|SNET007:27|})", "PositionEmbedding 'position_embedding': sequenceLength is 27; expected at least 28, the steps of the sequence")]
    [InlineData("PositionEmbedding({|SNET007:-1|})", "PositionEmbedding 'position_embedding': sequenceLength is -1; expected at least 28, the steps of the sequence")]
    [InlineData("PositionEmbedding({|SNET008:Initializer = (Initializer)70|})", "PositionEmbedding 'position_embedding': '70' is no Initializer; choose one of its named values")]
    [InlineData("SinePositionEncoding({|SNET007:MaxWavelength = 0|})", "SinePositionEncoding 'sine_position_encoding': MaxWavelength is 0; expected a number above 0")]
    [InlineData("SinePositionEncoding({|SNET007:MaxWavelength = double.PositiveInfinity|})", "SinePositionEncoding 'sine_position_encoding': MaxWavelength is Infinity; expected a number above 0")]
    public void Positions(string layer, string message) => Expect.Diagnostics(Model("28, 4", layer), message);

    [Theory]
    [InlineData("PositionEmbedding", "position_embedding")]
    [InlineData("SinePositionEncoding", "sine_position_encoding")]
    public void PositionsOfARow(string layer, string name) => Expect.Diagnostics(
        Model("28", $"{{|SNET011:{layer}|}}"),
        $"{layer} '{name}' takes a sequence of (steps, channels), but (28) comes in from the input: write [Model(28, 1)], or put [Embedding(inputDim, outputDim)] above it if these are tokens");

    [Theory]
    [InlineData("4", "{|SNET015:RepeatVector(int.MaxValue)|}", "The output of RepeatVector 'repeat_vector' would need 2,147,483,647")]
    [InlineData("400_000, 4", "{|SNET015:UpSampling1D(1_000)|}", "The output of UpSampling1D 'up_sampling1d' would need 1,600,000,000")]
    [InlineData("9, 4", "{|SNET015:ZeroPadding1D(int.MaxValue)|}", "The output of ZeroPadding1D 'zero_padding1d' would need 2,147,483,647")]
    [InlineData("9, 1_000", "{|SNET015:PositionEmbedding(1_000_000)|}", "With PositionEmbedding 'position_embedding' the parameters would need 1,008,000,000")]
    [InlineData("9, 1_000", "{|SNET015:PositionEmbedding(int.MaxValue)|}", "With PositionEmbedding 'position_embedding' the parameters would need 500,000,016")]
    [InlineData("9, 10_000", "{|SNET015:Conv1D(10_000, 9)|}", "With Conv1D 'conv1d' the parameters would need 900,010,000")]
    public void BeyondMemory(string shape, string layer, string message)
        => Expect.Diagnostics(Model(shape, layer), message + " numbers; at most 500,000,000 are possible: make it smaller");

    [Theory]
    [InlineData("Conv1D(1, 1)")]
    [InlineData("Conv1D(6, 2, GELU, Groups = 2, DilationRate = 2, Padding = Padding.Causal)")]
    [InlineData("DepthwiseConv1D(3, Softmax, DepthMultiplier = 5, Padding = Padding.Same)")]
    [InlineData("SeparableConv1D(1, 4, Sigmoid, Strides = 2, UseBias = false)")]
    [InlineData("MaxPooling1D(2, Strides = 0)")]
    [InlineData("AveragePooling1D(20)")]
    [InlineData("ZeroPadding1D(0)")]
    [InlineData("Cropping1D(0, 27)")]
    [InlineData("UpSampling1D(1)")]
    [InlineData("SpatialDropout1D(0)")]
    [InlineData("PositionEmbedding(28)")]
    [InlineData("PositionEmbedding(1000)")]
    [InlineData("SinePositionEncoding(MaxWavelength = 2)")]
    public void NothingWrong(string layer) => Expect.NoDiagnostics(Model("28, 4", layer));

    private static string Title(string layer)
    {
        string kind = layer.Split('(')[0];
        return $"{kind} '{Text.Snake(kind)}'";
    }

    private static string Model(string shape, params string[] layers)
        => $"[Model({shape})]\n{string.Concat(layers.Select(layer => $"[{layer}]\n"))}public partial class M;";
}
