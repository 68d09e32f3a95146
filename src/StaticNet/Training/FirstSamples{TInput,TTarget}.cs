using static System.FormattableString;

namespace StaticNet;

/// <summary>What the first samples of a source tell of it, read by the way in the first pass.</summary>
/// <param name="most">How many samples, if there are as many.</param>
/// <param name="inputSize">The numbers of a sample.</param>
/// <param name="targetSize">The numbers of a target.</param>
internal sealed class FirstSamples<TInput, TTarget>(int most, int inputSize, int targetSize)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly Fingerprint<TInput, TTarget> _fingerprint = new();
    private int _count;

    /// <summary>A reader that looks at what another one reads, until enough was seen.</summary>
    public ISampleReader<TInput, TTarget> Of(ISampleReader<TInput, TTarget> reader) => _count == 0 ? new Reader(this, reader) : reader;

    /// <summary>The number of samples that were seen, and their checksum.</summary>
    public override string ToString() => Invariant($"a source whose first {_count} samples have checksum {_fingerprint}");

    private void See(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, int read)
    {
        int seen = Math.Min(read, most - _count);
        _fingerprint.Append(inputs[..(seen * inputSize)], targets[..(seen * targetSize)]);
        _count += seen;
    }

    private sealed class Reader(FirstSamples<TInput, TTarget> first, ISampleReader<TInput, TTarget> reader) : ISampleReader<TInput, TTarget>
    {
        public int Read(Span<TInput> inputs, Span<TTarget> targets)
        {
            int read = reader.Read(inputs, targets);
            first.See(inputs, targets, read);
            return read;
        }

        public void Dispose() => reader.Dispose();
    }
}
