namespace StaticNet.Generators.Tests;

/// <summary>What a file takes from another.</summary>
/// <param name="From">The file that takes it, as a path below the sources.</param>
/// <param name="To">The file that has it.</param>
/// <param name="Name">The type or member.</param>
internal sealed record Arrow(string From, string To, string Name);
