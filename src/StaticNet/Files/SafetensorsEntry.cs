namespace StaticNet.Files;

/// <summary>What the header of a safetensors file says of one tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its numbers are.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Begin">Its first byte, counted from the first of all data.</param>
/// <param name="End">The byte behind its last.</param>
internal sealed record SafetensorsEntry(string Name, TensorType Type, long[] Shape, long Begin, long End);
