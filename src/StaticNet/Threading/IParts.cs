namespace StaticNet;

/// <summary>Work that falls into parts, which threads may do at once.</summary>
internal interface IParts
{
    /// <summary>Does one part.</summary>
    void Do(int part, int parts);
}
