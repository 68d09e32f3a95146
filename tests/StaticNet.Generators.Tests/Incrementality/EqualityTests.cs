using Microsoft.CodeAnalysis;

namespace StaticNet.Generators.Tests;

/// <summary>What was written alike is equal at every stage, and whatever makes a difference shows in each.</summary>
public sealed class EqualityTests
{
    private const string Model = """
        namespace Space
        {
            public partial class Outer
            {
                [Model(4, 2)]
                [Flatten]
                [Dense(6, ReLU, Name = "first")]
                [Dropout(0.5f)]
                [Activation(Tanh)]
                [Dense(3, Sigmoid)]
                [Loss(Loss.MeanSquaredError)]
                public partial class M;
            }
        }
        """;

    [Fact]
    public void TheSameSourceGivesEqualValues()
    {
        object[] one = Stages(Model), other = Stages(Model);
        Assert.NotSame(one[0], other[0]);
        Assert.Equal(one, other);
        Assert.Equal(one.Select(stage => stage.GetHashCode()), other.Select(stage => stage.GetHashCode()));
    }

    // Where it stands, how it is laid out and how it is spelt.
    [Theory]
    [InlineData("namespace Space", "\n// A comment.\nnamespace   Space")]
    [InlineData("public partial class M;", "internal sealed partial class M { }")]
    [InlineData("Dense(6, ReLU", "Dense(activation: Activation.ReLU, units: 0x6")]
    [InlineData("Dense(6, ReLU", "Dense(2 * 3, (Activation)1")]
    [InlineData("Dropout(0.5f)", "Dropout(1f / 2)")]
    [InlineData("Model(4, 2)", "Model(new[] { 4, 2 })")]
    [InlineData("Model(4, 2)", "Model([4, 2])")]
    [InlineData("[Flatten]\n", "[Flatten, System.Obsolete]\n")]
    [InlineData("Name = \"first\"", "Name = \"fir\" + \"st\"")]
    [InlineData("Name = \"first\"", "Name = \"f\\u0069rst\"")]
    [InlineData("partial class Outer", "sealed partial class @Outer")]
    public void TheSameInOtherWordsGivesEqualValues(string written, string otherwise)
        => Assert.Equal(Stages(Model), Stages(Replace(written, otherwise)));

    // What means the same is declared differently but checked to the same.
    [Theory]
    [InlineData("Dense(3, Sigmoid)", "Dense(3, Sigmoid, UseBias = true)")]
    [InlineData("Dense(3, Sigmoid)", "Dense(3, Sigmoid, KernelInitializer = Initializer.GlorotUniform)")]
    [InlineData("Dense(3, Sigmoid)", "Dense(3, Sigmoid, Name = null)")]
    [InlineData("Name = \"first\"", "Name = \"first\", UseBias = true")]
    public void WhatIsADefaultAnywayGivesAnEqualSpecification(string written, string otherwise)
    {
        object[] one = Stages(Model), other = Stages(Replace(written, otherwise));
        Assert.NotEqual(one[0], other[0]);
        Assert.Equal(one[1..], other[1..]);
    }

    [Theory]
    [InlineData("namespace Space", "namespace Room")]
    [InlineData("partial class Outer", "partial class Other")]
    [InlineData("partial class Outer", "partial struct Outer")]
    [InlineData("partial class Outer", "partial record Outer")]
    [InlineData("partial class Outer", "partial record struct Outer")]
    [InlineData("partial class Outer", "partial interface Outer")]
    [InlineData("partial class M", "partial class N")]
    [InlineData("Model(4, 2)", "Model(2, 4)")]
    [InlineData("Model(4, 2)", "Model(8)")]
    [InlineData("Model(4, 2)", "Model(4, 2, 1)")]
    [InlineData("[Flatten]", "[Flatten, Flatten]")]
    [InlineData("[Flatten]", "[Flatten(Name = \"flat\")]")]
    [InlineData("Dense(6", "Dense(7")]
    [InlineData("6, ReLU", "6, ELU")]
    [InlineData("Name = \"first\"", "Name = \"second\"")]
    [InlineData("Name = \"first\"", "Name = \"first\", UseBias = false")]
    [InlineData("Name = \"first\"", "Name = \"first\", KernelInitializer = Initializer.Zeros")]
    [InlineData("Dropout(0.5f)", "Dropout(0.50000006f)")]
    [InlineData("Activation(Tanh)", "Activation(SELU)")]
    [InlineData("[Dropout(0.5f)]\n        [Activation(Tanh)]", "[Activation(Tanh)]\n        [Dropout(0.5f)]")]
    [InlineData("Loss.MeanSquaredError", "Loss.Huber")]
    [InlineData("Loss.MeanSquaredError", "Loss.BinaryCrossentropy")]
    [InlineData("[Loss(Loss.MeanSquaredError)]", "")]
    public void AnotherSourceGivesOtherValues(string written, string otherwise)
    {
        object[] one = Stages(Model), other = Stages(Replace(written, otherwise));
        Assert.All(one.Zip(other), stages => Assert.NotEqual(stages.First, stages.Second));
    }

    private static string Replace(string written, string otherwise)
    {
        Assert.Contains(written, Model, StringComparison.Ordinal);
        return Model.Replace(written, otherwise, StringComparison.Ordinal);
    }

    /// <summary>Declaration, specification and plan of the only model.</summary>
    internal static object[] Stages(string source)
    {
        GeneratorRunResult result = Assert.Single(Compilations.CreateDriver(trackSteps: true).RunGenerators(Compilations.Create(source)).GetRunResult().Results);
        Assert.Empty(result.Diagnostics);
        object Output(string step) => Assert.Single(Assert.Single(result.TrackedSteps[step]).Outputs).Value;
        return [((ParsedModel)Output(TrackingNames.Parse)).Declaration, Output(TrackingNames.Spec), Output(TrackingNames.Plan)];
    }
}
