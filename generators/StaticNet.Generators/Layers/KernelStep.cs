namespace StaticNet.Generators;

/// <summary>A step without weights whose kernels take nothing but values and sizes.</summary>
internal abstract record KernelStep(string Identifier, LayerSpec Layer, Value Input, Value Output)
    : PlanStep(Identifier, Layer, Input, Output)
{
    /// <summary>What it computes, for a comment.</summary>
    protected abstract string Forward { get; }

    /// <summary>What its backward pass computes, for a comment.</summary>
    protected abstract string Backward { get; }

    /// <summary>The kernel of the forward pass, which takes x, y and rows.</summary>
    protected abstract string ForwardKernel { get; }

    /// <summary>The kernel of the backward pass, which takes dy, y where that is kept, x, dx and rows.</summary>
    protected abstract string BackwardKernel { get; }

    /// <summary>Whether the backward pass reads the output.</summary>
    protected virtual bool KeepsOutput => false;

    /// <summary>The name of the type of its sizes.</summary>
    protected string Shape => $"{Identifier}Shape";

    public override bool HasShape => true;

    public override IEnumerable<Value> Work(Pass pass)
        => pass != Pass.Backward || !Input.HasGradient ? []
            : KeepsOutput ? [Input, Output]
            : [Input];

    public override void WriteForward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. {Forward}");
        writer.Line($"private static void {ForwardName}(float* x, float* y, int rows)");
        writer.Indented($"=> {ForwardKernel}(x, y, rows);");
    }

    public override void WriteBackward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, backward: {Backward}{Input.TimesSlope}");
        writer.Line($"private static void {Identifier}Backward(float* x, {(KeepsOutput ? "float* y, " : "")}float* dy, float* dx, int rows)");
        writer.Indented($"=> {BackwardKernel}(dy, {(KeepsOutput ? "y, " : "")}x, dx, rows);");
    }

    public override string CallForward(string x, string y) => $"{ForwardName}({x}, {y}, rows);";

    public override string CallBackward(string x, string y, string dx, string dy)
        => $"{Identifier}Backward({x}, {(KeepsOutput ? y + ", " : "")}{dy}, {dx}, rows);";
}
