namespace StaticNet;

/// <summary>How to train. Every default is Keras'.</summary>
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

    /// <summary>The rule by which gradients change weights; by default a new <see cref="Adam"/>.</summary>
    public Optimizer? Optimizer { get; init; }

    /// <summary>
    /// Gives the learning rate of each epoch, as Keras' <c>LearningRateScheduler</c> does: <c>(epoch, rate) =&gt; epoch == 0 ? rate : 0.9 * rate</c>.
    /// By default the rate stays.
    /// </summary>
    public LearningRateSchedule? LearningRateSchedule { get; init; }

    /// <summary>What is shown of the training; by default the bar on a terminal, and elsewhere nothing unless <see cref="Output"/> is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of its enum.</exception>
    public ProgressDisplay Progress { get; init => field = Guard.Defined(value, nameof(Progress)); }

    /// <summary>Where it is shown, a line an epoch unless <see cref="Progress"/> says otherwise; by default <see cref="Console.Out"/>, if anywhere.</summary>
    public TextWriter? Output { get; init; }
}
