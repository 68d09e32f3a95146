using System.Text.RegularExpressions;

namespace StaticNet.Generators;

/// <summary>The locals of a model's generated methods: what lies at each place of its buffers, and what that is called.</summary>
internal sealed class PlanLocals(ModelPlan plan)
{
    private static readonly Regex _identifier = new(@"(?<![\w.])[A-Za-z_]\w*", RegexOptions.CultureInvariant);
    private readonly Dictionary<int, Value> _training = ById(ValuesOf(plan.Steps, Pass.Forward, Pass.Backward, Pass.Update));

    /// <summary>What steps of a training make and note, in order.</summary>
    public IEnumerable<Value> Training => _training.Values;

    /// <summary>What steps of a prediction make and note, in order.</summary>
    public IEnumerable<Value> Inference { get; } = ById(ValuesOf(plan.InferenceSteps, Pass.Inference)).Values;

    /// <summary>What lies at a place of a training.</summary>
    public Value ValueAt(Place place) => _training[place.Value];

    /// <summary>What that is called, or its gradient.</summary>
    public string NameAt(Place place) => place.IsGradient ? GradientName(ValueAt(place)) : ValueAt(place).Name;

    /// <summary>What the gradient by a value is called.</summary>
    public static string GradientName(Value value) => value.Name + "Gradient";

    /// <summary>The locals that statements mention.</summary>
    public static HashSet<string> Mentioned(IEnumerable<string> statements)
        => new(statements.SelectMany(statement => _identifier.Matches(statement).Cast<Match>()).Select(match => match.Value), StringComparer.Ordinal);

    /// <summary>A place in a buffer.</summary>
    public static string At(string buffer, long offset) => offset == 0 ? buffer : $"{buffer} + {Text.Literal(offset)}";

    /// <summary>A local for a place in memory, with the shape of what lies there.</summary>
    public static string Declaration(Value value, string name, string address, int? samples)
    {
        string type = value.IsBytes ? "byte" : "float";
        if (value.IsBytes)
            address = address.Contains(" + ") ? $"(byte*)({address})" : "(byte*)" + address;
        string shape = string.Join(", ", value.Shape.Select(size => Text.Number(size)));
        string gaps = value.Width == value.Stride ? "" : $", rows {value.Stride} apart";
        string rows = value.IsScratch ? "" : samples is { } count ? $"{Text.Number(count)}, " : "rows, ";
        return $"{type}* {name} = {address}; // ({rows}{shape}){gaps}";
    }

    // The model's input is the caller's.
    private static IEnumerable<Value> ValuesOf(IEnumerable<PlanStep> steps, params Pass[] passes)
        => steps.SelectMany(step => step.Work(passes[0]).Prepend(step.Output).Concat(passes.Skip(1).SelectMany(step.Work))).Where(value => value.Id != 0);

    // In the order in which they were first met.
    private static Dictionary<int, Value> ById(IEnumerable<Value> values)
    {
        var byId = new Dictionary<int, Value>();
        foreach (Value value in values.Where(value => !byId.ContainsKey(value.Id)))
            byId.Add(value.Id, value);
        return byId;
    }
}
