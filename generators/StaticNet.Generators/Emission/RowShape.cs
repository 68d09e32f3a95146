namespace StaticNet.Generators;

/// <summary>Writes the sizes of a block of rows as a type.</summary>
internal static class RowShape
{
    public static void Write(SourceWriter writer, string name, Value value)
    {
        writer.Line($"private readonly struct {name} : Kernels.IRowShape");
        using (writer.Block())
        {
            writer.Line($"public static int Width => {Text.Literal(value.Shape[value.Shape.Count - 1])};");
            writer.Line($"public static int Stride => {Text.Literal(value.Stride)};");
        }
    }
}
