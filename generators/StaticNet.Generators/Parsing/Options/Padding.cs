namespace StaticNet.Generators;

/// <summary>What a window meets beyond the edges of its input. The members are those of the enum of this name that users write, as a test confirms.</summary>
internal enum Padding
{
    Valid,
    Same,
    Causal,
}
