using System.ComponentModel;
using System.Runtime.InteropServices;
using StaticNet.Kernels;
using static System.FormattableString;

namespace StaticNet;

/// <summary>
/// A model with a loss: it trains, evaluates and predicts. Only one thread may train it, and none predict meanwhile.
/// </summary>
/// <typeparam name="TInput">What a sample is made of.</typeparam>
/// <typeparam name="TTarget">
/// What a target is made of: <see cref="int"/>, a class label, for <see cref="Loss.SparseCategoricalCrossentropy"/>; else
/// <see cref="float"/>, as many numbers as the model has outputs.
/// </typeparam>
public abstract unsafe class TrainableModel<TInput, TTarget> : Model<TInput>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private Session<TInput, TTarget>? _session;
    private ulong _stepsTaken;
    private ulong _epochsBegun;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TrainableModel(ModelInfo? info = null, int seed = 0)
        : base(info, seed)
    {
    }

    private Loss Loss => Info.Loss!.Value;

    private static bool IsSparse => typeof(TTarget) == typeof(int);

    private int TargetSize => IsSparse ? 1 : Info.OutputSize;

    private bool HasAccuracy
        => Loss is Loss.BinaryCrossentropy or Loss.CategoricalCrossentropy or Loss.SparseCategoricalCrossentropy;

    /// <summary>Trains the model, as Keras' <c>fit</c>: in each epoch through all the data, a batch a step.</summary>
    /// <param name="data">What to train on. <see cref="FitOptions.ValidationSplit"/> takes its end away.</param>
    /// <param name="options">Epochs, batch size, optimizer and the like; by default Keras' defaults.</param>
    /// <param name="validation">What to evaluate after each epoch; takes precedence over <see cref="FitOptions.ValidationSplit"/>.</param>
    /// <param name="cancellationToken">Stops training between two steps; the weights of the last finished step stay.</param>
    /// <returns>The metrics of each epoch.</returns>
    /// <exception cref="ArgumentException">
    /// The data does not fit the model: sizes, labels or tokens out of range, NaN or infinity, no samples. No weight has changed.
    /// </exception>
    /// <exception cref="TrainingDivergedException">The loss became NaN or infinite; the weights are put back.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The optimizer is that of another model.</exception>
    public History Fit(
        Dataset<TInput, TTarget> data,
        FitOptions? options = null,
        Dataset<TInput, TTarget>? validation = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new FitOptions();
        Dataset<TInput, TTarget> training = data;
        if (validation is null && options.ValidationSplit > 0)
            (training, validation) = data.SplitTail(options.ValidationSplit);
        Check(data, nameof(data));
        if (validation is not null)
            Check(validation, validation == data ? nameof(data) : nameof(validation));
        if (training.Count == 0)
        {
            throw new ArgumentException(
                Invariant($"A validation split of {options.ValidationSplit} leaves none of the {data.Count} samples to train on. Use more data or a smaller split."),
                nameof(data));
        }

        Optimizer optimizer = options.Optimizer ?? new Adam();
        Bind(optimizer);
        int batchSize = Math.Min(options.BatchSize, training.Count);
        int threads = ThreadsFor(options.Threads, batchSize);
        Session<TInput, TTarget> session = SessionFor(batchSize);
        var goodWeights = new AlignedBuffer(Weights.Length);
        var order = new int[training.Count];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;

        var history = new History();
        var progress = new ProgressReporter(options, TimeProvider.System);
        int steps = (int)(((long)training.Count + options.BatchSize - 1) / options.BatchSize);
        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (options.LearningRateSchedule is { } schedule)
                optimizer.LearningRate = schedule(epoch - 1, optimizer.LearningRate);
            session.Prepare();
            progress.BeginEpoch(epoch, steps);
            if (options.Shuffle)
                RandomSource.Permute(order, RandomSource.Combine((ulong)Seed, ~_epochsBegun));
            _epochsBegun++;
            double loss = 0, correct = 0;
            for (int step = 0, done = 0; step < steps; step++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int rows = Math.Min(options.BatchSize, training.Count - done);

                // What is put off is made up for before the step begins to bring rows up to date: these are the weights that are kept below.
                if (step == 0)
                    Settle();
                SampleLoss totals = session.Propagate(training, order.AsMemory(done, rows), rows, NextKey(), threads, optimizer);
                if (!double.IsFinite(totals.Loss))
                {
                    optimizer.Settle();
                    if (step > 0 || epoch > 1)
                        goodWeights.Span.CopyTo(Weights.Span);
                    WeightsChanged();
                    throw new TrainingDivergedException(
                        Invariant($"The loss became {totals.Loss} at step {step + 1} of epoch {epoch}. The weights are back at the last epoch's start that gave a finite loss. ")
                        + Invariant($"Lower the learning rate ({optimizer.LearningRate}) or scale the inputs to about -1 to 1."));
                }

                if (step == 0)
                    Weights.Span.CopyTo(goodWeights.Span);

                session.TakeStep(optimizer, threads);
                done += rows;
                loss += totals.Loss;
                correct += totals.Correct;
                progress.Step(step + 1, loss / done, HasAccuracy ? correct / done : double.NaN);
            }

            loss /= training.Count;
            double accuracy = HasAccuracy ? correct / training.Count : double.NaN;
            history.Add("loss", loss);
            if (HasAccuracy)
                history.Add("accuracy", accuracy);
            Evaluation? evaluation = validation is null ? null : EvaluateChecked(validation);
            if (evaluation is not null)
            {
                history.Add("val_loss", evaluation.Loss);
                if (HasAccuracy)
                    history.Add("val_accuracy", evaluation.Accuracy!.Value);
            }

            history.EndEpoch(progress.EndEpoch(loss, accuracy, evaluation?.Loss ?? double.NaN, evaluation?.Accuracy ?? double.NaN));
        }

        return history;
    }

    /// <summary>Measures loss and accuracy on data, as Keras' <c>evaluate</c>; dropout and the like are off.</summary>
    /// <exception cref="ArgumentException">The data does not fit the model.</exception>
    public Evaluation Evaluate(Dataset<TInput, TTarget> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Check(data, nameof(data));
        return EvaluateChecked(data);
    }

    /// <summary>Takes one step on one batch, as Keras' <c>train_on_batch</c>.</summary>
    /// <param name="inputs">The samples, one behind the other.</param>
    /// <param name="targets">Their targets, one behind the other.</param>
    /// <param name="optimizer">The rule of the step; pass the same one each time.</param>
    /// <exception cref="ArgumentException">The batch does not fit the model. No weight has changed.</exception>
    /// <exception cref="TrainingDivergedException">The loss is NaN or infinite. No weight has changed.</exception>
    /// <exception cref="InvalidOperationException">The optimizer is that of another model.</exception>
    public BatchResult TrainOnBatch(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        Bind(optimizer);
        SampleLoss totals = PropagateBatch(inputs, targets, optimizer, out int rows);
        if (!double.IsFinite(totals.Loss))
        {
            optimizer.Settle();
            throw new TrainingDivergedException(
                Invariant($"The loss is {totals.Loss / rows}. The step was not taken. Lower the learning rate ({optimizer.LearningRate}) or scale the inputs to about -1 to 1."));
        }

        _session!.TakeStep(optimizer, ThreadsFor(Threads, rows));
        return ResultOf(totals, rows);
    }

    /// <summary>Computes loss, accuracy and gradients of a batch without taking a step.</summary>
    internal BatchResult ComputeGradients(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets)
    {
        Settle();
        SampleLoss totals = PropagateBatch(inputs, targets, null, out int rows);
        _session!.KeepGradients(ThreadsFor(Threads, rows));
        return ResultOf(totals, rows);
    }

    /// <summary>Copies the gradient that <see cref="ComputeGradients"/> found for a parameter.</summary>
    internal void CopyGradientTo(Parameter parameter, Span<float> target) => parameter.Gather(_session!.Gradients, target);

    internal void PrepareCore(float* parameters, float* derived) => Prepare(parameters, derived);

    internal void PropagateCore(in TrainingStep<TInput, TTarget> step, int phase, int first, int rows)
        => Propagate(step, phase, first, rows);

    internal void CombineCore(in TrainingStep<TInput, TTarget> step, int phase) => Combine(step, phase);

    internal void TouchCore(in TrainingStep<TInput, TTarget> step, int part, int parts) => Touch(step, part, parts);

    internal void UpdateCore(in TrainingStep<TInput, TTarget> step, int part, int parts) => Update(step, part, parts);

    /// <summary>Derives from the weights what training steps read, such as transposed kernels.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Prepare(float* parameters, float* derived) => throw NoCode();

    /// <summary>Finds the rows of tables that the batch reads, a part of them, and brings them up to date.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Touch(in TrainingStep<TInput, TTarget> step, int part, int parts)
    {
    }

    /// <summary>Forward pass, losses and backward pass through the activations of some samples, in a model that does so in one phase.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Propagate(in TrainingStep<TInput, TTarget> step, int first, int rows)
    {
    }

    /// <summary>The same in a model of several phases, of which all samples finish one before any begins the next.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Propagate(in TrainingStep<TInput, TTarget> step, int phase, int first, int rows) => Propagate(step, first, rows);

    /// <summary>Puts together what the samples of a phase measured.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Combine(in TrainingStep<TInput, TTarget> step, int phase)
    {
    }

    /// <summary>The last phase of a step: gradients and new values of a part of all weights.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Update(in TrainingStep<TInput, TTarget> step, int part, int parts) => throw NoCode();

    /// <summary>
    /// The losses of up to <see cref="MemoryPlan.InferenceRows"/> samples without dropout and the like.
    /// <paramref name="workspace"/> has room for <see cref="MemoryPlan.Inference"/> floats.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Measure(
        float* parameters, TInput* inputs, TTarget* targets, float* prepared, float* workspace,
        SampleLoss* losses, int rows)
        => throw NoCode();

    private SampleLoss PropagateBatch(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, Optimizer? optimizer, out int rows)
    {
        rows = Guard.Samples(inputs.Length, Info.InputSize, nameof(inputs));
        Guard.SameLength(targets.Length, rows * TargetSize, "The list of targets", nameof(targets));
        CheckValues(inputs, targets, nameof(inputs), nameof(targets));
        Session<TInput, TTarget> session = SessionFor(rows);
        inputs.CopyTo(session.Inputs(rows));
        targets.CopyTo(session.Targets(rows));
        session.Prepare();
        return session.Propagate(rows, NextKey(), ThreadsFor(Threads, rows), optimizer);
    }

    // What another optimizer has put off is made up for before this one begins.
    private void Bind(Optimizer optimizer)
    {
        optimizer.Bind(Weights, Info.Parameters);
        SettleUnlessBy(optimizer);
    }

    private BatchResult ResultOf(SampleLoss totals, int rows) => new(totals.Loss / rows, HasAccuracy ? totals.Correct / rows : double.NaN);

    private uint NextKey() => (uint)RandomSource.Combine((ulong)Seed, _stepsTaken++);

    // Forward, gradient of the activations, gradient of the weights: three products of one size.
    private int ThreadsFor(int most, int samples) => Workers.Paying(most, 3 * Info.Memory.Operations * samples);

    private Session<TInput, TTarget> SessionFor(int rows)
        => _session is { } session && session.Capacity >= rows ? session : _session = new(this, TargetSize, rows);

    private Evaluation EvaluateChecked(Dataset<TInput, TTarget> data)
    {
        PrepareInference();
        var work = new Measuring(this, data);
        Workers.Run(work, Workers.Paying(Threads, Info.Memory.Operations * data.Count));
        return new Evaluation(work.Totals, data.Count, HasAccuracy);
    }

    /// <summary>Losses of a data set, summed by tiles of samples whatever the threads.</summary>
    private sealed class Measuring(TrainableModel<TInput, TTarget> model, Dataset<TInput, TTarget> data) : IParts
    {
        private readonly SampleLoss[] _tiles = new SampleLoss[(data.Count + model.Info.Memory.InferenceRows - 1) / model.Info.Memory.InferenceRows];

        public SampleLoss Totals => Sum(_tiles);

        public void Do(int part, int parts)
        {
            int rows = model.Info.Memory.InferenceRows;
            Span<SampleLoss> losses = stackalloc SampleLoss[rows];
            AlignedBuffer workspace = model.RentWorkspace();
            fixed (TInput* inputs = data.Inputs.Span)
            fixed (TTarget* targets = data.Targets.Span)
            fixed (SampleLoss* each = losses)
            {
                for (int tile = (int)((long)_tiles.Length * part / parts); tile < (int)((long)_tiles.Length * (part + 1) / parts); tile++)
                {
                    int sample = tile * rows, count = Math.Min(rows, data.Count - sample);
                    model.Measure(
                        model.Weights.Start, inputs + ((nint)sample * model.Info.InputSize), targets + ((nint)sample * model.TargetSize),
                        model.Prepared, workspace.Start, each, count);
                    _tiles[tile] = Sum(losses[..count]);
                }
            }

            model.ReturnWorkspace(workspace);
            GC.KeepAlive(model);
        }

        private static SampleLoss Sum(ReadOnlySpan<SampleLoss> losses)
        {
            double loss = 0, correct = 0;
            foreach (SampleLoss each in losses)
                (loss, correct) = (loss + each.Loss, correct + each.Correct);
            return new SampleLoss(loss, correct);
        }
    }

    private void Check(Dataset<TInput, TTarget> data, string argument)
    {
        if (data.Count == 0)
            throw new ArgumentException("The data set is empty. Expected at least one sample.", argument);
        if (data.InputSize != Info.InputSize)
        {
            throw new ArgumentException(
                Invariant($"A sample has {data.InputSize} numbers. {Info.Name} expects {Info.InputSize}: shape ({string.Join(", ", Info.InputShape)})."), argument);
        }

        if (data.TargetSize != TargetSize)
        {
            throw new ArgumentException(
                Invariant($"A target has {data.TargetSize} numbers. {Info.Name} expects {TargetSize}{(IsSparse ? ", a class label" : ", one for each output")}."),
                argument);
        }

        CheckValues(data.Inputs.Span, data.Targets.Span, argument, argument);
    }

    private void CheckValues(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, string inputArgument, string targetArgument)
    {
        if (typeof(TInput) == typeof(float))
            Guard.Finite(MemoryMarshal.Cast<TInput, float>(inputs), Info.InputSize, "Sample", inputArgument);
        CheckTokens(inputs, inputArgument);
        if (IsSparse)
        {
            Guard.LabelsInRange(MemoryMarshal.Cast<TTarget, int>(targets), Info.OutputSize, targetArgument);
            return;
        }

        ReadOnlySpan<float> numbers = MemoryMarshal.Cast<TTarget, float>(targets);
        Guard.Finite(numbers, TargetSize, "Target", targetArgument);
        if (Loss is Loss.BinaryCrossentropy or Loss.CategoricalCrossentropy)
            Guard.Probabilities(numbers, TargetSize, Loss, targetArgument);
    }
}
