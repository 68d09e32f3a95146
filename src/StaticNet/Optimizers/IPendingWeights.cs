namespace StaticNet;

/// <summary>A change of weights that is put off until somebody reads them.</summary>
internal interface IPendingWeights
{
    /// <summary>Changes the weights. Nobody else reads or writes them meanwhile.</summary>
    void Apply();
}
