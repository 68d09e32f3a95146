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
    : LayerSpec(Name, OutputShape)
{
    public override string Kind => "Bidirectional";

    public override string Description => $"{Kind} {Recurrence.Description}{(MergeMode == "Concat" ? "" : $", {MergeMode}")}";

    public override MaskUse Mask => Recurrence.Mask;

    public override int ParameterCount => 2 * Recurrence.ParameterCount;

    public override long Operations => 2 * Recurrence.Operations;

    public override IEnumerable<string> ParameterRoles
        => Recurrence.ParameterRoles.Select(role => "forward_" + role).Concat(Recurrence.ParameterRoles.Select(role => "backward_" + role));

    public override Value Lower(Lowering lowering, Value input)
    {
        if (Recurrence.Dropout > 0)
            input = RecurrentSpec.AddDropout(lowering, this, input, Recurrence.Dropout);
        Value scratch = Recurrence.AddScratch(lowering, Identifier);
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        RecurrentStep fromStart = Direction("FromStart", "forward_", Recurrence), fromEnd = Direction("FromEnd", "backward_", Recurrence with { GoBackwards = true });
        lowering.AddStep(new BidirectionalStep(
            Identifier, this, input, output, MergeMode, lowering.Mask, fromStart, fromEnd, Note("GradientFromStart"), Note("GradientFromEnd")));
        return output;

        RecurrentStep Direction(string direction, string prefix, RecurrentSpec spec)
            => RecurrentStep.Create(lowering, $"{Identifier}{direction}_", this, spec, prefix, input, Note(direction), scratch, keepsTime: true);

        Value Note(string role) => lowering.AddNote(Identifier + role, Recurrence.OutputShape);
    }
}

