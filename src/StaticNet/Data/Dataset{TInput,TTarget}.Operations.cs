using static System.FormattableString;

namespace StaticNet;

/// <content>Parts of a data set, other orders, and other samples made from it.</content>
public sealed partial class Dataset<TInput, TTarget>
{
    /// <summary>Labels as numbers, for a model that learns numbers; see <see cref="Dataset.ToNumbers"/>.</summary>
    /// <exception cref="ArgumentException">There are more than two named classes, whose numbers have no order that could be learned, or a label is too large for a float to hold it exactly.</exception>
    public static implicit operator Dataset<TInput, TTarget>(Dataset<TInput, int> labelled)
    {
        ArgumentNullException.ThrowIfNull(labelled);
        return labelled as Dataset<TInput, TTarget>
            ?? labelled.RequireTwoClasses().ToNumbers() as Dataset<TInput, TTarget>
            ?? throw new NotSupportedException($"Targets of {typeof(TTarget)} were asked for. Expected int or float.");
    }

    /// <summary><paramref name="count"/> samples from <paramref name="start"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The slice reaches beyond the data.</exception>
    public Dataset<TInput, TTarget> Slice(int start, int count)
    {
        if ((uint)start > (uint)Count || (uint)count > (uint)(Count - start))
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), Invariant($"Samples {start} to {start + (long)count - 1} were asked of a data set of {Count}. Ask for a range inside it."));
        }

        return With(
            Inputs.Slice(start * InputSize, count * InputSize), Targets.Slice(start * TargetSize, count * TargetSize), SampleShape, count);
    }

    /// <summary>The first <paramref name="count"/> samples, or all if there are fewer.</summary>
    public Dataset<TInput, TTarget> Take(int count) => Slice(0, Math.Clamp(count, 0, Count));

    /// <summary>The samples behind the first <paramref name="count"/>; none if there are no more.</summary>
    public Dataset<TInput, TTarget> Skip(int count)
    {
        int start = Math.Clamp(count, 0, Count);
        return Slice(start, Count - start);
    }

    /// <summary>The samples in batches, one after the other, each a slice that shares the memory of the whole.</summary>
    /// <param name="size">The samples in a batch; the last one may have fewer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 1.</exception>
    /// <example>
    /// <code>
    /// foreach (var batch in data.Batch(32))
    ///     model.TrainOnBatch(batch.Inputs.Span, batch.Targets.Span, optimizer);
    /// </code>
    /// </example>
    public IEnumerable<Dataset<TInput, TTarget>> Batch(int size)
    {
        Guard.Positive(size, nameof(size));
        return Batches();

        IEnumerable<Dataset<TInput, TTarget>> Batches()
        {
            for (int start = 0; start < Count; start += Math.Min(size, Count - start))
                yield return Slice(start, Math.Min(size, Count - start));
        }
    }

    /// <summary>A copy in random order.</summary>
    /// <param name="seed">The same seed gives the same order, on every machine.</param>
    public Dataset<TInput, TTarget> Shuffle(int seed)
    {
        var order = new int[Count];
        RandomSource.Permute(order, (ulong)seed);
        return Pick(order);
    }

    /// <summary>The samples of this data set and, behind them, those of another; copied.</summary>
    /// <param name="other">Samples and targets of the same size; whichever has no class names takes those of the other.</param>
    /// <exception cref="ArgumentException">Sizes or class names differ, or all together do not fit into an array.</exception>
    public Dataset<TInput, TTarget> Concat(Dataset<TInput, TTarget> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        IReadOnlyList<string>? names = ClassNames ?? other.ClassNames;
        if (other.ClassNames is not null && !names!.SequenceEqual(other.ClassNames))
        {
            throw new ArgumentException(
                $"The labels of the other data mean '{string.Join("', '", other.ClassNames)}', those of this '{string.Join("', '", names!)}'. Number both alike: Labels.Of(labels, classNames).",
                nameof(other));
        }

        if (Count == 0 || other.Count == 0)
        {
            Dataset<TInput, TTarget> filled = Count == 0 ? other : this;
            return new(filled.Inputs, filled.Targets, filled.Count, names, filled.SampleShape);
        }

        Guard.SameLength(other.InputSize, InputSize, "A sample of the other data", nameof(other));
        Guard.SameLength(other.TargetSize, TargetSize, "A target of the other data", nameof(other));
        bool isSameShape = SampleShape is not null && other.SampleShape is not null && SampleShape.AsSpan().SequenceEqual(other.SampleShape);
        if (!isSameShape && SampleShape is not null && other.SampleShape is not null)
            throw new ArgumentException($"A sample of the other data has the shape ({string.Join(", ", other.SampleShape)}). Expected ({string.Join(", ", SampleShape)}).", nameof(other));
        return new(
            Joined(Inputs.Span, other.Inputs.Span), Joined(Targets.Span, other.Targets.Span), Count + other.Count, names, SampleShape ?? other.SampleShape);
    }

    /// <summary>Makes another number of each number of the samples; targets stay.</summary>
    /// <param name="map">The function.</param>
    /// <example>
    /// <code>
    /// var scaled = data.Map(pixel => pixel / 255);
    /// </code>
    /// </example>
    public Dataset<TOutput, TTarget> Map<TOutput>(Func<TInput, TOutput> map)
        where TOutput : unmanaged
    {
        ArgumentNullException.ThrowIfNull(map);
        ReadOnlySpan<TInput> from = Inputs.Span;
        var to = new TOutput[from.Length];
        for (int i = 0; i < to.Length; i++)
            to[i] = map(from[i]);
        return With<TOutput, TTarget>(to, Targets, SampleShape);
    }

    /// <summary>Makes another sample of each sample; targets stay.</summary>
    /// <param name="size">The numbers in a sample that is made.</param>
    /// <param name="map">Is given a sample, and room for another, which is 0 where nothing is written.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 1.</exception>
    /// <exception cref="ArgumentException">All together do not fit into an array.</exception>
    /// <example>
    /// <code>
    /// var withSum = data.Map&lt;float&gt;(data.InputSize + 1, (sample, extended) =>
    /// {
    ///     sample.CopyTo(extended);
    ///     extended[^1] = TensorPrimitives.Sum(sample);
    /// });
    /// </code>
    /// </example>
    public Dataset<TOutput, TTarget> Map<TOutput>(int size, SampleMap<TInput, TOutput> map)
        where TOutput : unmanaged
    {
        ArgumentNullException.ThrowIfNull(map);
        Guard.Positive(size, nameof(size));
        var to = new TOutput[Guard.ArrayLength(Count, size, nameof(size), "Map parts of the data.")];
        for (int i = 0; i < Count; i++)
            map(Input(i), to.AsSpan(i * size, size));
        return With<TOutput, TTarget>(to, Targets, null);
    }

    /// <summary>This data set's targets and names with other samples, or the like.</summary>
    internal Dataset<TOtherInput, TOtherTarget> With<TOtherInput, TOtherTarget>(
        ReadOnlyMemory<TOtherInput> inputs, ReadOnlyMemory<TOtherTarget> targets, int[]? sampleShape, int? count = null)
        where TOtherInput : unmanaged
        where TOtherTarget : unmanaged
        => new(inputs, targets, count ?? Count, ClassNames, sampleShape);

    /// <summary>Refuses names of more than two classes: as numbers they would have an order.</summary>
    internal Dataset<TInput, TTarget> RequireTwoClasses()
        => ClassNames is not { Count: > 2 } names ? this
            : throw new ArgumentException(
                Invariant($"The labels name {names.Count} classes, and the model learns numbers. Expected at most two; use .ToOneHot({names.Count}) with CategoricalCrossentropy, or the loss SparseCategoricalCrossentropy."));

    // A copy of some samples, in the order of their numbers.
    private Dataset<TInput, TTarget> Pick(ReadOnlySpan<int> order)
    {
        var inputs = new TInput[order.Length * InputSize];
        var targets = new TTarget[order.Length * TargetSize];
        for (int i = 0; i < order.Length; i++)
        {
            Input(order[i]).CopyTo(inputs.AsSpan(i * InputSize));
            Target(order[i]).CopyTo(targets.AsSpan(i * TargetSize));
        }

        return With<TInput, TTarget>(inputs, targets, SampleShape, order.Length);
    }

    private static T[] Joined<T>(ReadOnlySpan<T> first, ReadOnlySpan<T> other)
    {
        if ((long)first.Length + other.Length > Array.MaxLength)
            throw new ArgumentException(Invariant($"{(long)first.Length + other.Length} numbers do not fit into an array, which holds at most {Array.MaxLength}. Use smaller parts."), nameof(other));
        var joined = new T[first.Length + other.Length];
        first.CopyTo(joined);
        other.CopyTo(joined.AsSpan(first.Length));
        return joined;
    }
}
