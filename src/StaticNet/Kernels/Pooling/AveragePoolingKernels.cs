using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Average pooling: y = mean of the cells of each window that are inside the image, channel by channel.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class AveragePoolingKernels
{
    /// <summary>y = mean of each window of x.</summary>
    public static void Forward<TShape>(float* x, float* y, int rows)
        where TShape : struct, IWindowShape
        => Pool<TShape>(x, y, rows);

    /// <summary>
    /// dx = Σ dy / cells of the windows that the cell is in, ∘ activation'(x) of the activation fused into the step that made x.
    /// </summary>
    public static void Backward<TShape, TInputActivation>(float* dy, float* x, float* dx, int rows)
        where TShape : struct, IWindowShape
        where TInputActivation : struct, IActivation
        => Gather<TShape, TInputActivation>(dy, x, dx, rows);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Pool<TV, TShape>(float* x, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IWindowShape
    {
        int lanes = Pixel.Lanes(TShape.Channels, TShape.Stride);
        float* xEnd = x + ((nint)rows * TShape.InputHeight * TShape.InputWidth * TShape.Stride);
        float* yEnd = y + ((nint)rows * TShape.OutputHeight * TShape.OutputWidth * TShape.Stride);
        for (int row = 0; row < rows; row++, x += TShape.InputHeight * TShape.InputWidth * TShape.Stride)
        {
            for (int i = 0; i < TShape.OutputHeight; i++)
            {
                (int top, int bottom) = Rows<TShape>(i);
                for (int j = 0; j < TShape.OutputWidth; j++, y += TShape.Stride)
                {
                    (int left, int right) = Columns<TShape>(j);
                    float share = 1f / ((bottom - top) * (right - left));
                    for (int c = 0; c < lanes; c += TV.Count)
                    {
                        TV sum = default;
                        for (int h = top; h < bottom; h++)
                        {
                            float* cell = x + (((nint)(h * TShape.InputWidth) + left) * TShape.Stride) + c;
                            for (int w = left; w < right; w++, cell += TShape.Stride)
                                sum += Pixel.Load<TV>(cell, TShape.Channels - c, TShape.Stride, xEnd);
                        }

                        Pixel.Store(sum * TV.Create(share), y + c, TShape.Channels - c, TShape.Stride, yEnd);
                    }
                }
            }
        }
    }

    // Each cell sums over the windows that it is in.
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Gather<TV, TShape, TInputActivation>(float* dy, float* x, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IWindowShape
        where TInputActivation : struct, IActivation
    {
        for (int row = 0; row < rows; row++, dy += TShape.OutputHeight * TShape.OutputWidth * TShape.Stride)
        {
            for (int h = 0; h < TShape.InputHeight; h++)
            {
                (int firstRow, int endRow) = WindowRange.WindowsAt(
                    h, TShape.PaddingTop, TShape.WindowHeight, TShape.StrideHeight, TShape.OutputHeight);
                for (int w = 0; w < TShape.InputWidth; w++, x += TShape.Stride, dx += TShape.Stride)
                {
                    (int firstColumn, int endColumn) = WindowRange.WindowsAt(
                        w, TShape.PaddingLeft, TShape.WindowWidth, TShape.StrideWidth, TShape.OutputWidth);
                    for (int c = 0; c < TShape.Stride; c += TV.Count)
                    {
                        TV sum = default;
                        for (int i = firstRow; i < endRow; i++)
                        {
                            (int top, int bottom) = Rows<TShape>(i);
                            for (int j = firstColumn; j < endColumn; j++)
                            {
                                (int left, int right) = Columns<TShape>(j);
                                TV share = TV.Create(1f / ((bottom - top) * (right - left)));
                                sum = TV.MultiplyAdd(TV.Load(dy + ((nint)((i * TShape.OutputWidth) + j) * TShape.Stride) + c), share, sum);
                            }
                        }

                        Slope.Times<TV, TInputActivation>(sum, x + c).Store(dx + c);
                    }
                }
            }
        }
    }

    // The rows of the image that a window covers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int First, int End) Rows<TShape>(int i)
        where TShape : struct, IWindowShape
        => Covered<TShape>((i * TShape.StrideHeight) - TShape.PaddingTop, TShape.WindowHeight, TShape.InputHeight);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int First, int End) Columns<TShape>(int j)
        where TShape : struct, IWindowShape
        => Covered<TShape>((j * TShape.StrideWidth) - TShape.PaddingLeft, TShape.WindowWidth, TShape.InputWidth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int First, int End) Covered<TShape>(int start, int window, int size)
        where TShape : struct, IWindowShape
        => WindowRange.AllFit<TShape>() ? (start, start + window) : (Math.Max(0, start), Math.Min(size, start + window));
}
