using StaticNet.Data;

namespace StaticNet;

/// <content>Sources of what can be enumerated.</content>
public static partial class DataSource
{
    /// <summary>Samples with one label or number each.</summary>
    /// <param name="samples">The samples; they are enumerated anew each epoch.</param>
    public static IDataSource<TInput, TTarget> From<TInput, TTarget>(IEnumerable<(TInput[] Input, TTarget Target)> samples)
        where TInput : unmanaged
        where TTarget : unmanaged
        => Of<(TInput[] Input, TTarget Target), LabelledFormat<TInput, TTarget>, TInput, TTarget>(samples);

    /// <summary>Samples with one label or number each.</summary>
    /// <param name="samples">Makes the samples anew; called once an epoch.</param>
    public static IDataSource<TInput, TTarget> From<TInput, TTarget>(Func<IEnumerable<(TInput[] Input, TTarget Target)>> samples)
        where TInput : unmanaged
        where TTarget : unmanaged
        => Of<(TInput[] Input, TTarget Target), LabelledFormat<TInput, TTarget>, TInput, TTarget>(samples);

    /// <summary>Samples with one label or number each.</summary>
    /// <param name="samples">The samples; they are enumerated anew each epoch, with a token that ends waiting.</param>
    public static IDataSource<TInput, TTarget> From<TInput, TTarget>(IAsyncEnumerable<(TInput[] Input, TTarget Target)> samples)
        where TInput : unmanaged
        where TTarget : unmanaged
        => Of<(TInput[] Input, TTarget Target), LabelledFormat<TInput, TTarget>, TInput, TTarget>(samples);

    /// <summary>Samples with one label or number each.</summary>
    /// <param name="samples">Makes the samples anew; called once an epoch.</param>
    public static IDataSource<TInput, TTarget> From<TInput, TTarget>(Func<IAsyncEnumerable<(TInput[] Input, TTarget Target)>> samples)
        where TInput : unmanaged
        where TTarget : unmanaged
        => Of<(TInput[] Input, TTarget Target), LabelledFormat<TInput, TTarget>, TInput, TTarget>(samples);

    /// <summary>Samples with targets of one or more numbers.</summary>
    /// <param name="samples">The samples; they are enumerated anew each epoch.</param>
    public static IDataSource<TInput, TTarget> From<TInput, TTarget>(IEnumerable<(TInput[] Input, TTarget[] Target)> samples)
        where TInput : unmanaged
        where TTarget : unmanaged
        => Of<(TInput[] Input, TTarget[] Target), PairFormat<TInput, TTarget>, TInput, TTarget>(samples);

    /// <summary>Samples with targets of one or more numbers.</summary>
    /// <param name="samples">Makes the samples anew; called once an epoch.</param>
    public static IDataSource<TInput, TTarget> From<TInput, TTarget>(Func<IEnumerable<(TInput[] Input, TTarget[] Target)>> samples)
        where TInput : unmanaged
        where TTarget : unmanaged
        => Of<(TInput[] Input, TTarget[] Target), PairFormat<TInput, TTarget>, TInput, TTarget>(samples);

    /// <summary>Samples with targets of one or more numbers.</summary>
    /// <param name="samples">The samples; they are enumerated anew each epoch, with a token that ends waiting.</param>
    public static IDataSource<TInput, TTarget> From<TInput, TTarget>(IAsyncEnumerable<(TInput[] Input, TTarget[] Target)> samples)
        where TInput : unmanaged
        where TTarget : unmanaged
        => Of<(TInput[] Input, TTarget[] Target), PairFormat<TInput, TTarget>, TInput, TTarget>(samples);

    /// <summary>Samples with targets of one or more numbers.</summary>
    /// <param name="samples">Makes the samples anew; called once an epoch.</param>
    public static IDataSource<TInput, TTarget> From<TInput, TTarget>(Func<IAsyncEnumerable<(TInput[] Input, TTarget[] Target)>> samples)
        where TInput : unmanaged
        where TTarget : unmanaged
        => Of<(TInput[] Input, TTarget[] Target), PairFormat<TInput, TTarget>, TInput, TTarget>(samples);

