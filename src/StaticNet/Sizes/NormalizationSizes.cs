namespace StaticNet.Kernels;

/// <summary>The memory that normalisations need. A row is one of the output's, padded to whole vectors.</summary>
internal static class NormalizationSizes
{
    /// <summary>Rows that are saved for each sample: mean and squared deviations, and likewise the two sums of gradients.</summary>
    public const int MomentRows = 2, SumRows = 2;

    /// <summary>Rows of the batch's statistics: mean, variance and 1 / √(variance + epsilon).</summary>
    public const int BatchStatisticRows = 3;

    /// <summary>Rows of the batch's sums of gradients: dbeta, dgamma and what dx takes of them.</summary>
    public const int BatchSumRows = 5;

    /// <summary>Rows that a prediction makes of weights and moving averages: what is multiplied by, and what is added.</summary>
    public const int FoldedRows = 2;

    /// <summary>A block of gradients: those of one scale or shift.</summary>
    public static long Block(int stride) => stride;

    /// <summary>What a layer normalisation saves of a sample: mean and 1 / √(variance + epsilon) of each pixel.</summary>
    public static int Statistics(int pixels) => 2 * pixels;

    /// <summary>
    /// Rows that a group normalisation saves of a sample: mean and 1 / √(variance + epsilon) of each channel's group; then dbeta, dgamma and what dx
    /// takes of the group's.
    /// </summary>
    public const int GroupStatisticRows = 2, GroupSumRows = 5;

    /// <summary>A convolution's kernel and shift with a normalisation folded in.</summary>
    public static long FoldedKernel(long kernelRows, int stride) => (FoldedRows + kernelRows) * stride;
}
