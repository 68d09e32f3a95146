using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Where windows and cells meet along one axis.</summary>
internal static class WindowRange
{
    /// <summary>Whether no window reaches over an edge.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllFit<TShape>()
        where TShape : struct, IWindowShape
        => TShape.PaddingTop == 0 && TShape.PaddingLeft == 0
            && ((TShape.OutputHeight - 1) * TShape.StrideHeight) + TShape.WindowHeight <= TShape.InputHeight
            && ((TShape.OutputWidth - 1) * TShape.StrideWidth) + TShape.WindowWidth <= TShape.InputWidth;

    /// <summary>The cells of a window that begins at <paramref name="start"/> that are among 0 to <paramref name="size"/> - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int First, int End) CellsInside(int start, int window, int size) => (Math.Max(0, -start), Math.Min(window, size - start));

    /// <summary>The windows that a cell is in, the first at -padding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int First, int End) WindowsAt(int cell, int padding, int window, int stride, int windows)
    {
        // The last window begins at the cell or before, the first ends behind it.
        int first = cell + padding < window ? 0 : ((cell + padding - window) / stride) + 1;
        return (first, Math.Min(windows, ((cell + padding) / stride) + 1));
    }
}
