namespace StaticNet.Generators;

/// <summary>What a kernel is called with. A method of generated code is given what its operands need, and passes it on.</summary>
internal abstract record Operand
{
    /// <summary>The operands that it is made of: itself, or those of a structure.</summary>
    public virtual IEnumerable<Operand> Parts => [this];

    /// <summary>What a method must be given so that its body can write it: <c>float* x</c>; null where it needs nothing.</summary>
    public virtual MethodParameter? Needs => null;

    /// <summary>As the body of such a method writes it.</summary>
    public abstract string Inside { get; }

    /// <summary>What a caller of the method passes for it.</summary>
    public virtual string Passed(CallSite site) => Inside;

    /// <summary>As it is written where a kernel is called without a method around it.</summary>
    public virtual string Outside(CallSite site) => Passed(site);

    public static implicit operator Operand(string code) => new Literal(code);

    public static implicit operator Operand(long number) => new Literal(Text.Literal(number));

    public static implicit operator Operand(float number) => new Literal(Text.Literal(number));

    public static implicit operator Operand(bool option) => new Literal(option ? "true" : "false");

    /// <summary>A block of many samples, behind those of the columns before.</summary>
    public static string Block(string buffer, Column column, string samples) => column.At == 0 ? buffer : $"{buffer} + (Columns.{column.Name} * {samples})";
}

/// <summary>A parameter of a method.</summary>
/// <param name="Order">Which of them stand first.</param>
/// <param name="Declaration">Its type and name.</param>
internal sealed record MethodParameter(ParameterOrder Order, string Declaration);

/// <summary>The order of a method's parameters.</summary>
internal enum ParameterOrder
{
    Parameters,
    Derived,
    Value,
    Result,
    Gradient,
    TableRows,
    Sink,
    Key,
    First,
    Samples,
    Position,
    Part,
    Parts,
}

/// <summary>A constant, or a name that every method knows.</summary>
/// <param name="Code">As code writes it.</param>
internal sealed record Literal(string Code) : Operand
{
    public override string Inside => Code;
}

/// <summary>A value, or the gradient by it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Role">What it is to the method: <c>x</c>.</param>
/// <param name="IsGradient">Whether it is the gradient.</param>
/// <param name="IsTokens">Whether its numbers are tokens.</param>
/// <param name="IsResult">Whether it stands behind all values that the method takes, though a kernel before the last writes it.</param>
internal sealed record ValueOperand(Value Value, string Role, bool IsGradient = false, bool IsTokens = false, bool IsResult = false) : Operand
{
    public override MethodParameter Needs
        => new(IsGradient ? ParameterOrder.Gradient : IsResult ? ParameterOrder.Result : ParameterOrder.Value, $"{(IsTokens ? "int" : Value.IsBytes ? "byte" : "float")}* {Role}");

    public override string Inside => Role;

    public override string Passed(CallSite site) => Value.IsInput && !IsGradient ? site.Input(Value) : IsGradient ? Value.GradientName : Value.Name;
}

/// <summary>A parameter of the model.</summary>
/// <param name="Parameter">The parameter.</param>
internal sealed record ParameterOperand(ParameterPlan Parameter) : Operand
{
    public override MethodParameter Needs => new(ParameterOrder.Parameters, "float* parameters");

    public override string Inside => $"parameters + At.{Parameter.Property}";

    public override string Passed(CallSite site) => "parameters";

    public override string Outside(CallSite site) => Inside;
}

/// <summary>A place in what a training derives from the weights.</summary>
/// <param name="Name">The name of the constant that says where it begins.</param>
/// <param name="Offset">The place among all that it derives.</param>
internal sealed record DerivedOperand(string Name, long Offset) : Operand
{
    public override MethodParameter Needs => new(ParameterOrder.Derived, "float* derived");

    public override string Inside => $"derived + Derived.{Name}";

    public override string Passed(CallSite site) => site.Derived;

    public override string Outside(CallSite site) => $"{site.Derived} + Derived.{Name}";
}

/// <summary>All parameters of the model.</summary>
internal sealed record AllParametersOperand : Operand
{
    public override MethodParameter Needs => new(ParameterOrder.Parameters, "float* parameters");

    public override string Inside => "parameters";
}

/// <summary>All that a training derives from the weights.</summary>
internal sealed record AllDerivedOperand : Operand
{
    public override MethodParameter Needs => new(ParameterOrder.Derived, "float* derived");

    public override string Inside => "derived";

    public override string Passed(CallSite site) => site.Derived;
}

