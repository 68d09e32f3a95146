namespace StaticNet.Generators;

/// <summary><c>[GlobalMaxPooling1D]</c>: the largest number of each channel in the sequence.</summary>
internal sealed class GlobalMaxPooling1DLayer : LayerKind
{
    public override string Name => "GlobalMaxPooling1D";

    public override LayerSpec? Check(LayerCheckContext layer)
        => layer.RequireSequence() ? new GlobalMaxPooling2DSpec(Name, layer.Name, GlobalPooling.OutputShape(layer)) : null;
}
