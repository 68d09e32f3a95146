using System.Runtime.CompilerServices;
using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>What becomes of gradients in tests of kernels. A sink knows the addresses of its buffers alone: their room lives as long as the gradients.</summary>
internal static class Sinks
{
    private static readonly ConditionalWeakTable<AlignedBuffer, AlignedBuffer> _workspaces = [];

    /// <summary>They stay in a buffer; one part works at a time.</summary>
    public static GradientSink Keeping(AlignedBuffer gradients) => Keeping(gradients, new AlignedBuffer(1 << 16), 0);

    /// <summary>They stay in a buffer; each part has room.</summary>
    public static GradientSink Keeping(AlignedBuffer gradients, AlignedBuffer room, int roomPerPart)
    {
        _workspaces.AddOrUpdate(gradients, room);
        return new GradientSink(gradients, room, roomPerPart);
    }
}
