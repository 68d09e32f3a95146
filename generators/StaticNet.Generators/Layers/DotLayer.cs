namespace StaticNet.Generators;

/// <summary><c>[Dot]</c>: the rows or columns of two values multiplied with one another.</summary>
internal sealed class DotLayer : LayerKind
{
    public override string Name => "Dot";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        if (layer.Inputs.Count != 2)
        {
            layer.Report(
                Rules.OutOfRange.Id, "with", layer.Title, "the number of outputs", Text.Number(layer.Inputs.Count), "2: what stands above, and one that is named");
            return null;
        }

        foreach (CheckedInput input in layer.Inputs)
        {
            if (input.Shape.Count <= 2)
                continue;
            string flat = Text.Shape([input.Shape.Take(input.Shape.Count - 1).Aggregate(1, (size, next) => size * next), input.Shape[input.Shape.Count - 1]]);
            layer.Report(
                Rules.WrongRank.Id, null, layer.Title, "rows of numbers or sequences", Text.Shape(input.Shape), input.Title, $"put [Reshape{flat}] below that");
            return null;
        }

        if (AxesOf(layer) is not { } axes)
            return null;
        EquatableArray<int> first = layer.InputShape, second = layer.Inputs[1].Shape;
        if (first[axes.First] == second[axes.Second])
            return new DotSpec(layer.Name, ShapeOf(first, axes.First, second, axes.Second), axes.First, axes.Second, first[axes.First], layer.Get<bool>("Normalize"));
        layer.Report(
            Rules.MergedShapes.Id, layer.Has("Axes") ? "Axes" : "with", layer.Title, Text.Shape(first), layer.InputName, Text.Shape(second), layer.Inputs[1].Title,
            $"along axis {Text.Number(axes.First + 1)} of the one and axis {Text.Number(axes.Second + 1)} of the other, which are summed over, they must be as long; name others in Axes or bring them to the same size");
        return null;
    }

    private static EquatableArray<int> ShapeOf(EquatableArray<int> first, int firstAxis, EquatableArray<int> second, int secondAxis)
    {
        int[] shape = [.. first.Where((_, axis) => axis != firstAxis), .. second.Where((_, axis) => axis != secondAxis)];
        return new(shape.Length == 0 ? [1] : shape);
    }

    // Counted from 0, without the batch.
    private static (int First, int Second)? AxesOf(LayerCheckContext layer)
    {
        int[] written = layer.Has("Axes") ? [.. layer.GetAll<int>("Axes")] : [-1];
        if (written.Length is not (1 or 2))
        {
            layer.Report(Rules.OutOfRange.Id, "Axes", layer.Title, "Axes", Text.Shape(written), "one axis of both or one of each");
            return null;
        }

        int? first = AxisOf(layer.InputShape, written[0]), second = AxisOf(layer.Inputs[1].Shape, written[written.Length - 1]);
        if (first is not null && second is not null)
            return (first.Value, second.Value);
        EquatableArray<int> shape = first is null ? layer.InputShape : layer.Inputs[1].Shape;
        layer.Report(
            Rules.OutOfRange.Id, "Axes", layer.Title, "Axes", Text.Shape(written), shape.Count == 1 ? $"1 or -1, of {Text.Shape(shape)}" : $"1 or 2, or -1 or -2, of {Text.Shape(shape)}");
        return null;
    }

    private static int? AxisOf(EquatableArray<int> shape, int written)
        => (written < 0 ? written + shape.Count : written - 1) is >= 0 and var axis && axis < shape.Count ? axis : null;
}

