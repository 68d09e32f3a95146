namespace StaticNet.Generators;

/// <summary>
/// A causal attention at one step of a sequence, whose query asks the keys and values that earlier steps have left, and its own, which it leaves
/// to those that follow.
/// </summary>
/// <param name="Identifier">What the names of its methods begin with.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Query">The query, a row for each head.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
/// <param name="Output">The value it makes, in which heads lie one behind the other.</param>
/// <param name="Options">Its options.</param>
/// <param name="Window">The steps of a whole sequence.</param>
/// <param name="Kept">The keys and values of all steps so far.</param>
/// <param name="Scratch">Memory that the kernel needs while it runs.</param>
internal sealed record KeptAttentionStep(
    string Identifier, LayerSpec Layer, Value Query, Value Key, Value Value, Value Output, AttentionOptions Options, int Window, Value Kept, Value Scratch)
    : PlanStep(Identifier, Layer, Query, Output)
{
    public override IEnumerable<Value> Inputs => [Query, Key, Value];

    public override PlanStep WithInputs(Func<Value, Value> other)
        => this with { Input = other(Query), Query = other(Query), Key = other(Key), Value = other(Value) };

    public override IEnumerable<ShapeType> ShapeTypes => [AttentionStep.SizesOf(Shape, Query, Value, Output, Options, queries: 1, keys: Window, hasMask: false)];

    /// <summary>The step of an attention over three values whose rows are whole vectors.</summary>
    public static KeptAttentionStep Create(
        Lowering lowering, string identifier, LayerSpec layer, Value query, Value key, Value value, Value output, AttentionOptions options)
        => new(
            identifier, layer, query, key, value, output, options, lowering.Window,
            lowering.AddKept(identifier + "Kept", AttentionSizes.Kept(lowering.Window, options.Heads, query.Width, value.Width)),
            lowering.AddScratch(identifier + "Scratch", AttentionSizes.StepScratch(lowering.Window, value.Width)));

    public override Method Forward
        => NewMethod(
            "Forward", SameShapeComment($"{AttentionStep.FormulaOf(Options)}, which are kept"),
            Call(
                "AttentionKernels.Step", [Shape],
                new StructOperand(new([
                    ("Query", new ValueOperand(Query, "query")), ("Key", new ValueOperand(Key, "key")), ("Value", new ValueOperand(Value, "value")),
                ])),
                Optional(Kept, "kept"), Optional(Scratch, "scratch"), Y, Position));
}
