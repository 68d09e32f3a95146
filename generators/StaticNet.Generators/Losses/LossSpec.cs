namespace StaticNet.Generators;

/// <summary>A loss that fits the model's last layer.</summary>
/// <param name="Name">The member of <c>StaticNet.Loss</c>.</param>
/// <param name="FinalActivation">The activation that the model ends in.</param>
internal sealed record LossSpec(string Name, Activation FinalActivation)
{
    /// <summary>The loss whose targets are labels.</summary>
    public const string Sparse = "SparseCategoricalCrossentropy";

    /// <summary>What a target is made of: a label, or numbers.</summary>
    public string TargetType => TargetTypeOf(Name);

    /// <summary>Whether the loss is computed from the sums before the final activation, which is exact where probabilities round off.</summary>
    public bool TakesSums
        => Name == "BinaryCrossentropy" ? FinalActivation == Activation.Sigmoid
            : Name is "CategoricalCrossentropy" or "SparseCategoricalCrossentropy" && FinalActivation == Activation.Softmax;

    /// <summary>What a target of a loss is made of.</summary>
    public static string TargetTypeOf(string name) => name == Sparse ? "int" : "float";

    /// <summary>The activation that a model ends in and the layer that it stands in; none where rows have since been mixed.</summary>
    public static (Activation Activation, LayerSpec? Layer) FinalActivationOf(IReadOnlyList<LayerNode> layers)
    {
        bool keepsRows = true;
        foreach (LayerSpec layer in layers.Reverse().Select(layer => layer.Spec))
        {
            if (layer.FinalActivation is { } activation)
                return activation.Form == ActivationForm.Rows && !keepsRows ? (Activation.Linear, null) : (activation, layer);
            keepsRows &= layer.KeepsRows;
        }

        return (Activation.Linear, null);
    }

    /// <summary>Checks the loss against the layers; null, with a diagnostic, where it fits no output.</summary>
    public static LossSpec? Check(AttributeDeclaration attribute, IReadOnlyList<LayerNode> layers, Action<string, string[]> report)
    {
        var value = (EnumValue)attribute.Arguments[0].Values[0]!;
        if (!value.IsDefined)
        {
            report(Rules.UnknownOption.Id, ["Loss", value.Member, value.Type]);
            return null;
        }

        LayerSpec head = layers[layers.Count - 1].Spec;
        string title = $"{head.Kind} '{head.Name}'", shape = Text.Shape(head.OutputShape);
        if (head.OutputShape.Count != 1)
        {
            report(Rules.LossDoesNotFit.Id, [value.Member, "takes a flat row of numbers", title, shape, head is DenseSpec ? "put [Flatten] above it" : "add [Flatten] below it"]);
            return null;
        }

        if (value.Member is "CategoricalCrossentropy" or "SparseCategoricalCrossentropy" && head.OutputShape[0] == 1)
        {
            report(Rules.LossDoesNotFit.Id, [
                value.Member, "chooses among at least two classes", title, shape,
                "give it a unit for each class and Softmax, or use BinaryCrossentropy with Sigmoid"]);
            return null;
        }

        (Activation final, LayerSpec? layer) = FinalActivationOf(layers);
        if (value.Member.EndsWith("Crossentropy", StringComparison.Ordinal) && final != Activation.Sigmoid && final != Activation.Softmax)
        {
            string end = layer is null && layers.Any(node => node.Spec.FinalActivation is not null) ? "several rows, each with a softmax of its own"
                : final != Activation.Linear ? final.Name
                : head.TakesActivation ? "plain sums" : "plain numbers";
            string wanted = value.Member == "BinaryCrossentropy" ? "Sigmoid" : "Softmax";
            report(Rules.NoProbabilities.Id, [
                value.Member, title, end, head.TakesActivation ? $"end it in {wanted}" : $"add [Activation({wanted})] below it"]);
        }

        return new LossSpec(value.Member, final);
    }

    /// <summary>The statement that computes losses and gradient.</summary>
    public string Call(Activation fused, string outputs, string targets, string gradient, string losses, string batch)
    {
        string kernel = (Name, TakesSums) switch
        {
            ("BinaryCrossentropy", true) => "CrossentropyKernels.Sigmoid<HeadRow>",
            ("CategoricalCrossentropy", true) => "CrossentropyKernels.Softmax<HeadRow>",
            ("SparseCategoricalCrossentropy", true) => "CrossentropyKernels.SoftmaxSparse<HeadRow>",
            ("BinaryCrossentropy", false) => $"ProbabilityKernels.Binary<HeadRow, {fused.Name}>",
            ("CategoricalCrossentropy", false) => $"ProbabilityKernels.Categorical<HeadRow, {fused.Name}>",
            ("SparseCategoricalCrossentropy", false) => $"ProbabilityKernels.SparseCategorical<HeadRow, {fused.Name}>",
            ("MeanSquaredError", _) => $"ErrorKernels.Mean<HeadRow, {fused.Name}, SquaredError>",
            ("MeanAbsoluteError", _) => $"ErrorKernels.Mean<HeadRow, {fused.Name}, AbsoluteError>",
            _ => $"ErrorKernels.Mean<HeadRow, {fused.Name}, HuberError>",
        };
        return $"{kernel}({outputs}, {targets}, {gradient}, {losses}, rows, {batch});";
    }
}
