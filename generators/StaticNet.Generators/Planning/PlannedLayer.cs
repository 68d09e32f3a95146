namespace StaticNet.Generators;

/// <summary>A layer that can be planned.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="OutputShape">What it gives for one sample.</param>
internal abstract record PlannedLayer(string Name, EquatableArray<int> OutputShape) : LayerSpec(Name, OutputShape)
{
    /// <summary>Turns the layer into steps; returns its output.</summary>
    public abstract Value Lower(Lowering lowering, Value input);
}
