namespace StaticNet;

/// <summary>Turns a sample of any shape into one row of numbers, in row-major order; costs nothing.</summary>
/// <example>
/// <code>
/// [Model(28, 28)]
/// [Flatten]                                    // 784 numbers
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Digits;
/// </code>
/// </example>
public sealed class FlattenAttribute : LayerAttribute;
