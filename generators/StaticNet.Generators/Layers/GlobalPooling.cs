namespace StaticNet.Generators;

/// <summary>What global poolings share.</summary>
internal static class GlobalPooling
{
    /// <summary>The channels, or an image of one pixel.</summary>
    public static EquatableArray<int> OutputShape(LayerChecking layer)
        => layer.Get<bool>("KeepDims") ? new([1, 1, layer.InputShape[2]]) : new([layer.InputShape[2]]);
}
