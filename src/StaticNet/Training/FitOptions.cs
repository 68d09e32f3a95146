namespace StaticNet;

/// <summary>How to train. Every default is Keras'.</summary>
/// <example>
/// <code>
/// var options = new FitOptions { Epochs = 10, BatchSize = 64, ValidationSplit = 0.1, Optimizer = new Adam(0.001) };
/// History history = model.Fit(train, options);
/// Console.WriteLine(history["val_accuracy"][^1]);
/// </code>
/// </example>
public sealed class FitOptions
{
    /// <summary>How often to go through the data; 1 by default.</summary>
    public int Epochs { get; init => field = Guard.Positive(value, nameof(Epochs)); } = 1;

    /// <summary>How many samples make a step; 32 by default. The last batch of an epoch may be smaller.</summary>
    public int BatchSize { get; init => field = Guard.Positive(value, nameof(BatchSize)); } = 32;

    /// <summary>
    /// The part of the data, taken from its end before any shuffling, that is not trained on but evaluated after each epoch; 0 by
    /// default, at least 0 and less than 1.
    /// </summary>
    public double ValidationSplit { get; init => field = Guard.Fraction(value, nameof(ValidationSplit)); }

    /// <summary>Whether each epoch goes through the data in a new random order; on by default.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>
    /// How many samples of a source are kept in memory, of which each next one of a random order is drawn; by default as many as take 256
    /// megabytes. Where all samples fit, the order is that of a data set in memory, and so are the weights. For data sets in memory it says nothing.
    /// </summary>
    public int? ShuffleBuffer { get; init => field = value is { } samples ? Guard.Positive(samples, nameof(ShuffleBuffer)) : null; }

    /// <summary>
    /// How many steps make an epoch; by default as many as go through the data once. Otherwise an epoch goes on where the last one ended,
    /// and through the data again, in a new order, where that ends: so a source may be without end.
    /// </summary>
    public int? StepsPerEpoch { get; init => field = value is { } steps ? Guard.Positive(steps, nameof(StepsPerEpoch)) : null; }

    /// <summary>The rule by which gradients change weights; by default a new <see cref="Adam"/>.</summary>
    public Optimizer? Optimizer { get; init; }

    /// <summary>
    /// Gives the learning rate of each epoch, as Keras' <c>LearningRateScheduler</c> does: <c>(epoch, rate) =&gt; epoch == 0 ? rate : 0.9 * rate</c>.
    /// By default the rate stays.
    /// </summary>
    public LearningRateSchedule? LearningRateSchedule { get; init; }

    /// <summary>
    /// The file that the whole state of the training is written to after each epoch: weights, optimizer, history and the place in the data; none
    /// by default. It takes the place of the one before it as a whole: whatever ends the process, a checkpoint is there to go on from. Its
    /// weights can be read by <see cref="Model.Load(string)"/>.
    /// </summary>
    public string? Checkpoint { get; init => field = Guard.NotEmpty(value, nameof(Checkpoint)); }

    /// <summary>After how many steps <see cref="Checkpoint"/> is written besides; by default only at the end of each epoch.</summary>
    public int? CheckpointEvery { get; init => field = value is { } steps ? Guard.Positive(steps, nameof(CheckpointEvery)) : null; }

    /// <summary>
    /// Whether to go on from <see cref="Checkpoint"/>, if that file is there; off by default. A training that was interrupted and goes on ends
    /// in the same bits as one with the same options, seed and data that was not, and returns the same history. The file says how many epochs
    /// are over; <see cref="Epochs"/> counts them from the first. Where the file has as many, nothing is trained and their history returned;
    /// where it has more, an <see cref="ArgumentException"/> says so.
    /// </summary>
    /// <remarks>
    /// Call <c>Fit</c> on a new model of the same seed with the same data and options. Other data is told by a checksum of parts of it: of samples
    /// spread over data in memory, of the first samples of a source. <see cref="LearningRateSchedule"/> is asked from the
    /// epoch on that comes next.
    /// </remarks>
    /// <example>
    /// <code>
    /// model.Fit(train, new FitOptions { Epochs = 20, Checkpoint = "run.safetensors", Resume = true });
    /// </code>
    /// </example>
    public bool Resume { get; init; }

    /// <summary>What is shown of the training; by default the bar on a terminal, and elsewhere nothing unless <see cref="Output"/> is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of its enum.</exception>
    public ProgressDisplay Progress { get; init => field = Guard.Defined(value, nameof(Progress)); }

    /// <summary>Where it is shown, a line an epoch unless <see cref="Progress"/> says otherwise; by default <see cref="Console.Out"/>, if anywhere.</summary>
    public TextWriter? Output { get; init; }
}
