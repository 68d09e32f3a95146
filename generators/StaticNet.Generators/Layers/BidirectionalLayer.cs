namespace StaticNet.Generators;

/// <summary><c>[Bidirectional, LSTM(n)]</c>: a recurrence in both directions, whose outputs are put together.</summary>
internal sealed class BidirectionalLayer : LayerKind
{
    public override string Name => "Bidirectional";

    public override IReadOnlyList<string> Wraps => ["LSTM", "GRU", "SimpleRNN"];

    public override LayerSpec? Check(LayerChecking layer)
    {
        LayerChecking wrapped = layer.Wrapped!;
        string? mode = layer.GetOption("mergeMode");
        if (wrapped.Get<bool>("GoBackwards"))
        {
            wrapped.Report(
                Rules.OutOfRange.Id, "GoBackwards", wrapped.Title, "GoBackwards", "true", "false, since Bidirectional walks in both directions anyway");
        }

        if (RecurrentSpec.Check(wrapped, wrapped.Kind) is not { } recurrence)
            return null;
        int units = recurrence.Units, width = mode is "Sum" or "Mul" or "Ave" ? units : 2 * units;
        int[] shape = recurrence.ReturnsSequences ? [recurrence.Steps, width] : [width];
        return new BidirectionalSpec(layer.Name, new(shape), recurrence with { GoBackwards = false }, mode ?? "Concat");
    }
}

/// <summary>A checked recurrence in both directions.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="OutputShape">What it gives for one sample.</param>
/// <param name="Recurrence">The recurrence as it walks from the first step to the last.</param>
/// <param name="MergeMode">How the outputs are put together.</param>
internal sealed record BidirectionalSpec(string Name, EquatableArray<int> OutputShape, RecurrentSpec Recurrence, string MergeMode)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "Bidirectional";

    public override string Description => $"{Kind} {Recurrence.Description}{(MergeMode == "Concat" ? "" : $", {MergeMode}")}";

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
    string Identifier, LayerSpec Layer, Value FromStart, Value FromEnd, Value Output, string MergeMode, Value? Mask)
    : PlanStep(Identifier, Layer, FromStart, Output)
{
    public override IEnumerable<Value> Inputs => [FromStart, FromEnd];

    public override PlanStep WithInputs(Func<Value, Value> other) => this with { Input = other(FromStart), FromStart = other(FromStart), FromEnd = other(FromEnd) };

    public override IEnumerable<SizesType> Sizes
        =>
        [
            new(
                Shape, "IMergeShape",
                new([
                    ("Rows", Output.Rows), ("Units", FromStart.Width), ("UnitStride", FromStart.Stride), ("OutputStride", Output.Stride),
                    ShapeMember.Of("MergeMode", MergeMode),
                ])),
        ];

    public override Method Forward
    {
        get
        {
            string what = MergeMode switch
            {
                "Concat" => "both outputs, one behind the other",
                "Sum" => "the sum of both outputs",
                "Mul" => "the product of both outputs",
                _ => "the mean of both outputs",
            };
            return Do(
                "Forward", Keeps($"y = {what}{(Mask is null ? "" : "; 0 at steps that do not count")}"),
                Call("MergeKernels.Forward", [Shape], Note(FromStart, "fromStart"), Note(FromEnd, "fromEnd"), Counts, Y, Rows()));
        }
    }

    public override Method Backward
        => Do(
            "Backward", $"{Layer.Name}, backward: the gradient by the output of each direction",
            Call(
                "MergeKernels.Backward", [Shape], DY, Note(FromStart, "fromStart"), Note(FromEnd, "fromEnd"), Counts,
                GradientBy(0, FromStart, "dFromStart"), GradientBy(1, FromEnd, "dFromEnd"), Rows()));

    private Operand Counts => Note(Mask, "mask") ?? "default";
}
