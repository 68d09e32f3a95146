namespace StaticNet.Tests;

/// <summary>
/// Tests that run while no others do: those of threads, which would find the workers taken by another test and do all parts themselves, and those of
/// allocation, which count what every thread allocates.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    /// <summary>What classes of such tests name.</summary>
    public const string Name = "alone";
}
