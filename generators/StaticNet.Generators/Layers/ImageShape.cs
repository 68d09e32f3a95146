namespace StaticNet.Generators;

/// <summary>Writes the sizes of an image as a type.</summary>
internal static class ImageShape
{
    /// <summary>The members that all types of images have.</summary>
    public static ShapeMember[] Members(Value image)
        => [("Height", image.Shape[0]), ("Width", image.Shape[1]), ("Channels", image.Width), ("Stride", image.Stride)];

    public static void Write(SourceWriter writer, string name, Value image) => writer.Shape(name, "IImageShape", Members(image));
}
