namespace StaticNet.Kernels;

/// <summary>The memory that vectors of length 1 need.</summary>
internal static class UnitNormalizationSizes
{
    /// <summary>What is saved of a sample: what each row, or each column, was multiplied by.</summary>
    public static int Saved(int rows, int width, bool alongRows) => alongRows ? rows : width;
}
