using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Kernels;

/// <content>The gradient of the input: each gradient by a sum is spread over its window.</content>
internal static unsafe partial class SparseTiles
{
    /// <summary>dx for whole samples.</summary>
    [MethodImpl(Compiled.Alone)]
    public static void BackwardInput<TV, TShape, TInputActivation>(
        float* dz, byte* choices, float* laid, float* transposed, float* x, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TInputActivation : struct, IActivation
    {
        for (int sample = 0; sample < rows; sample++)
        {
            float* image = Geometry<TShape>.IsPadded ? laid : dx;
            new Span<float>(image, Geometry<TShape>.ImageFloats).Clear();
            for (int p = 0; p < Sparse<TShape>.Height; p++)
            {
                for (int q = 0; q < Sparse<TShape>.Width; q++, dz += TShape.OutputStride, choices += TShape.OutputStride)
                    Cell<TV, TShape>(dz, choices, transposed, image + (p * Sparse<TShape>.RowStep) + (q * Sparse<TShape>.CellStep));
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

    /// <summary>The gradients of a cell, spread over the windows of its four sums.</summary>
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

            float* kernel = transposed + ((nint)block * Sparse<TShape>.WindowFloats);
            Spread<TV, TShape>(some & ~right & ~lower, dz + block, kernel, image);
            Spread<TV, TShape>(some & right & ~lower, dz + block, kernel, image + Sparse<TShape>.ChoiceStep(1));
            Spread<TV, TShape>(some & ~right & lower, dz + block, kernel, image + Sparse<TShape>.ChoiceStep(2));
            Spread<TV, TShape>(some & right & lower, dz + block, kernel, image + Sparse<TShape>.ChoiceStep(3));
        }
    }

    /// <summary>window += Σ dz · filter over the filters, as many vectors of the window at a time as registers hold.</summary>
    private static void Spread<TV, TShape>(ulong filters, float* dz, float* kernel, float* image)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        if (filters == 0)
            return;
        int inRow = TShape.KernelWidth * TShape.InputStride / TV.Count;
        if (inRow <= MostVectors<TV>())
        {
            // Whole rows of the window.
            int rows = MostVectors<TV>() / inRow;
            for (int i = 0; i < TShape.KernelHeight; i += rows)
            {
                SpreadTile<TV, TShape>(
                    Math.Min(rows, TShape.KernelHeight - i) * inRow, filters, dz, kernel + (i * inRow * TV.Count), image + (i * Geometry<TShape>.Pitch));
            }

            return;
        }

        int tiles = (inRow + MostVectors<TV>() - 1) / MostVectors<TV>();
        for (int i = 0; i < TShape.KernelHeight; i++)
        {
            for (int tile = 0, first = 0; tile < tiles; tile++)
            {
                int count = (inRow - first) / (tiles - tile), at = first * TV.Count;
                SpreadTile<TV, TShape>(count, filters, dz, kernel + (i * inRow * TV.Count) + at, image + (i * Geometry<TShape>.Pitch) + at);
                first += count;
            }
        }
    }

    private static void SpreadTile<TV, TShape>(int vectors, ulong filters, float* dz, float* kernel, float* image)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        switch (vectors)
        {
            case 1: SpreadTile<TV, TShape, Constant1>(filters, dz, kernel, image); break;
            case 2: SpreadTile<TV, TShape, Constant2>(filters, dz, kernel, image); break;
            case 3: SpreadTile<TV, TShape, Constant3>(filters, dz, kernel, image); break;
            case 4: SpreadTile<TV, TShape, Constant4>(filters, dz, kernel, image); break;
            case 5: SpreadTile<TV, TShape, Constant5>(filters, dz, kernel, image); break;
            case 6: SpreadTile<TV, TShape, Constant6>(filters, dz, kernel, image); break;
            case 7: SpreadTile<TV, TShape, Constant7>(filters, dz, kernel, image); break;
            case 8: SpreadTile<TV, TShape, Constant8>(filters, dz, kernel, image); break;
            case 9: SpreadTile<TV, TShape, Constant9>(filters, dz, kernel, image); break;
            case 10: SpreadTile<TV, TShape, Constant10>(filters, dz, kernel, image); break;
            case 11: SpreadTile<TV, TShape, Constant11>(filters, dz, kernel, image); break;
            case 12: SpreadTile<TV, TShape, Constant12>(filters, dz, kernel, image); break;
            case 13: SpreadTile<TV, TShape, Constant13>(filters, dz, kernel, image); break;
            case 14: SpreadTile<TV, TShape, Constant14>(filters, dz, kernel, image); break;
            case 15: SpreadTile<TV, TShape, Constant15>(filters, dz, kernel, image); break;
            case 16: SpreadTile<TV, TShape, Constant16>(filters, dz, kernel, image); break;
            case 17: SpreadTile<TV, TShape, Constant17>(filters, dz, kernel, image); break;
            case 18: SpreadTile<TV, TShape, Constant18>(filters, dz, kernel, image); break;
            case 19: SpreadTile<TV, TShape, Constant19>(filters, dz, kernel, image); break;
            case 20: SpreadTile<TV, TShape, Constant20>(filters, dz, kernel, image); break;
            case 21: SpreadTile<TV, TShape, Constant21>(filters, dz, kernel, image); break;
            case 22: SpreadTile<TV, TShape, Constant22>(filters, dz, kernel, image); break;
            case 23: SpreadTile<TV, TShape, Constant23>(filters, dz, kernel, image); break;
            case 24: SpreadTile<TV, TShape, Constant24>(filters, dz, kernel, image); break;
            default: throw new UnreachableException();
        }
    }

