using System.Text;

namespace StaticNet.Datasets.Tests;

public sealed class ReviewsTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _cache = new();
    private readonly StringWriter _progress = new();

    public void Dispose()
    {
        _data.Dispose();
        _cache.Dispose();
        _progress.Dispose();
    }

    [Fact]
    public void Tables_are_read()
    {
        TinyReviews.WriteTables(_data, TinyReviews.Name);

        CheckWhole(Load(FakeServer.Forbidden()));
        Assert.Empty(_progress.ToString());
    }

    [Fact]
    public void The_archive_is_read_in_the_order_of_the_numbers()
    {
        _data.Write("tiny/aclImdb_v1.tar.gz", TinyReviews.Archive());

        CheckWhole(Load(FakeServer.Forbidden()));
    }

    [Fact]
    public void The_unpacked_folder_is_read_in_the_order_of_the_numbers()
    {
        TinyReviews.WriteFolder(_data, TinyReviews.Name);

        CheckWhole(Load(FakeServer.Forbidden()));
    }

    [Fact]
    public void Tables_come_before_the_folder_and_the_folder_before_the_archive()
    {
        string damaged = _data.Write("tiny/aclImdb_v1.tar.gz", Encoding.UTF8.GetBytes("no archive"));
        Assert.Throws<InvalidDataException>(() => Load(FakeServer.Forbidden()));

        TinyReviews.WriteFolder(_data, TinyReviews.Name);
        CheckWhole(Load(FakeServer.Forbidden()));

        _data.Write("tiny/aclImdb/train/pos/0_9.txt", Encoding.UTF8.GetBytes("changed"));
        TinyReviews.WriteTables(_data, TinyReviews.Name);
        CheckWhole(Load(FakeServer.Forbidden()));
        Assert.True(File.Exists(damaged));
    }

    [Fact]
    public void One_table_alone_does_not_serve()
    {
        _data.Write("tiny/train.tsv.gz", TinyReviews.Table("train"));
        using FakeServer server = FakeServer.Of(_ => TinyReviews.Archive());

        CheckWhole(Load(server));
        Assert.StartsWith(
            $"{_data.Sub("tiny")} lacks aclImdb_v1.tar.gz or else train.tsv.gz and test.tsv.gz or else aclImdb. Looking elsewhere.",
            _progress.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_archive_is_downloaded_into_the_cache_once()
    {
        using FakeServer server = FakeServer.Of(_ => TinyReviews.Archive());

        CheckWhole(Load(server));
        CheckWhole(Load(FakeServer.Forbidden()));
        Assert.Equal(["http://data.test/tiny/aclImdb_v1.tar.gz"], server.Requests);
        Assert.Equal(["aclImdb_v1.tar.gz"], _cache.Files);
    }

    [Fact]
    public void An_archive_with_another_checksum_is_refused_and_not_kept()
    {
        byte[] changed = TinyReviews.Archive();
        changed[^1] ^= 1;
        using FakeServer server = FakeServer.Of(_ => changed);

        Assert.IsType<InvalidDataException>(Assert.Throws<IOException>(() => Load(server)).InnerException);
        Assert.Empty(_cache.Files);
    }

    [Fact]
    public void Imdb_is_asked_for_where_it_is_published()
    {
        using var server = new FakeServer((_, _) => throw new HttpRequestException("off line"));

        var error = Assert.Throws<IOException>(
            () => Imdb.Published.Load(new DatasetOptions { Progress = null }, Locations(server), CancellationToken.None));

        Assert.Equal(["https://ai.stanford.edu/~amaas/data/sentiment/aclImdb_v1.tar.gz"], server.Requests);
        Assert.Contains("train.tsv.gz and test.tsv.gz", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_given_folder_without_any_form_is_refused()
    {
        var error = Assert.Throws<FileNotFoundException>(() => Load(FakeServer.Forbidden(), _data.Path));

        Assert.StartsWith($"{_data.Path} lacks aclImdb_v1.tar.gz or else", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_given_folder_is_read()
    {
        TinyReviews.WriteTables(_data, "mine");

        CheckWhole(Load(FakeServer.Forbidden(), _data.Sub("mine")));
    }

    [Theory]
    [InlineData("0\t3", "no review in line 1")]
    [InlineData("", "no review in line 1")]
    [InlineData("\t\t", "no review in line 1")]
    [InlineData("2\t3\ttext", "no review in line 1")]
    [InlineData("0\t5\ttext", "no review in line 1")]
    [InlineData("0\t9\ttext", "no review in line 1")]
    [InlineData("1\t11\ttext", "no review in line 1")]
    [InlineData("1\t-9\ttext", "no review in line 1")]
    [InlineData("0\t3\ta\n1\t7\tb\n\n1\t7\td", "no review in line 3")]
    [InlineData("0\t3\tbad", "1 negative and 0 positive reviews")]
    [InlineData("0\t3\ta\n0\t3\tb\n0\t3\tc\n1\t7\td", "3 negative and 1 positive reviews")]
    [InlineData("0\t3\ta\n1\t7\tb\n0\t3\tc\n1\t7\td\n1\t7\te", "more than 4 lines")]
    public void Wrong_lines_are_refused_with_what_came(string lines, string message)
    {
        TinyReviews.WriteTables(_data, TinyReviews.Name);
        string path = _data.Write("tiny/test.tsv.gz", TinyReviews.Table([lines]));

        Assert.StartsWith($"{path} has {message}. Expected ", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_of_a_table_is_refused()
    {
        TinyReviews.WriteTables(_data, TinyReviews.Name);
        byte[] whole = TinyReviews.Table("train");
        // The last 8 bytes are checksum and length alone, and before them stands the end of the compression.
        for (int length = 0; length < whole.Length - 10; length++)
        {
            string path = _data.Write("tiny/train.tsv.gz", whole[..length]);
            Assert.StartsWith($"{path} has ", Refusal(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_table_that_was_cut_off_before_it_was_compressed_is_refused()
    {
        TinyReviews.WriteTables(_data, TinyReviews.Name);
        string path = _data.Write("tiny/train.tsv.gz", Idx.Gzip(Encoding.UTF8.GetBytes("0\t3\ta\n1\t7\tb\n0\t3\tc\n1\t7\tha")));

        Assert.StartsWith($"{path} has 24 bytes without the end of a line behind them.", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_may_end_as_on_Windows()
    {
        TinyReviews.WriteTables(_data, TinyReviews.Name);
        _data.Write("tiny/test.tsv.gz", TinyReviews.Table(["0\t3\ta\r", "1\t7\tb\r", "0\t3\tc\r", "1\t7\td\r"]));

        Assert.Equal(["a", "b", "c", "d"], Load(FakeServer.Forbidden()).Test.Select(review => review.Text));
    }

    [Fact]
    public void A_table_that_is_not_compressed_is_refused()
    {
        TinyReviews.WriteTables(_data, TinyReviews.Name);
        string path = _data.Write("tiny/train.tsv.gz", Encoding.UTF8.GetBytes("0\t3\tbad\n"));

        Assert.StartsWith($"{path} has damaged compression", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Truncations_of_the_archive_are_refused()
    {
        byte[] whole = TinyReviews.Archive();
        for (int length = 0; length < whole.Length / 2; length += 7)
        {
            string path = _data.Write("tiny/aclImdb_v1.tar.gz", whole[..length]);
            Assert.StartsWith($"{path} has ", Refusal(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("aclImdb/train/pos/2_9.txt", "a file train/pos/2_9.txt. Expected number_rating.txt with numbers below 2 and ratings 7 to 10")]
    [InlineData("aclImdb/train/pos/0_3.txt", "a file train/pos/0_3.txt")]
    [InlineData("aclImdb/test/neg/0_9.txt", "a file test/neg/0_9.txt. Expected number_rating.txt with numbers below 2 and ratings 1 to 4")]
    [InlineData("aclImdb/train/pos/0.txt", "a file train/pos/0.txt")]
    [InlineData("aclImdb/train/pos/-1_9.txt", "a file train/pos/-1_9.txt")]
    [InlineData("aclImdb/train/pos/0_9.doc", "a file train/pos/0_9.doc")]
    [InlineData("aclImdb/train/pos/0_10.txt", "a second review 0 in train/pos")]
    public void Wrong_entries_of_the_archive_are_refused(string name, string message)
    {
        string path = _data.Write(
            "tiny/aclImdb_v1.tar.gz", TinyReviews.Archive([.. TinyReviews.Files.Select(file => ($"aclImdb/{file.Name}", file.Text)), (name, "x")]));

        Assert.StartsWith($"{path} has {message}", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_that_is_missing_in_the_archive_is_named()
    {
        string path = _data.Write("tiny/aclImdb_v1.tar.gz", TinyReviews.Archive(
            TinyReviews.Files.Where(file => file.Name != "test/pos/1_8.txt").Select(file => ($"aclImdb/{file.Name}", file.Text))));

        Assert.StartsWith($"{path} has no review 1 in test/pos. Expected 2 reviews in each folder", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_missing_is_named()
    {
        TinyReviews.WriteFolder(_data, TinyReviews.Name);
        string root = _data.Sub(Path.Combine("tiny", "aclImdb"));
        Directory.Delete(Path.Combine(root, "test", "neg"), recursive: true);

        Assert.StartsWith($"{root} has no folder test/neg.", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_token_stops_the_reading()
    {
        TinyReviews.WriteTables(_data, TinyReviews.Name);

        Assert.Throws<OperationCanceledException>(() => Load(FakeServer.Forbidden(), cancellationToken: new CancellationToken(canceled: true)));
    }

    private static void CheckWhole(ReviewDatasets reviews)
    {
        Assert.Equal(TinyReviews.Files.Take(4).Select(file => file.Text), reviews.Train.Select(review => review.Text));
        Assert.Equal(TinyReviews.Files.Skip(4).Select(file => file.Text), reviews.Test.Select(review => review.Text));
        Assert.Equal([0, 1, 0, 1], reviews.Train.Select(review => review.Label));
        Assert.Equal([3, 9, 1, 10], reviews.Train.Select(review => review.Rating));
        Assert.Equal([0, 1, 0, 1], reviews.Test.Select(review => review.Label));
        Assert.Equal([4, 7, 2, 8], reviews.Test.Select(review => review.Rating));
        (IReadOnlyList<Review> train, IReadOnlyList<Review> test) = reviews;
        Assert.Same(reviews.Train, train);
        Assert.Same(reviews.Test, test);
    }

    private string Refusal() => Assert.Throws<InvalidDataException>(() => Load(FakeServer.Forbidden())).Message;

    private DatasetLocations Locations(FakeServer server)
        => new() { DataFolder = _data.Path, CacheFolder = _cache.Path, CreateHandler = () => server };

    private ReviewDatasets Load(FakeServer server, string? folder = null, CancellationToken cancellationToken = default)
        => TinyReviews.Published.Load(new DatasetOptions { Folder = folder, Progress = _progress }, Locations(server), cancellationToken);
}
