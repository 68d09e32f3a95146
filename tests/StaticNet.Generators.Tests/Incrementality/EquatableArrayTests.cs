namespace StaticNet.Generators.Tests;

/// <summary>Equality of the list that every value of the pipeline is made of.</summary>
public sealed class EquatableArrayTests
{
    [Fact]
    public void EqualElementsMakeEqualArrays()
    {
        var one = new EquatableArray<string>(["a", "b"]);
        var other = new EquatableArray<string>(new[] { "a", "b" }.Where(item => item.Length > 0));
        Assert.True(one.Equals(other));
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [InlineData()]
    [InlineData("a")]
    [InlineData("b", "a")]
    [InlineData("a", "B")]
    [InlineData("a", null)]
    [InlineData("a", "b", "c")]
    public void OtherElementsDoNot(params string?[] items)
        => Assert.False(new EquatableArray<string?>(["a", "b"]).Equals(new EquatableArray<string?>(items)));

    [Fact]
    public void TheDefaultIsEmpty()
    {
        EquatableArray<int> none = default;
        var empty = new EquatableArray<int>([]);
        Assert.True(none.Equals(empty));
        Assert.Equal(none.GetHashCode(), empty.GetHashCode());
        Assert.Empty(none);
    }

    [Fact]
    public void ItKeepsNothingOfWhatItIsMadeFrom()
    {
        var source = new List<int> { 1, 2 };
        var array = new EquatableArray<int>(source);
        source[0] = 3;
        Assert.Equal([1, 2], array);
    }
}
