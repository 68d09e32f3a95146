using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Kernels;

/// <summary>
/// The gradient of a kernel of many columns, a sum over all steps of all samples: block += Σ leftᵀ · right. What a tile reads of both sides
/// lies a row apart, often a power of two, so that it falls into a few sets of the first cache and is thrown out before the next tile
/// comes. A few hundred rows at a time are therefore copied into panels as wide as a tile.
/// </summary>
internal static unsafe partial class PackedGradient
{
    /// <summary>Rows that are copied into all panels while they are in the cache.</summary>
    private const int RowsAtATime = 8;

    /// <summary>Adds the products of all steps, in an order that does not depend on the rows of the block.</summary>
    /// <param name="left">The left side, from the number of its first row on that belongs to the block's first row.</param>
    /// <param name="right">The right side, saved gates.</param>
    /// <param name="block">The block, whose rows are <see cref="RecurrentSizes.GatesInBlock"/> gates.</param>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="columns">Columns of the block, a multiple of 16.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="steps">Steps of each that count.</param>
    /// <param name="panels">Scratch memory for panels.</param>
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    public static void Add<TV, TShape, TCell, TLeft>(
        float* left, float* right, float* block, int rows, int columns, int samples, int steps, float* panels)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TLeft : struct, IProductShape
    {
        int total = checked(samples * steps), parts = (total + RecurrentSizes.StepsInPanel - 1) / RecurrentSizes.StepsInPanel;
        int tiles = (rows + TV.TileRows - 1) / TV.TileRows, leftStep = TLeft.LeftStep, width = Panels<TV, TShape, TCell>.LeftStep;
        for (int part = 0, done = 0; part < parts; part++)
        {
            // A line more than it needs, so that panels do not begin a power of two apart.
            int count = (total - done) / (parts - part), panel = (count * width) + Layout.Vector;
            var cursor = new StepCursor(done, steps, TShape.Steps);
            for (int at = 0, some; at < count; at += some)
            {
                float* from = left + (cursor.Next(Math.Min(count - at, RowsAtATime), out some) * leftStep);
                for (int tile = 0, row = 0, tileRows; tile < tiles; tile++, row += tileRows)
                {
                    tileRows = (rows - row) / (tiles - tile);
                    Copy(from + row, leftStep, panels + ((nint)tile * panel) + (at * width), width, tileRows, some);
                }
            }

            for (int column = 0; column < columns; column += RecurrentSizes.ColumnsInPanels)
            {
                Multiply<TV, TShape, TCell>(
                    right + column, new StepCursor(done, steps, TShape.Steps), panels, panel, block + column, rows, tiles,
                    Math.Min(columns - column, RecurrentSizes.ColumnsInPanels), count);
            }

            done += count;
        }
    }

    // Some columns of the products of some rows. All rows are read before the panels are: processors fetch that faster.
    [MethodImpl(Compiled.Alone)]
    private static void Multiply<TV, TShape, TCell>(
        float* right, StepCursor cursor, float* lefts, int leftPanel, float* block, int rows, int tiles, int columns, int count)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        int width = Panels<TV, TShape, TCell>.RightRow, panel = (count * width) + Layout.Vector, resultRow = Panels<TV, TShape, TCell>.ResultRow;
        int step = TCell.SavedRows * TShape.UnitStride;
        float* rights = lefts + ((nint)tiles * leftPanel), to = rights;
        for (int at = 0, some; at < count; at += some, to += some * width)
        {
            float* from = right + (cursor.Next(Math.Min(count - at, RowsAtATime), out some) * step);
            for (int column = 0; column < columns; column += width)
                Copy<TV>(from + column, step, to + ((nint)(column / width) * panel), Math.Min(width, columns - column), some);
        }

        for (int column = 0; column < columns; column += width, rights += panel)
        {
            for (int tile = 0, row = 0, some; tile < tiles; tile++, row += some)
            {
                some = (rows - row) / (tiles - tile);
                float* result = block + ((nint)row * resultRow) + column, next = tile < tiles - 1 ? result + ((nint)some * resultRow) : block + column + width;
                Fetch<TV>(next, resultRow, some);
                Product.Run<TV, Panels<TV, TShape, TCell>, AddTo>(
                    lefts + ((nint)tile * leftPanel), rights, result, some, Math.Min(width, columns - column), new(count), new(result));
            }
        }
    }

    // What the next tile adds to is far away, and there is time to fetch it. Beyond the end of memory that does nothing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch<TV>(float* result, int row, int count)
        where TV : unmanaged, ISimd<TV>
    {
        if (!Sse.IsSupported)
            return;
        for (; count > 0; count--, result += row)
        {
            Sse.Prefetch1(result);
            if (TV.Count == Layout.Vector)
                Sse.Prefetch1(result + Layout.Vector);
        }
    }

    // At most 12 numbers of each row, and none beyond them; what is copied twice is the same.
    private static void Copy(float* from, int fromRow, float* to, int toRow, int width, int rows)
    {
        if (width > 8)
        {
            for (; rows > 0; rows--, from += fromRow, to += toRow)
            {
                Vector128.Load(from).Store(to);
                Vector128.Load(from + 4).Store(to + 4);
                Vector128.Load(from + width - 4).Store(to + width - 4);
            }
        }
        else if (width >= 4)
        {
            for (; rows > 0; rows--, from += fromRow, to += toRow)
            {
                Vector128.Load(from).Store(to);
                Vector128.Load(from + width - 4).Store(to + width - 4);
            }
        }
        else
        {
            for (; rows > 0; rows--, from += fromRow, to += toRow)
            {
                for (int i = 0; i < width; i++)
                    to[i] = from[i];
            }
        }
    }

    // One or two vectors of each row, into rows of two.
    [MethodImpl(Compiled.Alone)]
    private static void Copy<TV>(float* from, int fromRow, float* to, int width, int rows)
        where TV : unmanaged, ISimd<TV>
    {
        for (; rows > 0; rows--, from += fromRow, to += 2 * TV.Count)
        {
            TV.Load(from).Store(to);
            if (width > TV.Count)
                TV.Load(from + TV.Count).Store(to + TV.Count);
        }
    }

    // Steps of one sample after the other, of which not all need count.
    private struct StepCursor(int first, int steps, int allSteps)
    {
        private int _sample = first / steps;
        private int _step = first % steps;

        /// <summary>The row of the next one, and how many of at most so many lie one behind the other.</summary>
        public nint Next(int max, out int run)
        {
            nint row = ((nint)_sample * allSteps) + _step;
            run = Math.Min(max, steps - _step);
            _step += run;
            if (_step == steps)
            {
                _step = 0;
                _sample++;
            }

            return row;
        }
    }

    private readonly struct Panels<TV, TShape, TCell> : IProductShape
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => 1;

        public static int LeftStep => TV.TileRows > 8 ? 16 : 8;

        public static int RightRow => 2 * TV.Count;

        public static int ResultRow => RecurrentSizes.GatesInBlock(TCell.Gates, TShape.Units, TShape.UnitStride) * TShape.UnitStride;
    }
}
