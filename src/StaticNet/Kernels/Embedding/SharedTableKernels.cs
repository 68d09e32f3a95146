using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Gradients of a table of embeddings that is read several times, such as by two texts that are compared. Only rows that one of the readings
/// has read get gradients; each adds up what its places got, from the last place of the last reading to the first of the first, whatever the
/// number of threads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class SharedTableKernels
{
    /// <summary>dtable = for each row the sum of what its places got in all readings.</summary>
    /// <param name="dy">The gradient by what the first reading gave.</param>
    /// <param name="scales">What its sums were multiplied by, where rows are averaged and token 0 stands for none.</param>
    /// <param name="others">The other readings, in their order.</param>
    /// <param name="tableRows">The rows that the batch reads.</param>
    /// <param name="gradients">Where gradients go.</param>
    /// <param name="offset">The table among the parameters.</param>
    /// <param name="part">Which part of the rows.</param>
    /// <param name="parts">Of how many.</param>
    public static void Update<TShape>(
        float* dy, float* scales, ReadOnlySpan<TableReading> others, TableRows tableRows, GradientSink gradients, int offset, int part, int parts)
        where TShape : struct, IEmbeddingShape
    {
        ArgumentNullException.ThrowIfNull(tableRows);
        var first = new TableReading { Gradient = dy, Tokens = TShape.Tokens, Averages = TShape.Averages, Scales = scales };
        Update<TShape>(first, others, tableRows, gradients, offset, part, parts);
    }

    /// <summary>The same where no sample of the first reading has a scale of its own.</summary>
    public static void Update<TShape>(
        float* dy, ReadOnlySpan<TableReading> others, TableRows tableRows, GradientSink gradients, int offset, int part, int parts)
        where TShape : struct, IEmbeddingShape
        => Update<TShape>(dy, default, others, tableRows, gradients, offset, part, parts);

    [EveryWidth]
    private static void Update<TV, TShape>(
        in TableReading first, ReadOnlySpan<TableReading> others, TableRows tableRows, GradientSink gradients, int offset, int part, int parts)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IEmbeddingShape
    {
        int places = first.Tokens;
        foreach (TableReading reading in others)
            places += reading.Tokens;
        float* block = gradients.Scratch(part);
        for (int list = part; list < tableRows.Lists; list += parts)
        {
            (int firstRow, int lastRow) = tableRows.Range(list);
            gradients.ClearRows(offset, TShape.Stride, firstRow, lastRow);
            int* rows = tableRows.List(list, out int count);
            for (int done = 0; done < count; done += EmbeddingSizes.RowsInBlock)
            {
                int some = Math.Min(EmbeddingSizes.RowsInBlock, count - done);
                for (int i = 0; i < some; i++)
                    Sum<TV, TShape>(first, others, places, tableRows, rows[done + i], block + (i * TShape.Stride));
                gradients.ConsumeRows(block, tableRows.Table, offset, TShape.Stride, rows + done, some);
            }
        }
    }

    // The gradient of a row. Its chain of places goes through the readings, the last one first.
    private static void Sum<TV, TShape>(
        in TableReading first, ReadOnlySpan<TableReading> others, int places, TableRows tableRows, int row, float* sum)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IEmbeddingShape
    {
        new Span<float>(sum, TShape.Stride).Clear();
        int place = tableRows.LastPlace(row), begin = places * tableRows.Samples;
        for (int i = others.Length - 1; i >= 0 && place >= 0; i--)
        {
            begin -= others[i].Tokens * tableRows.Samples;
            place = Add<TV, TShape>(others[i], tableRows.Previous, place, begin, row, sum);
        }

        if (place >= 0)
            _ = Add<TV, TShape>(first, tableRows.Previous, place, 0, row, sum);
    }

    // Adds what the row got in one reading, whose places begin at one; the place of the row before those.
    [MethodImpl(Compiled.Alone)]
    private static int Add<TV, TShape>(in TableReading reading, int* previous, int last, int begin, int row, float* sum)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IEmbeddingShape
    {
        int place = last, tokens = reading.Tokens;
        float* dy = reading.Gradient, scales = reading.Scales;

        // Token 0, where it stands for none, is in no mean.
        if (reading.Averages && TShape.MasksZero && row == 0)
        {
            while (place >= begin)
                place = previous[place];
            return place;
        }

        TV even = TV.Create(1f / tokens);
        for (int i = 0; i < TShape.Stride; i += TV.Count)
        {
            TV all = default;
            for (place = last; place >= begin; place = previous[place])
            {
                int at = place - begin;
                if (!reading.Averages)
                {
                    all += TV.Load(dy + ((nint)at * TShape.Stride) + i);
                    continue;
                }

                at /= tokens;
                TV gradient = TV.Load(dy + ((nint)at * TShape.Stride) + i);
                all = TShape.MasksZero ? TV.MultiplyAdd(TV.Create(scales[(nint)at * 16]), gradient, all) : all + gradient;
            }

            if (reading.Averages && !TShape.MasksZero)
                all *= even;
            (TV.Load(sum + i) + all).Store(sum + i);
        }

        return place;
    }
}
