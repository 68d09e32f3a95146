namespace StaticNet.Tests.Kernels;

/// <summary>Blocks whose rows are pixels.</summary>
internal static unsafe class Images
{
    /// <summary>Channel counts around every vector edge.</summary>
    public static readonly int[] ChannelCounts = [1, 2, 3, 4, 5, 8, 15, 16, 17, 31, 32, 33, 40];

    public static int Padded(int channels) => (channels + 15) & ~15;

    /// <summary>Random numbers from -1 to 1, and in the padding what no kernel may rely on.</summary>
    public static Block Values(int samples, int pixels, int channels, int stride, Random random)
    {
        var block = new Block(samples * pixels, channels, stride, random);
        for (int i = 0; i < block.Values.Length; i++)
        {
            if (i % stride >= channels)
                block.Values[i] = 1000 * (random.NextSingle() - 0.5f);
        }

        return block;
    }

    /// <summary>Random numbers from -1 to 1 with padding at 0.</summary>
    public static Block Gradients(int samples, int pixels, int channels, Random random)
        => new(samples * pixels, channels, Padded(channels), random);

    /// <summary>What no kernel may leave where it is to write, padding included.</summary>
    public static Block Results(int samples, int pixels, int channels, int stride)
    {
        var block = new Block(samples * pixels, channels, stride) { HasWholeRows = true };
        block.Values.Fill(float.NaN);
        return block;
    }

    /// <summary>The place of a sample.</summary>
    public static float* At(this Block block, int sample, int pixels, int stride) => block.Start + ((nint)sample * pixels * stride);

    public static void AssertFinite(Block block) => Assert.DoesNotContain(block.Values.ToArray(), value => !float.IsFinite(value));

    /// <summary>Asserts that two blocks have the same bits wherever there are numbers.</summary>
    public static void AssertSameBits(Block expected, Block actual)
        => Assert.Equal(
            expected.Values.ToArray().Select(BitConverter.SingleToUInt32Bits), actual.Values.ToArray().Select(BitConverter.SingleToUInt32Bits));

    public static double Slope(float kept) => kept > 0 ? 1 : 0.2;
}