    /// <summary>Samples that come several at a time, one behind the other. How many are in a batch has no bearing on the steps of a training.</summary>
    /// <param name="batches">The batches; they are enumerated anew each epoch.</param>
    public static IDataSource<TInput, TTarget> FromBatches<TInput, TTarget>(IEnumerable<(TInput[] Inputs, TTarget[] Targets)> batches)
        where TInput : unmanaged
        where TTarget : unmanaged
        => Of<(TInput[] Inputs, TTarget[] Targets), PairFormat<TInput, TTarget>, TInput, TTarget>(batches, isBatch: true);

    /// <summary>Samples that come several at a time, one behind the other. How many are in a batch has no bearing on the steps of a training.</summary>
    /// <param name="batches">Makes the batches anew; called once an epoch.</param>
    public static IDataSource<TInput, TTarget> FromBatches<TInput, TTarget>(Func<IEnumerable<(TInput[] Inputs, TTarget[] Targets)>> batches)
        where TInput : unmanaged
        where TTarget : unmanaged
        => Of<(TInput[] Inputs, TTarget[] Targets), PairFormat<TInput, TTarget>, TInput, TTarget>(batches, isBatch: true);

    /// <summary>Samples that come several at a time, one behind the other. How many are in a batch has no bearing on the steps of a training.</summary>
    /// <param name="batches">The batches; they are enumerated anew each epoch, with a token that ends waiting.</param>
    public static IDataSource<TInput, TTarget> FromBatches<TInput, TTarget>(IAsyncEnumerable<(TInput[] Inputs, TTarget[] Targets)> batches)
        where TInput : unmanaged
        where TTarget : unmanaged
        => Of<(TInput[] Inputs, TTarget[] Targets), PairFormat<TInput, TTarget>, TInput, TTarget>(batches, isBatch: true);

    /// <summary>Samples that come several at a time, one behind the other. How many are in a batch has no bearing on the steps of a training.</summary>
    /// <param name="batches">Makes the batches anew; called once an epoch.</param>
    public static IDataSource<TInput, TTarget> FromBatches<TInput, TTarget>(Func<IAsyncEnumerable<(TInput[] Inputs, TTarget[] Targets)>> batches)
        where TInput : unmanaged
        where TTarget : unmanaged
        => Of<(TInput[] Inputs, TTarget[] Targets), PairFormat<TInput, TTarget>, TInput, TTarget>(batches, isBatch: true);

    private static EnumerableSource<TItem, TFormat, TInput, TTarget> Of<TItem, TFormat, TInput, TTarget>(IEnumerable<TItem> items, bool isBatch = false)
        where TFormat : ISampleFormat<TItem, TInput, TTarget>
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(_ => items.GetEnumerator(), !isBatch && items.TryGetNonEnumeratedCount(out int count) ? count : null, isBatch);
    }

    private static EnumerableSource<TItem, TFormat, TInput, TTarget> Of<TItem, TFormat, TInput, TTarget>(Func<IEnumerable<TItem>> items, bool isBatch = false)
        where TFormat : ISampleFormat<TItem, TInput, TTarget>
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(_ => Made(items).GetEnumerator(), null, isBatch);
    }

    private static EnumerableSource<TItem, TFormat, TInput, TTarget> Of<TItem, TFormat, TInput, TTarget>(IAsyncEnumerable<TItem> items, bool isBatch = false)
        where TFormat : ISampleFormat<TItem, TInput, TTarget>
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(cancellation => new BlockingEnumerator<TItem>(items, cancellation), null, isBatch);
    }

    private static EnumerableSource<TItem, TFormat, TInput, TTarget> Of<TItem, TFormat, TInput, TTarget>(Func<IAsyncEnumerable<TItem>> items, bool isBatch = false)
        where TFormat : ISampleFormat<TItem, TInput, TTarget>
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(cancellation => new BlockingEnumerator<TItem>(Made(items), cancellation), null, isBatch);
    }

    private static T Made<T>(Func<T> make)
        where T : class
        => make() ?? throw new InvalidOperationException("The function that makes the samples gave null. Expected an enumerable.");
}
