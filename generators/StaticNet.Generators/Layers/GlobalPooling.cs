namespace StaticNet.Generators;

/// <summary>What global poolings share.</summary>
internal static class GlobalPooling
{
    /// <summary>The channels, or an image of one pixel or a sequence of one step.</summary>
    public static EquatableArray<int> OutputShape(LayerCheckContext layer)
    {
        int axes = layer.InputShape.Count - 1, channels = layer.InputShape[axes];
        return new(layer.Get<bool>("KeepDims") ? [.. Enumerable.Repeat(1, axes), channels] : [channels]);
    }
}
