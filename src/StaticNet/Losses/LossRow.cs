namespace StaticNet.Kernels;

/// <summary>What all losses do with a row.</summary>
internal static unsafe class LossRow
{
    /// <summary>The index of the largest number; of equal ones the first.</summary>
    public static int ArgMax(float* row, int width)
    {
        int best = 0;
        for (int i = 1; i < width; i++)
        {
            if (row[i] > row[best])
                best = i;
        }

        return best;
    }

    /// <summary>Sets what lies between the row's width and its stride to 0, so that products over whole vectors add nothing.</summary>
    public static void ClearPadding<TRow>(float* gradient)
        where TRow : struct, IRowShape
    {
        for (int i = TRow.Width; i < TRow.Stride; i++)
            gradient[i] = 0;
    }
}
