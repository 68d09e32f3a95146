namespace StaticNet.Generators;

/// <summary>The names, without "Attribute", of those attributes of a declaration that are no kinds of layers.</summary>
internal static class AttributeNames
{
    /// <summary>Makes a class a model.</summary>
    public const string Model = "Model";

    /// <summary>Makes a class a block.</summary>
    public const string Block = "Block";

    /// <summary>Declares an input.</summary>
    public const string Input = "Input";

    /// <summary>Makes what stands above it an output.</summary>
    public const string Output = "Output";

    /// <summary>Gives a model of one output its loss.</summary>
    public const string Loss = "Loss";

    /// <summary>Puts a block in place.</summary>
    public const string Use = "Use";

    /// <summary>Runs a layer or block once more with the same weights.</summary>
    public const string Share = "Share";

    /// <summary>The base of the attributes of all layers.</summary>
    public const string Layer = "Layer";
}
