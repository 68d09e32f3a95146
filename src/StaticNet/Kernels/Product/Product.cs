using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The one matrix product under dense layers and convolutions: result[r, c] = finish(start[c] + Σ_s left[r, s] · right[s, c]). Forward
/// pass, gradient of the input and gradient of the kernel differ only in their distances.
/// </summary>
/// <remarks>
/// A register tile of up to 12 rows and 2 vectors stays in registers while s runs: each step loads two vectors of the right matrix and
/// multiplies them with a broadcast number of each row. Each sum is added up in an order that its length alone decides, so that its bits
/// depend neither on the tile it falls into, nor on the number of rows or of threads.
/// </remarks>
internal static unsafe partial class Product
{
    /// <summary>The rows of the largest tile, and a multiple of those of the narrower widths' tiles.</summary>
    public const int MaxTileRows = Layout.TileRows;

    /// <summary>Steps, and rows in whole tiles, of a block of the left matrix that stays in the second cache.</summary>
    private const int MaxSteps = 512, MaxRows = 8 * MaxTileRows;

    /// <summary>Vectors of sums of a single row.</summary>
    private const int MaxRowVectors = 16;

    /// <summary>Steps from which on a sum of a single vector of columns is made of four.</summary>
    private const int LongRun = 256;

    /// <summary>Whether so much of a right matrix does not stay in the second cache, and is better fetched ahead.</summary>
    public static bool FetchesAhead(int steps, int columns) => steps * (long)columns > 64 * 1024;

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

        // Tiles of nearly as many rows each rather than full ones and a small remainder: 32 = 10 + 11 + 11.
        int tiles = (rows + TV.TileRows - 1) / TV.TileRows;
        for (; column <= columns - (2 * TV.Count); column += 2 * TV.Count)
            Columns<TV, Constant2, TShape, TEpilogue>(left, right, result, rows, steps, tiles, column, epilogue);
        if (column < columns)
            Columns<TV, Constant1, TShape, TEpilogue>(left, right, result, rows, steps, tiles, column, epilogue);
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
    private static void Columns<TV, TVectors, TShape, TEpilogue>(
        float* left, float* right, float* result, int rows, Steps steps, int tiles, int column, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TVectors : struct, IConstant
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        float* sums = stackalloc float[MaxTileRows * 2 * Layout.Vector];

        // Each tile fetches its share of the next panels.
        float* next = right + Layout.Place(column + (TVectors.Value * TV.Count), TShape.RightPanel);
        int pace = Math.Max(1, Layout.Vector / tiles);
        for (int tile = 0, row = 0; tile < tiles; tile++)
        {
            float* ahead = next + ((nint)steps.Length * pace * tile);
            int count = (rows - row) / (tiles - tile);
            nint element = ((nint)row * TShape.ResultRow) + Layout.Place(column, TShape.ResultPanel);
            float* a = left + ((nint)row * TShape.LeftRow), b = right + Layout.Place(column, TShape.RightPanel), c = result + element;
            TEpilogue e = epilogue.At(column, element);

            // A sum that is made of four has other bits: not where it is a block of a longer one and added to the result, nor where the shape says no.
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
