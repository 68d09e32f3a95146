namespace StaticNet.Generators.Tests;

/// <summary>SNET007 to SNET010 and SNET013: what can be wrong with a layer.</summary>
public sealed class LayerDiagnosticsTests
{
    [Theory]
    [InlineData("Dense({|SNET007:0|})", "Dense 'dense': units is 0; expected at least 1")]
    [InlineData("Dense({|SNET007:-3|}, ReLU)", "Dense 'dense': units is -3; expected at least 1")]
    [InlineData("Dense({|SNET007:-12_000|})", "Dense 'dense': units is -12,000; expected at least 1")]
    [InlineData("Dense(activation: ReLU, {|SNET007:units: 0|})", "Dense 'dense': units is 0; expected at least 1")]
    [InlineData("Dense({|SNET007:int.MinValue|}, Name = \"huge\")", "Dense 'huge': units is -2,147,483,648; expected at least 1")]
    [InlineData("Dropout({|SNET007:1|})", "Dropout 'dropout': rate is 1; expected at least 0 and less than 1")]
    [InlineData("Dropout({|SNET007:-0.5f|})", "Dropout 'dropout': rate is -0.5; expected at least 0 and less than 1")]
    [InlineData("Dropout({|SNET007:rate: 1.5f|})", "Dropout 'dropout': rate is 1.5; expected at least 0 and less than 1")]
    [InlineData("Dropout({|SNET007:float.NaN|})", "Dropout 'dropout': rate is NaN; expected at least 0 and less than 1")]
    [InlineData("Dropout({|SNET007:float.NegativeInfinity|})", "Dropout 'dropout': rate is -Infinity; expected at least 0 and less than 1")]
    public void ANumberOutOfRange(string layer, string message) => Expect.Diagnostics(Model(layer), message);

    [Theory]
    [InlineData("Dropout(0)")]
    [InlineData("Dropout(0.99999994f)")]
    [InlineData("Dense(1)")]
    public void TheEdgesOfTheRange(string layer) => Expect.NoDiagnostics(Model(layer));

    [Theory]
    [InlineData("Dense(2, {|SNET008:(Activation)99|})", "Dense 'dense': '99' is no Activation; choose one of its named values")]
    [InlineData("Dense(2, {|SNET008:activation: (Activation)(-1)|})", "Dense 'dense': '-1' is no Activation; choose one of its named values")]
    [InlineData("Activation({|SNET008:(Activation)12_345|})", "Activation 'activation': '12345' is no Activation; choose one of its named values")]
    [InlineData("Dense(2, {|SNET008:KernelInitializer = (Initializer)70|})", "Dense 'dense': '70' is no Initializer; choose one of its named values")]
    public void ACastToAValueThatAnEnumDoesNotHave(string layer, string message) => Expect.Diagnostics(Model(layer), message);

    [Theory]
    [InlineData("Dense(2, (Activation)1)")]
    [InlineData("Dense(2, (Activation)(3 + 4), KernelInitializer = (Initializer)2)")]
    public void ACastToAValueThatItHas(string layer) => Expect.NoDiagnostics(Model(layer));

    [Fact]
    public void AnUndefinedLoss() => Expect.Diagnostics(
        """
        [Model(4)]
        [Dense(2)]
        [Loss({|SNET008:(Loss)99|})]
        public partial class M;
        """,
        "Loss: '99' is no Loss; choose one of its named values");

    [Fact]
    public void TwoLayersOfOneName() => Expect.Diagnostics(
        Model("Dense(2, Name = \"head\")", "Dense(2, {|SNET009:Name = \"head\"|})"),
        "The name 'head' gives 'Head', which already belongs to layer 1: give one of them another Name");

    [Fact]
    public void ANameThatADefaultNameTakesLater() => Expect.Diagnostics(
        Model("Dense(2, Name = \"dense_1\")", "{|SNET009:Dense(2)|}"),
        "The name 'dense_1' gives 'Dense1', which already belongs to layer 1: give one of them another Name");

    [Theory]
    [InlineData("a_b", "aB", "AB")]
    [InlineData("a_1", "a1", "A1")]
    [InlineData("Head", "head_", "Head")]
    [InlineData("a__b", "a_b", "AB")]
    public void TwoNamesThatGiveOneProperty(string first, string second, string identifier) => Expect.Diagnostics(
        Model($"Dense(2, Name = \"{first}\")", $"Dense(2, {{|SNET009:Name = \"{second}\"|}})"),
        $"The name '{second}' gives '{identifier}', which already belongs to layer 1: give one of them another Name");

