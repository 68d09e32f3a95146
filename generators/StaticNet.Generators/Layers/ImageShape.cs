namespace StaticNet.Generators;

/// <summary>The sizes of an image as a type. A sequence is an image of one row.</summary>
internal static class ImageShape
{
    /// <summary>The members that all types of images have.</summary>
    public static ShapeMember[] Members(Value image)
    {
        int height = image.Shape.Count == 3 ? image.Shape[0] : 1;
        return [("Height", height), ("Width", image.Rows / height), ("Channels", image.Width), ("Stride", image.Stride)];
    }

    /// <summary>What its rows along the last axis are, for comments.</summary>
    public static string Pixels(Value image) => image.Shape.Count == 3 ? "pixels" : "steps";

    /// <summary>The type.</summary>
    public static ShapeType Of(string name, Value image) => new(name, "IImageShape", new(Members(image)));
}
