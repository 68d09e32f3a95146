namespace StaticNet.Generators;

/// <summary>
/// Tells which models can predict step by step: those whose output at a step depends on that step and earlier ones alone, and of which a layer
/// keeps something of the earlier ones. Where each step stands alone, a model of one step does as well.
/// </summary>
internal static class StepByStep
{
    /// <summary>The model that takes one step at a time, with the same parameters; null where it cannot be.</summary>
    public static ModelSpec? Of(ModelSpec spec)
        => WindowOf(spec.InputShape, spec.Layers, spec.Outputs.Count) is > 0 and var window
            ? spec with
            {
                InputShape = spec.InputShape is { } shape ? LayerSpec.OneStepOf(shape) : null,
                Layers = new(spec.Layers.Select(layer => layer with { Spec = layer.Spec.AtStep(), IsNamed = false })),
                Outputs = new(spec.Outputs.Select(output => output with { Shape = LayerSpec.OneStepOf(output.Shape), Loss = null, Weight = 1 })),
                Window = window,
            }
            : null;

    /// <summary>The steps of a sequence of such a model; 0 of another.</summary>
    /// <param name="inputShape">The shape of one sample; null where inputs are layers of their own.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="outputs">How many outputs are declared.</param>
    public static int WindowOf(EquatableArray<int>? inputShape, IReadOnlyCollection<LayerNode> layers, int outputs)
    {
        LayerSpec[] inputs = [.. layers.Select(layer => layer.Spec).Where(layer => layer.IsInput)];
        if (outputs > 1 || inputs.Length > 1)
            return 0;
        int window = (inputShape ?? inputs[0].OutputShape)[0];
        return layers.All(layer => layer.Spec.IsInput || GoesOn(layer.Spec)) && layers.Any(layer => layer.Spec.Reach == StepReach.Causal) ? window : 0;

        // A layer that makes a mask cannot go step by step: the mask would have to be kept too.
        bool GoesOn(LayerSpec layer)
            => layer.Reach != StepReach.All && layer.Mask != MaskUse.Creates && layer.OutputShape.Count > 1 && layer.OutputShape[0] == window;
    }
}
