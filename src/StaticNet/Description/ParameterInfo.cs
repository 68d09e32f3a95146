using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>Where a parameter lies in the buffer of all parameters and what it starts from.</summary>
/// <param name="Name">The layer's name and the parameter's: <c>dense/kernel</c>.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Offset">Its first float.</param>
/// <param name="Stride">Floats from one row to the next.</param>
/// <param name="Initializer">What it starts from.</param>
/// <param name="FanIn">The inputs of a unit, for the initializer.</param>
/// <param name="FanOut">The units that an input feeds, for the initializer.</param>
/// <param name="Trainable">Whether gradients change it.</param>
/// <param name="RowAxes">The axes, from the last on, whose numbers make a row; 0 of a number without axes.</param>
/// <param name="IsTable">Whether a sample reads a few of its rows only, which alone get gradients.</param>
/// <param name="Inputs">The inputs whose tokens a table is read by, by their numbers, each as often as it is read; the first where nothing is said.</param>
/// <param name="OnesAt">Where those numbers begin that start from 1, whatever the initializer says.</param>
/// <param name="Ones">How many they are.</param>
/// <param name="PanelRows">
/// Rows of the matrix that it is to a product, whose columns lie in panels of 16, one behind the other; 0 where its rows follow each other. A row of the
/// matrix has one of the parameter's, or several beside each other.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ParameterInfo(
    string Name, IReadOnlyList<int> Shape, int Offset, int Stride, Initializer Initializer, int FanIn, int FanOut, bool Trainable = true, int RowAxes = 1,
    bool IsTable = false, IReadOnlyList<int>? Inputs = null, int OnesAt = 0, int Ones = 0, int PanelRows = 0)
{
    /// <summary>Its shape.</summary>
    public IReadOnlyList<int> Shape { get; init => field = [.. value]; } = [.. Shape];

    /// <summary>The inputs whose tokens a table is read by, by their numbers, each as often as it is read.</summary>
    public IReadOnlyList<int> Inputs { get; init => field = [.. value]; } = Inputs is null ? [0] : [.. Inputs];
}
