using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>A table whose sizes change, which constants do not: one compiled kernel serves a whole sweep.</summary>
internal readonly struct SweptEmbedding : IEmbeddingShape
{
    public static int Vocabulary => 7;

    public static int Tokens { get; private set; }

    public static int Stride { get; private set; }

    public static bool Averages { get; private set; }

    public static bool MasksZero { get; private set; }

    /// <summary>Checks at every size.</summary>
    public static void ForEach(bool averages, bool masksZero, Action<Random> check)
    {
        (Averages, MasksZero) = (averages, masksZero);
        foreach (int places in new[] { 1, 2, 3, 4, 5, 17, 33 })
        {
            foreach (int stride in new[] { 16, 32, 48, 80 })
            {
                (Tokens, Stride) = (places, stride);
                check(new Random(places + stride));
            }
        }
    }
}
