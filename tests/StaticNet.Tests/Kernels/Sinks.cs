using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>What becomes of gradients in tests of kernels.</summary>
internal static class Sinks
{
    /// <summary>They stay in a buffer.</summary>
    public static GradientSink Keeping(AlignedBuffer gradients) => new(gradients, gradients, 0);
}
