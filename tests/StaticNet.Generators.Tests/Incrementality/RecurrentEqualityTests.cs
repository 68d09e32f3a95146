namespace StaticNet.Generators.Tests;

/// <summary>The same of recurrences: whatever makes a difference shows in every stage.</summary>
public sealed class RecurrentEqualityTests
{
    private const string Model = """
        [Model(40, 4)]
        [LSTM(8, ReturnSequences = true)]
        [Bidirectional, GRU(6, ReturnSequences = true)]
        [SimpleRNN(5, ReLU)]
        [Dense(3)]
        [Loss(Loss.MeanSquaredError)]
        public partial class M;
        """;

    [Theory]
    [InlineData("LSTM(8, ", "LSTM(recurrentActivation: Sigmoid, units: 0x8, activation: (Activation)9, ")]
    [InlineData("[Bidirectional, GRU", "[Bidirectional(MergeMode.Concat)]\n[GRU")]
    public void TheSameInOtherWordsGivesEqualValues(string written, string otherwise)
    {
        object[] one = EqualityTests.Stages(Model), other = EqualityTests.Stages(Replace(written, otherwise));
        Assert.NotSame(one[0], other[0]);
        Assert.Equal(one, other);
        Assert.Equal(one.Select(stage => stage.GetHashCode()), other.Select(stage => stage.GetHashCode()));
    }

    // What means the same is declared differently but checked to the same.
    [Theory]
    [InlineData("LSTM(8, ", "LSTM(8, UseBias = true, UnitForgetBias = true, GoBackwards = false, Dropout = 0, RecurrentDropout = 0, ")]
    [InlineData("LSTM(8, ", "LSTM(8, KernelInitializer = Initializer.GlorotUniform, RecurrentInitializer = Initializer.Orthogonal, ")]
    [InlineData("GRU(6, ", "GRU(6, ResetAfter = true, ")]
    [InlineData("SimpleRNN(5, ReLU)", "SimpleRNN(5, ReLU, ReturnSequences = false)")]
    public void WhatIsADefaultAnywayGivesAnEqualSpecification(string written, string otherwise)
    {
        object[] one = EqualityTests.Stages(Model), other = EqualityTests.Stages(Replace(written, otherwise));
        Assert.NotEqual(one[0], other[0]);
        Assert.Equal(one[1..], other[1..]);
    }

    [Theory]
    [InlineData("LSTM(8, ", "LSTM(9, ")]
    [InlineData("LSTM(8, ", "LSTM(8, ReLU, ")]
    [InlineData("LSTM(8, ", "LSTM(8, Tanh, Tanh, ")]
    [InlineData("LSTM(8, ", "LSTM(8, UseBias = false, ")]
    [InlineData("LSTM(8, ", "LSTM(8, UnitForgetBias = false, ")]
    [InlineData("LSTM(8, ", "LSTM(8, KernelInitializer = Initializer.HeNormal, ")]
    [InlineData("LSTM(8, ", "LSTM(8, RecurrentInitializer = Initializer.HeNormal, ")]
    [InlineData("LSTM(8, ", "LSTM(8, Dropout = 0.1f, ")]
    [InlineData("LSTM(8, ", "LSTM(8, RecurrentDropout = 0.1f, ")]
    [InlineData("LSTM(8, ", "LSTM(8, GoBackwards = true, ")]
    [InlineData("LSTM(8, ", "GRU(8, Name = \"lstm\", ")]
    [InlineData("[Bidirectional, ", "[Bidirectional(MergeMode.Sum), ")]
    [InlineData("[Bidirectional, GRU(6, ", "[GRU(6, Name = \"bidirectional\", ")]
    [InlineData("GRU(6, ", "GRU(6, ResetAfter = false, ")]
    [InlineData("GRU(6, ", "GRU(6, RecurrentDropout = 0.1f, ")]
    [InlineData("GRU(6, ", "LSTM(6, ")]
    [InlineData("SimpleRNN(5, ReLU)", "SimpleRNN(5)")]
    public void AnotherSourceGivesOtherValues(string written, string otherwise)
    {
        object[] one = EqualityTests.Stages(Model), other = EqualityTests.Stages(Replace(written, otherwise));
        Assert.All(one.Zip(other), stages => Assert.NotEqual(stages.First, stages.Second));
    }

    private static string Replace(string written, string otherwise)
    {
        Assert.Contains(written, Model, StringComparison.Ordinal);
        return Model.Replace(written, otherwise, StringComparison.Ordinal);
    }
}
