namespace StaticNet.Generators.Tests;

/// <summary>Which steps do the work of those that follow them, and which do not.</summary>
public sealed class FusionTests
{
    private const string Head = "GlobalAveragePooling2D, Dense(2), Loss(Loss.MeanSquaredError)";

    [Theory]
    [InlineData("Conv2D(8, 3, ReLU), MaxPooling2D(2)", "PooledConv2D conv2d ReLU")]
    [InlineData("Conv2D(8, 3), MaxPooling2D", "PooledConv2D conv2d")]
    [InlineData("Conv2D(8, 3, Sigmoid, Padding = Padding.Same), MaxPooling2D(2, 2)", "PooledConv2D conv2d Sigmoid")]
    [InlineData("Conv2D(8, 3, Strides = 2), MaxPooling2D(2, Strides = 2)", "PooledConv2D conv2d")]
    [InlineData("Conv2D(8, 3), Activation(ReLU), MaxPooling2D", "PooledConv2D conv2d ReLU")]
    [InlineData("Conv2D(8, 3), MaxPooling2D, Activation(ReLU)", "PooledConv2D conv2d ReLU")]
    [InlineData("Conv2D(8, 3), ReLU, MaxPooling2D", "PooledConv2D conv2d ReLU")]
    [InlineData("Conv2D(8, 3), ReLU(MaxValue = 6), MaxPooling2D", "PooledConv2D conv2d ReLU6")]
    [InlineData("Conv2D(8, 3), MaxPooling2D, LeakyReLU", "PooledConv2D conv2d ReLU<LeakyReLu_Options>")]
    [InlineData("Conv2D(8, 3, Tanh), MaxPooling2D, Activation(ReLU)", "PooledConv2D conv2d Tanh", "Activation activation")]
    [InlineData("Conv2D(8, 3), MaxPooling2D, MaxPooling2D", "PooledConv2D conv2d", "MaxPooling2D max_pooling2d_1")]
    [InlineData("Conv2D(8, 3), MaxPooling2D, Conv2D(8, 3), MaxPooling2D", "PooledConv2D conv2d", "PooledConv2D conv2d_1")]
    public void AConvolutionPoolsAsItGoes(string layers, params string[] steps) => ExpectSteps(layers, steps);

    // 12 x 12 pixels have no edge that a window of 2 x 2 could reach over.
    [Fact]
    public void APoolThatReachesNoEdgeMayBePadded()
        => ExpectSteps("Conv2D(8, 1), MaxPooling2D(Padding = Padding.Same)", "PooledConv2D conv2d");

    [Theory]
    [InlineData("Conv2D(8, 3), MaxPooling2D(3)", "Conv2D conv2d", "MaxPooling2D max_pooling2d")]
    [InlineData("Conv2D(8, 2), MaxPooling2D(2, Padding = Padding.Same)", "Conv2D conv2d", "MaxPooling2D max_pooling2d")]
    [InlineData("Conv2D(8, 3), MaxPooling2D(2, 1)", "Conv2D conv2d", "MaxPooling2D max_pooling2d")]
    [InlineData("Conv2D(8, 3), MaxPooling2D(2, Strides = 1)", "Conv2D conv2d", "MaxPooling2D max_pooling2d")]
    [InlineData("Conv2D(8, 3), MaxPooling2D(2, StrideWidth = 3)", "Conv2D conv2d", "MaxPooling2D max_pooling2d")]
    [InlineData("Conv2D(8, 3, DilationRate = 2), MaxPooling2D", "Conv2D conv2d", "MaxPooling2D max_pooling2d")]
    [InlineData("Conv2D(8, 3, GELU), MaxPooling2D", "Conv2D conv2d", "Activation conv2d", "MaxPooling2D max_pooling2d")]
    [InlineData("Conv2D(8, 3, Softmax), MaxPooling2D", "Conv2D conv2d", "Softmax conv2d", "MaxPooling2D max_pooling2d")]
    [InlineData("Conv2D(8, 3), AveragePooling2D", "Conv2D conv2d", "AveragePooling2D average_pooling2d")]
    [InlineData("Conv2D(8, 3), BatchNormalization, MaxPooling2D", "Conv2D conv2d", "BatchNormalization batch_normalization", "MaxPooling2D max_pooling2d")]
    [InlineData("Conv2D(8, 3), Dropout(0.5f), MaxPooling2D", "Conv2D conv2d", "Dropout dropout", "MaxPooling2D max_pooling2d")]
    [InlineData("Conv2D(8, 3), ZeroPadding2D, MaxPooling2D", "Conv2D conv2d", "ZeroPadding2D zero_padding2d", "MaxPooling2D max_pooling2d")]
    [InlineData("Dense(8), MaxPooling2D", "Dense dense", "MaxPooling2D max_pooling2d")]
    [InlineData("MaxPooling2D, Conv2D(8, 3)", "MaxPooling2D max_pooling2d", "Conv2D conv2d")]
    public void OtherPoolsAreStepsOfTheirOwn(string layers, params string[] steps) => ExpectSteps(layers, steps);

