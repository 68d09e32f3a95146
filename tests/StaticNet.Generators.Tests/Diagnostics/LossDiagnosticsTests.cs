namespace StaticNet.Generators.Tests;

/// <summary>SNET012, SNET014 and SNET016: what can be wrong with the loss.</summary>
public sealed class LossDiagnosticsTests
{
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
        "'M' has a loss but no layer with weights to train: add one, such as [Dense], or remove the loss");

    [Theory]
    [InlineData("BinaryCrossentropy", "Dense(3)", "Dense 'dense'", "plain sums", "end it in Sigmoid")]
    [InlineData("BinaryCrossentropy", "Dense(1, ReLU)", "Dense 'dense'", "ReLU", "end it in Sigmoid")]
    [InlineData("CategoricalCrossentropy", "Dense(3, Tanh)", "Dense 'dense'", "Tanh", "end it in Softmax")]
    [InlineData("SparseCategoricalCrossentropy", "Dense(3)", "Dense 'dense'", "plain sums", "end it in Softmax")]
    [InlineData("SparseCategoricalCrossentropy", "Dense(3, Softmax), Dropout(0.5f)", "Dropout 'dropout'", "plain numbers", "add [Activation(Softmax)] below it")]
    [InlineData("BinaryCrossentropy", "Dense(3, Sigmoid), BatchNormalization", "BatchNormalization 'batch_normalization'", "plain numbers", "add [Activation(Sigmoid)] below it")]
    [InlineData("CategoricalCrossentropy", "Dense(3), LayerNormalization", "LayerNormalization 'layer_normalization'", "plain numbers", "add [Activation(Softmax)] below it")]
    [InlineData("SparseCategoricalCrossentropy", "Dense(3, Softmax), Activation(GELU)", "Activation 'activation'", "GELU", "end it in Softmax")]
    public void ACrossEntropyOfWhatAreNoProbabilities(string loss, string layers, string head, string end, string advice)
        => Expect.Diagnostics(
            $$"""
            [Model(4)]
            [{{layers}}]
            [Loss({|SNET016:Loss.{{loss}}|})]
            public partial class M;
            """,
            $"{loss} expects probabilities, but the last layer, {head}, ends in {end}: {advice}");

    [Theory]
    [InlineData("BinaryCrossentropy", "Conv2D(1, 3, Sigmoid)")]
    [InlineData("MeanSquaredError", "Conv2D(4, 3), MaxPooling2D")]
    [InlineData("SparseCategoricalCrossentropy", "Conv2D(4, 3, Softmax)")]
    [InlineData("Huber", "Conv2D(4, 3), GlobalAveragePooling2D(KeepDims = true)")]
    [InlineData("CategoricalCrossentropy", "Dense(10, Softmax)")]
    [InlineData("MeanAbsoluteError", "Conv2D(4, 3), Dense(1)")]
    public void ALossOfEachPixel(string loss, string layers)
        => Expect.NoDiagnostics($"[Model(28, 28, 1)]\n[{layers}]\n[Loss(Loss.{loss})]\npublic partial class M;");

    [Fact]
    public void ClassesOfPixelsOfASingleChannel() => Expect.Diagnostics(
        """
        [Model(28, 28, 1)]
        [Conv2D(1, 3, Sigmoid)]
        [Loss({|SNET012:Loss.SparseCategoricalCrossentropy|})]
        public partial class M;
        """,
        "SparseCategoricalCrossentropy chooses among at least two classes, but the last layer, Conv2D 'conv2d', gives (26, 26, 1): give it a unit for each class and Softmax, or use BinaryCrossentropy with Sigmoid");

    // Their masks are heeded.
    [Theory]
    [InlineData("Model(10)", "Embedding(50, 4, MaskZero = true), LSTM(8, ReturnSequences = true), Dense(3, Softmax)", "SparseCategoricalCrossentropy")]
    [InlineData("Model(10, 3)", "Masking, Bidirectional, GRU(8, ReturnSequences = true), Dense(3)", "MeanSquaredError")]
    [InlineData("Model(10)", "Embedding(50, 4, MaskZero = true), Dense(1, Sigmoid)", "BinaryCrossentropy")]
    public void ALossOfStepsOfWhichSomeAreMasked(string model, string layers, string loss)
        => Expect.NoDiagnostics($"[{model}]\n[{layers}]\n[Loss(Loss.{loss})]\npublic partial class M;");

    [Theory]
    [InlineData("Dense(3, LogSoftmax)", "Dense 'dense'", "end it in Softmax")]
    [InlineData("Dense(3), Activation(LogSoftmax)", "Activation 'activation'", "end it in Softmax")]
    [InlineData("Dense(3, LogSoftmax), Identity", "Identity 'identity'", "add [Activation(Softmax)] below it")]
    public void LogarithmsOfProbabilities(string layers, string head, string remedy) => Expect.Diagnostics(
        $$"""
        [Model(8)]
        [{{layers}}]
        [Loss({|SNET016:Loss.SparseCategoricalCrossentropy|})]
        public partial class M;
        """,
        $"SparseCategoricalCrossentropy expects probabilities, but the last layer, {head}, ends in LogSoftmax: {remedy}");

    // Zeros around probabilities, or what lies between two of them, are not what the activation gave.
    [Theory]
    [InlineData("ZeroPadding2D", "Flatten 'flatten'")]
    [InlineData("UpSampling2D(2, Interpolation = Interpolation.Bilinear)", "Flatten 'flatten'")]
    public void WhatIsNotTheActivationsAnyMore(string layer, string head) => Expect.Diagnostics(
        $$"""
        [Model(8, 8, 1)]
        [Conv2D(1, 3, Sigmoid), {{layer}}, Flatten]
        [Loss({|SNET016:Loss.BinaryCrossentropy|})]
        public partial class M;
        """,
        $"BinaryCrossentropy expects probabilities, but the last layer, {head}, ends in plain numbers: add [Activation(Sigmoid)] below it");

    [Theory]
    [InlineData("BinaryCrossentropy", "Conv2D(1, 3, Sigmoid), Flatten")]
    [InlineData("MeanSquaredError", "Conv2D(4, 3), MaxPooling2D, Flatten")]
    [InlineData("CategoricalCrossentropy", "Flatten, Dense(10, Softmax)")]
    [InlineData("MeanAbsoluteError", "Conv2D(4, 3), Flatten, Dense(1)")]
    [InlineData("Huber", "Conv2D(4, 3), GlobalMaxPooling2D")]
    public void ALossOfAnImageThatIsFlat(string loss, string layers)
        => Expect.NoDiagnostics($"[Model(28, 28, 1)]\n[{layers}]\n[Loss(Loss.{loss})]\npublic partial class M;");

    [Fact]
    public void ALossOfWeightsThatAreNotTrained() => Expect.Diagnostics(
        """
        [Model(4)]
        [BatchNormalization(Center = false, Scale = false)]
        [{|SNET014:Loss(Loss.MeanSquaredError)|}]
        public partial class M;
        """,
        "'M' has a loss but no layer with weights to train: add one, such as [Dense], or remove the loss");

    // A class for each pixel is no class for the image.
    [Theory]
    [InlineData("SparseCategoricalCrossentropy", "Conv2D(3, 3, Softmax), Flatten", "Flatten 'flatten'")]
    [InlineData("CategoricalCrossentropy", "Conv2D(3, 3), Activation(Softmax), Flatten", "Flatten 'flatten'")]
    [InlineData("SparseCategoricalCrossentropy", "Dense(3, Softmax), Permute(3, 1, 2), Reshape(-1)", "Reshape 'reshape'")]
    [InlineData("SparseCategoricalCrossentropy", "Conv2D(3, 3, Softmax), Cropping2D(1), Flatten", "Flatten 'flatten'")]
    [InlineData("CategoricalCrossentropy", "Flatten, Dense(3, Softmax), RepeatVector(2), Flatten", "Flatten 'flatten_1'")]
    public void ASoftmaxOfEachPixel(string loss, string layers, string head) => Expect.Diagnostics(
        $$"""
        [Model(8, 8, 1)]
        [{{layers}}]
        [Loss({|SNET016:Loss.{{loss}}|})]
        public partial class M;
        """,
        $"{loss} expects probabilities, but the last layer, {head}, ends in several rows, each with a softmax of its own: add [Activation(Softmax)] below it");

    [Theory]
    [InlineData("BinaryCrossentropy", "Conv2D(1, 3, Sigmoid), Flatten")]
    [InlineData("BinaryCrossentropy", "Conv2D(1, 3), Activation(Sigmoid), Permute(2, 1, 3), Reshape(-1)")]
    [InlineData("BinaryCrossentropy", "Conv2D(1, 3, Sigmoid), Cropping2D(1), Flatten")]
    [InlineData("SparseCategoricalCrossentropy", "Conv2D(3, 3, Softmax), Cropping2D(5, 0, 0, 5), Flatten")]
    [InlineData("BinaryCrossentropy", "Conv2D(1, 3, Sigmoid), UpSampling2D, Flatten")]
    [InlineData("BinaryCrossentropy", "Reshape(8, 8), Conv1D(1, 3, Sigmoid), Cropping1D, UpSampling1D, Flatten")]
    [InlineData("BinaryCrossentropy", "Flatten, Dense(3, Sigmoid), RepeatVector(4), Flatten")]
    [InlineData("CategoricalCrossentropy", "Conv2D(3, 8, Softmax), Flatten")]
    [InlineData("SparseCategoricalCrossentropy", "Conv2D(3, 8, Softmax), Reshape(3)")]
    [InlineData("SparseCategoricalCrossentropy", "Conv2D(3, 3, Softmax), Flatten, Activation(Softmax)")]
    [InlineData("SparseCategoricalCrossentropy", "Conv2D(3, 3), GlobalAveragePooling2D, Activation(Softmax)")]
    [InlineData("SparseCategoricalCrossentropy", "Conv2D(3, 3), BatchNormalization, GlobalAveragePooling2D, Dense(10, Softmax)")]
    public void ProbabilitiesOfAnImage(string loss, string layers)
        => Expect.NoDiagnostics($"[Model(8, 8, 1)]\n[{layers}]\n[Loss(Loss.{loss})]\npublic partial class M;");

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
