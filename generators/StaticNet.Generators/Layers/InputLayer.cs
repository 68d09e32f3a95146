namespace StaticNet.Generators;

/// <summary><c>[Input]</c>: an input of a model that has several.</summary>
internal sealed class InputLayer : LayerKind
{
    public override string Name => AttributeNames.Input;

    public override bool IsModelInput => true;

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        var shape = new EquatableArray<int>(layer.GetAll<int>("shape"));
        int tokens = layer.Get("Tokens", 0);
        if (tokens < 0)
            layer.Report(Rules.OutOfRange.Id, "Tokens", layer.Title, "Tokens", Text.Number(tokens), "at least 1, or 0 in an input of numbers");
        if (shape.Count > 0 && shape.All(size => size >= 1))
            return new InputSpec(layer.Name, shape, Math.Max(0, tokens));
        layer.Report(
            Rules.OutOfRange.Id, "shape", layer.Title, "shape", shape.Count == 0 ? "missing" : Text.Shape(shape), "one or more sizes of at least 1, as in [Input(\"tags\", 12)]");
        return null;
    }
}

/// <summary>A checked input.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="OutputShape">Its shape for one sample.</param>
/// <param name="Tokens">The number of different tokens that it is said to be made of; 0 where nothing is said.</param>
internal sealed record InputSpec(string Name, EquatableArray<int> OutputShape, int Tokens) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "InputLayer";

    public override StepReach Reach => StepReach.SameStep;

    public override bool IsInput => true;

    public override int Vocabulary => Tokens;

    public override Value Lower(Lowering lowering, Value input) => lowering.AddInput(Identifier + "Input", OutputShape);
}
