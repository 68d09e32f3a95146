using System.Diagnostics;

namespace StaticNet.Kernels;

/// <summary>What a debugger shows of work space.</summary>
internal sealed class WorkSpaceProxy<TPlaces>(WorkSpaceView<TPlaces> view)
{
    /// <summary>The values.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public ShownNumbers[] Values { get; } = view.Show();
}
