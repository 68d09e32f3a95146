namespace StaticNet;

/// <summary>Makes one sample of another.</summary>
/// <param name="sample">The numbers of the sample.</param>
/// <param name="mapped">Room for the numbers of the other.</param>
public delegate void SampleMap<TInput, TOutput>(ReadOnlySpan<TInput> sample, Span<TOutput> mapped)
    where TInput : unmanaged
    where TOutput : unmanaged;
