namespace StaticNet.Tests.Kernels;

/// <summary>Matrices whose columns lie in panels of 16, one behind the other.</summary>
internal static unsafe class Panels
{
    /// <summary>The same matrix in panels, with guards of its own.</summary>
    public static Block Of(Block matrix, int rows, int columns)
    {
        int panels = (columns + 15) / 16;
        var result = new Block(panels * rows, 16, 16);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                result.Values[Place(row, column, rows)] = matrix[row, column];
        }

        return result;
    }

    /// <summary>Copies a matrix out of panels; its padding with it.</summary>
    public static void Unpack(ReadOnlySpan<float> panels, Block matrix, int rows, int stride)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < stride; column++)
                matrix.Values[(row * stride) + column] = panels[Place(row, column, rows)];
        }
    }

    /// <summary>Where a number of it lies.</summary>
    public static int Place(int row, int column, int rows) => (((column / 16) * rows) + row) * 16 + (column % 16);
}
