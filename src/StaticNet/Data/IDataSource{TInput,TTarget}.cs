namespace StaticNet;

/// <summary>
/// Samples that are read one after the other, from the first to the last and as often as there are epochs: a file, a folder, a query, what
/// need not fit into memory. Whoever implements this gives the same samples in the same order each time, so that a training can be repeated
/// bit by bit.
/// </summary>
/// <typeparam name="TInput">What a sample is made of: <see cref="float"/> for numbers, <see cref="int"/> for tokens.</typeparam>
/// <typeparam name="TTarget">What a target is made of: <see cref="int"/> for class labels, <see cref="float"/> for numbers.</typeparam>
public interface IDataSource<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>
    /// The number of samples; null where it is not known before all have been read, or changes from one reading to the next. A source that
    /// counts its samples is held to giving the same number in each pass of a training; one that does not may give fewer or more.
    /// </summary>
    long? Count { get; }

    /// <summary>Begins to read from the first sample on. Several readers may be open at once.</summary>
    /// <param name="inputSize">How many numbers a sample must have.</param>
    /// <param name="targetSize">How many numbers a target must have; 1 for a class label.</param>
    /// <param name="cancellationToken">Ends waiting for samples.</param>
    /// <exception cref="ArgumentException">The source is known to have samples or targets of another size.</exception>
    ISampleReader<TInput, TTarget> Open(int inputSize, int targetSize, CancellationToken cancellationToken = default);
}
