using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The one matrix product under dense layers and convolutions: result[r, c] = finish(start[c] + Σ_s left[r, s] · right[s, c]). Forward
/// pass, gradient of the input and gradient of the kernel differ only in their distances.
/// </summary>
/// <remarks>
/// A register tile of up to 12 rows and 2 vectors stays in registers while s runs: each step loads two vectors of the right matrix and
/// multiplies them with a broadcast number of each row. Every sum runs over s in order, so its bits do not depend on the tile it falls
/// into, on the number of rows or on threads.
/// </remarks>
internal static unsafe partial class Product
{
    /// <summary>The rows of the largest tile, and a multiple of those of the narrower widths' tiles.</summary>
    public const int MaxTileRows = Layout.TileRows;

    /// <summary>Steps, and rows in whole tiles, of a block of the left matrix that stays in the second cache.</summary>
    private const int MaxRowVectors = 16, MaxSteps = 512, MaxRows = 8 * MaxTileRows;

    /// <summary>Steps from which on a sum of a single vector of columns is made of four.</summary>
    private const int LongRun = 256;

    /// <summary>Whether so much of a right matrix does not stay in the second cache, and is better fetched ahead.</summary>
    public static bool IsLarge(int steps, int columns) => steps * (long)columns > 64 * 1024;

    /// <summary>Computes so many rows and columns of the result on the widest vectors of the machine; columns are a multiple of 16.</summary>
    public static partial void Run<TShape, TEpilogue>(float* left, float* right, float* result, int rows, int columns, Steps steps, TEpilogue epilogue)
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>;

    /// <summary>
    /// The same in blocks of steps and rows that stay in the cache while all columns pass over them. The sums of blocks are added up in order, whatever
    /// the number of rows.
    /// </summary>
    public static void RunInBlocks<TShape, TEpilogue>(float* left, float* right, float* result, int rows, int columns, int steps, TEpilogue epilogue)
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        int blocks = (steps + MaxSteps - 1) / MaxSteps;
        for (int block = 0, step = 0; block < blocks; block++)
        {
            int count = (steps - step) / (blocks - block);
            float* r = right + ((nint)step * TShape.RightRow);
            for (int row = 0; row < rows; row += MaxRows)
            {
                int some = Math.Min(MaxRows, rows - row);
                nint element = (nint)row * TShape.ResultRow;
                float* l = left + ((nint)row * TShape.LeftRow) + ((nint)step * TShape.LeftStep), to = result + element;
                TEpilogue whole = epilogue.At(0, element);
                if (blocks == 1) Run<TShape, TEpilogue>(l, r, to, some, columns, new(count), whole);
                else if (block == 0) Run<TShape, StartOnly<TEpilogue>>(l, r, to, some, columns, new(count), new(whole));
                else if (block < blocks - 1) Run<TShape, AddTo>(l, r, to, some, columns, new(count), new(to));
                else Run<TShape, AddAndFinish<TEpilogue>>(l, r, to, some, columns, new(count), new(whole, to));
            }

            step += count;
        }
    }

    /// <summary>The same on vectors of one width.</summary>
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
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

        // Equal blocks of rows rather than full ones and a small remainder: 32 = 11 + 11 + 10.
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
        if (TEpilogue.IsCheap)
        {
            RowTile<TV, TVectors, TShape, TEpilogue>(left, b, c, steps, e);
            return;
        }

        float* sums = stackalloc float[16 * Layout.Vector];
        RowTile<TV, TVectors, InScratch<TV, TVectors, TShape>, StartOnly<TEpilogue>>(left, b, sums, steps, new(e));
        Finish<TV, TVectors, TShape, TEpilogue>(sums, c, 1, e);
    }

    /// <summary>
    /// A single row has but one sum a column: four to sixteen vectors at a time keep the multipliers busy and read the right matrix in
    /// long runs.
    /// </summary>
    [WrittenOut("RowTile", MaxRowVectors)]
    [MethodImpl(Compiled.Alone)]
    internal static void RowTileByLoops<TV, TVectors, TShape, TEpilogue>(float* left, float* right, float* result, Steps steps, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TVectors : struct, IConstant
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        int vectors = TVectors.Value, count = TV.Count, lanes = Layout.Vector, panel = TShape.RightPanel, resultPanel = TShape.ResultPanel;
        Registers<TV> sum = default;
        for (int v = 0; v < MaxRowVectors; v++)
        {
            if (v < vectors)
                sum[v] = epilogue.Start<TV>(v * TV.Count);
        }

        for (int bundle = 0; bundle < steps.Bundles; bundle++)
        {
            for (int run = 0; run < steps.Runs; run++)
            {
                for (int s = 0; s < steps.Length; s++)
                {
                    TV x = TV.Create(*left);
                    for (int v = 0; v < MaxRowVectors; v++)
                    {
                        if (v < vectors)
                            sum[v] = TV.MultiplyAdd(x, TV.Load(right + (v * count / lanes * panel) + (v * count % lanes)), sum[v]);
                    }

                    left += TShape.LeftStep;
                    right += TShape.RightRow;
                }

                left += steps.RunGap;
            }

            left += steps.BundleGap;
        }

        for (int v = 0; v < MaxRowVectors; v++)
        {
            if (v < vectors)
            {
                int element = (v * count / lanes * resultPanel) + (v * count % lanes);
                epilogue.Finish(sum[v], element).Store(result + element);
            }
        }
    }

    [MethodImpl(Compiled.Alone)]
    [SkipLocalsInit]
    private static void Panel<TV, TVectors, TShape, TEpilogue>(
        float* left, float* right, float* result, int rows, Steps steps, int blocks, int column, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TVectors : struct, IConstant
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        float* sums = stackalloc float[MaxTileRows * 2 * Layout.Vector];

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
            bool isLong = TShape.SplitsLongSums && !TEpilogue.AddsToResult && steps.Bundles * steps.Runs == 1 && steps.Length >= LongRun;
            if (TVectors.Value == 1 && isLong)
            {
                LongTile<TV, TShape, TEpilogue>(count, a, b, c, sums, steps.Length, e);
            }
            else if (TEpilogue.IsCheap)
            {
                Tile<TV, TVectors, TShape, TEpilogue>(count, a, b, c, steps, ahead, pace, e);
            }
            else
            {
                Tile<TV, TVectors, InScratch<TV, TVectors, TShape>, StartOnly<TEpilogue>>(count, a, b, sums, steps, ahead, pace, new(e));
                Finish<TV, TVectors, TShape, TEpilogue>(sums, c, count, e);
            }

            row += count;
        }
    }
}
