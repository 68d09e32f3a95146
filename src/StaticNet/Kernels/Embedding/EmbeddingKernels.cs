using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Tables of embeddings: y = the rows of the tokens, or the mean of those rows. The tokens have been checked to lie in the table. Only rows
/// that a batch reads get gradients; each adds up what its places got, from the last to the first, whatever the number of threads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class EmbeddingKernels
{
    /// <summary>The numbers in two of the widest vectors.</summary>
    private const int MaxLanes = 2 * Layout.Vector;

    /// <summary>y = the row of each token.</summary>
    public static void Forward<TShape>(int* tokens, float* table, float* y, int rows)
        where TShape : struct, IEmbeddingShape
        => Gather<TShape>(tokens, table, y, rows);

    /// <summary>mask = 1 where there is a token, 0 where there is none; the rows of the mask are whole vectors of 16 bytes.</summary>
    public static void Mask<TShape>(int* tokens, byte* mask, int rows)
        where TShape : struct, IEmbeddingShape
    {
        int* from = tokens;
        byte* to = mask;
        int stride = Layout.Align(TShape.Tokens);
        for (int row = 0; row < rows; row++, from += TShape.Tokens, to += stride)
        {
            for (int place = 0; place < TShape.Tokens; place++)
                to[place] = from[place] == 0 ? (byte)0 : (byte)1;
        }
    }

    /// <summary>
    /// y = the mean of the rows of a sample's tokens. Where token 0 stands for none, of the others; 0 where there are none. scales = what the
    /// sum was multiplied by, for the update, in such a table.
    /// </summary>
    public static partial void Average<TShape>(int* tokens, float* table, float* scales, float* y, int rows)
        where TShape : struct, IEmbeddingShape;

    /// <summary>The same where all tokens count.</summary>
    public static void Average<TShape>(int* tokens, float* table, float* y, int rows)
        where TShape : struct, IEmbeddingShape
        => Average<TShape>(tokens, table, default, y, rows);

    /// <summary>Lists the rows that the batch reads, of a part of the table, and brings their weights up to date.</summary>
    public static void FindRows(int* tokens, TableRows tableRows, int part)
    {
        ArgumentNullException.ThrowIfNull(tableRows);
        tableRows.Find(tokens, part);
    }

    /// <summary>The same of a table that is read several times; the readings come in their order.</summary>
    /// <param name="tokens">The tokens of this reading.</param>
    /// <param name="tableRows">Where the rows are listed.</param>
    /// <param name="before">The tokens of a sample that the readings before it have.</param>
    /// <param name="count">Those that this one has.</param>
    /// <param name="part">Which part.</param>
    public static void FindRows(int* tokens, TableRows tableRows, int before, int count, int part)
    {
        ArgumentNullException.ThrowIfNull(tableRows);
        tableRows.Find(tokens, before, count, part);
    }

    /// <summary>
    /// dtable = for each row the sum of dy at its places or, where rows are averaged, of dy of the samples at its places, multiplied by the
    /// scale of the sample.
    /// </summary>
    public static partial void Update<TShape>(
        float* dy, float* scales, TableRows tableRows, GradientSink gradients, int offset, int part, int parts)
        where TShape : struct, IEmbeddingShape;

    /// <summary>The same where no sample has a scale of its own.</summary>
    public static void Update<TShape>(float* dy, TableRows tableRows, GradientSink gradients, int offset, int part, int parts)
        where TShape : struct, IEmbeddingShape
        => Update<TShape>(dy, default, tableRows, gradients, offset, part, parts);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Gather<TV, TShape>(int* tokens, float* table, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IEmbeddingShape
    {
        int places = rows * TShape.Tokens;
        for (int place = 0; place < places; place++, y += TShape.Stride)
        {
            float* row = table + ((nint)tokens[place] * TShape.Stride);
            for (int i = 0; i < TShape.Stride; i += TV.Count)
                TV.Load(row + i).Store(y + i);
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Average<TV, TShape>(int* tokens, float* table, float* scales, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IEmbeddingShape
    {
        // The row that token 0 reads where it stands for no token.
        float* none = stackalloc float[MaxLanes];
        new Span<float>(none, MaxLanes).Clear();
        for (int row = 0; row < rows; row++, tokens += TShape.Tokens, y += TShape.Stride)
        {
            float scale = 1f / TShape.Tokens;
            if (TShape.MasksZero)
            {
                int count = TShape.Tokens - new ReadOnlySpan<int>(tokens, TShape.Tokens).Count(0);
                scale = count == 0 ? 0 : 1f / count;
                scales[(nint)row * 16] = scale;
            }

            int i = 0;
            for (; i <= TShape.Stride - (2 * TV.Count); i += 2 * TV.Count)
                AveragePair<TV, TShape>(tokens, table + i, none, scale, y + i);
            if (i < TShape.Stride)
                AverageOne<TV, TShape>(tokens, table + i, none, scale, y + i);
        }
    }

    // Two vectors of the mean; four sums each, as an addition takes some cycles.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AveragePair<TV, TShape>(int* tokens, float* table, float* none, float scale, float* y)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IEmbeddingShape
    {
        TV a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        int place = 0;
        for (; place <= TShape.Tokens - 4; place += 4)
        {
            float* a = Row<TShape>(tokens[place], table, none), b = Row<TShape>(tokens[place + 1], table, none);
            float* c = Row<TShape>(tokens[place + 2], table, none), d = Row<TShape>(tokens[place + 3], table, none);
            a0 += TV.Load(a);
            a1 += TV.Load(a + TV.Count);
            b0 += TV.Load(b);
            b1 += TV.Load(b + TV.Count);
            c0 += TV.Load(c);
            c1 += TV.Load(c + TV.Count);
            d0 += TV.Load(d);
            d1 += TV.Load(d + TV.Count);
        }

        for (; place < TShape.Tokens; place++)
        {
            float* a = Row<TShape>(tokens[place], table, none);
            a0 += TV.Load(a);
            a1 += TV.Load(a + TV.Count);
        }

        TV factor = TV.Create(scale);
        (((a0 + b0) + (c0 + d0)) * factor).Store(y);
        (((a1 + b1) + (c1 + d1)) * factor).Store(y + TV.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AverageOne<TV, TShape>(int* tokens, float* table, float* none, float scale, float* y)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IEmbeddingShape
    {
        TV a = default, b = default, c = default, d = default;
        int place = 0;
        for (; place <= TShape.Tokens - 4; place += 4)
        {
            a += TV.Load(Row<TShape>(tokens[place], table, none));
            b += TV.Load(Row<TShape>(tokens[place + 1], table, none));
            c += TV.Load(Row<TShape>(tokens[place + 2], table, none));
            d += TV.Load(Row<TShape>(tokens[place + 3], table, none));
        }

        for (; place < TShape.Tokens; place++)
            a += TV.Load(Row<TShape>(tokens[place], table, none));
        (((a + b) + (c + d)) * TV.Create(scale)).Store(y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float* Row<TShape>(int token, float* table, float* none)
        where TShape : struct, IEmbeddingShape
    {
        float* row = table + ((nint)token * TShape.Stride);
        return TShape.MasksZero && token == 0 ? none : row;
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Update<TV, TShape>(
        float* dy, float* scales, TableRows tableRows, GradientSink gradients, int offset, int part, int parts)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IEmbeddingShape
    {
        float* block = gradients.Scratch(part);
        int* previous = tableRows.Previous;
        for (int list = part; list < tableRows.Lists; list += parts)
        {
            (int first, int last) = tableRows.Range(list);
            gradients.ClearRows(offset, TShape.Stride, first, last);
            int* rows = tableRows.List(list, out int count);
            for (int done = 0; done < count; done += EmbeddingSizes.RowsInBlock)
            {
                int some = Math.Min(EmbeddingSizes.RowsInBlock, count - done);
                for (int i = 0; i < some; i++)
                {
                    int row = rows[done + i];
                    Sum<TV, TShape>(dy, scales, previous, tableRows.LastPlace(row), row, block + (i * TShape.Stride));
                }

                gradients.ConsumeRows(block, tableRows.Table, offset, TShape.Stride, rows + done, some);
            }
        }
    }

    // The gradient of a row, two vectors at a time.
    [MethodImpl(Compiled.Alone)]
    private static void Sum<TV, TShape>(float* dy, float* scales, int* previous, int lastPlace, int row, float* sum)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IEmbeddingShape
    {
        // Token 0, where it stands for none, is in no mean.
        int start = TShape.Averages && TShape.MasksZero && row == 0 ? -1 : lastPlace;
        TV even = TV.Create(1f / TShape.Tokens);
        int i = 0;
        for (; i <= TShape.Stride - (2 * TV.Count); i += 2 * TV.Count)
        {
            TV low = default, high = default;
            for (int place = start; place >= 0; place = previous[place])
            {
                int at = TShape.Averages ? place / TShape.Tokens : place;
                float* gradient = dy + ((nint)at * TShape.Stride) + i;
                if (TShape.Averages && TShape.MasksZero)
                {
                    TV scale = TV.Create(scales[(nint)at * 16]);
                    low = TV.MultiplyAdd(scale, TV.Load(gradient), low);
                    high = TV.MultiplyAdd(scale, TV.Load(gradient + TV.Count), high);
                }
                else
                {
                    low += TV.Load(gradient);
                    high += TV.Load(gradient + TV.Count);
                }
            }

            if (TShape.Averages && !TShape.MasksZero)
            {
                low *= even;
                high *= even;
            }

            low.Store(sum + i);
            high.Store(sum + i + TV.Count);
        }

        if (i < TShape.Stride)
        {
            TV all = default;
            for (int place = start; place >= 0; place = previous[place])
            {
                int at = TShape.Averages ? place / TShape.Tokens : place;
                TV gradient = TV.Load(dy + ((nint)at * TShape.Stride) + i);
                all = TShape.Averages && TShape.MasksZero ? TV.MultiplyAdd(TV.Create(scales[(nint)at * 16]), gradient, all) : all + gradient;
            }

            (TShape.Averages && !TShape.MasksZero ? all * even : all).Store(sum + i);
        }
    }
}
