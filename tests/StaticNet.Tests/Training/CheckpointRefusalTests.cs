using StaticNet.Tests.Files;

namespace StaticNet.Tests.Training;

/// <summary>A training that cannot go on, or whose checkpoint cannot be written, says why before it has done anything.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class CheckpointRefusalTests
{
    [Fact]
    public void Another_training_is_refused_with_the_difference()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        const string Kind = "tokens adam";
        ResumedTraining.Train(Kind, ResumedTraining.Options(Kind, 2, path));
        byte[] before = File.ReadAllBytes(path);
        Refused("'Seed' was '3' and is '4' now", ResumedTraining.Options(Kind, 3, path, resume: true), seed: 4);
        Refused("'Optimizer' was 'Adam' and is 'SGD' now; 'Beta1' was '0.9' and is 'none' now", ResumedTraining.Options("tokens momentum", 3, path, resume: true));
        Refused("'Beta2' was '0.999", With(new Adam(0.01) { Beta2 = 0.99 }));
        Refused("'BatchSize' was '16' and is '8' now; 'the steps of a pass through the data' was '7' and is '14' now", new FitOptions { BatchSize = 8, Checkpoint = path, Resume = true, Optimizer = new Adam(), Progress = ProgressDisplay.Silent });
        Refused("'Shuffle' was 'True' and is 'False' now", new FitOptions { BatchSize = 16, Shuffle = false, Checkpoint = path, Resume = true, Optimizer = new Adam(), Progress = ProgressDisplay.Silent });
        Refused("'ShuffleBuffer' was 'not set' and is '7' now", new FitOptions { BatchSize = 16, ShuffleBuffer = 7, Checkpoint = path, Resume = true, Optimizer = new Adam(), Progress = ProgressDisplay.Silent });
        Assert.Equal(before, File.ReadAllBytes(path));

        FitOptions With(Optimizer optimizer)
            => new() { Epochs = 3, BatchSize = 16, Checkpoint = path, Resume = true, Optimizer = optimizer, Progress = ProgressDisplay.Silent };

        void Refused(string message, FitOptions options, int seed = 3)
        {
            var model = new ResumedTokens(seed);
            int[] weights = TestData.Bits(model);
            ArgumentException error = Assert.Throws<ArgumentException>(() => model.Fit(ResumedTraining.Tokens(), options));
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
            Assert.Equal(weights, TestData.Bits(model));
            Assert.Equal(0, options.Optimizer!.Steps);

            // The optimizer is free for another model.
            new ResumedTokens(1).Fit(ResumedTraining.Tokens(), new FitOptions { Optimizer = options.Optimizer, Progress = ProgressDisplay.Silent });
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(55)]
    [InlineData(109)]
    public void Other_data_of_the_same_length_is_refused(int changed)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        Dataset<int, float> data = ResumedTraining.Tokens();
        new ResumedTokens(3).Fit(data, ResumedTraining.Options("tokens adam", 2, path, every: 3));
        byte[] before = File.ReadAllBytes(path);
        int[] inputs = data.Inputs.ToArray();
        inputs[changed * 12] = inputs[changed * 12] == 1 ? 2 : 1;
        float[] targets = data.Targets.ToArray();
        targets[changed] = 1 - targets[changed];

        // At the end of all epochs, in the middle of one, and where one begins.
        foreach (int epochs in new[] { 2, 3 })
        {
            Refused(new Dataset<int, float>(inputs, data.Targets, data.Count), epochs);
            Refused(new Dataset<int, float>(data.Inputs, targets, data.Count), epochs);
        }

        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(3, new ResumedTokens(3).Fit(data, ResumedTraining.Options("tokens adam", 3, path, resume: true, every: 3)).Epochs);

        void Refused(Dataset<int, float> other, int epochs)
        {
            var model = new ResumedTokens(3);
            int[] weights = TestData.Bits(model);
            string message = Assert.Throws<ArgumentException>(() => model.Fit(other, ResumedTraining.Options("tokens adam", epochs, path, resume: true, every: 3))).Message;
            Assert.Contains("'the training data' was '110 samples in memory with checksum ", message, StringComparison.Ordinal);
            Assert.Equal(weights, TestData.Bits(model));
            Assert.Equal((0ul, 0ul), model.Draws);
        }
    }

    [Fact]
    public void Data_of_any_size_is_told_by_parts_of_it()
    {
        var inputs = new float[1 << 20];
        string before = Spread(inputs);
        inputs[^1] = 1;
        Assert.NotEqual(before, Spread(inputs));
        inputs[^1] = 0;
        inputs[0] = 1;
        Assert.NotEqual(before, Spread(inputs));
        inputs[0] = 0;
        inputs.AsSpan(1 << 19, 1 << 15).Fill(1);
        Assert.NotEqual(before, Spread(inputs));
        inputs.AsSpan().Clear();
        Assert.Equal(before, Spread(inputs));
        Assert.NotEqual("", Spread([]));

        static string Spread(float[] inputs)
        {
            var fingerprint = new Fingerprint<float, int>();
            fingerprint.AppendSpread(inputs, new int[10]);
            return fingerprint.ToString();
        }
    }

    [Fact]
    public void Fewer_epochs_than_the_file_has_are_refused()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        const string Kind = "tokens adam";
        ResumedTraining.Train(Kind, ResumedTraining.Options(Kind, 3, path));
        string message = Assert.Throws<ArgumentException>(() => ResumedTraining.Train(Kind, ResumedTraining.Options(Kind, 2, path, resume: true))).Message;
        Assert.Contains("is a checkpoint after epoch 3, and Epochs is 2, which counts them from the first", message, StringComparison.Ordinal);
        var asked = new List<int>();
        ResumedTraining.Train(Kind, ResumedTraining.Options(Kind, 3, path, resume: true, asked: asked));
        Assert.Empty(asked);

        // In the middle of the second epoch.
        File.Delete(path);
        Assert.ThrowsAny<Exception>(() => ResumedTraining.Interrupted(Kind, 9, ResumedTraining.Options(Kind, 2, path, every: 1)));
        message = Assert.Throws<ArgumentException>(() => ResumedTraining.Train(Kind, ResumedTraining.Options(Kind, 1, path, resume: true, every: 1))).Message;
        Assert.Contains("after epoch 1 and step ", message, StringComparison.Ordinal);
        ResumedTraining.Train(Kind, ResumedTraining.Options(Kind, 2, path, resume: true, every: 1));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_told_before_the_first_step()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        ResumedTraining.Train("tokens adam", ResumedTraining.Options("tokens adam", 1, path));
        byte[] before = File.ReadAllBytes(path);
        File.SetAttributes(path, FileAttributes.ReadOnly);
        Refused<UnauthorizedAccessException>("w is read-only", path);
        Refused<UnauthorizedAccessException>("w is read-only", path, resume: true);
        File.SetAttributes(path, FileAttributes.Normal);
        Assert.Equal(before, File.ReadAllBytes(path));
        Refused<IOException>("cannot be written", folder.File(new string('w', 300)));

        // A folder in which nobody can make a file, not even the superuser.
        if (OperatingSystem.IsLinux())
            Refused<IOException>("cannot be written", "/proc/w");
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(folder.File("link"), folder.File("no/w"));
            Refused<IOException>("cannot be written", folder.File("link"));
            File.Delete(folder.File("link"));
            File.CreateSymbolicLink(folder.File("link"), "later");
            ResumedTraining.Train("tokens adam", ResumedTraining.Options("tokens adam", 1, folder.File("link")));
            Assert.Equal("later", new FileInfo(folder.File("link")).LinkTarget);
            File.Delete(folder.File("link"));
            File.Delete(folder.File("later"));
        }

        Assert.Equal(["w"], folder.Names);

        static void Refused<TException>(string message, string path, bool resume = false)
            where TException : Exception
        {
            var model = new ResumedTokens(3);
            var optimizer = new Adam();
            var options = new FitOptions { Epochs = 2, BatchSize = 16, Checkpoint = path, Resume = resume, Optimizer = optimizer, Progress = ProgressDisplay.Silent };
            string said = Assert.Throws<TException>(() => model.Fit(ResumedTraining.Tokens(), options)).Message;
            Assert.StartsWith("Checkpoint is ", said, StringComparison.Ordinal);
            Assert.Contains(message, said, StringComparison.Ordinal);
            Assert.Equal(0, optimizer.Steps);
        }
    }

    [Fact]
    public void Files_that_are_no_checkpoint_are_refused()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        new ResumedTokens(3).Save(path);
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => ResumedTraining.Train("tokens adam", ResumedTraining.Options("tokens adam", 2, path, resume: true)));
        Assert.Contains("holds weights alone and no checkpoint", error.Message, StringComparison.Ordinal);
        File.Delete(path);
        ResumedTraining.Train("images adam", ResumedTraining.Options("images adam", 1, path));
        error = Assert.Throws<InvalidDataException>(() => ResumedTraining.Train("tokens adam", ResumedTraining.Options("tokens adam", 2, path, resume: true)));
        Assert.Contains("of another model than ResumedTokens", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_checkpoint_is_not_lost()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("data.csv");
        foreach (byte[] content in new byte[][] { [], [1, 2, 3], [.. Enumerable.Repeat((byte)'1', 100)] })
        {
            File.WriteAllBytes(path, content);
            Refused("which is no checkpoint and would be lost", path);
            Assert.Equal(content, File.ReadAllBytes(path));
        }

        new ResumedTokens(1).Save(path);
        Refused("which is no checkpoint and would be lost", path);
        Refused("that is a folder", folder.Path);
        string checkpoint = folder.File("w");
        for (int time = 0; time < 2; time++)
            ResumedTraining.Train("tokens adam", ResumedTraining.Options("tokens adam", 1, checkpoint));

        static void Refused(string message, string path)
            => Assert.Contains(message, Assert.Throws<ArgumentException>(() => ResumedTraining.Train("tokens adam", ResumedTraining.Options("tokens adam", 1, path))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_without_a_file_are_refused()
    {
        Assert.Contains("Resume is set, but no Checkpoint", Assert.Throws<ArgumentException>(() => Train(new FitOptions { Resume = true })).Message, StringComparison.Ordinal);
        Assert.Contains("CheckpointEvery is set", Assert.Throws<ArgumentException>(() => Train(new FitOptions { CheckpointEvery = 1 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new FitOptions { Checkpoint = "" });
        Assert.Contains("there is no folder", Assert.Throws<DirectoryNotFoundException>(() => Train(new FitOptions { Checkpoint = "nowhere/w" })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new FitOptions { CheckpointEvery = 0 });

        static string Train(FitOptions options) => ResumedTraining.Train("tokens adam", options);
    }
}
