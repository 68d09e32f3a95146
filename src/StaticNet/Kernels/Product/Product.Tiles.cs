using System.Diagnostics;
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
        Tile<TV, Constant1, Aside<TV, Constant1, TShape>, Begun<TEpilogue>>(rows, left, right, sums, new(quarter), null, 0, new(epilogue));
        Tile<TV, Constant1, Aside<TV, Constant1, TShape>, AddTo>(rows, left + step, right + down, sums, new(quarter), null, 0, between);
        Tile<TV, Constant1, Aside<TV, Constant1, TShape>, AddTo>(rows, left + (2 * step), right + (2 * down), sums, new(quarter), null, 0, between);
        Tile<TV, Constant1, Aside<TV, Constant1, TShape>, AddTo>(
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
    [MethodImpl(Compiled.Alone)]
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
