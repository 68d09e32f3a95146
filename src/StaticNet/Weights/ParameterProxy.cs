using System.Diagnostics;
using StaticNet.Kernels;

namespace StaticNet;

/// <summary>What a debugger shows of a parameter: its weights.</summary>
internal sealed class ParameterProxy(Parameter parameter)
{
    /// <summary>The weights.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public ShownNumbers[] Weights { get; } = [parameter.Show()];
}
