using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace StaticNet;

/// <content>Training on data that need not fit into memory.</content>
public abstract partial class TrainableModel<TInput, TTarget>
{
    // What is kept of a source to draw samples from, unless options say otherwise.
    private const long BytesToShuffle = 1L << 28;

    // What is read of a source at a time to measure it, but for one tile at least.
    private const int SamplesToMeasure = 1024;
    private const long BytesToMeasure = 1L << 24;

    /// <summary>
    /// Trains the model on samples that are read while it trains, by a thread of its own. Each epoch reads the source from its beginning;
    /// a random order draws from as many samples as <see cref="FitOptions.ShuffleBuffer"/> says.
    /// </summary>
    /// <param name="data">What to train on.</param>
    /// <param name="options">Epochs, batch size, optimizer and the like; by default Keras' defaults.</param>
    /// <param name="validation">What to evaluate after each epoch: another source, or a data set.</param>
    /// <param name="cancellationToken">Stops training between two steps, and waiting for samples; the weights of the last finished step stay.</param>
    /// <returns>The metrics of each epoch.</returns>
    /// <exception cref="ArgumentException">
    /// Samples do not fit the model; where that shows before the first step, no weight has changed. A sample further on is met when it is read:
    /// then the weights of the last finished step stay.
    /// </exception>
    /// <exception cref="TrainingDivergedException">
    /// The loss or a weight became NaN or infinite; weights and optimizer are back at the last state whose loss was finite, which the message
    /// names.
    /// </exception>
    /// <exception cref="InsufficientMemoryException">There is no memory for a step on so many samples.</exception>
    /// <exception cref="IOException">A checkpoint cannot be written or read; the weights are those of the last finished step.</exception>
    /// <exception cref="UnauthorizedAccessException">A checkpoint may not be written, which shows before the first step.</exception>
    /// <exception cref="InvalidDataException">
    /// The checkpoint to go on from is damaged or of another model, and no weight has changed. Or a source that counts its samples gave fewer or
    /// more in one pass than in the first: the weights of the last finished step stay.
    /// </exception>
    /// <exception cref="TrainingCanceledException">The token was cancelled; the exception has the history of the epochs before.</exception>
    /// <exception cref="InvalidOperationException">The model is in training already, or the optimizer is that of another model.</exception>
    public History Fit(
        IDataSource<TInput, TTarget> data,
        FitOptions? options = null,
        IDataSource<TInput, TTarget>? validation = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new FitOptions();
        using TrainingGate.Training alone = Gate.Train();
        if (data is Dataset<TInput, TTarget> memory)
            Check(memory, nameof(data));
        if (validation is Dataset<TInput, TTarget> given && validation != data)
            Check(given, nameof(validation));
        IDataSource<TInput, TTarget> training = data;
        if (validation is null && options.ValidationSplit > 0)
            (training, validation) = SplitTail(data, options.ValidationSplit);
        Func<Evaluation>? validate = validation switch
        {
            null => null,
            Dataset<TInput, TTarget> measured => () => EvaluateChecked(measured, nameof(validation)),
            _ => () => EvaluateSource(validation, nameof(validation), cancellationToken),
        };
        using Batches<TInput, TTarget> batches = training is Dataset<TInput, TTarget> inMemory
            ? new DatasetBatches<TInput, TTarget>(inMemory, options.BatchSize)
            : new SourceBatches<TInput, TTarget>(this, training, options.BatchSize, options.ShuffleBuffer ?? DefaultShuffleBuffer, cancellationToken);
        return Train(batches, options, validate, cancellationToken);
    }