/// <summary>
/// Both directions of a recurrence and what puts their outputs together. They are one step, since each reads the input and a part of its
/// gradient comes from each.
/// </summary>
/// <param name="Identifier">What the names of its methods begin with.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Input">The value it takes.</param>
/// <param name="Output">The value it makes.</param>
/// <param name="MergeMode">How the outputs are put together.</param>
/// <param name="Mask">For each step whether it counts; null where all do.</param>
/// <param name="First">The recurrence from the first step on.</param>
/// <param name="Second">The recurrence from the last step on.</param>
/// <param name="FirstGradient">The gradient by the output of the first.</param>
/// <param name="SecondGradient">The gradient by the output of the second.</param>
internal sealed record BidirectionalStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, string MergeMode, Value? Mask, RecurrentStep First, RecurrentStep Second,
    Value FirstGradient, Value SecondGradient)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool HasWeights => true;

    public override bool UpdatesFromBatch => false;

    public override bool GoesBack => true;

    public override bool HasShape => true;

    public override long GradientBlock => First.GradientBlock;

    public override long PreparedFloats => First.PreparedFloats + Second.PreparedFloats;

    public override long DerivedFloats => FromStart.DerivedFloats + FromEnd.DerivedFloats;

    public override string InferName => $"{Identifier}Infer";

    public override string CallPrepare => FromStart.CallPrepare + "\n" + FromEnd.CallPrepare;

    // The input may have become another since, and the place of what is derived is the whole step's.
    private RecurrentStep FromStart => First with { Input = Input, DerivedAt = DerivedAt };

    private RecurrentStep FromEnd => Second with { Input = Input, DerivedAt = DerivedAt + FromStart.DerivedFloats, AddsToInputGradient = true };

    public override IEnumerable<PlanStep> Absorbed => First.Absorbed;

    private string Shape => $"{Identifier}Shape";

    // Without steps a mask has nothing to leave out.
    private Value? OutputMask => Output.Shape.Count > 1 ? Mask : null;

    public override IEnumerable<Value> Work(Pass pass)
    {
        IEnumerable<Value> work = FromStart.Work(pass).Concat(FromEnd.Work(pass));
        if (pass != Pass.Update)
            work = work.Concat([First.Output, Second.Output]);
        if (pass == Pass.Backward)
            work = work.Concat([FirstGradient, SecondGradient]);
        return work.Distinct();
    }

    public override void WriteShape(SourceWriter writer)
    {
        FromStart.WriteShape(writer);
        writer.Line();
        FromEnd.WriteShape(writer);
        writer.Line();
        writer.Shape(
            Shape, "IMergeShape", ("Rows", Output.Rows), ("Units", First.Output.Width), ("UnitStride", First.Output.Stride), ("OutputStride", Output.Stride),
            ShapeMember.Of("MergeMode", MergeMode));
    }

    public override void WriteForward(SourceWriter writer)
    {
        FromStart.WriteForward(writer);
        writer.Line();
        FromEnd.WriteForward(writer);
        writer.Line();
        WriteMerge(writer, ForwardName);
    }

    public override void WriteInfer(SourceWriter writer)
    {
        FromStart.WriteInfer(writer);
        writer.Line();
        FromEnd.WriteInfer(writer);
        writer.Line();
        WriteMerge(writer, InferName);
    }

    public override void WriteBackward(SourceWriter writer)
    {
        string mask = OutputMask is null ? "" : "byte* mask, ";
        writer.Line($"// {Layer.Name}, backward: the gradient by the output of each direction");
        writer.Line($"private static void {Identifier}Backward(float* fromStart, float* fromEnd, {mask}float* dy, float* dFromStart, float* dFromEnd, int rows)");
        writer.Indented($"=> MergeKernels.Backward<{Shape}>(dy, fromStart, fromEnd, {(OutputMask is null ? "default" : "mask")}, dFromStart, dFromEnd, rows);");
        writer.Line();
        FromStart.WriteBackward(writer);
        writer.Line();
        FromEnd.WriteBackward(writer);
    }

    public override void WriteUpdate(SourceWriter writer)
    {
        FromStart.WriteUpdate(writer);
        writer.Line();
        FromEnd.WriteUpdate(writer);
    }

    public override string CallForward(string x, string y)
        => $"{FromStart.CallForward(x, First.Output.Name)}\n{FromEnd.CallForward(x, Second.Output.Name)}\n{CallMerge(ForwardName, y)}";

    public override string CallInfer(string x, string y, string prepared)
        => $"{FromStart.CallInfer(x, First.Output.Name, prepared)}\n{FromEnd.CallInfer(x, Second.Output.Name, SecondPrepared(prepared))}\n{CallMerge(InferName, y)}";

    public override string CallPrepareInference(string prepared)
        => $"{FromStart.CallPrepareInference(prepared)}\n{FromEnd.CallPrepareInference(SecondPrepared(prepared))}";

    public override string CallBackward(string x, string y, string dx, string dy)
    {
        string mask = OutputMask is null ? "" : OutputMask.Name + ", ";
        return string.Join(
            "\n",
            $"{Identifier}Backward({First.Output.Name}, {Second.Output.Name}, {mask}{dy}, {FirstGradient.Name}, {SecondGradient.Name}, rows);",
            FromStart.CallBackward(x, First.Output.Name, dx, FirstGradient.Name), FromEnd.CallBackward(x, Second.Output.Name, dx, SecondGradient.Name));
    }

    public override string CallUpdate(string x, string dy) => $"{FromStart.CallUpdate(x, dy)}\n{FromEnd.CallUpdate(x, dy)}";

    private void WriteMerge(SourceWriter writer, string name)
    {
        string mask = OutputMask is null ? "" : "byte* mask, ", zeros = OutputMask is null ? "" : "; 0 at steps that do not count";
        string what = MergeMode switch { "Concat" => "both outputs, one behind the other", "Sum" => "the sum of both outputs", "Mul" => "the product of both outputs", _ => "the mean of both outputs" };
        writer.Line($"// {Layer.Name}: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. y = {what}{zeros}");
        writer.Line($"private static void {name}(float* fromStart, float* fromEnd, {mask}float* y, int rows)");
        writer.Indented($"=> MergeKernels.Forward<{Shape}>(fromStart, fromEnd, {(OutputMask is null ? "default" : "mask")}, y, rows);");
    }

    private string CallMerge(string name, string y)
        => $"{name}({First.Output.Name}, {Second.Output.Name}, {(OutputMask is null ? "" : OutputMask.Name + ", ")}{y}, rows);";

    // As code writes places: "prepared" or "prepared + 4_096".
    private string SecondPrepared(string prepared) => First.PreparedFloats == 0 ? prepared : $"{prepared} + {Text.Literal(First.PreparedFloats)}";
}
