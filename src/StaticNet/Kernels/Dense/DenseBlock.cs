namespace StaticNet.Kernels;

/// <summary>
/// A block of a dense layer's kernel. A part of the work has all rows of some panels, or several blocks of rows; it is the same in all that is done
/// with a kernel, so that a thread need not wait for others before it transposes what it has updated.
/// </summary>
/// <param name="Row">Its first row, a multiple of 16.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Panel">Its first panel.</param>
/// <param name="Panels">Its panels.</param>
internal readonly record struct DenseBlock(int Row, int Rows, int Panel, int Panels)
{
    /// <summary>Where it begins in a kernel of so many rows.</summary>
    public nint Start(int rows) => (((nint)Panel * rows) + Row) * Layout.Vector;

    /// <summary>The places of a part, counted along the rows of one group of panels and then the next.</summary>
    public static (int First, int Last) PlacesOf<TShape>(int part, int parts)
        where TShape : struct, IDenseShape
        => Part.Of((TShape.UnitStride + DenseSizes.MaxColumns - 1) / DenseSizes.MaxColumns * Layout.Align(TShape.Inputs), part, parts);

    /// <summary>The block at a place; moves the place to the next block.</summary>
    public static DenseBlock Next<TShape>(ref int place, int last)
        where TShape : struct, IDenseShape
    {
        int inputs = TShape.Inputs, panels = TShape.UnitStride / Layout.Vector;
        (int group, int row) = Math.DivRem(place, Layout.Align(inputs));
        int places = Math.Min(DenseSizes.MaxRows, Math.Min(Layout.Align(inputs) - row, last - place)), panel = group * DenseSizes.MaxPanels;
        place += places;
        return new(row, Math.Min(places, inputs - row), panel, Math.Min(DenseSizes.MaxPanels, panels - panel));
    }
}
