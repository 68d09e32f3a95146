namespace StaticNet.Generators;

/// <summary>A method of generated code that does a part of a step's work.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Comment">What it computes.</param>
/// <param name="Body">The kernels that it calls.</param>
internal sealed record Method(string Name, string Comment, EquatableArray<KernelCall> Body) : Statement
{
    /// <summary>The code that its kernel calls back, written out behind it; null where it calls kernels alone.</summary>
    public UnrolledCode? Code { get; init; }

    /// <summary>The same, done by one thread alone.</summary>
    public Method OnOneThread()
        => this with { Body = new(Body.Select(call => call with { Arguments = new(call.Arguments.Select(argument => argument is PartOperand part ? part.OnOneThread : argument)) })) };

    /// <summary>All that its kernels take.</summary>
    public override IEnumerable<Operand> Operands => Body.SelectMany(call => call.Operands);

    /// <summary>What it takes itself, and what each of that is for.</summary>
    public IEnumerable<(MethodParameter Parameter, Operand Operand)> Parameters
        => Operands.Where(operand => operand.Needs is not null)
            .GroupBy(operand => operand.Needs!)
            .OrderBy(group => group.Key.Order)
            .Select(group => (group.Key, group.First()));

    /// <inheritdoc/>
    public override string At(CallSite site) => $"{Name}({string.Join(", ", Parameters.Select(parameter => parameter.Operand.Passed(site)))});";
}
