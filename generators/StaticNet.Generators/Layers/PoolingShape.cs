namespace StaticNet.Generators;

/// <summary>The sizes of a pooling as a type.</summary>
internal static class PoolingShape
{
    public static ShapeType Of(string name, Window window, Value input)
        => new(
            name, "IWindowShape",
            new([
            ("InputHeight", window.Input.Height), ("InputWidth", window.Input.Width), ("Channels", input.Width), ("Stride", input.Stride),
            ("OutputHeight", window.Output.Height), ("OutputWidth", window.Output.Width),
            ("WindowHeight", window.Kernel.Height), ("WindowWidth", window.Kernel.Width),
            ("StrideHeight", window.Strides.Height), ("StrideWidth", window.Strides.Width),
            ("PaddingTop", window.Before.Height), ("PaddingLeft", window.Before.Width),
            ]));
}
