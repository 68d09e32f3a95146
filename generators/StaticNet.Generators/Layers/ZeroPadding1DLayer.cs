namespace StaticNet.Generators;

/// <summary><c>[ZeroPadding1D]</c>: the sequence between zeros.</summary>
internal sealed class ZeroPadding1DLayer : LayerKind
{
    public override string Name => "ZeroPadding1D";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        Frame? frame = Frame.CheckSequence(layer, "padding");
        if (!layer.RequireSequence() || frame is null)
            return null;

        // Beyond what can be addressed it is too large anyway.
        int steps = (int)Math.Min(int.MaxValue, layer.InputShape[0] + frame.Width);
        return new ZeroPadding2DSpec(Name, layer.Name, new([steps, layer.InputShape[1]]), frame);
    }
}
