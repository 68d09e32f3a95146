namespace StaticNet.Generators;

/// <summary>What generated code does at a place: a method of its own, or a kernel without one around it.</summary>
internal abstract record Statement
{
    /// <summary>All that it takes.</summary>
    public abstract IEnumerable<Operand> Operands { get; }

    /// <summary>As code writes it at a place.</summary>
    public abstract string At(CallSite site);
}
