namespace StaticNet.Generators;

/// <summary><c>[PositionEmbedding]</c>: y = x and a learned row for each step.</summary>
internal sealed class PositionEmbeddingLayer : LayerKind
{
    public override string Name => "PositionEmbedding";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        Initializer initializer = layer.GetOption("Initializer", Initializer.GlorotUniform) ?? Initializer.GlorotUniform;
        if (!layer.RequireSequence())
            return null;
        int steps = layer.InputShape[0], written = layer.Get<int>("sequenceLength"), length = written == 0 ? steps : written;
        if (length < steps)
        {
            layer.Report(
                Rules.OutOfRange.Id, "sequenceLength", layer.Title, "sequenceLength", Text.Number(written),
                $"at least {Text.Number(steps)}, the steps of the sequence");
        }

        return new PositionEmbeddingSpec(layer.Name, layer.InputShape, Math.Max(length, steps), initializer);
    }
}

/// <summary>A checked embedding of positions.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="OutputShape">What it takes and gives for one sample.</param>
/// <param name="Length">The rows of the table.</param>
/// <param name="Initializer">What the table starts from.</param>
internal sealed record PositionEmbeddingSpec(string Name, EquatableArray<int> OutputShape, int Length, Initializer Initializer)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "PositionEmbedding";

    public override string Description => Length == OutputShape[0] ? Kind : $"{Kind}, {Text.Number(Length)} steps";

    public override MaskUse Mask => MaskUse.Passes;

    public override StepReach Reach => StepReach.SameStep;

    public override int ParameterCount => (int)Math.Min((long)Length * Width, ModelChecker.MaxNumbers + 1);

    public override IEnumerable<string> ParameterRoles => ["embeddings"];

    private int Width => OutputShape[1];

    public override Value Lower(Lowering lowering, Value input)
    {
        ParameterPlan table = lowering.AddParameter(this, "embeddings", new([Length, Width]), Initializer, Length, Width);
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        lowering.AddStep(new PositionEmbeddingStep(Identifier, this, input, output, table, lowering.Window));
        return output;
    }
}

/// <summary>
/// The sum of a sequence and a table: dtable = Σ dy over the batch, dx = dy. Where steps come one at a time, of a window that is not 0, each is added
/// the row of its place.
/// </summary>
internal sealed record PositionEmbeddingStep(string Identifier, LayerSpec Layer, Value Input, Value Output, ParameterPlan Table, int Window)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override long GradientBlock => PositionSizes.Block(TableFloats);

    public override IEnumerable<ShapeType> ShapeTypes
        => [new(Shape, "ILearnedPositionShape", new([.. PositionShape.Of(Input, Output, Window), ("TableFloats", (int)TableFloats)]))];

    public override Method Forward
        => NewMethod(
            "Forward", SameShapeComment("y = x + the row of each step"),
            Window == 0 ? Call("PositionKernels.Forward", [Shape], X, At(Table), Y, Samples()) : Call("PositionKernels.Step", [Shape], X, At(Table), Y, Position));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod("Backward", BackwardComment("dx = dy"), Call("RescalingKernels.Backward", [Input.Activation.Name], DY, X, DX, 1f, Samples(Input.Floats)));

    public override Method Update
        => NewMethod(
            "Update", $"{Layer.Name}, update: dtable = Σ dy over the batch",
            Call("PositionKernels.Update", [Shape], DY, Sink, GradientAt(Table), Batch(), Part, Parts));

    private long TableFloats => (long)Table.Shape[0] * Table.Stride;
}
