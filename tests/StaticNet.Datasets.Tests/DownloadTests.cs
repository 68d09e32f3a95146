using System.Net;
using System.Text;

namespace StaticNet.Datasets.Tests;

public sealed class DownloadTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly StringWriter _progress = new();

    public void Dispose()
    {
        _home.Dispose();
        _progress.Dispose();
    }

    private string Cache => _home.Sub("cache");

    [Fact]
    public void Files_land_in_the_cache_as_published_and_serve_the_next_time()
    {
        using FakeServer server = FakeServer.OfTinySet();

        ImageDatasets first = Load(server);
        ImageDatasets second = Load(FakeServer.Forbidden());

        Assert.Equal([.. TinySet.Files.Keys.Order(StringComparer.Ordinal)], _home.Files);
        foreach ((string name, byte[] content) in TinySet.Files)
            Assert.Equal(content, File.ReadAllBytes(Path.Combine(Cache, TinySet.Name, name)));
        Assert.Equal(TinySet.Files.Keys.Select(name => $"http://data.test/tiny/{name}"), server.Requests);
        Assert.Equal([2, 0, 1], first.Train.Targets.ToArray());
        Assert.Equal(first.Test.Inputs.ToArray(), second.Test.Inputs.ToArray());
    }

    [Fact]
    public void Progress_names_address_size_and_folder()
    {
        using FakeServer server = FakeServer.OfTinySet();

        Load(server);

        string[] lines = _progress.ToString().Split(Environment.NewLine);
        int length = TinySet.Files[PublishedImages.TrainImages].Length;
        Assert.Equal(
            $"Downloading http://data.test/tiny/train-images-idx3-ubyte.gz ({length} bytes) to {Path.Combine(Cache, "tiny")}", lines[0]);
        Assert.Equal("train-images-idx3-ubyte.gz: 100 %", lines[1]);
        Assert.Equal((TinySet.Files.Count * 2) + 1, lines.Length);
    }

    [Fact]
    public void Progress_may_be_silenced()
    {
        using FakeServer server = FakeServer.OfTinySet();

        Assert.Equal(3, Load(server, new DatasetOptions { Progress = null }).Train.Count);
        Assert.Empty(_progress.ToString());
    }

    [Fact]
    public void A_file_with_another_checksum_is_refused_and_not_kept()
    {
        byte[] changed = [.. TinySet.Files[PublishedImages.TrainImages]];
        changed[^1] ^= 1;
        using FakeServer server = FakeServer.Of(_ => changed);

        var error = Assert.Throws<IOException>(() => Load(server));
        var cause = Assert.IsType<InvalidDataException>(error.InnerException);
        Assert.StartsWith($"{changed.Length} bytes with SHA-256 ", cause.Message, StringComparison.Ordinal);
        Assert.Contains(TinySet.Published.Files[0].Sha256, cause.Message, StringComparison.Ordinal);
        Assert.Contains(cause.Message, error.Message, StringComparison.Ordinal);
        Assert.Empty(_home.Files);
    }

    [Fact]
    public void A_file_that_ends_early_is_refused_and_not_kept()
    {
        using FakeServer server = FakeServer.Of(name => TinySet.Files[name][..^1]);

        Assert.IsType<InvalidDataException>(Assert.Throws<IOException>(() => Load(server)).InnerException);
        Assert.Empty(_home.Files);
    }

    [Fact]
    public void A_file_that_does_not_end_is_refused_and_not_kept()
    {
        using FakeServer server = FakeServer.Of(name => [.. TinySet.Files[name], 0]);

        var error = Assert.Throws<IOException>(() => Load(server));
        Assert.Contains("More than ", Assert.IsType<InvalidDataException>(error.InnerException).Message, StringComparison.Ordinal);
        Assert.Empty(_home.Files);
    }

    [Fact]
    public void What_was_verified_before_a_failure_stays()
    {
        using FakeServer server = FakeServer.Of(
            name => name == PublishedImages.TestImages ? Encoding.UTF8.GetBytes("sorry") : TinySet.Files[name]);

        Assert.Throws<IOException>(() => Load(server));
        Assert.Equal([PublishedImages.TrainImages, PublishedImages.TrainLabels], _home.Files);
    }

    [Fact]
    public void Off_line_the_error_says_what_is_missing_and_what_to_do()
    {
        using var server = new FakeServer((_, _) => throw new HttpRequestException("Name or service not known (data.test:80)"));

        var error = Assert.Throws<IOException>(() => Load(server));

        const string AllFour =
            "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz";
        string cache = Path.Combine(Cache, "tiny");
        Assert.Equal(
            "Tiny is not on this computer. The environment variable STATICNET_DATA is not set. " +
            $"{cache} lacks {AllFour}. " +
            "The download from http://data.test/tiny/ failed: Name or service not known (data.test:80). " +
            $"To go on, put the published files into {cache}, or set STATICNET_DATA to a folder that has them in its sub-folder tiny.",
            error.Message);
        Assert.IsType<HttpRequestException>(error.InnerException);
        Assert.Empty(_home.Files);
    }

    [Fact]
    public void Off_line_the_error_names_what_the_users_folder_lacks()
    {
        TinySet.WriteTo(_home, "data/tiny", except: PublishedImages.TestLabels);
        using var server = new FakeServer((_, _) => throw new HttpRequestException("off line"));

        var error = Assert.Throws<IOException>(() => Load(server, locations: At(server) with { DataFolder = _home.Sub("data") }));

        string folder = _home.Sub(Path.Combine("data", "tiny"));
        Assert.Contains($"{folder} lacks t10k-labels-idx1-ubyte.gz.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("is not set", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_by_the_server_is_passed_on()
    {
        using var server = new FakeServer((_, _) => new HttpResponseMessage(HttpStatusCode.NotFound));

        var error = Assert.Throws<IOException>(() => Load(server));

        Assert.Equal(HttpStatusCode.NotFound, Assert.IsType<HttpRequestException>(error.InnerException).StatusCode);
        Assert.Contains("404", error.Message, StringComparison.Ordinal);
        Assert.Contains("STATICNET_DATA", error.Message, StringComparison.Ordinal);
        Assert.Empty(_home.Files);
    }

    [Fact]
    public void A_server_that_falls_silent_is_given_up()
    {
        using FakeServer server = Silent(whenSilent: null);

        var error = Assert.Throws<IOException>(() => Load(server, locations: At(server) with { Patience = TimeSpan.FromMilliseconds(50) }));

        Assert.Contains("Nothing came from the server for 0.05 seconds.", error.Message, StringComparison.Ordinal);
        Assert.Empty(_home.Files);
    }

    [Fact]
    public async Task Cancelling_stops_a_download_and_leaves_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        string[] duringDownload = [];
        using FakeServer server = Silent(whenSilent: () =>
        {
            duringDownload = _home.Files;
            cancellation.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Task.Run(() => Load(server, cancellationToken: cancellation.Token), CancellationToken.None));

        string temporary = Assert.Single(duringDownload);
        Assert.StartsWith("train-images-idx3-ubyte.gz.", temporary, StringComparison.Ordinal);
        Assert.EndsWith(".tmp", temporary, StringComparison.Ordinal);
        Assert.Empty(_home.Files);
    }

    [Fact]
    public void A_cache_that_cannot_be_made_is_an_error_with_the_way_out()
    {
        _home.Write("cache", []);
        using FakeServer server = FakeServer.OfTinySet();

        var error = Assert.Throws<IOException>(() => Load(server));

        Assert.Contains("set STATICNET_DATA to a folder", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.InnerException);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Without_a_cache_nothing_is_downloaded()
    {
        using FakeServer server = FakeServer.Forbidden();

        var error = Assert.Throws<IOException>(() => Load(server, locations: At(server) with { CacheFolder = null }));

        Assert.Equal(
            "Tiny is not on this computer. The environment variable STATICNET_DATA is not set. " +
            "There is no per-user folder to download to. " +
            "To go on, set STATICNET_DATA to a folder that has them in its sub-folder tiny.",
            error.Message);
    }

    [Fact]
    public void Mnist_is_asked_for_where_it_is_published()
        => Assert.Equal("https://storage.googleapis.com/cvdf-datasets/mnist/train-images-idx3-ubyte.gz", FirstRequest(Mnist.Published));

    [Fact]
    public void Fashion_mnist_is_asked_for_where_it_is_published()
        => Assert.Equal(
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/train-images-idx3-ubyte.gz", FirstRequest(FashionMnist.Published));

    private string FirstRequest(PublishedImages published)
    {
        using var server = new FakeServer((_, _) => new HttpResponseMessage(HttpStatusCode.NotFound));
        Assert.Throws<IOException>(() => published.Load(new DatasetOptions { Progress = null }, At(server), CancellationToken.None));
        return Assert.Single(server.Requests);
    }

    private static FakeServer Silent(Action? whenSilent)
        => new((_, _) => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StreamContent(new SilentStream([0x1F, 0x8B], whenSilent)),
        });

    private DatasetLocations At(FakeServer server) => new() { CacheFolder = Cache, CreateHandler = () => server };

    private ImageDatasets Load(
        FakeServer server, DatasetOptions? options = null, DatasetLocations? locations = null,
        CancellationToken cancellationToken = default)
        => TinySet.Published.Load(options ?? new DatasetOptions { Progress = _progress }, locations ?? At(server), cancellationToken);
}
