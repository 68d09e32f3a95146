namespace StaticNet.Tests;

/// <summary>
/// What tells tests which run the same code at every vector width from the others, which CI runs again on narrower ones: those of files, of data, of
/// messages and of processes that are killed.
/// </summary>
internal static class Widths
{
    public const string Trait = "Width";

    public const string Any = "Any";
}
