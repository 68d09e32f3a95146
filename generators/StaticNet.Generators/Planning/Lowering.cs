namespace StaticNet.Generators;

/// <summary>Collects parameters, values and steps while layers are turned into them.</summary>
internal sealed class Lowering
{
    // Multiplications of a vector that the forward passes of a model write out at most.
    private const int MaxUnrolledProducts = 128;

    private readonly HashSet<LayerSpec> _deferred;
    private readonly List<ParameterPlan> _parameters = [];
    private readonly List<PlanStep> _steps = [];
    private readonly List<(Value Value, Value? Mask)> _made = [];
    private readonly HashSet<string> _valueNames = new(StringComparer.Ordinal);
    private readonly List<Value> _inputs = [];
    private readonly List<string> _layers = [];
    private readonly Dictionary<string, bool> _unrolled = new(StringComparer.Ordinal);
    private int _unrolledProducts;
    private string? _owner;
    private int _values;
    private long _inputFloats;

    /// <param name="inputShape">The shape of one sample; null where inputs are layers of their own.</param>
    /// <param name="deferred">The layers whose activations are left to the loss or the output.</param>
    /// <param name="window">Where steps come one at a time, how many a whole sequence has; else 0.</param>
    public Lowering(EquatableArray<int>? inputShape, IEnumerable<LayerSpec> deferred, int window = 0)
    {
        Window = window;
        _deferred = [.. deferred];

        // Value 0 of the graph, which no layer takes where inputs are layers of their own.
        _made.Add((inputShape is { } shape ? AddInput("Inputs", shape) : AddValue("Inputs", new([1]), hasGradient: false), null));
    }

    /// <summary>Where steps come one at a time, how many a whole sequence has; else 0.</summary>
    public int Window { get; }

    /// <summary>The inputs of the model, in the order in which a sample holds them.</summary>
    public IReadOnlyList<Value> ModelInputs => _inputs;

    /// <summary>The values that the layer takes.</summary>
    public IReadOnlyList<Value> Inputs { get; private set; } = [];

    /// <summary>The mask over the steps of each of them, or null.</summary>
    public IReadOnlyList<Value?> Masks { get; private set; } = [];

    /// <summary>
    /// The mask over the steps of the layer's input, a byte a step, 0 where it does not count; null where all count. A layer that makes
    /// a mask puts it here.
    /// </summary>
    public Value? Mask { get; set; }

    public IReadOnlyList<ParameterPlan> Parameters => _parameters;

    public IReadOnlyList<PlanStep> Steps => _steps;

    /// <summary>The floats of all parameters.</summary>
    public long ParameterFloats { get; private set; }

    /// <summary>What the last layer gives, or the input.</summary>
    public Value Output => _made[_made.Count - 1].Value;

    /// <summary>What a layer gives.</summary>
    public Value OutputOf(int layer) => _made[layer + 1].Value;

    /// <summary>The mask over the steps of that; null where all count.</summary>
    public Value? MaskOf(int layer) => _made[layer + 1].Mask;

    /// <summary>An input of the model.</summary>
    public Value AddInput(string name, EquatableArray<int> shape)
    {
        Value input = AddValue(name, shape, hasGradient: false) with { IsInput = true, Column = _inputFloats };
        _inputFloats += input.Floats;
        _inputs.Add(input);
        return input;
    }

    /// <summary>Turns the next layer of the graph into steps.</summary>
    public void Add(LayerNode layer)
    {
        _owner = layer.SharesWith is { } owner ? _layers[owner] : null;
        _layers.Add(layer.Spec.Name);
        Inputs = [.. layer.Inputs.Select(input => _made[input].Value)];
        Masks = [.. layer.Inputs.Select(input => _made[input].Mask)];
        Mask = Masks.Distinct().Count() == 1 ? Masks[0] : null;
        Value output = ((PlannedLayer)layer.Spec).Lower(this, Inputs.Count == 0 ? _made[0].Value : Inputs[0]);
        _made.Add((output, layer.Spec.Mask switch { MaskUse.Passes or MaskUse.Creates => Mask, MaskUse.PassesFirst => Masks[0], _ => null }));
    }

    /// <summary>A layer's activation, or none where it is left to the loss or the output.</summary>
    public Activation ActivationOf(LayerSpec layer) => _deferred.Contains(layer) ? Activation.Linear : layer.FinalActivation ?? Activation.Linear;

    /// <summary>The kernel of a product: one column lies without gaps, several in panels.</summary>
    /// <param name="layer">Its layer.</param>
    /// <param name="role">What it is to the layer.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="inputs">Rows of the matrix that it is to the product.</param>
    /// <param name="initializer">What it starts from.</param>
    /// <param name="fanIn">The inputs of a unit.</param>
    /// <param name="fanOut">The units that an input feeds.</param>
    public ParameterPlan AddKernel(LayerSpec layer, string role, EquatableArray<int> shape, int inputs, Initializer initializer, int fanIn, int fanOut)
    {
        bool isColumn = Product(shape) == inputs;
        return AddParameter(layer, role, shape, initializer, fanIn, fanOut, isColumn: isColumn, panelRows: isColumn ? 0 : inputs);
    }