    // Sizes are locals, so that the compiler has but few calls to see through. A vector's place is its row's and its own in the row.
    [MethodImpl(Compiled.Alone)]
    private static void SpreadTile<TV, TShape, TVectors>(ulong filters, float* dz, float* kernel, float* image)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TVectors : struct, IConstant
    {
        int size = TV.Count, vectors = TVectors.Value, stride = TShape.InputStride, width = TShape.KernelWidth;
        int inRow = width * stride / size, pitch = TShape.ImageWidth * stride, filter = TShape.KernelHeight * width * stride;
        TV sum0 = default;
        TV sum1 = default;
        TV sum2 = default;
        TV sum3 = default;
        TV sum4 = default;
        TV sum5 = default;
        TV sum6 = default;
        TV sum7 = default;
        TV sum8 = default;
        TV sum9 = default;
        TV sum10 = default;
        TV sum11 = default;
        TV sum12 = default;
        TV sum13 = default;
        TV sum14 = default;
        TV sum15 = default;
        TV sum16 = default;
        TV sum17 = default;
        TV sum18 = default;
        TV sum19 = default;
        TV sum20 = default;
        TV sum21 = default;
        TV sum22 = default;
        TV sum23 = default;
        for (ulong bits = filters; bits != 0; bits &= bits - 1)
        {
            int f = BitOperations.TrailingZeroCount(bits);
            TV gradient = TV.Create(dz[f]);
            float* weights = kernel + (f * filter);
            sum0 = TV.MultiplyAdd(gradient, TV.Load(weights), sum0);
            if (vectors > 1) sum1 = TV.MultiplyAdd(gradient, TV.Load(weights + (1 * size)), sum1);
            if (vectors > 2) sum2 = TV.MultiplyAdd(gradient, TV.Load(weights + (2 * size)), sum2);
            if (vectors > 3) sum3 = TV.MultiplyAdd(gradient, TV.Load(weights + (3 * size)), sum3);
            if (vectors > 4) sum4 = TV.MultiplyAdd(gradient, TV.Load(weights + (4 * size)), sum4);
            if (vectors > 5) sum5 = TV.MultiplyAdd(gradient, TV.Load(weights + (5 * size)), sum5);
            if (vectors > 6) sum6 = TV.MultiplyAdd(gradient, TV.Load(weights + (6 * size)), sum6);
            if (vectors > 7) sum7 = TV.MultiplyAdd(gradient, TV.Load(weights + (7 * size)), sum7);
            if (vectors > 8) sum8 = TV.MultiplyAdd(gradient, TV.Load(weights + (8 * size)), sum8);
            if (vectors > 9) sum9 = TV.MultiplyAdd(gradient, TV.Load(weights + (9 * size)), sum9);
            if (vectors > 10) sum10 = TV.MultiplyAdd(gradient, TV.Load(weights + (10 * size)), sum10);
            if (vectors > 11) sum11 = TV.MultiplyAdd(gradient, TV.Load(weights + (11 * size)), sum11);
            if (vectors > 12) sum12 = TV.MultiplyAdd(gradient, TV.Load(weights + (12 * size)), sum12);
            if (vectors > 13) sum13 = TV.MultiplyAdd(gradient, TV.Load(weights + (13 * size)), sum13);
            if (vectors > 14) sum14 = TV.MultiplyAdd(gradient, TV.Load(weights + (14 * size)), sum14);
            if (vectors > 15) sum15 = TV.MultiplyAdd(gradient, TV.Load(weights + (15 * size)), sum15);
            if (vectors > 16) sum16 = TV.MultiplyAdd(gradient, TV.Load(weights + (16 * size)), sum16);
            if (vectors > 17) sum17 = TV.MultiplyAdd(gradient, TV.Load(weights + (17 * size)), sum17);
            if (vectors > 18) sum18 = TV.MultiplyAdd(gradient, TV.Load(weights + (18 * size)), sum18);
            if (vectors > 19) sum19 = TV.MultiplyAdd(gradient, TV.Load(weights + (19 * size)), sum19);
            if (vectors > 20) sum20 = TV.MultiplyAdd(gradient, TV.Load(weights + (20 * size)), sum20);
            if (vectors > 21) sum21 = TV.MultiplyAdd(gradient, TV.Load(weights + (21 * size)), sum21);
            if (vectors > 22) sum22 = TV.MultiplyAdd(gradient, TV.Load(weights + (22 * size)), sum22);
            if (vectors > 23) sum23 = TV.MultiplyAdd(gradient, TV.Load(weights + (23 * size)), sum23);
        }

        (TV.Load(image) + sum0).Store(image);
        if (vectors > 1) (TV.Load(image + ((1 / inRow * pitch) + (1 % inRow * size))) + sum1).Store(image + ((1 / inRow * pitch) + (1 % inRow * size)));
        if (vectors > 2) (TV.Load(image + ((2 / inRow * pitch) + (2 % inRow * size))) + sum2).Store(image + ((2 / inRow * pitch) + (2 % inRow * size)));
        if (vectors > 3) (TV.Load(image + ((3 / inRow * pitch) + (3 % inRow * size))) + sum3).Store(image + ((3 / inRow * pitch) + (3 % inRow * size)));
        if (vectors > 4) (TV.Load(image + ((4 / inRow * pitch) + (4 % inRow * size))) + sum4).Store(image + ((4 / inRow * pitch) + (4 % inRow * size)));
        if (vectors > 5) (TV.Load(image + ((5 / inRow * pitch) + (5 % inRow * size))) + sum5).Store(image + ((5 / inRow * pitch) + (5 % inRow * size)));
        if (vectors > 6) (TV.Load(image + ((6 / inRow * pitch) + (6 % inRow * size))) + sum6).Store(image + ((6 / inRow * pitch) + (6 % inRow * size)));
        if (vectors > 7) (TV.Load(image + ((7 / inRow * pitch) + (7 % inRow * size))) + sum7).Store(image + ((7 / inRow * pitch) + (7 % inRow * size)));
        if (vectors > 8) (TV.Load(image + ((8 / inRow * pitch) + (8 % inRow * size))) + sum8).Store(image + ((8 / inRow * pitch) + (8 % inRow * size)));
        if (vectors > 9) (TV.Load(image + ((9 / inRow * pitch) + (9 % inRow * size))) + sum9).Store(image + ((9 / inRow * pitch) + (9 % inRow * size)));
        if (vectors > 10) (TV.Load(image + ((10 / inRow * pitch) + (10 % inRow * size))) + sum10).Store(image + ((10 / inRow * pitch) + (10 % inRow * size)));
        if (vectors > 11) (TV.Load(image + ((11 / inRow * pitch) + (11 % inRow * size))) + sum11).Store(image + ((11 / inRow * pitch) + (11 % inRow * size)));
        if (vectors > 12) (TV.Load(image + ((12 / inRow * pitch) + (12 % inRow * size))) + sum12).Store(image + ((12 / inRow * pitch) + (12 % inRow * size)));
        if (vectors > 13) (TV.Load(image + ((13 / inRow * pitch) + (13 % inRow * size))) + sum13).Store(image + ((13 / inRow * pitch) + (13 % inRow * size)));
        if (vectors > 14) (TV.Load(image + ((14 / inRow * pitch) + (14 % inRow * size))) + sum14).Store(image + ((14 / inRow * pitch) + (14 % inRow * size)));
        if (vectors > 15) (TV.Load(image + ((15 / inRow * pitch) + (15 % inRow * size))) + sum15).Store(image + ((15 / inRow * pitch) + (15 % inRow * size)));
        if (vectors > 16) (TV.Load(image + ((16 / inRow * pitch) + (16 % inRow * size))) + sum16).Store(image + ((16 / inRow * pitch) + (16 % inRow * size)));
        if (vectors > 17) (TV.Load(image + ((17 / inRow * pitch) + (17 % inRow * size))) + sum17).Store(image + ((17 / inRow * pitch) + (17 % inRow * size)));
        if (vectors > 18) (TV.Load(image + ((18 / inRow * pitch) + (18 % inRow * size))) + sum18).Store(image + ((18 / inRow * pitch) + (18 % inRow * size)));
        if (vectors > 19) (TV.Load(image + ((19 / inRow * pitch) + (19 % inRow * size))) + sum19).Store(image + ((19 / inRow * pitch) + (19 % inRow * size)));
        if (vectors > 20) (TV.Load(image + ((20 / inRow * pitch) + (20 % inRow * size))) + sum20).Store(image + ((20 / inRow * pitch) + (20 % inRow * size)));
        if (vectors > 21) (TV.Load(image + ((21 / inRow * pitch) + (21 % inRow * size))) + sum21).Store(image + ((21 / inRow * pitch) + (21 % inRow * size)));
        if (vectors > 22) (TV.Load(image + ((22 / inRow * pitch) + (22 % inRow * size))) + sum22).Store(image + ((22 / inRow * pitch) + (22 % inRow * size)));
        if (vectors > 23) (TV.Load(image + ((23 / inRow * pitch) + (23 % inRow * size))) + sum23).Store(image + ((23 / inRow * pitch) + (23 % inRow * size)));
    }
}
