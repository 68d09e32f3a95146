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
    /// <param name="lists">Scratch memory for a list of each of 16 filters, with room for all cells.</param>
    /// <param name="batch">The number of samples.</param>
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    public static void KernelGradient<TV, TShape>(
        float* x, float* dz, byte* choices, int filter, int filters, float* sums, float* lists, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        int* counts = stackalloc int[PooledConvolutionSizes.FiltersInList];
        new Span<float>(sums, filters * PooledGeometry<TShape>.WindowFloats).Clear();
        for (int sample = 0; sample < batch; sample++, x += Geometry<TShape>.ImageFloats)
        {
            nint cells = (nint)sample * PooledGeometry<TShape>.Cells * TShape.OutputStride;
            for (int first = 0; first < filters; first += PooledConvolutionSizes.FiltersInList)
            {
                ListGradients<TV, TShape>(dz + cells + filter + first, choices + cells + filter + first, (WindowGradient*)lists, counts);
                for (int f = 0; f < PooledConvolutionSizes.FiltersInList; f++)
                    Gather<TV, TShape>(x, (WindowGradient*)lists + (f * PooledGeometry<TShape>.Cells), counts[f], sums + ((nint)(first + f) * PooledGeometry<TShape>.WindowFloats));
            }
        }
    }

    /// <summary>Lists for each of 16 filters the gradients of a sample that are not 0.</summary>
    [MethodImpl(Compiled.Alone)]
    private static void ListGradients<TV, TShape>(float* dz, byte* choices, WindowGradient* lists, int* counts)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        int* steps = stackalloc int[4];
        for (int choice = 0; choice < 4; choice++)
            steps[choice] = PooledGeometry<TShape>.ChoiceStep(choice);
        new Span<int>(counts, 16).Clear();
        for (int p = 0; p < PooledGeometry<TShape>.Height; p++)
        {
            for (int q = 0; q < PooledGeometry<TShape>.Width; q++, dz += TShape.OutputStride, choices += TShape.OutputStride)
            {
                int window = (p * PooledGeometry<TShape>.RowStep) + (q * PooledGeometry<TShape>.CellStep);
                for (uint bits = NotZero<TV>(dz); bits != 0; bits &= bits - 1)
                {
                    int f = BitOperations.TrailingZeroCount(bits);
                    lists[(f * PooledGeometry<TShape>.Cells) + counts[f]++] = new WindowGradient(window + steps[choices[f]], dz[f]);
                }
            }
        }
    }

    /// <summary>sums += Σ dz · window over the list, as many vectors of the window at a time as registers hold.</summary>
    private static void Gather<TV, TShape>(float* x, WindowGradient* list, int entries, float* sums)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        if (entries == 0)
            return;
        int inRow = TShape.KernelWidth * TShape.InputStride / TV.Count;
        if (inRow <= MaxVectors<TV>())
        {
            int rows = MaxVectors<TV>() / inRow;
            for (int i = 0; i < TShape.KernelHeight; i += rows)
            {
                GatherTile<TV, TShape>(
                    Math.Min(rows, TShape.KernelHeight - i) * inRow, x + (i * Geometry<TShape>.Pitch), list, entries, sums + (i * inRow * TV.Count));
            }

            return;
        }

        int tiles = (inRow + MaxVectors<TV>() - 1) / MaxVectors<TV>();
        for (int i = 0; i < TShape.KernelHeight; i++)
        {
            for (int tile = 0, first = 0; tile < tiles; tile++)
            {
                int count = (inRow - first) / (tiles - tile), at = first * TV.Count;
                GatherTile<TV, TShape>(count, x + (i * Geometry<TShape>.Pitch) + at, list, entries, sums + (i * inRow * TV.Count) + at);
                first += count;
            }
        }
    }

    [WrittenOut("GatherTile", MaxInTile)]
    [MethodImpl(Compiled.Alone)]
    internal static void GatherTileByLoops<TV, TShape, [UpTo(MaxInTile)] TVectors>(float* x, WindowGradient* list, int entries, float* sums)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TVectors : struct, IConstant
    {
        int size = TV.Count, vectors = TVectors.Value, stride = TShape.InputStride;
        int inRow = TShape.KernelWidth * stride / size, pitch = TShape.ImageWidth * stride;
        Registers<TV> sum = default;
        for (int v = 0; v < MaxInTile; v++)
        {
            if (v < vectors)
                sum[v] = TV.Load(sums + (v * size));
        }

        for (WindowGradient* entry = list; entry < list + entries; entry++)
        {
            TV gradient = TV.Create(entry->Gradient);
            float* window = x + entry->Window;
            for (int v = 0; v < MaxInTile; v++)
            {
                if (v < vectors)
                    sum[v] = TV.MultiplyAdd(gradient, TV.Load(window + ((v / inRow * pitch) + (v % inRow * size))), sum[v]);
            }
        }

        for (int v = 0; v < MaxInTile; v++)
        {
            if (v < vectors)
                sum[v].Store(sums + (v * size));
        }
    }

    /// <summary>A sum that has a gradient: where its window begins, and the gradient.</summary>
    internal readonly struct WindowGradient(int window, float gradient)
    {
        public readonly int Window = window;
        public readonly float Gradient = gradient;
    }
}
