namespace StaticNet.Kernels;

/// <summary>What a product's sums start from and what becomes of them before they are stored.</summary>
internal unsafe interface IEpilogue<TSelf>
    where TSelf : struct, IEpilogue<TSelf>
{
    /// <summary>Whether sums are added to what lies where the result goes.</summary>
    static virtual bool AddsToResult => false;

    /// <summary>
    /// Whether finishing a sum takes an operation or two: sums then go straight from their registers to the result. The compiler inlines only so many
    /// calls in a method, so that epilogues that take more work on the stored tile in a loop.
    /// </summary>
    static virtual bool IsCheap => true;

    /// <summary>The same for the tile that begins at this element of the result.</summary>
    TSelf At(int column, nint element);

    /// <summary>What the sums of the vector at this column of the tile start from.</summary>
    TV Start<TV>(int column)
        where TV : unmanaged, ISimd<TV>;

    /// <summary>What is stored for a sum at this element of the tile.</summary>
    TV Finish<TV>(TV sum, int element)
        where TV : unmanaged, ISimd<TV>;
}
