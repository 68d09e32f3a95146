namespace StaticNet.Generators;

/// <summary><c>[UpSampling1D]</c>: each step, a whole number of times.</summary>
internal sealed class UpSampling1DLayer : LayerKind
{
    public override string Name => "UpSampling1D";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        int? size = layer.GetLength("size");
        if (!layer.RequireSequence() || size is not { } times)
            return null;

        // Beyond what can be addressed it is too large anyway.
        int steps = (int)Math.Min(int.MaxValue, (long)layer.InputShape[0] * times);
        return new UpSampling2DSpec(Name, layer.Name, new([steps, layer.InputShape[1]]), new(1, times), Interpolation.Nearest);
    }
}
