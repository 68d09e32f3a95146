namespace StaticNet;

/// <summary>A layer that merges the output of the layer above with those of others, which it names.</summary>
public abstract class MergeAttribute : LayerAttribute
{
    private protected MergeAttribute(string[] with) => With = Array.AsReadOnly(with);

    /// <summary>
    /// The other layers, by their names. What is written above comes first, unless it is named here too and so has its place.
    /// </summary>
    public IReadOnlyList<string> With { get; }
}
