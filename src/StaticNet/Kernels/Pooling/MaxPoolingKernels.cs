using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Max pooling: y = max of each window, channel by channel. While training the forward pass saves which cell of the window that was, its choice,
/// and the backward pass gives that cell the whole gradient.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class MaxPoolingKernels
{
    /// <summary>y = max of each window of x.</summary>
    public static void Forward<TShape>(float* x, float* y, int rows)
        where TShape : struct, IWindowShape
        => Pool<TShape, NoChoices>(x, y, null, rows);

    /// <summary>
    /// The same for pixels of whole vectors, and the first largest cell of each window, counted row by row over the whole window, as a byte at
    /// the place where y has the number: a window may have no more than 255 cells.
    /// </summary>
    public static void Forward<TShape>(float* x, float* y, byte* choices, int rows)
        where TShape : struct, IWindowShape
        => Pool<TShape, SavedChoices>(x, y, choices, rows);

    /// <summary>dx = Σ dy of the windows that chose the cell, ∘ activation'(x) of the activation fused into the step that made x.</summary>
    public static void Backward<TShape, TInputActivation>(
        float* dy, byte* choices, float* x, float* dx, int rows)
        where TShape : struct, IWindowShape
        where TInputActivation : struct, IActivation
    {
        bool areSideBySide = TShape.StrideHeight == TShape.WindowHeight && TShape.StrideWidth == TShape.WindowWidth;
        if (areSideBySide && WindowRange.AllFit<TShape>())
            Scatter<TShape, TInputActivation>(dy, choices, x, dx, rows);
        else
            Gather<TShape, TInputActivation>(dy, choices, x, dx, rows);
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Pool<TV, TShape, TChoices>(float* x, float* y, byte* choices, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IWindowShape
        where TChoices : struct, IChoices
    {
        int lanes = Pixel.Lanes(TShape.Channels, TShape.Stride);
        float* xEnd = x + ((nint)rows * TShape.InputHeight * TShape.InputWidth * TShape.Stride);
        float* yEnd = y + ((nint)rows * TShape.OutputHeight * TShape.OutputWidth * TShape.Stride);
        bool isQuad = WindowRange.AllFit<TShape>() && TShape.WindowHeight == 2 && TShape.WindowWidth == 2;
        for (int row = 0; row < rows; row++, x += TShape.InputHeight * TShape.InputWidth * TShape.Stride)
        {
            for (int i = 0; i < TShape.OutputHeight; i++)
            {
                for (int j = 0; j < TShape.OutputWidth; j++, y += TShape.Stride)
                {
                    for (int c = 0; c < lanes; c += TV.Count)
                    {
                        TV largest = isQuad
                            ? LargestOfFour<TV, TShape, TChoices>(x + c, xEnd, i, j, c, out TV choice)
                            : Largest<TV, TShape, TChoices>(x + c, xEnd, i, j, c, out choice);
                        Pixel.Store(largest, y + c, TShape.Channels - c, TShape.Stride, yEnd);
                        if (TChoices.AreSaved)
                            ByteLanes.Store(choice, choices + c);
                    }

                    if (TChoices.AreSaved)
                        choices += TShape.Stride;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Largest<TV, TShape, TChoices>(float* x, float* end, int i, int j, int c, out TV choice)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IWindowShape
        where TChoices : struct, IChoices
    {
        int top = (i * TShape.StrideHeight) - TShape.PaddingTop, left = (j * TShape.StrideWidth) - TShape.PaddingLeft;
        (int firstRow, int endRow) = WindowRange.AllFit<TShape>()
            ? (0, TShape.WindowHeight) : WindowRange.CellsInside(top, TShape.WindowHeight, TShape.InputHeight);
        (int firstColumn, int endColumn) = WindowRange.AllFit<TShape>()
            ? (0, TShape.WindowWidth) : WindowRange.CellsInside(left, TShape.WindowWidth, TShape.InputWidth);

        TV largest = Cell<TV, TShape>(x, end, top + firstRow, left + firstColumn, c);
        choice = TChoices.AreSaved ? TV.CreateBits((uint)((firstRow * TShape.WindowWidth) + firstColumn)) : default;
        for (int h = firstRow; h < endRow; h++)
        {
            for (int w = h == firstRow ? firstColumn + 1 : firstColumn; w < endColumn; w++)
            {
                TV value = Cell<TV, TShape>(x, end, top + h, left + w, c);
                if (TChoices.AreSaved)
                    choice = TV.Select(TV.GreaterThan(value, largest), TV.CreateBits((uint)((h * TShape.WindowWidth) + w)), choice);
                largest = Kernels.Largest.Of(value, largest);
            }
        }

        return largest;
    }

    // The frequent window, row against row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV LargestOfFour<TV, TShape, TChoices>(float* x, float* end, int i, int j, int c, out TV choice)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IWindowShape
        where TChoices : struct, IChoices
    {
        int top = i * TShape.StrideHeight, left = j * TShape.StrideWidth;
        TV upperLeft = Cell<TV, TShape>(x, end, top, left, c), upperRight = Cell<TV, TShape>(x, end, top, left + 1, c);
        TV lowerLeft = Cell<TV, TShape>(x, end, top + 1, left, c), lowerRight = Cell<TV, TShape>(x, end, top + 1, left + 1, c);
        TV upper = TV.Max(upperRight, upperLeft), lower = TV.Max(lowerRight, lowerLeft);
        choice = default;
        if (TChoices.AreSaved)
        {
            TV one = TV.CreateBits(1), two = TV.CreateBits(2);
            choice = TV.Select(TV.GreaterThan(lower, upper), (TV.GreaterThan(lowerRight, lowerLeft) & one) | two, TV.GreaterThan(upperRight, upperLeft) & one);
        }

        return Kernels.Largest.OfFour(TV.Max(lower, upper), upperLeft, upperRight, lowerLeft, lowerRight);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Cell<TV, TShape>(float* x, float* end, int row, int column, int c)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IWindowShape
        => Pixel.Load<TV>(x + (((nint)(row * TShape.InputWidth) + column) * TShape.Stride), TShape.Channels - c, TShape.Stride, end);

    // Windows side by side: each writes its cells, and what no window reaches at the right and below becomes 0.
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Scatter<TV, TShape, TInputActivation>(float* dy, byte* choices, float* x, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IWindowShape
        where TInputActivation : struct, IActivation
    {
        int line = TShape.InputWidth * TShape.Stride, used = TShape.OutputWidth * TShape.WindowWidth * TShape.Stride;
        int below = (TShape.InputHeight - (TShape.OutputHeight * TShape.WindowHeight)) * line;
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < TShape.OutputHeight; i++)
            {
                for (int j = 0; j < TShape.OutputWidth; j++)
                {
                    nint corner = j * TShape.WindowWidth * TShape.Stride;
                    for (int c = 0; c < TShape.Stride; c += TV.Count)
                        ScatterWindow<TV, TShape, TInputActivation>(TV.Load(dy + c), ByteLanes.Load<TV>(choices + c), x + corner + c, dx + corner + c);
                    dy += TShape.Stride;
                    choices += TShape.Stride;
                }

                for (int h = 0; h < TShape.WindowHeight; h++, x += line, dx += line)
                {
                    if (used < line)
                        new Span<float>(dx + used, line - used).Clear();
                }
            }

            if (below > 0)
                new Span<float>(dx, below).Clear();
            x += below;
            dx += below;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ScatterWindow<TV, TShape, TInputActivation>(TV gradient, TV choice, float* x, float* dx)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IWindowShape
        where TInputActivation : struct, IActivation
    {
        int line = TShape.InputWidth * TShape.Stride;
        if (TShape.WindowHeight == 2 && TShape.WindowWidth == 2)
        {
            ScatterCell<TV, TInputActivation>(gradient, choice, 0, x, dx);
            ScatterCell<TV, TInputActivation>(gradient, choice, 1, x + TShape.Stride, dx + TShape.Stride);
            ScatterCell<TV, TInputActivation>(gradient, choice, 2, x + line, dx + line);
            ScatterCell<TV, TInputActivation>(gradient, choice, 3, x + line + TShape.Stride, dx + line + TShape.Stride);
            return;
        }

        for (int h = 0, cell = 0; h < TShape.WindowHeight; h++, x += line, dx += line)
        {
            for (int w = 0; w < TShape.WindowWidth; w++, cell++)
                ScatterCell<TV, TInputActivation>(gradient, choice, cell, x + (w * TShape.Stride), dx + (w * TShape.Stride));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ScatterCell<TV, TInputActivation>(TV gradient, TV choice, int cell, float* x, float* dx)
        where TV : unmanaged, ISimd<TV>
        where TInputActivation : struct, IActivation
        => Slope.Times<TV, TInputActivation>(gradient & ByteLanes.AreEqual(choice, cell), x).Store(dx);

    // Windows that overlap or leave gaps: each cell sums over the windows that it is in.
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Gather<TV, TShape, TInputActivation>(float* dy, byte* choices, float* x, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IWindowShape
        where TInputActivation : struct, IActivation
    {
        int outputs = TShape.OutputHeight * TShape.OutputWidth * TShape.Stride;
        for (int row = 0; row < rows; row++, dy += outputs, choices += outputs)
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
                            int cell = ((h + TShape.PaddingTop - (i * TShape.StrideHeight)) * TShape.WindowWidth) + w + TShape.PaddingLeft;
                            for (int j = firstColumn; j < endColumn; j++)
                            {
                                nint place = ((nint)((i * TShape.OutputWidth) + j) * TShape.Stride) + c;
                                TV isChosen = ByteLanes.AreEqual(ByteLanes.Load<TV>(choices + place), cell - (j * TShape.StrideWidth));
                                sum += TV.Load(dy + place) & isChosen;
                            }
                        }

                        Slope.Times<TV, TInputActivation>(sum, x + c).Store(dx + c);
                    }
                }
            }
        }
    }

    private interface IChoices
    {
        static abstract bool AreSaved { get; }
    }

    private readonly struct SavedChoices : IChoices
    {
        public static bool AreSaved => true;
    }

    private readonly struct NoChoices : IChoices
    {
        public static bool AreSaved => false;
    }
}
