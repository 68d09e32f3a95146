namespace StaticNet;

/// <summary>
/// The loss became NaN or infinite. The weights are back at those of the last epoch's start that still gave a finite loss.
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
}
