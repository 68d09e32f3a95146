namespace StaticNet.Fuzzing;

/// <summary>A model does not do what it should.</summary>
internal sealed class FailureException(string message) : Exception(message);
