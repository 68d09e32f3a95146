namespace StaticNet.Generators.Tests;

/// <summary>SNET012, SNET014 and SNET016: what can be wrong with the loss.</summary>
public sealed class LossDiagnosticsTests
{
    [Theory]
    [InlineData("BinaryCrossentropy")]
    [InlineData("MeanSquaredError")]
    [InlineData("SparseCategoricalCrossentropy")]
    public void ALossOfAnImage(string loss) => Expect.Diagnostics(
        $$"""
        [Model(4, 3)]
        [Activation(Tanh)]
        [{|SNET014:Loss({|SNET012:Loss.{{loss}}|})|}]
        public partial class M;
        """,
        "'M' has a loss but no layer with weights, so there is nothing to train: add one, such as [Dense], or remove [Loss]",
        $"{loss} takes a flat row of numbers, but the last layer, Activation 'activation', gives (4, 3): add [Flatten] below it");

    [Theory]
    [InlineData("CategoricalCrossentropy", "Sigmoid")]
    [InlineData("SparseCategoricalCrossentropy", "Sigmoid")]
    [InlineData("SparseCategoricalCrossentropy", "Linear")]
    public void ClassesOfASingleUnit(string loss, string activation) => Expect.Diagnostics(
        $$"""
        [Model(4)]
        [Dense(1, {{activation}})]
        [Loss({|SNET012:loss: Loss.{{loss}}|})]
        public partial class M;
        """,
        $"{loss} chooses among at least two classes, but the last layer, Dense 'dense', gives (1): give it a unit for each class and Softmax, or use BinaryCrossentropy with Sigmoid");

    [Fact]
    public void ALossWithoutWeights() => Expect.Diagnostics(
        """
        [Model(4, 3)]
        [Flatten]
        [Activation(Softmax)]
        [{|SNET014:Loss(Loss.CategoricalCrossentropy)|}]
        public partial class M;
        """,
        "'M' has a loss but no layer with weights, so there is nothing to train: add one, such as [Dense], or remove [Loss]");

    [Theory]
    [InlineData("BinaryCrossentropy", "Dense(3)", "Dense 'dense'", "plain sums", "Sigmoid")]
    [InlineData("BinaryCrossentropy", "Dense(1, ReLU)", "Dense 'dense'", "ReLU", "Sigmoid")]
    [InlineData("CategoricalCrossentropy", "Dense(3, Tanh)", "Dense 'dense'", "Tanh", "Softmax")]
    [InlineData("SparseCategoricalCrossentropy", "Dense(3)", "Dense 'dense'", "plain sums", "Softmax")]
    [InlineData("SparseCategoricalCrossentropy", "Dense(3, Softmax), Dropout(0.5f)", "Dropout 'dropout'", "plain sums", "Softmax")]
    [InlineData("SparseCategoricalCrossentropy", "Dense(3, Softmax), Activation(GELU)", "Activation 'activation'", "GELU", "Softmax")]
    public void ACrossEntropyOfWhatAreNoProbabilities(string loss, string layers, string head, string end, string advice)
        => Expect.Diagnostics(
            $$"""
            [Model(4)]
            [{{layers}}]
            [Loss({|SNET016:Loss.{{loss}}|})]
            public partial class M;
            """,
            $"{loss} expects probabilities, but the last layer, {head}, ends in {end}: end it in {advice}");

    [Theory]
    [InlineData("BinaryCrossentropy", "Dense(3, Sigmoid)")]
    [InlineData("BinaryCrossentropy", "Dense(3, Softmax)")]
    [InlineData("CategoricalCrossentropy", "Dense(3, Sigmoid)")]
    [InlineData("SparseCategoricalCrossentropy", "Dense(3), Activation(Softmax)")]
    [InlineData("SparseCategoricalCrossentropy", "Dense(3, Softmax), Activation(Linear)")]
    [InlineData("SparseCategoricalCrossentropy", "Dense(3, Softmax), Flatten")]
    [InlineData("MeanSquaredError", "Dense(3)")]
    [InlineData("MeanAbsoluteError", "Dense(3, ReLU)")]
    [InlineData("Huber", "Dense(3, Softmax)")]
    public void ALossThatFits(string loss, string layers)
        => Expect.NoDiagnostics($"[Model(4)]\n[{layers}]\n[Loss(Loss.{loss})]\npublic partial class M;");
}
