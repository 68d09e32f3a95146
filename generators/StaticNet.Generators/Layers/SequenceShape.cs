namespace StaticNet.Generators;

/// <summary>The sizes of a sequence as a type.</summary>
internal static class SequenceShape
{
    public static ShapeType Of(string name, Value sequence)
        => new(name, "ISequenceShape", new([("Steps", sequence.Rows), ("Width", sequence.Width), ("Stride", sequence.Stride)]));
}
