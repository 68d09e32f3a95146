namespace StaticNet;

/// <summary>Turns a sample of any shape into one row of numbers, in row-major order; costs nothing.</summary>
public sealed class FlattenAttribute : LayerAttribute;
