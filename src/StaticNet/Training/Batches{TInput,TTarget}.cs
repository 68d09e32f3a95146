namespace StaticNet;

/// <summary>Where the batches of a training come from, in one pass through the data after the other.</summary>
internal abstract class Batches<TInput, TTarget> : IDisposable
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>The samples of the largest batch.</summary>
    public abstract int Largest { get; }

    /// <summary>The batches of a pass; null where that is not known before its end.</summary>
    public abstract int? Count { get; }

    /// <summary>
    /// What tells this data from other data, by a few of its numbers: equal where a training goes on with what it began with. Between the
    /// beginning of a pass and its first batch.
    /// </summary>
    /// <exception cref="ArgumentException">There are no samples.</exception>
    public abstract string Fingerprint();

    /// <summary>Begins a pass.</summary>
    /// <param name="seed">What a random order is drawn from; null for the order of the data.</param>
    public abstract void BeginPass(ulong? seed);

    /// <summary>Gives the next batch, which stays as it is until the one after it is asked for.</summary>
    /// <returns>Whether there is one: false at the end of the pass.</returns>
    public abstract bool Next(out Batch<TInput, TTarget> batch);

    /// <summary>Ends the pass.</summary>
    public abstract void Dispose();
}
