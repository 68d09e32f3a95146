using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Kernels;

/// <content>The tiles of several rows.</content>
internal static unsafe partial class Product
{
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
        Tile<TV, Constant1, InScratch<TV, Constant1, TShape>, StartOnly<TEpilogue>>(rows, left, right, sums, new(quarter), null, 0, new(epilogue));
        Tile<TV, Constant1, InScratch<TV, Constant1, TShape>, AddTo>(rows, left + step, right + down, sums, new(quarter), null, 0, between);
        Tile<TV, Constant1, InScratch<TV, Constant1, TShape>, AddTo>(rows, left + (2 * step), right + (2 * down), sums, new(quarter), null, 0, between);
        Tile<TV, Constant1, InScratch<TV, Constant1, TShape>, AddTo>(
            rows, left + (3 * step), right + (3 * down), sums, new(steps - (3 * quarter)), null, 0, between);
        Finish<TV, Constant1, TShape, TEpilogue>(sums, result, rows, epilogue);
    }

    [MethodImpl(Compiled.Alone)]
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

    // The conditions are on constants: what remains after compilation is exactly the tile asked for. The constants are locals, since the
    // compiler inlines only so many calls in a method.
    [WrittenOut("Tile", MaxTileRows)]
    [MethodImpl(Compiled.Alone)]
    internal static void TileByLoops<TV, [UpTo(MaxTileRows)] TRows, TVectors, TShape, TEpilogue>(
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
        Registers<TV> first = Registers<TV>.Of(start0), second = Registers<TV>.Of(start1);
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
                    for (int row = 0; row < MaxTileRows; row++)
                    {
                        if (row < rows)
                        {
                            TV x = TV.Create(left[row * leftRow]);
                            first[row] = TV.MultiplyAdd(x, right0, first[row]);
                            if (vectors > 1) second[row] = TV.MultiplyAdd(x, right1, second[row]);
                        }
                    }

                    left += leftStep;
                    right += rightRow;
                }

                left += steps.RunGap;
            }

            left += steps.BundleGap;
        }

        for (int row = 0; row < MaxTileRows; row++)
        {
            if (row < rows)
                Store<TV, TVectors, TEpilogue>(first[row], second[row], result, row * resultRow, resultVector, epilogue);
        }
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
    [MethodImpl(Compiled.Alone)]
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

    /// <summary>The distances where the sums of a tile go to scratch memory, one behind the other.</summary>
    private readonly struct InScratch<TV, TVectors, TShape> : IProductShape
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
