using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Adds a row of numbers to each step of a sequence, which tells where the step stands. The gradient passes through unchanged.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class PositionKernels
{
    /// <summary>y = x + table, step by step, for each sample.</summary>
    public static void Forward<TShape>(float* x, float* table, float* y, int rows)
        where TShape : struct, IPositionShape
        => Add<TShape>(x, table, y, rows, TShape.Steps);

    /// <summary>The same of one step of a sequence, with so many before it.</summary>
    public static void Step<TShape>(float* x, float* table, float* y, int position)
        where TShape : struct, IPositionShape
    {
        float* row = table + ((nint)position * Layout.Align(TShape.Width));
        Add<TShape>(x, row, y, 1, 1);
    }

    /// <summary>dtable = Σ dy over the batch, for a part of the table; 0 beyond the steps.</summary>
    /// <param name="dy">The gradients of the whole batch.</param>
    /// <param name="sink">Where the gradient goes.</param>
    /// <param name="offset">Where the table begins among the parameters.</param>
    /// <param name="batch">The number of samples.</param>
    /// <param name="part">Which part.</param>
    /// <param name="parts">Of how many.</param>
    public static void Update<TShape>(float* dy, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, ILearnedPositionShape
    {
        (int first, int last) = Part.Of(TShape.TableFloats, part, parts);
        for (int length = PositionSizes.Block(TShape.TableFloats); first < last; first += length)
        {
            length = Math.Min(length, last - first);
            float* block = sink.BlockFor(offset + first, part);
            Sum<TShape>(dy, block, first, length, batch);
            sink.Consume(block, offset + first, length);
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void Add<TV, TShape>(float* x, float* table, float* y, int rows, int steps)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IPositionShape
    {
        int tableStride = Layout.Align(TShape.Width);
        float* xEnd = x + ((nint)rows * steps * TShape.InputStride), yEnd = y + ((nint)rows * steps * TShape.Stride);
        for (int sample = 0; sample < rows; sample++)
        {
            float* added = table;
            for (int step = 0; step < steps; step++, x += TShape.InputStride, y += TShape.Stride, added += tableStride)
            {
                for (int c = 0; c < Pixel.Lanes(TShape.Width, TShape.Stride); c += TV.Count)
                {
                    TV value = c < TShape.Width ? Pixel.LoadClean<TV>(x + c, TShape.Width - c, TShape.InputStride, xEnd) : default;
                    Pixel.Store(value + TV.Load(added + c), y + c, TShape.Width - c, TShape.Stride, yEnd);
                }
            }
        }
    }

    // The sums of samples lie as the table does.
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void Sum<TV, TShape>(float* dy, float* sums, int first, int length, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, ILearnedPositionShape
    {
        const int Lines = 4;
        nint sampleFloats = (nint)TShape.Steps * TShape.Stride;
        int i = 0, read = (int)Math.Clamp(sampleFloats - first, 0, length);
        for (; i <= read - (Lines * TV.Count); i += Lines * TV.Count)
        {
            TV a = default, b = default, c = default, d = default;
            float* from = dy + first + i;
            for (int sample = 0; sample < batch; sample++, from += sampleFloats)
            {
                a += TV.Load(from);
                b += TV.Load(from + TV.Count);
                c += TV.Load(from + (2 * TV.Count));
                d += TV.Load(from + (3 * TV.Count));
            }

            a.Store(sums + i);
            b.Store(sums + i + TV.Count);
            c.Store(sums + i + (2 * TV.Count));
            d.Store(sums + i + (3 * TV.Count));
        }

        for (; i < length; i += TV.Count)
        {
            TV sum = default;
            float* from = dy + first + i;
            for (int sample = 0; sample < batch && i < read; sample++, from += sampleFloats)
                sum += TV.Load(from);
            sum.Store(sums + i);
        }
    }
}
