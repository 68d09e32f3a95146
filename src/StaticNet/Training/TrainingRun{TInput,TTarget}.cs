using StaticNet.Kernels;
using static System.FormattableString;

namespace StaticNet;

/// <summary>A training from its first epoch to its last, once it is known with what.</summary>
/// <param name="model">The model.</param>
/// <param name="options">How to train it.</param>
/// <param name="batches">What with.</param>
/// <param name="validate">What measures it after each epoch, if anything.</param>
/// <param name="session">The memory of its steps.</param>
/// <param name="optimizer">The rule of its steps.</param>
internal sealed class TrainingRun<TInput, TTarget>(
    TrainableModel<TInput, TTarget> model, FitOptions options, Batches<TInput, TTarget> batches, Func<Evaluation>? validate,
    Session<TInput, TTarget> session, Optimizer optimizer)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly int _threads = model.ThreadsFor(options.Threads, batches.Largest);
    private readonly GoodState _good = new(model, optimizer);
    private readonly ProgressReporter _progress = new(options, TimeProvider.System);
    private readonly History _history = new();

    // Whose the state is that training goes back to if it diverges.
    private string _goodOf = "that Fit began with";

    // What the epoch under way has come to.
    private int _step;
    private long _samples;
    private SampleLoss _totals;
    private int _lastRows;

    /// <summary>Trains.</summary>
    public History Run(CancellationToken cancellationToken)
    {
        for (int epoch = 1; epoch <= options.Epochs; epoch++)
            RunEpoch(epoch, cancellationToken);
        return _history;
    }

    private void RunEpoch(int epoch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (options.LearningRateSchedule is { } schedule)
            optimizer.LearningRate = schedule(epoch - 1, optimizer.LearningRate);
        (_step, _samples, _totals) = (0, 0, default);
        _progress.BeginEpoch(epoch, batches.Count!.Value);
        ulong seed = model.NextPass();
        batches.BeginPass(options.Shuffle ? seed : null);
        while (batches.Next(out Batch<TInput, TTarget> batch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            TakeStep(batch, epoch);
        }

        // No loss follows the last step of all: what it made of the weights shows on samples of its own batch.
        if (!GoodState.IsFinite(model, optimizer) || (epoch == options.Epochs && !double.IsFinite(model.LossOf(session, _lastRows))))
            throw Diverged(Invariant($"The last step of epoch {epoch} was too large for the weights, the running means or the loss to stay finite"));
        EndEpoch(epoch);
    }

    private void TakeStep(Batch<TInput, TTarget> batch, int epoch)
    {
        // What is put off is made up for before the step begins to bring rows up to date: this is the state that is kept below.
        bool isFirst = _step == 0;
        if (isFirst)
            model.Settle();
        SampleLoss totals = session.Propagate(batch.Data, batch.Samples, batch.Rows, model.NextKey(), _threads, optimizer);
        if (!double.IsFinite(totals.Loss))
            throw Diverged(Invariant($"The loss became {totals.Loss} at step {_step + 1} of epoch {epoch}"));
        if (isFirst)
        {
            _good.Save();
            if (epoch > 1)
                _goodOf = Invariant($"after epoch {epoch - 1}");
        }

        session.TakeStep(optimizer, _threads);
        _step++;
        _samples += batch.Rows;
        _lastRows = batch.Rows;
        _totals = new SampleLoss(_totals.Loss + totals.Loss, _totals.Correct + totals.Correct);
        _progress.Step(_step, _totals.Loss / _samples, model.HasAccuracy ? _totals.Correct / _samples : null);
    }

    private void EndEpoch(int epoch)
    {
        var training = new Evaluation(_totals, _samples, model.HasAccuracy);
        Add("", training);
        Evaluation? validation = validate?.Invoke();
        if (validation is not null)
            Add("val_", validation);
        _history.EndEpoch(_progress.EndEpoch(training.Loss, training.Accuracy, validation?.Loss, validation?.Accuracy));
    }

    private void Add(string prefix, Evaluation evaluation)
    {
        _history.Add(prefix + "loss", evaluation.Loss);
        if (evaluation.Accuracy is { } accuracy)
            _history.Add(prefix + "accuracy", accuracy);
    }

    private TrainingDivergedException Diverged(string what)
    {
        if (_good.IsSaved)
            _good.Restore();
        return new TrainingDivergedException(
            $"{what}. Weights and optimizer are those {_goodOf}. "
            + Invariant($"Lower the learning rate ({optimizer.LearningRate}) or scale the inputs to about -1 to 1."));
    }
}
