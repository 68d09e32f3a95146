namespace StaticNet.Generators;

/// <summary><c>[Cropping1D]</c>: the sequence without its ends.</summary>
internal sealed class Cropping1DLayer : LayerKind
{
    public override string Name => "Cropping1D";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        Frame? frame = Frame.CheckSequence(layer, "cropping");
        return layer.RequireSequence() && frame is not null && Cropping2DLayer.CheckRemainder(layer, frame.Width, layer.InputShape[0], "steps", "width", "left")
            ? new Cropping2DSpec(Name, layer.Name, new([layer.InputShape[0] - (int)frame.Width, layer.InputShape[1]]), frame)
            : null;
    }
}
