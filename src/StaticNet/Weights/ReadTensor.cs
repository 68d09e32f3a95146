namespace StaticNet.Files;

/// <summary>A tensor of a file, and what of a model it is read for.</summary>
/// <param name="parameter">The parameter.</param>
/// <param name="slot">The number among <see cref="Optimizer.Slots"/> of what it is to the optimizer; <see cref="Weights"/> for weights.</param>
/// <param name="tensor">Where it lies.</param>
internal sealed class ReadTensor(Parameter parameter, int slot, SafetensorsEntry tensor)
{
    /// <summary>The slot of the weights themselves.</summary>
    public const int Weights = -1;

    /// <summary>The parameter.</summary>
    public Parameter Parameter => parameter;

    /// <summary>What it is to the optimizer.</summary>
    public int Slot => slot;

    /// <summary>Where it lies.</summary>
    public SafetensorsEntry Tensor => tensor;

    /// <summary>The numbers, in row-major order; none before they are read.</summary>
    public float[] Values { get; private set; } = [];

    /// <summary>Reads the numbers.</summary>
    /// <exception cref="InvalidDataException">One is not finite, or there are fewer.</exception>
    public void Read(ContentReader content)
    {
        Values = GC.AllocateUninitializedArray<float>(parameter.Count);
        FloatTensors.Read(content, tensor, Values);
    }
}
