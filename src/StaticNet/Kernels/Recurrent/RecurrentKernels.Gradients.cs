using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <content>The gradients of the weights.</content>
public static unsafe partial class RecurrentKernels
{
    /// <summary>Steps whose gradients stay in the first cache while all rows of a kernel's gradient pass over them.</summary>
    private const int StepsAtATime = 64;

    /// <summary>dkernel = Σ xᵀ · dz over all steps and samples, for a part of the kernel's rows.</summary>
    /// <param name="x">The input of the whole batch.</param>
    /// <param name="gates">The saved gates of the whole batch, as the backward pass has left them: gradients by the sums.</param>
    /// <param name="sink">Where the gradient goes.</param>
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
        float* block = sink.Scratch(part), panels = block + RecurrentSizes.BlockFloats(TCell.Gates, TShape.Units, TShape.UnitStride);
        for (int gate = 0; gate < TCell.Gates; gate += some)
        {
            for (int i = 0, row = first; i < blocks; i++)
            {
                int rows = RowsOfBlock(last - row, blocks - i);
                new Span<float>(block, rows * columns).Clear();
                AddProduct<TShape, TCell, InputKernelShape<TShape, TCell>>(
                    x + row, gates + ((TCell.SavedStart + gate) * TShape.UnitStride), block, rows, columns, batch, TShape.Steps, panels);
                Take<TShape, TCell>(sink, block, offset, row, rows, gate, some);
                row += rows;
            }
        }
    }

    /// <summary>drecurrent = Σ hᵀ · dz over all steps and samples, for a part of the kernel's rows, with h the state before a step.</summary>
    /// <param name="states">The states of the whole batch as the product took them, in the order of time.</param>
    /// <param name="gates">The saved gates of the whole batch, as the backward pass has left them: gradients by the sums.</param>
    /// <param name="sink">Where the gradient goes.</param>
    /// <param name="offset">Where the recurrent kernel begins among the parameters.</param>
    /// <param name="batch">The number of samples.</param>
    /// <param name="part">Which part.</param>
    /// <param name="parts">Of how many.</param>
    public static void UpdateRecurrent<TShape, TCell>(
        float* states, float* gates, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        // The state of each step but the last is multiplied with the gradients of the next.
        (int first, int last) = Part.Of(TShape.Units, part, parts);
        int some = GatesInBlock<TShape, TCell>(), columns = some * TShape.UnitStride, blocks = Blocks<TShape, TCell>(last - first);
        int saved = TCell.SavedRows * TShape.UnitStride, state = TShape.GoesBackwards ? TShape.UnitStride : 0, gradient = TShape.GoesBackwards ? 0 : saved;
        float* block = sink.Scratch(part), panels = block + RecurrentSizes.BlockFloats(TCell.Gates, TShape.Units, TShape.UnitStride);
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
                    while (next < together && TCell.SavedSum(next) == TCell.SavedSum(gate) + next - gate)
                        next++;
                    AddProduct<TShape, TCell, StateKernelShape<TShape, TCell>>(
                        states + state + row, gates + gradient + (TCell.SavedSum(gate) * TShape.UnitStride),
                        block + ((gate - from) * TShape.UnitStride), rows, (next - gate) * TShape.UnitStride, batch, TShape.Steps - 1, panels);
                }

                // What the last gate's product took is saved behind the gates.
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
    /// It is small: the last part computes all of it.
    /// </summary>
    /// <inheritdoc cref="UpdateKernel"/>
    public static void UpdateBias<TShape, TCell>(float* gates, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        if (part < parts - 1)
            return;
        int columns = TCell.Gates * TShape.UnitStride, stride = TCell.SavedRows * TShape.UnitStride, rows = batch * TShape.Steps;
        float* block = sink.Scratch(part), sums = block + (RecurrentSizes.BiasRows * columns);
        Sum(gates, stride, sums, rows);
        for (int gate = 0; gate < TCell.Gates; gate++)
        {
            Put(TCell.SavedStart + gate, gate);
            Put(TCell.SavedSum(gate), TCell.Gates + gate);
        }

        Take<TShape, TCell>(sink, block, offset, 0, TCell.HasSumBias ? 2 : 1, 0, TCell.Gates);

        void Put(int row, int gate)
            => new ReadOnlySpan<float>(sums + (row * TShape.UnitStride), TShape.UnitStride)
                .CopyTo(new Span<float>(block + (gate * TShape.UnitStride), TShape.UnitStride));
    }

    // A block of a kernel's gradient, over so many steps of each sample.
    private static void AddProduct<TShape, TCell, TProduct>(
        float* left, float* right, float* block, int rows, int columns, int batch, int steps, float* panels)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TProduct : struct, IProductShape
    {
        if (RecurrentSizes.Packs(TCell.Gates, TShape.Units))
        {
            PackedGradient.Add<TShape, TCell, TProduct>(left, right, block, rows, columns, batch, steps, panels);
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
            sink.Consume(block, gates * TShape.UnitStride, offset + (row * stride) + (gate * TShape.Units), stride, rows, gates * TShape.Units);
            return;
        }

        float* to = block;
        for (int i = 0; i < rows && TShape.Units < TShape.UnitStride; i++, to += stride)
        {
            // Numbers move towards the front only: what is still to be moved is not overwritten.
            for (int g = 0; g < TCell.Gates; g++)
            {
                new ReadOnlySpan<float>(block + (((i * TCell.Gates) + g) * TShape.UnitStride), TShape.Units)
                    .CopyTo(new Span<float>(to + (g * TShape.Units), TShape.Units));
            }

            new Span<float>(to + (TCell.Gates * TShape.Units), stride - (TCell.Gates * TShape.Units)).Clear();
        }

        sink.Consume(block, stride, offset + (row * stride), stride, rows, stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int GatesInBlock<TShape, TCell>()
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => RecurrentSizes.GatesInBlock(TCell.Gates, TShape.Units, TShape.UnitStride);

    // Rows of a kernel's gradient fall into equal blocks of whole tiles.
    private static int Blocks<TShape, TCell>(int rows)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        int max = RecurrentSizes.RowsInBlock(TCell.Gates, TShape.Units, TShape.UnitStride);
        return (rows + max - 1) / max;
    }

    private static int RowsOfBlock(int rows, int blocks)
        => Math.Min(rows, ((rows + (blocks * Layout.TileRows) - 1) / (blocks * Layout.TileRows)) * Layout.TileRows);

    // The sums of columns. Rows are read from the first number to the last, four at a time, and added in order.
    [EveryWidth]
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

    private readonly struct InputKernelShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => 1;

        public static int LeftStep => TShape.InputStride;

        public static int RightRow => TCell.SavedRows * TShape.UnitStride;

        public static int ResultRow => GatesInBlock<TShape, TCell>() * TShape.UnitStride;
    }

    private readonly struct ResetKernelShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => 1;

        public static int LeftStep => TCell.SavedRows * TShape.UnitStride;

        public static int RightRow => TCell.SavedRows * TShape.UnitStride;

        public static int ResultRow => GatesInBlock<TShape, TCell>() * TShape.UnitStride;
    }

    private readonly struct StateKernelShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => 1;

        public static int LeftStep => TShape.UnitStride;

        public static int RightRow => TCell.SavedRows * TShape.UnitStride;

        public static int ResultRow => GatesInBlock<TShape, TCell>() * TShape.UnitStride;
    }
}
