namespace StaticNet.Kernels;

/// <summary>Shares out rows or columns among threads.</summary>
internal static class Part
{
    /// <summary>
    /// The range of one part: whole vectors of 16, so that no two threads write to one cache line, as even as that allows.
    /// </summary>
    public static (int First, int Last) Of(int count, int part, int parts)
    {
        int vectors = (count + 15) / 16;
        return (Math.Min(count, (int)((long)vectors * part / parts) * 16), Math.Min(count, (int)((long)vectors * (part + 1) / parts) * 16));
    }
}