    /// <summary>
    /// Whether the product with a kernel is written out: a small one, while all that are stay a file that one likes to read. Layers that share
    /// a kernel do alike.
    /// </summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="inputs">Its rows.</param>
    /// <param name="units">Its columns.</param>
    public bool WritesOut(ParameterPlan kernel, int inputs, int units)
    {
        if (_unrolled.TryGetValue(kernel.Name, out bool isKnown))
            return isKnown;
        int products = inputs * Layout.Align(units) / Layout.Vector;
        bool writes = DenseSizes.IsSmall(inputs, units) && _unrolledProducts + products <= MaxUnrolledProducts;
        _unrolledProducts += writes ? products : 0;
        return _unrolled[kernel.Name] = writes;
    }

    public ParameterPlan AddParameter(
        LayerSpec layer, string role, EquatableArray<int> shape, Initializer initializer, int fanIn, int fanOut,
        bool trainable = true, int rowAxes = 1, bool isColumn = false, bool isTable = false, int onesAt = 0, int ones = 0, int panelRows = 0)
    {
        int[] reads = isTable ? [_inputs.FindIndex(input => input.Id == Inputs[0].Id)] : [];
        if (_owner is not null)
        {
            int at = _parameters.FindIndex(shared => shared.Layer == _owner && shared.Role == role);
            return _parameters[at] = _parameters[at] with { Inputs = new([.. _parameters[at].Inputs, .. reads]) };
        }

        var parameter = new ParameterPlan(layer.Name, role, shape, Int(ParameterFloats), 1, initializer, fanIn, fanOut, trainable, rowAxes, isTable ? _parameters.Count(other => other.IsTable) : null)
        {
            Inputs = new(reads),
            OnesAt = onesAt,
            Ones = ones,
            PanelRows = panelRows,
        };

        // A single column lies without gaps where vectors run along it.
        parameter = parameter with { Stride = isColumn ? 1 : Layout.Align(parameter.Width) };
        long rows = Product(shape.Take(shape.Count - rowAxes));
        ParameterFloats += Layout.Align(Product([Int(rows), parameter.Stride]));
        _parameters.Add(parameter);
        return parameter;
    }

    /// <summary>A value whose rows are whole vectors where it has a gradient, and else lie without gaps.</summary>
    public Value AddValue(string name, EquatableArray<int> shape, bool hasGradient, Activation? activation = null)
    {
        int width = shape[shape.Count - 1];
        return new(_values++, NameOf(name), shape, hasGradient ? Layout.Align(width) : width, activation ?? Activation.Linear, hasGradient);
    }

    /// <summary>The output of a layer without weights.</summary>
    public Value AddOutput(LayerSpec layer, Value input)
        => AddValue(layer.Identifier + "Output", layer.OutputShape, input.HasGradient);

    /// <summary>Memory that a step needs while it runs.</summary>
    public Value AddScratch(string name, long floats) => AddSaved(name, new([Int(floats)])) with { IsScratch = true };

    /// <summary>What a step of a sequence leaves to those that follow, where they come one at a time.</summary>
    public Value AddKept(string name, long floats) => AddSaved(name, new([Int(floats)])) with { IsKept = true };

    /// <summary>An image that a step needs while it runs.</summary>
    public Value AddScratch(string name, Size image, int channels)
        => AddSaved(name, new([image.Height, image.Width, channels])) with { IsScratch = true };

    /// <summary>Something that a step saves for its backward pass or update, with rows of whole vectors.</summary>
    public Value AddSaved(string name, EquatableArray<int> shape, bool isBytes = false)
        => AddValue(name, shape, hasGradient: true) with { IsBytes = isBytes };

    /// <summary>A part of the gradient by a value, which is added to what other steps give.</summary>
    public Value AddPartialGradient(Value value, string name)
        => value with { Id = _values++, Name = NameOf(name), Activation = Activation.Linear };

    public void AddStep(PlanStep step) => _steps.Add(step);

    /// <summary>Adds a step that applies an activation on its own.</summary>
    public Value Activate(string identifier, LayerSpec layer, Value input, Activation activation)
    {
        Value output = AddValue(layer.Identifier + "Output", input.Shape, input.HasGradient);
        AddStep(activation.Form == ActivationForm.Rows
            ? activation == Activation.LogSoftmax ? new LogSoftmaxStep(identifier, layer, input, output) : new SoftmaxStep(identifier, layer, input, output)
            : new ActivationStep(identifier, layer, input, output, activation));
        return output;
    }

    // What is beyond any budget stays beyond it, without overflowing on the way.
    private static long Product(IEnumerable<int> sizes) => sizes.Aggregate(1L, (size, next) => size > ModelChecker.MaxNumbers ? size : size * next);

    private static int Int(long size) => (int)Math.Min(size, ModelChecker.MaxNumbers + 1);

    // A value is called by its parts run together, its gradient likewise. Where two would meet, the underscores that tell them apart stay.
    private string NameOf(string name)
    {
        string plain = Text.Camel(name.Replace("_", ""));
        return _valueNames.Add(plain) & _valueNames.Add(plain + "Gradient") ? plain : Text.Camel(name);
    }
}
