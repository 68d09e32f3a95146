namespace StaticNet.Generators;

/// <summary>Writes the sizes of a block of rows as a type.</summary>
internal static class RowShape
{
    public static void Write(SourceWriter writer, string name, Value value)
        => writer.Shape(name, "IRowShape", ("Width", value.Width), ("Stride", value.Stride));
}