    public static TheoryData<string, string> LayersWithWeights => new()
    {
        { "Dense(8)", "Dense dense" },
        { "Conv2D(8, 3)", "Conv2D conv2d" },
        { "Conv2D(8, 3, Groups = 2)", "GroupedConv2D conv2d" },
        { "DepthwiseConv2D(3)", "DepthwiseConv2D depthwise_conv2d" },
        { "Conv2DTranspose(8, 3)", "Conv2DTranspose conv2d_transpose" },
        { "BatchNormalization", "BatchNormalization batch_normalization" },
        { "LayerNormalization", "LayerNormalization layer_normalization" },
        { "RMSNormalization", "RMSNormalization rms_normalization" },
    };

    [Theory]
    [MemberData(nameof(LayersWithWeights))]
    public void AnActivationIsFused(string layer, string step)
    {
        foreach (string activation in new[] { "ReLU", "LeakyReLU", "ELU", "SELU", "Softplus", "Sigmoid", "Tanh", "ReLU6", "HardSigmoid", "Softsign", "Exponential" })
            ExpectSteps($"{Before(layer)}{layer}, Activation({activation})", [.. StepsBefore(layer), $"{step} {activation}"]);
    }

    // Their slope cannot be told from their result, or takes the row.
    [Theory]
    [MemberData(nameof(LayersWithWeights))]
    public void AnActivationThatNeedsItsSumsIsNot(string layer, string step)
    {
        ExpectSteps($"{Before(layer)}{layer}, Activation(GELU)", [.. StepsBefore(layer), step, "Activation activation"]);
        ExpectSteps($"{Before(layer)}{layer}, Activation(SiLU)", [.. StepsBefore(layer), step, "Activation activation"]);
        ExpectSteps($"{Before(layer)}{layer}, Activation(Softmax)", [.. StepsBefore(layer), step, "Softmax activation"]);
    }

    [Theory]
    [InlineData("Conv2D(8, 3, Tanh), Activation(ReLU)", "Conv2D conv2d Tanh", "Activation activation")]
    [InlineData("Conv2D(8, 3), Activation(ReLU), Activation(Tanh)", "Conv2D conv2d ReLU", "Activation activation_1")]
    [InlineData("BatchNormalization, Activation(ReLU), Activation(Tanh)", "BatchNormalization batch_normalization ReLU", "Activation activation_1")]
    [InlineData("Conv2D(8, 3), LeakyReLU(0.2)", "Conv2D conv2d LeakyReLU")]
    [InlineData("Conv2D(8, 3), ReLU(NegativeSlope = 0.2f)", "Conv2D conv2d LeakyReLU")]
    [InlineData("Conv2D(8, 3), LeakyReLU(0)", "Conv2D conv2d ReLU")]
    [InlineData("Conv2D(8, 3), ReLU(Threshold = 1)", "Conv2D conv2d ReLU<ReLu_Options>")]
    [InlineData("Conv2D(8, 3), ELU", "Conv2D conv2d ELU")]
    [InlineData("Conv2D(8, 3), ELU(0.5)", "Conv2D conv2d ELU<Elu_Options>")]
    [InlineData("Conv2D(8, 3), Identity, ELU", "Conv2D conv2d ELU")]
    [InlineData("Conv2D(8, 3), Softmax", "Conv2D conv2d", "Softmax softmax")]
    [InlineData("Conv2D(8, 3), PReLU", "Conv2D conv2d", "PReLU p_re_lu")]
    [InlineData("Conv2D(8, 3, GELU), Activation(ReLU)", "Conv2D conv2d", "Activation conv2d", "Activation activation")]
    [InlineData("Conv2D(8, 3), AveragePooling2D, Activation(ReLU)", "Conv2D conv2d", "AveragePooling2D average_pooling2d", "Activation activation")]
    [InlineData("Dense(16), Reshape(24, 6, 16), Activation(ReLU)", "Dense dense", "Activation activation")]
    public void OneActivationIsFusedIntoWhatMakesItsInput(string layers, params string[] steps) => ExpectSteps(layers, steps);

