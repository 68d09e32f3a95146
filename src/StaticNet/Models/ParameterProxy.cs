using System.Diagnostics;
using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// What a debugger shows of a parameter: its weights as they lie in memory. It asks nobody, since looking must neither be refused nor change anything.
/// </summary>
internal sealed class ParameterProxy(Parameter parameter)
{
    /// <summary>The weights.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public ShownNumbers[] Weights { get; } = [parameter.Show()];
}
