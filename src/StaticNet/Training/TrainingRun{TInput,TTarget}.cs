using System.Globalization;
using StaticNet.Files;
using static System.FormattableString;

namespace StaticNet;

/// <summary>A training from its first epoch to its last, once it is known with what.</summary>
internal sealed class TrainingRun<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly TrainableModel<TInput, TTarget> _model;
    private readonly FitOptions _options;
    private readonly Batches<TInput, TTarget> _batches;
    private readonly Func<Evaluation>? _validate;
    private readonly Session<TInput, TTarget> _session;
    private readonly Optimizer _optimizer;
    private readonly int _threads;
    private readonly GoodState _good;
    private readonly ProgressReporter _progress;
    private readonly History _history = new();
    private readonly Totals _totals;

    // What a training that goes on must have in common with the one that was interrupted, for the same bits.
    private readonly Dictionary<string, string> _settings;

    // What tells its data from other data, once a pass has begun.
    private string? _data;

    // Which state training rolls back to if it diverges, for messages, and whether the next step is to save one.
    private string _goodOf = "that Fit began with";
    private bool _isGoodDue = true;

    private int _epochs;
    private long _steps;
    private bool _isInPass;
    private int _batchesOfPass;

    // What the epoch under way has come to.
    private int _stepsOfEpoch;
    private long _samples;
    private TimeSpan _timeBefore;
    private int _lastRows;

    /// <param name="model">The model.</param>
    /// <param name="options">How to train it.</param>
    /// <param name="batches">What with.</param>
    /// <param name="validate">What measures it after each epoch, if anything.</param>
    /// <param name="session">The memory of its steps.</param>
    /// <param name="optimizer">The rule of its steps.</param>
    public TrainingRun(
        TrainableModel<TInput, TTarget> model, FitOptions options, Batches<TInput, TTarget> batches, Func<Evaluation>? validate,
        Session<TInput, TTarget> session, Optimizer optimizer)
    {
        (_model, _options, _batches, _validate, _session, _optimizer) = (model, options, batches, validate, session, optimizer);
        _threads = model.ThreadsFor(batches.Largest);
        _totals = new Totals(model.Info.Outputs);
        _good = new GoodState(model.Weights, optimizer);
        _progress = new ProgressReporter(options, TimeProvider.System);
        _settings = new Dictionary<string, string>
        {
            [nameof(Model.Seed)] = Text(model.Seed),
            [nameof(FitOptions.BatchSize)] = Text(options.BatchSize),
            [nameof(FitOptions.Shuffle)] = Text(options.Shuffle),
            [nameof(FitOptions.StepsPerEpoch)] = Text(options.StepsPerEpoch),
            [nameof(FitOptions.ShuffleBuffer)] = Text(options.ShuffleBuffer),
            ["the steps of a pass through the data"] = Text(batches.Count, "not known"),
            [nameof(FitOptions.Optimizer)] = optimizer.GetType().Name,
        };
        foreach ((string name, double value) in optimizer.Settings)
            _settings.Add(name, Text(value));

        static string Text(IConvertible? value, string none = "not set") => value?.ToString(CultureInfo.InvariantCulture) ?? none;
    }

    // Makes everything what it was when the checkpoint was written. Nothing has changed if that is refused.
    private void Resume()
    {
        Checkpoint checkpoint = CheckpointFile.Read(_options.Checkpoint!, _model, _optimizer, _settings);
        CheckpointRecord record = checkpoint.Record;
        RequireEpochs(record);
        (ulong Steps, ulong Passes) before = _model.RandomCounters;
        try
        {
            SkipTo(record);
            checkpoint.Restore(_model, _optimizer);
        }
        catch
        {
            _model.RandomCounters = before;
            throw;
        }

        (_epochs, _steps, _stepsOfEpoch, _samples, _timeBefore) = (record.Epochs, record.Steps, record.StepsOfEpoch, record.Samples, record.Time);
        _totals.Clear();
        _totals.Add(record.Sums());
        foreach ((string metric, double[] values) in record.Metrics)
        {
            foreach (double value in values)
                _history.Add(metric, value);
        }

        foreach (TimeSpan time in record.EpochTimes)
            _history.EndEpoch(time);
        _goodOf = "of the checkpoint that Fit began with";
    }

    /// <summary>Trains.</summary>
    public History Run(CancellationToken cancellationToken)
    {
        try
        {
            if (_options.Resume && File.Exists(_options.Checkpoint))
                Resume();
            while (_epochs < _options.Epochs)
                RunEpoch(cancellationToken);
            return _history;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            string place = Invariant($"{(_stepsOfEpoch == 0 ? "before" : $"after step {_stepsOfEpoch} of")} epoch {_epochs + 1}");
            throw new TrainingCanceledException(
                $"Training was cancelled {place}. The weights are those of the last finished step; History has the epochs before.", _history, cancellationToken);
        }
    }

    // A history of more epochs than were asked for, and weights that saw as many, are not what whoever asked for fewer expects.
    private void RequireEpochs(CheckpointRecord record)
    {
        if (record.Epochs < _options.Epochs || (record.Epochs == _options.Epochs && record.StepsOfEpoch == 0))
            return;
        string more = record.StepsOfEpoch > 0 ? Invariant($" and step {record.StepsOfEpoch} of the next") : "";
        throw new ArgumentException(
            Invariant($"{_options.Checkpoint} is a checkpoint after epoch {record.Epochs}{more}, and {nameof(FitOptions.Epochs)} is {_options.Epochs}, which counts them from the first. To go on, ask for more; for the weights alone, read the file with Load; to begin anew, leave out {nameof(FitOptions.Resume)}."));
    }

    // Goes to the place in the data where the checkpoint was written. Batches that were taken already are left out.
    private void SkipTo(CheckpointRecord record)
    {
        bool isBetweenPasses = record.BatchesOfPass == 0;
        _model.RandomCounters = (record.ModelSteps, isBetweenPasses ? record.Passes : record.Passes - 1);
        BeginPass();
        CheckpointFile.RequireSameData(_options.Checkpoint!, record.Data, _data!);
        if (isBetweenPasses && record.Epochs == _options.Epochs)
        {
            // Nothing is left to train: the next pass is another training's.
            _model.RandomCounters = (record.ModelSteps, record.Passes);
            _isInPass = false;
        }

        while (_batchesOfPass < record.BatchesOfPass)
        {
            if (!TryTake(out _))
                throw new InvalidDataException(Invariant($"{_options.Checkpoint} cannot be gone on from: it has taken {record.BatchesOfPass} batches of a pass through the data, which has {_batchesOfPass}."));
        }
    }

    private void RunEpoch(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_stepsOfEpoch == 0 && _options.LearningRateSchedule is { } schedule)
            _optimizer.LearningRate = schedule(_epochs, _optimizer.LearningRate);
        _progress.BeginEpoch(_epochs + 1, _options.StepsPerEpoch ?? _batches.Count, _timeBefore);
        while (Next(out Batch<TInput, TTarget> batch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            TakeStep(batch);
            if (_steps % _options.CheckpointEvery == 0)
                SaveBetweenSteps();
        }

        // No loss follows the last step of all: what it made of the weights shows on samples of its own batch.
        if (!GoodState.IsFinite(_model.Weights, _optimizer) || (_epochs + 1 == _options.Epochs && _lastRows > 0 && !double.IsFinite(_model.LossOf(_session, _lastRows))))
            throw Diverged(Invariant($"The last step of epoch {_epochs + 1} was too large for the weights, the running means or the loss to stay finite"));
        EndEpoch();
        Save();
    }

    private void BeginPass()
    {
        ulong seed = _model.NextPass();
        _batches.BeginPass(_options.Shuffle ? seed : null);
        if (_options.Checkpoint is not null)
            _data ??= _batches.Fingerprint();
        (_isInPass, _batchesOfPass) = (true, 0);
    }

    // An epoch is a pass through the data, or so many steps in whatever pass.
    private bool Next(out Batch<TInput, TTarget> batch)
    {
        batch = default;

        // A damaged checkpoint may say that there were more.
        if (_stepsOfEpoch >= _options.StepsPerEpoch)
            return false;
        if (_isInPass && TryTake(out batch))
            return true;
        bool isOver = _isInPass && _options.StepsPerEpoch is null;
        if (isOver)
            return _isInPass = false;
        BeginPass();
        return TryTake(out batch) ? true : throw TrainableModel<TInput, TTarget>.NoSamples("data");
    }

    private bool TryTake(out Batch<TInput, TTarget> batch)
    {
        if (!_batches.Next(out batch))
            return false;
        _batchesOfPass++;
        return true;
    }

    private void TakeStep(Batch<TInput, TTarget> batch)
    {
        // Pending changes are applied before the step begins to bring rows up to date: this is the state that is saved below.
        if (_isGoodDue)
            _model.ApplyPending();
        Totals totals = _session.Propagate(batch.Data, batch.Samples, batch.Rows, _model.NextKey(), _threads, _optimizer);
        if (!double.IsFinite(totals.Loss))
            throw Diverged(Invariant($"The loss became {totals.Loss} at step {_stepsOfEpoch + 1} of epoch {_epochs + 1}"));
        if (_isGoodDue)
        {
            _good.Save();
            if (_stepsOfEpoch == 0 && _epochs > 0)
                _goodOf = Invariant($"after epoch {_epochs}");
            _isGoodDue = false;
        }

        _session.TakeStep(_optimizer, _threads);
        _steps++;
        _stepsOfEpoch++;
        _samples += batch.Rows;
        _lastRows = batch.Rows;
        _totals.Add(totals.Sums);
        _progress.Step(_stepsOfEpoch, _totals.Names, _totals.Means(_samples));
    }

    private void EndEpoch()
    {
        var training = new Evaluation(_totals, _samples);

        // A validation that is cancelled leaves a history of whole epochs.
        Evaluation? validation = _validate?.Invoke();
        Add("", training);
        if (validation is not null)
            Add("val_", validation);
        _history.EndEpoch(_progress.EndEpoch(_stepsOfEpoch, _totals.Names, [.. training.Metrics.Values], validation is null ? [] : [.. validation.Metrics.Values]));
        _epochs++;
        _totals.Clear();
        (_stepsOfEpoch, _samples, _timeBefore, _isGoodDue) = (0, 0, default, true);
    }

    private void Add(string prefix, Evaluation evaluation)
    {
        foreach ((string metric, double value) in evaluation.Metrics)
            _history.Add(prefix + metric, value);
    }

    private void SaveBetweenSteps()
    {
        if (!GoodState.IsFinite(_model.Weights, _optimizer))
            throw Diverged(Invariant($"Step {_stepsOfEpoch} of epoch {_epochs + 1} was too large for the weights or the running means to stay finite"));
        Save();
    }

    // Deferred steps are applied now, so that a training that goes on from here has the same bits as one that was not interrupted.
    private void Save()
    {
        if (_options.Checkpoint is not { } path)
            return;
        _model.ApplyPending();
        (ulong steps, ulong passes) = _model.RandomCounters;
        CheckpointFile.Write(path, _model, _optimizer, new CheckpointRecord
        {
            Settings = _settings,
            Data = _data!,
            LearningRate = _optimizer.LearningRate,
            OptimizerSteps = _optimizer.Steps,
            ModelSteps = steps,
            Passes = passes,
            BatchesOfPass = _isInPass ? _batchesOfPass : 0,
            Epochs = _epochs,
            Steps = _steps,
            StepsOfEpoch = _stepsOfEpoch,
            Samples = _samples,
            Losses = [.. _totals.Sums.ToArray().Select(sum => sum.Loss)],
            Corrects = [.. _totals.Sums.ToArray().Select(sum => sum.Correct)],
            Counted = [.. _totals.Sums.ToArray().Select(sum => sum.Weight)],
            Time = _stepsOfEpoch > 0 ? _progress.Elapsed : default,
            Metrics = _history.ToDictionary(),
            EpochTimes = _history.EpochTimes,
        });
    }

    private TrainingDivergedException Diverged(string what)
    {
        if (_good.IsSaved)
            _model.RollBackTo(_good);
        return new TrainingDivergedException(
            $"{what}. Weights and optimizer are those {_goodOf}. "
            + Invariant($"Lower the learning rate ({(float)_optimizer.LearningRate}) or scale the inputs to about -1 to 1."), _history);
    }
}
