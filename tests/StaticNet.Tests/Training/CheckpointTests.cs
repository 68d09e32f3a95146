using System.Diagnostics;
using System.Text;
using StaticNet.Tests.Files;

namespace StaticNet.Tests.Training;

/// <summary>A training that was interrupted and goes on from its checkpoint ends as one that was not.</summary>
public class CheckpointTests
{
    public static TheoryData<string> Kinds => [.. ResumedTraining.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_training_that_is_killed_at_any_moment_ends_in_the_same_bits(string kind)
    {
        const int Epochs = 120, Kills = 13;
        using var folder = new TemporaryFolder();
        string whole = folder.File("whole"), result = folder.File("result"), checkpoint = folder.File("checkpoint");
        Assert.Equal(0, ResumedTraining.Run([kind, folder.File("through"), Epochs.ToString(System.Globalization.CultureInfo.InvariantCulture), whole]));
        var random = new Random(kind.Length);
        int killed = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            DateTime before = File.GetLastWriteTimeUtc(checkpoint);
            using Process process = ResumedTraining.Start(kind, checkpoint, Epochs, result);

            // Every other one is killed soon after it has written, however long a process takes to get there: so the training goes on.
            while (kill % 2 == 0 && File.GetLastWriteTimeUtc(checkpoint) == before && !process.WaitForExit(1))
            {
            }

            if (!process.WaitForExit(random.Next(160)))
            {
                process.Kill();
                killed++;
            }

            process.WaitForExit();
        }

        using (Process last = ResumedTraining.Start(kind, checkpoint, Epochs, result))
        {
            // To begin anew would end in the same bits, too.
            Assert.DoesNotContain("from epoch 0\n", last.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
            last.WaitForExit();
        }

        Assert.Equal(File.ReadAllText(whole), File.ReadAllText(result));
        Assert.True(killed >= Kills / 2, $"only {killed} of {Kills} processes still trained when they were to be killed");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Checkpoints_at_the_end_of_epochs_change_no_bit(string kind)
    {
        using var folder = new TemporaryFolder();
        string through = ResumedTraining.Train(kind, Options(kind, 5));
        Assert.Equal(through, ResumedTraining.Train(kind, Options(kind, 5, folder.File("w"))));
        Assert.Equal(through, ResumedTraining.Train(kind, Options(kind, 5, folder.File("w"), resume: true)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void More_epochs_go_on_from_fewer(string kind)
    {
        using var folder = new TemporaryFolder();
        var asked = new List<int>();
        string last = "";
        for (int epochs = 1; epochs <= 5; epochs++)
            last = ResumedTraining.Train(kind, Options(kind, epochs, folder.File("w"), resume: true, asked: asked));
        Assert.Equal(ResumedTraining.Train(kind, Options(kind, 5)), last);
        Assert.Equal([0, 1, 2, 3, 4], asked);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_epoch_that_was_interrupted_is_finished(string kind)
    {
        using var folder = new TemporaryFolder();
        string through = ResumedTraining.Train(kind, Options(kind, 4, folder.File("through"), every: 2));
        for (int stop = 1; stop < 16; stop += 3)
        {
            string path = folder.File("w");
            Assert.ThrowsAny<Exception>(() => Interrupted(kind, stop, Options(kind, 4, path, every: 2)));
            var asked = new List<int>();
            Assert.Equal(through, ResumedTraining.Train(kind, Options(kind, 4, path, resume: true, every: 2, asked: asked)));
            Assert.DoesNotContain(0, asked);
            File.Delete(path);
        }
    }

    [Fact]
    public void Weights_of_a_checkpoint_can_be_loaded()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        var model = new ResumedTokens(3);
        model.Fit(ResumedTraining.Tokens(), Options("tokens adam", 2, path, every: 3));
        var other = new ResumedTokens(4);
        other.Load(path);
        Assert.Equal(TestData.Bits(model), TestData.Bits(other));
        Assert.True(new ResumedTokens(5).LoadMatching(path).IsComplete);
    }

    [Fact]
    public void Another_training_is_refused_with_the_difference()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        const string Kind = "tokens adam";
        ResumedTraining.Train(Kind, Options(Kind, 2, path));
        byte[] before = File.ReadAllBytes(path);
        Refused("'Seed' was '3' and is '4' now", Options(Kind, 3, path, resume: true), seed: 4);
        Refused("'Optimizer' was 'Adam' and is 'SGD' now; 'Beta1' was '0.9' and is 'none' now", Options("tokens momentum", 3, path, resume: true));
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

    [Fact]
    public void Files_that_are_no_checkpoint_are_refused()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        new ResumedTokens(3).Save(path);
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => ResumedTraining.Train("tokens adam", Options("tokens adam", 2, path, resume: true)));
        Assert.Contains("holds weights alone and no checkpoint", error.Message, StringComparison.Ordinal);
        File.Delete(path);
        ResumedTraining.Train("images adam", Options("images adam", 1, path));
        error = Assert.Throws<InvalidDataException>(() => ResumedTraining.Train("tokens adam", Options("tokens adam", 2, path, resume: true)));
        Assert.Contains("of another model than ResumedTokens", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_checkpoints_are_refused_or_finite_and_change_nothing()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        const string Kind = "tokens momentum";
        ResumedTraining.Train(Kind, Options(Kind, 2, path, every: 3));
        byte[] good = File.ReadAllBytes(path);
        int header = Encoding.UTF8.GetString(good).IndexOf("training", StringComparison.Ordinal);
        var random = new Random(9);
        int refused = 0;
        for (int i = 0; i < 600; i++)
        {
            byte[] damaged = i % 2 == 0 ? Mutation.Of(good, random) : Text(good, header, random);
            File.WriteAllBytes(path, damaged);
            var model = new ResumedTokens(3);
            int[] weights = TestData.Bits(model);
            try
            {
                model.Fit(ResumedTraining.Tokens(), Options(Kind, 2, path, resume: true));
            }
            catch (Exception error) when (error is InvalidDataException or ArgumentException)
            {
                refused++;
                Assert.Equal(weights, TestData.Bits(model));
            }
            catch (TrainingDivergedException)
            {
            }
        }

        Assert.True(refused > 300, $"{refused}");
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
            ResumedTraining.Train("tokens adam", Options("tokens adam", 1, checkpoint));

        static void Refused(string message, string path)
            => Assert.Contains(message, Assert.Throws<ArgumentException>(() => ResumedTraining.Train("tokens adam", Options("tokens adam", 1, path))).Message, StringComparison.Ordinal);
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

    [Fact]
    public void A_checkpoint_with_more_steps_than_an_epoch_has_ends_the_epoch()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        FitOptions Steps(int epochs, bool resume) => new()
        {
            Epochs = epochs,
            StepsPerEpoch = 3,
            Checkpoint = path,
            Resume = resume,
            Optimizer = new SGD(),
            Progress = ProgressDisplay.Silent,
        };
        new ResumedTokens(3).Fit(ResumedTraining.Tokens(), Steps(1, false));
        byte[] file = File.ReadAllBytes(path);
        string text = Encoding.Latin1.GetString(file);
        string damaged = text
            .Replace("StepsOfEpoch\\u0022:0", "StepsOfEpoch\\u0022:9", StringComparison.Ordinal)
            .Replace("Samples\\u0022:0", "Samples\\u0022:9", StringComparison.Ordinal)
            .Replace("\\u0022Steps\\u0022:3", "\\u0022Steps\\u0022:9", StringComparison.Ordinal);
        Assert.NotEqual(text, damaged);
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(damaged));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        History history = new ResumedTokens(3).Fit(ResumedTraining.Tokens(), Steps(3, true), cancellationToken: deadline.Token);
        Assert.Equal(3, history.Epochs);
    }

    private static FitOptions Options(
        string kind, int epochs, string? checkpoint = null, bool resume = false, int? every = null, List<int>? asked = null)
        => new()
        {
            Epochs = epochs,
            BatchSize = 16,
            Checkpoint = checkpoint,
            CheckpointEvery = every,
            Resume = resume,
            Optimizer = ResumedTraining.Optimizer(kind),
            LearningRateSchedule = (epoch, rate) =>
            {
                asked?.Add(epoch);
                return ResumedTraining.Schedule(epoch, rate);
            },
            Progress = ProgressDisplay.Silent,
        };

    // A sample that is spoilt after training has begun stops it in the middle of the second epoch.
    private static void Interrupted(string kind, int sample, FitOptions options)
    {
        if (kind.StartsWith("images", StringComparison.Ordinal))
        {
            Dataset<float, int> images = ResumedTraining.Images();
            int[] labels = images.Targets.ToArray();
            new ResumedImages(3).Fit(new Dataset<float, int>(images.Inputs, labels, images.Count), Spoiling(() => labels[sample] = 7));
            return;
        }

        Dataset<int, float> tokens = ResumedTraining.Tokens();
        int[] inputs = tokens.Inputs.ToArray();
        new ResumedTokens(3).Fit(new Dataset<int, float>(inputs, tokens.Targets, tokens.Count), Spoiling(() => inputs[sample * 12] = 99));

        FitOptions Spoiling(Action spoil)
            => new()
            {
                Epochs = options.Epochs,
                BatchSize = options.BatchSize,
                Checkpoint = options.Checkpoint,
                CheckpointEvery = options.CheckpointEvery,
                Optimizer = options.Optimizer,
                Progress = options.Progress,
                LearningRateSchedule = (epoch, rate) =>
                {
                    if (epoch == 1)
                        spoil();
                    return ResumedTraining.Schedule(epoch, rate);
                },
            };
    }

    // Digits and letters of what the header says of the training.
    private static byte[] Text(byte[] file, int first, Random random)
    {
        byte[] damaged = [.. file];
        for (int i = 0; i < 3; i++)
            damaged[random.Next(first, first + 900)] = (byte)"0123456789-.,:\"aeE{}[]"[random.Next(22)];
        return damaged;
    }
}
