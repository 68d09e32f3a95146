using System.Runtime.Intrinsics.X86;
using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Work that a test does at one vector width.</summary>
internal interface IAtWidth
{
    void Run<TV>()
        where TV : unmanaged, ISimd<TV>;
}

/// <summary>Runs work at every vector width that the processor has.</summary>
internal static class SimdWidths
{
    public static void ForEach(IAtWidth work)
    {
        work.Run<Simd128>();
        if (Fma.IsSupported)
            work.Run<Simd256>();
        if (Avx512F.IsSupported)
            work.Run<Simd512>();
    }
}
