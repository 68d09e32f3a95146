namespace StaticNet.Datasets.Tests;

public sealed class SearchTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _cache = new();
    private readonly TemporaryFolder _other = new();
    private readonly StringWriter _progress = new();

    public void Dispose()
    {
        _data.Dispose();
        _cache.Dispose();
        _other.Dispose();
        _progress.Dispose();
    }

    [Fact]
    public void Images_are_scaled_and_paired_with_their_labels()
    {
        TinySet.WriteTo(_data, TinySet.Name);

        ImageDatasets sets = Load(FakeServer.Forbidden());

        Assert.Equal(3, sets.Train.Count);
        Assert.Equal(6, sets.Train.InputSize);
        Assert.Equal(Enumerable.Range(0, 18).Select(pixel => pixel / 255f), sets.Train.Inputs.ToArray());
        Assert.Equal([2, 0, 1], sets.Train.Targets.ToArray());
        Assert.Equal(Enumerable.Range(100, 12).Select(pixel => pixel / 255f), sets.Test.Inputs.ToArray());
        Assert.Equal([1, 2], sets.Test.Targets.ToArray());
        Assert.Equal((2, 3, 1), (sets.Height, sets.Width, sets.Channels));
        Assert.Equal(["a", "b", "c"], sets.ClassNames);
        (Dataset<float, int> train, Dataset<float, int> test) = sets;
        Assert.Same(sets.Train, train);
        Assert.Same(sets.Test, test);
    }

    [Fact]
    public void The_users_folder_comes_before_the_cache()
    {
        TinySet.WriteTo(_data, TinySet.Name);
        TinySet.WriteTo(_cache, TinySet.Name);
        _data.Write("tiny/t10k-labels-idx1-ubyte.gz", Idx.Labels(0, 0));

        Assert.Equal([0, 0], Load(FakeServer.Forbidden()).Test.Targets.ToArray());
        Assert.Empty(_progress.ToString());
    }

    [Fact]
    public void The_cache_comes_before_a_download_and_is_not_checksummed()
    {
        TinySet.WriteTo(_cache, TinySet.Name);
        _cache.Write("tiny/t10k-labels-idx1-ubyte.gz", Idx.Labels(0, 0));

        Assert.Equal([0, 0], Load(FakeServer.Forbidden()).Test.Targets.ToArray());
        Assert.Empty(_progress.ToString());
    }

    [Fact]
    public void A_half_filled_users_folder_is_reported_and_not_mixed_with_the_cache()
    {
        TinySet.WriteTo(_data, TinySet.Name, except: PublishedImages.TestLabels);
        _data.Write("tiny/train-labels-idx1-ubyte.gz", Idx.Labels(0, 0, 0));
        TinySet.WriteTo(_cache, TinySet.Name);

        Assert.Equal([2, 0, 1], Load(FakeServer.Forbidden()).Train.Targets.ToArray());
        Assert.Equal($"{_data.Sub("tiny")} lacks t10k-labels-idx1-ubyte.gz. Looking elsewhere.{Environment.NewLine}", _progress.ToString());
    }

    [Fact]
    public void Only_what_the_cache_lacks_is_downloaded()
    {
        TinySet.WriteTo(_cache, TinySet.Name, except: PublishedImages.TestImages);
        using FakeServer server = FakeServer.OfTinySet();

        Assert.Equal(2, Load(server).Test.Count);
        Assert.Equal(["http://data.test/tiny/t10k-images-idx3-ubyte.gz"], server.Requests);
    }

    [Fact]
    public void A_given_folder_is_the_only_one_read()
    {
        TinySet.WriteTo(_data, TinySet.Name);
        TinySet.WriteTo(_other, "mine");
        _other.Write("mine/t10k-labels-idx1-ubyte.gz", Idx.Labels(0, 0));

        Assert.Equal([0, 0], Load(FakeServer.Forbidden(), _other.Sub("mine")).Test.Targets.ToArray());
    }

    [Fact]
    public void A_given_folder_that_lacks_files_is_refused_though_others_have_them()
    {
        TinySet.WriteTo(_data, TinySet.Name);
        TinySet.WriteTo(_other, "mine", except: PublishedImages.TrainLabels);

        var error = Assert.Throws<FileNotFoundException>(() => Load(FakeServer.Forbidden(), _other.Sub("mine")));
        Assert.StartsWith($"{_other.Sub("mine")} lacks train-labels-idx1-ubyte.gz.", error.Message, StringComparison.Ordinal);
        Assert.Equal("train-labels-idx1-ubyte.gz", error.FileName);
    }

    [Fact]
    public void More_labels_than_images_are_refused()
        => Refused(PublishedImages.TrainLabels, Idx.Labels(0, 1, 2, 0), "has 4 labels. Expected 3, one for each image in ");

    [Fact]
    public void Fewer_labels_than_images_are_refused()
        => Refused(PublishedImages.TestLabels, Idx.Labels(0), "has 1 labels. Expected 2, one for each image in ");

    [Fact]
    public void A_label_without_a_class_is_refused()
        => Refused(PublishedImages.TrainLabels, Idx.Labels(0, 3, 2), "has label 3 at index 1. Expected labels from 0 to 2.");

    [Fact]
    public void Labels_in_the_place_of_images_are_refused()
        => Refused(PublishedImages.TrainImages, Idx.Labels(0, 1, 2), "has dimensions [3]. Expected [count, 2, 3].");

    [Fact]
    public void Images_in_the_place_of_labels_are_refused()
        => Refused(PublishedImages.TrainLabels, Idx.Images(3), "has dimensions [3, 2, 3]. Expected [count].");

    [Fact]
    public void Images_of_another_height_are_refused()
        => Refused(
            PublishedImages.TrainImages, Idx.Gzip(Idx.Bytes([3, 3, 3], new byte[27])), "has dimensions [3, 3, 3]. Expected [count, 2, 3].");

    [Fact]
    public void Images_of_another_width_are_refused()
        => Refused(
            PublishedImages.TestImages, Idx.Gzip(Idx.Bytes([2, 2, 2], new byte[8])), "has dimensions [2, 2, 2]. Expected [count, 2, 3].");

    [Fact]
    public void A_file_in_the_cache_that_is_not_gzip_is_refused()
    {
        TinySet.WriteTo(_cache, TinySet.Name);
        string path = _cache.Write("tiny/train-images-idx3-ubyte.gz", Idx.Bytes([1], [1]));

        Assert.StartsWith(
            $"{path} has damaged compression",
            Assert.Throws<InvalidDataException>(() => Load(FakeServer.Forbidden())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_token_stops_the_reading()
    {
        TinySet.WriteTo(_data, TinySet.Name);

        Assert.Throws<OperationCanceledException>(
            () => Load(FakeServer.Forbidden(), cancellationToken: new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_the_variable_there_is_no_users_folder(string? variable)
        => Assert.Null(DatasetLocations.From(variable, _cache.Path).DataFolder);

    [Fact]
    public void The_cache_is_in_the_users_own_folder()
        => Assert.Equal(_cache.Sub("StaticNet"), DatasetLocations.From(null, _cache.Path).CacheFolder);

    [Fact]
    public void Without_a_folder_of_the_user_there_is_no_cache()
        => Assert.Null(DatasetLocations.From(null, "").CacheFolder);

    [Fact]
    public void Progress_goes_to_the_error_stream_by_default()
        => Assert.Same(Console.Error, new DatasetOptions().Progress);

    private void Refused(string name, byte[] content, string message)
    {
        TinySet.WriteTo(_data, TinySet.Name);
        string path = _data.Write(Path.Combine(TinySet.Name, name), content);

        var error = Assert.Throws<InvalidDataException>(() => Load(FakeServer.Forbidden()));
        Assert.StartsWith($"{path} {message}", error.Message, StringComparison.Ordinal);
    }

    private ImageDatasets Load(FakeServer server, string? folder = null, CancellationToken cancellationToken = default)
        => TinySet.Published.Load(
            new DatasetOptions { Folder = folder, Progress = _progress },
            new DatasetLocations { DataFolder = _data.Path, CacheFolder = _cache.Path, CreateHandler = () => server },
            cancellationToken);
}
