using System.Runtime.CompilerServices;
using static StaticNet.Kernels.WinogradSizes;

namespace StaticNet.Kernels;

/// <summary>The sizes of a 3x3 convolution by single steps, of a layer or of the backward pass through one.</summary>
internal interface IWinogradShape
{
    /// <summary>Rows of the image in which the windows lie.</summary>
    static abstract int ImageHeight { get; }

    /// <summary>Its columns.</summary>
    static abstract int ImageWidth { get; }

    /// <summary>The numbers of a pixel.</summary>
    static abstract int Channels { get; }

    /// <summary>Floats from one pixel to the next: a multiple of 16.</summary>
    static abstract int InputStride { get; }

    /// <summary>Rows that go out.</summary>
    static abstract int OutputHeight { get; }

    /// <summary>Columns that go out.</summary>
    static abstract int OutputWidth { get; }

    /// <summary>Floats from one pixel that goes out to the next: a multiple of 16.</summary>
    static abstract int OutputStride { get; }

    /// <summary>Whether rows and columns that fill no tile are left out.</summary>
    static abstract bool WholeTilesOnly { get; }
}

/// <summary>Where a tile of 2x2 sums goes.</summary>
internal unsafe interface IWinogradOutput
{
    /// <summary>Stores the four sums of a tile at a column of filters.</summary>
    void Store<TV, TShape>(TV sum00, TV sum01, TV sum10, TV sum11, int sample, int row, int column, int filter)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IWinogradShape;
}

/// <summary>
/// 3x3 convolutions by the minimal filtering of S. Winograd, F(2x2, 3x3) (Lavin and Gray 2015): the 16 numbers of a 4x4 patch and of the
/// transformed kernel are multiplied place by place, which is 16 products for four sums instead of 36. For each place that is a matrix
/// product, of tiles by channels with channels by filters.
/// </summary>
internal static unsafe partial class Winograd
{
    /// <summary>The sums of whole samples.</summary>
    /// <param name="x">The images.</param>
    /// <param name="kernel">The transformed kernel: for each place a row a channel, of filters.</param>
    /// <param name="scratch">Scratch memory for the places of patches and of sums.</param>
    /// <param name="rows">The number of samples.</param>
    /// <param name="output">Where the sums go.</param>
    public static partial void Run<TShape, TOutput>(float* x, float* kernel, float* scratch, int rows, TOutput output)
        where TShape : struct, IWinogradShape
        where TOutput : struct, IWinogradOutput;

