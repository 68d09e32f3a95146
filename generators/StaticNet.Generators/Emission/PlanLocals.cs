namespace StaticNet.Generators;

/// <summary>The locals of a generated method, each declared where something first takes it.</summary>
internal sealed class PlanLocals
{
    private readonly ModelPlan _plan;
    private readonly Dictionary<int, Value> _values;
    private readonly Func<Value, bool, string?> _declare;
    private readonly HashSet<(int Value, bool IsGradient)> _declared = [];

    private PlanLocals(ModelPlan plan, Dictionary<int, Value> values, Func<PlanLocals, Value, bool, string?> declare)
    {
        _plan = plan;
        _values = values;
        _declare = (value, isGradient) => declare(this, value, isGradient);
    }

    /// <summary>Of a method that a training step calls.</summary>
    /// <param name="plan">The model.</param>
    /// <param name="values">All that lies in the work space of a training.</param>
    /// <param name="first">The first of its samples; null where it works on the whole batch.</param>
    public static PlanLocals OfTraining(ModelPlan plan, Dictionary<int, Value> values, string? first)
        => new(plan, values, (locals, value, isGradient)
            => value.IsInput ? locals.Input(value, "step.Inputs", "step.Batch", first)
                : value.IsScratch ? Declaration(value, value.Name, $"step.Scratch + Scratch.{value.Constant}", Shape(value, ""))
                : Declaration(
                    value, isGradient ? value.GradientName : value.Name, $"step.Value(Values.{Constant(value, isGradient)}, {value.FloatsCode}, {first ?? "0"})",
                    value.Width == value.Stride ? "" : Shape(value, first is null ? "batch" : "samples")));

    /// <summary>Of a method of a prediction.</summary>
    public static PlanLocals OfPrediction(ModelPlan plan)
        => new(plan, PlacesEmitter.ValuesOf(plan.InferenceSteps, plan), (locals, value, isGradient)
            => value.IsInput ? locals.Input(value, "inputs", "samples", null)
                : value.IsKept ? Declaration(value, value.Name, $"kept + Kept.{value.Constant}", Shape(value, ""))
                : Declaration(
                    value, isGradient ? value.GradientName : value.Name, $"workspace + Work.{Constant(value, isGradient)}", Shape(value, value.IsScratch ? "" : "samples")));

    /// <summary>The name of the constant that says where a value lies, or the gradient by it.</summary>
    public static string Constant(Value value, bool isGradient) => value.Constant + (isGradient ? "Gradient" : "");

    /// <summary>The shape of what lies at a place, for a comment.</summary>
    /// <param name="value">What lies there.</param>
    /// <param name="samples">How many samples there are; empty to speak of one.</param>
    public static string Shape(Value value, string samples)
    {
        IEnumerable<string> sizes = value.Shape.Select(size => Text.Number(size));
        string gaps = value.Width == value.Stride ? "" : $", rows {value.Stride} apart";
        return $"({string.Join(", ", samples.Length == 0 ? sizes : sizes.Prepend(samples))}){gaps}";
    }

    /// <summary>The declarations of what a statement takes and nothing before it has taken.</summary>
    public IEnumerable<string> Declare(Statement statement)
        => statement.Operands.OfType<ValueOperand>().Where(operand => _declared.Add((operand.Value.Id, operand.IsGradient)))
            .Select(operand => _declare(_values[operand.Value.Id], operand.IsGradient)).OfType<string>();

    /// <summary>The declaration of a value, if it has none yet.</summary>
    public IEnumerable<string> Declare(Value value) => Declare(new KernelCall("", default, new([new ValueOperand(value, "")])));

    // Where the address tells the shape, nothing else has to.
    private string? Input(Value value, string inputs, string samples, string? first)
    {
        InputPlan input = _plan.Inputs.First(input => input.Value.Id == value.Id);
        string address = InputCode.Address(_plan, input, inputs, samples);
        return address == value.Name ? null
            : first is null ? Declaration(input.Type, value.Name, address, Shape(value, samples.Contains('.') ? "batch" : samples))
            : Declaration(input.Type, value.Name, $"{address} + ({Text.Product(value.Shape)} * {first})", "");
    }

    private static string Declaration(Value value, string name, string address, string shape)
        => value.IsBytes ? Declaration("byte", name, $"(byte*){(address.Contains(" + ") ? $"({address})" : address)}", shape) : Declaration("float", name, address, shape);

    private static string Declaration(string type, string name, string address, string shape)
        => $"{type}* {name} = {address};{(shape.Length == 0 ? "" : $" // {shape}")}";
}
