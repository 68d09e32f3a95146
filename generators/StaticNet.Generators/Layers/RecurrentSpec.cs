namespace StaticNet.Generators;

/// <summary>A checked recurrence: from (steps, features) to (units), or to (steps, units).</summary>
internal sealed record RecurrentSpec(string Name, EquatableArray<int> OutputShape, EquatableArray<int> InputShape, RecurrentCell Cell)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => Cell.Kind.ToString();

    public bool UseBias { get; init; }

    public Initializer KernelInitializer { get; init; }

    public Initializer RecurrentInitializer { get; init; }

    public bool UnitForgetBias { get; init; }

    public float Dropout { get; init; }

    public float RecurrentDropout { get; init; }

    public bool GoBackwards { get; init; }

    public int Units => OutputShape[OutputShape.Count - 1];

    public int Steps => InputShape[0];

    public int Inputs => InputShape[1];

    public bool ReturnsSequences => OutputShape.Count > 1;

    public override MaskUse Mask => ReturnsSequences ? MaskUse.Passes : MaskUse.Consumes;

    public override StepReach Reach => ReturnsSequences && !GoBackwards ? StepReach.Causal : StepReach.All;

    public override LayerSpec AtStep() => this with { OutputShape = OneStepOf(OutputShape), InputShape = OneStepOf(InputShape) };

    public override string Description
        => string.Concat(
            Kind, Cell.Activation == Activation.Tanh ? "" : $", {Cell.Activation.Name}", ReturnsSequences ? ", all steps" : "", GoBackwards ? ", backwards" : "");

    public override int ParameterCount => Cell.Gates * Units * (Inputs + Units + (UseBias ? Cell.BiasRows : 0));

    public override long Operations => 2L * Steps * Cell.Gates * Units * (Inputs + Units);

    public override bool SharesBetween(EquatableArray<int> shape, EquatableArray<int> other) => HaveSameChannels(shape, other);

    public override IEnumerable<string> ParameterRoles => UseBias ? ["kernel", "recurrent_kernel", "bias"] : ["kernel", "recurrent_kernel"];

    /// <summary>Reads the options of a recurrence; null, with a diagnostic, where nothing can be said of its output.</summary>
    public static RecurrentSpec? Check(LayerCheckContext layer, RecurrentKind kind)
    {
        int? units = layer.GetPositive("units");
        Activation? activation = CheckActivation("activation");
        Activation? recurrent = kind == RecurrentKind.SimpleRNN ? Activation.Linear : CheckActivation("recurrentActivation");
        Initializer? kernel = layer.GetOption("KernelInitializer", Initializer.GlorotUniform), recurrentKernel = layer.GetOption("RecurrentInitializer", Initializer.Orthogonal);
        float dropout = CheckRate("Dropout"), recurrentDropout = CheckRate("RecurrentDropout");
        if (!layer.RequireSequence() || units is null)
            return null;
        int[] shape = layer.Get<bool>("ReturnSequences") ? [layer.InputShape[0], units.Value] : [units.Value];
        var cell = RecurrentCell.Of(kind, activation ?? Activation.Linear, recurrent ?? Activation.Linear, layer.Get("ResetAfter", true));
        return new RecurrentSpec(layer.Name, new(shape), layer.InputShape, cell)
        {
            UseBias = layer.Get("UseBias", true),
            KernelInitializer = kernel ?? Initializer.GlorotUniform,
            RecurrentInitializer = recurrentKernel ?? Initializer.Orthogonal,
            UnitForgetBias = kind == RecurrentKind.LSTM && layer.Get("UnitForgetBias", true),
            Dropout = dropout,
            RecurrentDropout = recurrentDropout,
            GoBackwards = layer.Get<bool>("GoBackwards"),
        };

        Activation? CheckActivation(string argument)
        {
            if (layer.GetActivation(argument) is not { } found)
                return null;
            if (found.Form != ActivationForm.FromOutput)
                layer.Report(Rules.RecurrentActivation.Id, argument, layer.Title, argument, found.Name);
            return found;
        }

        float CheckRate(string argument) => layer.GetNumber(argument, 0, rate => rate >= 0 && rate < 1, "at least 0 and less than 1");
    }

    public override Value Lower(Lowering lowering, Value input)
    {
        if (Dropout > 0)
            input = AddDropout(lowering, this, input, Dropout);
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        lowering.AddStep(RecurrentStep.Create(lowering, Identifier, this, this, "", input, output, AddScratch(lowering, Identifier)));
        return output;
    }

    /// <summary>Drops the same numbers at all steps while training.</summary>
    public static Value AddDropout(Lowering lowering, LayerSpec layer, Value input, float rate)
    {
        string name = layer.Identifier + "Dropout_";
        Value dropped = lowering.AddValue(name + "Output", input.Shape, input.HasGradient);
        lowering.AddStep(new SpatialDropout2DStep(name, layer, input, dropped, rate));
        return dropped;
    }

    /// <summary>Adds the scratch of a block of samples.</summary>
    public Value AddScratch(Lowering lowering, string name)
        => lowering.AddScratch(name + "Scratch", RecurrentSizes.Scratch(Cell.Gates, Layout.Align(Units)));
}
