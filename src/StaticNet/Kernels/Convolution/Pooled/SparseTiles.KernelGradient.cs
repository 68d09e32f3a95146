using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <content>The gradient of the kernel: the windows of the gradients by the sums of a filter are gathered.</content>
internal static unsafe partial class SparseTiles
{
    /// <summary>The sums of a transposed kernel's gradient over the batch, for some filters.</summary>
    /// <param name="x">The images, padded if need be.</param>
    /// <param name="dz">The gradients by the pooled sums.</param>
    /// <param name="choices">Which of its four sums each came from.</param>
    /// <param name="filter">The first filter.</param>
    /// <param name="filters">How many, a multiple of 16.</param>
    /// <param name="sums">Where the sums go, a filter a row.</param>
    /// <param name="lists">Room for two numbers a cell, of 16 filters.</param>
    /// <param name="batch">The number of samples.</param>
    [MethodImpl(Compiled.Alone)]
    public static void KernelGradient<TV, TShape>(
        float* x, float* dz, byte* choices, int filter, int filters, float* sums, float* lists, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        int* counts = stackalloc int[PooledConvolutionRoom.FiltersInList];
        new Span<float>(sums, filters * Sparse<TShape>.WindowFloats).Clear();
        for (int sample = 0; sample < batch; sample++, x += Geometry<TShape>.ImageFloats)
        {
            nint cells = (nint)sample * Sparse<TShape>.Cells * TShape.OutputStride;
            for (int first = 0; first < filters; first += PooledConvolutionRoom.FiltersInList)
            {
                List<TV, TShape>(dz + cells + filter + first, choices + cells + filter + first, (Meeting*)lists, counts);
                for (int f = 0; f < PooledConvolutionRoom.FiltersInList; f++)
                    Gather<TV, TShape>(x, (Meeting*)lists + (f * Sparse<TShape>.Cells), counts[f], sums + ((nint)(first + f) * Sparse<TShape>.WindowFloats));
            }
        }
    }

