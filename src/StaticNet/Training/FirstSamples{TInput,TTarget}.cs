using static System.FormattableString;

namespace StaticNet;

/// <summary>A checksum of the first samples of a source, taken while the first pass reads them.</summary>
/// <param name="maxCount">How many samples, if there are as many.</param>
/// <param name="inputSize">The numbers of a sample.</param>
/// <param name="targetSize">The numbers of a target.</param>
internal sealed class FirstSamples<TInput, TTarget>(int maxCount, int inputSize, int targetSize)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly Fingerprint<TInput, TTarget> _fingerprint = new();
    private int _count;

    /// <summary>A reader that adds what another one reads to the checksum, until there is enough.</summary>
    public ISampleReader<TInput, TTarget> Watch(ISampleReader<TInput, TTarget> reader) => _count == 0 ? new Reader(this, reader) : reader;

    /// <summary>The number of those samples, and their checksum.</summary>
    public override string ToString() => Invariant($"a source whose first {_count} samples have checksum {_fingerprint}");

    private void Append(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, int read)
    {
        int seen = Math.Min(read, maxCount - _count);
        _fingerprint.Append(inputs[..(seen * inputSize)], targets[..(seen * targetSize)]);
        _count += seen;
    }

    private sealed class Reader(FirstSamples<TInput, TTarget> first, ISampleReader<TInput, TTarget> reader) : ISampleReader<TInput, TTarget>
    {
        public int Read(Span<TInput> inputs, Span<TTarget> targets)
        {
            int read = reader.Read(inputs, targets);
            first.Append(inputs, targets, read);
            return read;
        }

        public void Dispose() => reader.Dispose();
    }
}