    [Fact]
    public void AnActivationThatChangesNothingIsNoStep() => ExpectSteps("Conv2D(8, 3), Activation(Linear), MaxPooling2D", "PooledConv2D conv2d");

    // What only training does is left out, and what it stood between comes together.
    [Fact]
    public void PredictionsFuseOverWhatTheyLeaveOut()
    {
        ModelPlan plan = Plans.Of(
            "[Model(12, 12, 4), RandomFlip, GaussianNoise(0.1f), Conv2D(8, 3), Activation(ReLU), Dropout(0.5f), MaxPooling2D, SpatialDropout2D(0.5f), Flatten, Dropout(0.5f), Dense(2), Loss(Loss.MeanSquaredError)]");
        Assert.Equal(
            [
                "Augmentation random_flip", "GaussianNoise gaussian_noise", "Conv2D conv2d ReLU", "Dropout dropout", "MaxPooling2D max_pooling2d",
                "SpatialDropout2D spatial_dropout2d", "CopyRows flatten", "Dropout dropout_1", "Dense dense",
            ],
            Plans.Names(plan.Steps));
        Assert.Equal(["PooledConv2D conv2d ReLU", "CopyRows flatten", "Dense dense"], Plans.Names(plan.InferenceSteps));
    }

    // Training has a method without the activation already; a second one for predictions would be worth little.
    [Theory]
    [InlineData("Conv2D(8, 3), SpatialDropout2D(0.5f), Activation(ReLU)", "Conv2D conv2d", "Activation activation")]
    [InlineData("Dense(8), Dropout(0.5f), Activation(ReLU)", "Dense dense", "Activation activation")]
    public void PredictionsShareTheMethodsOfTraining(string layers, params string[] steps)
        => Assert.Equal(
            [.. steps, "GlobalAveragePooling2D global_average_pooling2d", "Dense dense" + (layers.StartsWith("Dense", StringComparison.Ordinal) ? "_1" : "")],
            Plans.Names(Plans.Of($"[Model(12, 12, 4), {layers}, {Head}]").InferenceSteps));

    // The normalisation of a prediction knows its statistics before: it becomes a part of the kernel and the bias.
    [Theory]
    [InlineData("Conv2D(8, 3), BatchNormalization, Activation(ReLU)", "Conv2D conv2d ReLU")]
    [InlineData("Conv2D(8, 3, UseBias = false), BatchNormalization(Scale = false), Activation(Tanh), MaxPooling2D", "PooledConv2D conv2d Tanh")]
    [InlineData("Conv2D(8, 3), BatchNormalization, Activation(GELU)", "Conv2D conv2d", "Activation activation")]
    [InlineData("Conv2D(8, 3), SpatialDropout2D(0.5f), BatchNormalization", "Conv2D conv2d")]
    [InlineData("Conv2D(8, 3, ReLU), BatchNormalization", "Conv2D conv2d ReLU", "BatchNormalization batch_normalization")]
    [InlineData("Conv2D(8, 3), MaxPooling2D, BatchNormalization", "PooledConv2D conv2d", "BatchNormalization batch_normalization")]
    [InlineData("Conv2D(8, 3), BatchNormalization, BatchNormalization", "Conv2D conv2d", "BatchNormalization batch_normalization_1")]
    [InlineData("Conv2D(4, 3, Padding = Padding.Same, Name = \"c\"), BatchNormalization(Name = \"n\"), Share(\"c\"), Activation(ReLU), Share(\"c\"), Share(\"n\"), Activation(ReLU)", "Conv2D c", "Conv2D share ReLU", "Conv2D share_1 ReLU")]
    [InlineData("Conv2D(8, 12), BatchNormalization", "Conv2D conv2d", "BatchNormalization batch_normalization")]
    public void PredictionsFoldANormalisationIntoItsConvolution(string layers, params string[] steps)
        => Assert.Equal(
            [.. steps, "GlobalAveragePooling2D global_average_pooling2d", "Dense dense"],
            Plans.Names(Plans.Of($"[Model(12, 12, 4), {layers}, {Head}]").InferenceSteps));