/// <summary>A place in what predictions derive from the weights.</summary>
/// <param name="Constants">The class of the constants that say where the parts of what the step derives begin.</param>
/// <param name="Name">The name of the part; empty where there is one.</param>
/// <param name="Offset">The place among what the step derives.</param>
internal sealed record PreparedOperand(string Constants, string Name, long Offset) : Operand
{
    public override MethodParameter Needs => new(ParameterOrder.Derived, "float* prepared");

    public override string Inside => Name.Length == 0 ? "prepared" : $"prepared + {Constants}.{Name}";

    public override string Passed(CallSite site) => site.Prepared;
}

/// <summary>Samples, or rows, pixels or numbers of them.</summary>
/// <param name="Which">Which samples.</param>
/// <param name="Each">How many there are of each sample.</param>
internal sealed record SamplesOperand(SampleRange Which, long Each = 1) : Operand
{
    public override MethodParameter Needs => new(Which == SampleRange.Before ? ParameterOrder.First : ParameterOrder.Samples, "int " + Name);

    public override string Inside => Times(Name);

    public override string Passed(CallSite site) => Which == SampleRange.Batch ? "step.Batch" : Name;

    public override string Outside(CallSite site) => Times(Passed(site));

    private string Times(string samples) => Each == 1 ? samples : $"{Text.Literal(Each)} * {samples}";

    private string Name => Which switch { SampleRange.Before => "first", SampleRange.Batch => "batch", _ => "samples" };
}

/// <summary>Which samples.</summary>
internal enum SampleRange
{
    /// <summary>Those that a method works on.</summary>
    Current,

    /// <summary>All of the batch.</summary>
    Batch,

    /// <summary>Those of the batch that come before the ones that a method works on.</summary>
    Before,
}

/// <summary>The steps of a sequence before the one that is predicted, where they come one at a time.</summary>
internal sealed record PositionOperand : Operand
{
    public override MethodParameter Needs => new(ParameterOrder.Position, "int position");

    public override string Inside => "position";
}

/// <summary>The key that random choices of a step are drawn from.</summary>
/// <param name="Value">The value that they are made for.</param>
internal sealed record KeyOperand(Value Value) : Operand
{
    public override MethodParameter Needs => new(ParameterOrder.Key, "uint key");

    public override string Inside => "key";

    public override string Passed(CallSite site) => $"step.KeyOfLayer({Value.Id})";
}

/// <summary>Where gradients of weights go.</summary>
internal sealed record SinkOperand : Operand
{
    public override MethodParameter Needs => new(ParameterOrder.Sink, "GradientSink gradients");

    public override string Inside => "gradients";

    public override string Passed(CallSite site) => site.Gradients;
}

/// <summary>The rows of a table that a batch reads.</summary>
/// <param name="Table">Which table of the model.</param>
internal sealed record TableRowsOperand(int Table) : Operand
{
    public override MethodParameter Needs => new(ParameterOrder.TableRows, "TableRows tableRows");

    public override string Inside => "tableRows";

    public override string Passed(CallSite site) => $"step.Table({Table})";
}

/// <summary>Which part of work is to be done that threads share, or how many parts there are.</summary>
/// <param name="IsCount">Whether it is how many there are.</param>
internal sealed record PartOperand(bool IsCount) : Operand
{
    public override MethodParameter Needs => new(IsCount ? ParameterOrder.Parts : ParameterOrder.Part, "int " + Inside);

    public override string Inside => IsCount ? "parts" : "part";

    public override string Passed(CallSite site) => site.IsOneThread ? WholeWork : Inside;

    /// <summary>The same where there is one part.</summary>
    public Operand OnOneThread => WholeWork;

    private string WholeWork => IsCount ? "parts: 1" : "part: 0";
}

/// <summary>Several operands, one behind the other.</summary>
/// <param name="Items">What they are.</param>
internal sealed record ListOperand(EquatableArray<Operand> Items) : Operand
{
    public override IEnumerable<Operand> Parts => Items.SelectMany(item => item.Parts);

    public override string Inside => $"[{string.Join(", ", Items.Select(item => item.Inside))}]";

    public override string Outside(CallSite site) => $"[{string.Join(", ", Items.Select(item => item.Outside(site)))}]";
}

/// <summary>Several operands in one.</summary>
/// <param name="Members">What they are called, and what they are.</param>
internal sealed record StructOperand(EquatableArray<(string Name, Operand Operand)> Members) : Operand
{
    public override IEnumerable<Operand> Parts => Members.SelectMany(member => member.Operand.Parts);

    public override string Inside => Write(operand => operand.Inside);

    public override string Outside(CallSite site) => Write(operand => operand.Outside(site));

    private string Write(Func<Operand, string> write)
        => $"new() {{ {string.Join(", ", Members.Select(member => $"{member.Name} = {write(member.Operand)}"))} }}";
}
