namespace StaticNet.Generators;

/// <summary>Weights that several layers share. The optimizer takes the sum of the gradients that these find.</summary>
/// <param name="Uses">The steps of each of the layers, in order.</param>
/// <param name="Parameters">The parameters, one behind the other.</param>
/// <param name="RoomsAt">Where the layers' gradients lie among what a training derives, those of one behind those of another.</param>
internal sealed record SharedWeights(EquatableArray<EquatableArray<PlanStep>> Uses, EquatableArray<ParameterPlan> Parameters, long RoomsAt)
{
    /// <summary>The floats of the gradients of one layer.</summary>
    public long Floats => Layout.Align(Parameters.Sum(parameter => Layout.Align((long)parameter.Rows * parameter.Stride)));

    /// <summary>Where one of the layers puts the gradients that it finds.</summary>
    public DerivedOperand RoomOf(int use) => new($"{Text.Pascal(Parameters[0].Layer)}_Gradients{(use == 0 ? "" : use + 1)}", RoomsAt + (use * Floats));

    /// <summary>Whether a step is of one of the layers.</summary>
    public bool Has(PlanStep step) => Uses.Any(use => use.Any(shared => shared.Identifier == step.Identifier));

    /// <summary>All of a model, with rooms behind what its steps derive.</summary>
    public static IEnumerable<SharedWeights> Of(EquatableArray<LayerNode> layers, IReadOnlyList<PlanStep> steps, IReadOnlyList<ParameterPlan> parameters, long derived)
    {
        foreach (IGrouping<int, int> group in Enumerable.Range(0, layers.Count).Where(layer => layers[layer].SharesWith is not null).GroupBy(layer => layers[layer].SharesWith!.Value))
        {
            string owner = layers[group.Key].Spec.Name;
            ParameterPlan[] own = [.. parameters.Where(parameter => parameter.Layer == owner)];
            if (own.Length == 0)
                continue;
            IEnumerable<EquatableArray<PlanStep>> uses = group.Prepend(group.Key)
                .Select(layer => new EquatableArray<PlanStep>(steps.Where(step => step.Update is not null && step.Layer.Name == layers[layer].Spec.Name)));
            var shared = new SharedWeights(new(uses), new(own), derived);
            derived += shared.Floats * shared.Uses.Count;
            yield return shared;
        }
    }
}
