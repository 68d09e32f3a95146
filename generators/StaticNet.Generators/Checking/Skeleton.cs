namespace StaticNet.Generators;

/// <summary>
/// What a class keeps while its declaration is in error: base, constructor and members, as far as they can be told, so that code that
/// uses the model adds no errors of its own. None of it can run.
/// </summary>
/// <param name="Identity">Where the class lives.</param>
/// <param name="InputType">What the input is made of, as code writes it.</param>
/// <param name="TargetType">What a target is made of; null in a model for inference only.</param>
/// <param name="Constants">The names of its constants.</param>
/// <param name="Parameters">The names of the properties of its parameters.</param>
/// <param name="Outputs">The names of the methods that give the outputs of named layers.</param>
internal sealed record Skeleton(
    ClassIdentity Identity, string InputType, string? TargetType, EquatableArray<string> Constants, EquatableArray<string> Parameters,
    EquatableArray<string> Outputs)
{
    // Where a layer's input is not known, it is one of these that it takes: large enough for any window, and channels for any groups.
    private static readonly EquatableArray<int>[] _shapes = [new([5_040]), new([4_096, 5_040]), new([4_096, 4_096, 5_040])];

    /// <summary>What can be told of a declaration, whatever is wrong with it.</summary>
    public static Skeleton Of(ModelDeclaration declaration, Func<string, LayerKind?> kinds)
    {
        AttributeDeclaration? first = declaration.Attributes.FirstOrDefault(attribute => kinds(attribute.Kind) is not null);
        AttributeDeclaration? loss = declaration.Attributes.FirstOrDefault(attribute => attribute.Kind == "Loss");
        string[] taken = [declaration.Name, .. declaration.MemberNames];
        LayerNode[] layers = [.. LayersOf(declaration, kinds)];
        OutputMembers[] outputs = [.. OutputMembers.Of(layers)];
        return new Skeleton(
            declaration.Identity, first?.Kind == "Embedding" ? "int" : "float",
            loss is null ? null : LossSpec.TargetTypeOf((loss.Find("loss")?.Values[0] as EnumValue)?.Member ?? ""),
            new(GeneratedMembers.Constants.Concat(outputs.Select(output => output.Size)).Except(taken)),
            new(layers.SelectMany(layer => layer.Spec.Properties).Distinct().Except([.. taken, .. GeneratedMembers.Names])),
            new(outputs.Select(output => output.Predict).Except(taken)));
    }

    private static IEnumerable<LayerNode> LayersOf(ModelDeclaration declaration, Func<string, LayerKind?> kinds)
    {
        var names = new LayerNames();
        var values = new GraphValues(ModelChecker.InputShapeOf(declaration) ?? _shapes[0]);
        for (int i = 0; i < declaration.Attributes.Count; i++)
        {
            AttributeDeclaration attribute = declaration.Attributes[i];
            if (kinds(attribute.Kind) is not { } kind)
                continue;
            AttributeDeclaration? wrapped = i + 1 < declaration.Attributes.Count && kind.Wraps.Contains(declaration.Attributes[i + 1].Kind)
                ? declaration.Attributes[++i]
                : null;
            string name = names.NameOf(attribute, wrapped, (_, _) => { });
            if (!LayerNames.IsValid(name) || (kind.Wraps.Count > 0 && wrapped is null))
                continue;

            // What is named and not known is taken for the value above.
            int taken = attribute.IsMerge ? 1 : 1 + attribute.With.Count();
            string? from = attribute.From ?? wrapped?.From;
            List<int> inputs = values.Resolve(from, attribute.With, "", (_, _, _) => { }) ?? [.. Enumerable.Repeat(values.Last, taken)];
            IEnumerable<IEnumerable<EquatableArray<int>>> guesses = _shapes.Select(shape => Enumerable.Repeat(shape, attribute.IsMerge ? 2 : taken));
            LayerSpec? spec = guesses.Prepend(inputs.Select(input => values.InputOf(input).Shape))
                .Select(shapes => Check(kind, attribute, wrapped, name, shapes)).FirstOrDefault(found => found is not null);
            if (spec is null)
                continue;
            if (ModelChecker.Fits(spec.OutputShape))
                values.Add(spec, "", inputs);
            yield return new LayerNode(spec, new([0]), LayerNames.WrittenName(attribute, wrapped) is not null);
        }
    }

    private static LayerSpec? Check(
        LayerKind kind, AttributeDeclaration attribute, AttributeDeclaration? wrapped, string name, IEnumerable<EquatableArray<int>> inputs)
    {
        return kind.Check(Checking(attribute, wrapped is null ? null : Checking(wrapped, null)));

        LayerChecking Checking(AttributeDeclaration layer, LayerChecking? inner) => LayerChecking.OfGuess(layer, name, inputs, inner);
    }
}