/// <summary>Checked products of two values.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="OutputShape">What it gives for one sample.</param>
/// <param name="FirstAxis">The axis of the first that is summed over, counted from 0 without the batch.</param>
/// <param name="SecondAxis">The same of the second.</param>
/// <param name="Length">How long both are.</param>
/// <param name="Normalizes">Whether they are brought to length 1 along it.</param>
internal sealed record DotSpec(string Name, EquatableArray<int> OutputShape, int FirstAxis, int SecondAxis, int Length, bool Normalizes)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "Dot";

    public override string Description => Normalizes ? $"{Kind} of unit vectors" : Kind;

    public override long Operations => 2L * Length * OutputShape.Aggregate(1L, (size, next) => size * next);

    public override bool KeepsRows => false;

    public override Value Lower(Lowering lowering, Value input)
    {
        (Value first, int firstAxis, Value second, int secondAxis) = (lowering.Inputs[0], FirstAxis, lowering.Inputs[1], SecondAxis);
        if (Normalizes)
            (first, second) = (Unit("First", first, firstAxis), Unit("Second", second, secondAxis));

        // Columns of the result lie side by side: of one row of numbers and several, the one is the row of products.
        if (second.Shape.Count == 1 && first.Shape.Count > 1)
            (first, firstAxis, second, secondAxis) = (second, secondAxis, first, firstAxis);
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, first.HasGradient || second.HasGradient);
        Value scratch = lowering.AddScratch(Identifier + "Scratch", DotSizes.Scratch(Others(first, firstAxis), Others(second, secondAxis), Length));
        lowering.AddStep(new DotStep(Identifier, this, first, second, output, firstAxis, secondAxis, scratch));
        return output;

        Value Unit(string which, Value value, int axis)
        {
            string part = $"{Identifier}{which}_";
            bool alongRows = axis == value.Shape.Count - 1;
            Value unit = lowering.AddValue(part + "Output", value.Shape, value.HasGradient);
            Value factors = lowering.AddSaved(part + "Factors", new([UnitNormalizationSizes.Saved(value.Rows, value.Width, alongRows)]));
            lowering.AddStep(new UnitStep(part, this, value, unit, alongRows, factors));
            return unit;
        }
    }

    /// <summary>What a value has beside an axis.</summary>
    public static int Others(Value value, int axis) => value.Shape.Count == 1 ? 1 : value.Shape[1 - axis];
}

/// <summary>Products of two values: da = dy b and db = dyᵀ a, as they lie.</summary>
/// <param name="Identifier">What the names of its methods begin with.</param>
/// <param name="Dot">The layer that it belongs to.</param>
/// <param name="Input">The value whose part is a row of products.</param>
/// <param name="Second">The value whose part is a column of products.</param>
/// <param name="Output">The value it makes.</param>
/// <param name="FirstAxis">The axis of the first that is summed over.</param>
/// <param name="SecondAxis">The same of the second.</param>
/// <param name="Scratch">Memory for a copy of a factor.</param>
internal sealed record DotStep(string Identifier, DotSpec Dot, Value Input, Value Second, Value Output, int FirstAxis, int SecondAxis, Value Scratch)
    : PlanStep(Identifier, Dot, Input, Output)
{
    public override IEnumerable<Value> Inputs => [Input, Second];

    public override PlanStep WithInputs(Func<Value, Value> other) => this with { Input = other(Input), Second = other(Second) };

    public override IEnumerable<ShapeType> ShapeTypes
        =>
        [
            new(
                Shape, "IDotShape",
                new([
                    ("Rows", DotSpec.Others(Input, FirstAxis)), ("Columns", DotSpec.Others(Second, SecondAxis)), ("Length", Dot.Length),
                    ("FirstAlongRows", FirstAxis == Input.Shape.Count - 1), ("SecondAlongRows", SecondAxis == Second.Shape.Count - 1),
                    ("FirstStride", Input.Stride), ("SecondStride", Second.Stride), ("Stride", Output.Stride),
                ])),
        ];

    private Operand A => new ValueOperand(Input, "first");

    private Operand B => new ValueOperand(Second, "second");

    private Operand? ScratchSpace => Optional(Scratch, "scratch");

    public override Method Forward
        => NewMethod(
            "Forward", $"{Layer.Name}: {Text.Shape(Input.Shape)} and {Text.Shape(Second.Shape)} to {Text.Shape(Output.Shape)}. y = Σ first second along axes {Text.Number(FirstAxis + 1)} and {Text.Number(SecondAxis + 1)}",
            Call("DotKernels.Forward", [Shape], A, B, ScratchSpace, Y, Samples()));

    public override Method? Backward
        => !Output.HasGradient ? null
            : NewMethod(
                "Backward", $"{Layer.Name}, backward: dFirst = Σ dy second, dSecond = Σ dy first",
                !Input.HasGradient ? null
                    : Call("DotKernels.BackwardFirst", [Shape, Input.Activation.Name], DY, A, B, ScratchSpace, GradientBy(0, Input, "dFirst"), Samples()),
                !Second.HasGradient ? null
                    : Call("DotKernels.BackwardSecond", [Shape, Second.Activation.Name], DY, A, B, ScratchSpace, GradientBy(1, Second, "dSecond"), Samples()));
}
