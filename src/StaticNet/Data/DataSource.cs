using StaticNet.Data;
using static System.FormattableString;

namespace StaticNet;

/// <summary>Makes sources of samples from what .NET can enumerate and from files, and sources from sources.</summary>
/// <remarks>
/// A source is gone through once an epoch, by one thread at a time, and must give the same samples each time. What can be enumerated only
/// once, such as a queue that is emptied, is refused at the second epoch: give a function that makes the enumerable anew.
/// </remarks>
/// <example>
/// <code>
/// IEnumerable&lt;(float[] Input, int Target)&gt; Read() =&gt; File.ReadLines("points.txt").Select(line =&gt; line.Split(' ')).Select(parts =&gt;
///     (new[] { float.Parse(parts[0], CultureInfo.InvariantCulture), float.Parse(parts[1], CultureInfo.InvariantCulture) }, int.Parse(parts[2], CultureInfo.InvariantCulture)));
///
/// IDataSource&lt;float, int&gt; points = DataSource.From(Read);
/// IDataSource&lt;float, int&gt; test = points.Take(1000), train = points.Skip(1000);
/// </code>
/// </example>
public static partial class DataSource
{
    // What is read in one go where nothing says how much there is.
    private const int FirstRows = 256;

    /// <summary>The first samples of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="count">How many; all, where there are fewer.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static IDataSource<TInput, TTarget> Take<TInput, TTarget>(this IDataSource<TInput, TTarget> source, long count)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new TakeSource<TInput, TTarget>(source, count);
    }

    /// <summary>What comes behind the first samples of a source. They are read all the same, and passed over.</summary>
    /// <param name="source">The source.</param>
    /// <param name="count">How many are passed over.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static IDataSource<TInput, TTarget> Skip<TInput, TTarget>(this IDataSource<TInput, TTarget> source, long count)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new SkipSource<TInput, TTarget>(source, count);
    }

    /// <summary>The samples of several sources, one source behind the other.</summary>
    /// <param name="source">The first.</param>
    /// <param name="others">Those behind it.</param>
    public static IDataSource<TInput, TTarget> Concat<TInput, TTarget>(
        this IDataSource<TInput, TTarget> source, params ReadOnlySpan<IDataSource<TInput, TTarget>> others)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(source);
        foreach (IDataSource<TInput, TTarget> other in others)
            ArgumentNullException.ThrowIfNull(other, nameof(others));
        return new ConcatSource<TInput, TTarget>([source, .. others]);
    }

    /// <summary>Makes each sample of another one, which may have another type and size.</summary>
    /// <param name="source">The source.</param>
    /// <param name="fromSize">How many numbers a sample of the source has.</param>
    /// <param name="toSize">How many numbers each is to have, as the model expects.</param>
    /// <param name="map">Makes a sample of a given one. It is called by the thread that reads and must give the same each time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is less than 1.</exception>
    public static IDataSource<TTo, TTarget> Map<TInput, TTarget, TTo>(
        this IDataSource<TInput, TTarget> source, int fromSize, int toSize, SampleMap<TInput, TTo> map)
        where TInput : unmanaged
        where TTarget : unmanaged
        where TTo : unmanaged
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(map);
        return new MapSource<TInput, TTarget, TTo, TTarget>(
            source, map, (Guard.Positive(fromSize, nameof(fromSize)), Guard.Positive(toSize, nameof(toSize))), null, default);
    }

    /// <summary>Makes each target of another one, which may have another type and size.</summary>
    /// <param name="source">The source.</param>
    /// <param name="fromSize">How many numbers a target of the source has; 1 for a label.</param>
    /// <param name="toSize">How many numbers each is to have, as the model expects.</param>
    /// <param name="map">Makes a target of a given one. It is called by the thread that reads and must give the same each time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is less than 1.</exception>
    public static IDataSource<TInput, TTo> MapTargets<TInput, TTarget, TTo>(
        this IDataSource<TInput, TTarget> source, int fromSize, int toSize, SampleMap<TTarget, TTo> map)
        where TInput : unmanaged
        where TTarget : unmanaged
        where TTo : unmanaged
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(map);
        return new MapSource<TInput, TTarget, TInput, TTo>(
            source, null, default, map, (Guard.Positive(fromSize, nameof(fromSize)), Guard.Positive(toSize, nameof(toSize))));
    }

    /// <summary>Reads all samples into memory.</summary>
    /// <param name="source">The source.</param>
    /// <param name="inputSize">How many numbers a sample has.</param>
    /// <param name="targetSize">How many numbers a target has; 1 for a label.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">A sample cannot be read.</exception>
    /// <exception cref="InvalidOperationException">There are more samples than fit into an array.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Dataset<TInput, TTarget> ToDataset<TInput, TTarget>(
        this IDataSource<TInput, TTarget> source, int inputSize, int targetSize, CancellationToken cancellationToken = default)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(source);
        Guard.Positive(inputSize, nameof(inputSize));
        Guard.Positive(targetSize, nameof(targetSize));
        int max = Array.MaxLength / Math.Max(inputSize, targetSize);
        int capacity = (int)Math.Clamp(source.Count + 1 ?? FirstRows, 1, max), count = 0;
        var inputs = new TInput[capacity * inputSize];
        var targets = new TTarget[capacity * targetSize];
        using ISampleReader<TInput, TTarget> samples = source.Open(inputSize, targetSize, cancellationToken);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (count == capacity)
            {
                if (capacity == max)
                    throw new InvalidOperationException(Invariant($"There are at least {count} samples of {inputSize} numbers, and an array holds at most {Array.MaxLength}. Take fewer, or train on the source itself."));
                capacity = (int)Math.Min(max, 2L * capacity);
                Array.Resize(ref inputs, capacity * inputSize);
                Array.Resize(ref targets, capacity * targetSize);
            }

            int read = samples.Read(inputs.AsSpan(count * inputSize), targets.AsSpan(count * targetSize));
            if (read == 0)
                break;
            count += read;
        }

        return new Dataset<TInput, TTarget>(inputs.AsMemory(0, count * inputSize), targets.AsMemory(0, count * targetSize), count);
    }
}
