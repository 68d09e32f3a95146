namespace StaticNet.Tests.Metrics;

/// <summary>The confusion matrix and ArgMax.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class ConfusionMatrixTests
{
    private static readonly int[] _labels = [0, 0, 0, 1, 1, 2, 2, 2, 2, 2];
    private static readonly int[] _predicted = [0, 0, 1, 1, 0, 2, 2, 2, 2, 0];

    [Fact]
    public void It_counts_pairs()
    {
        var matrix = new ConfusionMatrix(_labels, _predicted, 3);
        Assert.Equal((2, 1, 0), (matrix[0, 0], matrix[0, 1], matrix[0, 2]));
        Assert.Equal((1, 1, 0), (matrix[1, 0], matrix[1, 1], matrix[1, 2]));
        Assert.Equal((1, 0, 4), (matrix[2, 0], matrix[2, 1], matrix[2, 2]));
        Assert.Equal(10, matrix.Total);
        Assert.Equal(0.7, matrix.Accuracy, 1e-12);
        Assert.Equal(2.0 / 3, matrix.Recall(0), 1e-12);
        Assert.Equal(0.5, matrix.Precision(0), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, 3]);
    }

    [Fact]
    public void It_prints_as_a_table()
        => Assert.Equal(
            """
            true \ predicted       cat       dog  a hamste  recall
            cat                      2         1         .   66.7%
            dog                      1         1         .   50.0%
            a hamster                1         .         4   80.0%
            precision            50.0%     50.0%    100.0%   70.0%

            """.ReplaceLineEndings("\n"),
            new ConfusionMatrix(_labels, _predicted, 3, ["cat", "dog", "a hamster"]).ToString());

    [Fact]
    public void Classes_that_never_occur_have_no_recall()
    {
        string table = new ConfusionMatrix([0], [1], 3).ToString();
        Assert.Contains("2                     .      .      .       -", table, StringComparison.Ordinal);
    }

    [Fact]
    public void It_refuses_what_does_not_fit()
    {
        Assert.Throws<ArgumentException>("predicted", () => new ConfusionMatrix([0, 1], [0], 2));
        ArgumentException error = Assert.Throws<ArgumentException>("labels", () => new ConfusionMatrix([2], [0], 2));
        Assert.StartsWith("The label of sample 0 is 2. Expected 0 to 1, one of the 2 classes.", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>("predicted", () => new ConfusionMatrix([0], [-1], 2));
        Assert.StartsWith("The predicted class of sample 0 is -1. Expected 0 to 1, one of the 2 classes.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("classNames", () => new ConfusionMatrix([0], [0], 2, ["one"]));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => new ConfusionMatrix([], [], 0));
        Assert.Throws<ArgumentException>("classes", () => new ConfusionMatrix([65_535], [0], 65_536));
        Assert.Throws<ArgumentException>("classes", () => new ConfusionMatrix([0], [0], 65_537));
    }

    [Fact]
    public void ArgMax_takes_the_first_of_equal_scores()
    {
        Assert.Equal(1, ArgMax.Of([1, 3, 3, 2]));
        Assert.Equal([2, 0], ArgMax.OfRows([1, 2, 3, 6, 5, 4], 3));
        Assert.Throws<ArgumentException>("scores", () => ArgMax.Of([]));
        Assert.Throws<ArgumentException>("scores", () => ArgMax.OfRows([1, 2, 3], 2));
    }
}
