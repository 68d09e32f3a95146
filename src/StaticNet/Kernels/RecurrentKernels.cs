using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Recurrences: a state h, from 0 on, that each step of a sequence changes: z = x_t · kernel + bias + h · recurrent kernel, h = cell(z).
/// A step that a mask leaves out changes nothing. With dz the gradients by the sums, which the way back through the steps finds,
/// dkernel = Σ xᵀ · dz, drecurrent = Σ hᵀ · dz, dbias = Σ dz over steps and samples, dx = dz · kernelᵀ.
/// </summary>
/// <remarks>
/// A block of samples walks together, so that the kernels stay in the first cache and products see whole tiles.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class RecurrentKernels
{
    /// <summary>Steps whose gradients stay in the first cache while all rows of a kernel's gradient pass over them.</summary>
    private const int StepsAtATime = 64;

    /// <summary>Predicts: y = the last state, or all of them.</summary>
    /// <param name="x">The input.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="mask">For each step of each sample whether it counts, samples whole vectors apart; null where all count.</param>
    /// <param name="scratch">Room.</param>
    /// <param name="y">Where the output goes.</param>
    /// <param name="rows">The number of samples.</param>
    public static void Infer<TShape, TCell>(
        float* x, RecurrentWeights weights, byte* mask, float* scratch, float* y, int rows)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        if (TCell.ResetsFirst)
        {
            Forward<TShape, TCell>(x, weights, mask, default, scratch, y, rows);
            return;
        }

        var starts = new ComputedStarts<TShape, TCell>(x, weights, scratch);
        float* room = scratch + RecurrentRoom.StatesAt(TCell.Gates, TShape.UnitStride);
        if (Simd.Is512) RecurrentTiles.Infer<Simd512, TShape, TCell, ComputedStarts<TShape, TCell>>(starts, weights, mask, room, y, rows);
        else if (Simd.Is256) RecurrentTiles.Infer<Simd256, TShape, TCell, ComputedStarts<TShape, TCell>>(starts, weights, mask, room, y, rows);
        else RecurrentTiles.Infer<Simd128, TShape, TCell, ComputedStarts<TShape, TCell>>(starts, weights, mask, room, y, rows);
    }

    /// <summary>Predicts from tokens, by a table of what their embeddings times the kernel, plus the bias, come to.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="table">The table, which <see cref="Tabulate"/> made.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="mask">For each step of each sample whether it counts, samples whole vectors apart; null where all count.</param>
    /// <param name="scratch">Room.</param>
    /// <param name="y">Where the output goes.</param>
    /// <param name="rows">The number of samples.</param>
    public static void InferTokens<TShape, TCell>(
        int* tokens, float* table, RecurrentWeights weights, byte* mask, float* scratch, float* y, int rows)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        var starts = new TokenStarts<TShape, TCell>(tokens, table);
        if (Simd.Is512) RecurrentTiles.Infer<Simd512, TShape, TCell, TokenStarts<TShape, TCell>>(starts, weights, mask, scratch, y, rows);
        else if (Simd.Is256) RecurrentTiles.Infer<Simd256, TShape, TCell, TokenStarts<TShape, TCell>>(starts, weights, mask, scratch, y, rows);
        else RecurrentTiles.Infer<Simd128, TShape, TCell, TokenStarts<TShape, TCell>>(starts, weights, mask, scratch, y, rows);
    }

    /// <summary>table = embeddings · kernel + bias: where the sums of a step start from, for each token.</summary>
    public static void Tabulate<TShape, TCell>(float* embeddings, RecurrentWeights weights, float* table, int vocabulary)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => ComputedStarts<TShape, TCell>.Compute(embeddings, weights, table, vocabulary);

    /// <summary>The same, with notes for the way back.</summary>
    /// <inheritdoc cref="Infer"/>
    public static void Forward<TShape, TCell>(
        float* x, RecurrentWeights weights, byte* mask, RecurrentNotes notes, float* scratch, float* y, int rows)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        var starts = new ComputedStarts<TShape, TCell>(x, weights, scratch);
        float* room = scratch + RecurrentRoom.StatesAt(TCell.Gates, TShape.UnitStride);
        if (Simd.Is512) Walk<Simd512, TShape, TCell, ComputedStarts<TShape, TCell>>(starts, weights, mask, notes, room, y, rows);
        else if (Simd.Is256) Walk<Simd256, TShape, TCell, ComputedStarts<TShape, TCell>>(starts, weights, mask, notes, room, y, rows);
        else Walk<Simd128, TShape, TCell, ComputedStarts<TShape, TCell>>(starts, weights, mask, notes, room, y, rows);
    }

    /// <summary>The way back: turns the noted gates into gradients by the sums.</summary>
    /// <param name="dy">The gradient by the output.</param>
    /// <param name="transposed">The recurrent kernel, transposed: a row for each column, without gaps between gates.</param>
    /// <param name="mask">As in the forward pass.</param>
    /// <param name="notes">What that noted.</param>
    /// <param name="scratch">Room.</param>
    /// <param name="rows">The number of samples.</param>
    public static void Backward<TShape, TCell>(
        float* dy, float* transposed, byte* mask, RecurrentNotes notes, float* scratch, int rows)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        if (Simd.Is512) WalkBack<Simd512, TShape, TCell>(dy, transposed, mask, notes, scratch, rows);
        else if (Simd.Is256) WalkBack<Simd256, TShape, TCell>(dy, transposed, mask, notes, scratch, rows);
        else WalkBack<Simd128, TShape, TCell>(dy, transposed, mask, notes, scratch, rows);
    }

    /// <summary>dx = dz · kernelᵀ ∘ activation'(x), with the activation that is fused into what made x.</summary>
    /// <param name="gates">The noted gates, after the way back.</param>
    /// <param name="transposed">The kernel, transposed.</param>
    /// <param name="x">The input.</param>
    /// <param name="dx">Where the result goes.</param>
    /// <param name="rows">The number of samples.</param>
    public static void BackwardInput<TShape, TCell, TInputActivation>(
        float* gates, float* transposed, float* x, float* dx, int rows)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TInputActivation : struct, IActivation
        => Product.Run<InputGradientShape<TShape, TCell>, TimesDerivative<TInputActivation>>(
            gates + (TCell.StartNote * TShape.UnitStride), transposed, dx, rows * TShape.Steps, TShape.InputStride, GateSteps<TShape>(TCell.Gates), new(x));

    /// <summary>The same, added to what is there: the second direction of a recurrence in two.</summary>
    /// <inheritdoc cref="BackwardInput"/>
    public static void AddBackwardInput<TShape, TCell, TInputActivation>(
        float* gates, float* transposed, float* x, float* dx, int rows)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TInputActivation : struct, IActivation
        => Product.Run<InputGradientShape<TShape, TCell>, AddTimesDerivative<TInputActivation>>(
            gates + (TCell.StartNote * TShape.UnitStride), transposed, dx, rows * TShape.Steps, TShape.InputStride, GateSteps<TShape>(TCell.Gates), new(x, dx));

    /// <summary>dkernel = Σ xᵀ · dz over all steps and samples, for a part of the kernel's rows.</summary>
    /// <param name="x">The input of the whole batch.</param>
    /// <param name="gates">The noted gates of the whole batch, after the way back.</param>
    /// <param name="sink">What becomes of the gradient.</param>
    /// <param name="offset">Where the kernel begins among the parameters.</param>
    /// <param name="batch">The number of samples.</param>
    /// <param name="part">Which part.</param>
    /// <param name="parts">Of how many.</param>
    public static void UpdateKernel<TShape, TCell>(
        float* x, float* gates, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        (int first, int last) = Part.Of(TShape.Inputs, part, parts);
        int columns = TCell.Gates * TShape.UnitStride, most = RecurrentRoom.RowsInBlock(columns);
        for (int row = first; row < last; row += most)
        {
            int rows = Math.Min(most, last - row);
            float* block = sink.Scratch(part);
            new Span<float>(block, rows * columns).Clear();
            for (int sample = 0; sample < batch; sample++)
            {
                float* left = x + ((nint)sample * TShape.Steps * TShape.InputStride) + row;
                float* right = gates + ((nint)sample * TShape.Steps * TCell.Notes * TShape.UnitStride) + (TCell.StartNote * TShape.UnitStride);
                AddProduct<InputKernelShape<TShape, TCell>>(left, right, block, rows, columns, TShape.Steps);
            }

            Take<TShape, TCell>(sink, block, offset, row, rows);
        }
    }

    /// <summary>drecurrent = Σ hᵀ · dz over all steps and samples, for a part of the kernel's rows, with h the state before a step.</summary>
    /// <param name="states">The states of the whole batch as the product took them, in the order of time.</param>
    /// <param name="gates">The noted gates of the whole batch, after the way back.</param>
    /// <param name="sink">What becomes of the gradient.</param>
    /// <param name="offset">Where the recurrent kernel begins among the parameters.</param>
    /// <param name="batch">The number of samples.</param>
    /// <param name="part">Which part.</param>
    /// <param name="parts">Of how many.</param>
    public static void UpdateRecurrent<TShape, TCell>(
        float* states, float* gates, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        // The state of each step but the last meets the gradients of the next.
        (int first, int last) = Part.Of(TShape.Units, part, parts);
        int columns = TCell.Gates * TShape.UnitStride, most = RecurrentRoom.RowsInBlock(columns), notes = TCell.Notes * TShape.UnitStride;
        int state = TShape.GoesBackwards ? TShape.UnitStride : 0, gradient = TShape.GoesBackwards ? 0 : notes;
        for (int row = first; row < last; row += most)
        {
            int rows = Math.Min(most, last - row);
            float* block = sink.Scratch(part);
            new Span<float>(block, rows * columns).Clear();
            for (int sample = 0; sample < batch; sample++)
            {
                float* left = states + ((nint)sample * TShape.Steps * TShape.UnitStride) + state + row;
                float* right = gates + ((nint)sample * TShape.Steps * notes) + gradient;
                int together = TCell.ResetsFirst ? TCell.Gates - 1 : TCell.Gates;
                for (int gate = 0, next; gate < together; gate = next)
                {
                    next = gate + 1;
                    while (next < together && TCell.SumNote(next) == TCell.SumNote(gate) + next - gate)
                        next++;
                    float* result = block + (gate * TShape.UnitStride);
                    AddProduct<StateKernelShape<TShape, TCell>>(
                        left, right + (TCell.SumNote(gate) * TShape.UnitStride), result, rows, (next - gate) * TShape.UnitStride, TShape.Steps - 1);
                }

                // What the last gate's product took is noted behind the gates.
                if (TCell.ResetsFirst)
                {
                    float* here = gates + ((nint)sample * TShape.Steps * notes);
                    AddProduct<ResetKernelShape<TShape, TCell>>(
                        here + (TCell.Gates * TShape.UnitStride) + row, here + (together * TShape.UnitStride), block + (together * TShape.UnitStride), rows,
                        TShape.UnitStride, TShape.Steps);
                }
            }

            Take<TShape, TCell>(sink, block, offset, row, rows);
        }
    }

    /// <summary>
    /// dbias = Σ dz over all steps and samples; in a second row, where there is a bias for sums with the state, those of their gradients.
    /// Small as it is, it is all the last part's.
    /// </summary>
    /// <inheritdoc cref="UpdateKernel"/>
    public static void UpdateBias<TShape, TCell>(float* gates, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        if (part < parts - 1)
            return;
        int columns = TCell.Gates * TShape.UnitStride, stride = TCell.Notes * TShape.UnitStride, rows = batch * TShape.Steps;
        float* block = sink.Scratch(part), sums = block + (RecurrentRoom.BiasRows * columns);
        if (Simd.Is512) Sum<Simd512>(gates, stride, sums, rows);
        else if (Simd.Is256) Sum<Simd256>(gates, stride, sums, rows);
        else Sum<Simd128>(gates, stride, sums, rows);
        for (int gate = 0; gate < TCell.Gates; gate++)
        {
            Put(TCell.StartNote + gate, gate);
            Put(TCell.SumNote(gate), TCell.Gates + gate);
        }

        Take<TShape, TCell>(sink, block, offset, 0, TCell.HasSumBias ? 2 : 1);

        void Put(int note, int gate)
            => new ReadOnlySpan<float>(sums + (note * TShape.UnitStride), TShape.UnitStride)
                .CopyTo(new Span<float>(block + (gate * TShape.UnitStride), TShape.UnitStride));
    }

    /// <summary>Copies rows of all gates, which lie without gaps between them, so that each gate is padded to whole vectors.</summary>
    /// <param name="source">The rows, padded to whole vectors as a whole.</param>
    /// <param name="packed">Where they go.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="part">Which part of them to copy.</param>
    /// <param name="parts">Of how many.</param>
    public static void Pack<TShape, TCell>(float* source, float* packed, int rows, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        (int first, int last) = Part.Of(rows, part, parts);
        int stride = ParameterStride<TShape, TCell>();
        for (int row = first; row < last; row++)
        {
            float* from = source + ((nint)row * stride), to = packed + ((nint)row * TCell.Gates * TShape.UnitStride);
            for (int gate = 0; gate < TCell.Gates; gate++, from += TShape.Units, to += TShape.UnitStride)
            {
                new ReadOnlySpan<float>(from, TShape.Units).CopyTo(new Span<float>(to, TShape.Units));
                new Span<float>(to + TShape.Units, TShape.UnitStride - TShape.Units).Clear();
            }
        }
    }

    /// <summary>Copies a part of the kernel's rows into the columns of its transpose, whose rows are as far apart as the inputs'.</summary>
    public static void TransposeKernel<TShape, TCell>(float* kernel, float* transposed, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => TransposeRows<TShape, TCell>(kernel, transposed, TShape.Inputs, TShape.InputStride, part, parts);

    /// <summary>Copies a part of the recurrent kernel's rows into the columns of its transpose, whose rows are as far apart as states.</summary>
    public static void TransposeRecurrent<TShape, TCell>(float* kernel, float* transposed, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => TransposeRows<TShape, TCell>(kernel, transposed, TShape.Units, TShape.UnitStride, part, parts);

    /// <summary>
    /// Draws what the state of each sample is multiplied by in the product with the recurrent kernel: 1 / (1 - rate), or 0. It depends on
    /// the key, the sample's index in the batch, counted from <paramref name="first"/>, and the unit.
    /// </summary>
    public static void Draw<TShape>(float* dropout, float rate, uint key, int first, int rows)
        where TShape : struct, IRecurrentShape
    {
        int count = rows * TShape.UnitStride, index = first * TShape.UnitStride;
        if (Simd.Is512) DrawFrom<Simd512>(dropout, rate, key, index, count);
        else if (Simd.Is256) DrawFrom<Simd256>(dropout, rate, key, index, count);
        else DrawFrom<Simd128>(dropout, rate, key, index, count);
    }

    /// <summary>Walks through the steps, from any kind of starts.</summary>
    internal static void Walk<TV, TShape, TCell, TStarts>(
        TStarts starts, RecurrentWeights weights, byte* mask, RecurrentNotes notes, float* room, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TStarts : struct, IStarts
    {
        for (int row = 0; row < rows; row += RecurrentRoom.Samples)
        {
            starts.MoveTo(row);
            WalkBlock<TV, TShape, TCell, TStarts>(
                ref starts, weights, Places.Of<TShape, TCell>(notes, mask, y, row), room, Math.Min(RecurrentRoom.Samples, rows - row));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WalkBlock<TV, TShape, TCell, TStarts>(ref TStarts starts, RecurrentWeights weights, Places places, float* room, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TStarts : struct, IStarts
    {
        int columns = TCell.Gates * TShape.UnitStride, state = rows * TShape.UnitStride;
        float* sums = room, h = sums + (RecurrentRoom.Samples * columns), c = h + (RecurrentRoom.Samples * TShape.UnitStride);
        float* left = places.Drops<TShape>() ? c + (RecurrentRoom.Samples * TShape.UnitStride) : h;
        float* recurrent = weights.Recurrent, bias = weights.RecurrentBias;
        new Span<float>(h, state).Clear();
        new Span<float>(c, state).Clear();
        new Span<float>(left, state).Clear();
        int together = TCell.ResetsFirst ? columns - TShape.UnitStride : columns;
        for (int step = 0, ready = 0; step < TShape.Steps; step++)
        {
            if (step == ready)
                ready += starts.Prepare<TV>(step, rows);
            if (bias == null)
                Product.Run<TV, StateShape<TShape, TCell>, ActivationOnly<Linear>>(left, recurrent, sums, rows, together, new(TShape.Units), default);
            else
                Product.Run<TV, StateShape<TShape, TCell>, BiasAndActivation<Linear>>(left, recurrent, sums, rows, together, new(TShape.Units), new(bias));
            if (TCell.ResetsFirst)
            {
                ResetRows<TV, TShape, TCell, TStarts>(ref starts, sums, left, c, step, rows);
                Product.Run<TV, StateShape<TShape, TCell>, ActivationOnly<Linear>>(
                    c, recurrent + together, sums + together, rows, TShape.UnitStride, new(TShape.Units), default);
            }

            StepRows<TV, TShape, TCell, TStarts>(ref starts, places, sums, h, c, left, step, rows);
        }

        if (!TShape.ReturnsSequences)
            new ReadOnlySpan<float>(h, state).CopyTo(new Span<float>(places.Output, state));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StepRows<TV, TShape, TCell, TStarts>(
        ref TStarts starts, in Places places, float* sums, float* h, float* c, float* left, int step, int rows)
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
                float* gates = places.Gates == null ? null : places.Gates + (at * TCell.Notes * stride);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    internal static void WalkBack<TV, TShape, TCell>(float* dy, float* transposed, byte* mask, RecurrentNotes notes, float* scratch, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        for (int row = 0; row < rows; row += RecurrentRoom.Samples)
        {
            WalkBlockBack<TV, TShape, TCell>(
                Places.Of<TShape, TCell>(notes, mask, dy, row), transposed, scratch, Math.Min(RecurrentRoom.Samples, rows - row));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WalkBlockBack<TV, TShape, TCell>(Places places, float* transposed, float* scratch, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        int state = rows * TShape.UnitStride;
        float* dSums = scratch, dh = dSums + (RecurrentRoom.Samples * TCell.Gates * TShape.UnitStride), dc = dh + (RecurrentRoom.Samples * TShape.UnitStride);
        float* zeros = dc + (RecurrentRoom.Samples * TShape.UnitStride);
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
                    dSums + (together * TShape.UnitStride), transposed + (together * TShape.Units * TShape.UnitStride), dc, rows, TShape.UnitStride,
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StepRowsBack<TV, TShape, TCell>(in Places places, float* dSums, float* dh, float* dc, float* zeros, int step, int rows)
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
            float* gates = places.Gates + (at * TCell.Notes * stride);
            if (places.Counts<TShape>(row, time))
            {
                float* states = places.States + (at * stride), carries = places.Carries + (at * stride);
                TCell.Backward<TV>(
                    stride, dh, dc, gates, dSums, step == 0 ? zeros : states + toBefore, carries, step == 0 ? zeros : carries + toBefore);
            }
            else
            {
                Clear<TV>(gates, TCell.Notes * stride);
                Clear<TV>(dSums, TCell.Gates * stride);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ResetRowsBack<TV, TShape, TCell>(in Places places, float* dSums, float* dh, float* dReset, float* zeros, int step, int rows)
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
                stride, dReset, dh, places.Gates + (at * TCell.Notes * stride), dSums, step == 0 ? zeros : states + (at * stride) + toBefore,
                TShape.DropsState ? places.Dropout + (row * stride) : null);
        }
    }

    private static void AddProduct<TProduct>(float* left, float* right, float* block, int rows, int columns, int steps)
        where TProduct : struct, IProductShape
    {
        for (int step = 0; step < steps; step += StepsAtATime)
        {
            Product.Run<TProduct, AddTo>(
                left + ((nint)step * TProduct.LeftStep), right + ((nint)step * TProduct.RightRow), block, rows, columns,
                new(Math.Min(StepsAtATime, steps - step)), new(block));
        }
    }

    // Gradients of rows of all gates, which lie without gaps among the parameters.
    private static void Take<TShape, TCell>(GradientSink sink, float* block, int offset, int row, int rows)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        int stride = ParameterStride<TShape, TCell>();
        float* to = block;
        for (int i = 0; i < rows && TShape.Units < TShape.UnitStride; i++, to += stride)
        {
            // Nothing moves further on than where it came from: what is still to be moved stays whole.
            for (int gate = 0; gate < TCell.Gates; gate++)
            {
                new ReadOnlySpan<float>(block + (((i * TCell.Gates) + gate) * TShape.UnitStride), TShape.Units)
                    .CopyTo(new Span<float>(to + (gate * TShape.Units), TShape.Units));
            }

            new Span<float>(to + (TCell.Gates * TShape.Units), stride - (TCell.Gates * TShape.Units)).Clear();
        }

        sink.Take(block, stride, offset + (row * stride), stride, rows, stride);
    }

    private static void TransposeRows<TShape, TCell>(float* kernel, float* transposed, int rows, int resultStride, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        (int first, int last) = Part.Of(rows, part, parts);
        int stride = ParameterStride<TShape, TCell>();
        Transpose.Run(kernel + ((nint)first * stride), stride, transposed + first, resultStride, last - first, TCell.Gates * TShape.Units);
    }

    // The sums of a gate, gate after gate, without the padding between them.
    private static Steps GateSteps<TShape>(int gates)
        where TShape : struct, IRecurrentShape
        => TShape.Units == TShape.UnitStride ? new(gates * TShape.Units) : new(1, gates, TShape.Units, TShape.UnitStride - TShape.Units, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ParameterStride<TShape, TCell>()
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => Layout.Align(TCell.Gates * TShape.Units);

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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DrawFrom<TV>(float* dropout, float rate, uint key, int index, int count)
        where TV : unmanaged, ISimd<TV>
    {
        TV threshold = TV.Create(rate), scale = TV.Create(1 / (1 - rate));
        for (int i = 0; i < count; i += TV.Count)
            TV.Select(TV.GreaterThan(threshold, SimdMath.Uniform<TV>(key, (uint)(index + i))), default, scale).Store(dropout + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<TV>(float* source, int stride, float* sums, int rows)
        where TV : unmanaged, ISimd<TV>
    {
        for (int column = 0; column < stride; column += TV.Count)
        {
            TV sum = default;
            float* from = source + column;
            for (int row = 0; row < rows; row++, from += stride)
                sum += TV.Load(from);
            sum.Store(sums + column);
        }
    }

    /// <summary>Where the values of a block of samples lie, from its first sample on.</summary>
    private readonly ref struct Places
    {
        public float* Gates { get; init; }

        public float* States { get; init; }

        public float* Carries { get; init; }

        public float* Dropped { get; init; }

        public float* Dropout { get; init; }

        public byte* Mask { get; init; }

        public float* Output { get; init; }

        public static Places Of<TShape, TCell>(RecurrentNotes notes, byte* mask, float* output, int row)
            where TShape : struct, IRecurrentShape
            where TCell : struct, IRecurrentCell
        {
            nint steps = (nint)row * TShape.Steps, states = steps * TShape.UnitStride;
            return new Places
            {
                Gates = From(notes.Gates, states * TCell.Notes),
                States = From(notes.States, states),
                Carries = From(notes.Carries, states),
                Dropped = From(notes.Dropped, states),
                Dropout = From(notes.Dropout, (nint)row * TShape.UnitStride),
                Mask = mask == null ? null : mask + ((nint)row * MaskStride<TShape>()),
                Output = output + (TShape.ReturnsSequences ? states : (nint)row * TShape.UnitStride),
            };
        }

        /// <summary>Whether a step of a sample counts.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Counts<TShape>(int row, int time)
            where TShape : struct, IRecurrentShape
            => Mask == null || Mask[((nint)row * MaskStride<TShape>()) + time] != 0;

        /// <summary>Whether a part of the states is dropped, which is so in training only.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Drops<TShape>()
            where TShape : struct, IRecurrentShape
            => TShape.DropsState && Dropout != null;

        private static float* From(float* start, nint offset) => start == null ? null : start + offset;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static int MaskStride<TShape>()
            where TShape : struct, IRecurrentShape
            => Layout.Align(TShape.Steps);
    }

    private readonly struct StateShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => TShape.UnitStride;

        public static int LeftStep => 1;

        public static int RightRow => TCell.Gates * TShape.UnitStride;

        public static int ResultRow => TCell.Gates * TShape.UnitStride;
    }

    private readonly struct StateGradientShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => TCell.Gates * TShape.UnitStride;

        public static int LeftStep => 1;

        public static int RightRow => TShape.UnitStride;

        public static int ResultRow => TShape.UnitStride;
    }

    private readonly struct InputGradientShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => TCell.Notes * TShape.UnitStride;

        public static int LeftStep => 1;

        public static int RightRow => TShape.InputStride;

        public static int ResultRow => TShape.InputStride;
    }

    private readonly struct InputKernelShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => 1;

        public static int LeftStep => TShape.InputStride;

        public static int RightRow => TCell.Notes * TShape.UnitStride;

        public static int ResultRow => TCell.Gates * TShape.UnitStride;
    }

    private readonly struct ResetKernelShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => 1;

        public static int LeftStep => TCell.Notes * TShape.UnitStride;

        public static int RightRow => TCell.Notes * TShape.UnitStride;

        public static int ResultRow => TCell.Gates * TShape.UnitStride;
    }

    private readonly struct StateKernelShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => 1;

        public static int LeftStep => TShape.UnitStride;

        public static int RightRow => TCell.Notes * TShape.UnitStride;

        public static int ResultRow => TCell.Gates * TShape.UnitStride;
    }
}
