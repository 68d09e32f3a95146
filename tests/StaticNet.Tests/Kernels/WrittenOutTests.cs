using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Tiles whose loops are written out give the same bits as those with the loops, for every number of sums and every width.</summary>
[Collection("shapes")]
public unsafe class WrittenOutTests
{
    private const int Stride = 48;
    private static int _count;

    [Fact]
    public void Tiles_of_products() => SimdWidths.ForEach(new ProductTiles());

    [Fact]
    public void Tiles_of_a_single_row() => SimdWidths.ForEach(new RowTiles());

    [Fact]
    public void Tiles_of_windows() => SimdWidths.ForEach(new WindowTiles());

    private static void AssertSameBits(Block expected, Block actual)
        => Assert.True(expected.Values.SequenceEqual(actual.Values), $"{_count} sums");

    private readonly struct ProductTiles : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            for (int rows = 1; rows <= Product.MaxTileRows; rows++)
            {
                _count = rows;
                var random = new Random(rows);
                using Block left = new(rows, 40, Stride, random), right = new(40, 32, Stride, random);
                using Block loops = new(rows, 32, Stride, random), before = new(rows, 32, Stride, new Random(rows)), written = new(rows, 32, Stride, random);
                foreach (Steps steps in (Steps[])[new(1), new(37), new(2, 3, 5, 2, 3)])
                {
                    Product.TileByLoops<TV, Swept, Constant2, Distances, AddTo>(left.Start, right.Start, loops.Start, steps, right.Start, 1, new(before.Start));
                    Product.Tile<TV, Constant2, Distances, AddTo>(rows, left.Start, right.Start, written.Start, steps, right.Start, 1, new(before.Start));
                    Compare<TV>(loops, written, rows, 2);
                    Product.TileByLoops<TV, Swept, Constant1, Distances, AddTo>(left.Start, right.Start, loops.Start, steps, right.Start, 1, new(before.Start));
                    Product.Tile<TV, Constant1, Distances, AddTo>(rows, left.Start, right.Start, written.Start, steps, right.Start, 1, new(before.Start));
                    Compare<TV>(loops, written, rows, 1);
                }
            }
        }
    }

    private readonly struct RowTiles : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            var random = new Random(1);
            using Block left = new(1, 70, 80, random), right = new(70, 256, 256, random), before = new(1, 16 * TV.Count, 16 * TV.Count, random);
            using Block loops = new(1, 16 * TV.Count, 16 * TV.Count), written = new(1, 16 * TV.Count, 16 * TV.Count);
            Product.RowTileByLoops<TV, Constant4, WideDistances, AddTo>(left.Start, right.Start, loops.Start, new(70), new(before.Start));
            Product.RowTile<TV, Constant4, WideDistances, AddTo>(left.Start, right.Start, written.Start, new(70), new(before.Start));
            AssertSameBits(loops, written);
            Product.RowTileByLoops<TV, Constant16, WideDistances, AddTo>(left.Start, right.Start, loops.Start, new(33), new(before.Start));
            Product.RowTile<TV, Constant16, WideDistances, AddTo>(left.Start, right.Start, written.Start, new(33), new(before.Start));
            AssertSameBits(loops, written);
        }
    }

    private readonly struct WindowTiles : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            for (int windows = 1; windows <= 14; windows++)
            {
                _count = windows;
                var random = new Random(windows);
                using Block x = new(3 * 20, 16, 16, random), kernel = new(9, 16, 16, random), before = new(windows, 16, 16, random);
                using Block loops = new(windows, 16, 16), written = new(windows, 16, 16);
                DepthwiseTiles.TileByLoops<TV, Plane, AddTo, Swept>(x.Start, kernel.Start, loops.Start, 3, 3, 20 * 16, 3 * 16, new(before.Start));
                DepthwiseTiles.Tile<TV, Plane, AddTo>(windows, x.Start, kernel.Start, written.Start, 3, 3, 20 * 16, 3 * 16, new(before.Start));
                AssertSameBits(loops, written);
                foreach ((int first, int end) in ((int, int)[])[(0, windows + 2), (1, windows + 2), (2, windows + 1), (0, windows)])
                {
                    DepthwiseTiles.SlideByLoops<TV, Plane, AddTo, Swept>(x.Start, kernel.Start, loops.Start, 3, first, end, 20 * 16, 3 * 16, new(before.Start));
                    DepthwiseTiles.Slide<TV, Plane, AddTo>(windows, x.Start, kernel.Start, written.Start, 3, first, end, 20 * 16, 3 * 16, new(before.Start));
                    AssertSameBits(loops, written);
                }
            }
        }
    }

    private static void Compare<TV>(Block expected, Block actual, int rows, int vectors)
        where TV : unmanaged, ISimd<TV>
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < vectors * TV.Count; column++)
                Assert.True(expected[row, column] == actual[row, column], $"{_count} rows, {vectors} vectors of {TV.Count}: {actual[row, column]} at {row}, {column}, not {expected[row, column]}");
        }
    }

    // A number of sums that is not known to the compiler.
    private readonly struct Swept : IConstant
    {
        public static int Value => _count;
    }

    private readonly struct Distances : IProductShape
    {
        public static int LeftRow => Stride;

        public static int LeftStep => 1;

        public static int RightRow => Stride;

        public static int ResultRow => Stride;
    }

    private readonly struct WideDistances : IProductShape
    {
        public static int LeftRow => 80;

        public static int LeftStep => 1;

        public static int RightRow => 256;

        public static int ResultRow => 256;
    }

    private readonly struct Plane : IDepthwisePlane
    {
        public static int Stride => 16;

        public static int WindowStep => 16;

        public static int TapStep => 16;

        public static int KernelStep => 16;

        public static int ResultStep => 16;
    }
}
