namespace StaticNet.Fuzzing;

/// <summary>An output of a drawn model.</summary>
/// <param name="Layer">The place of the layer that gives it.</param>
/// <param name="Loss">Its loss; null in a model for inference only.</param>
/// <param name="Weight">What the loss is multiplied by.</param>
internal sealed record StackOutput(int Layer, Loss? Loss, double Weight)
{
    /// <summary>Whether its targets are labels.</summary>
    public bool TakesLabels => Loss == StaticNet.Loss.SparseCategoricalCrossentropy;
}
