namespace StaticNet.Generators.Tests;

/// <summary>Where values lie: what lives at once lies apart, and threads never meet.</summary>
public sealed class BufferTests
{
    public static TheoryData<string> Models =>
    [
        "[Model(8), Dense(16, GELU), Dense(32, GELU), Dense(256), Loss(Loss.Huber)]",
        "[Model(8), Dense(256, GELU), Dense(32, GELU), Dense(16), Loss(Loss.Huber)]",
        "[Model(8), Dense(40, Softmax), Dropout(0.1f), Dense(8, SiLU), Dense(40, GELU), Dense(100, SiLU), Dense(3, Softmax), Loss(Loss.CategoricalCrossentropy)]",
        "[Model(5), Activation(Tanh), Activation(GELU), Dense(20, GELU), Activation(Softmax), Activation(ELU), Dense(5), Loss(Loss.Huber)]",
        "[Model(15), Dense(16), Activation(GELU), Dense(15), Activation(GELU), Dense(16), Activation(GELU), Dense(15), Loss(Loss.Huber)]",
        "[Model(12, 12, 3), Conv2D(20, 3, ReLU), MaxPooling2D, Conv2D(33, 3, GELU), MaxPooling2D(3), Flatten, Dense(10, Softmax), Loss(Loss.SparseCategoricalCrossentropy)]",
        "[Model(12, 12, 17), Conv2D(20, 3, Padding = Padding.Same, UseBias = false), BatchNormalization, Activation(ReLU), Conv2D(40, 3, Padding = Padding.Same), MaxPooling2D, SpatialDropout2D(0.2f), GlobalMaxPooling2D, Dense(3), Loss(Loss.Huber)]",
        "[Model(9, 9, 3), RandomZoom(0.1f), SeparableConv2D(18, 3, Padding = Padding.Same), LayerNormalization, DepthwiseConv2D(3, DepthMultiplier = 2), AveragePooling2D, Conv2DTranspose(5, 3, Strides = 2), Cropping2D(1), Permute(3, 1, 2), Flatten, Dense(3), Loss(Loss.Huber)]",
        "[Model(8, 8, 16), Conv2D(32, 3, Padding = Padding.Same, Groups = 2), ZeroPadding2D, Conv2D(16, 3), UpSampling2D(2, Interpolation = Interpolation.Bilinear), Conv2D(16, 3, Padding = Padding.Same), MaxPooling2D, Dropout(0.5f), GlobalAveragePooling2D, Loss(Loss.Huber)]",
        "[Model(30, 3), Conv1D(20, 3, Padding = Padding.Causal), MaxPooling1D, SeparableConv1D(17, 3), Conv1D(8, 2, GELU, Padding = Padding.Same), GlobalMaxPooling1D, RepeatVector(4), Flatten, Dense(3), Loss(Loss.Huber)]",
    ];

    // Some threads are on their way back while others are still on their way forth: a sample's part of a place must be the same for
    // every value that lies there.
    [Theory]
    [MemberData(nameof(Models))]
    public void InTrainingAPlaceIsSharedSampleBySample(string attributes)
    {
        ModelPlan plan = Plans.Of(attributes);
        Dictionary<int, Value> values = Plans.Values(plan.Steps).ToDictionary(value => value.Id);
        (long Offset, long Width)[] places = [.. plan.Training.Places.Select(place => (place.Offset, values[place.Value].Floats))];
        Assert.All(places, one => Assert.All(places, other => Assert.True(
            one == other || one.Offset + one.Width <= other.Offset || other.Offset + other.Width <= one.Offset, $"{one} and {other}")));
    }

    [Fact]
    public void InTrainingPlacesAreShared()
    {
        ModelPlan plan = Plans.Of("[Model(8), Dense(40, GELU), Dense(40, GELU), Dense(40, GELU), Dense(40), Loss(Loss.Huber)]");
        Assert.InRange(plan.Training.Floats, 1, (plan.Training.Places.Count - 3) * 48);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void EveryPlaceIsAlignedAndWithinItsBuffer(string attributes)
    {
        ModelPlan plan = Plans.Of(attributes);
        foreach (BufferPlan buffer in new[] { plan.Training, plan.Inference })
        {
            Assert.All(buffer.Places, place => Assert.Equal(0, place.Offset % 16));
            Assert.All(buffer.Places, place => Assert.InRange(place.Offset, 0, buffer.Floats - 1));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void APredictionTakesTurnsInItsBuffer(string attributes)
    {
        ModelPlan plan = Plans.Of(attributes);
        Dictionary<int, Value> values = Plans.Values(plan.InferenceSteps).ToDictionary(value => value.Id);
        long all = plan.Inference.Places.Sum(place => values[place.Value].Floats * (values[place.Value].IsScratch ? 1 : plan.InferenceRows));
        Assert.InRange(plan.Inference.Floats, 1, all - 1);
    }

    // A sum that nobody comes back to gives its place to what follows; what the update of weights reads does not.
    [Fact]
    public void WhatTheUpdateReadsLastsThroughTheStep()
    {
        ModelPlan plan = Plans.Of(
            "[Model(12, 12, 3), Conv2D(20, 3, Padding = Padding.Same), MaxPooling2D, Conv2D(20, 3, Padding = Padding.Same), MaxPooling2D, GlobalAveragePooling2D, Loss(Loss.Huber)]");
        long[] lasting =
        [
            .. plan.Steps.Select(step => step.Update).OfType<Method>().SelectMany(update => update.Operands).OfType<ValueOperand>()
                .Where(operand => operand.Value.Id != 0)
                .DistinctBy(operand => (operand.Value.Id, operand.IsGradient))
                .Select(operand => Assert.Single(plan.Training.Places, place => place.Value == operand.Value.Id && place.IsGradient == operand.IsGradient).Offset),
        ];
        Assert.Equal(6, lasting.Length);
        Assert.Equal(lasting.Length, lasting.Distinct().Count());
    }

    [Fact]
    public void ChoicesTakeAByteEach()
    {
        ModelPlan plan = Plans.Of("[Model(12, 12, 3), Conv2D(16, 3), MaxPooling2D, Flatten, Dense(2), Loss(Loss.Huber)]");
        Value choices = Assert.Single(Plans.Values(plan.Steps), value => value.IsBytes);
        Assert.InRange(choices.Floats, 5 * 5 * 16 / 4, (5 * 5 * 16 / 4) + 16);
    }
}
