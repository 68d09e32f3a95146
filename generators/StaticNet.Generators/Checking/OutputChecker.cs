namespace StaticNet.Generators;

/// <summary>Checks the outputs of a model: those that are declared, or what the last layer gives.</summary>
internal static class OutputChecker
{
    /// <summary>The outputs, of which those are without a loss whose loss is wrong.</summary>
    public static IEnumerable<OutputSpec> Check(ModelDeclaration declaration, GraphChecker.Graph graph, List<DiagnosticInfo> diagnostics)
    {
        IReadOnlyList<LayerNode> layers = graph.Layers;
        int loss = ModelChecker.Find(declaration, "Loss");
        int[] outputs = graph.Outputs.Count == 0 ? [layers.Count - 1] : [.. graph.Outputs.Select(output => output.Layer)];
        if (graph.Outputs.Count == 0)
        {
            if (loss >= 0)
                CheckTrainable(new Anchor(loss, null));
            LossSpec? checkedLoss = loss < 0 ? null : CheckLoss(outputs[0], loss, (EnumValue)declaration.Attributes[loss].Arguments[0].Values[0]!);
            return [new OutputSpec(outputs[0], OutputSpec.DefaultName, layers[outputs[0]].Spec.OutputShape, checkedLoss, 1)];
        }

        EnumValue?[] losses = [.. graph.Outputs.Select(output => declaration.Attributes[output.Attribute].Find("loss")?.Values[0] as EnumValue)];
        if (loss >= 0)
        {
            string member = (declaration.Attributes[loss].Arguments[0].Values[0] as EnumValue)?.Member ?? "";
            diagnostics.Add(new DiagnosticInfo(Rules.LossAndOutputs.Id, new Anchor(loss, null), new([declaration.Name, member])));
        }

        int with = Array.FindIndex(losses, value => value is not null);
        if (with >= 0)
            CheckTrainable(new Anchor(graph.Outputs[with].Attribute, null));
        long size = outputs.Sum(output => ModelChecker.Size(layers[output].Spec.OutputShape));
        ModelChecker.CheckSize("What all outputs give", size, new Anchor(graph.Outputs[outputs.Length - 1].Attribute, null), diagnostics);
        return [.. Enumerable.Range(0, outputs.Length).Select(CheckOutput)];

        OutputSpec CheckOutput(int at)
        {
            (int output, int attribute) = graph.Outputs[at];
            if (with >= 0 && losses[at] is null)
            {
                diagnostics.Add(new DiagnosticInfo(
                    Rules.OutputWithoutLoss.Id, new Anchor(attribute, null), new([graph.Titles[output].Title, graph.Titles[outputs[with]].Title])));
            }

            double weight = declaration.Attributes[attribute].Find("Weight")?.Values[0] is double written ? written : 1;
            if (!(weight >= 0 && weight <= float.MaxValue))
            {
                diagnostics.Add(new DiagnosticInfo(
                    Rules.OutOfRange.Id, new Anchor(attribute, "Weight"), new([$"The output of {graph.Titles[output].Title}", "Weight", Text.AsFloat(weight), "a finite number of at least 0"])));
            }

            LayerSpec layer = layers[output].Spec;
            return new OutputSpec(output, layer.Name, layer.OutputShape, losses[at] is { } value ? CheckLoss(output, attribute, value) : null, weight);
        }

        void CheckTrainable(Anchor anchor)
        {
            if (layers.All(layer => layer.Spec.ParameterCount == layer.Spec.NonTrainableCount))
                diagnostics.Add(new DiagnosticInfo(Rules.NothingToTrain.Id, anchor, new([declaration.Name])));
        }

        LossSpec? CheckLoss(int output, int attribute, EnumValue value)
        {
            if (graph.MaskOf(output) is { } masking)
                diagnostics.Add(new DiagnosticInfo(Rules.MaskDropped.Id, new Anchor(attribute, null), new([$"The loss {value.Member}", $"{masking.Kind} '{masking.Name}'"])));
            return LossSpec.Check(value, layers, output, outputs, (rule, arguments)
                => diagnostics.Add(new DiagnosticInfo(rule, new Anchor(attribute, "loss"), new(arguments))));
        }
    }
}
