using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Kernels;

/// <content>The gradient of the input: each gradient by a sum is scattered over its window.</content>
internal static unsafe partial class SparseTiles
{
    /// <summary>dx for whole samples.</summary>
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    public static void BackwardInput<TV, TShape, TInputActivation>(
        float* dz, byte* choices, float* padded, float* transposed, float* x, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TInputActivation : struct, IActivation
    {
        for (int sample = 0; sample < rows; sample++)
        {
            float* image = Geometry<TShape>.IsPadded ? padded : dx;
            new Span<float>(image, Geometry<TShape>.ImageFloats).Clear();
            for (int p = 0; p < PooledGeometry<TShape>.Height; p++)
            {
                for (int q = 0; q < PooledGeometry<TShape>.Width; q++, dz += TShape.OutputStride, choices += TShape.OutputStride)
                    Cell<TV, TShape>(dz, choices, transposed, image + (p * PooledGeometry<TShape>.RowStep) + (q * PooledGeometry<TShape>.CellStep));
            }

            // Out of the padded image, and through the activation that made the input.
            float* from = image + (TShape.PaddingTop * Geometry<TShape>.Pitch) + (TShape.PaddingLeft * TShape.InputStride);
            for (int row = 0; row < TShape.InputHeight; row++, from += Geometry<TShape>.Pitch)
            {
                for (int i = 0; i < TShape.InputWidth * TShape.InputStride; i += TV.Count)
                {
                    bool isReached = !Geometry<TShape>.IsPadded
                        || (row < TShape.ImageHeight - TShape.PaddingTop && i < Geometry<TShape>.Pitch - (TShape.PaddingLeft * TShape.InputStride));
                    TV gradient = isReached ? TV.Load(from + i) : default;
                    Slope.Times<TV, TInputActivation>(gradient, x + i).Store(dx + i);
                }

                x += TShape.InputWidth * TShape.InputStride;
                dx += TShape.InputWidth * TShape.InputStride;
            }
        }
    }

    /// <summary>The gradients of a cell, scattered over the windows of its four sums.</summary>
    [MethodImpl(Compiled.Alone)]
    private static void Cell<TV, TShape>(float* dz, byte* choices, float* transposed, float* image)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        for (int block = 0; block < TShape.OutputStride; block += 64)
        {
            ulong some = 0, right = 0, lower = 0;
            for (int f = 0; f < Math.Min(64, TShape.OutputStride - block); f += 16)
            {
                some |= (ulong)NotZero<TV>(dz + block + f) << f;
                Vector128<byte> choice = Vector128.Load(choices + block + f);
                right |= (ulong)(choice << 7).ExtractMostSignificantBits() << f;
                lower |= (ulong)(choice << 6).ExtractMostSignificantBits() << f;
            }

            float* kernel = transposed + ((nint)block * PooledGeometry<TShape>.WindowFloats);
            Scatter<TV, TShape>(some & ~right & ~lower, dz + block, kernel, image);
            Scatter<TV, TShape>(some & right & ~lower, dz + block, kernel, image + PooledGeometry<TShape>.ChoiceStep(1));
            Scatter<TV, TShape>(some & ~right & lower, dz + block, kernel, image + PooledGeometry<TShape>.ChoiceStep(2));
            Scatter<TV, TShape>(some & right & lower, dz + block, kernel, image + PooledGeometry<TShape>.ChoiceStep(3));
        }
    }

    /// <summary>window += Σ dz · filter over the filters, as many vectors of the window at a time as registers hold.</summary>
    private static void Scatter<TV, TShape>(ulong filters, float* dz, float* kernel, float* image)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        if (filters == 0)
            return;
        int inRow = TShape.KernelWidth * TShape.InputStride / TV.Count;
        if (inRow <= MaxVectors<TV>())
        {
            // Whole rows of the window.
            int rows = MaxVectors<TV>() / inRow;
            for (int i = 0; i < TShape.KernelHeight; i += rows)
            {
                ScatterTile<TV, TShape>(
                    Math.Min(rows, TShape.KernelHeight - i) * inRow, filters, dz, kernel + (i * inRow * TV.Count), image + (i * Geometry<TShape>.Pitch));
            }

            return;
        }

        int tiles = (inRow + MaxVectors<TV>() - 1) / MaxVectors<TV>();
        for (int i = 0; i < TShape.KernelHeight; i++)
        {
            for (int tile = 0, first = 0; tile < tiles; tile++)
            {
                int count = (inRow - first) / (tiles - tile), at = first * TV.Count;
                ScatterTile<TV, TShape>(count, filters, dz, kernel + (i * inRow * TV.Count) + at, image + (i * Geometry<TShape>.Pitch) + at);
                first += count;
            }
        }
    }

    // Sizes are locals, so that the compiler has few calls to inline. A vector's place is its row's and its own in the row.
    [WrittenOut("ScatterTile", MaxInTile)]
    [MethodImpl(Compiled.Alone)]
    internal static void ScatterTileByLoops<TV, TShape, [UpTo(MaxInTile)] TVectors>(ulong filters, float* dz, float* kernel, float* image)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TVectors : struct, IConstant
    {
        int size = TV.Count, vectors = TVectors.Value, stride = TShape.InputStride, width = TShape.KernelWidth;
        int inRow = width * stride / size, pitch = TShape.ImageWidth * stride, filter = TShape.KernelHeight * width * stride;
        Registers<TV> sum = default;
        for (ulong bits = filters; bits != 0; bits &= bits - 1)
        {
            int f = BitOperations.TrailingZeroCount(bits);
            TV gradient = TV.Create(dz[f]);
            float* weights = kernel + (f * filter);
            for (int v = 0; v < MaxInTile; v++)
            {
                if (v < vectors)
                    sum[v] = TV.MultiplyAdd(gradient, TV.Load(weights + (v * size)), sum[v]);
            }
        }

        for (int v = 0; v < MaxInTile; v++)
        {
            if (v < vectors)
            {
                float* pixels = image + ((v / inRow * pitch) + (v % inRow * size));
                (TV.Load(pixels) + sum[v]).Store(pixels);
            }
        }
    }
}
