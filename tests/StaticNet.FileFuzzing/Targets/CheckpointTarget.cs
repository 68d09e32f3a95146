namespace StaticNet.FileFuzzing;

/// <summary><see cref="FitOptions.Resume"/>: a refused checkpoint changes no weight and leaves the optimizer free.</summary>
internal sealed class CheckpointTarget : Target
{
    private static readonly Dataset<float, int> _data = Dataset.From(new float[,] { { 1, 2 }, { 3, 4 }, { -1, 0 } }, (int[])[0, 1, 2]);
    private readonly CheckpointModel _fresh = new(seed: 1);

    public override IEnumerable<(string Name, byte[] File)> Corpus
    {
        get
        {
            yield return ("after-an-epoch", Written(new FitOptions { Optimizer = new Adam() }));
            yield return ("within-an-epoch", Written(new FitOptions { Optimizer = new Adam(), Epochs = 2 }, stopAt: 2));
            byte[] whole = Written(new FitOptions { Optimizer = new Adam(), Epochs = 2 });
            yield return ("after-two-epochs", whole);
            yield return ("truncated", whole[..^9]);
            yield return ("of-momentum", Written(new FitOptions { Optimizer = new SGD { Momentum = 0.9 } }));
        }
    }

    protected override string Called => Folder.Sub("checkpoint");

    // What it takes to train for two epochs besides, with a checkpoint after each step.
    protected override long MostMemory(int length) => 8_000_000 + (50L * length);

    protected override void Prepare(byte[] input) => File.WriteAllBytes(Called, input);

    protected override void Read(byte[] input)
    {
        var model = new CheckpointModel(seed: 1);
        var optimizer = new Adam();
        try
        {
            Fit(model, new FitOptions { Optimizer = optimizer, Epochs = 2 }, resume: true);
        }
        catch (ArgumentException)
        {
            // Of another training, in words; or numbers that no step can go on with.
            RequireUntouched(model, optimizer);
        }
        catch (TrainingDivergedException)
        {
        }
        catch (InvalidDataException)
        {
            RequireUntouched(model, optimizer);
            throw;
        }
    }

    private void RequireUntouched(CheckpointModel model, Adam optimizer)
    {
        Require(optimizer.Steps == 0, "a refused checkpoint has changed the optimizer");
        for (int i = 0; i < model.Parameters.Count; i++)
        {
            float[] now = new float[model.Parameters[i].Count], before = new float[now.Length];
            model.Parameters[i].CopyTo(now);
            _fresh.Parameters[i].CopyTo(before);
            Require(now.AsSpan().SequenceEqual(before), "a refused checkpoint has changed weights");
        }
    }

    private byte[] Written(FitOptions options, int? stopAt = null)
    {
        // What was read here before may be no checkpoint, which would be refused.
        File.Delete(Called);
        try
        {
            Fit(new CheckpointModel(seed: 1), options, resume: false, stopAt);
        }
        catch (ArgumentException) when (stopAt is not null)
        {
        }

        return File.ReadAllBytes(Called);
    }

    // A label that is spoilt when the second epoch begins stops the training in the middle of that.
    private void Fit(CheckpointModel model, FitOptions options, bool resume, int? stopAt = null)
    {
        int[] labels = _data.Targets.ToArray();
        model.Fit(new Dataset<float, int>(_data.Inputs, labels, _data.Count), new FitOptions
        {
            Epochs = options.Epochs,
            Optimizer = options.Optimizer,
            BatchSize = 1,
            Shuffle = false,
            Checkpoint = Called,
            CheckpointEvery = 1,
            Resume = resume,
            LearningRateSchedule = (epoch, rate) =>
            {
                if (epoch == 1 && stopAt is { } sample)
                    labels[sample] = _data.Count;
                return rate;
            },
            Progress = ProgressDisplay.Silent,
        });
    }
}
