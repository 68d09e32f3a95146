namespace StaticNet.Generators;

/// <summary>A loss that fits the model's last layer.</summary>
/// <param name="Loss">Which.</param>
/// <param name="FinalActivation">The activation that the model ends in.</param>
/// <param name="MayDefer">Whether the layer with that activation can leave it to the loss, since nothing else takes its output.</param>
internal sealed record LossSpec(Loss Loss, Activation FinalActivation, bool MayDefer)
{
    /// <summary>Its name, for code and people.</summary>
    public string Name => Loss.ToString();

    /// <summary>Whether a target is a label, and not numbers.</summary>
    public bool TakesLabels => Loss == Loss.SparseCategoricalCrossentropy;

    /// <summary>What a target is made of, as code writes it.</summary>
    public string TargetType => TakesLabels ? "int" : "float";

    /// <summary>Whether the loss is computed from the sums before the final activation, which is exact where probabilities round off.</summary>
    public bool FromLogits
        => MayDefer && (Loss == Loss.BinaryCrossentropy ? FinalActivation == Activation.Sigmoid
            : Loss is Loss.CategoricalCrossentropy or Loss.SparseCategoricalCrossentropy && FinalActivation == Activation.Softmax);

    /// <summary>What a target of a loss is made of, as far as that is known.</summary>
    public static string TargetTypeOf(EnumValue? loss) => loss?.Member == nameof(Loss.SparseCategoricalCrossentropy) ? "int" : "float";

    /// <summary>
    /// The activation that an output ends in, and the layer that can leave it to whoever takes the output. The activation is Linear where a later layer
    /// has mixed rows; the layer is null there, and where another layer takes what it gives.
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
        if (!value.IsDefined || !Enum.TryParse(value.Member, out Loss loss))
        {
            report(Rules.UnknownOption.Id, ["Loss", value.Member, value.Type]);
            return null;
        }

        LayerSpec head = layers[output].Spec;
        string title = $"{head.Kind} '{head.Name}'", shape = Text.Shape(head.OutputShape);
        string named = outputs.Count == 1 ? $"the last layer, {title}," : title;
        if (loss is Loss.CategoricalCrossentropy or Loss.SparseCategoricalCrossentropy && head.OutputShape[head.OutputShape.Count - 1] == 1)
        {
            report(Rules.LossDoesNotFit.Id, [
                value.Member, "chooses among at least two classes", named, shape,
                "give it a unit for each class and Softmax, or use BinaryCrossentropy with Sigmoid"]);
            return null;
        }

        (Activation final, LayerSpec? layer, bool mixesRows) = FinalActivationOf(layers, output, outputs);
        if (loss is Loss.BinaryCrossentropy or Loss.CategoricalCrossentropy or Loss.SparseCategoricalCrossentropy && final != Activation.Sigmoid && final != Activation.Softmax)
        {
            string end = mixesRows ? "several rows, each with a softmax of its own"
                : final != Activation.Linear ? final.Title
                : head.TakesActivation ? "plain sums" : "plain numbers";
            string wanted = loss == Loss.BinaryCrossentropy ? "Sigmoid" : "Softmax";
            report(Rules.NoProbabilities.Id, [
                value.Member, named, end, head.TakesActivation ? $"end it in {wanted}" : $"add [Activation({wanted})] below it"]);
        }

        return new LossSpec(loss, final, layer is not null);
    }
}
