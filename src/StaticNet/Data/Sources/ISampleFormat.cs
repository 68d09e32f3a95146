namespace StaticNet.Data;

/// <summary>How samples stand in what an enumerable gives: one or several, with one label or with several numbers each.</summary>
internal interface ISampleFormat<TItem, TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>The numbers of the samples; null where the item has none.</summary>
    static abstract TInput[]? Inputs(in TItem item);

    /// <summary>The numbers of the targets, and whether the item has any.</summary>
    static abstract ReadOnlySpan<TTarget> Targets(ref readonly TItem item, out bool exist);
}