    [Fact]
    public void ANameThatADefaultNameOfAnImageLayerTakesLater() => Expect.Diagnostics(
        """
        [Model(28, 28, 1)]
        [Dense(2, Name = "max_pooling2d_1")]
        [MaxPooling2D]
        [{|SNET009:MaxPooling2D|}]
        public partial class M;
        """,
        "The name 'max_pooling2d_1' gives 'MaxPooling2d1', which already belongs to layer 1: give one of them another Name");

    [Fact]
    public void NamesThatDifferInCaseAreTwo() => Expect.NoDiagnostics(Model("Dense(2, Name = \"ab\")", "Dense(2, Name = \"aB\")"));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1st")]
    [InlineData("_head")]
    [InlineData("my head")]
    [InlineData("head/kernel")]
    [InlineData("kopf_größe")]
    [InlineData("head\\n")]
    public void ANameThatIsNoIdentifier(string name) => Expect.Diagnostics(
        Model($"Dense(2, {{|SNET010:Name = \"{name}\"|}})"),
        $"'{name.Replace("\\n", "\n", StringComparison.Ordinal)}' cannot name a layer, since it becomes part of a property's name: use letters from a to z, digits and underscores, beginning with a letter");

    [Fact]
    public void NoNameIsTheDefaultName() => Expect.NoDiagnostics(Model("Dense(2, Name = null)", "Dense(2)"));

    [Theory]
    [InlineData("Dense(1, {|SNET013:Softmax|})", "Dense 'dense'")]
    [InlineData("Dense({|SNET013:activation: Softmax|}, units: 1)", "Dense 'dense'")]
    public void SoftmaxOfOneUnit(string layer, string title) => Expect.Diagnostics(
        Model(layer),
        $"Softmax of the single number that {title} gives is always 1: use Sigmoid for a yes-or-no answer, or at least two units or filters");

    [Theory]
    [InlineData("Conv2D(1, 3, {|SNET013:Softmax|})", "Conv2D 'conv2d'")]
    [InlineData("DepthwiseConv2D(3, {|SNET013:Softmax|})", "DepthwiseConv2D 'depthwise_conv2d'")]
    [InlineData("SeparableConv2D(1, 3, {|SNET013:Softmax|})", "SeparableConv2D 'separable_conv2d'")]
    [InlineData("Conv2DTranspose(1, 3, {|SNET013:activation: Softmax|})", "Conv2DTranspose 'conv2d_transpose'")]
    [InlineData("Dense(1, {|SNET013:Softmax|})", "Dense 'dense'")]
    public void SoftmaxOfOneChannel(string layer, string title) => Expect.Diagnostics(
        $"[Model(28, 28, 1)]\n[{layer}]\npublic partial class M;",
        $"Softmax of the single number that {title} gives is always 1: use Sigmoid for a yes-or-no answer, or at least two units or filters");

    [Theory]
    [InlineData("Conv2D(2, 3, Softmax)")]
    [InlineData("DepthwiseConv2D(3, Softmax, DepthMultiplier = 2)")]
    [InlineData("Dense(2, Softmax)")]
    public void SoftmaxOfTwoChannels(string layer) => Expect.NoDiagnostics($"[Model(28, 28, 1)]\n[{layer}]\npublic partial class M;");

    [Fact]
    public void SoftmaxOfRowsOfOneNumber() => Expect.Diagnostics(
        """
        [Model(28, 28, 1)]
        [Activation({|SNET013:Softmax|})]
        public partial class M;
        """,
        "Softmax of the single number that Activation 'activation' gives is always 1: use Sigmoid for a yes-or-no answer, or at least two units or filters");

    [Fact]
    public void SeveralMistakesAtOnce() => Expect.Diagnostics(
        """
        [Model(4)]
        [Dense(1, {|SNET013:Softmax|}, {|SNET008:KernelInitializer = (Initializer)70|}, {|SNET010:Name = "a b"|})]
        [Dropout({|SNET007:2|})]
        [Dense({|SNET007:0|}, {|SNET008:(Activation)50|})]
        [Dense(-1)]
        public partial class M;
        """,
        "Softmax of the single number that Dense 'a b' gives is always 1: use Sigmoid for a yes-or-no answer, or at least two units or filters",
        "Dense 'a b': '70' is no Initializer; choose one of its named values",
        "'a b' cannot name a layer, since it becomes part of a property's name: use letters from a to z, digits and underscores, beginning with a letter",
        "Dropout 'dropout': rate is 2; expected at least 0 and less than 1",
        "Dense 'dense_1': units is 0; expected at least 1",
        "Dense 'dense_1': '50' is no Activation; choose one of its named values");

    private static string Model(params string[] layers)
        => $"[Model(4)]\n{string.Concat(layers.Select(layer => $"[{layer}]\n"))}public partial class M;";
}
