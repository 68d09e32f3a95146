namespace StaticNet;

/// <summary>The samples of one step.</summary>
/// <param name="Data">Where they lie.</param>
/// <param name="Samples">Which of its samples they are.</param>
internal readonly record struct Batch<TInput, TTarget>(Dataset<TInput, TTarget> Data, ReadOnlyMemory<int> Samples)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>How many there are.</summary>
    public int Rows => Samples.Length;
}
