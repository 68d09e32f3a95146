namespace StaticNet.Kernels;

/// <summary>A product whose columns threads share out.</summary>
/// <param name="left">The left matrix.</param>
/// <param name="right">The right one.</param>
/// <param name="result">Where the result goes.</param>
/// <param name="rows">Its rows.</param>
/// <param name="columns">Its columns, a multiple of 16.</param>
/// <param name="steps">The steps of a sum.</param>
/// <param name="epilogue">What sums start from, and how they are finished.</param>
/// <param name="isInBlocks">Whether it is computed in blocks of steps and rows.</param>
internal readonly unsafe struct ColumnsOfProduct<TShape, TEpilogue>(
    float* left, float* right, float* result, int rows, int columns, int steps, TEpilogue epilogue, bool isInBlocks) : IParts
    where TShape : struct, IProductShape
    where TEpilogue : struct, IEpilogue<TEpilogue>
{
    /// <inheritdoc/>
    public void Do(int part, int parts)
    {
        (int first, int last) = Part.OfColumns(columns, part, parts);
        if (first == last)
            return;
        float* from = right + Layout.Place(first, TShape.RightPanel);
        int element = Layout.Place(first, TShape.ResultPanel);
        if (isInBlocks) Product.RunInBlocks<TShape, TEpilogue>(left, from, result + element, rows, last - first, steps, epilogue.At(first, element));
        else Product.Run<TShape, TEpilogue>(left, from, result + element, rows, last - first, new(steps), epilogue.At(first, element));
    }
}
