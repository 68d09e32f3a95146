namespace StaticNet.Kernels;

/// <content>What is derived from the weights: kernels packed and transposed, and the table of tokens.</content>
public static unsafe partial class RecurrentKernels
{
    /// <summary>table = embeddings · kernel + bias: where the sums of a step start from, for each token.</summary>
    public static void Tabulate<TShape, TCell>(float* embeddings, RecurrentWeights weights, float* table, int vocabulary)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => ComputedStarts<TShape, TCell>.Compute(embeddings, weights, table, vocabulary);

    /// <summary>
    /// Copies a part of the rows of a kernel of all gates, which lie without gaps between them, into panels of 16 columns, each gate padded to whole
    /// vectors: products read them from the first number to the last, whatever the size.
    /// </summary>
    /// <inheritdoc cref="Pack"/>
    public static void PackKernel<TShape, TCell>(float* source, float* packed, int rows, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        (int first, int last) = Part.Of(rows, part, parts);
        int stride = ParameterStride<TShape, TCell>(), panel = rows * Layout.Vector;

        // Sixteen rows at a time: what is read and what is written are whole lines near each other.
        for (int band = first; band < last; band += Layout.Vector)
        {
            for (int gate = 0; gate < TCell.Gates; gate++)
            {
                for (int unit = 0; unit < TShape.Units; unit += Layout.Vector)
                {
                    float* to = packed + ((nint)((gate * TShape.UnitStride) + unit) / Layout.Vector * panel);
                    int count = Math.Min(Layout.Vector, TShape.Units - unit);
                    for (int row = band; row < Math.Min(band + Layout.Vector, last); row++)
                    {
                        new ReadOnlySpan<float>(source + ((nint)row * stride) + (gate * TShape.Units) + unit, count)
                            .CopyTo(new Span<float>(to + (row * Layout.Vector), count));
                        new Span<float>(to + (row * Layout.Vector) + count, Layout.Vector - count).Clear();
                    }
                }
            }
        }
    }

    /// <summary>Copies rows of all gates, which lie without gaps between them, so that each gate is padded to whole vectors.</summary>
    /// <param name="source">The rows, padded to whole vectors as a whole.</param>
    /// <param name="packed">Where they go.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="part">Which part of them to copy.</param>
    /// <param name="parts">Of how many.</param>
    public static void Pack<TShape, TCell>(float* source, float* packed, int rows, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        (int first, int last) = Part.Of(rows, part, parts);
        int stride = ParameterStride<TShape, TCell>();
        for (int row = first; row < last; row++)
        {
            float* from = source + ((nint)row * stride), to = packed + ((nint)row * TCell.Gates * TShape.UnitStride);
            for (int gate = 0; gate < TCell.Gates; gate++, from += TShape.Units, to += TShape.UnitStride)
            {
                new ReadOnlySpan<float>(from, TShape.Units).CopyTo(new Span<float>(to, TShape.Units));
                new Span<float>(to + TShape.Units, TShape.UnitStride - TShape.Units).Clear();
            }
        }
    }

    /// <summary>Copies a part of the kernel's rows into the columns of its transpose, which lies in panels of 16 columns.</summary>
    public static void TransposeKernel<TShape, TCell>(float* kernel, float* transposed, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => TransposeRows<TShape, TCell>(kernel, transposed, TShape.Inputs, part, parts);

    /// <summary>Copies a part of the recurrent kernel's rows into the columns of its transpose, which lies in panels of 16 columns.</summary>
    public static void TransposeRecurrent<TShape, TCell>(float* kernel, float* transposed, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => TransposeRows<TShape, TCell>(kernel, transposed, TShape.Units, part, parts);

    private static void TransposeRows<TShape, TCell>(float* kernel, float* transposed, int rows, int part, int parts)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        (int first, int last) = Part.Of(rows, part, parts);
        int stride = ParameterStride<TShape, TCell>(), columns = TCell.Gates * TShape.Units;
        for (int row = first; row < last; row += Layout.Vector)
        {
            Transpose.Run(
                kernel + ((nint)row * stride), stride, transposed + ((nint)row * columns), Layout.Vector, Math.Min(Layout.Vector, last - row), columns);
        }
    }
}
