namespace StaticNet.Generators;

/// <summary>The members that give the output of a layer which its author has named.</summary>
/// <param name="Layer">The layer's place in the model.</param>
/// <param name="Predict">The method: <c>PredictFeatures</c>.</param>
/// <param name="Size">The constant that is the size of what it gives: <c>FeaturesSize</c>.</param>
internal sealed record OutputMembers(int Layer, string Predict, string Size)
{
    /// <summary>The names of inherited members that such a member could hide. A test compares them with the run time's.</summary>
    public static readonly string[] Inherited = ["PredictClass", "PredictClasses", "PredictNamed", "PredictColumns"];

    /// <summary>
    /// The members of all named layers. Where one would be called like another member, an underscore stays between its parts, which no name
    /// of a layer or parameter has: a layer <c>classes</c> has <c>Predict_Classes</c>, <c>input</c> has <c>Input_Size</c>.
    /// </summary>
    public static IEnumerable<OutputMembers> Of(IReadOnlyList<LayerNode> layers)
    {
        var taken = new HashSet<string>([.. GeneratedMembers.Names, .. Inherited, .. layers.SelectMany(layer => layer.Properties)], StringComparer.Ordinal);
        for (int i = 0; i < layers.Count; i++)
        {
            if (!layers[i].IsNamed)
                continue;
            string name = Text.Pascal(layers[i].OutputName);
            yield return new OutputMembers(i, Free("Predict", name), Free(name, "Size"));
        }

        string Free(string first, string second) => taken.Add(first + second) ? first + second : $"{first}_{second}";
    }
}
