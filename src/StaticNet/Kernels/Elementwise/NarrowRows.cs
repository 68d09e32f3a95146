using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Kernels;

/// <summary>Rows of up to four numbers, of which a vector holds several: the heads of models that tell few classes.</summary>
internal static unsafe class NarrowRows
{
    /// <summary>Whether several rows fit into a vector. They are read four floats at a time, so they must be padded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreNarrow<TV, TRow>()
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
        => TRow.Width <= Vector128<float>.Count && TRow.Stride % Layout.Vector == 0 && InVector<TV>() > 1;

    /// <summary>How many rows a vector holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int InVector<TV>()
        where TV : unmanaged, ISimd<TV>
        => TV.Count / Vector128<float>.Count;

    /// <summary>The softmax of as many rows as a vector holds, with the same bits as <see cref="SoftmaxKernels"/> gives each of them alone.</summary>
    /// <param name="x">The first row.</param>
    /// <param name="largest">In the lanes of each row its largest number.</param>
    /// <param name="total">In the lanes of each row its Σ exp(x - largest).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Softmax<TV, TRow>(float* x, out TV largest, out TV total)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        TV isNumber = TV.GreaterThan(TV.Create((float)TRow.Width), TV.FromBits(TV.LaneNumberBits & TV.CreateBits(3)));
        TV numbers = TV.Select(isNumber, TV.LoadFours(x, TRow.Stride), TV.Create(float.NegativeInfinity));
        largest = TV.MaxOfFours(numbers);
        TV exponentials = SimdMath.Exp(numbers - largest) & isNumber;
        total = TV.SumOfFours(exponentials);
        return SoftmaxKernels.Probability(exponentials, TV.Create(1f) / total);
    }
}
