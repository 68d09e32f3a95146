namespace StaticNet.Generators;

/// <summary>Checks the outputs of a model: those that are declared, or what the last layer gives.</summary>
internal static class OutputChecker
{
    /// <summary>The outputs, of which those are without a loss whose loss is wrong.</summary>
    public static IEnumerable<OutputSpec> Check(ModelDeclaration declaration, GraphChecker.Graph graph, List<DiagnosticInfo> diagnostics)
    {
        IReadOnlyList<LayerNode> layers = graph.Layers;
        int loss = ModelChecker.Find(declaration, AttributeNames.Loss);
        int[] outputs = graph.Outputs.Count == 0 ? [Math.Max(0, graph.Last)] : [.. graph.Outputs.Select(output => output.Layer)];
        if (graph.Outputs.Count == 0)
        {
            if (loss >= 0)
                CheckTrainable(new Anchor(loss, null));
            LossSpec? checkedLoss = loss < 0 ? null : CheckLoss(outputs[0], new Anchor(loss, null), (EnumValue)declaration.Attributes[loss].Arguments[0].Values[0]!);
            return [new OutputSpec(outputs[0], OutputSpec.DefaultName, layers[outputs[0]].Spec.OutputShape, checkedLoss, 1)];
        }

        EnumValue?[] losses = [.. graph.Outputs.Select(output => output.Written.Attribute.Find("loss")?.Values[0] as EnumValue)];
        if (loss >= 0)
        {
            string member = (declaration.Attributes[loss].Arguments[0].Values[0] as EnumValue)?.Member ?? "";
            diagnostics.Add(new DiagnosticInfo(Rules.LossAndOutputs.Id, new Anchor(loss, null), new([declaration.Name, member])));
        }

        int with = Array.FindIndex(losses, value => value is not null);
        if (with >= 0)
            CheckTrainable(graph.Outputs[with].Written.At);
        long size = outputs.Sum(output => ModelChecker.Size(layers[output].Spec.OutputShape));
        ModelChecker.CheckSize("What all outputs give", size, graph.Outputs[outputs.Length - 1].Written.At, diagnostics);
        if (with >= 0 && outputs.Length > 1)
            CheckMetrics();
        return [.. Enumerable.Range(0, outputs.Length).Select(CheckOutput)];

        OutputSpec CheckOutput(int at)
        {
            (int output, ExpandedLayer written) = graph.Outputs[at];
            if (with >= 0 && losses[at] is null)
            {
                diagnostics.Add(new DiagnosticInfo(
                    Rules.OutputWithoutLoss.Id, written.At, new([graph.Titles[output].Title, graph.Titles[outputs[with]].Title])));
            }

            double weight = written.Attribute.Find("Weight")?.Values[0] is double said ? said : 1;
            if (!(weight >= 0 && weight <= float.MaxValue))
            {
                diagnostics.Add(new DiagnosticInfo(
                    Rules.OutOfRange.Id, written.At with { Target = "Weight" }, new([$"The output of {graph.Titles[output].Title}", "Weight", Text.AsFloat(weight), "a finite number of at least 0"])));
            }

            return new OutputSpec(
                output, layers[output].OutputName, layers[output].Spec.OutputShape, losses[at] is { } value ? CheckLoss(output, written.At, value) : null, weight);
        }

        // What is measured of an output is called by its name, and what validation finds by that with 'val_' before it.
        void CheckMetrics()
        {
            string[] metrics = ["loss", .. outputs.SelectMany(output => MetricsOf(layers[output].OutputName))];
            foreach ((int output, ExpandedLayer written) in graph.Outputs)
            {
                string name = layers[output].OutputName;
                if (MetricsOf(name).FirstOrDefault(metric => metrics.Any(other => "val_" + other == metric)) is { } taken)
                {
                    diagnostics.Add(new DiagnosticInfo(
                        Rules.OutOfRange.Id, written.At,
                        new([$"The output of {graph.Titles[output].Title}", "its name", name, $"another, since the metric {taken} is one of validation"])));
                }
            }

            static IEnumerable<string> MetricsOf(string name) => [name + "_loss", name + "_accuracy"];
        }

        void CheckTrainable(Anchor anchor)
        {
            if (layers.All(layer => layer.ParameterCount == layer.NonTrainableCount))
                diagnostics.Add(new DiagnosticInfo(Rules.NothingToTrain.Id, anchor, new([declaration.Name])));
        }

        LossSpec? CheckLoss(int output, Anchor anchor, EnumValue value)
            => LossSpec.Check(value, layers, output, outputs, (rule, arguments)
                => diagnostics.Add(new DiagnosticInfo(rule, anchor with { Target = "loss" }, new(arguments))));
    }
}
