namespace StaticNet.Generators;

/// <summary><c>[Permute]</c>: the axes in another order.</summary>
internal sealed class PermuteLayer : LayerKind
{
    public override string Name => "Permute";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        int[] dims = [.. layer.GetAll<int>("dims")];
        int rank = layer.InputShape.Count;
        if (!dims.OrderBy(axis => axis).SequenceEqual(Enumerable.Range(1, rank)))
        {
            layer.Report(
                Rules.Permutation.Id, "dims", layer.Title, Text.Shape(dims), Text.Number(rank), Text.Shape(layer.InputShape),
                Text.Shape(Mended(dims, rank)));
            return null;
        }

        var spec = new PermuteSpec(layer.Name, new(dims.Select(axis => layer.InputShape[axis - 1])), new(dims));
        if (rank <= 3 || spec.ChangesNothing)
            return spec;
        int rest = layer.InputShape.Skip(2).Aggregate(1, (size, next) => size * next);
        layer.Report(
            Rules.WrongRank.Id, null, layer.Title, "at most three axes", Text.Shape(layer.InputShape), layer.InputName,
            $"put [Reshape{Text.Shape([layer.InputShape[0], layer.InputShape[1], rest])}] above it and permute that");
        return null;
    }

    // What names an axis for the first time stays; the axes that are left out take the other places.
    private static int[] Mended(int[] dims, int rank)
    {
        bool IsFirst(int axis, int place) => axis >= 1 && axis <= rank && Array.IndexOf(dims, axis) == place;
        int[] kept = [.. dims.Take(rank).Select((axis, place) => IsFirst(axis, place) ? axis : 0)];
        var missing = new Queue<int>(Enumerable.Range(1, rank).Except(kept));
        return [.. Enumerable.Range(0, rank).Select(place => place < kept.Length && kept[place] > 0 ? kept[place] : missing.Dequeue())];
    }
}

/// <summary>A checked permutation.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="OutputShape">What it gives for one sample.</param>
/// <param name="Dims">For each axis of the output the axis of the input, counted from 1.</param>
internal sealed record PermuteSpec(string Name, EquatableArray<int> OutputShape, EquatableArray<int> Dims) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "Permute";

    public override string Description => $"{Kind}, {Text.Shape(Dims)}";

    public override Activation? FinalActivation => null;

    public override bool KeepsRows => Dims[Dims.Count - 1] == Dims.Count;

    /// <summary>Whether the axes are in order already.</summary>
    public bool ChangesNothing => Dims.SequenceEqual(Enumerable.Range(1, Dims.Count));

    public override Value Lower(Lowering lowering, Value input)
    {
        if (ChangesNothing)
            return input;
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new PermuteStep(Identifier, this, input, output, Dims));
        return output;
    }
}

/// <summary>A permutation; the gradient is permuted back.</summary>
internal sealed record PermuteStep(string Identifier, LayerSpec Layer, Value Input, Value Output, EquatableArray<int> Dims)
    : KernelStep(Identifier, Layer, Input, Output)
{
    protected override string Formula => $"y = x with its axes in the order {Text.Shape(Dims)}";

    protected override string BackwardFormula => "dx = dy with its axes in the first order";

    protected override string ForwardKernel => "PermuteKernels.Forward";

    protected override string BackwardKernel => "PermuteKernels.Backward";

    // A matrix is an image of one row of pixels.
    public override IEnumerable<ShapeType> ShapeTypes
    {
        get
        {
            int[] axes = Dims.Count == 2 ? [0, .. Dims] : [.. Dims.Select(axis => axis - 1)];
            int height = Dims.Count == 2 ? 1 : Input.Shape[0];
            yield return new(
                Shape, "IPermutationShape",
                new([
                    ("Height", height), ("Width", Input.Rows / height), ("Channels", Input.Width), ("Stride", Input.Stride),
                    ("First", axes[0]), ("Second", axes[1]), ("Third", axes[2]), ("ResultStride", Output.Stride),
                ]));
        }
    }
}
