using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>What becomes of gradients in tests of kernels.</summary>
internal static class Sinks
{
    // One part works at a time.
    private static readonly AlignedBuffer _scratch = new(1 << 20);

    /// <summary>They stay in a buffer.</summary>
    public static GradientSink Keeping(AlignedBuffer gradients) => new(gradients, _scratch, 0);
}
