using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Kernels;

/// <summary>Transposes a matrix in blocks of 4 by 4.</summary>
internal static unsafe class Transpose
{
    /// <summary>
    /// result[c, r] = source[r, c]. Both strides are multiples of 4 that reach beyond their last column; columns of the result past
    /// <paramref name="rows"/> up to the next multiple of 16 become 0.
    /// </summary>
    [MethodImpl(Compiled.Alone)]
    public static void Run(float* source, int sourceStride, float* result, int resultStride, int rows, int columns)
    {
        // Sixteen rows at a time: each line of the result's memory is written whole while it is in the cache.
        int wholeRows = rows & ~3, wholeColumns = columns & ~3;
        for (int band = 0; band < wholeRows; band += 16)
        {
            int end = Math.Min(band + 16, wholeRows);
            for (int c = 0; c < columns; c += 4)
            {
                for (int r = band; r < end; r += 4)
                {
                    float* from = source + ((nint)r * sourceStride) + c, to = result + ((nint)c * resultStride) + r;
                    if (c < wholeColumns)
                        Block(from, sourceStride, to, resultStride);
                    else
                        Columns(from, sourceStride, to, resultStride, columns - c);
                }
            }
        }

        int padded = Math.Min(resultStride, Layout.Align(rows));
        for (int c = 0; c < columns; c++)
        {
            float* to = result + ((nint)c * resultStride);
            Column(source + ((nint)wholeRows * sourceStride) + c, sourceStride, to + wholeRows, rows - wholeRows);
            for (int r = rows; r < padded; r++)
                to[r] = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block(float* source, int sourceStride, float* result, int resultStride)
    {
        Vector128<float> a = Vector128.Load(source);
        Vector128<float> b = Vector128.Load(source + sourceStride);
        Vector128<float> c = Vector128.Load(source + (2 * sourceStride));
        Vector128<float> d = Vector128.Load(source + (3 * sourceStride));

        Vector128<double> abLow = ZipLow(a, b).AsDouble(), abHigh = ZipHigh(a, b).AsDouble();
        Vector128<double> cdLow = ZipLow(c, d).AsDouble(), cdHigh = ZipHigh(c, d).AsDouble();
        ZipLow(abLow, cdLow).AsSingle().Store(result);
        ZipHigh(abLow, cdLow).AsSingle().Store(result + resultStride);
        ZipLow(abHigh, cdHigh).AsSingle().Store(result + (2 * resultStride));
        ZipHigh(abHigh, cdHigh).AsSingle().Store(result + (3 * resultStride));
    }

    private static void Columns(float* source, int sourceStride, float* result, int resultStride, int columns)
    {
        for (int c = 0; c < columns; c++)
            Column(source + c, sourceStride, result + ((nint)c * resultStride), 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Column(float* source, int sourceStride, float* result, int rows)
    {
        for (int r = 0; r < rows; r++)
            result[r] = source[(nint)r * sourceStride];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> a, Vector128<float> b)
        => Sse.IsSupported ? Sse.UnpackLow(a, b)
            : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
            : Vector128.Create(a[0], b[0], a[1], b[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> a, Vector128<float> b)
        => Sse.IsSupported ? Sse.UnpackHigh(a, b)
            : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
            : Vector128.Create(a[2], b[2], a[3], b[3]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ZipLow(Vector128<double> a, Vector128<double> b)
        => Sse2.IsSupported ? Sse2.UnpackLow(a, b)
            : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
            : Vector128.Create(a[0], b[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ZipHigh(Vector128<double> a, Vector128<double> b)
        => Sse2.IsSupported ? Sse2.UnpackHigh(a, b)
            : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
            : Vector128.Create(a[1], b[1]);
}
