namespace StaticNet.Generators;

/// <summary>Where the block of one input, output, target or loss begins among those of all.</summary>
/// <param name="Name">The name of the constant that says so.</param>
/// <param name="At">The numbers of a sample that lie before it.</param>
internal readonly record struct Column(string Name, long At);
