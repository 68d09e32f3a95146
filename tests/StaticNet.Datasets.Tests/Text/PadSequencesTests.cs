namespace StaticNet.Datasets.Tests;

public sealed class PadSequencesTests
{
    private static readonly int[][] _sequences = [[1], [2, 3], [4, 5, 6]];

    [Fact]
    public void The_default_pads_at_the_beginning_up_to_the_longest()
        => Assert.Equal([0, 0, 1, 0, 2, 3, 4, 5, 6], Sequences.PadSequences(_sequences));

    [Fact]
    public void The_padding_may_be_another_number()
        => Assert.Equal([-1, -1, 1, -1, 2, 3, 4, 5, 6], Sequences.PadSequences(_sequences, value: -1));

    [Fact]
    public void The_padding_may_stand_at_the_end()
        => Assert.Equal([1, 9, 9, 2, 3, 9, 4, 5, 6], Sequences.PadSequences(_sequences, padding: SequenceSide.Post, value: 9));

    [Theory]
    [InlineData(SequenceSide.Pre, SequenceSide.Pre, new[] { 0, 1, 2, 3, 5, 6 })]
    [InlineData(SequenceSide.Pre, SequenceSide.Post, new[] { 0, 1, 2, 3, 4, 5 })]
    [InlineData(SequenceSide.Post, SequenceSide.Pre, new[] { 1, 0, 2, 3, 5, 6 })]
    [InlineData(SequenceSide.Post, SequenceSide.Post, new[] { 1, 0, 2, 3, 4, 5 })]
    public void Long_sequences_are_truncated(SequenceSide padding, SequenceSide truncating, int[] expected)
        => Assert.Equal(expected, Sequences.PadSequences(_sequences, 2, padding, truncating));

    [Fact]
    public void A_length_beyond_the_longest_pads_all()
        => Assert.Equal([0, 0, 0, 1, 0, 0, 2, 3, 0, 4, 5, 6], Sequences.PadSequences(_sequences, 4));

    [Fact]
    public void An_empty_sequence_is_padding_all_over()
    {
        Assert.Equal([7, 7, 1, 2], Sequences.PadSequences([[], [1, 2]], value: 7));
        Assert.Equal([0, 0], Sequences.PadSequences([[]], 2));
    }

    [Fact]
    public void No_sequences_are_no_rows()
    {
        Assert.Empty(Sequences.PadSequences([]));
        Assert.Empty(Sequences.PadSequences([], 5));
    }

    [Fact]
    public void A_row_is_written_all_over()
    {
        int[] row = [9, 9, 9];

        Sequences.PadSequence([1, 2], row);
        Assert.Equal([0, 1, 2], row);
        Sequences.PadSequence([1, 2, 3, 4], row, truncating: SequenceSide.Post);
        Assert.Equal([1, 2, 3], row);
        Sequences.PadSequence([], row, value: 5);
        Assert.Equal([5, 5, 5], row);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_length_below_1_is_refused(int maxLength)
        => Assert.StartsWith(
            $"maxLength is {maxLength}. Expected at least 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Sequences.PadSequences(_sequences, maxLength)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_side_that_there_is_not_is_refused()
    {
        Refused("padding", () => Sequences.PadSequences(_sequences, padding: (SequenceSide)7));
        Refused("truncating", () => Sequences.PadSequences(_sequences, truncating: (SequenceSide)7));
        Refused("padding", () => Sequences.PadSequence([1], new int[2], padding: (SequenceSide)7));
        Refused("truncating", () => Sequences.PadSequence([1], new int[2], truncating: (SequenceSide)7));

        static void Refused(string argument, Action action)
            => Assert.StartsWith(
                $"{argument} is 7, which is no SequenceSide. Expected one of Pre, Post.",
                Assert.Throws<ArgumentOutOfRangeException>(argument, action).Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public void Sequences_without_any_value_need_a_length()
        => Assert.StartsWith(
            "2 sequences came, all without a value. Say by maxLength",
            Assert.Throws<ArgumentException>(() => Sequences.PadSequences([[], []])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_sequence_that_is_null_is_named()
        => Assert.StartsWith(
            "Sequence 1 is null.", Assert.Throws<ArgumentException>(() => Sequences.PadSequences([[1], null!])).Message, StringComparison.Ordinal);

    [Fact]
    public void Rows_that_fit_into_no_array_are_refused()
        => Assert.StartsWith(
            "3 rows of 2000000000 numbers do not fit",
            Assert.Throws<ArgumentException>(() => Sequences.PadSequences(_sequences, 2_000_000_000)).Message, StringComparison.Ordinal);
}