    /// <summary>Transforms some filters of a kernel: G g Gᵀ for each channel.</summary>
    /// <param name="kernel">The kernel's first channel and filter.</param>
    /// <param name="tap">From one tap to the next.</param>
    /// <param name="channel">From one channel to the next.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="transformed">The first channel and filter of the result, whose rows are apart as the kernel's.</param>
    /// <param name="filters">The number of filters, a multiple of 16.</param>
    public static partial void Transform(float* kernel, int tap, int channel, int channels, float* transformed, int filters);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Run<TV, TShape, TOutput>(float* x, float* kernel, float* scratch, int rows, TOutput output)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IWinogradShape
        where TOutput : struct, IWinogradOutput
    {
        // Blocks of tiles of equal size, whatever image they are of.
        int round = TShape.WholeTilesOnly ? 0 : 1;
        int height = (TShape.OutputHeight + round) / 2, width = (TShape.OutputWidth + round) / 2;
        int count = rows * height * width, blocks = (count + Tiles - 1) / Tiles;
        for (int block = 0, first = 0; block < blocks; block++)
        {
            var some = new TilesOfBlock<TV, TShape, TOutput>(x, kernel, scratch, first, (count - first) / (blocks - block), width, height, output);
            if (Crew.IsWorthSharing(Places * (long)TShape.Channels * TShape.OutputStride, some.Tiles)) Crew.Run(some);
            else some.Do(0, 1);
            first += some.Tiles;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Next(ref int sample, ref int row, ref int column, int height, int width)
    {
        if (++column < width)
            return;
        column = 0;
        if (++row < height)
            return;
        row = 0;
        sample++;
    }

    /// <summary>The places of a patch: Bᵀ d B. Beyond the edges the last row or column is read again; no sum that is stored depends on it.</summary>
    [MethodImpl(Compiled.Alone)]
    private static void Patch<TV, TShape>(float* x, int sample, int row, int column, float* places)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IWinogradShape
    {
        int size = TV.Count, stride = TShape.InputStride, pitch = TShape.ImageWidth * stride;
        nint place = (nint)Tiles * stride;
        float* row0 = x + ((nint)sample * TShape.ImageHeight * pitch) + (2 * (nint)row * pitch) + (2 * column * stride);
        float* row1 = row0 + pitch, row2 = row1 + pitch, row3 = (2 * row) + 1 < TShape.OutputHeight ? row2 + pitch : row2;
        int last = (2 * column) + 1 < TShape.OutputWidth ? 3 * stride : 2 * stride;
        for (int c = 0; c < stride; c += size)
        {
            TV d00 = TV.Load(row0 + c);
            TV d10 = TV.Load(row1 + c);
            TV d20 = TV.Load(row2 + c);
            TV d30 = TV.Load(row3 + c);
            TV w00 = d00 - d20, w10 = d10 + d20, w20 = d20 - d10, w30 = d10 - d30;
            TV d01 = TV.Load(row0 + c + stride);
            TV d11 = TV.Load(row1 + c + stride);
            TV d21 = TV.Load(row2 + c + stride);
            TV d31 = TV.Load(row3 + c + stride);
            TV w01 = d01 - d21, w11 = d11 + d21, w21 = d21 - d11, w31 = d11 - d31;
            TV d02 = TV.Load(row0 + c + (2 * stride));
            TV d12 = TV.Load(row1 + c + (2 * stride));
            TV d22 = TV.Load(row2 + c + (2 * stride));
            TV d32 = TV.Load(row3 + c + (2 * stride));
            TV w02 = d02 - d22, w12 = d12 + d22, w22 = d22 - d12, w32 = d12 - d32;
            TV d03 = TV.Load(row0 + c + last);
            TV d13 = TV.Load(row1 + c + last);
            TV d23 = TV.Load(row2 + c + last);
            TV d33 = TV.Load(row3 + c + last);
            TV w03 = d03 - d23, w13 = d13 + d23, w23 = d23 - d13, w33 = d13 - d33;
            (w00 - w02).Store(places + c);
            (w01 + w02).Store(places + c + (1 * place));
            (w02 - w01).Store(places + c + (2 * place));
            (w01 - w03).Store(places + c + (3 * place));
            (w10 - w12).Store(places + c + (4 * place));
            (w11 + w12).Store(places + c + (5 * place));
            (w12 - w11).Store(places + c + (6 * place));
            (w11 - w13).Store(places + c + (7 * place));
            (w20 - w22).Store(places + c + (8 * place));
            (w21 + w22).Store(places + c + (9 * place));
            (w22 - w21).Store(places + c + (10 * place));
            (w21 - w23).Store(places + c + (11 * place));
            (w30 - w32).Store(places + c + (12 * place));
            (w31 + w32).Store(places + c + (13 * place));
            (w32 - w31).Store(places + c + (14 * place));
            (w31 - w33).Store(places + c + (15 * place));
        }
    }

    /// <summary>The four sums of a tile: Aᵀ m A.</summary>
    [MethodImpl(Compiled.Alone)]
    private static void Sums<TV, TShape, TOutput>(float* places, int sample, int row, int column, int filter, int filters, TOutput output)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IWinogradShape
        where TOutput : struct, IWinogradOutput
    {
        int size = TV.Count;
        const int Place = Tiles * Filters;
        for (int f = 0; f < filters; f += size)
        {
            TV m00 = TV.Load(places + f);
            TV m10 = TV.Load(places + f + (4 * Place));
            TV m20 = TV.Load(places + f + (8 * Place));
            TV m30 = TV.Load(places + f + (12 * Place));
            TV p0 = m00 + m10 + m20, q0 = m10 - m20 - m30;
            TV m01 = TV.Load(places + f + (1 * Place));
            TV m11 = TV.Load(places + f + (5 * Place));
            TV m21 = TV.Load(places + f + (9 * Place));
            TV m31 = TV.Load(places + f + (13 * Place));
            TV p1 = m01 + m11 + m21, q1 = m11 - m21 - m31;
            TV m02 = TV.Load(places + f + (2 * Place));
            TV m12 = TV.Load(places + f + (6 * Place));
            TV m22 = TV.Load(places + f + (10 * Place));
            TV m32 = TV.Load(places + f + (14 * Place));
            TV p2 = m02 + m12 + m22, q2 = m12 - m22 - m32;
            TV m03 = TV.Load(places + f + (3 * Place));
            TV m13 = TV.Load(places + f + (7 * Place));
            TV m23 = TV.Load(places + f + (11 * Place));
            TV m33 = TV.Load(places + f + (15 * Place));
            TV p3 = m03 + m13 + m23, q3 = m13 - m23 - m33;
            output.Store<TV, TShape>(p0 + p1 + p2, p1 - p2 - p3, q0 + q1 + q2, q1 - q2 - q3, sample, row, column, filter + f);
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Transform<TV>(float* kernel, int tap, int channel, int channels, float* transformed, int filters)
        where TV : unmanaged, ISimd<TV>
    {
        TV half = TV.Create(0.5f);
        nint place = (nint)channels * channel;
        for (int c = 0; c < channels; c++, kernel += channel, transformed += channel)
        {
            for (int f = 0; f < filters; f += TV.Count)
            {
                TV g00 = TV.Load(kernel + f);
                TV g10 = TV.Load(kernel + f + (3 * (nint)tap));
                TV g20 = TV.Load(kernel + f + (6 * (nint)tap));
                TV s0 = g00 + g20, h10 = half * (s0 + g10), h20 = half * (s0 - g10);
                TV g01 = TV.Load(kernel + f + (1 * (nint)tap));
                TV g11 = TV.Load(kernel + f + (4 * (nint)tap));
                TV g21 = TV.Load(kernel + f + (7 * (nint)tap));
                TV s1 = g01 + g21, h11 = half * (s1 + g11), h21 = half * (s1 - g11);
                TV g02 = TV.Load(kernel + f + (2 * (nint)tap));
                TV g12 = TV.Load(kernel + f + (5 * (nint)tap));
                TV g22 = TV.Load(kernel + f + (8 * (nint)tap));
                TV s2 = g02 + g22, h12 = half * (s2 + g12), h22 = half * (s2 - g12);
                Columns(place, g00, g01, g02, half, transformed + f + (0 * place));
                Columns(place, h10, h11, h12, half, transformed + f + (4 * place));
                Columns(place, h20, h21, h22, half, transformed + f + (8 * place));
                Columns(place, g20, g21, g22, half, transformed + f + (12 * place));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns<TV>(nint place, TV left, TV middle, TV right, TV half, float* transformed)
        where TV : unmanaged, ISimd<TV>
    {
        TV sides = left + right;
        left.Store(transformed);
        (half * (sides + middle)).Store(transformed + place);
        (half * (sides - middle)).Store(transformed + (2 * place));
        right.Store(transformed + (3 * place));
    }

    /// <summary>A block of tiles, whose rows of the scratch threads may share out.</summary>
    private readonly struct TilesOfBlock<TV, TShape, TOutput>(float* x, float* kernel, float* scratch, int first, int tiles, int width, int height, TOutput output) : IParts
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IWinogradShape
        where TOutput : struct, IWinogradOutput
    {
        public int Tiles { get; } = tiles;

        [MethodImpl(Compiled.Alone)]
        public void Do(int part, int parts)
        {
            int from = Tiles * part / parts, some = (Tiles * (part + 1) / parts) - from, start = first + from;
            if (some == 0)
                return;
            int sample = start / (height * width), p = start / width % height, q = start % width;
            float* places = scratch + ((nint)from * TShape.InputStride), sums = scratch + SumsAt(TShape.InputStride) + (from * Filters);
            for (int tile = 0, n = sample, i = p, j = q; tile < some; tile++)
            {
                Patch<TV, TShape>(x, n, i, j, places + ((nint)tile * TShape.InputStride));
                Next(ref n, ref i, ref j, height, width);
            }

            for (int filter = 0; filter < TShape.OutputStride; filter += Filters)
            {
                int filters = Math.Min(Filters, TShape.OutputStride - filter);
                for (int place = 0; place < Places; place++)
                {
                    Product.Run<TV, PlaceShape<TShape>, ActivationOnly<Linear>>(
                        places + ((nint)place * WinogradSizes.Tiles * TShape.InputStride), kernel + ((nint)place * TShape.Channels * TShape.OutputStride) + filter,
                        sums + (place * WinogradSizes.Tiles * Filters), some, filters, new(TShape.Channels), default);
                }

                for (int tile = 0, n = sample, i = p, j = q; tile < some; tile++)
                {
                    Sums<TV, TShape, TOutput>(sums + (tile * Filters), n, i, j, filter, filters, output);
                    Next(ref n, ref i, ref j, height, width);
                }
            }
        }
    }

    private readonly struct PlaceShape<TShape> : IProductShape
        where TShape : struct, IWinogradShape
    {
        public static int LeftRow => TShape.InputStride;

        public static int LeftStep => 1;

        public static int RightRow => TShape.OutputStride;

        public static int ResultRow => Filters;
    }
}
