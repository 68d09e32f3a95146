namespace StaticNet.Generators;

/// <summary>How Bidirectional puts the outputs of its two directions together. The members are those of the enum of this name that users write, as a test confirms.</summary>
internal enum MergeMode
{
    Concat,
    Sum,
    Mul,
    Ave,
}