    [Fact]
    public void AModelForInferenceFusesAsWell()
        => Assert.Equal(
            ["PooledConv2D conv2d ReLU", "GlobalAveragePooling2D global_average_pooling2d", "Dense dense"],
            Plans.Names(Plans.Of("[Model(12, 12, 4), Conv2D(8, 3), Activation(ReLU), MaxPooling2D, GlobalAveragePooling2D, Dense(2)]").InferenceSteps));

    // The gradient by the sums needs no slope, as long as no other activation lies between.
    [Theory]
    [InlineData("Dense(2, Sigmoid)", "Dense dense")]
    [InlineData("Dense(2), Activation(Sigmoid)", "Dense dense")]
    [InlineData("Dense(2, ReLU), Activation(Sigmoid)", "Dense dense ReLU", "Activation activation")]
    [InlineData("BatchNormalization, Activation(Sigmoid)", "BatchNormalization batch_normalization")]
    public void ALossTakesSumsThatNoActivationIsFusedInto(string layers, params string[] steps)
        => Assert.Equal(steps, Plans.Names(Plans.Of($"[Model(4), {layers}, Loss(Loss.BinaryCrossentropy)]").Steps));

    [Fact]
    public void OfAPoolThatIsFusedOnlyTheChoicesAreKept()
    {
        ModelPlan plan = Plans.Of($"[Model(12, 12, 4), Conv2D(8, 3, ReLU), MaxPooling2D, {Head}]");
        Assert.Equal((5, 5, 8), (plan.Steps[0].Output.Shape[0], plan.Steps[0].Output.Shape[1], plan.Steps[0].Output.Width));
        Value choices = Assert.Single(plan.Steps[0].Forward.Operands.OfType<ValueOperand>(), operand => operand.Value.IsBytes).Value;
        Assert.Equal([5, 5, 8], choices.Shape);
        Assert.DoesNotContain(Plans.Values(plan.Steps), value => value.Shape.SequenceEqual([10, 10, 8]));
    }

    // What others read too must be there as it is.
    [Theory]
    [InlineData("Conv2D(8, 3, Name = \"a\"), MaxPooling2D, GlobalMaxPooling2D, Add(\"a\")", "Conv2D a", "MaxPooling2D max_pooling2d", "GlobalMaxPooling2D global_max_pooling2d", "Pair add")]
    [InlineData("Conv2D(8, 3, Name = \"a\"), Activation(ReLU), Add(\"a\")", "Conv2D a", "Activation activation", "Pair add")]
    [InlineData("Conv2D(8, 3, Name = \"a\"), Activation(ReLU), Activation(Tanh, From = \"a\"), Add(\"activation\")", "Conv2D a", "Activation activation", "Activation activation_1", "Pair add")]
    [InlineData("Conv2D(8, 3, Name = \"a\"), BatchNormalization, Add(\"a\")", "Conv2D a", "BatchNormalization batch_normalization", "Pair add")]
    [InlineData("Conv2D(8, 3, Name = \"a\"), MaxPooling2D(Name = \"b\"), AveragePooling2D(From = \"a\"), Concatenate(\"b\")", "Conv2D a", "MaxPooling2D b", "AveragePooling2D average_pooling2d", "Concatenate concatenate")]
    public void WhatTwoReadIsNotFusedWithEither(string layers, params string[] steps) => ExpectSteps(layers, steps);

    // What is read as it is after the activation may get it.
    [Theory]
    [InlineData("Conv2D(8, 3), Activation(ReLU, Name = \"a\"), Conv2D(8, 1), Add(\"a\")", "Conv2D conv2d ReLU", "Conv2D conv2d_1", "Pair add")]
    [InlineData("Conv2D(8, 3), MaxPooling2D(Name = \"a\"), Conv2D(8, 1), Add(\"a\")", "PooledConv2D conv2d", "Conv2D conv2d_1", "Pair add")]
    [InlineData("Conv2D(8, 3), Activation(ReLU, Name = \"a\"), MaxPooling2D, AveragePooling2D(From = \"a\"), Add(\"max_pooling2d\")", "Conv2D conv2d ReLU", "MaxPooling2D max_pooling2d", "AveragePooling2D average_pooling2d", "Pair add")]
    [InlineData("Dense(4, ReLU), Add(\"input\"), Activation(ReLU)", "Dense dense ReLU", "Pair add ReLU")]
    [InlineData("Dense(4), Multiply(\"input\"), Activation(Tanh), Activation(ReLU)", "Dense dense", "Pair multiply Tanh", "Activation activation_1")]
    [InlineData("Dense(4), Average(\"input\", \"dense\", \"input\"), Activation(ReLU)", "Dense dense", "Pair average", "Pair average ReLU")]
    [InlineData("Dense(4), Add(\"input\"), Activation(GELU)", "Dense dense", "Pair add", "Activation activation")]
    [InlineData("Dense(4), Concatenate(\"input\"), Activation(ReLU)", "Dense dense", "Concatenate concatenate", "Activation activation")]
    public void AMergeFusesLikeOthers(string layers, params string[] steps) => ExpectSteps(layers, steps);

