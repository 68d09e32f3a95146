namespace StaticNet.Generators;

/// <summary>A layer that merges values number by number.</summary>
/// <param name="operation">How two numbers become one: a structure of the run time.</param>
/// <param name="sign">The same for people.</param>
internal abstract class MergeLayer(string operation, string sign) : LayerKind
{
    /// <summary>Whether the result is divided by the number of values.</summary>
    protected virtual bool Averages => false;

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        EquatableArray<int>? shape = layer.InputShape;
        foreach (CheckedInput other in layer.Inputs.Skip(1))
        {
            if (ShapeOf(shape.Value, other.Shape) is not { } merged)
            {
                layer.Report(
                    Rules.MergedShapes.Id, "with", layer.Title, Text.Shape(shape.Value), layer.InputName, Text.Shape(other.Shape), other.Title,
                    Remedy(shape.Value, other.Shape));
                return null;
            }

            shape = merged;
        }

        return new MergeSpec(Name, layer.Name, shape.Value, operation, sign, Averages);
    }

    /// <summary>The shape of two values merged: the same, or a single row for all rows of the other; null where they do not fit.</summary>
    public static EquatableArray<int>? ShapeOf(EquatableArray<int> first, EquatableArray<int> second)
        => first.Equals(second) || IsRowOf(second, first) ? first
            : IsRowOf(first, second) ? second
            : null;

    private static bool IsRowOf(EquatableArray<int> row, EquatableArray<int> rows)
        => (row.Count == 1 || row.Count == rows.Count) && row.Take(row.Count - 1).All(size => size == 1) && row[row.Count - 1] == rows[rows.Count - 1];

    // The smallest change that brings them together.
    private static string Remedy(EquatableArray<int> first, EquatableArray<int> second)
    {
        bool sameRank = first.Count == second.Count, sameRows = sameRank && first.Take(first.Count - 1).SequenceEqual(second.Take(second.Count - 1));
        int width = first[first.Count - 1];
        return sameRows ? $"give the second {Text.Number(width)} units or filters too"
            : sameRank ? "bring both to the same size, by padding, strides or pooling"
            : "bring both to the same shape, by Flatten or Reshape";
    }
}
