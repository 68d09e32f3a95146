namespace StaticNet.Generators.Tests.Diagnostics;

/// <summary>What can be wrong with products of two values.</summary>
public sealed class DotDiagnosticsTests
{
    [Theory]
    [InlineData("Dense(4, Name = \"a\")", "Dot({|SNET036:\"input\"|})", "(6, 4) from Dense 'a' with (6, 3) from the input", "axis 2 of the one and axis 2 of the other")]
    [InlineData("Dense(4, Name = \"a\")", "Dot(\"input\", {|SNET036:Axes = [1, 2]|})", "(6, 4) from Dense 'a' with (6, 3) from the input", "axis 1 of the one and axis 2 of the other")]
    [InlineData("LSTM(6)", "Dot(\"input\", {|SNET036:Axes = [-1]|})", "(6) from LSTM 'lstm' with (6, 3) from the input", "axis 1 of the one and axis 2 of the other")]
    public void LengthsThatDiffer(string layer, string dot, string merged, string axes) => Expect.Diagnostics(
        Model("6, 3", layer, dot),
        $"Dot 'dot' merges {merged}, which do not fit: along {axes}, which are summed over, they must be as long; name others in Axes or bring them to the same size");

    [Theory]
    [InlineData("Axes = [0]", "(0)", "1 or 2, or -1 or -2, of (6, 3)")]
    [InlineData("Axes = [3]", "(3)", "1 or 2, or -1 or -2, of (6, 3)")]
    [InlineData("Axes = [1, -3]", "(1, -3)", "1 or 2, or -1 or -2, of (6, 3)")]
    [InlineData("Axes = [1, 1, 1]", "(1, 1, 1)", "one axis of both or one of each")]
    [InlineData("Axes = []", "()", "one axis of both or one of each")]
    public void AxesThatAreNot(string axes, string written, string expected) => Expect.Diagnostics(
        Model("6, 3", "Dense(3)", $"Dot(\"input\", {{|SNET007:{axes}|}})"), $"Dot 'dot': Axes is {written}; expected {expected}");

    [Fact]
    public void ASecondAxisOfARow() => Expect.Diagnostics(
        Model("6, 3", "LSTM(3)", "Dot(\"input\", {|SNET007:Axes = [2]|})"), "Dot 'dot': Axes is (2); expected 1 or -1, of (3)");

    [Theory]
    [InlineData("{|SNET007:\"input\"|}, \"input\"")]
    [InlineData("{|SNET007:\"dense\"|}, \"dense\", \"input\"")]
    public void MoreThanTwo(string with) => Expect.Diagnostics(
        Model("6, 3", "Dense(3)", $"Dot({with})"),
        "Dot 'dot': the number of outputs is 3; expected 2: what stands above, and one that is named");

    [Fact]
    public void AnImage() => Expect.Diagnostics(
        Model("6, 5, 3", "GlobalMaxPooling2D", "{|SNET011:Dot(\"input\")|}"),
        "Dot 'dot' takes rows of numbers or sequences, but (6, 5, 3) comes in from the input: put [Reshape(30, 3)] below that");

    [Theory]
    [InlineData("Dense(3)", "Dot(\"input\")")]
    [InlineData("Dense(5)", "Dot(\"input\", Axes = [1])")]
    [InlineData("Dense(6)", "Dot(\"input\", Axes = [2, 1])")]
    [InlineData("Dense(6)", "Dot(\"input\", \"dense\", Axes = [-2, -1], Normalize = true)")]
    [InlineData("LSTM(3)", "Dot(\"input\", Axes = [1, 2])")]
    [InlineData("LSTM(3)", "Dot(\"lstm\", \"lstm\")")]
    public void WhatFits(string layer, string dot) => Expect.NoDiagnostics(Model("6, 3", layer, dot));

    private static string Model(string shape, params string[] layers)
        => $"[Model({shape})]\n{string.Concat(layers.Select(layer => $"[{layer}]\n"))}public partial class M;";
}
