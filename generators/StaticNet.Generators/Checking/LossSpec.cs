namespace StaticNet.Generators;

/// <summary>A loss that fits the model's last layer.</summary>
/// <param name="Name">The member of <c>StaticNet.Loss</c>.</param>
/// <param name="FinalActivation">The activation that the model ends in.</param>
/// <param name="MayDefer">Whether the layer that this stands in can leave it to the loss: nobody else takes what it gives.</param>
internal sealed record LossSpec(string Name, Activation FinalActivation, bool MayDefer)
{
    /// <summary>The loss whose targets are labels.</summary>
    public const string Sparse = AttributeReader.SparseLoss;

    /// <summary>What a target is made of: a label, or numbers.</summary>
    public string TargetType => TargetTypeOf(Name);

    /// <summary>Whether the loss is computed from the sums before the final activation, which is exact where probabilities round off.</summary>
    public bool TakesSums
        => MayDefer && (Name == "BinaryCrossentropy" ? FinalActivation == Activation.Sigmoid
            : Name is "CategoricalCrossentropy" or "SparseCategoricalCrossentropy" && FinalActivation == Activation.Softmax);

    /// <summary>What a target of a loss is made of.</summary>
    public static string TargetTypeOf(string name) => name == Sparse ? "int" : "float";

    /// <summary>
    /// The activation that an output ends in, none where rows have since been mixed, and the layer that can leave it to whoever takes the output;
    /// null where rows are mixed, or somebody else takes what that gives.
    /// </summary>
    /// <param name="layers">The layers of the model.</param>
    /// <param name="output">The layer that gives the output.</param>
    /// <param name="outputs">All layers that give one.</param>
    public static (Activation Activation, LayerSpec? Layer, bool MixesRows) FinalActivationOf(IReadOnlyList<LayerNode> layers, int output, IReadOnlyCollection<int> outputs)
    {
        bool keepsRows = true, isAlone = !layers.Any(reader => reader.Inputs.Contains(output + 1));
        for (int value = output + 1; value > 0;)
        {
            LayerNode layer = layers[value - 1];
            if (layer.Spec.FinalActivation is { } activation)
                return activation.Form == ActivationForm.Rows && !keepsRows ? (Activation.Linear, null, true) : (activation, isAlone ? layer.Spec : null, false);
            keepsRows &= layer.Spec.KeepsRows;
            value = layer.Inputs[0];
            isAlone &= layers.Count(reader => reader.Inputs.Contains(value)) == 1 && !outputs.Contains(value - 1);
        }

        return (Activation.Linear, null, false);
    }

    /// <summary>Checks a loss against an output; null, with a diagnostic, where it fits none.</summary>
    public static LossSpec? Check(
        EnumValue value, IReadOnlyList<LayerNode> layers, int output, IReadOnlyCollection<int> outputs, Action<string, string[]> report)
    {
        if (!value.IsDefined)
        {
            report(Rules.UnknownOption.Id, ["Loss", value.Member, value.Type]);
            return null;
        }

        LayerSpec head = layers[output].Spec;
        string title = $"{head.Kind} '{head.Name}'", shape = Text.Shape(head.OutputShape);
        string named = outputs.Count == 1 ? $"the last layer, {title}," : title;
        if (value.Member is "CategoricalCrossentropy" or "SparseCategoricalCrossentropy" && head.OutputShape[head.OutputShape.Count - 1] == 1)
        {
            report(Rules.LossDoesNotFit.Id, [
                value.Member, "chooses among at least two classes", named, shape,
                "give it a unit for each class and Softmax, or use BinaryCrossentropy with Sigmoid"]);
            return null;
        }

        (Activation final, LayerSpec? layer, bool mixesRows) = FinalActivationOf(layers, output, outputs);
        if (value.Member.EndsWith("Crossentropy", StringComparison.Ordinal) && final != Activation.Sigmoid && final != Activation.Softmax)
        {
            string end = mixesRows ? "several rows, each with a softmax of its own"
                : final != Activation.Linear ? final.Title
                : head.TakesActivation ? "plain sums" : "plain numbers";
            string wanted = value.Member == "BinaryCrossentropy" ? "Sigmoid" : "Softmax";
            report(Rules.NoProbabilities.Id, [
                value.Member, named, end, head.TakesActivation ? $"end it in {wanted}" : $"add [Activation({wanted})] below it"]);
        }

        return new LossSpec(value.Member, final, layer is not null);
    }
}
