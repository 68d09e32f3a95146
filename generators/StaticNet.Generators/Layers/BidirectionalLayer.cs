namespace StaticNet.Generators;

/// <summary><c>[Bidirectional, LSTM(n)]</c>: a recurrence in both directions, whose outputs are put together.</summary>
internal sealed class BidirectionalLayer : LayerKind
{
    public override string Name => "Bidirectional";

    public override IReadOnlyList<string> Wraps => Enum.GetNames(typeof(RecurrentKind));

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        LayerCheckContext wrapped = layer.Wrapped!;
        MergeMode mode = layer.GetOption("mergeMode", MergeMode.Concat) ?? MergeMode.Concat;
        if (wrapped.Get<bool>("GoBackwards"))
        {
            wrapped.Report(
                Rules.OutOfRange.Id, "GoBackwards", wrapped.Title, "GoBackwards", "true", "false, since Bidirectional walks in both directions anyway");
        }

        if (RecurrentSpec.Check(wrapped, (RecurrentKind)Enum.Parse(typeof(RecurrentKind), wrapped.Kind)) is not { } recurrence)
            return null;
        int units = recurrence.Units, width = mode == MergeMode.Concat ? 2 * units : units;
        int[] shape = recurrence.ReturnsSequences ? [recurrence.Steps, width] : [width];
        return new BidirectionalSpec(layer.Name, new(shape), recurrence with { GoBackwards = false }, mode);
    }
}

/// <summary>A checked recurrence in both directions.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="OutputShape">What it gives for one sample.</param>
/// <param name="Recurrence">The recurrence as it walks from the first step to the last.</param>
/// <param name="MergeMode">How the outputs are put together.</param>
internal sealed record BidirectionalSpec(string Name, EquatableArray<int> OutputShape, RecurrentSpec Recurrence, MergeMode MergeMode)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "Bidirectional";

    public override string Description => $"{Kind} {Recurrence.Description}{(MergeMode == MergeMode.Concat ? "" : $", {MergeMode}")}";

    public override MaskUse Mask => Recurrence.Mask;

    public override int ParameterCount => 2 * Recurrence.ParameterCount;

    public override long Operations => 2 * Recurrence.Operations;

    public override bool SharesBetween(EquatableArray<int> shape, EquatableArray<int> other) => HaveSameChannels(shape, other);

    public override IEnumerable<string> ParameterRoles
        => Recurrence.ParameterRoles.Select(role => "forward_" + role).Concat(Recurrence.ParameterRoles.Select(role => "backward_" + role));

    public override Value Lower(Lowering lowering, Value input)
    {
        if (Recurrence.Dropout > 0)
            input = RecurrentSpec.AddDropout(lowering, this, input, Recurrence.Dropout);
        Value scratch = Recurrence.AddScratch(lowering, Identifier);
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        Value fromStart = Walk("FromStart", "forward_", Recurrence), fromEnd = Walk("FromEnd", "backward_", Recurrence with { GoBackwards = true });

        // Without steps a mask has nothing to leave out.
        lowering.AddStep(new DirectionsStep(Identifier, this, fromStart, fromEnd, output, MergeMode, OutputShape.Count > 1 ? lowering.Mask : null));
        return output;

        Value Walk(string direction, string prefix, RecurrentSpec spec)
        {
            string identifier = $"{Identifier}{direction}_";
            Value walked = lowering.AddValue(Identifier + direction, Recurrence.OutputShape, hasGradient: true);
            lowering.AddStep(RecurrentStep.Create(lowering, identifier, this, spec, prefix, input, walked, scratch, keepsTime: true));
            return walked;
        }
    }
}

/// <summary>Puts the outputs of both directions together.</summary>
/// <param name="Identifier">What the names of its methods begin with.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="FromStart">What came of the walk from the first step to the last.</param>
/// <param name="FromEnd">What came of the other.</param>
/// <param name="Output">The value it makes.</param>
/// <param name="MergeMode">How they are put together.</param>
/// <param name="Mask">For each step whether it counts; null where all do.</param>
internal sealed record DirectionsStep(
    string Identifier, LayerSpec Layer, Value FromStart, Value FromEnd, Value Output, MergeMode MergeMode, Value? Mask)
    : PlanStep(Identifier, Layer, FromStart, Output)
{
    public override IEnumerable<Value> Inputs => [FromStart, FromEnd];

    public override PlanStep WithInputs(Func<Value, Value> other) => this with { Input = other(FromStart), FromStart = other(FromStart), FromEnd = other(FromEnd) };

    public override IEnumerable<ShapeType> ShapeTypes
        =>
        [
            new(
                Shape, "IMergeShape",
                new([
                    ("Rows", Output.Rows), ("Units", FromStart.Width), ("UnitStride", FromStart.Stride), ("OutputStride", Output.Stride),
                    ShapeMember.Of(MergeMode),
                ])),
        ];

    public override Method Forward
    {
        get
        {
            string what = MergeMode switch
            {
                MergeMode.Concat => "both outputs, one behind the other",
                MergeMode.Sum => "the sum of both outputs",
                MergeMode.Mul => "the product of both outputs",
                _ => "the mean of both outputs",
            };
            return NewMethod(
                "Forward", SameShapeComment($"y = {what}{(Mask is null ? "" : "; 0 at steps that do not count")}"),
                Call("MergeKernels.Forward", [Shape], Optional(FromStart, "fromStart"), Optional(FromEnd, "fromEnd"), Counts, Y, Samples()));
        }
    }

    public override Method Backward
        => NewMethod(
            "Backward", $"{Layer.Name}, backward: the gradient by the output of each direction",
            Call(
                "MergeKernels.Backward", [Shape], DY, Optional(FromStart, "fromStart"), Optional(FromEnd, "fromEnd"), Counts,
                GradientBy(0, FromStart, "dFromStart"), GradientBy(1, FromEnd, "dFromEnd"), Samples()));

    private Operand Counts => Optional(Mask, "mask") ?? "default";
}
