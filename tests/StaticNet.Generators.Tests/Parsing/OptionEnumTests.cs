namespace StaticNet.Generators.Tests;

/// <summary>The generator's own enums of options: an option that users can write is one that it knows.</summary>
public sealed class OptionEnumTests
{
    [Theory]
    [InlineData(typeof(FillMode), typeof(StaticNet.FillMode))]
    [InlineData(typeof(FlipMode), typeof(StaticNet.FlipMode))]
    [InlineData(typeof(Initializer), typeof(StaticNet.Initializer))]
    [InlineData(typeof(Interpolation), typeof(StaticNet.Interpolation))]
    [InlineData(typeof(Loss), typeof(StaticNet.Loss))]
    [InlineData(typeof(MergeMode), typeof(StaticNet.MergeMode))]
    [InlineData(typeof(Padding), typeof(StaticNet.Padding))]
    [InlineData(typeof(ScoreMode), typeof(StaticNet.ScoreMode))]
    public void MembersAreThoseThatUsersWrite(Type known, Type written) => Assert.Equal(Enum.GetNames(written), Enum.GetNames(known));
}
