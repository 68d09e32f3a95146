using System.Numerics;
using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>
/// Sequences of whole numbers, each with a label. They go into <c>Fit</c> as they are: each is brought to the length that the model asks
/// for, padded and truncated at its beginning, as Keras' <c>pad_sequences</c> does by default. <see cref="Pad"/> does it otherwise.
/// </summary>
/// <example>
/// <code>
/// var (train, test) = Imdb.Load(10_000);
/// var model = new ImdbGap(seed: 1);              // a model that begins with an Embedding
/// model.Fit(train);                              // as many tokens a review as the model has
/// Dataset&lt;int, int&gt; padded = train.Pad(200);     // the same in memory, once and for all
/// </code>
/// </example>
public sealed class LabelledSequences : IDataSource<int, int>, IDataSource<int, float>
{
    internal LabelledSequences(IReadOnlyList<int[]> sequences, int[] labels)
    {
        Sequences = sequences;
        Labels = labels;
    }

    /// <summary>The sequences, of different length.</summary>
    public IReadOnlyList<int[]> Sequences { get; }

    /// <summary>The label of each sequence.</summary>
    public ReadOnlyMemory<int> Labels { get; }

    /// <summary>The number of sequences.</summary>
    public int Count => Sequences.Count;

    long? IDataSource<int, int>.Count => Count;

    long? IDataSource<int, float>.Count => Count;

    /// <summary>
    /// Brings all sequences to one length, as <see cref="Datasets.Sequences.PadSequences"/> does, and pairs them with their labels.
    /// </summary>
    /// <param name="maxLength">The length of all, at least 1; that of the longest if left out.</param>
    /// <param name="padding">Where a shorter sequence is padded; at its beginning by default.</param>
    /// <param name="truncating">Where a longer sequence is truncated; at its beginning by default, so that its end is kept.</param>
    /// <param name="value">What it is padded with; 0 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLength"/> is less than 1, or a side is none of the enum's.</exception>
    public Dataset<int, int> Pad(
        int? maxLength = null, SequenceSide padding = SequenceSide.Pre, SequenceSide truncating = SequenceSide.Pre, int value = 0)
        => Dataset.From(Datasets.Sequences.PadSequences(Sequences, maxLength, padding, truncating, value), Labels);

    ISampleReader<int, int> IDataSource<int, int>.Open(int inputSize, int targetSize, CancellationToken cancellationToken)
        => Opened<int>(inputSize, targetSize, cancellationToken);

    ISampleReader<int, float> IDataSource<int, float>.Open(int inputSize, int targetSize, CancellationToken cancellationToken)
        => Opened<float>(inputSize, targetSize, cancellationToken);

    private Reader<TTarget> Opened<TTarget>(int inputSize, int targetSize, CancellationToken cancellationToken)
        where TTarget : unmanaged, INumberBase<TTarget>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputSize);
        return targetSize == 1 ? new Reader<TTarget>(this, inputSize, cancellationToken)
            : throw new ArgumentException(Invariant($"A target of {targetSize} numbers was asked of sequences with a label each. Expected 1; for one-hot targets call Pad and ToOneHot."), nameof(targetSize));
    }

    private sealed class Reader<TTarget>(LabelledSequences data, int inputSize, CancellationToken cancellation) : ISampleReader<int, TTarget>
        where TTarget : unmanaged, INumberBase<TTarget>
    {
        private int _next;

        public int Read(Span<int> inputs, Span<TTarget> targets)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(data.Count - _next, Math.Min(inputs.Length / inputSize, targets.Length));
            for (int i = 0; i < count; i++, _next++)
            {
                Datasets.Sequences.PadSequence(data.Sequences[_next], inputs.Slice(i * inputSize, inputSize));
                targets[i] = TTarget.CreateTruncating(data.Labels.Span[_next]);
            }

            return count;
        }

        public void Dispose()
        {
        }
    }
}
