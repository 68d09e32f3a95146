namespace StaticNet.Generators;

/// <summary>A call of a kernel.</summary>
/// <param name="Kernel">The kernel: <c>DenseKernels.Forward</c>.</param>
/// <param name="Types">The types that it is compiled for: sizes, then activations.</param>
/// <param name="Arguments">What it takes, in order.</param>
internal sealed record KernelCall(string Kernel, EquatableArray<string> Types, EquatableArray<Operand> Arguments) : Statement
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands => Arguments.SelectMany(operand => operand.Parts);

    private const int MaxLength = 150;

    /// <summary>As the body of a method writes it; a long one in several lines.</summary>
    public IReadOnlyList<string> Inside
    {
        get
        {
            string line = Write(operand => operand.Inside);
            return line.Length <= MaxLength ? [line] : [$"{Name}(", .. Wrapped()];
        }
    }

    /// <inheritdoc/>
    public override string At(CallSite site) => Write(operand => operand.Outside(site));

    private string Write(Func<Operand, string> write)
        => $"{Name}({string.Join(", ", Arguments.Select(write))});";

    private string Name => $"{Kernel}{(Types.Count == 0 ? "" : $"<{string.Join(", ", Types)}>")}";

    private IEnumerable<string> Wrapped()
    {
        string line = "";
        foreach (string argument in Arguments.Select((argument, at) => argument.Inside + (at == Arguments.Count - 1 ? ");" : ",")))
        {
            if (line.Length > 0 && line.Length + argument.Length >= MaxLength)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? argument : " " + argument;
        }

        yield return line;
    }
}
