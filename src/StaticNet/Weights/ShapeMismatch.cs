using StaticNet.Files;

namespace StaticNet;

/// <summary>Weights that a file and a model both have, in different shapes.</summary>
/// <param name="Name">The parameter's name: <c>dense_1/kernel</c>.</param>
/// <param name="FileShape">The shape in the file.</param>
/// <param name="ModelShape">The shape in the model.</param>
public sealed record ShapeMismatch(string Name, IReadOnlyList<long> FileShape, IReadOnlyList<int> ModelShape)
{
    /// <summary>The shape in the file.</summary>
    public IReadOnlyList<long> FileShape { get; init => field = [.. value]; } = [.. FileShape];

    /// <summary>The shape in the model.</summary>
    public IReadOnlyList<int> ModelShape { get; init => field = [.. value]; } = [.. ModelShape];

    /// <summary>Name and shapes.</summary>
    public override string ToString() => $"{Name}: {Quoted.Shape(FileShape)} in the file, {Quoted.Shape(ModelShape)} in the model";
}
