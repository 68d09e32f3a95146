namespace StaticNet.Generators;

/// <summary>
/// A kind of layer: reads its attribute and checks it. Its specification says how it becomes steps, its steps how they are written;
/// all of one kind stands in one file.
/// </summary>
internal abstract class LayerKind
{
    /// <summary>The attribute's name without "Attribute".</summary>
    public abstract string Name { get; }

    /// <summary>The kinds that it wraps, of which one must be written below it; none in a layer of its own.</summary>
    public virtual IReadOnlyList<string> Wraps => [];

    /// <summary>Whether it takes no value: an input of the model.</summary>
    public virtual bool IsModelInput => false;

    /// <summary>Whether it takes tokens, and not numbers.</summary>
    public virtual bool TakesTokens => false;

    /// <summary>
    /// Checks one layer. Reports what is wrong; null where nothing can be said of its output.
    /// </summary>
    public abstract LayerSpec? Check(LayerCheckContext layer);
}
