namespace StaticNet.Generators;

/// <summary>The losses of outputs. The members are those of the enum of this name that users write, as a test confirms.</summary>
internal enum Loss
{
    BinaryCrossentropy,
    CategoricalCrossentropy,
    SparseCategoricalCrossentropy,
    MeanSquaredError,
    MeanAbsoluteError,
    Huber,
}
