namespace StaticNet.Generators.Tests;

/// <summary>What can be wrong with recurrences: their inputs, options, activations and wrappers.</summary>
public sealed class RecurrentDiagnosticsTests
{
    private const string Part = "expected at least 0 and less than 1";

    [Theory]
    [InlineData("LSTM(8)", "LSTM 'lstm'")]
    [InlineData("GRU(8, Name = \"memory\")", "GRU 'memory'")]
    [InlineData("SimpleRNN(8)", "SimpleRNN 'simple_rnn'")]
    public void ARecurrenceTakesNoImage(string layer, string title)
    {
        Expect.Diagnostics(
            Model("28, 28, 1", $"{{|SNET011:{layer}|}}"),
            $"{title} takes a sequence of (steps, channels), but (28, 28, 1) comes in from the input: put [Reshape(28, 28)] above it");
        Expect.NoDiagnostics(Model("28, 28, 1", "Reshape(28, 28)", layer));
    }

    [Fact]
    public void NoSequenceComesFromARecurrenceThatGivesItsLastState()
    {
        Expect.Diagnostics(
            Model("10, 4", "LSTM(8)", "{|SNET011:GRU(8)|}"),
            "GRU 'gru' takes a sequence of (steps, channels), but (8) comes in from LSTM 'lstm': put [Reshape(8, 1)] above it");
        Expect.NoDiagnostics(Model("10, 4", "LSTM(8, ReturnSequences = true)", "GRU(8)"));
    }

    [Theory]
    [InlineData("LSTM({|SNET007:0|})", "LSTM 'lstm': units is 0; expected at least 1")]
    [InlineData("GRU({|SNET007:-3|}, ReLU)", "GRU 'gru': units is -3; expected at least 1")]
    [InlineData("SimpleRNN({|SNET007:0|})", "SimpleRNN 'simple_rnn': units is 0; expected at least 1")]
    [InlineData("LSTM(8, {|SNET007:Dropout = 1|})", $"LSTM 'lstm': Dropout is 1; {Part}")]
    [InlineData("GRU(8, {|SNET007:Dropout = -0.5f|})", $"GRU 'gru': Dropout is -0.5; {Part}")]
    [InlineData("SimpleRNN(8, {|SNET007:RecurrentDropout = float.NaN|})", $"SimpleRNN 'simple_rnn': RecurrentDropout is NaN; {Part}")]
    [InlineData("LSTM(8, {|SNET007:RecurrentDropout = 2|})", $"LSTM 'lstm': RecurrentDropout is 2; {Part}")]
    public void ANumberOutOfRange(string layer, string message) => Expect.Diagnostics(Model("10, 4", layer), message);

    [Theory]
    [InlineData("LSTM(8, {|SNET008:(Activation)99|})", "LSTM 'lstm': '99' is no Activation; choose one of its named values")]
    [InlineData("GRU(8, Tanh, {|SNET008:(Activation)99|})", "GRU 'gru': '99' is no Activation; choose one of its named values")]
    [InlineData("LSTM(8, {|SNET008:KernelInitializer = (Initializer)70|})", "LSTM 'lstm': '70' is no Initializer; choose one of its named values")]
    [InlineData("LSTM(8, {|SNET008:RecurrentInitializer = (Initializer)70|})", "LSTM 'lstm': '70' is no Initializer; choose one of its named values")]
    [InlineData("Bidirectional({|SNET008:(MergeMode)9|}), LSTM(8)", "Bidirectional 'bidirectional': '9' is no MergeMode; choose one of its named values")]
    public void AnOptionWithoutSuchAValue(string layer, string message) => Expect.Diagnostics(Model("10, 4", layer), message);

    [Theory]
    [InlineData("LSTM(8, {|SNET028:GELU|})", "LSTM 'lstm': activation is GELU")]
    [InlineData("LSTM(8, Tanh, {|SNET028:Softmax|})", "LSTM 'lstm': recurrentActivation is Softmax")]
    [InlineData("GRU(8, {|SNET028:recurrentActivation: SiLU|})", "GRU 'gru': recurrentActivation is SiLU")]
    [InlineData("LSTM(8, {|SNET028:Mish|})", "LSTM 'lstm': activation is Mish")]
    [InlineData("GRU(8, Tanh, {|SNET028:HardSiLU|})", "GRU 'gru': recurrentActivation is HardSiLU")]
    [InlineData("SimpleRNN(8, {|SNET028:SiLU|})", "SimpleRNN 'simple_rnn': activation is SiLU")]
    [InlineData("Bidirectional, SimpleRNN(8, {|SNET028:GELU|})", "SimpleRNN 'bidirectional': activation is GELU")]
    public void AnActivationWhoseSlopeItsResultDoesNotTell(string layer, string message) => Expect.Diagnostics(
        Model("10, 4", layer),
        message + ", whose slope cannot be told from its result number by number, which is all that a recurrence keeps of a step: use Tanh, Sigmoid, ReLU or another of those");

    [Theory]
    [InlineData("Linear")]
    [InlineData("ReLU")]
    [InlineData("LeakyReLU")]
    [InlineData("ELU")]
    [InlineData("SELU")]
    [InlineData("Softplus")]
    [InlineData("Sigmoid")]
    [InlineData("Tanh")]
    public void AnActivationWhoseSlopeItsResultTells(string activation)
        => Expect.NoDiagnostics(Model("10, 4", $"LSTM(8, {activation}, {activation}, ReturnSequences = true)", $"SimpleRNN(8, {activation})"));

    [Fact]
    public void ADirectionWithinBothDirections() => Expect.Diagnostics(
        Model("10, 4", "Bidirectional, LSTM(8, {|SNET007:GoBackwards = true|})"),
        "LSTM 'bidirectional': GoBackwards is true; expected false, since Bidirectional walks in both directions anyway");

    [Fact]
    public void AWrapperOfAnotherLayer() => Expect.Diagnostics(
        Model("10, 4", "{|SNET025:Bidirectional|}", "Dense(3)"),
        "Bidirectional wraps the layer written below it, which must be LSTM, GRU or SimpleRNN, but there stands Dense: write [Bidirectional, LSTM(...)]");

    [Theory]
    [InlineData("LSTM(8)", "LSTM 'lstm'")]
    [InlineData("Bidirectional, LSTM(8)", "Bidirectional 'bidirectional'")]
    public void ALossThatExpectsProbabilities(string layer, string title) => Expect.Diagnostics(
        $"[Model(10, 4), {layer}, Loss({{|SNET016:Loss.CategoricalCrossentropy|}})] public partial class M;",
        $"CategoricalCrossentropy expects probabilities, but the last layer, {title}, ends in plain numbers: add [Activation(Softmax)] below it");

    [Fact]
    public void ALossOfEachStep()
        => Expect.NoDiagnostics("[Model(10, 4), LSTM(8, ReturnSequences = true), Loss(Loss.MeanSquaredError)] public partial class M;");

    private static string Model(string shape, params string[] layers)
        => $"[Model({shape})]\n{string.Concat(layers.Select(layer => $"[{layer}]\n"))}public partial class M;";
}
