using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Kernels;

/// <summary>Integers from 0 to 255 in the lanes of a vector, kept in memory as bytes.</summary>
internal static unsafe class ByteLanes
{
    /// <summary>Reads a byte into each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Load<TV>(byte* source)
        where TV : unmanaged, ISimd<TV>
    {
        if (typeof(TV) == typeof(Simd512))
            return Unsafe.BitCast<Vector512<uint>, TV>(Avx512F.ConvertToVector512UInt32(Vector128.Load(source)));
        if (typeof(TV) == typeof(Simd256))
            return Unsafe.BitCast<Vector256<int>, TV>(Avx2.ConvertToVector256Int32(source));
        Vector128<byte> bytes = Vector128.CreateScalar(Unsafe.ReadUnaligned<uint>(source)).AsByte();
        return Unsafe.BitCast<Vector128<uint>, TV>(Vector128.WidenLower(Vector128.WidenLower(bytes)));
    }

    /// <summary>Writes each lane as a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TV>(TV bits, byte* target)
        where TV : unmanaged, ISimd<TV>
    {
        if (typeof(TV) == typeof(Simd512))
        {
            Avx512F.ConvertToVector128Byte(Unsafe.BitCast<TV, Vector512<uint>>(bits)).Store(target);
        }
        else if (typeof(TV) == typeof(Simd256))
        {
            Vector256<int> lanes = Unsafe.BitCast<TV, Vector256<int>>(bits);
            Vector128<short> halves = Sse2.PackSignedSaturate(lanes.GetLower(), lanes.GetUpper());
            Unsafe.WriteUnaligned(target, Sse2.PackUnsignedSaturate(halves, halves).AsUInt64().ToScalar());
        }
        else
        {
            Vector128<uint> lanes = Unsafe.BitCast<TV, Vector128<uint>>(bits);
            Vector128<ushort> halves = Vector128.Narrow(lanes, lanes);
            Unsafe.WriteUnaligned(target, Vector128.Narrow(halves, halves).AsUInt32().ToScalar());
        }
    }

    /// <summary>The mask of lanes that are a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV AreEqual<TV>(TV bits, int number)
        where TV : unmanaged, ISimd<TV>
        => TV.GreaterThan(TV.Create(0.5f), TV.FromBits(bits ^ TV.CreateBits((uint)number)));
}
