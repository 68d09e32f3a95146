namespace StaticNet.Fuzzing;

/// <summary>An input of a drawn model.</summary>
/// <param name="Value">The value that it is: 0, or what a layer of its own gives.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Vocabulary">The number of tokens; 0 where it is made of numbers.</param>
internal sealed record StackInput(int Value, int[] Shape, int Vocabulary)
{
    public int Size => Shape.Aggregate(1, (size, next) => size * next);
}
