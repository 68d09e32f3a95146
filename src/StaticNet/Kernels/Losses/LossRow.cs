using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>What all losses do with a row.</summary>
internal static unsafe class LossRow
{
    /// <summary>The class that a row predicts.</summary>
    public static int Class<TRow>(float* row)
        where TRow : struct, IRowShape
        => Decision.Highest(new ReadOnlySpan<float>(row, TRow.Width));

    /// <summary>The same of a row of probabilities; one that fits into a vector is looked at all at once.</summary>
    /// <param name="row">The row.</param>
    /// <param name="largest">The largest of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Class<TV, TRow>(float* row, float largest)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        if (TRow.Width > TV.Count || !IsPadded<TRow>())
            return Class<TRow>(row);
        uint lower = TV.HighBits(TV.GreaterThan(TV.Create(largest), TV.Load(row)));
        return float.IsNaN(largest) ? -1 : BitOperations.TrailingZeroCount(~lower);
    }

    /// <summary>Sets a row to 0, with what lies between its width and its stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear<TV, TRow>(float* row)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        for (int i = 0; IsPadded<TRow>() && i < TRow.Stride; i += TV.Count)
            default(TV).Store(row + i);
        for (int i = 0; !IsPadded<TRow>() && i < TRow.Stride; i++)
            row[i] = 0;
    }

    /// <summary>Whether rows are whole vectors. Those of an output without weights before it follow each other without gaps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPadded<TRow>()
        where TRow : struct, IRowShape
        => TRow.Stride % Layout.Vector == 0;

    /// <summary>Sets what lies between the row's width and its stride to 0, so that products over whole vectors add nothing.</summary>
    public static void ClearPadding<TRow>(float* gradient)
        where TRow : struct, IRowShape
    {
        for (int i = TRow.Width; i < TRow.Stride; i++)
            gradient[i] = 0;
    }
}
