using static System.FormattableString;

namespace StaticNet;

/// <summary>
/// Samples and what a model should make of them. Slices share the memory of the whole; nothing is copied.
/// </summary>
/// <typeparam name="TInput">What a sample is made of: <see cref="float"/> for numbers.</typeparam>
/// <typeparam name="TTarget">What a target is made of: <see cref="int"/> for class labels, <see cref="float"/> for numbers.</typeparam>
/// <example>
/// <code>
/// // 100 samples of 3 numbers with a label each, in memory that is not copied.
/// var points = new Dataset&lt;float, int&gt;(new float[300], new int[100], 100);
/// Dataset&lt;float, int&gt; first = points.Take(10);
/// </code>
/// </example>
public sealed partial class Dataset<TInput, TTarget> : IDataSource<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>Views <paramref name="inputs"/> and <paramref name="targets"/> as <paramref name="count"/> samples.</summary>
    /// <param name="inputs">All samples, one behind the other, each in row-major order.</param>
    /// <param name="targets">All targets, in the order of the samples.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="classNames">What each label means, from label 0 on; null where that is not known.</param>
    /// <exception cref="ArgumentException">The inputs or targets do not divide into <paramref name="count"/> samples, or a name is null.</exception>
    public Dataset(ReadOnlyMemory<TInput> inputs, ReadOnlyMemory<TTarget> targets, int count, IReadOnlyList<string>? classNames = null)
        : this(inputs, targets, count, classNames is null ? null : Array.AsReadOnly([.. classNames]), null)
    {
        if (ClassNames?.Contains(null!) == true)
            throw new ArgumentException("A class has no name. Expected a name for each class, or null for none at all.", nameof(classNames));
    }

    internal Dataset(ReadOnlyMemory<TInput> inputs, ReadOnlyMemory<TTarget> targets, int count, IReadOnlyList<string>? classNames, int[]? sampleShape)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        InputSize = SizeOfSample(inputs.Length, count, nameof(inputs));
        TargetSize = SizeOfSample(targets.Length, count, nameof(targets));
        Inputs = inputs;
        Targets = targets;
        Count = count;
        ClassNames = classNames;
        SampleShape = sampleShape;
    }

    /// <summary>The number of samples.</summary>
    public int Count { get; }

    long? IDataSource<TInput, TTarget>.Count => Count;

    /// <summary>The numbers in one sample; 0 in an empty set.</summary>
    public int InputSize { get; }

    /// <summary>The numbers in one target; 0 in an empty set.</summary>
    public int TargetSize { get; }

    /// <summary>What each label means, from label 0 on; null where that is not known.</summary>
    public IReadOnlyList<string>? ClassNames { get; }

    /// <summary>The shape of a sample, where the array that it came in had one; null where only its size is known.</summary>
    internal int[]? SampleShape { get; }

    /// <summary>All samples, one behind the other.</summary>
    public ReadOnlyMemory<TInput> Inputs { get; }

    /// <summary>All targets, one behind the other.</summary>
    public ReadOnlyMemory<TTarget> Targets { get; }

    /// <summary>One sample.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public ReadOnlySpan<TInput> Input(int index) => Inputs.Span.Slice(Existing(index) * InputSize, InputSize);

    /// <summary>The target of one sample.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public ReadOnlySpan<TTarget> Target(int index) => Targets.Span.Slice(Existing(index) * TargetSize, TargetSize);

    /// <summary>
    /// Cuts off the tail of the data, as Keras' <c>validation_split</c> does: the first part has
    /// floor(<see cref="Count"/> * (1 - <paramref name="fraction"/>)) samples, the tail has the rest.
    /// </summary>
    /// <param name="fraction">The part that goes to the tail, from 0 up to, not including, 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction lies outside [0, 1).</exception>
    public (Dataset<TInput, TTarget> Head, Dataset<TInput, TTarget> Tail) SplitTail(double fraction)
    {
        Guard.Fraction(fraction, nameof(fraction));
        int head = Dataset.HeadOf(Count, fraction);
        return (Slice(0, head), Slice(head, Count - head));
    }

    /// <inheritdoc/>
    ISampleReader<TInput, TTarget> IDataSource<TInput, TTarget>.Open(int inputSize, int targetSize, CancellationToken cancellationToken)
    {
        if (Count > 0)
        {
            Guard.SameLength(InputSize, inputSize, "A sample", nameof(inputSize));
            Guard.SameLength(TargetSize, targetSize, "A target", nameof(targetSize));
        }

        return new Reader(this);
    }

    private sealed class Reader(Dataset<TInput, TTarget> data) : ISampleReader<TInput, TTarget>
    {
        private int _next;

        public int Read(Span<TInput> inputs, Span<TTarget> targets)
        {
            int count = data.Count == _next ? 0 : Math.Min(data.Count - _next, inputs.Length / data.InputSize);
            Dataset<TInput, TTarget> read = data.Slice(_next, count);
            read.Inputs.Span.CopyTo(inputs);
            read.Targets.Span.CopyTo(targets);
            _next += count;
            return count;
        }

        public void Dispose()
        {
        }
    }

    private int Existing(int index)
        => (uint)index < (uint)Count ? index
            : throw new ArgumentOutOfRangeException(
                nameof(index), Invariant($"Sample {index} was asked of a data set of {Count}. Expected 0 to {Count - 1}."));

    private static int SizeOfSample(int length, int count, string argument)
    {
        if (count == 0 ? length != 0 : length % count != 0 || length == 0)
        {
            throw new ArgumentException(
                Invariant($"{length} values came for {count} samples. Expected the same whole number of values, at least one, for every sample."), argument);
        }

        return count == 0 ? 0 : length / count;
    }
}
