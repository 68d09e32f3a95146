using Microsoft.CodeAnalysis;

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
    ];

    // Some threads are on their way back while others are still on their way forth: a sample's part of a place must be the same for
    // every value that lies there.
    [Theory]
    [MemberData(nameof(Models))]
    public void InTrainingAPlaceIsSharedSampleBySample(string attributes)
    {
        ModelPlan plan = Plan(attributes);
        (int Offset, int Width)[] places =
            [.. plan.Training.Places.Select(place => (place.Offset, plan.Steps.Single(step => step.Output.Id == place.Value).Output.Floats))];
        Assert.All(places, one => Assert.All(places, other => Assert.True(
            one == other || one.Offset + one.Width <= other.Offset || other.Offset + other.Width <= one.Offset, $"{one} and {other}")));
    }

    [Fact]
    public void InTrainingPlacesAreShared()
    {
        ModelPlan plan = Plan("[Model(8), Dense(40, GELU), Dense(40, GELU), Dense(40, GELU), Dense(40), Loss(Loss.Huber)]");
        Assert.InRange(plan.Training.Floats, 1, (plan.Training.Places.Count - 3) * 48);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void EveryPlaceIsAlignedAndWithinItsBuffer(string attributes)
    {
        ModelPlan plan = Plan(attributes);
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
        ModelPlan plan = Plan(attributes);
        int all = plan.Inference.Places.Sum(place => plan.Steps.Single(step => step.Output.Id == place.Value).Output.Floats * plan.InferenceRows);
        Assert.InRange(plan.Inference.Floats, 1, all - 1);
    }

    private static ModelPlan Plan(string attributes)
    {
        GeneratorDriver driver = Compilations.CreateDriver(trackSteps: true).RunGenerators(Compilations.Create($"{attributes}\npublic partial class M;"));
        return (ModelPlan)Assert.Single(Assert.Single(Assert.Single(driver.GetRunResult().Results).TrackedSteps[TrackingNames.Plan]).Outputs).Value;
    }
}
