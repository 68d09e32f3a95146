namespace StaticNet;

/// <summary>One pass through the samples of an <see cref="IDataSource{TInput, TTarget}"/>. One thread at a time reads.</summary>
/// <typeparam name="TInput">What a sample is made of.</typeparam>
/// <typeparam name="TTarget">What a target is made of.</typeparam>
public interface ISampleReader<TInput, TTarget> : IDisposable
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>Reads the next samples.</summary>
    /// <param name="inputs">Where the samples go, one behind the other, each in row-major order: room for a whole number of them.</param>
    /// <param name="targets">Where the targets go, one behind the other: room for as many.</param>
    /// <returns>How many were read: at least one, as many as there is room for or fewer, and 0 only behind the last one.</returns>
    /// <exception cref="InvalidDataException">A sample cannot be read; the message names it, the place and what stands there.</exception>
    /// <exception cref="OperationCanceledException">The token that the reader was opened with was cancelled.</exception>
    int Read(Span<TInput> inputs, Span<TTarget> targets);
}
