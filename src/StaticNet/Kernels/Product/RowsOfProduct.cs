namespace StaticNet.Kernels;

/// <summary>A product whose rows threads may share out.</summary>
internal readonly unsafe struct RowsOfProduct<TShape, TEpilogue>(
    float* left, float* right, float* result, int rows, int columns, int steps, TEpilogue epilogue) : IParts
    where TShape : struct, IProductShape
    where TEpilogue : struct, IEpilogue<TEpilogue>
{
    /// <inheritdoc/>
    public void Do(int part, int parts)
    {
        int first = (int)((long)rows * part / parts), last = (int)((long)rows * (part + 1) / parts);
        nint element = (nint)first * TShape.ResultRow;
        if (first < last)
            Product.Run<TShape, TEpilogue>(left + ((nint)first * TShape.LeftRow), right, result + element, last - first, columns, new(steps), epilogue.At(0, element));
    }
}
