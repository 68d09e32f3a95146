namespace StaticNet.Generators;

/// <summary>The locals of a model's generated methods: what the statements of one take, in the order in which it lies in memory.</summary>
internal sealed class PlanLocals
{
    private readonly HashSet<(int Value, bool IsGradient)> _used = [];
    private readonly Dictionary<int, Value> _values = [];

    public PlanLocals(IEnumerable<Statement> statements)
    {
        foreach (ValueOperand operand in statements.SelectMany(statement => statement.Operands).OfType<ValueOperand>())
        {
            _used.Add((operand.Value.Id, operand.IsGradient));
            if (!_values.ContainsKey(operand.Value.Id))
                _values.Add(operand.Value.Id, operand.Value);
        }
    }

    /// <summary>Whether a value is among it.</summary>
    public bool Takes(Value value) => _used.Contains((value.Id, false));

    /// <summary>What lies at the places of a buffer.</summary>
    public IEnumerable<(Place Place, Value Value)> In(BufferPlan buffer)
        => buffer.Places.Where(place => _used.Contains((place.Value, place.IsGradient))).Select(place => (place, _values[place.Value]));

    /// <summary>What the value at a place, or the gradient by it, is called.</summary>
    public static string NameOf(Place place, Value value) => place.IsGradient ? value.GradientName : value.Name;

    /// <summary>A local for a place in memory, with the shape of what lies there.</summary>
    public static string Declaration(Value value, string name, string address, int? samples)
    {
        string type = value.IsBytes ? "byte" : "float";
        if (value.IsBytes)
            address = address.Contains(" + ") ? $"(byte*)({address})" : "(byte*)" + address;
        string shape = string.Join(", ", value.Shape.Select(size => Text.Number(size)));
        string gaps = value.Width == value.Stride ? "" : $", rows {value.Stride} apart";
        string rows = value.IsScratch || value.IsKept ? "" : samples is { } count ? $"{Text.Number(count)}, " : "rows, ";
        return $"{type}* {name} = {address}; // ({rows}{shape}){gaps}";
    }
}
