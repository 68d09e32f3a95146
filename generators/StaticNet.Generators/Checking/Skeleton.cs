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
/// <param name="Columns">The inputs and outputs, where there are several; null where there is one of each.</param>
/// <param name="Decodes">Whether it may well predict step by step.</param>
internal sealed record Skeleton(
    ClassIdentity Identity, string InputType, string? TargetType, EquatableArray<string> Constants, EquatableArray<string> Parameters,
    EquatableArray<string> Outputs, ColumnMembers? Columns, bool Decodes)
{
    private const string Mixed = ColumnMembers.Mixed;

    // Where a layer's input is not known, it is one of these that it takes: large enough for any window, and channels for any groups.
    private static readonly EquatableArray<int>[] _shapes = [new([5_040]), new([4_096, 5_040]), new([4_096, 4_096, 5_040])];

    /// <summary>What can be told of a declaration, whatever is wrong with it.</summary>
    public static Skeleton Of(ModelDeclaration declaration, Func<string, LayerKind?> kinds)
    {
        string[] taken = [declaration.Name, .. declaration.MemberNames];
        IReadOnlyList<Expanded> written = new Expander(declaration.Blocks, kind => kind == AttributeNames.Share || kinds(kind) is not null, _ => { }).Expand(declaration.Attributes);
        (List<LayerNode> layers, HashSet<string> tokens) = LayersOf(written, declaration, kinds);
        OutputMembers[] outputs = [.. OutputMembers.Of(layers)];
        ColumnMembers columns = ColumnsOf(declaration, written, layers, tokens, kinds);
        bool hasColumns = columns.Inputs.Count > 1 || columns.Outputs.Count > 1;
        return new Skeleton(
            declaration.Identity, columns.InputType, columns.TargetType,
            new(GeneratedMembers.Constants.Concat(outputs.Select(output => output.Size)).Except(taken)),
            new(layers.SelectMany(layer => layer.Properties).Distinct().Except([.. taken, .. GeneratedMembers.Names])),
            new(outputs.Select(output => output.Predict).Except(taken)), hasColumns ? columns : null,
            !hasColumns && layers.Any(layer => layer.Spec.Reach == StepReach.Causal) && !taken.Contains(GeneratedMembers.StartDecoding));
    }

    private static ColumnMembers ColumnsOf(ModelDeclaration declaration, IReadOnlyList<Expanded> written, List<LayerNode> layers, HashSet<string> tokens, Func<string, LayerKind?> kinds)
    {
        // An output is called by the layer above it, an input by its own name, as far as they are known.
        var names = new HashSet<string>(StringComparer.Ordinal);
        var outputs = new List<string>();
        EnumValue? loss = null;
        bool hasLoss = false;
        AttributeDeclaration[] inputs = [.. declaration.Attributes.Where(attribute => attribute.Kind == AttributeNames.Input)];
        (string Name, string Type)[] parameters = [.. inputs.Select((input, at) => (NameOf(LayerNames.WrittenName(input, null), $"input{at}"), TypeOf(input))).Where(input => names.Add(input.Item1))];
        int layer = -1;
        foreach (AttributeDeclaration attribute in declaration.Attributes)
        {
            if (attribute.Kind is AttributeNames.Loss or AttributeNames.Output && attribute.Find("loss") is { } found)
                (hasLoss, loss) = (true, found.Values[0] as EnumValue);
            if (attribute.Kind == AttributeNames.Output && NameOf(layer < 0 ? null : layers[Math.Min(layer, layers.Count - 1)].Spec.Name, $"output{outputs.Count}") is var name && names.Add(name))
                outputs.Add(name);
            else if (attribute.Kind is not (AttributeNames.Model or AttributeNames.Loss or AttributeNames.Output))
                layer = Math.Min(layer + 1, layers.Count - 1);
        }

        string input = parameters.Length > 1 ? Mixed : parameters.Length == 1 ? parameters[0].Type
            : FirstOf(written) is { } first && kinds(first.Kind)?.TakesTokens == true ? "int" : "float";
        return new ColumnMembers(
            new(parameters.Length > 0 ? parameters : [("input", input)]), new(outputs.Count > 0 ? outputs : ["output"]), input,
            !hasLoss ? null : outputs.Count > 1 ? Mixed : LossSpec.TargetTypeOf(loss));

        string TypeOf(AttributeDeclaration attribute)
            => attribute.Find("Tokens") is not null || (LayerNames.WrittenName(attribute, null) is { } name && tokens.Contains(name)) ? "int" : "float";

        static string NameOf(string? name, string otherwise) => name is not null && LayerNames.IsValid(name) ? ColumnMembers.ParameterOf(name) : otherwise;
    }

    private static AttributeDeclaration? FirstOf(IReadOnlyList<Expanded> written)
        => written.Select(part => part is ExpandedUse use ? FirstOf(use.Body) : part.Attribute).FirstOrDefault(attribute => attribute is not null);

    // The layers, and the names of the inputs that tables read.
    private static (List<LayerNode> Layers, HashSet<string> Tokens) LayersOf(IReadOnlyList<Expanded> written, ModelDeclaration declaration, Func<string, LayerKind?> kinds)
    {
        var names = new LayerNames();
        var values = new GraphValues(ModelChecker.InputShapeOf(declaration) ?? _shapes[0]);
        var layers = new List<LayerNode>();
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        var shareable = new Dictionary<string, (Expanded Part, AttributeDeclaration? Wrapped)>(StringComparer.Ordinal);
        AddAll(written);
        return (layers, tokens);

        void AddAll(IReadOnlyList<Expanded> parts)
        {
            for (int i = 0; i < parts.Count && layers.Count < Expander.MaxLayers; i++)
            {
                if (parts[i].Attribute.Kind == AttributeNames.Share)
                {
                    AddShare(parts[i].Attribute);
                    continue;
                }

                if (parts[i] is ExpandedUse use)
                {
                    AddUse(use);
                    continue;
                }

                LayerKind kind = kinds(parts[i].Attribute.Kind)!;
                AttributeDeclaration? wrapped = i + 1 < parts.Count && kind.Wraps.Contains(parts[i + 1].Attribute.Kind) ? parts[i + 1].Attribute : null;
                string name = Add(kind, parts[i].Attribute, wrapped);
                shareable[name] = (parts[i], wrapped);
                i += wrapped is null ? 0 : 1;
            }
        }

        void AddUse(ExpandedUse use)
        {
            string first = "";
            for (int time = 0; time < use.Times; time++)
            {
                string name = names.NameOf(use, time, (_, _) => { });
                first = time == 0 ? name : first;
                string outer = values.Enter(name + "/", time > 0 ? values.Above : (values.Resolve(use.Attribute.From, [], "", (_, _, _) => { }) ?? [values.Above])[0]);
                names.Prefix = values.Prefix;
                AddAll(use.Body);
                values.Leave(outer);
                names.Prefix = outer;
                values.SetName(name, values.Above);
                shareable[name] = (use with { Times = 1 }, null);
            }

            values.SetName(first, values.Above);
            shareable[first] = (use, null);
            if (use.Name is not null && values.Prefix.Length == 0 && layers.Count > 0)
                layers[layers.Count - 1] = layers[layers.Count - 1] with { IsNamed = true, UseName = first };
        }

        // A shared layer gives what the first of that name does; where that is not known, its output is taken to have the shape of its input.
        void AddShare(AttributeDeclaration share)
        {
            int before = layers.Count;
            bool isKnown = shareable.TryGetValue(values.Prefix + (share.Find("name")?.Values[0] as string ?? ""), out (Expanded Part, AttributeDeclaration? Wrapped) shared);
            if (isKnown && shared.Part is ExpandedUse use)
                AddUse(use with { Attribute = GraphChecker.AsShared(use.Attribute, share), Block = AttributeNames.Share });
            else if (isKnown)
                shareable[Add(kinds(shared.Part.Attribute.Kind)!, GraphChecker.AsShared(shared.Part.Attribute, share), shared.Wrapped is null ? null : GraphChecker.OptionsOf(shared.Wrapped), AttributeNames.Share)] = shared;
            else if (names.NameOf(share, null, false, (_, _) => { }) is var name && LayerNames.IsValid(name.Replace('/', '_')))
                layers.Add(new LayerNode(new UnknownSpec(name, values.InputOf(values.Above).Shape), new([0]), values.Prefix.Length == 0 && LayerNames.WrittenName(share, null) is not null));
            for (; before < layers.Count; before++)
                layers[before] = layers[before] with { SharesWith = layers[before].SharesWith ?? before };
        }

        string Add(LayerKind kind, AttributeDeclaration attribute, AttributeDeclaration? wrapped, string? called = null)
        {
            string name = names.NameOf(attribute with { Kind = called ?? attribute.Kind }, wrapped, kind.IsModelInput, (_, _) => { });
            if (LayerNames.IsValid(name.Replace('/', '_')) && (kind.Wraps.Count == 0 || wrapped is not null))
                AddNamed(kind, attribute, wrapped, name);
            return name;
        }

        void AddNamed(LayerKind kind, AttributeDeclaration attribute, AttributeDeclaration? wrapped, string name)
        {
            if (kind.IsModelInput)
            {
                LayerSpec input = kind.Check(LayerCheckContext.OfGuess(attribute, name, [], null)) ?? new UnknownSpec(name, _shapes[0], IsModelInput: true);
                values.Add(input, name, []);
                layers.Add(new LayerNode(input, default));
                return;
            }

            // What is named and not known is taken for the value above.
            int taken = attribute.IsMerge ? 1 : 1 + attribute.With.Count();
            string? from = attribute.From ?? wrapped?.From;
            List<int> inputs = values.Resolve(from, attribute.With, "", (_, _, _) => { }) ?? [.. Enumerable.Repeat(values.Above, taken)];
            IEnumerable<IEnumerable<EquatableArray<int>>> guesses = _shapes.Select(shape => Enumerable.Repeat(shape, attribute.IsMerge ? 2 : taken));
            LayerSpec? spec = guesses.Prepend(inputs.Select(input => values.InputOf(input).Shape))
                .Select(shapes => Check(kind, attribute, wrapped, name, shapes)).FirstOrDefault(found => found is not null);
            if (spec is null)
                return;
            if (spec.Vocabulary > 0)
                tokens.Add(values.InputOf(inputs[0]).Title);
            if (ModelChecker.Fits(spec.OutputShape))
                values.Add(spec, "", inputs);
            layers.Add(new LayerNode(spec, new([0]), values.Prefix.Length == 0 && LayerNames.WrittenName(attribute, wrapped) is not null));
        }
    }

    // An input whose shape is wrong, or a shared layer whose first run is not known.
    private sealed record UnknownSpec(string Name, EquatableArray<int> OutputShape, bool IsModelInput = false) : LayerSpec(Name, OutputShape)
    {
        public override string Kind => "InputLayer";

        public override bool IsInput => IsModelInput;
    }

    private static LayerSpec? Check(
        LayerKind kind, AttributeDeclaration attribute, AttributeDeclaration? wrapped, string name, IEnumerable<EquatableArray<int>> inputs)
    {
        return kind.Check(Checking(attribute, wrapped is null ? null : Checking(wrapped, null)));

        LayerCheckContext Checking(AttributeDeclaration layer, LayerCheckContext? inner) => LayerCheckContext.OfGuess(layer, name, inputs, inner);
    }
}
