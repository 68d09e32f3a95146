namespace StaticNet;

/// <summary>
/// The loss, or a weight, became NaN or infinite. Weights and optimizer are back at the last state that gave a finite loss; the message says
/// which one that is.
/// </summary>
public sealed class TrainingDivergedException : ArithmeticException
{
    /// <summary>Says only that training diverged.</summary>
    public TrainingDivergedException()
        : this("Training diverged.")
    {
    }

    /// <summary>Says where and how training diverged.</summary>
    public TrainingDivergedException(string message)
        : base(message)
    {
    }

    /// <summary>Says where and how training diverged, and from what.</summary>
    public TrainingDivergedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Says where and how training diverged, and what it had come to.</summary>
    /// <param name="message">Where and how.</param>
    /// <param name="history">The metrics of the epochs that were finished.</param>
    public TrainingDivergedException(string message, History history)
        : base(message)
    {
        ArgumentNullException.ThrowIfNull(history);
        History = history;
    }

    /// <summary>
    /// The metrics of the epochs that were finished; none of the one that diverged, nor of steps by <c>TrainOnBatch</c>, which belong to no
    /// epoch.
    /// </summary>
    public History History { get; } = new();
}
