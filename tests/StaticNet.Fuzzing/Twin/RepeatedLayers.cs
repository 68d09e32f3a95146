namespace StaticNet.Fuzzing;

/// <summary>One of several inputs: a part of the sample.</summary>
internal sealed class InputLayer(string attribute, int start, int[] shape) : Layer(attribute, shape)
{
    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights) => new(OutputShape, x.Values[start..(start + OutputSize)]);
}

/// <summary>A layer that runs once more, with the weights of another or, where a block stands several times, with its own.</summary>
internal sealed class RepeatedLayer : Layer
{
    private readonly Layer _layer;

    /// <param name="layer">What it computes.</param>
    /// <param name="owner">The place of the layer whose weights it has; null where it has its own.</param>
    public RepeatedLayer(Layer layer, int? owner)
        : base("Share", layer.OutputShape)
    {
        (_layer, Owner) = (layer, owner);
        Roles = owner is null ? layer.Roles : [];
        Operations = layer.Operations;
        IsRandom = layer.IsRandom;
    }

    public int? Owner { get; }

    public override Tensor<T>[] Merge<T>(Tensor<T>[][] inputs, T[][] weights, bool isTraining) => _layer.Merge(inputs, weights, isTraining);
}
