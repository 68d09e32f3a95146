using System.Runtime.CompilerServices;
using StaticNet.Kernels;

namespace StaticNet.Benchmarks;

/// <summary>What the machine itself can do, measured in the same run as the kernels.</summary>
internal static unsafe class Machine
{
    /// <summary>Fused multiply-adds from registers, in operations a second.</summary>
    public static double PeakOperations(double seconds)
    {
        const int Steps = 1000;
        int lanes = Simd.Is512 ? 16 : Simd.Is256 ? 8 : 4;
        float result = 0;
        double rate = Measure.Rate(
            () => result += Simd.Is512 ? Chains<Simd512>(Steps) : Simd.Is256 ? Chains<Simd256>(Steps) : Chains<Simd128>(Steps), seconds);
        GC.KeepAlive(result);
        return rate * Steps * 12 * lanes * 2;
    }

    /// <summary>Reading a buffer of a size over and over, in bytes a second.</summary>
    public static double ReadBandwidth(int bytes, double seconds)
    {
        var buffer = new AlignedBuffer(bytes / sizeof(float));

        // Memory that was never written to is one page of zeros over and over.
        buffer.Span.Fill(1);
        float result = 0;
        double rate = Measure.Rate(
            () => result += Simd.Is512 ? Read<Simd512>(buffer) : Simd.Is256 ? Read<Simd256>(buffer) : Read<Simd128>(buffer), seconds);
        GC.KeepAlive(result);
        return rate * bytes;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Chains<TV>(int steps)
        where TV : unmanaged, ISimd<TV>
    {
        TV a = TV.Create(0.999f), b = TV.Create(0.001f);
        TV s0 = a, s1 = a, s2 = a, s3 = a, s4 = a, s5 = a, s6 = a, s7 = a, s8 = a, s9 = a, s10 = a, s11 = a;
        for (int i = 0; i < steps; i++)
        {
            s0 = TV.MultiplyAdd(s0, a, b);
            s1 = TV.MultiplyAdd(s1, a, b);
            s2 = TV.MultiplyAdd(s2, a, b);
            s3 = TV.MultiplyAdd(s3, a, b);
            s4 = TV.MultiplyAdd(s4, a, b);
            s5 = TV.MultiplyAdd(s5, a, b);
            s6 = TV.MultiplyAdd(s6, a, b);
            s7 = TV.MultiplyAdd(s7, a, b);
            s8 = TV.MultiplyAdd(s8, a, b);
            s9 = TV.MultiplyAdd(s9, a, b);
            s10 = TV.MultiplyAdd(s10, a, b);
            s11 = TV.MultiplyAdd(s11, a, b);
        }

        return TV.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Read<TV>(AlignedBuffer buffer)
        where TV : unmanaged, ISimd<TV>
    {
        float* p = buffer.Start, end = p + buffer.Length;
        TV s0 = default, s1 = default, s2 = default, s3 = default;
        for (; p < end; p += 4 * TV.Count)
        {
            s0 += TV.Load(p);
            s1 += TV.Load(p + TV.Count);
            s2 += TV.Load(p + (2 * TV.Count));
            s3 += TV.Load(p + (3 * TV.Count));
        }

        GC.KeepAlive(buffer);
        return TV.Sum(s0 + s1 + s2 + s3);
    }
}
