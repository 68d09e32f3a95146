using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The walk of a block of samples through the steps of a recurrence, and back. Together they keep the kernels in the first cache, and
/// products see whole tiles.
/// </summary>
internal static unsafe partial class RecurrentWalk
{
    /// <summary>Walks through the steps, from any kind of starts.</summary>
    [EveryWidth]
    public static void Forward<TV, TShape, TCell, TStarts>(
        TStarts starts, RecurrentWeights weights, byte* mask, RecurrentSaved saved, float* scratch, float* y, int rows, float* kept = null, int position = 0)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TStarts : struct, IStarts
    {
        for (int row = 0; row < rows; row += RecurrentSizes.Samples)
        {
            starts.MoveTo(row);
            ForwardBlock<TV, TShape, TCell, TStarts>(
                ref starts, weights, RecurrentPointers.Of<TShape, TCell>(saved, mask, y, row), scratch, Math.Min(RecurrentSizes.Samples, rows - row), kept, position);
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void ForwardBlock<TV, TShape, TCell, TStarts>(
        ref TStarts starts, RecurrentWeights weights, RecurrentPointers places, float* scratch, int rows, float* kept, int position)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TStarts : struct, IStarts
    {
        int columns = TCell.Gates * TShape.UnitStride, state = rows * TShape.UnitStride;
        float* sums = scratch, h = sums + (RecurrentSizes.Samples * columns), c = h + (RecurrentSizes.Samples * TShape.UnitStride);
        float* left = places.Drops<TShape>() ? c + (RecurrentSizes.Samples * TShape.UnitStride) : h;
        float* recurrent = weights.Recurrent, bias = weights.RecurrentBias;
        new Span<float>(h, state).Clear();
        new Span<float>(c, state).Clear();
        new Span<float>(left, state).Clear();
        if (position > 0)
            RecurrentState.Load(kept, h, c, TShape.UnitStride);
        int together = TCell.ResetsFirst ? columns - TShape.UnitStride : columns;
        for (int step = 0, ready = 0; step < TShape.Steps; step++)
        {
            if (step == ready)
                ready += starts.Prepare<TV>(step, rows);
            if (bias == null)
                Times<TV, TShape, TCell, ActivationOnly<Linear>>(left, recurrent, sums, rows, together, default);
            else
                Times<TV, TShape, TCell, BiasAndActivation<Linear>>(left, recurrent, sums, rows, together, new(bias));
            if (TCell.ResetsFirst)
            {
                ResetRows<TV, TShape, TCell, TStarts>(ref starts, sums, left, c, step, rows);
                Times<TV, TShape, TCell, ActivationOnly<Linear>>(
                    c, recurrent + ((nint)together * TShape.Units), sums + together, rows, TShape.UnitStride, default);
            }

            StepRows<TV, TShape, TCell, TStarts>(ref starts, places, sums, h, c, left, step, rows);
        }

        if (kept != null)
            RecurrentState.Store(kept, h, c, TShape.UnitStride);
        if (!TShape.ReturnsSequences)
            new ReadOnlySpan<float>(h, state).CopyTo(new Span<float>(places.Output, state));
    }

    private static void Times<TV, TShape, TCell, TEpilogue>(float* left, float* right, float* sums, int rows, int columns, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        if (Crew.IsWorthSharing((long)TShape.Units * TShape.UnitStride, rows * (columns / TShape.UnitStride))) Crew.Run(new ColumnsOfProduct<StateShape<TShape, TCell>, TEpilogue>(left, right, sums, rows, columns, TShape.Units, epilogue, isInBlocks: false));
        else Product.Run<TV, StateShape<TShape, TCell>, TEpilogue>(left, right, sums, rows, columns, new(TShape.Units), epilogue);
    }

    [MethodImpl(Compiled.Alone)]
    private static void StepRows<TV, TShape, TCell, TStarts>(
        ref TStarts starts, in RecurrentPointers places, float* sums, float* h, float* c, float* left, int step, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TStarts : struct, IStarts
    {
        int time = Time<TShape>(step), stride = TShape.UnitStride;
        for (int row = 0; row < rows; row++, sums += TCell.Gates * stride, h += stride, c += stride, left += stride)
        {
            nint at = ((nint)row * TShape.Steps) + time;
            if (places.Counts<TShape>(row, time))
            {
                float* gates = places.Gates == null ? null : places.Gates + (at * TCell.SavedRows * stride);
                TCell.Forward<TV>(stride, starts.At(row, time), sums, h, c, gates);
            }

            if (TCell.Carries && places.Carries != null)
                Copy<TV>(c, places.Carries + (at * stride), stride);
            if (places.States != null)
                Copy<TV>(h, places.States + (at * stride), stride);
            if (TShape.ReturnsSequences && places.Output != places.States)
                Copy<TV>(h, places.Output + ((((nint)row * TShape.Steps) + OutputPlace<TShape>(step)) * stride), stride);
            if (places.Drops<TShape>())
            {
                Multiply<TV>(h, places.Dropout + (row * stride), left, stride);
                Copy<TV>(left, places.Dropped + (at * stride), stride);
            }
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void ResetRows<TV, TShape, TCell, TStarts>(ref TStarts starts, float* sums, float* left, float* reset, int step, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TStarts : struct, IStarts
    {
        int time = Time<TShape>(step), stride = TShape.UnitStride;
        for (int row = 0; row < rows; row++, sums += TCell.Gates * stride, left += stride, reset += stride)
            TCell.Reset<TV>(stride, starts.At(row, time), sums, left, reset);
    }

    /// <summary>Walks back through the steps.</summary>
    [EveryWidth]
    public static void Back<TV, TShape, TCell>(float* dy, float* transposed, byte* mask, RecurrentSaved saved, float* scratch, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        for (int row = 0; row < rows; row += RecurrentSizes.Samples)
        {
            BackBlock<TV, TShape, TCell>(
                RecurrentPointers.Of<TShape, TCell>(saved, mask, dy, row), transposed, scratch, Math.Min(RecurrentSizes.Samples, rows - row));
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void BackBlock<TV, TShape, TCell>(RecurrentPointers places, float* transposed, float* scratch, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        int state = rows * TShape.UnitStride;
        float* dSums = scratch, dh = dSums + (RecurrentSizes.Samples * TCell.Gates * TShape.UnitStride), dc = dh + (RecurrentSizes.Samples * TShape.UnitStride);
        float* zeros = dc + (RecurrentSizes.Samples * TShape.UnitStride);
        new Span<float>(dc, state).Clear();
        new Span<float>(zeros, TShape.UnitStride).Clear();
        if (TShape.ReturnsSequences)
            new Span<float>(dh, state).Clear();
        else
            new ReadOnlySpan<float>(places.Output, state).CopyTo(new Span<float>(dh, state));
        int together = TCell.ResetsFirst ? TCell.Gates - 1 : TCell.Gates;
        Steps steps = GateSteps<TShape>(together);
        for (int step = TShape.Steps - 1; step >= 0; step--)
        {
            StepRowsBack<TV, TShape, TCell>(places, dSums, dh, dc, zeros, step, rows);
            if (TCell.ResetsFirst)
            {
                Product.Run<TV, StateGradientShape<TShape, TCell>, ActivationOnly<Linear>>(
                    dSums + (together * TShape.UnitStride), transposed + (together * TShape.Units * Layout.Vector), dc, rows, TShape.UnitStride,
                    new(TShape.Units), default);
                ResetRowsBack<TV, TShape, TCell>(places, dSums, dh, dc, zeros, step, rows);
            }

            if (step == 0)
                break;
            if (TShape.DropsState)
                Product.Run<TV, StateGradientShape<TShape, TCell>, AddScaledTo>(dSums, transposed, dh, rows, TShape.UnitStride, steps, new(dh, places.Dropout));
            else
                Product.Run<TV, StateGradientShape<TShape, TCell>, AddTo>(dSums, transposed, dh, rows, TShape.UnitStride, steps, new(dh));
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void StepRowsBack<TV, TShape, TCell>(in RecurrentPointers places, float* dSums, float* dh, float* dc, float* zeros, int step, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        int time = Time<TShape>(step), stride = TShape.UnitStride, toBefore = TShape.GoesBackwards ? stride : -stride;
        for (int row = 0; row < rows; row++, dSums += TCell.Gates * stride, dh += stride, dc += stride)
        {
            nint at = ((nint)row * TShape.Steps) + time;
            if (TShape.ReturnsSequences)
                Add<TV>(places.Output + ((((nint)row * TShape.Steps) + OutputPlace<TShape>(step)) * stride), dh, stride);
            float* gates = places.Gates + (at * TCell.SavedRows * stride);
            if (places.Counts<TShape>(row, time))
            {
                float* states = places.States + (at * stride), carries = places.Carries + (at * stride);
                TCell.Backward<TV>(
                    stride, dh, dc, gates, dSums, step == 0 ? zeros : states + toBefore, carries, step == 0 ? zeros : carries + toBefore);
            }
            else
            {
                Clear<TV>(gates, TCell.SavedRows * stride);
                Clear<TV>(dSums, TCell.Gates * stride);
            }
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void ResetRowsBack<TV, TShape, TCell>(in RecurrentPointers places, float* dSums, float* dh, float* dReset, float* zeros, int step, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        // Of steps that a mask leaves out all is 0 by now.
        int time = Time<TShape>(step), stride = TShape.UnitStride, toBefore = TShape.GoesBackwards ? stride : -stride;
        float* states = TShape.DropsState ? places.Dropped : places.States;
        for (int row = 0; row < rows; row++, dSums += TCell.Gates * stride, dh += stride, dReset += stride)
        {
            nint at = ((nint)row * TShape.Steps) + time;
            TCell.ResetBack<TV>(
                stride, dReset, dh, places.Gates + (at * TCell.SavedRows * stride), dSums, step == 0 ? zeros : states + (at * stride) + toBefore,
                TShape.DropsState ? places.Dropout + (row * stride) : null);
        }
    }

    /// <summary>The sums of a gate, gate after gate, without the padding between them.</summary>
    public static Steps GateSteps<TShape>(int gates)
        where TShape : struct, IRecurrentShape
        => TShape.Units == TShape.UnitStride ? new(gates * TShape.Units) : new(1, gates, TShape.Units, TShape.UnitStride - TShape.Units, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Time<TShape>(int step)
        where TShape : struct, IRecurrentShape
        => TShape.GoesBackwards ? TShape.Steps - 1 - step : step;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int OutputPlace<TShape>(int step)
        where TShape : struct, IRecurrentShape
        => TShape.KeepsTime ? Time<TShape>(step) : step;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy<TV>(float* source, float* target, int count)
        where TV : unmanaged, ISimd<TV>
    {
        for (int i = 0; i < count; i += TV.Count)
            TV.Load(source + i).Store(target + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply<TV>(float* left, float* right, float* target, int count)
        where TV : unmanaged, ISimd<TV>
    {
        for (int i = 0; i < count; i += TV.Count)
            (TV.Load(left + i) * TV.Load(right + i)).Store(target + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TV>(float* source, float* target, int count)
        where TV : unmanaged, ISimd<TV>
    {
        for (int i = 0; i < count; i += TV.Count)
            (TV.Load(source + i) + TV.Load(target + i)).Store(target + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear<TV>(float* target, int count)
        where TV : unmanaged, ISimd<TV>
    {
        for (int i = 0; i < count; i += TV.Count)
            default(TV).Store(target + i);
    }

    private readonly struct StateShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => TShape.UnitStride;

        public static int LeftStep => 1;

        public static int RightRow => Layout.Vector;

        public static int RightPanel => TShape.Units * Layout.Vector;

        public static bool FetchesAhead => Product.FetchesAhead(TShape.Units, TCell.Gates * TShape.UnitStride);

        public static int ResultRow => TCell.Gates * TShape.UnitStride;
    }

    private readonly struct StateGradientShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => TCell.Gates * TShape.UnitStride;

        public static int LeftStep => 1;

        public static int RightRow => Layout.Vector;

        public static int RightPanel => TCell.Gates * TShape.Units * Layout.Vector;

        public static bool FetchesAhead => Product.FetchesAhead(TCell.Gates * TShape.Units, TShape.UnitStride);

        public static int ResultRow => TShape.UnitStride;
    }
}