    /// <summary>
    /// Trains the model on a thread of its own, see <see cref="Fit(IDataSource{TInput, TTarget}, FitOptions?, IDataSource{TInput, TTarget}?, CancellationToken)"/>.
    /// Schedule and progress are called on that thread.
    /// </summary>
    /// <param name="data">What to train on: a source, or a data set.</param>
    /// <param name="options">Epochs, batch size, optimizer and the like; by default Keras' defaults.</param>
    /// <param name="validation">What to evaluate after each epoch.</param>
    /// <param name="cancellationToken">Stops training between two steps; the weights of the last finished step stay.</param>
    /// <returns>The metrics of each epoch, when training is over.</returns>
    public async Task<History> FitAsync(
        IDataSource<TInput, TTarget> data,
        FitOptions? options = null,
        IDataSource<TInput, TTarget>? validation = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);

        // The token is Fit's alone, so that what it throws is what the caller catches.
        return await Task.Factory.StartNew(
            () => Fit(data, options, validation, cancellationToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
    }

    /// <summary>Measures loss and accuracy on samples that are read meanwhile, once from the first to the last; dropout and the like are off.</summary>
    /// <param name="data">What to measure on.</param>
    /// <param name="cancellationToken">Stops waiting for samples.</param>
    /// <exception cref="ArgumentException">The samples do not fit the model, or there are none.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Evaluation Evaluate(IDataSource<TInput, TTarget> data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data is Dataset<TInput, TTarget> memory)
            return Evaluate(memory);
        long version = Gate.BeginReading();
        Evaluation evaluation = EvaluateSource(data, nameof(data), cancellationToken);
        Gate.EndReading(version);
        return evaluation;
    }

    /// <summary>What a source without samples meets.</summary>
    internal static ArgumentException NoSamples(string argument) => new("The data has no samples. Expected at least one.", argument);

    /// <summary>The bytes of a sample and its target.</summary>
    internal long BytesOfSample => ((long)Info.InputSize * Unsafe.SizeOf<TInput>()) + ((long)TargetSize * Unsafe.SizeOf<TTarget>());

    private int DefaultShuffleBuffer => (int)Math.Clamp(BytesToShuffle / BytesOfSample, 1, int.MaxValue);

    // What to train on and what to validate with, as Keras' validation_split cuts them.
    private static (IDataSource<TInput, TTarget> Head, IDataSource<TInput, TTarget> Tail) SplitTail(IDataSource<TInput, TTarget> data, double fraction)
    {
        if (data.Count is not (>= 0 and <= int.MaxValue))
        {
            throw new ArgumentException(
                Invariant($"{nameof(FitOptions.ValidationSplit)} is {fraction}: it takes the end of data whose samples can be counted, which those of this source cannot. Pass what to validate with as validation."),
                nameof(data));
        }

        int count = (int)data.Count.Value, head = Dataset.HeadOf(count, fraction);
        if (head == 0 || head == count)
        {
            string use = head == 0 ? "train on. Use more data or a smaller split" : "validate with. Use more data, or a larger split, or 0 for none";
            throw new ArgumentException(Invariant($"A validation split of {fraction} leaves none of the {count} samples to {use}."), nameof(data));
        }

        return data is Dataset<TInput, TTarget> memory ? memory.SplitTail(fraction) : (data.Take(head), data.Skip(head));
    }

    private Evaluation EvaluateSource(IDataSource<TInput, TTarget> data, string argument, CancellationToken cancellationToken)
    {
        PrepareInference();
        int tile = Info.Memory.InferenceRows, tiles = (int)Math.Max(1, Math.Min(SamplesToMeasure, BytesToMeasure / BytesOfSample) / tile);
        var buffer = new SampleBuffer<TInput, TTarget>(Info.InputSize, TargetSize, tiles * tile);
        using var reader = new CheckedReader<TInput, TTarget>(this, data, argument, cancellationToken);
        var totals = new Totals(Info.Outputs);
        long samples = 0;
        while (buffer.Fill(reader) is > 0 and int count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Measure(buffer.AsDataset(count), totals, argument);
            samples += count;
        }

        if (samples == 0)
            throw NoSamples(argument);
        totals.EndBatch(samples);
        return new Evaluation(totals, samples);
    }
}
