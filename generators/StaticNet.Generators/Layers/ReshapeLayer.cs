namespace StaticNet.Generators;

/// <summary><c>[Reshape]</c>: the same numbers, in row-major order, in another shape.</summary>
internal sealed class ReshapeLayer : LayerKind
{
    public override string Name => "Reshape";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        int[] target = [.. layer.GetAll<int>("targetShape")];
        int count = layer.InputShape.Aggregate(1, (size, next) => size * next);
        long known = Count(target);
        if (target.Length == 0 || target.Any(size => size is < -1 or 0) || target.Count(size => size == -1) > 1)
        {
            layer.Report(
                Rules.OutOfRange.Id, "targetShape", layer.Title, "targetShape", target.Length == 0 ? "missing" : Text.Shape(target),
                "sizes of at least 1, of which one may be -1");
            return null;
        }

        bool open = target.Contains(-1);
        if (open ? count % known != 0 : count != known)
        {
            string holds = known > int.MaxValue ? "far more" : (open ? "a multiple of " : "") + Text.Number(known);
            layer.Report(
                Rules.ReshapeCount.Id, "targetShape", layer.Title, Text.Shape(target), holds, Text.Shape(layer.InputShape),
                Text.Number(count), layer.InputName, Remedy(target, count));
            return null;
        }

        return new ReshapeSpec(Name, layer.Name, layer.InputShape, new(target.Select(size => size == -1 ? count / (int)known : size)));
    }

    // Stops multiplying beyond what a shape can hold, before it overflows.
    private static long Count(IEnumerable<int> sizes)
        => sizes.Where(size => size != -1).Aggregate(1L, (count, size) => count > int.MaxValue ? count : count * size);

    // The smallest change: one size for another, the next below that divides where -1 takes the rest; else one for all.
    private static string Remedy(int[] target, int count)
    {
        for (int i = target.Length - 1; i >= 0; i--)
        {
            long others = Count(target.Where((_, other) => other != i));
            if (target[i] == -1 || count % others != 0)
                continue;
            int rest = count / (int)others, mended = target.Contains(-1) ? Math.Min(target[i], rest) : rest;
            while (rest % mended != 0)
                mended--;
            return Text.Shape(target.Select((size, at) => at == i ? mended : size));
        }

        return Text.Shape([count]);
    }
}

/// <summary>A checked layer that changes the shape alone.</summary>
internal sealed record ReshapeSpec(string LayerKind, string Name, EquatableArray<int> InputShape, EquatableArray<int> OutputShape)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override Activation? FinalActivation => null;

    public override bool KeepsRows => InputShape[InputShape.Count - 1] == OutputShape[OutputShape.Count - 1];

    // Where neither shape has gaps between its rows, nothing has to move.
    public override Value Lower(Lowering lowering, Value input)
    {
        Value view = input with { Shape = OutputShape };
        view = view with { Stride = view.Rows == 1 || !input.HasGradient ? view.Width : Layout.Align(view.Width) };
        if (view.Rows == 1 && input.Rows == 1)
            return view with { Stride = input.Stride };
        if (!input.HasGaps && !view.HasGaps)
            return view;
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new CopyRowsStep(Identifier, this, input, output));
        return output;
    }
}

/// <summary>Numbers that move because rows of one shape have gaps where those of the other have none.</summary>
internal sealed record CopyRowsStep(string Identifier, LayerSpec Layer, Value Input, Value Output) : PlanStep(Identifier, Layer, Input, Output)
{
    public override IEnumerable<ShapeType> ShapeTypes
        =>
        [
            new(
                Shape, "IReshapeShape",
                new([
                    ("Rows", Input.Rows), ("Width", Input.Width), ("Stride", Input.Stride),
                    ("ResultRows", Output.Rows), ("ResultWidth", Output.Width), ("ResultStride", Output.Stride),
                ])),
        ];

    public override Method Forward
        => NewMethod(
            "Forward", $"{Layer.Name}: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}, without the gaps between rows",
            Call("RowsKernels.Copy", [Shape], X, Y, Samples()));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod("Backward", BackwardComment("dx = dy in the shape of x"), Call("RowsKernels.Backward", [Shape, Input.Activation.Name], DY, X, DX, Samples()));
}
