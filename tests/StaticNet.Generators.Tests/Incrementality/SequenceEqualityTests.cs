namespace StaticNet.Generators.Tests;

/// <summary>The same of the layers of sequences: whatever makes a difference shows in every stage.</summary>
public sealed class SequenceEqualityTests
{
    private const string Model = """
        [Model(40, 4)]
        [Conv1D(8, 3, ReLU)]
        [MaxPooling1D(2)]
        [DepthwiseConv1D(3)]
        [SpatialDropout1D(0.5f)]
        [SeparableConv1D(6, 3)]
        [ZeroPadding1D(1)]
        [AveragePooling1D(2)]
        [Cropping1D(1)]
        [UpSampling1D(2)]
        [GlobalMaxPooling1D]
        [RepeatVector(3)]
        [Flatten]
        [Dense(3)]
        [Loss(Loss.MeanSquaredError)]
        public partial class M;
        """;

    [Theory]
    [InlineData("Conv1D(8, 3, ReLU)", "Conv1D(activation: (Activation)1, kernelSize: 1 + 2, filters: 0x8)")]
    [InlineData("MaxPooling1D(2)", "MaxPooling1D")]
    [InlineData("ZeroPadding1D(1)", "ZeroPadding1D")]
    [InlineData("Cropping1D(1)", "Cropping1D()")]
    [InlineData("UpSampling1D(2)", "UpSampling1D")]
    [InlineData("RepeatVector(3)", "RepeatVector(n: 3)")]
    public void TheSameInOtherWordsGivesEqualValues(string written, string otherwise)
    {
        object[] one = EqualityTests.Stages(Model), other = EqualityTests.Stages(Replace(written, otherwise));
        Assert.NotSame(one[0], other[0]);
        Assert.Equal(one, other);
        Assert.Equal(one.Select(stage => stage.GetHashCode()), other.Select(stage => stage.GetHashCode()));
    }

    // What means the same is declared differently but checked to the same.
    [Theory]
    [InlineData("Conv1D(8, 3, ReLU)", "Conv1D(8, 3, ReLU, Strides = 1, Padding = Padding.Valid, DilationRate = 1, Groups = 1, UseBias = true)")]
    [InlineData("MaxPooling1D(2)", "MaxPooling1D(2, Strides = 2)")]
    [InlineData("MaxPooling1D(2)", "MaxPooling1D(2, Padding = Padding.Same)")]
    [InlineData("ZeroPadding1D(1)", "ZeroPadding1D(1, 1)")]
    [InlineData("Cropping1D(1)", "Cropping1D(1, 1)")]
    public void WhatIsADefaultAnywayGivesAnEqualSpecification(string written, string otherwise)
    {
        object[] one = EqualityTests.Stages(Model), other = EqualityTests.Stages(Replace(written, otherwise));
        Assert.NotEqual(one[0], other[0]);
        Assert.Equal(one[1..], other[1..]);
    }

    [Theory]
    [InlineData("Model(40, 4)", "Model(41, 4)")]
    [InlineData("Conv1D(8, 3", "Conv1D(8, 5")]
    [InlineData("Conv1D(8, 3", "Conv1D(12, 3")]
    [InlineData("3, ReLU)", "3, ELU)")]
    [InlineData("3, ReLU)", "3, ReLU, UseBias = false)")]
    [InlineData("3, ReLU)", "3, ReLU, Groups = 2)")]
    [InlineData("3, ReLU)", "3, ReLU, Strides = 2)")]
    [InlineData("3, ReLU)", "3, ReLU, DilationRate = 2)")]
    [InlineData("3, ReLU)", "3, ReLU, Padding = Padding.Same)")]
    [InlineData("3, ReLU)", "3, ReLU, Padding = Padding.Causal)")]
    [InlineData("3, ReLU)", "3, ReLU, KernelInitializer = Initializer.HeNormal)")]
    [InlineData("MaxPooling1D(2)", "MaxPooling1D(3)")]
    [InlineData("MaxPooling1D(2)", "MaxPooling1D(2, Strides = 1)")]
    [InlineData("MaxPooling1D(2)", "AveragePooling1D(2, Name = \"max_pooling1d\")")]
    [InlineData("DepthwiseConv1D(3)", "DepthwiseConv1D(3, DepthMultiplier = 2)")]
    [InlineData("DepthwiseConv1D(3)", "DepthwiseConv1D(3, DepthwiseInitializer = Initializer.Zeros)")]
    [InlineData("SpatialDropout1D(0.5f)", "SpatialDropout1D(0.50000006f)")]
    [InlineData("SpatialDropout1D(0.5f)", "Dropout(0.5f, Name = \"spatial_dropout1d\")")]
    [InlineData("SeparableConv1D(6, 3)", "SeparableConv1D(6, 3, DepthMultiplier = 2)")]
    [InlineData("SeparableConv1D(6, 3)", "SeparableConv1D(6, 3, PointwiseInitializer = Initializer.Zeros)")]
    [InlineData("ZeroPadding1D(1)", "ZeroPadding1D(2, 0)")]
    [InlineData("Cropping1D(1)", "Cropping1D(0, 2)")]
    [InlineData("UpSampling1D(2)", "UpSampling1D(3)")]
    [InlineData("GlobalMaxPooling1D", "GlobalAveragePooling1D(Name = \"global_max_pooling1d\")")]
    [InlineData("RepeatVector(3)", "RepeatVector(4)")]
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
