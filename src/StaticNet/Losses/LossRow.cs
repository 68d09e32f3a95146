namespace StaticNet.Kernels;

/// <summary>What all losses do with a row.</summary>
internal static unsafe class LossRow
{
    /// <summary>The class that a row tells.</summary>
    public static int Class<TRow>(float* row)
        where TRow : struct, IRowShape
        => Decision.Highest(new ReadOnlySpan<float>(row, TRow.Width));

    /// <summary>Sets what lies between the row's width and its stride to 0, so that products over whole vectors add nothing.</summary>
    public static void ClearPadding<TRow>(float* gradient)
        where TRow : struct, IRowShape
    {
        for (int i = TRow.Width; i < TRow.Stride; i++)
            gradient[i] = 0;
    }
}
