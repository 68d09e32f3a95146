namespace StaticNet.Kernels;

/// <summary>The windows over one image. They may reach over its edges, where there is nothing to add.</summary>
/// <param name="ImageHeight">Rows of the image.</param>
/// <param name="ImageWidth">Its columns.</param>
/// <param name="Rows">Rows of windows.</param>
/// <param name="Columns">Windows of a row.</param>
/// <param name="Height">Rows of a window.</param>
/// <param name="Width">Its columns.</param>
/// <param name="StrideHeight">Rows of the image from one row of windows to the next.</param>
/// <param name="StrideWidth">Columns of the image from one window to the next.</param>
/// <param name="DilationHeight">Rows of the image from one row of a window to the next.</param>
/// <param name="DilationWidth">Columns of the image from one column of a window to the next.</param>
/// <param name="Top">Rows by which the first windows reach over the upper edge; below 0 where they begin under it.</param>
/// <param name="Left">The same for columns.</param>
internal readonly record struct DepthwiseWindows(
    int ImageHeight, int ImageWidth, int Rows, int Columns, int Height, int Width, int StrideHeight, int StrideWidth, int DilationHeight,
    int DilationWidth, int Top, int Left)
{
    /// <summary>
    /// Whether windows of three columns move by one, so that neighbours share pixels, and the first and last have one column inside.
    /// </summary>
    public bool CanSlide
        => Width == 3 && StrideWidth == 1 && DilationWidth == 1 && Left is >= 0 and <= 2 && Columns - Left - ImageWidth <= 0;

    /// <summary>The rows that the windows of a row have inside the image, from the first to before the last.</summary>
    public (int First, int End) RowsInside(int row) => Inside((row * StrideHeight) - Top, Height, DilationHeight, ImageHeight);

    /// <summary>The columns that a window has inside the image.</summary>
    public (int First, int End) ColumnsInside(int column) => Inside((column * StrideWidth) - Left, Width, DilationWidth, ImageWidth);

    /// <summary>The windows of a row that have all their columns inside.</summary>
    public (int First, int End) WholeColumns()
    {
        int first = Math.Min(Columns, Left <= 0 ? 0 : (Left + StrideWidth - 1) / StrideWidth);
        int last = ImageWidth - 1 - ((Width - 1) * DilationWidth) + Left;
        return (first, last < 0 ? first : Math.Clamp((last / StrideWidth) + 1, first, Columns));
    }

    private static (int First, int End) Inside(int start, int taps, int distance, int size)
    {
        int first = start >= 0 ? 0 : (distance - 1 - start) / distance;
        int end = start >= size ? 0 : Math.Min(taps, (size - start + distance - 1) / distance);
        return first < end ? (first, end) : default;
    }
}
