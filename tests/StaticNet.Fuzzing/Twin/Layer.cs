namespace StaticNet.Fuzzing;

/// <summary>A drawn layer: how it is declared, and what Keras defines it to compute.</summary>
/// <param name="attribute">What stands between the brackets.</param>
/// <param name="outputShape">What it gives for one sample.</param>
internal abstract class Layer(string attribute, params int[] outputShape)
{
    public string Attribute { get; } = attribute;

    public int[] OutputShape { get; } = outputShape;

    public int OutputSize { get; } = outputShape.Aggregate(1, (size, next) => checked(size * next));

    /// <summary>What its parameters are called, in order.</summary>
    public string[] Roles { get; protected init; } = [];

    /// <summary>The multiplications for one sample, more or less.</summary>
    public long Operations { get; protected init; } = outputShape.Aggregate(1L, (size, next) => size * next);

    /// <summary>Whether training does something that only the run time's random numbers tell.</summary>
    public bool IsRandom { get; protected init; }

    /// <summary>Whether it can only stand before the first weights.</summary>
    public bool IsAugmentation { get; protected init; }

    /// <summary>The values that it takes, 0 being the model's input, layer i giving value i + 1; null for the one above.</summary>
    public int[]? Inputs { get; set; }

    /// <summary>The batch, of all values that it takes.</summary>
    public virtual Tensor<T>[] Merge<T>(Tensor<T>[][] inputs, T[][] weights, bool isTraining)
        where T : struct, IScalar<T>
        => Forward(inputs[0], weights, isTraining);

    /// <summary>The batch, all samples at once.</summary>
    public virtual Tensor<T>[] Forward<T>(Tensor<T>[] batch, T[][] weights, bool isTraining)
        where T : struct, IScalar<T>
        => [.. batch.Select(x => Forward(x, weights))];

    /// <summary>One sample.</summary>
    protected virtual Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
        where T : struct, IScalar<T>
        => throw new NotSupportedException($"{Attribute} computes whole batches.");
}
