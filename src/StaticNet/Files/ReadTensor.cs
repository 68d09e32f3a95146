namespace StaticNet.Files;

/// <summary>Numbers that were read of a parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Slot">The number among <see cref="Optimizer.Slots"/> of what they are to the optimizer; <see cref="Weights"/> for weights.</param>
/// <param name="Values">The numbers, in row-major order.</param>
internal readonly record struct ReadTensor(Parameter Parameter, int Slot, float[] Values)
{
    /// <summary>The slot of the weights themselves.</summary>
    public const int Weights = -1;
}
