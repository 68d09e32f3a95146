namespace StaticNet.Generators;

/// <summary>Weights that several layers share. The optimizer takes the sum of the gradients that these find.</summary>
/// <param name="Uses">The steps of each of the layers, in order.</param>
/// <param name="Parameters">The parameters, one behind the other.</param>
/// <param name="BuffersAt">Where the layers' gradients lie among what a training derives, those of one behind those of another.</param>
internal sealed record SharedWeights(EquatableArray<EquatableArray<PlanStep>> Uses, EquatableArray<ParameterPlan> Parameters, long BuffersAt)
{
    /// <summary>The floats of the gradients of one layer.</summary>
    public long Floats => Layout.Align(Parameters.Sum(parameter => Layout.Align((long)parameter.Rows * parameter.Stride)));

    /// <summary>
    /// Whether threads share the work: the updates of all layers call the same kernels, which share out weights alike, so that each part finds what
    /// itself has kept.
    /// </summary>
    public bool IsParallel => Uses.All(use => use.SelectMany(Kernels).SequenceEqual(Uses[0].SelectMany(Kernels)));

    private static IEnumerable<string> Kernels(PlanStep step) => step.Update!.Body.Select(call => call.Kernel);

    /// <summary>The floats of all buffers. Where threads share the work, the last layer needs none: its gradients go on as they are found.</summary>
    public long BufferFloats => Floats * BufferCount;

    /// <summary>The buffers, one for each layer that needs one.</summary>
    public IEnumerable<DerivedOperand> Buffers => Enumerable.Range(0, BufferCount).Select(BufferOf);

    private int BufferCount => Uses.Count - (IsParallel ? 1 : 0);
    /// <summary>Where one of the layers puts the gradients that it finds.</summary>
    public DerivedOperand BufferOf(int use) => new($"{Text.Pascal(Parameters[0].Layer)}_Gradients{(use == 0 ? "" : use + 1)}", BuffersAt + (use * Floats));

    /// <summary>Whether a step is of one of the layers.</summary>
    public bool Has(PlanStep step) => Uses.Any(use => use.Any(shared => shared.Identifier == step.Identifier));

    /// <summary>Tells steps that read the same table of each other. The first updates it for all: only rows that are read get gradients, which are not kept.</summary>
    public static List<PlanStep> ArrangeReaders(IReadOnlyList<PlanStep> steps)
    {
        ILookup<int?, PlanStep> readers = steps.Where(step => step.ReadsTable is not null).ToLookup(step => step.ReadsTable);
        return [.. steps.Select(step => readers[step.ReadsTable].Count() > 1 ? step with { Readers = new(readers[step.ReadsTable]) } : step)];
    }

    /// <summary>All of a model, with buffers behind what its steps derive.</summary>
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
            derived += shared.BufferFloats;
            yield return shared;
        }
    }
}