    /// <summary>Lists for each of 16 filters where its gradients of a sample are not 0.</summary>
    [MethodImpl(Compiled.Alone)]
    private static void List<TV, TShape>(float* dz, byte* choices, Meeting* lists, int* counts)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        int* steps = stackalloc int[4];
        for (int choice = 0; choice < 4; choice++)
            steps[choice] = Sparse<TShape>.ChoiceStep(choice);
        new Span<int>(counts, 16).Clear();
        for (int p = 0; p < Sparse<TShape>.Height; p++)
        {
            for (int q = 0; q < Sparse<TShape>.Width; q++, dz += TShape.OutputStride, choices += TShape.OutputStride)
            {
                int window = (p * Sparse<TShape>.RowStep) + (q * Sparse<TShape>.CellStep);
                for (uint bits = NotZero<TV>(dz); bits != 0; bits &= bits - 1)
                {
                    int f = BitOperations.TrailingZeroCount(bits);
                    lists[(f * Sparse<TShape>.Cells) + counts[f]++] = new Meeting(window + steps[choices[f]], dz[f]);
                }
            }
        }
    }

    /// <summary>sums += Σ dz · window over the meetings, as many vectors of the window at a time as registers hold.</summary>
    private static void Gather<TV, TShape>(float* x, Meeting* list, int meetings, float* sums)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        if (meetings == 0)
            return;
        int inRow = TShape.KernelWidth * TShape.InputStride / TV.Count;
        if (inRow <= MostVectors<TV>())
        {
            int rows = MostVectors<TV>() / inRow;
            for (int i = 0; i < TShape.KernelHeight; i += rows)
            {
                GatherTile<TV, TShape>(
                    Math.Min(rows, TShape.KernelHeight - i) * inRow, x + (i * Geometry<TShape>.Pitch), list, meetings, sums + (i * inRow * TV.Count));
            }

            return;
        }

        int tiles = (inRow + MostVectors<TV>() - 1) / MostVectors<TV>();
        for (int i = 0; i < TShape.KernelHeight; i++)
        {
            for (int tile = 0, first = 0; tile < tiles; tile++)
            {
                int count = (inRow - first) / (tiles - tile), at = first * TV.Count;
                GatherTile<TV, TShape>(count, x + (i * Geometry<TShape>.Pitch) + at, list, meetings, sums + (i * inRow * TV.Count) + at);
                first += count;
            }
        }
    }

    private static void GatherTile<TV, TShape>(int vectors, float* x, Meeting* list, int meetings, float* sums)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        switch (vectors)
        {
            case 1: GatherTile<TV, TShape, Constant1>(x, list, meetings, sums); break;
            case 2: GatherTile<TV, TShape, Constant2>(x, list, meetings, sums); break;
            case 3: GatherTile<TV, TShape, Constant3>(x, list, meetings, sums); break;
            case 4: GatherTile<TV, TShape, Constant4>(x, list, meetings, sums); break;
            case 5: GatherTile<TV, TShape, Constant5>(x, list, meetings, sums); break;
            case 6: GatherTile<TV, TShape, Constant6>(x, list, meetings, sums); break;
            case 7: GatherTile<TV, TShape, Constant7>(x, list, meetings, sums); break;
            case 8: GatherTile<TV, TShape, Constant8>(x, list, meetings, sums); break;
            case 9: GatherTile<TV, TShape, Constant9>(x, list, meetings, sums); break;
            case 10: GatherTile<TV, TShape, Constant10>(x, list, meetings, sums); break;
            case 11: GatherTile<TV, TShape, Constant11>(x, list, meetings, sums); break;
            case 12: GatherTile<TV, TShape, Constant12>(x, list, meetings, sums); break;
            case 13: GatherTile<TV, TShape, Constant13>(x, list, meetings, sums); break;
            case 14: GatherTile<TV, TShape, Constant14>(x, list, meetings, sums); break;
            case 15: GatherTile<TV, TShape, Constant15>(x, list, meetings, sums); break;
            case 16: GatherTile<TV, TShape, Constant16>(x, list, meetings, sums); break;
            case 17: GatherTile<TV, TShape, Constant17>(x, list, meetings, sums); break;
            case 18: GatherTile<TV, TShape, Constant18>(x, list, meetings, sums); break;
            case 19: GatherTile<TV, TShape, Constant19>(x, list, meetings, sums); break;
            case 20: GatherTile<TV, TShape, Constant20>(x, list, meetings, sums); break;
            case 21: GatherTile<TV, TShape, Constant21>(x, list, meetings, sums); break;
            case 22: GatherTile<TV, TShape, Constant22>(x, list, meetings, sums); break;
            case 23: GatherTile<TV, TShape, Constant23>(x, list, meetings, sums); break;
            case 24: GatherTile<TV, TShape, Constant24>(x, list, meetings, sums); break;
            default: throw new UnreachableException();
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void GatherTile<TV, TShape, TVectors>(float* x, Meeting* list, int meetings, float* sums)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TVectors : struct, IConstant
    {
        int size = TV.Count, vectors = TVectors.Value, stride = TShape.InputStride;
        int inRow = TShape.KernelWidth * stride / size, pitch = TShape.ImageWidth * stride;
        TV sum0 = TV.Load(sums);
        TV sum1 = vectors > 1 ? TV.Load(sums + (1 * size)) : default;
        TV sum2 = vectors > 2 ? TV.Load(sums + (2 * size)) : default;
        TV sum3 = vectors > 3 ? TV.Load(sums + (3 * size)) : default;
        TV sum4 = vectors > 4 ? TV.Load(sums + (4 * size)) : default;
        TV sum5 = vectors > 5 ? TV.Load(sums + (5 * size)) : default;
        TV sum6 = vectors > 6 ? TV.Load(sums + (6 * size)) : default;
        TV sum7 = vectors > 7 ? TV.Load(sums + (7 * size)) : default;
        TV sum8 = vectors > 8 ? TV.Load(sums + (8 * size)) : default;
        TV sum9 = vectors > 9 ? TV.Load(sums + (9 * size)) : default;
        TV sum10 = vectors > 10 ? TV.Load(sums + (10 * size)) : default;
        TV sum11 = vectors > 11 ? TV.Load(sums + (11 * size)) : default;
        TV sum12 = vectors > 12 ? TV.Load(sums + (12 * size)) : default;
        TV sum13 = vectors > 13 ? TV.Load(sums + (13 * size)) : default;
        TV sum14 = vectors > 14 ? TV.Load(sums + (14 * size)) : default;
        TV sum15 = vectors > 15 ? TV.Load(sums + (15 * size)) : default;
        TV sum16 = vectors > 16 ? TV.Load(sums + (16 * size)) : default;
        TV sum17 = vectors > 17 ? TV.Load(sums + (17 * size)) : default;
        TV sum18 = vectors > 18 ? TV.Load(sums + (18 * size)) : default;
        TV sum19 = vectors > 19 ? TV.Load(sums + (19 * size)) : default;
        TV sum20 = vectors > 20 ? TV.Load(sums + (20 * size)) : default;
        TV sum21 = vectors > 21 ? TV.Load(sums + (21 * size)) : default;
        TV sum22 = vectors > 22 ? TV.Load(sums + (22 * size)) : default;
        TV sum23 = vectors > 23 ? TV.Load(sums + (23 * size)) : default;
        for (Meeting* meeting = list; meeting < list + meetings; meeting++)
        {
            TV gradient = TV.Create(meeting->Gradient);
            float* window = x + meeting->Window;
            sum0 = TV.MultiplyAdd(gradient, TV.Load(window), sum0);
            if (vectors > 1) sum1 = TV.MultiplyAdd(gradient, TV.Load(window + ((1 / inRow * pitch) + (1 % inRow * size))), sum1);
            if (vectors > 2) sum2 = TV.MultiplyAdd(gradient, TV.Load(window + ((2 / inRow * pitch) + (2 % inRow * size))), sum2);
            if (vectors > 3) sum3 = TV.MultiplyAdd(gradient, TV.Load(window + ((3 / inRow * pitch) + (3 % inRow * size))), sum3);
            if (vectors > 4) sum4 = TV.MultiplyAdd(gradient, TV.Load(window + ((4 / inRow * pitch) + (4 % inRow * size))), sum4);
            if (vectors > 5) sum5 = TV.MultiplyAdd(gradient, TV.Load(window + ((5 / inRow * pitch) + (5 % inRow * size))), sum5);
            if (vectors > 6) sum6 = TV.MultiplyAdd(gradient, TV.Load(window + ((6 / inRow * pitch) + (6 % inRow * size))), sum6);
            if (vectors > 7) sum7 = TV.MultiplyAdd(gradient, TV.Load(window + ((7 / inRow * pitch) + (7 % inRow * size))), sum7);
            if (vectors > 8) sum8 = TV.MultiplyAdd(gradient, TV.Load(window + ((8 / inRow * pitch) + (8 % inRow * size))), sum8);
            if (vectors > 9) sum9 = TV.MultiplyAdd(gradient, TV.Load(window + ((9 / inRow * pitch) + (9 % inRow * size))), sum9);
            if (vectors > 10) sum10 = TV.MultiplyAdd(gradient, TV.Load(window + ((10 / inRow * pitch) + (10 % inRow * size))), sum10);
            if (vectors > 11) sum11 = TV.MultiplyAdd(gradient, TV.Load(window + ((11 / inRow * pitch) + (11 % inRow * size))), sum11);
            if (vectors > 12) sum12 = TV.MultiplyAdd(gradient, TV.Load(window + ((12 / inRow * pitch) + (12 % inRow * size))), sum12);
            if (vectors > 13) sum13 = TV.MultiplyAdd(gradient, TV.Load(window + ((13 / inRow * pitch) + (13 % inRow * size))), sum13);
            if (vectors > 14) sum14 = TV.MultiplyAdd(gradient, TV.Load(window + ((14 / inRow * pitch) + (14 % inRow * size))), sum14);
            if (vectors > 15) sum15 = TV.MultiplyAdd(gradient, TV.Load(window + ((15 / inRow * pitch) + (15 % inRow * size))), sum15);
            if (vectors > 16) sum16 = TV.MultiplyAdd(gradient, TV.Load(window + ((16 / inRow * pitch) + (16 % inRow * size))), sum16);
            if (vectors > 17) sum17 = TV.MultiplyAdd(gradient, TV.Load(window + ((17 / inRow * pitch) + (17 % inRow * size))), sum17);
            if (vectors > 18) sum18 = TV.MultiplyAdd(gradient, TV.Load(window + ((18 / inRow * pitch) + (18 % inRow * size))), sum18);
            if (vectors > 19) sum19 = TV.MultiplyAdd(gradient, TV.Load(window + ((19 / inRow * pitch) + (19 % inRow * size))), sum19);
            if (vectors > 20) sum20 = TV.MultiplyAdd(gradient, TV.Load(window + ((20 / inRow * pitch) + (20 % inRow * size))), sum20);
            if (vectors > 21) sum21 = TV.MultiplyAdd(gradient, TV.Load(window + ((21 / inRow * pitch) + (21 % inRow * size))), sum21);
            if (vectors > 22) sum22 = TV.MultiplyAdd(gradient, TV.Load(window + ((22 / inRow * pitch) + (22 % inRow * size))), sum22);
            if (vectors > 23) sum23 = TV.MultiplyAdd(gradient, TV.Load(window + ((23 / inRow * pitch) + (23 % inRow * size))), sum23);
        }

        sum0.Store(sums);
        if (vectors > 1) sum1.Store(sums + (1 * size));
        if (vectors > 2) sum2.Store(sums + (2 * size));
        if (vectors > 3) sum3.Store(sums + (3 * size));
        if (vectors > 4) sum4.Store(sums + (4 * size));
        if (vectors > 5) sum5.Store(sums + (5 * size));
        if (vectors > 6) sum6.Store(sums + (6 * size));
        if (vectors > 7) sum7.Store(sums + (7 * size));
        if (vectors > 8) sum8.Store(sums + (8 * size));
        if (vectors > 9) sum9.Store(sums + (9 * size));
        if (vectors > 10) sum10.Store(sums + (10 * size));
        if (vectors > 11) sum11.Store(sums + (11 * size));
        if (vectors > 12) sum12.Store(sums + (12 * size));
        if (vectors > 13) sum13.Store(sums + (13 * size));
        if (vectors > 14) sum14.Store(sums + (14 * size));
        if (vectors > 15) sum15.Store(sums + (15 * size));
        if (vectors > 16) sum16.Store(sums + (16 * size));
        if (vectors > 17) sum17.Store(sums + (17 * size));
        if (vectors > 18) sum18.Store(sums + (18 * size));
        if (vectors > 19) sum19.Store(sums + (19 * size));
        if (vectors > 20) sum20.Store(sums + (20 * size));
        if (vectors > 21) sum21.Store(sums + (21 * size));
        if (vectors > 22) sum22.Store(sums + (22 * size));
        if (vectors > 23) sum23.Store(sums + (23 * size));
    }

    /// <summary>A sum that has a gradient: where its window begins, and the gradient.</summary>
    private readonly struct Meeting(int window, float gradient)
    {
        public readonly int Window = window;
        public readonly float Gradient = gradient;
    }
}
