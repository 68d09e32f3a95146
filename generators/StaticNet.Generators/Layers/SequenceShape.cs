namespace StaticNet.Generators;

/// <summary>Writes the type of the sizes of a sequence.</summary>
internal static class SequenceShape
{
    public static void Write(SourceWriter writer, string name, Value sequence)
        => writer.Shape(name, "ISequenceShape", ("Steps", sequence.Rows), ("Width", sequence.Width), ("Stride", sequence.Stride));
}
