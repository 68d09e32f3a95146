namespace StaticNet.Generators;

/// <summary>Weights that several layers share. The optimizer takes the sum of the gradients that these find.</summary>
/// <param name="Uses">The steps of each of the layers, in order.</param>
/// <param name="Parameters">The parameters, one behind the other.</param>
/// <param name="RoomsAt">Where the layers' gradients lie among what a training derives, those of one behind those of another.</param>
internal sealed record SharedWeights(EquatableArray<EquatableArray<PlanStep>> Uses, EquatableArray<ParameterPlan> Parameters, long RoomsAt)
{
    /// <summary>The floats of the gradients of one layer.</summary>
    public long Floats => Layout.Align(Parameters.Sum(parameter => Layout.Align((long)parameter.Rows * parameter.Stride)));

    /// <summary>
    /// Whether threads share the work: the updates of all layers call the same kernels, which share out weights alike, so that each part finds what
    /// itself has kept.
    /// </summary>
    public bool IsSharedOut => Uses.All(use => use.SelectMany(Kernels).SequenceEqual(Uses[0].SelectMany(Kernels)));

    private static IEnumerable<string> Kernels(PlanStep step) => step.Update!.Body.Select(call => call.Kernel);

    /// <summary>The floats of all rooms. What the last of the layers finds is taken at once where threads share the work.</summary>
    public long RoomFloats => Floats * RoomCount;

    /// <summary>The rooms.</summary>
    public IEnumerable<DerivedOperand> Rooms => Enumerable.Range(0, RoomCount).Select(RoomOf);

    private int RoomCount => Uses.Count - (IsSharedOut ? 1 : 0);
    /// <summary>Where one of the layers puts the gradients that it finds.</summary>
    public DerivedOperand RoomOf(int use) => new($"{Text.Pascal(Parameters[0].Layer)}_Gradients{(use == 0 ? "" : use + 1)}", RoomsAt + (use * Floats));

    /// <summary>Whether a step is of one of the layers.</summary>
    public bool Has(PlanStep step) => Uses.Any(use => use.Any(shared => shared.Identifier == step.Identifier));

    /// <summary>The steps, those told of each other that read the same table: only rows that are read get gradients, which leaves no room to keep them in.</summary>
    public static List<PlanStep> ArrangeReaders(IReadOnlyList<PlanStep> steps)
    {
        ILookup<int?, PlanStep> readers = steps.Where(step => step.ReadsTable is not null).ToLookup(step => step.ReadsTable);
        return [.. steps.Select(step => readers[step.ReadsTable].Count() > 1 ? step with { Readers = new(readers[step.ReadsTable]) } : step)];
    }

    /// <summary>All of a model, with rooms behind what its steps derive.</summary>
    public static IEnumerable<SharedWeights> Of(EquatableArray<LayerNode> layers, IReadOnlyList<PlanStep> steps, IReadOnlyList<ParameterPlan> parameters, long derived)
    {
        foreach (IGrouping<int, int> group in Enumerable.Range(0, layers.Count).Where(layer => layers[layer].SharesWith is not null).GroupBy(layer => layers[layer].SharesWith!.Value))
        {
            string owner = layers[group.Key].Spec.Name;
            ParameterPlan[] own = [.. parameters.Where(parameter => parameter.Layer == owner && parameter.Trainable && !parameter.IsTable)];
            if (own.Length == 0)
                continue;
            IEnumerable<EquatableArray<PlanStep>> uses = group.Prepend(group.Key)
                .Select(layer => new EquatableArray<PlanStep>(steps.Where(step => step.Update is not null && step.Layer.Name == layers[layer].Spec.Name)));
            var shared = new SharedWeights(new(uses), new(own), derived);
            derived += shared.RoomFloats;
            yield return shared;
        }
    }
}
