namespace StaticNet.Kernels;

/// <summary>The memory that vectors of length 1 need.</summary>
internal static class UnitRoom
{
    /// <summary>What is noted of a sample: what each row, or each column, was multiplied by.</summary>
    public static int Notes(int rows, int width, bool alongRows) => alongRows ? rows : width;
}
