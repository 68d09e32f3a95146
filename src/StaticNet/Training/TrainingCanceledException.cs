namespace StaticNet;

/// <summary>
/// A training was cancelled by its token. The weights are those of the last finished step, the optimizer has taken as many; both go on from
/// there with the next <c>Fit</c>.
/// </summary>
/// <example>
/// <code>
/// using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(10));
/// History history;
/// try
/// {
///     history = model.Fit(train, new FitOptions { Epochs = 100 }, cancellationToken: timeout.Token);
/// }
/// catch (TrainingCanceledException cancelled)
/// {
///     history = cancelled.History;                 // the epochs that were finished
/// }
/// </code>
/// </example>
public sealed class TrainingCanceledException : OperationCanceledException
{
    /// <summary>Says only that training was cancelled.</summary>
    public TrainingCanceledException()
        : this("Training was cancelled.")
    {
    }

    /// <summary>Says where training was cancelled.</summary>
    public TrainingCanceledException(string message)
        : base(message)
    {
    }

    /// <summary>Says where training was cancelled, and by what.</summary>
    public TrainingCanceledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Says where training was cancelled, and what it had come to.</summary>
    /// <param name="message">Where.</param>
    /// <param name="history">The metrics of the epochs that were finished.</param>
    /// <param name="token">What cancelled it.</param>
    public TrainingCanceledException(string message, History history, CancellationToken token)
        : base(message, token)
    {
        ArgumentNullException.ThrowIfNull(history);
        History = history;
    }

    /// <summary>The metrics of the epochs that were finished; none of the one that was cancelled.</summary>
    public History History { get; } = new();
}
