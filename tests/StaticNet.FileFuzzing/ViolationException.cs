namespace StaticNet.FileFuzzing;

/// <summary>Something that must hold of every reader does not.</summary>
public sealed class ViolationException(string message) : Exception(message);
