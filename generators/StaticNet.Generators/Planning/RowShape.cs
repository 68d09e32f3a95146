namespace StaticNet.Generators;

/// <summary>The sizes of a block of rows as a type.</summary>
internal static class RowShape
{
    public static ShapeType Of(string name, Value value) => new(name, "IRowShape", new([("Width", value.Width), ("Stride", value.Stride)]));
}
