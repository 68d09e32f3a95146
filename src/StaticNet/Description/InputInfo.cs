namespace StaticNet;

/// <summary>An input of a model.</summary>
/// <param name="Name">What it is called; <c>input</c> where the model declares no name.</param>
/// <param name="Shape">The shape of one sample.</param>
/// <param name="Vocabulary">The number of different tokens, from 0 on, that it is made of; 0 where it is made of numbers.</param>
public sealed record InputInfo(string Name, IReadOnlyList<int> Shape, int Vocabulary = 0)
{
    /// <summary>The shape of one sample.</summary>
    public IReadOnlyList<int> Shape { get; init => field = [.. value]; } = [.. Shape];

    /// <summary>The numbers in one sample.</summary>
    public int Size => ModelInfo.SizeOf(Shape);
}
