namespace StaticNet;

/// <summary>
/// A model wrote outside its memory, which the check of memory found out. That is a fault of StaticNet or of unsafe code in the process:
/// weights and results are not to be trusted any more.
/// </summary>
public sealed class MemoryOverrunException : Exception
{
    internal const string Advice
        = "That is a fault of StaticNet, or of unsafe code in this process; weights and results are not to be trusted. Please report it with the model's attributes, the batch and the number of threads.";

    /// <summary>Says only that memory was overrun.</summary>
    public MemoryOverrunException()
        : this($"A model wrote outside its memory. {Advice}")
    {
    }

    /// <summary>Says which memory was overrun.</summary>
    public MemoryOverrunException(string message)
        : base(message)
    {
    }

    /// <summary>Says which memory was overrun, and how that came out.</summary>
    public MemoryOverrunException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
