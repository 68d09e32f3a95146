using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Kernels;

/// <summary>The distances in a matrix product, in floats, as constants: they become displacements in the instructions.</summary>
internal interface IProductShape
{
    /// <summary>From one row of the left matrix to the next.</summary>
    static abstract int LeftRow { get; }

    /// <summary>From one column of the left matrix to the next.</summary>
    static abstract int LeftStep { get; }

    /// <summary>From one row of the right matrix to the next.</summary>
    static abstract int RightRow { get; }

    /// <summary>From 16 columns of the right matrix to the next 16: a panel of its own, or beside them.</summary>
    static virtual int RightPanel => Layout.Vector;

    /// <summary>Whether the right matrix, in panels, is so large that what comes next of it is fetched while a tile works.</summary>
    static virtual bool FetchesAhead => false;

    /// <summary>From one row of the result to the next.</summary>
    static abstract int ResultRow { get; }

    /// <summary>From 16 columns of the result to the next 16: a panel of its own, or beside them.</summary>
    static virtual int ResultPanel => Layout.Vector;
}

/// <summary>
/// The columns of the left matrix and rows of the right one. They may come in runs, such as the pixels of a window's row, and runs in
/// bundles, with gaps on the left; on the right they follow each other.
/// </summary>
/// <param name="Bundles">Bundles of runs.</param>
/// <param name="Runs">Runs of steps.</param>
/// <param name="Length">Steps of a run.</param>
/// <param name="RunGap">From the end of a run to the next, in floats.</param>
/// <param name="BundleGap">From the end of a bundle, with that gap, to the next, in floats.</param>
internal readonly record struct Steps(int Bundles, int Runs, int Length, int RunGap, int BundleGap)
{
    /// <summary>A single run.</summary>
    public Steps(int length)
        : this(1, 1, length, 0, 0)
    {
    }
}

/// <summary>What a product's sums start from and what becomes of them before they are stored.</summary>
internal unsafe interface IEpilogue<TSelf>
    where TSelf : struct, IEpilogue<TSelf>
{
    /// <summary>Whether sums are added to what lies where the result goes.</summary>
    static virtual bool AddsToResult => false;

    /// <summary>
    /// Whether sums go straight from their registers to the result: an operation or two. The compiler sees through so many calls in a method and no
    /// more, so that whatever takes several works on the finished tile in a loop.
    /// </summary>
    static virtual bool IsLight => true;

    /// <summary>The same for the tile that begins at this element of the result.</summary>
    TSelf At(int column, nint element);

    /// <summary>What the sums of the vector at this column of the tile start from.</summary>
    TV Start<TV>(int column)
        where TV : unmanaged, ISimd<TV>;

    /// <summary>What is stored for a sum at this element of the tile.</summary>
    TV Finish<TV>(TV sum, int element)
        where TV : unmanaged, ISimd<TV>;
}

/// <summary>
/// The one matrix product under dense layers and convolutions: result[r, c] = finish(start[c] + Σ_s left[r, s] · right[s, c]). Forward
/// pass, gradient of the input and gradient of the kernel differ only in their distances.
/// </summary>
/// <remarks>
/// A register tile of up to 12 rows and 2 vectors stays in registers while s runs: each step loads two vectors of the right matrix and
/// multiplies them with a broadcast number of each row. Every sum runs over s in order, so its bits do not depend on the tile it falls
/// into, on the number of rows or on threads.
/// </remarks>
internal static unsafe class Product
{
    /// <summary>The rows of the largest tile, and a multiple of those of the narrower widths' tiles.</summary>
    public const int MostTileRows = Layout.TileRows;

    /// <summary>Steps, and rows in whole tiles, of a block of the left matrix that stays in the second cache.</summary>
    private const int MostSteps = 512, MostRows = 8 * MostTileRows;

    /// <summary>Steps from which on a sum of a single vector of columns is made of four.</summary>
    private const int LongRun = 256;

    /// <summary>Whether so much of a right matrix does not stay in the second cache, and is better fetched ahead.</summary>
    public static bool IsLarge(int steps, int columns) => steps * (long)columns > 64 * 1024;

