namespace StaticNet.Generators.Tests;

/// <summary>Sequences, images of one row, get what images get: fusions, folded normalisations and no notes beyond need.</summary>
public sealed class SequencePlanTests
{
    [Theory]
    [InlineData("Conv1D(8, 3), Activation(ReLU)", "Conv2D conv1d ReLU")]
    [InlineData("Conv1D(8, 3, Groups = 2), Activation(Tanh)", "GroupedConv2D conv1d Tanh")]
    [InlineData("Conv1D(8, 3, GELU)", "Conv2D conv1d", "Activation conv1d")]
    [InlineData("Conv1D(8, 3, ReLU), MaxPooling1D", "Conv2D conv1d ReLU", "MaxPooling2D max_pooling1d")]
    [InlineData("Dense(8), MaxPooling1D(2, Strides = 1)", "Dense dense", "MaxPooling2D max_pooling1d")]
    [InlineData("SeparableConv1D(8, 3), Activation(ReLU)", "RepeatChannels separable_conv1d", "DepthwiseConv2D separable_conv1d", "Conv2D separable_conv1d ReLU")]
    [InlineData("Dense(16), SeparableConv1D(8, 3)", "Dense dense", "DepthwiseConv2D separable_conv1d", "Conv2D separable_conv1d")]
    [InlineData("Dense(16), DepthwiseConv1D(3), Activation(Sigmoid)", "Dense dense", "DepthwiseConv2D depthwise_conv1d Sigmoid")]
    [InlineData("Conv1D(8, 3), AveragePooling1D", "Conv2D conv1d", "AveragePooling2D average_pooling1d")]
    public void StepsAreThoseOfImages(string layers, params string[] steps)
    {
        ModelPlan plan = Plans.Of($"[Model(40, 4), {layers}, GlobalMaxPooling1D, Dense(2, Name = \"head\"), Loss(Loss.MeanSquaredError)]");
        string[] all = [.. steps, "GlobalMaxPooling2D global_max_pooling1d", "Dense head"];
        Assert.Equal(all, Plans.Names(plan.Steps));
        Assert.Equal(all, Plans.Names(plan.InferenceSteps));
    }

    [Fact]
    public void PredictionsFoldANormalisationIntoItsConvolution()
    {
        ModelPlan plan = Plans.Of(
            "[Model(40, 4), Conv1D(8, 3, UseBias = false), SpatialDropout1D(0.5f), BatchNormalization, Activation(ReLU), GlobalMaxPooling1D, Dense(2), Loss(Loss.MeanSquaredError)]");
        Assert.Equal(["Conv2D conv1d ReLU", "GlobalMaxPooling2D global_max_pooling1d", "Dense dense"], Plans.Names(plan.InferenceSteps));
    }

    // Zeros before the first step are laid around a sequence; a window that stays inside needs none.
    [Theory]
    [InlineData("Conv1D(8, 3)", 0)]
    [InlineData("Conv1D(8, 3, Padding = Padding.Same)", 42)]
    [InlineData("Conv1D(8, 3, Padding = Padding.Causal)", 42)]
    [InlineData("Conv1D(8, 3, Padding = Padding.Causal, DilationRate = 4)", 48)]
    [InlineData("Conv1D(8, 1, Padding = Padding.Causal)", 0)]
    [InlineData("Conv1D(8, 2, Padding = Padding.Causal, Strides = 2)", 40)]
    public void APaddedSequenceIsAsLongAsItsWindowsReach(string layer, int steps)
    {
        ModelPlan plan = Plans.Of($"[Model(40, 4), Dense(4), {layer}, GlobalMaxPooling1D, Loss(Loss.MeanSquaredError)]");
        Value[] padded = [.. Plans.Values(plan.Steps).Where(value => value.Name.EndsWith("Padded", StringComparison.Ordinal))];
        Assert.Equal(steps == 0 ? [] : [steps], padded.Select(value => value.Rows));
    }

    [Fact]
    public void OutputsHaveTheShapesOfSequences()
    {
        ModelPlan plan = Plans.Of(
            "[Model(40, 4), Conv1D(8, 3), MaxPooling1D, SeparableConv1D(6, 4, DepthMultiplier = 2), ZeroPadding1D(1, 0), Cropping1D(0, 2), UpSampling1D(3), GlobalAveragePooling1D, RepeatVector(5)]");
        Assert.Equal(
            [[38, 8], [19, 8], [19, 16], [16, 16], [16, 6], [17, 6], [15, 6], [45, 6], [6], [5, 6]],
            plan.InferenceSteps.Select(step => step.Output.Shape.ToArray()));
        Assert.Equal([3, 4, 8], plan.Parameters[0].Shape);
        Assert.Equal([[4, 8, 2], [1, 16, 6]], plan.Parameters.Skip(2).Take(2).Select(parameter => parameter.Shape.ToArray()));
    }
}
