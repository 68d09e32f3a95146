namespace StaticNet.Generators;

/// <summary>Collects parameters, values and steps while layers are turned into them.</summary>
internal sealed class Lowering
{
    private readonly LayerSpec? _deferred;
    private readonly List<ParameterPlan> _parameters = [];
    private readonly List<PlanStep> _steps = [];
    private int _values;

    /// <param name="inputShape">The shape of one sample.</param>
    /// <param name="deferred">The layer whose activation is left to the loss or the output, if any.</param>
    public Lowering(EquatableArray<int> inputShape, LayerSpec? deferred)
    {
        _deferred = deferred;
        Input = AddValue("Inputs", inputShape, inputShape[inputShape.Count - 1], Activation.Linear, hasGradient: false);
    }

    public Value Input { get; }

    public IReadOnlyList<ParameterPlan> Parameters => _parameters;

    public IReadOnlyList<PlanStep> Steps => _steps;

    /// <summary>The floats of all parameters.</summary>
    public int ParameterFloats { get; private set; }

    /// <summary>The floats of all transposed kernels.</summary>
    public int TransposeFloats { get; private set; }

    /// <summary>A layer's activation, or none where it is left to the loss or the output.</summary>
    public Activation ActivationOf(LayerSpec layer) => layer == _deferred ? Activation.Linear : layer.FinalActivation ?? Activation.Linear;

    public ParameterPlan AddParameter(LayerSpec layer, string role, EquatableArray<int> shape, string initializer, int fanIn, int fanOut)
    {
        // Rows of one number lie without gaps: vectors run across them.
        int width = shape[shape.Count - 1], stride = width == 1 ? 1 : Align(width);
        int rows = shape.Take(shape.Count - 1).Aggregate(1, (size, next) => size * next);
        var parameter = new ParameterPlan(layer.Name, role, shape, ParameterFloats, stride, initializer, fanIn, fanOut);
        ParameterFloats += Align(rows * stride);
        _parameters.Add(parameter);
        return parameter;
    }

    /// <summary>Makes room for a transposed kernel; returns where it begins.</summary>
    public int AddTranspose(int floats)
    {
        int offset = TransposeFloats;
        TransposeFloats += Align(floats);
        return offset;
    }

    public Value AddValue(string name, EquatableArray<int> shape, int stride, Activation activation, bool hasGradient)
        => new(_values++, Text.Camel(name), shape, stride, activation, hasGradient);

    public void AddStep(PlanStep step) => _steps.Add(step);

    /// <summary>Adds a step that applies an activation on its own.</summary>
    public Value Activate(string identifier, LayerSpec layer, Value input, Activation activation)
    {
        Value output = AddValue(Text.Pascal(layer.Name) + "Output", input.Shape, input.Stride, Activation.Linear, input.HasGradient);
        AddStep(activation.Form == ActivationForm.Rows
            ? new SoftmaxStep(identifier, layer, input, output)
            : new ActivationStep(identifier, layer, input, output, activation));
        return output;
    }

    /// <summary>Rounds up to whole vectors of every width, so that each row begins on a 64-byte boundary.</summary>
    public static int Align(int floats) => (floats + 15) & ~15;
}