    [Fact]
    public void ANormalisationIsNotFoldedIntoAConvolutionThatTwoRead()
        => Assert.Equal(
            ["Conv2D a", "BatchNormalization batch_normalization", "Pair add", "GlobalAveragePooling2D global_average_pooling2d", "Dense dense"],
            Plans.Names(Plans.Of($"[Model(12, 12, 4), Conv2D(8, 3, Name = \"a\"), BatchNormalization, Add(\"a\"), {Head}]").InferenceSteps));

    // The output or the loss may apply a softmax only where no other layer takes what it gives.
    [Theory]
    [InlineData("Reshape(1, 6, Name = \"r\"), Flatten", "Softmax", "Dense p")]
    [InlineData("Dense(6, Name = \"q\"), Reshape(1, 6, From = \"p\", Name = \"r\"), Flatten, Add(\"q\")", "Linear", "Dense p", "Softmax p")]
    public void ASoftmaxThatAnotherLayerReadsTooIsNotLeftToTheOutput(string layers, string left, params string[] steps)
    {
        ModelPlan plan = Plans.Of($"[Model(4), Dense(6, Softmax, Name = \"p\"), {layers}, Dense(2), Loss(Loss.MeanSquaredError)]");
        ModelPlan inner = plan.LayerOutputs.Single(output => output.Members.Predict == "PredictR").Plan!;
        Assert.Equal([left, .. steps], Plans.Names(inner.InferenceSteps).Prepend(inner.Heads[0].Activation.Name));
    }

    [Theory]
    [InlineData("Dense(3, Softmax, Name = \"p\"), Dense(3, Softmax, From = \"input\"), Multiply(\"p\")", "Dense p", "Softmax p", "Dense dense_1", "Softmax dense_1", "Pair multiply")]
    [InlineData("Dense(3, Name = \"a\"), Dense(3, From = \"input\"), Add(\"a\"), Activation(Softmax)", "Dense a", "Dense dense_1", "Pair add")]
    [InlineData("Dense(2, Softmax, Name = \"a\"), Dense(1, From = \"input\"), Concatenate(\"a\"), Activation(Softmax)", "Dense a", "Softmax a", "Dense dense_1", "Concatenate concatenate")]
    public void ALossTakesTheLastSoftmaxAlone(string layers, params string[] steps)
        => Assert.Equal(steps, Plans.Names(Plans.Of($"#pragma warning disable SNET016\n[Model(4), {layers}, Loss(Loss.CategoricalCrossentropy)]").Steps));

    private static string Before(string layer) => layer.StartsWith("Conv2DTranspose", StringComparison.Ordinal) || layer.StartsWith("DepthwiseConv2D", StringComparison.Ordinal) ? "Dense(16), " : "";

    private static string[] StepsBefore(string layer) => Before(layer).Length == 0 ? [] : ["Dense dense"];

    // The steps of training and, where that leaves nothing out and normalises by what it knows before, of prediction.
    private static void ExpectSteps(string layers, params string[] steps)
    {
        ModelPlan plan = Plans.Of($"[Model(12, 12, 4), {layers}, {Head}]");
        string[] dense = [.. Plans.Names(plan.Steps).TakeLast(2)];
        Assert.Equal("GlobalAveragePooling2D global_average_pooling2d", dense[0]);
        Assert.Equal(steps, Plans.Names(plan.Steps.SkipLast(2)));
        if (!plan.Steps.Any(step => step.TrainingOnly || step.Measure is not null))
            Assert.Equal(steps, Plans.Names(plan.InferenceSteps.SkipLast(2)));
    }
}
