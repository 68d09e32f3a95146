using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Recurrences: a state h, from 0 on, that each step of a sequence changes: z = x_t · kernel + bias + h · recurrent kernel, h = cell(z).
/// A step that a mask leaves out changes nothing. With dz the gradients by the sums, which the way back through the steps finds,
/// dkernel = Σ xᵀ · dz, drecurrent = Σ hᵀ · dz, dbias = Σ dz over steps and samples, dx = dz · kernelᵀ.
/// </summary>
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
    /// <param name="kept">Of one step of a sequence at a time, the state that the one before has left; null where all steps come at once.</param>
    /// <param name="position">How many steps there were before.</param>
    public static void Infer<TShape, TCell>(
        float* x, RecurrentWeights weights, byte* mask, float* scratch, float* y, int rows, float* kept = null, int position = 0)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        if (TCell.ResetsFirst || RecurrentRoom.IsLarge(TCell.Gates, TShape.Units))
        {
            Walk<TShape, TCell>(x, weights, mask, default, scratch, y, rows, kept, position);
            return;
        }

        var starts = new ComputedStarts<TShape, TCell>(x, weights, scratch);
        float* room = scratch + RecurrentRoom.StatesAt(TCell.Gates, TShape.UnitStride);
        if (Simd.Is512) RecurrentTiles.Infer<Simd512, TShape, TCell, ComputedStarts<TShape, TCell>>(starts, weights, mask, room, y, rows, kept, position);
        else if (Simd.Is256) RecurrentTiles.Infer<Simd256, TShape, TCell, ComputedStarts<TShape, TCell>>(starts, weights, mask, room, y, rows, kept, position);
        else RecurrentTiles.Infer<Simd128, TShape, TCell, ComputedStarts<TShape, TCell>>(starts, weights, mask, room, y, rows, kept, position);
    }

    /// <summary>Predicts from tokens, by a table of what their embeddings times the kernel, plus the bias, come to.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="table">The table, which <see cref="Tabulate"/> made.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="mask">For each step of each sample whether it counts, samples whole vectors apart; null where all count.</param>
    /// <param name="scratch">Room.</param>
    /// <param name="y">Where the output goes.</param>
    /// <param name="rows">The number of samples.</param>
    /// <param name="kept">Of one step of a sequence at a time, the state that the one before has left; null where all steps come at once.</param>
    /// <param name="position">How many steps there were before.</param>
    public static void InferTokens<TShape, TCell>(
        int* tokens, float* table, RecurrentWeights weights, byte* mask, float* scratch, float* y, int rows, float* kept = null, int position = 0)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        var starts = new TokenStarts<TShape, TCell>(tokens, table);
        if (RecurrentRoom.IsLarge(TCell.Gates, TShape.Units))
        {
            Walk<TShape, TCell, TokenStarts<TShape, TCell>>(starts, weights, mask, default, scratch, y, rows, kept, position);
            return;
        }

        if (Simd.Is512) RecurrentTiles.Infer<Simd512, TShape, TCell, TokenStarts<TShape, TCell>>(starts, weights, mask, scratch, y, rows, kept, position);
        else if (Simd.Is256) RecurrentTiles.Infer<Simd256, TShape, TCell, TokenStarts<TShape, TCell>>(starts, weights, mask, scratch, y, rows, kept, position);
        else RecurrentTiles.Infer<Simd128, TShape, TCell, TokenStarts<TShape, TCell>>(starts, weights, mask, scratch, y, rows, kept, position);
    }

    /// <summary>table = embeddings · kernel + bias: where the sums of a step start from, for each token.</summary>
    public static void Tabulate<TShape, TCell>(float* embeddings, RecurrentWeights weights, float* table, int vocabulary)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => ComputedStarts<TShape, TCell>.Compute(embeddings, weights, table, vocabulary);

    /// <summary>y = the last state, or all of them, with notes for the way back.</summary>
    /// <param name="x">The input.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="mask">As in predictions.</param>
    /// <param name="notes">Where notes go.</param>
    /// <param name="scratch">Room.</param>
    /// <param name="y">Where the output goes.</param>
    /// <param name="rows">The number of samples.</param>
    public static void Forward<TShape, TCell>(
        float* x, RecurrentWeights weights, byte* mask, RecurrentNotes notes, float* scratch, float* y, int rows)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => Walk<TShape, TCell>(x, weights, mask, notes, scratch, y, rows, null, 0);

    private static void Walk<TShape, TCell>(
        float* x, RecurrentWeights weights, byte* mask, RecurrentNotes notes, float* scratch, float* y, int rows, float* kept, int position)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        Walk<TShape, TCell, ComputedStarts<TShape, TCell>>(
            new(x, weights, scratch), weights, mask, notes, scratch + RecurrentRoom.StatesAt(TCell.Gates, TShape.UnitStride), y, rows, kept, position);
    }

    private static void Walk<TShape, TCell, TStarts>(
        TStarts starts, RecurrentWeights weights, byte* mask, RecurrentNotes notes, float* room, float* y, int rows, float* kept, int position)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TStarts : struct, IStarts
    {
        if (Simd.Is512) RecurrentWalk.Forward<Simd512, TShape, TCell, TStarts>(starts, weights, mask, notes, room, y, rows, kept, position);
        else if (Simd.Is256) RecurrentWalk.Forward<Simd256, TShape, TCell, TStarts>(starts, weights, mask, notes, room, y, rows, kept, position);
        else RecurrentWalk.Forward<Simd128, TShape, TCell, TStarts>(starts, weights, mask, notes, room, y, rows, kept, position);
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
        if (Simd.Is512) RecurrentWalk.Back<Simd512, TShape, TCell>(dy, transposed, mask, notes, scratch, rows);
        else if (Simd.Is256) RecurrentWalk.Back<Simd256, TShape, TCell>(dy, transposed, mask, notes, scratch, rows);
        else RecurrentWalk.Back<Simd128, TShape, TCell>(dy, transposed, mask, notes, scratch, rows);
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
            gates + (TCell.StartNote * TShape.UnitStride), transposed, dx, rows * TShape.Steps, TShape.InputStride, RecurrentWalk.GateSteps<TShape>(TCell.Gates), new(x));

    /// <summary>The same, added to what is there: the second direction of a recurrence in two.</summary>
    /// <inheritdoc cref="BackwardInput"/>
    public static void AddBackwardInput<TShape, TCell, TInputActivation>(
        float* gates, float* transposed, float* x, float* dx, int rows)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TInputActivation : struct, IActivation
        => Product.Run<InputGradientShape<TShape, TCell>, AddTimesDerivative<TInputActivation>>(
            gates + (TCell.StartNote * TShape.UnitStride), transposed, dx, rows * TShape.Steps, TShape.InputStride, RecurrentWalk.GateSteps<TShape>(TCell.Gates), new(x, dx));

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
        int some = GatesInBlock<TShape, TCell>(), columns = some * TShape.UnitStride, blocks = Blocks<TShape, TCell>(last - first);
        float* block = sink.Scratch(part), panels = block + RecurrentRoom.BlockFloats(TCell.Gates, TShape.Units, TShape.UnitStride);
        for (int gate = 0; gate < TCell.Gates; gate += some)
        {
            for (int i = 0, row = first; i < blocks; i++)
            {
                int rows = RowsOfBlock(last - row, blocks - i);
                new Span<float>(block, rows * columns).Clear();
                AddProduct<TShape, TCell, InputKernelShape<TShape, TCell>>(
                    x + row, gates + ((TCell.StartNote + gate) * TShape.UnitStride), block, rows, columns, batch, TShape.Steps, panels);
                Take<TShape, TCell>(sink, block, offset, row, rows, gate, some);
                row += rows;
            }
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
        int some = GatesInBlock<TShape, TCell>(), columns = some * TShape.UnitStride, blocks = Blocks<TShape, TCell>(last - first);
        int notes = TCell.Notes * TShape.UnitStride, state = TShape.GoesBackwards ? TShape.UnitStride : 0, gradient = TShape.GoesBackwards ? 0 : notes;
        float* block = sink.Scratch(part), panels = block + RecurrentRoom.BlockFloats(TCell.Gates, TShape.Units, TShape.UnitStride);
        for (int from = 0; from < TCell.Gates; from += some)
        {
            int together = Math.Min(from + some, TCell.ResetsFirst ? TCell.Gates - 1 : TCell.Gates);
            for (int i = 0, row = first; i < blocks; i++)
            {
                int rows = RowsOfBlock(last - row, blocks - i);
                new Span<float>(block, rows * columns).Clear();
                for (int gate = from, next; gate < together; gate = next)
                {
                    next = gate + 1;
                    while (next < together && TCell.SumNote(next) == TCell.SumNote(gate) + next - gate)
                        next++;
                    AddProduct<TShape, TCell, StateKernelShape<TShape, TCell>>(
                        states + state + row, gates + gradient + (TCell.SumNote(gate) * TShape.UnitStride),
                        block + ((gate - from) * TShape.UnitStride), rows, (next - gate) * TShape.UnitStride, batch, TShape.Steps - 1, panels);
                }

                // What the last gate's product took is noted behind the gates.
                int reset = TCell.Gates - 1;
                if (TCell.ResetsFirst && reset < from + some)
                {
                    AddProduct<TShape, TCell, ResetKernelShape<TShape, TCell>>(
                        gates + (TCell.Gates * TShape.UnitStride) + row, gates + (reset * TShape.UnitStride),
                        block + ((reset - from) * TShape.UnitStride), rows, TShape.UnitStride, batch, TShape.Steps, panels);
                }

                Take<TShape, TCell>(sink, block, offset, row, rows, from, some);
                row += rows;
            }
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

        Take<TShape, TCell>(sink, block, offset, 0, TCell.HasSumBias ? 2 : 1, 0, TCell.Gates);

        void Put(int note, int gate)
            => new ReadOnlySpan<float>(sums + (note * TShape.UnitStride), TShape.UnitStride)
                .CopyTo(new Span<float>(block + (gate * TShape.UnitStride), TShape.UnitStride));
    }

    /// <summary>
    /// Copies a part of the rows of a kernel of all gates, which lie without gaps between them, into panels of 16 columns, each gate padded to whole
    /// vectors: products read them from the first number to the last, whatever the size.
    /// </summary>
    /// <inheritdoc cref="Pack"/>
    public static void PackKernel<TShape, TCell>(float* source, float* packed, int rows, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        (int first, int last) = Part.Of(rows, part, parts);
        int stride = ParameterStride<TShape, TCell>(), panel = rows * Layout.Vector;

        // Sixteen rows at a time: what is read and what is written are whole lines near each other.
        for (int band = first; band < last; band += Layout.Vector)
        {
            for (int gate = 0; gate < TCell.Gates; gate++)
            {
                for (int unit = 0; unit < TShape.Units; unit += Layout.Vector)
                {
                    float* to = packed + ((nint)((gate * TShape.UnitStride) + unit) / Layout.Vector * panel);
                    int count = Math.Min(Layout.Vector, TShape.Units - unit);
                    for (int row = band; row < Math.Min(band + Layout.Vector, last); row++)
                    {
                        new ReadOnlySpan<float>(source + ((nint)row * stride) + (gate * TShape.Units) + unit, count)
                            .CopyTo(new Span<float>(to + (row * Layout.Vector), count));
                        new Span<float>(to + (row * Layout.Vector) + count, Layout.Vector - count).Clear();
                    }
                }
            }
        }
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

    /// <summary>Copies a part of the kernel's rows into the columns of its transpose, which lies in panels of 16 columns.</summary>
    public static void TransposeKernel<TShape, TCell>(float* kernel, float* transposed, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => TransposeRows<TShape, TCell>(kernel, transposed, TShape.Inputs, part, parts);

    /// <summary>Copies a part of the recurrent kernel's rows into the columns of its transpose, which lies in panels of 16 columns.</summary>
    public static void TransposeRecurrent<TShape, TCell>(float* kernel, float* transposed, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => TransposeRows<TShape, TCell>(kernel, transposed, TShape.Units, part, parts);

    /// <summary>
    /// Draws what the state of each sample is multiplied by in the product with the recurrent kernel: 1 / (1 - rate), or 0. It depends on
    /// the key, the sample's index in the batch, counted from <paramref name="first"/>, and the unit.
    /// </summary>
    public static void Draw<TShape>(float* dropout, float rate, uint key, int first, int rows)
        where TShape : struct, IRecurrentShape
        => DropoutKernels.Draw(dropout, rate, key, first * TShape.UnitStride, rows * TShape.UnitStride);

    // A block of a kernel's gradient, over so many steps of each sample.
    private static void AddProduct<TShape, TCell, TProduct>(
        float* left, float* right, float* block, int rows, int columns, int batch, int steps, float* panels)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TProduct : struct, IProductShape
    {
        if (RecurrentRoom.Packs(TCell.Gates, TShape.Units))
        {
            if (Simd.Is512) PackedGradient.Add<Simd512, TShape, TCell, TProduct>(left, right, block, rows, columns, batch, steps, panels);
            else if (Simd.Is256) PackedGradient.Add<Simd256, TShape, TCell, TProduct>(left, right, block, rows, columns, batch, steps, panels);
            else PackedGradient.Add<Simd128, TShape, TCell, TProduct>(left, right, block, rows, columns, batch, steps, panels);
            return;
        }

        for (int sample = 0; sample < batch; sample++)
        {
            for (int step = 0; step < steps; step += StepsAtATime)
            {
                nint at = ((nint)sample * TShape.Steps) + step;
                Product.Run<TProduct, AddTo>(
                    left + (at * TProduct.LeftStep), right + (at * TProduct.RightRow), block, rows, columns,
                    new(Math.Min(StepsAtATime, steps - step)), new(block));
            }
        }
    }

    // Gradients of rows of gates, which lie without gaps among the parameters.
    private static void Take<TShape, TCell>(GradientSink sink, float* block, int offset, int row, int rows, int gate, int gates)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        int stride = ParameterStride<TShape, TCell>();
        if (gates < TCell.Gates)
        {
            sink.Take(block, gates * TShape.UnitStride, offset + (row * stride) + (gate * TShape.Units), stride, rows, gates * TShape.Units);
            return;
        }

        float* to = block;
        for (int i = 0; i < rows && TShape.Units < TShape.UnitStride; i++, to += stride)
        {
            // Nothing moves further on than where it came from: what is still to be moved stays whole.
            for (int g = 0; g < TCell.Gates; g++)
            {
                new ReadOnlySpan<float>(block + (((i * TCell.Gates) + g) * TShape.UnitStride), TShape.Units)
                    .CopyTo(new Span<float>(to + (g * TShape.Units), TShape.Units));
            }

            new Span<float>(to + (TCell.Gates * TShape.Units), stride - (TCell.Gates * TShape.Units)).Clear();
        }

        sink.Take(block, stride, offset + (row * stride), stride, rows, stride);
    }

    private static void TransposeRows<TShape, TCell>(float* kernel, float* transposed, int rows, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        (int first, int last) = Part.Of(rows, part, parts);
        int stride = ParameterStride<TShape, TCell>(), columns = TCell.Gates * TShape.Units;
        for (int row = first; row < last; row += Layout.Vector)
        {
            Transpose.Run(
                kernel + ((nint)row * stride), stride, transposed + ((nint)row * columns), Layout.Vector, Math.Min(Layout.Vector, last - row), columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int GatesInBlock<TShape, TCell>()
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => RecurrentRoom.GatesInBlock(TCell.Gates, TShape.Units, TShape.UnitStride);

    // Rows of a kernel's gradient fall into equal blocks of whole tiles.
    private static int Blocks<TShape, TCell>(int rows)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        int most = RecurrentRoom.RowsInBlock(TCell.Gates, TShape.Units, TShape.UnitStride);
        return (rows + most - 1) / most;
    }

    private static int RowsOfBlock(int rows, int blocks)
        => Math.Min(rows, ((rows + (blocks * Layout.TileRows) - 1) / (blocks * Layout.TileRows)) * Layout.TileRows);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ParameterStride<TShape, TCell>()
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => Layout.Align(TCell.Gates * TShape.Units);

    // The sums of columns. Rows are read from the first number to the last, four at a time, and added in order.
    [MethodImpl(Compiled.Alone)]
    private static void Sum<TV>(float* source, int stride, float* sums, int rows)
        where TV : unmanaged, ISimd<TV>
    {
        new Span<float>(sums, stride).Clear();
        int row = 0;
        for (; row <= rows - 4; row += 4, source += 4 * (nint)stride)
        {
            float* second = source + stride, third = second + stride, fourth = third + stride;
            for (int column = 0; column < stride; column += TV.Count)
            {
                TV sum = TV.Load(sums + column) + TV.Load(source + column) + TV.Load(second + column);
                (sum + TV.Load(third + column) + TV.Load(fourth + column)).Store(sums + column);
            }
        }

        for (; row < rows; row++, source += stride)
        {
            for (int column = 0; column < stride; column += TV.Count)
                (TV.Load(sums + column) + TV.Load(source + column)).Store(sums + column);
        }
    }

    private readonly struct InputGradientShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => TCell.Notes * TShape.UnitStride;

        public static int LeftStep => 1;

        public static int RightRow => Layout.Vector;

        public static int RightPanel => TCell.Gates * TShape.Units * Layout.Vector;

        public static int ResultRow => TShape.InputStride;
    }

    private readonly struct InputKernelShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => 1;

        public static int LeftStep => TShape.InputStride;

        public static int RightRow => TCell.Notes * TShape.UnitStride;

        public static int ResultRow => GatesInBlock<TShape, TCell>() * TShape.UnitStride;
    }

    private readonly struct ResetKernelShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => 1;

        public static int LeftStep => TCell.Notes * TShape.UnitStride;

        public static int RightRow => TCell.Notes * TShape.UnitStride;

        public static int ResultRow => GatesInBlock<TShape, TCell>() * TShape.UnitStride;
    }

    private readonly struct StateKernelShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => 1;

        public static int LeftStep => TShape.UnitStride;

        public static int RightRow => TCell.Notes * TShape.UnitStride;

        public static int ResultRow => GatesInBlock<TShape, TCell>() * TShape.UnitStride;
    }
}
