namespace StaticNet.Generators;

/// <summary>A checked merge of several values, number by number.</summary>
/// <param name="LayerKind">What the layer is.</param>
/// <param name="Name">The layer's name.</param>
/// <param name="OutputShape">What it gives for one sample.</param>
/// <param name="Operation">How two numbers become one: a structure of the run time.</param>
/// <param name="Sign">The same for people.</param>
/// <param name="Averages">Whether the result is divided by the number of values.</param>
internal sealed record MergeSpec(string LayerKind, string Name, EquatableArray<int> OutputShape, string Operation, string Sign, bool Averages)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override MaskUse Mask => MaskUse.Passes;

    public override StepReach Reach => StepReach.SameStep;

    // Two at a time, in the order in which they are named.
    public override Value Lower(Lowering lowering, Value input)
    {
        IReadOnlyList<Value> inputs = lowering.Inputs;
        Value merged = input;
        for (int i = 1; i < inputs.Count; i++)
        {
            bool isLast = i == inputs.Count - 1;
            string part = isLast ? "" : $"{i}_";
            EquatableArray<int> shape = isLast ? OutputShape : MergeLayer.ShapeOf(merged.Shape, inputs[i].Shape)!.Value;
            Value output = lowering.AddValue($"{Identifier}{part}Output", shape, merged.HasGradient || inputs[i].HasGradient);
            lowering.AddStep(new PairStep(Identifier + part, this, merged, inputs[i], output, Operation, Sign, isLast && Averages ? 1f / inputs.Count : 1));
            merged = output;
        }

        return merged;
    }
}

/// <summary>Two values as one, number by number. A value of a single row counts for all rows of the other, and its gradient is the sum over them.</summary>
/// <param name="Identifier">What the names of its methods begin with.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Input">The first value.</param>
/// <param name="Second">The second value.</param>
/// <param name="Output">The value it makes.</param>
/// <param name="Operation">How two numbers become one.</param>
/// <param name="Sign">The same for people.</param>
/// <param name="Scale">What the result is multiplied by.</param>
internal sealed record PairStep(
    string Identifier, LayerSpec Layer, Value Input, Value Second, Value Output, string Operation, string Sign, float Scale)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override IEnumerable<Value> Inputs => [Input, Second];

    public override PlanStep WithInputs(Func<Value, Value> other) => this with { Input = other(Input), Second = other(Second) };

    public override bool AppliesActivation => true;

    public override IEnumerable<ShapeType> ShapeTypes
        =>
        [
            new(
                Shape, "IPairShape",
                new([
                    ("Rows", Output.Rows), ("Width", Output.Width), ("FirstStride", Input.Stride), ("SecondStride", Second.Stride), ("Stride", Output.Stride),
                    ("RepeatsFirst", Input.Rows < Output.Rows), ("RepeatsSecond", Second.Rows < Output.Rows), ("Scale", Scale),
                ])),
        ];

    private Operand A => new ValueOperand(Input, "first");

    private Operand B => new ValueOperand(Second, "second");

    private string Formula
    {
        get
        {
            string merged = char.IsLetter(Sign[0]) ? $"{Sign}(first, second)" : $"first {Sign} second";
            return Scale == 1 ? merged : $"({merged}) * {Text.Number(Scale)}";
        }
    }

    public override Method Forward
        => NewMethod(
            "Forward", SameShapeComment($"y = {Output.ActivationOf}{Formula}"),
            Call("PairKernels.Forward", [Shape, Operation, Output.Activation.Name], A, B, Y, Samples()));

    public override Method? Backward
        => !Output.HasGradient ? null
            : NewMethod(
                "Backward", $"{Layer.Name}, backward: dz by what was merged",
                !Input.HasGradient ? null
                    : Call("PairKernels.BackwardFirst", [Shape, Operation, Input.Activation.Name], DZ, A, B, GradientBy(0, Input, "dFirst"), Samples()),
                !Second.HasGradient ? null
                    : Call("PairKernels.BackwardSecond", [Shape, Operation, Second.Activation.Name], DZ, A, B, GradientBy(1, Second, "dSecond"), Samples()));
}
