namespace StaticNet.Generators;

/// <summary>How Attention scores a query with a key. The members are those of the enum of this name that users write, as a test confirms.</summary>
internal enum ScoreMode
{
    Dot,
    Concat,
}
