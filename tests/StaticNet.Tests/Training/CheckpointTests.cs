using System.Diagnostics;
using System.Text;
using StaticNet.Tests.Files;

namespace StaticNet.Tests.Training;

/// <summary>A training that was interrupted and goes on from its checkpoint ends as one that was not.</summary>
[Trait(Widths.Trait, Widths.Any)]
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
        string through = ResumedTraining.Train(kind, ResumedTraining.Options(kind, 5));
        Assert.Equal(through, ResumedTraining.Train(kind, ResumedTraining.Options(kind, 5, folder.File("w"))));
        Assert.Equal(through, ResumedTraining.Train(kind, ResumedTraining.Options(kind, 5, folder.File("w"), resume: true)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void More_epochs_go_on_from_fewer(string kind)
    {
        using var folder = new TemporaryFolder();
        var asked = new List<int>();
        string last = "";
        for (int epochs = 1; epochs <= 5; epochs++)
            last = ResumedTraining.Train(kind, ResumedTraining.Options(kind, epochs, folder.File("w"), resume: true, asked: asked));
        Assert.Equal(ResumedTraining.Train(kind, ResumedTraining.Options(kind, 5)), last);
        Assert.Equal([0, 1, 2, 3, 4], asked);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_epoch_that_was_interrupted_is_finished(string kind)
    {
        using var folder = new TemporaryFolder();
        string through = ResumedTraining.Train(kind, ResumedTraining.Options(kind, 4, folder.File("through"), every: 2));
        for (int stop = 1; stop < 16; stop += 3)
        {
            string path = folder.File("w");
            Assert.ThrowsAny<Exception>(() => ResumedTraining.Interrupted(kind, stop, ResumedTraining.Options(kind, 4, path, every: 2)));
            var asked = new List<int>();
            Assert.Equal(through, ResumedTraining.Train(kind, ResumedTraining.Options(kind, 4, path, resume: true, every: 2, asked: asked)));
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
        model.Fit(ResumedTraining.Tokens(), ResumedTraining.Options("tokens adam", 2, path, every: 3));
        var other = new ResumedTokens(4);
        other.Load(path);
        Assert.Equal(TestData.Bits(model), TestData.Bits(other));
        Assert.True(new ResumedTokens(5).LoadMatching(path).IsComplete);
    }

    [Fact]
    public void A_training_of_no_more_epochs_leaves_the_draws_of_the_next_one()
    {
        using var folder = new TemporaryFolder();
        Dataset<int, float> data = ResumedTraining.Tokens();
        var through = new ResumedTokens(3);
        through.Fit(data, ResumedTraining.Options("tokens adam", 2, folder.File("w")));
        var resumed = new ResumedTokens(3);
        resumed.Fit(data, ResumedTraining.Options("tokens adam", 2, folder.File("w"), resume: true));
        Assert.Equal(through.Draws, resumed.Draws);
    }

    [Fact]
    public void Damaged_checkpoints_are_refused_or_finite_and_change_nothing()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        const string Kind = "tokens momentum";
        ResumedTraining.Train(Kind, ResumedTraining.Options(Kind, 2, path, every: 3));
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
                model.Fit(ResumedTraining.Tokens(), ResumedTraining.Options(Kind, 2, path, resume: true));
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

    // Digits and letters of what the header says of the training.
    private static byte[] Text(byte[] file, int first, Random random)
    {
        byte[] damaged = [.. file];
        for (int i = 0; i < 3; i++)
            damaged[random.Next(first, first + 900)] = (byte)"0123456789-.,:\"aeE{}[]"[random.Next(22)];
        return damaged;
    }
}
