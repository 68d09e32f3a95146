using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Predictions of recurrences: a few samples walk through all steps together, so that
/// their states stay in the first cache, and nothing is saved. Each sum runs in the same order whatever the number of samples, so that its bits
/// do not depend on it.
/// </summary>
internal static unsafe partial class RecurrentTiles
{
    /// <summary>The samples that walk together.</summary>
    private const int MaxRows = 4;

    /// <summary>Predicts: y = the last state, or all of them.</summary>
    /// <param name="starts">Where the sums of the steps start from.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="mask">As in <see cref="RecurrentKernels.Infer"/>.</param>
    /// <param name="scratch">Scratch memory for eight states and four rows of all gates.</param>
    /// <param name="y">Where the output goes.</param>
    /// <param name="rows">The number of samples.</param>
    /// <param name="kept">As in <see cref="RecurrentKernels.Infer"/>.</param>
    /// <param name="position">As in <see cref="RecurrentKernels.Infer"/>.</param>
    [EveryWidth]
    public static void Infer<TV, TShape, TCell, TStarts>(
        TStarts starts, RecurrentWeights weights, byte* mask, float* scratch, float* y, int rows, float* kept, int position)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TStarts : struct, IStarts
    {
        // Masked samples skip steps of their own, and so walk alone. Narrow vectors come with half as many registers.
        int max = mask != null ? 1 : TV.Count < 16 ? 2 : MaxRows;
        int output = (TShape.ReturnsSequences ? TShape.Steps : 1) * TShape.UnitStride;
        for (int row = 0; row < rows;)
        {
            int left = rows - row, count = left >= max ? max : left >= 2 ? 2 : 1;
            starts.MoveTo(row);
            byte* counts = mask == null ? null : mask + (row * Layout.Align(TShape.Steps));
            Walk<TV, TShape, TCell, TStarts>(ref starts, weights, counts, scratch, y + ((nint)row * output), count, kept, position);
            row += count;
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void Walk<TV, TShape, TCell, TStarts>(
        ref TStarts starts, RecurrentWeights weights, byte* mask, float* scratch, float* y, int rows, float* kept, int position)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TStarts : struct, IStarts
    {
        int stride = TShape.UnitStride;
        float* h = scratch, c = h + (MaxRows * stride), sums = c + (MaxRows * stride);
        new Span<float>(scratch, 2 * MaxRows * stride).Clear();
        if (position > 0)
            RecurrentState.Load(kept, h, c, stride);
        float* recurrent = weights.Recurrent, bias = weights.RecurrentBias;
        for (int step = 0, ready = 0; step < TShape.Steps; step++)
        {
            if (step == ready)
                ready += starts.Prepare<TV>(step, rows);
            int time = TShape.GoesBackwards ? TShape.Steps - 1 - step : step;
            if (mask == null || mask[time] != 0)
            {
                Multiply<TV, TShape, TCell>(recurrent, bias, h, sums, rows);
                ApplyCell<TV, TShape, TCell, TStarts>(ref starts, sums, h, c, time, rows);
            }

            if (TShape.ReturnsSequences)
            {
                int place = TShape.KeepsTime ? time : step;
                for (int row = 0; row < rows; row++)
                    Copy<TV>(h + (row * stride), y + ((((nint)row * TShape.Steps) + place) * stride), stride);
            }
        }

        if (kept != null)
            RecurrentState.Store(kept, h, c, stride);
        if (!TShape.ReturnsSequences)
            Copy<TV>(h, y, rows * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply<TV, TShape, TCell>(float* recurrent, float* bias, float* h, float* sums, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        int i = 0;
        for (; rows == 1 && i <= TShape.UnitStride - (2 * TV.Count); i += 2 * TV.Count)
            Pair<TV, TShape, TCell>(recurrent + Place<TShape>(i), From(bias, i), h, sums + i);
        for (; i < TShape.UnitStride; i += TV.Count)
        {
            if (rows == 1) Single<TV, TShape, TCell>(recurrent + Place<TShape>(i), From(bias, i), h, sums + i);
            else if (rows == 2) Tile2<TV, TShape, TCell>(recurrent + Place<TShape>(i), From(bias, i), h, sums + i);
            else Tile4<TV, TShape, TCell>(recurrent + Place<TShape>(i), From(bias, i), h, sums + i);
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void ApplyCell<TV, TShape, TCell, TStarts>(ref TStarts starts, float* sums, float* h, float* c, int time, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TStarts : struct, IStarts
    {
        int stride = TShape.UnitStride, columns = TCell.Gates * stride;
        for (int row = 0; row < rows; row++)
        {
            float* start = starts.At(row, time), own = sums + (row * columns), carried = c + (row * stride);
            for (int unit = 0; unit < stride; unit += TV.Count)
                TCell.Begin<TV>(stride, start + unit, own + unit, carried + unit);
        }

        for (int row = 0; row < rows; row++)
        {
            float* start = starts.At(row, time), own = sums + (row * columns), carried = c + (row * stride), state = h + (row * stride);
            for (int unit = 0; unit < stride; unit += TV.Count)
                TCell.End<TV>(stride, start + unit, own + unit, state + unit, carried + unit);
        }
    }

    // Four samples, a vector of units.
    [MethodImpl(Compiled.Alone)]
    private static void Tile4<TV, TShape, TCell>(float* weights, float* bias, float* h, float* sums)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        int stride = TShape.UnitStride, columns = TCell.Gates * stride, gates = stride * TShape.Units;
        TV a0 = Bias<TV, TCell>(bias, stride, 0), b0 = a0, c0 = a0, d0 = a0;
        TV a1 = Bias<TV, TCell>(bias, stride, 1), b1 = a1, c1 = a1, d1 = a1;
        TV a2 = Bias<TV, TCell>(bias, stride, 2), b2 = a2, c2 = a2, d2 = a2;
        TV a3 = Bias<TV, TCell>(bias, stride, 3), b3 = a3, c3 = a3, d3 = a3;
        for (int k = 0; k < TShape.Units; k++, weights += Layout.Vector)
        {
            TV w0 = TV.Load(weights), w1 = Gate<TV, TCell>(weights, gates, 1), w2 = Gate<TV, TCell>(weights, gates, 2), w3 = Gate<TV, TCell>(weights, gates, 3);
            TV a = TV.Create(h[k]);
            a0 = Add<TV, TCell>(a, w0, a0, 0);
            a1 = Add<TV, TCell>(a, w1, a1, 1);
            a2 = Add<TV, TCell>(a, w2, a2, 2);
            a3 = Add<TV, TCell>(a, w3, a3, 3);
            TV b = TV.Create(h[stride + k]);
            b0 = Add<TV, TCell>(b, w0, b0, 0);
            b1 = Add<TV, TCell>(b, w1, b1, 1);
            b2 = Add<TV, TCell>(b, w2, b2, 2);
            b3 = Add<TV, TCell>(b, w3, b3, 3);
            TV c = TV.Create(h[(2 * stride) + k]);
            c0 = Add<TV, TCell>(c, w0, c0, 0);
            c1 = Add<TV, TCell>(c, w1, c1, 1);
            c2 = Add<TV, TCell>(c, w2, c2, 2);
            c3 = Add<TV, TCell>(c, w3, c3, 3);
            TV d = TV.Create(h[(3 * stride) + k]);
            d0 = Add<TV, TCell>(d, w0, d0, 0);
            d1 = Add<TV, TCell>(d, w1, d1, 1);
            d2 = Add<TV, TCell>(d, w2, d2, 2);
            d3 = Add<TV, TCell>(d, w3, d3, 3);
        }

        Store<TV, TCell>(sums, stride, a0, a1, a2, a3);
        Store<TV, TCell>(sums + columns, stride, b0, b1, b2, b3);
        Store<TV, TCell>(sums + (2 * columns), stride, c0, c1, c2, c3);
        Store<TV, TCell>(sums + (3 * columns), stride, d0, d1, d2, d3);
    }

    // Two samples, a vector of units.
    [MethodImpl(Compiled.Alone)]
    private static void Tile2<TV, TShape, TCell>(float* weights, float* bias, float* h, float* sums)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        int stride = TShape.UnitStride, columns = TCell.Gates * stride, gates = stride * TShape.Units;
        TV a0 = Bias<TV, TCell>(bias, stride, 0), b0 = a0;
        TV a1 = Bias<TV, TCell>(bias, stride, 1), b1 = a1;
        TV a2 = Bias<TV, TCell>(bias, stride, 2), b2 = a2;
        TV a3 = Bias<TV, TCell>(bias, stride, 3), b3 = a3;
        for (int k = 0; k < TShape.Units; k++, weights += Layout.Vector)
        {
            TV w0 = TV.Load(weights), w1 = Gate<TV, TCell>(weights, gates, 1), w2 = Gate<TV, TCell>(weights, gates, 2), w3 = Gate<TV, TCell>(weights, gates, 3);
            TV a = TV.Create(h[k]);
            a0 = Add<TV, TCell>(a, w0, a0, 0);
            a1 = Add<TV, TCell>(a, w1, a1, 1);
            a2 = Add<TV, TCell>(a, w2, a2, 2);
            a3 = Add<TV, TCell>(a, w3, a3, 3);
            TV b = TV.Create(h[stride + k]);
            b0 = Add<TV, TCell>(b, w0, b0, 0);
            b1 = Add<TV, TCell>(b, w1, b1, 1);
            b2 = Add<TV, TCell>(b, w2, b2, 2);
            b3 = Add<TV, TCell>(b, w3, b3, 3);
        }

        Store<TV, TCell>(sums, stride, a0, a1, a2, a3);
        Store<TV, TCell>(sums + columns, stride, b0, b1, b2, b3);
    }

    // One sample, two vectors of units: as many sums as are needed to keep the multipliers busy.
    [MethodImpl(Compiled.Alone)]
    private static void Pair<TV, TShape, TCell>(float* weights, float* bias, float* h, float* sums)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        int stride = TShape.UnitStride, gates = stride * TShape.Units, next = Place<TShape>(TV.Count);
        float* high = From(bias, TV.Count);
        TV a0 = Bias<TV, TCell>(bias, stride, 0), b0 = Bias<TV, TCell>(high, stride, 0), a1 = Bias<TV, TCell>(bias, stride, 1), b1 = Bias<TV, TCell>(high, stride, 1);
        TV a2 = Bias<TV, TCell>(bias, stride, 2), b2 = Bias<TV, TCell>(high, stride, 2), a3 = Bias<TV, TCell>(bias, stride, 3), b3 = Bias<TV, TCell>(high, stride, 3);
        for (int k = 0; k < TShape.Units; k++, weights += Layout.Vector)
        {
            TV state = TV.Create(h[k]);
            a0 = Add<TV, TCell>(state, TV.Load(weights), a0, 0);
            b0 = Add<TV, TCell>(state, TV.Load(weights + next), b0, 0);
            a1 = Add<TV, TCell>(state, Gate<TV, TCell>(weights, gates, 1), a1, 1);
            b1 = Add<TV, TCell>(state, Gate<TV, TCell>(weights + next, gates, 1), b1, 1);
            a2 = Add<TV, TCell>(state, Gate<TV, TCell>(weights, gates, 2), a2, 2);
            b2 = Add<TV, TCell>(state, Gate<TV, TCell>(weights + next, gates, 2), b2, 2);
            a3 = Add<TV, TCell>(state, Gate<TV, TCell>(weights, gates, 3), a3, 3);
            b3 = Add<TV, TCell>(state, Gate<TV, TCell>(weights + next, gates, 3), b3, 3);
        }

        Store<TV, TCell>(sums, stride, a0, a1, a2, a3);
        Store<TV, TCell>(sums + TV.Count, stride, b0, b1, b2, b3);
    }

    // One sample, one vector of units.
    [MethodImpl(Compiled.Alone)]
    private static void Single<TV, TShape, TCell>(float* weights, float* bias, float* h, float* sums)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        int stride = TShape.UnitStride, gates = stride * TShape.Units;
        TV a0 = Bias<TV, TCell>(bias, stride, 0), a1 = Bias<TV, TCell>(bias, stride, 1);
        TV a2 = Bias<TV, TCell>(bias, stride, 2), a3 = Bias<TV, TCell>(bias, stride, 3);
        for (int k = 0; k < TShape.Units; k++, weights += Layout.Vector)
        {
            TV state = TV.Create(h[k]);
            a0 = Add<TV, TCell>(state, TV.Load(weights), a0, 0);
            a1 = Add<TV, TCell>(state, Gate<TV, TCell>(weights, gates, 1), a1, 1);
            a2 = Add<TV, TCell>(state, Gate<TV, TCell>(weights, gates, 2), a2, 2);
            a3 = Add<TV, TCell>(state, Gate<TV, TCell>(weights, gates, 3), a3, 3);
        }

        Store<TV, TCell>(sums, stride, a0, a1, a2, a3);
    }

    // Where a unit lies in the panels of the recurrent kernel.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Place<TShape>(int unit)
        where TShape : struct, IRecurrentShape
        => Layout.Place(unit, TShape.Units * Layout.Vector);

    // Gates that the cell does not have cost nothing: the compiler drops them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Add<TV, TCell>(TV left, TV right, TV sum, int gate)
        where TV : unmanaged, ISimd<TV>
        where TCell : struct, IRecurrentCell
        => gate < TCell.Gates ? TV.MultiplyAdd(left, right, sum) : sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Gate<TV, TCell>(float* weights, int gates, int gate)
        where TV : unmanaged, ISimd<TV>
        where TCell : struct, IRecurrentCell
        => gate < TCell.Gates ? TV.Load(weights + (gate * gates)) : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Bias<TV, TCell>(float* bias, int stride, int gate)
        where TV : unmanaged, ISimd<TV>
        where TCell : struct, IRecurrentCell
        => bias != null && gate < TCell.Gates ? TV.Load(bias + (gate * stride)) : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TV, TCell>(float* sums, int stride, TV sum0, TV sum1, TV sum2, TV sum3)
        where TV : unmanaged, ISimd<TV>
        where TCell : struct, IRecurrentCell
    {
        sum0.Store(sums);
        if (TCell.Gates > 1)
            sum1.Store(sums + stride);
        if (TCell.Gates > 2)
            sum2.Store(sums + (2 * stride));
        if (TCell.Gates > 3)
            sum3.Store(sums + (3 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float* From(float* bias, int unit) => bias == null ? null : bias + unit;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy<TV>(float* source, float* target, int count)
        where TV : unmanaged, ISimd<TV>
    {
        for (int i = 0; i < count; i += TV.Count)
            TV.Load(source + i).Store(target + i);
    }
}
