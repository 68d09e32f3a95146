namespace StaticNet.Tests.Data;

/// <summary>Labels of every kind and their names.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class LabelsTests
{
    private enum Sparse
    {
        High = 70,
        Low = -5,
        Middle = 3,
    }

    private enum Wide : ulong
    {
        Zero,
        Most = ulong.MaxValue,
    }

    [Fact]
    public void Numbers_are_labels_as_they_are()
    {
        int[] labels = [2, 0];
        Labels viewed = labels;
        labels[0] = 1;
        Assert.Equal([1, 0], viewed.Values.ToArray());
        Assert.Null(viewed.ClassNames);
        Assert.Equal([255, 0], ((Labels)new byte[] { 255, 0 }).Values.ToArray());
        Assert.Equal([-1, 7], ((Labels)new long[] { -1, 7 }).Values.ToArray());
        Assert.Equal([3, 4], ((Labels)new int[,] { { 3 }, { 4 } }).Values.ToArray());
    }

    [Fact]
    public void Numbers_that_are_no_labels_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => (Labels)new long[] { 0, 1L << 31 });
        Assert.StartsWith("Sample 1 holds 2147483648 at place 0. Expected a whole number of 32 bits.", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => (Labels)new int[2, 3]);
        Assert.StartsWith("The labels have 3 columns. Expected one", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_numbered_in_ordinal_order()
    {
        Labels labels = new[] { "dog", "Zebra", "cat", "dog", "" };
        Assert.Equal([3, 1, 2, 3, 0], labels.Values.ToArray());
        Assert.Equal(["", "Zebra", "cat", "dog"], labels.ClassNames);
        Labels yes = new[] { true, false };
        Assert.Equal([1, 0], yes.Values.ToArray());
        Assert.Equal(["no", "yes"], yes.ClassNames);
        Assert.False(labels.ClassNames is string[] or List<string>);
        Assert.StartsWith("The label of sample 1 is null.", Assert.Throws<ArgumentException>(() => (Labels)new[] { "a", null! }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_numbered_as_other_data_has_them()
    {
        Labels labels = Labels.Of(["b", "b"], ["a", "b"]);
        Assert.Equal([1, 1], labels.Values.ToArray());
        ArgumentException error = Assert.Throws<ArgumentException>(() => Labels.Of(["b", "c"], ["a", "b"]));
        Assert.StartsWith("The label of sample 1 is 'c'. Expected one of the 2 classes: 'a', 'b'.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("classNames", () => Labels.Of(["b"], ["b", "b"]));
        Assert.Throws<ArgumentException>("classNames", () => Labels.Of(["b"], ["b", null!]));
        Assert.Equal([1], ((Labels)new[] { "z" }).NumberedAs(["a", "z"]).Values.ToArray());
    }

    [Fact]
    public void Enumerations_are_numbered_in_the_order_of_their_values()
    {
        Dataset<float, int> data = Dataset.From(new float[3, 1], new[] { Sparse.High, Sparse.Low, Sparse.Middle });
        Assert.Equal([2, 0, 1], data.Targets.ToArray());
        Assert.Equal(["Low", "Middle", "High"], data.ClassNames);
        Assert.Equal([1, 0], Labels.Of<Wide>([Wide.Most, Wide.Zero]).Values.ToArray());
        ArgumentException error = Assert.Throws<ArgumentException>(() => Labels.Of<Sparse>([Sparse.Low, (Sparse)4]));
        Assert.StartsWith("The label of sample 1 is 4. Expected one of the values that Sparse declares.", error.Message, StringComparison.Ordinal);
    }
}
