namespace StaticNet;

/// <summary>What weights are to become as soon as anybody looks at them.</summary>
internal interface IPendingWeights
{
    /// <summary>Makes them so. Nobody else reads or writes them meanwhile.</summary>
    void Settle();
}
