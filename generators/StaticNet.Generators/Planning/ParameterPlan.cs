namespace StaticNet.Generators;

/// <summary>A parameter and its place in the buffer of all parameters.</summary>
/// <param name="Layer">Its layer's name.</param>
/// <param name="Role">What it is to the layer: <c>kernel</c>.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Offset">Its first float, a multiple of 16.</param>
/// <param name="Stride">Floats from one row to the next: the row's width rounded up to a multiple of 16, or 1.</param>
/// <param name="Initializer">What it starts from.</param>
/// <param name="FanIn">The inputs of a unit.</param>
/// <param name="FanOut">The units that an input feeds.</param>
/// <param name="Trainable">Whether gradients change it.</param>
/// <param name="RowAxes">The axes, from the last on, whose numbers make a row; 0 of a number without axes.</param>
/// <param name="Table">Its number among the tables, of which a sample reads a few rows only, which alone get gradients; null for others.</param>
internal sealed record ParameterPlan(
    string Layer, string Role, EquatableArray<int> Shape, int Offset, int Stride, Initializer Initializer, int FanIn, int FanOut, bool Trainable, int RowAxes,
    int? Table)
{
    /// <summary>Whether it is a table.</summary>
    public bool IsTable => Table is not null;

    /// <summary>The inputs whose tokens a table is read by, by their numbers, each as often as it is read.</summary>
    public EquatableArray<int> Inputs { get; init; }

    /// <summary>Where those numbers begin that start from 1, whatever the initializer says.</summary>
    public int OnesAt { get; init; }

    /// <summary>How many they are.</summary>
    public int Ones { get; init; }

    /// <summary>
    /// Rows of the matrix that it is to a product, whose columns lie in panels of 16, one behind the other; 0 where its rows follow each other.
    /// </summary>
    public int PanelRows { get; init; }

    /// <summary>The columns of that matrix, padded to whole panels.</summary>
    public int Columns => Rows / PanelRows * Stride;

    /// <summary>Its name in the model: <c>dense_1/kernel</c>.</summary>
    public string Name => $"{Layer}/{Role}";

    /// <summary>The name of its property and of the constant that is its offset: <c>Dense1Kernel</c>.</summary>
    public string Property => LayerSpec.PropertyOf(Layer, Role);

    /// <summary>The rows.</summary>
    public int Rows => Shape.Take(Shape.Count - RowAxes).Aggregate(1, (size, next) => size * next);

    /// <summary>The numbers in a row.</summary>
    public int Width => Shape.Skip(Shape.Count - RowAxes).Aggregate(1, (size, next) => size * next);

    /// <summary>What it takes of the memory of all parameters, before that is rounded up.</summary>
    public int Floats => Rows * Stride;
}
