using System.Diagnostics;
using System.Globalization;

namespace StaticNet.Tests.Training;

/// <summary>A training that writes checkpoints and goes on from them: here, or in a process of its own.</summary>
internal static class ResumedTraining
{
    /// <summary>The first argument of a process that is to do this and not to run tests.</summary>
    public const string Command = "train";

    /// <summary>A model and an optimizer each.</summary>
    public static string[] Kinds => ["images adam", "images momentum", "tokens adam", "tokens momentum"];

    /// <summary>What the process does: trains from the checkpoint on and writes down what came of it.</summary>
    public static int Run(string[] arguments)
    {
        bool isAsked = false;
        var options = new FitOptions
        {
            Epochs = int.Parse(arguments[2], CultureInfo.InvariantCulture),
            BatchSize = 16,
            Checkpoint = arguments[1],
            CheckpointEvery = 3,
            Resume = true,
            Optimizer = Optimizer(arguments[0]),
            LearningRateSchedule = (epoch, rate) =>
            {
                if (!isAsked)
                    Console.WriteLine(FormattableString.Invariant($"from epoch {epoch}"));
                isAsked = true;
                return Schedule(epoch, rate);
            },
            Progress = ProgressDisplay.Silent,
            ValidationSplit = 0.1,
        };
        Console.WriteLine("training");
        File.WriteAllText(arguments[3], Train(arguments[0], options));
        return 0;
    }

    /// <summary>Starts such a process, and returns when it trains.</summary>
    public static Process Start(string kind, string checkpoint, int epochs, string result)
    {
        Process process = ChildProcess.Start(Command, kind, checkpoint, epochs.ToString(CultureInfo.InvariantCulture), result);
        Assert.Equal("training", process.StandardOutput.ReadLine());
        return process;
    }

    /// <summary>Trains a new model; its weights and its history, bit by bit.</summary>
    public static string Train(string kind, FitOptions options, int seed = 3)
    {
        if (kind.StartsWith("images", StringComparison.Ordinal))
        {
            var images = new ResumedImages(seed);
            return Describe(images, images.Fit(Images(), options));
        }

        var tokens = new ResumedTokens(seed);
        return Describe(tokens, tokens.Fit(Tokens(), options));
    }

    /// <summary>The optimizer of a kind.</summary>
    public static Optimizer Optimizer(string kind)
        => kind.EndsWith("adam", StringComparison.Ordinal) ? new Adam(0.01) : new SGD(0.05) { Momentum = 0.9, Nesterov = true };

    /// <summary>A rate that falls from epoch to epoch.</summary>
    public static double Schedule(int epoch, double rate) => epoch % 3 == 2 ? rate * 0.97 : rate;

    public static Dataset<float, int> Images()
    {
        var random = new Random(5);
        float[] inputs = [.. Enumerable.Range(0, 110 * 128).Select(_ => random.NextSingle())];
        return Dataset.From(inputs, Enumerable.Range(0, 110).Select(_ => random.Next(3)).ToArray());
    }

    public static Dataset<int, float> Tokens()
    {
        var random = new Random(6);
        int[] inputs = [.. Enumerable.Range(0, 110 * 12).Select(i => i % 12 < 4 ? 0 : random.Next(50))];
        return new Dataset<int, float>(inputs, Enumerable.Range(0, 110).Select(_ => (float)random.Next(2)).ToArray(), 110);
    }

    public static string Describe(Model model, History history)
    {
        IEnumerable<string> metrics = history.Metrics.Select(
            metric => $"{metric}: {string.Join(' ', history[metric].Select(value => BitConverter.DoubleToInt64Bits(value).ToString("x", CultureInfo.InvariantCulture)))}");
        return $"{string.Join('\n', metrics)}\n{string.Join(' ', TestData.Bits(model))}";
    }

    /// <summary>Options of a kind; which epochs a rate is asked for is noted.</summary>
    public static FitOptions Options(
        string kind, int epochs, string? checkpoint = null, bool resume = false, int? every = null, List<int>? asked = null)
        => new()
        {
            Epochs = epochs,
            BatchSize = 16,
            Checkpoint = checkpoint,
            CheckpointEvery = every,
            Resume = resume,
            Optimizer = Optimizer(kind),
            LearningRateSchedule = (epoch, rate) =>
            {
                asked?.Add(epoch);
                return Schedule(epoch, rate);
            },
            Progress = ProgressDisplay.Silent,
        };

    /// <summary>A sample that is spoilt after training has begun stops it in the middle of the second epoch.</summary>
    public static void Interrupted(string kind, int sample, FitOptions options)
    {
        if (kind.StartsWith("images", StringComparison.Ordinal))
        {
            Dataset<float, int> images = Images();
            int[] labels = images.Targets.ToArray();
            new ResumedImages(3).Fit(new Dataset<float, int>(images.Inputs, labels, images.Count), Spoiling(() => labels[sample] = 7));
            return;
        }

        Dataset<int, float> tokens = Tokens();
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
                    return Schedule(epoch, rate);
                },
            };
    }
}
