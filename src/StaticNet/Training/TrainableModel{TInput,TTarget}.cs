using System.ComponentModel;
using StaticNet.Files;
using StaticNet.Kernels;
using static System.FormattableString;

namespace StaticNet;

/// <summary>
/// A model with a loss: it trains, evaluates and predicts. One training at a time, and nobody but its own callbacks uses the model meanwhile;
/// anything else is refused.
/// </summary>
/// <typeparam name="TInput">What a sample is made of.</typeparam>
/// <typeparam name="TTarget">
/// What a target is made of: <see cref="int"/>, a class label, for <see cref="Loss.SparseCategoricalCrossentropy"/>; else
/// <see cref="float"/>, as many numbers as the output has; <see cref="Mixed"/> where there are several outputs.
/// </typeparam>
public abstract unsafe partial class TrainableModel<TInput, TTarget> : Model<TInput>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>
    /// The steps of <see cref="TrainOnBatch"/> from one state that is saved to roll back to, to the next. Saving one takes as long as some steps do,
    /// of a model with a table as ten; so seldom that does not count. It falls on a step after which no other is deferred anyway.
    /// </summary>
    private const int StepsBetweenGoodStates = 2 * Optimizer.MaxDeferredSteps;

    private readonly Pool<EvaluationWorkspace<TInput, TTarget>> _workspaces;
    private readonly int _inputSize;
    private readonly int[] _rowsOfOutputs;
    private Session<TInput, TTarget>? _session;

    // Steps of TrainOnBatch follow each other from one version of the weights on as long as nobody else changes them.
    private long _beginning;
    private long _versionOfLastStep;
    private ulong _stepsTaken;
    private ulong _passesBegun;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TrainableModel(int seed = 0)
        : base(seed)
    {
        Type expected = Info.Outputs.Count > 1 ? typeof(Mixed) : Info.Outputs[0].TakesLabels ? typeof(int) : typeof(float);
        if (typeof(TTarget) != expected)
            throw new NotSupportedException($"{Info.Name} takes targets of {typeof(TTarget)}. Expected {expected}, for {string.Join(", ", Info.Outputs.Select(output => output.Loss))}.");
        TargetColumns = new Columns(Info.Outputs.Select(output => output.TargetSize));
        _inputSize = Info.InputSize;
        _rowsOfOutputs = [.. Info.Outputs.Select(output => output.Rows)];
        TargetSize = TargetColumns.Total;
        LossRows = _rowsOfOutputs.Sum();
        _workspaces = new Pool<EvaluationWorkspace<TInput, TTarget>>(() => new EvaluationWorkspace<TInput, TTarget>(Info, TargetSize, LossRows, Guards));
    }

    /// <summary>The targets of a sample, one for each output.</summary>
    internal Columns TargetColumns { get; }

    /// <summary>The numbers of a target.</summary>
    internal int TargetSize { get; }

    /// <summary>How many operations of a product take as long as the step of a weight.</summary>
    private const double OperationsOfUpdate = 30;

    /// <summary>The losses of a sample: of each output as many as it has rows, such as the steps of a sequence.</summary>
    internal int LossRows { get; }

    private bool IsOneOutput => Info.Outputs.Count == 1;

    // Whether all that is asked of it is labels.
    private static bool TakesLabels => typeof(TTarget) == typeof(int);

    /// <summary>Trains the model, as Keras' <c>fit</c>: in each epoch through all the data, a batch a step.</summary>
    /// <param name="data">What to train on. <see cref="FitOptions.ValidationSplit"/> takes its end away.</param>
    /// <param name="options">Epochs, batch size, optimizer and the like; by default Keras' defaults.</param>
    /// <param name="validation">What to evaluate after each epoch; takes precedence over <see cref="FitOptions.ValidationSplit"/>.</param>
    /// <param name="cancellationToken">Stops training between two steps; the weights of the last finished step stay.</param>
    /// <returns>The metrics of each epoch.</returns>
    /// <exception cref="ArgumentException">
    /// The data does not fit the model: sizes, labels or tokens out of range, NaN or infinity, no samples, a batch too large for memory. No
    /// weight has changed, unless data that was good when training began was changed meanwhile: then the weights of the last finished step stay.
    /// </exception>
    /// <exception cref="TrainingDivergedException">
    /// The loss or a weight became NaN or infinite; weights and optimizer are back at the last state whose loss was finite, which the message
    /// names. The exception has the history of the epochs before.
    /// </exception>
    /// <exception cref="InsufficientMemoryException">There is no memory for a step on so many samples.</exception>
    /// <exception cref="IOException">A checkpoint cannot be written or read; the weights are those of the last finished step.</exception>
    /// <exception cref="UnauthorizedAccessException">A checkpoint may not be written, which shows before the first step.</exception>
    /// <exception cref="InvalidDataException">The checkpoint to go on from is damaged or of another model. No weight has changed.</exception>
    /// <exception cref="TrainingCanceledException">The token was cancelled; the exception has the history of the epochs before.</exception>
    /// <exception cref="InvalidOperationException">The model is in training already, or the optimizer is that of another model.</exception>
    public History Fit(
        Dataset<TInput, TTarget> data,
        FitOptions? options = null,
        Dataset<TInput, TTarget>? validation = null,
        CancellationToken cancellationToken = default)
        => Fit((IDataSource<TInput, TTarget>)data, options, validation, cancellationToken);

    private History Train(
        Batches<TInput, TTarget> batches, FitOptions options, Func<Evaluation>? validate, CancellationToken cancellationToken)
    {
        RequireCheckpoint(options);
        Optimizer optimizer = options.Optimizer ?? new Adam();
        Session<TInput, TTarget> session = SessionFor(batches.Largest);
        bool isNew = Bind(optimizer);
        try
        {
            return new TrainingRun<TInput, TTarget>(this, options, batches, validate, session, optimizer).Run(cancellationToken);
        }
        catch
        {
            Abandon(optimizer, isNew);
            throw;
        }
    }

    // Before an epoch is spent that could not be kept.
    private static void RequireCheckpoint(FitOptions options)
    {
        if (options.Checkpoint is not { } path)
        {
            if (!options.Resume && options.CheckpointEvery is null)
                return;
            throw new ArgumentException(
                $"{(options.Resume ? nameof(FitOptions.Resume) : nameof(FitOptions.CheckpointEvery))} is set, but no {nameof(FitOptions.Checkpoint)}. Name the file.",
                nameof(options));
        }

        CheckpointFile.RequireWritable(path, options.Resume);
    }

    /// <summary>Measures loss and accuracy on data, as Keras' <c>evaluate</c>; dropout and the like are off.</summary>
    /// <remarks>
    /// Where a mask leaves out steps of an output, the loss is the mean of all steps that count: that of Keras with all data in one batch. Keras weighs the
    /// means of batches, of 32 samples unless told otherwise, by their samples, so that there the loss depends on the size of batches.
    /// </remarks>
    /// <exception cref="ArgumentException">The data does not fit the model.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    public Evaluation Evaluate(Dataset<TInput, TTarget> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Check(data, nameof(data));
        long version = Gate.BeginReading();
        Evaluation evaluation = EvaluateChecked(data, nameof(data));
        Gate.EndReading(version);
        return evaluation;
    }

    /// <summary>Takes one step on one batch, as Keras' <c>train_on_batch</c>.</summary>
    /// <param name="inputs">The samples, one behind the other.</param>
    /// <param name="targets">Their targets, one behind the other.</param>
    /// <param name="optimizer">The rule of the step; pass the same one each time.</param>
    /// <exception cref="ArgumentException">The batch does not fit the model. Neither the model nor the optimizer has changed.</exception>
    /// <exception cref="InsufficientMemoryException">There is no memory for a step on so many samples.</exception>
    /// <exception cref="TrainingDivergedException">
    /// The loss is NaN or infinite. The step was not taken. Where an earlier one has left NaN or infinity behind, weights and optimizer are
    /// back at a state before it; the message says which.
    /// </exception>
    /// <exception cref="InvalidOperationException">The model is in training already, or the optimizer is that of another model.</exception>
    public BatchResult TrainOnBatch(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        using TrainingGate.Training alone = Gate.Train();
        Session<TInput, TTarget> session = LoadBatch(inputs, targets, out int rows);
        bool isNew = Bind(optimizer);
        try
        {
            if (_versionOfLastStep != Gate.Version)
                _beginning = _versionOfLastStep = Gate.Version;
            GoodState good = optimizer.LastGood ??= new GoodState(Weights, optimizer);
            bool isDue = !good.IsSaved || good.Beginning != _beginning || optimizer.Steps - good.Steps >= StepsBetweenGoodStates;
            if (isDue)
                ApplyPending();
            int threads = ThreadsFor(rows);
            uint key = NextKey();
            Totals totals = session.Propagate(rows, key, threads, optimizer);
            if (!double.IsFinite(totals.Loss))
            {
                string where = RollBack(good, optimizer, session, rows, key, threads);
                throw new TrainingDivergedException(
                    Invariant($"The loss is {totals.Loss / rows}. The step was not taken. {where}. ")
                    + Invariant($"Lower the learning rate ({(float)optimizer.LearningRate}) or scale the inputs to about -1 to 1."));
            }

            if (isDue)
                good.Save(_beginning);
            session.TakeStep(optimizer, threads);
            _versionOfLastStep = Gate.Version;
            return ResultOf(totals, rows);
        }
        catch
        {
            Abandon(optimizer, isNew);
            throw;
        }
    }

    internal void PrepareCore(float* parameters, float* derived) => Prepare(parameters, derived);

    internal void PropagateCore(in TrainingStep<TInput, TTarget> step, int phase, int first, int rows)
        => Propagate(Weights.Start, step, phase, first, rows);

    internal void ReduceCore(in TrainingStep<TInput, TTarget> step, int phase) => Reduce(Weights.Start, step, phase);

    internal void FindTableRowsCore(in TrainingStep<TInput, TTarget> step, int part, int parts) => FindTableRows(Weights.Start, step, part, parts);

    internal void UpdateCore(in TrainingStep<TInput, TTarget> step, int part, int parts) => Update(Weights.Start, step, part, parts);

    /// <summary>Derives from the weights what training steps read, such as transposed kernels.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Prepare(float* parameters, float* derived) => throw NoCode();

    /// <summary>Lists the rows of tables that the batch reads, a part of them, and brings them up to date.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FindTableRows(float* parameters, in TrainingStep<TInput, TTarget> step, int part, int parts)
    {
    }

    /// <summary>Forward pass, losses and backward pass through the activations of some samples, in a model that does so in one phase.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Propagate(float* parameters, in TrainingStep<TInput, TTarget> step, int first, int rows)
    {
    }

    /// <summary>The same in a model of several phases, of which all samples finish one before any begins the next.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Propagate(float* parameters, in TrainingStep<TInput, TTarget> step, int phase, int first, int rows)
        => Propagate(parameters, step, first, rows);

    /// <summary>Reduces what a phase measured of each sample to statistics of the batch.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Reduce(float* parameters, in TrainingStep<TInput, TTarget> step, int phase)
    {
    }

    /// <summary>The last phase of a step: gradients and new values of a part of all weights.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Update(float* parameters, in TrainingStep<TInput, TTarget> step, int part, int parts) => throw NoCode();

    /// <summary>
    /// The losses of up to <see cref="MemoryPlan.InferenceRows"/> samples without dropout and the like.
    /// <paramref name="workspace"/> has room for <see cref="MemoryPlan.Inference"/> floats.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Measure(
        float* parameters, TInput* inputs, TTarget* targets, float* prepared, float* workspace,
        SampleLoss* losses, int rows)
        => throw NoCode();

    // Nothing has changed if the batch is refused.
    private Session<TInput, TTarget> LoadBatch(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, out int rows)
    {
        rows = Guard.Samples(inputs.Length, Info.InputSize, nameof(inputs));
        Guard.SameLength(targets.Length, (long)rows * TargetSize, "The list of targets", nameof(targets));
        CheckNumbers(inputs, targets, nameof(inputs), nameof(targets));
        Session<TInput, TTarget> session = SessionFor(rows);
        session.Load(inputs, targets);
        return session;
    }

    // What another optimizer has deferred is applied before this one begins. Tells whether the optimizer had no model so far.
    private bool Bind(Optimizer optimizer)
    {
        bool isNew = optimizer.Bind(Weights, Info.Parameters, Guards);
        Store.ApplyPendingUnlessOf(optimizer);
        return isNew;
    }

    // After a step that was not finished: rows that it has brought up to date are no step of their own.
    private static void Abandon(Optimizer optimizer, bool isNew)
    {
        optimizer.ApplyDeferred();
        if (isNew && optimizer.Steps == 0)
            optimizer.Unbind();
    }

    // Whether steps before a batch without a loss are at fault, or the batch itself, shows by its loss before those steps.
    private string RollBack(GoodState good, Optimizer optimizer, Session<TInput, TTarget> session, int rows, uint key, int threads)
    {
        optimizer.ApplyDeferred();
        if (!good.IsSaved || good.Beginning != _beginning)
        {
            return "Weights and optimizer are those before the call"
                + (GoodState.IsFinite(Weights, optimizer) ? "" : ", which hold NaN or infinity: give the model finite weights");
        }

        var now = new GoodState(Weights, optimizer);
        now.Save();
        RollBackTo(good);
        bool stepsAreAtFault = double.IsFinite(session.Propagate(rows, key, threads, optimizer).Loss);
        optimizer.ApplyDeferred();
        if (!stepsAreAtFault)
            RollBackTo(now);
        _versionOfLastStep = Gate.Version;
        return stepsAreAtFault
            ? Invariant($"An earlier step was too large: weights and optimizer are those after step {good.Steps} of the optimizer")
            : "Weights and optimizer are those before the call";
    }

    /// <summary>Rolls back to a saved state.</summary>
    internal void RollBackTo(GoodState good)
    {
        good.Restore();
        Store.Changed();
    }

    private static BatchResult ResultOf(Totals totals, int rows) => new(totals.Loss / rows, totals.Accuracy);

    /// <summary>The key of the random choices of the next step.</summary>
    internal uint NextKey() => (uint)RandomSource.Combine((ulong)Seed, _stepsTaken++);

    /// <summary>
    /// How many steps have made random choices, and how many passes through the data have begun: random choices to come depend on both.
    /// </summary>
    internal (ulong Steps, ulong Passes) RandomCounters
    {
        get => (_stepsTaken, _passesBegun);
        set => (_stepsTaken, _passesBegun) = value;
    }

    /// <summary>The seed of the random order of the next pass through the data.</summary>
    internal ulong NextPass() => RandomSource.Combine((ulong)Seed, ~_passesBegun++);

    /// <summary>
    /// How many threads a step is worth. Forward, gradient of the activations, gradient of the weights: three products of one size; and each
    /// weight gets a step of the optimizer, whatever the number of samples.
    /// </summary>
    internal int ThreadsFor(int samples) => Workers.ThreadsFor(Threads, (3.0 * Info.Memory.Operations * samples) + (OperationsOfUpdate * WeightsPerSample));

    private Session<TInput, TTarget> SessionFor(int rows)
    {
        if (_session is { } session && session.Capacity >= rows)
            return session;
        try
        {
            return _session = new(this, rows);
        }
        catch (OutOfMemoryException e)
        {
            throw new InsufficientMemoryException(
                Invariant($"{nameof(FitOptions.BatchSize)}: there is no memory for a step of {Info.Name} on {rows} samples at once. Use smaller batches, or a smaller model."), e);
        }
    }
}
