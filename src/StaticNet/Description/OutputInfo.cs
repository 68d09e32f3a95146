namespace StaticNet;

/// <summary>An output of a model.</summary>
/// <param name="Name">The name of the layer that gives it; <c>output</c> where the model has no other.</param>
/// <param name="Shape">Its shape for one sample.</param>
/// <param name="Loss">What training makes small of it; null in a model for inference only.</param>
/// <param name="Weight">What its loss is multiplied by before the losses of all outputs are added up.</param>
public sealed record OutputInfo(string Name, IReadOnlyList<int> Shape, Loss? Loss = null, double Weight = 1)
{
    /// <summary>Its shape for one sample.</summary>
    public IReadOnlyList<int> Shape { get; init => field = [.. value]; } = [.. Shape];

    /// <summary>The numbers in it for one sample.</summary>
    public int Size => ModelInfo.SizeOf(Shape);

    /// <summary>The rows, such as the steps of a sequence, each of which has a loss of its own; a sample's is the mean of them.</summary>
    internal int Rows => Size / Classes;

    /// <summary>The numbers of a row.</summary>
    internal int Classes => Shape[^1];

    /// <summary>The numbers of a target: a label for each row, or a number for each of its own.</summary>
    internal int TargetSize => TakesLabels ? Rows : Size;

    /// <summary>Whether its targets are labels.</summary>
    internal bool TakesLabels => Loss == StaticNet.Loss.SparseCategoricalCrossentropy;

    /// <summary>Whether its loss is one of classes.</summary>
    internal bool HasAccuracy
        => Loss is StaticNet.Loss.BinaryCrossentropy or StaticNet.Loss.CategoricalCrossentropy or StaticNet.Loss.SparseCategoricalCrossentropy;
}