    /// <summary>Computes so many rows and columns of the result on the widest vectors of the machine; columns are a multiple of 16.</summary>
    public static void Run<TShape, TEpilogue>(float* left, float* right, float* result, int rows, int columns, Steps steps, TEpilogue epilogue)
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        if (Simd.Is512) Run<Simd512, TShape, TEpilogue>(left, right, result, rows, columns, steps, epilogue);
        else if (Simd.Is256) Run<Simd256, TShape, TEpilogue>(left, right, result, rows, columns, steps, epilogue);
        else Run<Simd128, TShape, TEpilogue>(left, right, result, rows, columns, steps, epilogue);
    }

    /// <summary>
    /// The same in blocks of steps and rows that stay in the cache while all columns pass over them. The sums of blocks are added up in order, whatever
    /// the number of rows.
    /// </summary>
    public static void RunInBlocks<TShape, TEpilogue>(float* left, float* right, float* result, int rows, int columns, int steps, TEpilogue epilogue)
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        int blocks = (steps + MostSteps - 1) / MostSteps;
        for (int block = 0, step = 0; block < blocks; block++)
        {
            int count = (steps - step) / (blocks - block);
            float* r = right + ((nint)step * TShape.RightRow);
            for (int row = 0; row < rows; row += MostRows)
            {
                int some = Math.Min(MostRows, rows - row);
                nint element = (nint)row * TShape.ResultRow;
                float* l = left + ((nint)row * TShape.LeftRow) + ((nint)step * TShape.LeftStep), to = result + element;
                TEpilogue whole = epilogue.At(0, element);
                if (blocks == 1) Run<TShape, TEpilogue>(l, r, to, some, columns, new(count), whole);
                else if (block == 0) Run<TShape, Begun<TEpilogue>>(l, r, to, some, columns, new(count), new(whole));
                else if (block < blocks - 1) Run<TShape, AddTo>(l, r, to, some, columns, new(count), new(to));
                else Run<TShape, Ended<TEpilogue>>(l, r, to, some, columns, new(count), new(whole, to));
            }

            step += count;
        }
    }

    /// <summary>The same on vectors of one width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TV, TShape, TEpilogue>(float* left, float* right, float* result, int rows, int columns, Steps steps, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        int column = 0;
        if (rows == 1)
        {
            // Sixteen vectors only where they lie beside each other: in panels each is a run of memory of its own, and processors fetch few of those ahead.
            for (; TV.RowVectors == 16 && TShape.RightPanel == Layout.Vector && column <= columns - (16 * TV.Count); column += 16 * TV.Count)
                Row<TV, Constant16, TShape, TEpilogue>(left, right, result, steps, column, epilogue);
            for (; column <= columns - (8 * TV.Count); column += 8 * TV.Count)
                Row<TV, Constant8, TShape, TEpilogue>(left, right, result, steps, column, epilogue);
            for (; column <= columns - (4 * TV.Count); column += 4 * TV.Count)
                Row<TV, Constant4, TShape, TEpilogue>(left, right, result, steps, column, epilogue);
        }

        // Equal blocks of rows rather than full ones and a poor remainder: 32 = 11 + 11 + 10.
        int blocks = (rows + TV.TileRows - 1) / TV.TileRows;
        for (; column <= columns - (2 * TV.Count); column += 2 * TV.Count)
            Panel<TV, Constant2, TShape, TEpilogue>(left, right, result, rows, steps, blocks, column, epilogue);
        if (column < columns)
            Panel<TV, Constant1, TShape, TEpilogue>(left, right, result, rows, steps, blocks, column, epilogue);
    }

    [SkipLocalsInit]
    private static void Row<TV, TVectors, TShape, TEpilogue>(float* left, float* right, float* result, Steps steps, int column, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TVectors : struct, IConstant
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        nint element = Layout.Place(column, TShape.ResultPanel);
        float* b = right + Layout.Place(column, TShape.RightPanel), c = result + element;
        TEpilogue e = epilogue.At(column, element);
        if (TEpilogue.IsLight)
        {
            RowTile<TV, TVectors, TShape, TEpilogue>(left, b, c, steps, e);
            return;
        }

        float* sums = stackalloc float[16 * Layout.Vector];
        RowTile<TV, TVectors, Aside<TV, TVectors, TShape>, Begun<TEpilogue>>(left, b, sums, steps, new(e));
        Finish<TV, TVectors, TShape, TEpilogue>(sums, c, 1, e);
    }

    /// <summary>
    /// A single row has but one sum a column: four to sixteen vectors at a time keep the multipliers busy and read the right matrix in
    /// long runs.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RowTile<TV, TVectors, TShape, TEpilogue>(float* left, float* right, float* result, Steps steps, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TVectors : struct, IConstant
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        int count = TV.Count, lanes = Layout.Vector, panel = TShape.RightPanel, resultPanel = TShape.ResultPanel;
        TV sum0 = epilogue.Start<TV>(0);
        TV sum1 = epilogue.Start<TV>(TV.Count);
        TV sum2 = epilogue.Start<TV>(2 * TV.Count);
        TV sum3 = epilogue.Start<TV>(3 * TV.Count);
        TV sum4 = TVectors.Value > 4 ? epilogue.Start<TV>(4 * TV.Count) : default;
        TV sum5 = TVectors.Value > 4 ? epilogue.Start<TV>(5 * TV.Count) : default;
        TV sum6 = TVectors.Value > 4 ? epilogue.Start<TV>(6 * TV.Count) : default;
        TV sum7 = TVectors.Value > 4 ? epilogue.Start<TV>(7 * TV.Count) : default;
        TV sum8 = TVectors.Value > 8 ? epilogue.Start<TV>(8 * TV.Count) : default;
        TV sum9 = TVectors.Value > 8 ? epilogue.Start<TV>(9 * TV.Count) : default;
        TV sum10 = TVectors.Value > 8 ? epilogue.Start<TV>(10 * TV.Count) : default;
        TV sum11 = TVectors.Value > 8 ? epilogue.Start<TV>(11 * TV.Count) : default;
        TV sum12 = TVectors.Value > 8 ? epilogue.Start<TV>(12 * TV.Count) : default;
        TV sum13 = TVectors.Value > 8 ? epilogue.Start<TV>(13 * TV.Count) : default;
        TV sum14 = TVectors.Value > 8 ? epilogue.Start<TV>(14 * TV.Count) : default;
        TV sum15 = TVectors.Value > 8 ? epilogue.Start<TV>(15 * TV.Count) : default;
        for (int bundle = 0; bundle < steps.Bundles; bundle++)
        {
            for (int run = 0; run < steps.Runs; run++)
            {
                for (int s = 0; s < steps.Length; s++)
                {
                    TV x = TV.Create(*left);
                    sum0 = TV.MultiplyAdd(x, TV.Load(right), sum0);
                    sum1 = TV.MultiplyAdd(x, TV.Load(right + (count / lanes * panel) + (count % lanes)), sum1);
                    sum2 = TV.MultiplyAdd(x, TV.Load(right + (2 * count / lanes * panel) + (2 * count % lanes)), sum2);
                    sum3 = TV.MultiplyAdd(x, TV.Load(right + (3 * count / lanes * panel) + (3 * count % lanes)), sum3);
                    if (TVectors.Value > 4)
                    {
                        sum4 = TV.MultiplyAdd(x, TV.Load(right + (4 * count / lanes * panel) + (4 * count % lanes)), sum4);
                        sum5 = TV.MultiplyAdd(x, TV.Load(right + (5 * count / lanes * panel) + (5 * count % lanes)), sum5);
                        sum6 = TV.MultiplyAdd(x, TV.Load(right + (6 * count / lanes * panel) + (6 * count % lanes)), sum6);
                        sum7 = TV.MultiplyAdd(x, TV.Load(right + (7 * count / lanes * panel) + (7 * count % lanes)), sum7);
                    }

                    if (TVectors.Value > 8)
                    {
                        sum8 = TV.MultiplyAdd(x, TV.Load(right + (8 * count / lanes * panel) + (8 * count % lanes)), sum8);
                        sum9 = TV.MultiplyAdd(x, TV.Load(right + (9 * count / lanes * panel) + (9 * count % lanes)), sum9);
                        sum10 = TV.MultiplyAdd(x, TV.Load(right + (10 * count / lanes * panel) + (10 * count % lanes)), sum10);
                        sum11 = TV.MultiplyAdd(x, TV.Load(right + (11 * count / lanes * panel) + (11 * count % lanes)), sum11);
                        sum12 = TV.MultiplyAdd(x, TV.Load(right + (12 * count / lanes * panel) + (12 * count % lanes)), sum12);
                        sum13 = TV.MultiplyAdd(x, TV.Load(right + (13 * count / lanes * panel) + (13 * count % lanes)), sum13);
                        sum14 = TV.MultiplyAdd(x, TV.Load(right + (14 * count / lanes * panel) + (14 * count % lanes)), sum14);
                        sum15 = TV.MultiplyAdd(x, TV.Load(right + (15 * count / lanes * panel) + (15 * count % lanes)), sum15);
                    }

                    left += TShape.LeftStep;
                    right += TShape.RightRow;
                }

                left += steps.RunGap;
            }

            left += steps.BundleGap;
        }

        epilogue.Finish(sum0, 0).Store(result);
        epilogue.Finish(sum1, (count / lanes * resultPanel) + (count % lanes)).Store(result + (count / lanes * resultPanel) + (count % lanes));
        epilogue.Finish(sum2, (2 * count / lanes * resultPanel) + (2 * count % lanes)).Store(result + (2 * count / lanes * resultPanel) + (2 * count % lanes));
        epilogue.Finish(sum3, (3 * count / lanes * resultPanel) + (3 * count % lanes)).Store(result + (3 * count / lanes * resultPanel) + (3 * count % lanes));

        if (TVectors.Value > 4)
        {
            epilogue.Finish(sum4, (4 * count / lanes * resultPanel) + (4 * count % lanes)).Store(result + (4 * count / lanes * resultPanel) + (4 * count % lanes));
            epilogue.Finish(sum5, (5 * count / lanes * resultPanel) + (5 * count % lanes)).Store(result + (5 * count / lanes * resultPanel) + (5 * count % lanes));
            epilogue.Finish(sum6, (6 * count / lanes * resultPanel) + (6 * count % lanes)).Store(result + (6 * count / lanes * resultPanel) + (6 * count % lanes));
            epilogue.Finish(sum7, (7 * count / lanes * resultPanel) + (7 * count % lanes)).Store(result + (7 * count / lanes * resultPanel) + (7 * count % lanes));
        }

        if (TVectors.Value > 8)
        {
            epilogue.Finish(sum8, (8 * count / lanes * resultPanel) + (8 * count % lanes)).Store(result + (8 * count / lanes * resultPanel) + (8 * count % lanes));
            epilogue.Finish(sum9, (9 * count / lanes * resultPanel) + (9 * count % lanes)).Store(result + (9 * count / lanes * resultPanel) + (9 * count % lanes));
            epilogue.Finish(sum10, (10 * count / lanes * resultPanel) + (10 * count % lanes)).Store(result + (10 * count / lanes * resultPanel) + (10 * count % lanes));
            epilogue.Finish(sum11, (11 * count / lanes * resultPanel) + (11 * count % lanes)).Store(result + (11 * count / lanes * resultPanel) + (11 * count % lanes));
            epilogue.Finish(sum12, (12 * count / lanes * resultPanel) + (12 * count % lanes)).Store(result + (12 * count / lanes * resultPanel) + (12 * count % lanes));
            epilogue.Finish(sum13, (13 * count / lanes * resultPanel) + (13 * count % lanes)).Store(result + (13 * count / lanes * resultPanel) + (13 * count % lanes));
            epilogue.Finish(sum14, (14 * count / lanes * resultPanel) + (14 * count % lanes)).Store(result + (14 * count / lanes * resultPanel) + (14 * count % lanes));
            epilogue.Finish(sum15, (15 * count / lanes * resultPanel) + (15 * count % lanes)).Store(result + (15 * count / lanes * resultPanel) + (15 * count % lanes));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static void Panel<TV, TVectors, TShape, TEpilogue>(
        float* left, float* right, float* result, int rows, Steps steps, int blocks, int column, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TVectors : struct, IConstant
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        float* sums = stackalloc float[MostTileRows * 2 * Layout.Vector];

        // Each tile fetches its share of the next panels.
        float* next = right + Layout.Place(column + (TVectors.Value * TV.Count), TShape.RightPanel);
        int pace = Math.Max(1, Layout.Vector / blocks);
        for (int block = 0, row = 0; block < blocks; block++)
        {
            float* ahead = next + ((nint)steps.Length * pace * block);
            int count = (rows - row) / (blocks - block);
            nint element = ((nint)row * TShape.ResultRow) + Layout.Place(column, TShape.ResultPanel);
            float* a = left + ((nint)row * TShape.LeftRow), b = right + Layout.Place(column, TShape.RightPanel), c = result + element;
            TEpilogue e = epilogue.At(column, element);

            // Where sums are added to what is there, that must last; and columns may be shared out among threads: which of them stands alone
            // must not show.
            bool isLong = !TEpilogue.AddsToResult && steps.Bundles * steps.Runs == 1 && steps.Length >= LongRun;
            if (TVectors.Value == 1 && isLong)
            {
                LongTile<TV, TShape, TEpilogue>(count, a, b, c, sums, steps.Length, e);
            }
            else if (TEpilogue.IsLight)
            {
                Tile<TV, TVectors, TShape, TEpilogue>(count, a, b, c, steps, ahead, pace, e);
            }
            else
            {
                Tile<TV, TVectors, Aside<TV, TVectors, TShape>, Begun<TEpilogue>>(count, a, b, sums, steps, ahead, pace, new(e));
                Finish<TV, TVectors, TShape, TEpilogue>(sums, c, count, e);
            }

            row += count;
        }
    }

    /// <summary>
    /// A single vector of columns leaves multipliers idle while sums wait for each other. Long sums are therefore made of four, one for
    /// each quarter of the steps: of a single row all at once, of several rows one after the other, added in the same order.
    /// </summary>
    private static void LongTile<TV, TShape, TEpilogue>(
        int rows, float* left, float* right, float* result, float* sums, int steps, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        int quarter = steps / 4;
        if (rows == 1)
        {
            LongRow<TV, TShape, TEpilogue>(left, right, result, quarter, steps - (4 * quarter), epilogue);
            return;
        }

        int step = quarter * TShape.LeftStep;
        nint down = (nint)quarter * TShape.RightRow;
        var between = new AddTo(sums);
        Tile<TV, Constant1, Aside<TV, Constant1, TShape>, Begun<TEpilogue>>(rows, left, right, sums, new(quarter), null, 0, new(epilogue));
        Tile<TV, Constant1, Aside<TV, Constant1, TShape>, AddTo>(rows, left + step, right + down, sums, new(quarter), null, 0, between);
        Tile<TV, Constant1, Aside<TV, Constant1, TShape>, AddTo>(rows, left + (2 * step), right + (2 * down), sums, new(quarter), null, 0, between);
        Tile<TV, Constant1, Aside<TV, Constant1, TShape>, AddTo>(
            rows, left + (3 * step), right + (3 * down), sums, new(steps - (3 * quarter)), null, 0, between);
        Finish<TV, Constant1, TShape, TEpilogue>(sums, result, rows, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LongRow<TV, TShape, TEpilogue>(float* left, float* right, float* result, int quarter, int rest, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        int step = TShape.LeftStep, row = TShape.RightRow, across = quarter * step;
        nint down = (nint)quarter * row;
        TV sum0 = epilogue.Start<TV>(0), sum1 = default, sum2 = default, sum3 = default;
        for (int s = 0; s < quarter; s++, left += step, right += row)
        {
            sum0 = TV.MultiplyAdd(TV.Create(*left), TV.Load(right), sum0);
            sum1 = TV.MultiplyAdd(TV.Create(left[across]), TV.Load(right + down), sum1);
            sum2 = TV.MultiplyAdd(TV.Create(left[2 * across]), TV.Load(right + (2 * down)), sum2);
            sum3 = TV.MultiplyAdd(TV.Create(left[3 * across]), TV.Load(right + (3 * down)), sum3);
        }

        left += 3 * across;
        right += 3 * down;
        for (int s = 0; s < rest; s++, left += step, right += row)
            sum3 = TV.MultiplyAdd(TV.Create(*left), TV.Load(right), sum3);
        epilogue.Finish(sum3 + (sum2 + (sum1 + sum0)), 0).Store(result);
    }

    private static void Tile<TV, TVectors, TShape, TEpilogue>(
        int rows, float* left, float* right, float* result, Steps steps, float* ahead, int pace, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TVectors : struct, IConstant
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        switch (rows)
        {
            case 1: Tile<TV, Constant1, TVectors, TShape, TEpilogue>(left, right, result, steps, ahead, pace, epilogue); break;
            case 2: Tile<TV, Constant2, TVectors, TShape, TEpilogue>(left, right, result, steps, ahead, pace, epilogue); break;
            case 3: Tile<TV, Constant3, TVectors, TShape, TEpilogue>(left, right, result, steps, ahead, pace, epilogue); break;
            case 4: Tile<TV, Constant4, TVectors, TShape, TEpilogue>(left, right, result, steps, ahead, pace, epilogue); break;
            case 5: Tile<TV, Constant5, TVectors, TShape, TEpilogue>(left, right, result, steps, ahead, pace, epilogue); break;
            case 6: Tile<TV, Constant6, TVectors, TShape, TEpilogue>(left, right, result, steps, ahead, pace, epilogue); break;
            case 7: Tile<TV, Constant7, TVectors, TShape, TEpilogue>(left, right, result, steps, ahead, pace, epilogue); break;
            case 8: Tile<TV, Constant8, TVectors, TShape, TEpilogue>(left, right, result, steps, ahead, pace, epilogue); break;
            case 9: Tile<TV, Constant9, TVectors, TShape, TEpilogue>(left, right, result, steps, ahead, pace, epilogue); break;
            case 10: Tile<TV, Constant10, TVectors, TShape, TEpilogue>(left, right, result, steps, ahead, pace, epilogue); break;
            case 11: Tile<TV, Constant11, TVectors, TShape, TEpilogue>(left, right, result, steps, ahead, pace, epilogue); break;
            case 12: Tile<TV, Constant12, TVectors, TShape, TEpilogue>(left, right, result, steps, ahead, pace, epilogue); break;
            default: throw new UnreachableException();
        }
    }

    // The conditions are on constants: what remains after compilation is exactly the tile asked for. They are locals, since the
    // compiler sees through so many calls in a method and no more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<TV, TRows, TVectors, TShape, TEpilogue>(
        float* left, float* right, float* result, Steps steps, float* ahead, int pace, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TRows : struct, IConstant
        where TVectors : struct, IConstant
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        int rows = TRows.Value, vectors = TVectors.Value;
        int leftRow = TShape.LeftRow, leftStep = TShape.LeftStep, rightRow = TShape.RightRow, resultRow = TShape.ResultRow;
        int rightVector = (TV.Count / Layout.Vector * TShape.RightPanel) + (TV.Count % Layout.Vector);

        // A single vector of columns is the last: nothing comes next.
        bool fetchesAhead = vectors > 1 && TShape.FetchesAhead;
        int resultVector = (TV.Count / Layout.Vector * TShape.ResultPanel) + (TV.Count % Layout.Vector);
        TV start0 = epilogue.Start<TV>(0);
        TV start1 = vectors > 1 ? epilogue.Start<TV>(TV.Count) : default;
        TV sum00 = start0, sum01 = start1;
        TV sum10 = start0, sum11 = start1;
        TV sum20 = start0, sum21 = start1;
        TV sum30 = start0, sum31 = start1;
        TV sum40 = start0, sum41 = start1;
        TV sum50 = start0, sum51 = start1;
        TV sum60 = start0, sum61 = start1;
        TV sum70 = start0, sum71 = start1;
        TV sum80 = start0, sum81 = start1;
        TV sum90 = start0, sum91 = start1;
        TV sum100 = start0, sum101 = start1;
        TV sum110 = start0, sum111 = start1;
        for (int bundle = 0; bundle < steps.Bundles; bundle++)
        {
            for (int run = 0; run < steps.Runs; run++)
            {
                for (int s = 0; s < steps.Length; s++)
                {
                    if (fetchesAhead && Sse.IsSupported)
                    {
                        // Beyond the end of memory that does nothing.
                        Sse.Prefetch1(ahead);
                        if (rightVector > Layout.Vector)
                            Sse.Prefetch1(ahead + rightVector);
                        ahead += pace;
                    }

                    TV right0 = TV.Load(right);
                    TV right1 = vectors > 1 ? TV.Load(right + rightVector) : default;
                    if (rows > 0)
                    {
                        TV x = TV.Create(left[0 * leftRow]);
                        sum00 = TV.MultiplyAdd(x, right0, sum00);
                        if (vectors > 1) sum01 = TV.MultiplyAdd(x, right1, sum01);
                    }

                    if (rows > 1)
                    {
                        TV x = TV.Create(left[1 * leftRow]);
                        sum10 = TV.MultiplyAdd(x, right0, sum10);
                        if (vectors > 1) sum11 = TV.MultiplyAdd(x, right1, sum11);
                    }

                    if (rows > 2)
                    {
                        TV x = TV.Create(left[2 * leftRow]);
                        sum20 = TV.MultiplyAdd(x, right0, sum20);
                        if (vectors > 1) sum21 = TV.MultiplyAdd(x, right1, sum21);
                    }

                    if (rows > 3)
                    {
                        TV x = TV.Create(left[3 * leftRow]);
                        sum30 = TV.MultiplyAdd(x, right0, sum30);
                        if (vectors > 1) sum31 = TV.MultiplyAdd(x, right1, sum31);
                    }

                    if (rows > 4)
                    {
                        TV x = TV.Create(left[4 * leftRow]);
                        sum40 = TV.MultiplyAdd(x, right0, sum40);
                        if (vectors > 1) sum41 = TV.MultiplyAdd(x, right1, sum41);
                    }

                    if (rows > 5)
                    {
                        TV x = TV.Create(left[5 * leftRow]);
                        sum50 = TV.MultiplyAdd(x, right0, sum50);
                        if (vectors > 1) sum51 = TV.MultiplyAdd(x, right1, sum51);
                    }

                    if (rows > 6)
                    {
                        TV x = TV.Create(left[6 * leftRow]);
                        sum60 = TV.MultiplyAdd(x, right0, sum60);
                        if (vectors > 1) sum61 = TV.MultiplyAdd(x, right1, sum61);
                    }

                    if (rows > 7)
                    {
                        TV x = TV.Create(left[7 * leftRow]);
                        sum70 = TV.MultiplyAdd(x, right0, sum70);
                        if (vectors > 1) sum71 = TV.MultiplyAdd(x, right1, sum71);
                    }

                    if (rows > 8)
                    {
                        TV x = TV.Create(left[8 * leftRow]);
                        sum80 = TV.MultiplyAdd(x, right0, sum80);
                        if (vectors > 1) sum81 = TV.MultiplyAdd(x, right1, sum81);
                    }

                    if (rows > 9)
                    {
                        TV x = TV.Create(left[9 * leftRow]);
                        sum90 = TV.MultiplyAdd(x, right0, sum90);
                        if (vectors > 1) sum91 = TV.MultiplyAdd(x, right1, sum91);
                    }

                    if (rows > 10)
                    {
                        TV x = TV.Create(left[10 * leftRow]);
                        sum100 = TV.MultiplyAdd(x, right0, sum100);
                        if (vectors > 1) sum101 = TV.MultiplyAdd(x, right1, sum101);
                    }

                    if (rows > 11)
                    {
                        TV x = TV.Create(left[11 * leftRow]);
                        sum110 = TV.MultiplyAdd(x, right0, sum110);
                        if (vectors > 1) sum111 = TV.MultiplyAdd(x, right1, sum111);
                    }

                    left += leftStep;
                    right += rightRow;
                }

                left += steps.RunGap;
            }

            left += steps.BundleGap;
        }

        Store<TV, TVectors, TEpilogue>(sum00, sum01, result, 0 * resultRow, resultVector, epilogue);
        if (rows > 1) Store<TV, TVectors, TEpilogue>(sum10, sum11, result, 1 * resultRow, resultVector, epilogue);
        if (rows > 2) Store<TV, TVectors, TEpilogue>(sum20, sum21, result, 2 * resultRow, resultVector, epilogue);
        if (rows > 3) Store<TV, TVectors, TEpilogue>(sum30, sum31, result, 3 * resultRow, resultVector, epilogue);
        if (rows > 4) Store<TV, TVectors, TEpilogue>(sum40, sum41, result, 4 * resultRow, resultVector, epilogue);
        if (rows > 5) Store<TV, TVectors, TEpilogue>(sum50, sum51, result, 5 * resultRow, resultVector, epilogue);
        if (rows > 6) Store<TV, TVectors, TEpilogue>(sum60, sum61, result, 6 * resultRow, resultVector, epilogue);
        if (rows > 7) Store<TV, TVectors, TEpilogue>(sum70, sum71, result, 7 * resultRow, resultVector, epilogue);
        if (rows > 8) Store<TV, TVectors, TEpilogue>(sum80, sum81, result, 8 * resultRow, resultVector, epilogue);
        if (rows > 9) Store<TV, TVectors, TEpilogue>(sum90, sum91, result, 9 * resultRow, resultVector, epilogue);
        if (rows > 10) Store<TV, TVectors, TEpilogue>(sum100, sum101, result, 10 * resultRow, resultVector, epilogue);
        if (rows > 11) Store<TV, TVectors, TEpilogue>(sum110, sum111, result, 11 * resultRow, resultVector, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TV, TVectors, TEpilogue>(TV sum0, TV sum1, float* result, int element, int next, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TVectors : struct, IConstant
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        epilogue.Finish(sum0, element).Store(result + element);
        if (TVectors.Value > 1) epilogue.Finish(sum1, element + next).Store(result + element + next);
    }

    // What becomes of the sums of a tile, which lie one behind the other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Finish<TV, TVectors, TShape, TEpilogue>(float* sums, float* result, int rows, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TVectors : struct, IConstant
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        for (int row = 0; row < rows; row++)
        {
            for (int vector = 0; vector < TVectors.Value; vector++, sums += TV.Count)
            {
                int element = (row * TShape.ResultRow) + Layout.Place(vector * TV.Count, TShape.ResultPanel);
                epilogue.Finish(TV.Load(sums), element).Store(result + element);
            }
        }
    }

    /// <summary>The distances where the sums of a tile are put aside, one behind the other.</summary>
    private readonly struct Aside<TV, TVectors, TShape> : IProductShape
        where TV : unmanaged, ISimd<TV>
        where TVectors : struct, IConstant
        where TShape : struct, IProductShape
    {
        public static int LeftRow => TShape.LeftRow;

        public static int LeftStep => TShape.LeftStep;

        public static int RightRow => TShape.RightRow;

        public static int RightPanel => TShape.RightPanel;

        public static bool FetchesAhead => TShape.FetchesAhead;

        public static int ResultRow => TVectors.Value * TV.Count;
    }
}
