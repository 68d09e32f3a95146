namespace StaticNet.Generators;

/// <summary><c>[Concatenate]</c>: values one behind the other along an axis.</summary>
internal sealed class ConcatenateLayer : LayerKind
{
    public override string Name => "Concatenate";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        if (layer.GetAxis("Axis") is not { } axis)
            return null;
        int rank = layer.InputShape.Count;
        long length = 0;
        foreach (CheckedInput input in layer.Inputs)
        {
            if (!Others(input.Shape, axis).SequenceEqual(Others(layer.InputShape, axis)) || input.Shape.Count != rank)
            {
                layer.Report(
                    Rules.MergedShapes.Id, "with", layer.Title, Text.Shape(layer.InputShape), layer.InputName, Text.Shape(input.Shape), input.Title,
                    input.Shape.Count != rank ? "bring both to the same shape, by Flatten or Reshape"
                        : $"they may differ along axis {Text.Number(axis + 1)} alone; bring the other sizes together, by padding, strides or pooling");
                return null;
            }

            length += input.Shape[axis];
        }

        // One that is beyond all budgets is reported behind this.
        int whole = (int)Math.Min(length, int.MaxValue);
        return new ConcatenateSpec(layer.Name, new(layer.InputShape.Select((size, at) => at == axis ? whole : size)), axis);
    }

    private static IEnumerable<int> Others(EquatableArray<int> shape, int axis) => shape.Where((_, at) => at != axis);
}

/// <summary>A checked concatenation.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="OutputShape">What it gives for one sample.</param>
/// <param name="Axis">The axis, counted from 0 without the batch.</param>
internal sealed record ConcatenateSpec(string Name, EquatableArray<int> OutputShape, int Axis) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "Concatenate";

    public override string Description => Axis == OutputShape.Count - 1 ? Kind : $"{Kind}, axis {Text.Number(Axis + 1)}";

    // Along the last axis a step stays a step.
    public override MaskUse Mask => OutputShape.Count > 1 && Axis == OutputShape.Count - 1 ? MaskUse.Passes : MaskUse.Drops;

    public override StepReach Reach => Axis > 0 ? StepReach.SameStep : StepReach.All;

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, lowering.Inputs.Any(part => part.HasGradient));
        lowering.AddStep(new ConcatenateStep(Identifier, this, new(lowering.Inputs), output, Axis));
        return output;
    }
}

/// <summary>Puts values one behind the other; each part of the gradient goes back to whom it belongs.</summary>
/// <param name="Identifier">What the names of its methods begin with.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Sources">The values, in order.</param>
/// <param name="Output">The value it makes.</param>
/// <param name="Axis">The axis.</param>
internal sealed record ConcatenateStep(string Identifier, LayerSpec Layer, EquatableArray<Value> Sources, Value Output, int Axis)
    : PlanStep(Identifier, Layer, Sources[0], Output)
{
    public override IEnumerable<Value> Inputs => Sources;

    public override PlanStep WithInputs(Func<Value, Value> other) => this with { Input = other(Input), Sources = new(Sources.Select(other)) };

    // Rows stay whole where another axis than the last is concatenated.
    public override IEnumerable<ShapeType> ShapeTypes
    {
        get
        {
            bool alongRow = Axis == Output.Shape.Count - 1;
            int blocks = alongRow ? 1 : Output.Shape.Take(Axis).Aggregate(1, (size, next) => size * next), at = 0;
            for (int i = 0; i < Sources.Count; i++)
            {
                Value part = Sources[i];
                int size = alongRow ? part.Width : part.Rows / blocks;
                yield return new(
                    TypeOf(i), "IConcatenationShape",
                    new([
                        ("Blocks", blocks), ("Rows", part.Rows / blocks), ("Width", part.Width), ("Stride", part.Stride), ("ResultRows", Output.Rows / blocks),
                        ("RowAt", alongRow ? 0 : at), ("ColumnAt", alongRow ? at : 0), ("ResultStride", Output.Stride),
                        ("EndsRows", !alongRow || i == Sources.Count - 1),
                    ]));
                at += size;
            }
        }
    }

    public override Method Forward
        => NewMethod(
            "Forward", SameShapeComment($"y = {string.Join(", ", Sources.Select((_, i) => Role(i)))}, one behind the other"),
            [.. Sources.Select((part, i) => Call("ConcatenationKernels.Forward", [TypeOf(i)], new ValueOperand(part, Role(i)), Y with { IsResult = true }, Samples()))]);

    public override Method? Backward
        => !Output.HasGradient ? null
            : NewMethod(
                "Backward", $"{Layer.Name}, backward: to each the part of dy that is its own",
                [
                    .. Sources.Select((part, i) => !part.HasGradient ? null
                        : Call(
                            "ConcatenationKernels.Backward", [TypeOf(i), part.Activation.Name], DY, new ValueOperand(part, Role(i)),
                            GradientBy(i, part, $"d{Text.Pascal(Role(i))}"), Samples())),
                ]);

    private string TypeOf(int part) => $"{Identifier}Part{part + 1}";

    private static string Role(int part) => $"x{part + 1}";
}
