using System.Numerics.Tensors;

namespace StaticNet.Tests.Data;

/// <summary>What converts to rows, and what is refused.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class RowsTests
{
    [Fact]
    public void Arrays_of_any_number_of_axes_are_views()
    {
        var table = new float[,] { { 1, 2 }, { 3, 4 } };
        Dataset<float, int> data = Dataset.From(table, new[] { 0, 1 });
        table[1, 0] = 9;
        Assert.Equal([1, 2, 9, 4], data.Inputs.ToArray());
        var images = new float[2, 3, 4, 5];
        images[1, 0, 0, 1] = 7;
        Assert.Equal(7, Dataset.From(images, new[] { 0, 1 }).Input(1)[1]);
    }

    [Fact]
    public void Views_can_be_pinned_and_sliced()
    {
        ReadOnlyMemory<float> memory = ((Rows<float>)new float[,] { { 1, 2 }, { 3, 4 } }).Values;
        using (memory.Pin())
            Assert.Equal([2, 3], memory.Slice(1, 2).ToArray());
        using var empty = ((Rows<float>)new float[0, 3]).Values.Pin();
        Assert.Throws<ArgumentOutOfRangeException>(() => memory.Slice(3, 2).Pin());
    }

    [Fact]
    public void Rows_that_lie_apart_are_copied()
    {
        float[][] rows = [[1, 2], [3, 4]];
        Dataset<float, int> data = Dataset.From(rows, new[] { 0, 1 });
        rows[0][0] = 9;
        Assert.Equal([1, 2, 3, 4], data.Inputs.ToArray());
    }

    [Fact]
    public void Rows_of_different_length_are_refused_by_row()
    {
        float[][] rows = [[1, 2], [3, 4], [5]];
        Message("Row 2 has 1 numbers, and the rows before it have 2.", () => Dataset.From(rows, new[] { 0, 1, 2 }));
        Message("Row 1 is null.", () => Dataset.From(new float[][] { [1], null! }, new[] { 0, 1 }));
        Message("Row 0 is null.", () => Dataset.From(new float[][] { null!, [1] }, new[] { 0, 1 }));
        Message("Row 1 has 0 numbers", () => Dataset.From(new List<double[]> { new double[1], Array.Empty<double>() }, new[] { 0, 1 }));
        Assert.Throws<ArgumentNullException>(() => Dataset.From((float[,])null!, new[] { 0 }));
        Assert.Throws<ArgumentNullException>(() => Dataset.From(new float[1, 1], (int[])null!));
    }

    [Fact]
    public void Doubles_are_rounded_and_refused_beyond_a_float()
    {
        double[,] values = { { 0.1, double.NaN }, { double.NegativeInfinity, 1e-60 } };
        Assert.Equal([0.1f, float.NaN, float.NegativeInfinity, 0], ((Rows<float>)values).Values.ToArray());
        values[1, 1] = 1e300;
        Message("Sample 1 holds 1E+300 at place 1. Expected at most 3.4e38", () => Dataset.From(values, new[] { 0, 1 }));
        var many = new double[40_000];
        many[30_001] = -1e300;
        Message("The number at place 30001 is -1E+300.", () => Dataset.From(many, new int[40_000]));
    }

    [Fact]
    public void Tokens_have_to_be_whole()
    {
        Assert.Equal([1, -2, int.MaxValue, int.MinValue], ((Rows<int>)new double[] { 1, -2, int.MaxValue, int.MinValue }).Values.ToArray());
        foreach (double value in new[] { 0.5, double.NaN, double.PositiveInfinity, 2147483648.0, -2147483649.0, 1e19, -1e300 })
            Assert.Throws<ArgumentException>(() => (Rows<int>)new[] { value });
        Message("Sample 1 holds 0.5 at place 2. Expected a whole number", () => _ = (Rows<int>)new double[,] { { 1, 2, 3 }, { 4, 5, 0.5 } });
        Assert.Throws<NotSupportedException>(() => (Rows<long>)new double[1]);
    }

    [Fact]
    public void Bytes_are_numbers_from_0_to_255()
        => Assert.Equal([0, 255, 128, 1], ((Rows<float>)new byte[,] { { 0, 255 }, { 128, 1 } }).Values.ToArray());

    [Fact]
    public void Tensors_are_copied_in_their_order()
    {
        Tensor<float> tensor = Tensor.PermuteDimensions(Tensor.Create<float>([1, 2, 3, 4, 5, 6], [2, 3]), [1, 0]);
        Dataset<float, int> data = Dataset.From(tensor, new[] { 0, 1, 2 });
        Assert.Equal([1, 4, 2, 5, 3, 6], data.Inputs.ToArray());
        ReadOnlyTensorSpan<float> column = tensor.AsReadOnlyTensorSpan()[.., 1..];
        Assert.Equal([4, 5, 6], Dataset.From(Rows.CopyOf(column), new[] { 0, 1, 2 }).Inputs.ToArray());
    }

    [Fact]
    public void Empty_ones_are_empty_data_sets()
    {
        Assert.Equal(0, Dataset.From(new float[0, 5], Array.Empty<int>()).Count);
        Assert.Equal(0, Dataset.From(Array.Empty<float>(), Array.Empty<int>()).Count);
        Assert.Equal(0, Dataset.From(Array.Empty<float[]>(), Array.Empty<float>()).Count);
        Assert.Equal(0, Dataset.From(new List<int[]>(), Array.Empty<string>()).Count);
        Assert.Throws<ArgumentException>(() => Dataset.From(new float[3, 0], new int[3]));
    }

    [Fact]
    public void Counts_that_differ_are_refused()
    {
        Message("3 samples came with 2 labels.", () => Dataset.From(new float[3, 2], new int[2]));
        Message("2 samples came with 6 targets.", () => Dataset.From(new float[2, 2], new float[6]));
        Message("3 samples came with 2 targets.", () => Dataset.From(new float[3, 2], new float[2, 2]));
        Message("7 numbers came for 3 labels.", () => Dataset.From(new float[7], new int[3]));
        Message("7 numbers came for 0 labels.", () => Dataset.From(new float[7], Array.Empty<int>()));
    }

    private static void Message(string start, Action action)
        => Assert.StartsWith(start, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
