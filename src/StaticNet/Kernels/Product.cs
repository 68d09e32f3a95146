using System.Diagnostics;
using System.Runtime.CompilerServices;

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

    /// <summary>The columns of right matrix and result: a multiple of 16, and the distance between rows of the result.</summary>
    static abstract int Columns { get; }
}

/// <summary>What a product's sums start from and what becomes of them before they are stored.</summary>
internal unsafe interface IEpilogue<TSelf>
    where TSelf : struct, IEpilogue<TSelf>
{
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
/// The one matrix product under all dense layers: result[r, c] = finish(start[c] + Σ_s left[r, s] · right[s, c]). Forward pass,
/// gradient of the input and gradient of the kernel differ only in their distances.
/// </summary>
/// <remarks>
/// A register tile of up to 12 rows and 2 vectors stays in registers while s runs: each step loads two vectors of the right matrix and
/// multiplies them with a broadcast number of each row. Every sum runs over s in order, so its bits do not depend on the tile it falls
/// into, on the number of rows or on threads.
/// </remarks>
internal static unsafe class Product
{
    /// <summary>The rows of the largest tile, and a multiple of those of the narrower widths' tiles.</summary>
    public const int MostTileRows = 12;

    /// <summary>Computes <paramref name="rows"/> rows of the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TV, TShape, TEpilogue>(float* left, float* right, float* result, int rows, int steps, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        int column = 0;
        if (rows == 1)
        {
            for (; TV.RowVectors == 16 && column <= TShape.Columns - (16 * TV.Count); column += 16 * TV.Count)
                RowTile<TV, Constant16, TShape, TEpilogue>(left, right + column, result + column, steps, epilogue.At(column, column));
            for (; column <= TShape.Columns - (8 * TV.Count); column += 8 * TV.Count)
                RowTile<TV, Constant8, TShape, TEpilogue>(left, right + column, result + column, steps, epilogue.At(column, column));
            for (; column <= TShape.Columns - (4 * TV.Count); column += 4 * TV.Count)
                RowTile<TV, Constant4, TShape, TEpilogue>(left, right + column, result + column, steps, epilogue.At(column, column));
        }

        // Equal blocks of rows rather than full ones and a poor remainder: 32 = 11 + 11 + 10.
        int blocks = (rows + TV.TileRows - 1) / TV.TileRows;
        for (; column <= TShape.Columns - (2 * TV.Count); column += 2 * TV.Count)
            Panel<TV, Constant2, TShape, TEpilogue>(left, right, result, rows, steps, blocks, column, epilogue);
        if (column < TShape.Columns)
            Panel<TV, Constant1, TShape, TEpilogue>(left, right, result, rows, steps, blocks, column, epilogue);
    }

    /// <summary>
    /// A single row has but one sum a column: four to sixteen vectors at a time keep the multipliers busy and read the right matrix in
    /// long runs.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RowTile<TV, TVectors, TShape, TEpilogue>(float* left, float* right, float* result, int steps, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TVectors : struct, IConstant
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
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
        for (int s = 0; s < steps; s++)
        {
            TV x = TV.Create(*left);
            sum0 = TV.MultiplyAdd(x, TV.Load(right), sum0);
            sum1 = TV.MultiplyAdd(x, TV.Load(right + TV.Count), sum1);
            sum2 = TV.MultiplyAdd(x, TV.Load(right + (2 * TV.Count)), sum2);
            sum3 = TV.MultiplyAdd(x, TV.Load(right + (3 * TV.Count)), sum3);
            if (TVectors.Value > 4)
            {
                sum4 = TV.MultiplyAdd(x, TV.Load(right + (4 * TV.Count)), sum4);
                sum5 = TV.MultiplyAdd(x, TV.Load(right + (5 * TV.Count)), sum5);
                sum6 = TV.MultiplyAdd(x, TV.Load(right + (6 * TV.Count)), sum6);
                sum7 = TV.MultiplyAdd(x, TV.Load(right + (7 * TV.Count)), sum7);
            }

            if (TVectors.Value > 8)
            {
                sum8 = TV.MultiplyAdd(x, TV.Load(right + (8 * TV.Count)), sum8);
                sum9 = TV.MultiplyAdd(x, TV.Load(right + (9 * TV.Count)), sum9);
                sum10 = TV.MultiplyAdd(x, TV.Load(right + (10 * TV.Count)), sum10);
                sum11 = TV.MultiplyAdd(x, TV.Load(right + (11 * TV.Count)), sum11);
                sum12 = TV.MultiplyAdd(x, TV.Load(right + (12 * TV.Count)), sum12);
                sum13 = TV.MultiplyAdd(x, TV.Load(right + (13 * TV.Count)), sum13);
                sum14 = TV.MultiplyAdd(x, TV.Load(right + (14 * TV.Count)), sum14);
                sum15 = TV.MultiplyAdd(x, TV.Load(right + (15 * TV.Count)), sum15);
            }

            left += TShape.LeftStep;
            right += TShape.RightRow;
        }

        epilogue.Finish(sum0, 0).Store(result);
        epilogue.Finish(sum1, TV.Count).Store(result + TV.Count);
        epilogue.Finish(sum2, 2 * TV.Count).Store(result + (2 * TV.Count));
        epilogue.Finish(sum3, 3 * TV.Count).Store(result + (3 * TV.Count));
        if (TVectors.Value > 4)
        {
            epilogue.Finish(sum4, 4 * TV.Count).Store(result + (4 * TV.Count));
            epilogue.Finish(sum5, 5 * TV.Count).Store(result + (5 * TV.Count));
            epilogue.Finish(sum6, 6 * TV.Count).Store(result + (6 * TV.Count));
            epilogue.Finish(sum7, 7 * TV.Count).Store(result + (7 * TV.Count));
        }

        if (TVectors.Value > 8)
        {
            epilogue.Finish(sum8, 8 * TV.Count).Store(result + (8 * TV.Count));
            epilogue.Finish(sum9, 9 * TV.Count).Store(result + (9 * TV.Count));
            epilogue.Finish(sum10, 10 * TV.Count).Store(result + (10 * TV.Count));
            epilogue.Finish(sum11, 11 * TV.Count).Store(result + (11 * TV.Count));
            epilogue.Finish(sum12, 12 * TV.Count).Store(result + (12 * TV.Count));
            epilogue.Finish(sum13, 13 * TV.Count).Store(result + (13 * TV.Count));
            epilogue.Finish(sum14, 14 * TV.Count).Store(result + (14 * TV.Count));
            epilogue.Finish(sum15, 15 * TV.Count).Store(result + (15 * TV.Count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Panel<TV, TVectors, TShape, TEpilogue>(
        float* left, float* right, float* result, int rows, int steps, int blocks, int column, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TVectors : struct, IConstant
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        for (int block = 0, row = 0; block < blocks; block++)
        {
            int count = (rows - row) / (blocks - block);
            nint element = ((nint)row * TShape.Columns) + column;
            float* a = left + ((nint)row * TShape.LeftRow), b = right + column, c = result + element;
            TEpilogue e = epilogue.At(column, element);
            switch (count)
            {
                case 1: Tile<TV, Constant1, TVectors, TShape, TEpilogue>(a, b, c, steps, e); break;
                case 2: Tile<TV, Constant2, TVectors, TShape, TEpilogue>(a, b, c, steps, e); break;
                case 3: Tile<TV, Constant3, TVectors, TShape, TEpilogue>(a, b, c, steps, e); break;
                case 4: Tile<TV, Constant4, TVectors, TShape, TEpilogue>(a, b, c, steps, e); break;
                case 5: Tile<TV, Constant5, TVectors, TShape, TEpilogue>(a, b, c, steps, e); break;
                case 6: Tile<TV, Constant6, TVectors, TShape, TEpilogue>(a, b, c, steps, e); break;
                case 7: Tile<TV, Constant7, TVectors, TShape, TEpilogue>(a, b, c, steps, e); break;
                case 8: Tile<TV, Constant8, TVectors, TShape, TEpilogue>(a, b, c, steps, e); break;
                case 9: Tile<TV, Constant9, TVectors, TShape, TEpilogue>(a, b, c, steps, e); break;
                case 10: Tile<TV, Constant10, TVectors, TShape, TEpilogue>(a, b, c, steps, e); break;
                case 11: Tile<TV, Constant11, TVectors, TShape, TEpilogue>(a, b, c, steps, e); break;
                case 12: Tile<TV, Constant12, TVectors, TShape, TEpilogue>(a, b, c, steps, e); break;
                default: throw new UnreachableException();
            }

            row += count;
        }
    }

    // The conditions are on constants: what remains after compilation is exactly the tile asked for.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<TV, TRows, TVectors, TShape, TEpilogue>(float* left, float* right, float* result, int steps, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TRows : struct, IConstant
        where TVectors : struct, IConstant
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        TV start0 = epilogue.Start<TV>(0);
        TV start1 = TVectors.Value > 1 ? epilogue.Start<TV>(TV.Count) : default;
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
        for (int s = 0; s < steps; s++)
        {
            TV right0 = TV.Load(right);
            TV right1 = TVectors.Value > 1 ? TV.Load(right + TV.Count) : default;
            if (TRows.Value > 0)
            {
                TV x = TV.Create(left[0 * TShape.LeftRow]);
                sum00 = TV.MultiplyAdd(x, right0, sum00);
                if (TVectors.Value > 1) sum01 = TV.MultiplyAdd(x, right1, sum01);
            }

            if (TRows.Value > 1)
            {
                TV x = TV.Create(left[1 * TShape.LeftRow]);
                sum10 = TV.MultiplyAdd(x, right0, sum10);
                if (TVectors.Value > 1) sum11 = TV.MultiplyAdd(x, right1, sum11);
            }

            if (TRows.Value > 2)
            {
                TV x = TV.Create(left[2 * TShape.LeftRow]);
                sum20 = TV.MultiplyAdd(x, right0, sum20);
                if (TVectors.Value > 1) sum21 = TV.MultiplyAdd(x, right1, sum21);
            }

            if (TRows.Value > 3)
            {
                TV x = TV.Create(left[3 * TShape.LeftRow]);
                sum30 = TV.MultiplyAdd(x, right0, sum30);
                if (TVectors.Value > 1) sum31 = TV.MultiplyAdd(x, right1, sum31);
            }

            if (TRows.Value > 4)
            {
                TV x = TV.Create(left[4 * TShape.LeftRow]);
                sum40 = TV.MultiplyAdd(x, right0, sum40);
                if (TVectors.Value > 1) sum41 = TV.MultiplyAdd(x, right1, sum41);
            }

            if (TRows.Value > 5)
            {
                TV x = TV.Create(left[5 * TShape.LeftRow]);
                sum50 = TV.MultiplyAdd(x, right0, sum50);
                if (TVectors.Value > 1) sum51 = TV.MultiplyAdd(x, right1, sum51);
            }

            if (TRows.Value > 6)
            {
                TV x = TV.Create(left[6 * TShape.LeftRow]);
                sum60 = TV.MultiplyAdd(x, right0, sum60);
                if (TVectors.Value > 1) sum61 = TV.MultiplyAdd(x, right1, sum61);
            }

            if (TRows.Value > 7)
            {
                TV x = TV.Create(left[7 * TShape.LeftRow]);
                sum70 = TV.MultiplyAdd(x, right0, sum70);
                if (TVectors.Value > 1) sum71 = TV.MultiplyAdd(x, right1, sum71);
            }

            if (TRows.Value > 8)
            {
                TV x = TV.Create(left[8 * TShape.LeftRow]);
                sum80 = TV.MultiplyAdd(x, right0, sum80);
                if (TVectors.Value > 1) sum81 = TV.MultiplyAdd(x, right1, sum81);
            }

            if (TRows.Value > 9)
            {
                TV x = TV.Create(left[9 * TShape.LeftRow]);
                sum90 = TV.MultiplyAdd(x, right0, sum90);
                if (TVectors.Value > 1) sum91 = TV.MultiplyAdd(x, right1, sum91);
            }

            if (TRows.Value > 10)
            {
                TV x = TV.Create(left[10 * TShape.LeftRow]);
                sum100 = TV.MultiplyAdd(x, right0, sum100);
                if (TVectors.Value > 1) sum101 = TV.MultiplyAdd(x, right1, sum101);
            }

            if (TRows.Value > 11)
            {
                TV x = TV.Create(left[11 * TShape.LeftRow]);
                sum110 = TV.MultiplyAdd(x, right0, sum110);
                if (TVectors.Value > 1) sum111 = TV.MultiplyAdd(x, right1, sum111);
            }

            left += TShape.LeftStep;
            right += TShape.RightRow;
        }

        Store<TV, TVectors, TShape, TEpilogue>(sum00, sum01, result, 0, epilogue);
        if (TRows.Value > 1) Store<TV, TVectors, TShape, TEpilogue>(sum10, sum11, result, 1, epilogue);
        if (TRows.Value > 2) Store<TV, TVectors, TShape, TEpilogue>(sum20, sum21, result, 2, epilogue);
        if (TRows.Value > 3) Store<TV, TVectors, TShape, TEpilogue>(sum30, sum31, result, 3, epilogue);
        if (TRows.Value > 4) Store<TV, TVectors, TShape, TEpilogue>(sum40, sum41, result, 4, epilogue);
        if (TRows.Value > 5) Store<TV, TVectors, TShape, TEpilogue>(sum50, sum51, result, 5, epilogue);
        if (TRows.Value > 6) Store<TV, TVectors, TShape, TEpilogue>(sum60, sum61, result, 6, epilogue);
        if (TRows.Value > 7) Store<TV, TVectors, TShape, TEpilogue>(sum70, sum71, result, 7, epilogue);
        if (TRows.Value > 8) Store<TV, TVectors, TShape, TEpilogue>(sum80, sum81, result, 8, epilogue);
        if (TRows.Value > 9) Store<TV, TVectors, TShape, TEpilogue>(sum90, sum91, result, 9, epilogue);
        if (TRows.Value > 10) Store<TV, TVectors, TShape, TEpilogue>(sum100, sum101, result, 10, epilogue);
        if (TRows.Value > 11) Store<TV, TVectors, TShape, TEpilogue>(sum110, sum111, result, 11, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TV, TVectors, TShape, TEpilogue>(TV sum0, TV sum1, float* result, int row, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TVectors : struct, IConstant
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        int element = row * TShape.Columns;
        epilogue.Finish(sum0, element).Store(result + element);
        if (TVectors.Value > 1) epilogue.Finish(sum1, element + TV.Count).Store(result + element + TV.Count);
    }
}
