using System.Runtime.InteropServices;
using static System.FormattableString;

namespace StaticNet.Data;

/// <summary>Samples and targets that are made of another source's.</summary>
/// <param name="source">Where they come from.</param>
/// <param name="inputs">Makes samples; null where they stay as they are.</param>
/// <param name="inputSizes">How many numbers a sample has and is to have.</param>
/// <param name="targets">Makes targets; null where they stay as they are.</param>
/// <param name="targetSizes">How many numbers a target has and is to have.</param>
internal sealed class MapSource<TFromInput, TFromTarget, TInput, TTarget>(
    IDataSource<TFromInput, TFromTarget> source, SampleMap<TFromInput, TInput>? inputs, (int From, int To) inputSizes,
    SampleMap<TFromTarget, TTarget>? targets, (int From, int To) targetSizes)
    : IDataSource<TInput, TTarget>
    where TFromInput : unmanaged
    where TFromTarget : unmanaged
    where TInput : unmanaged
    where TTarget : unmanaged
{
    public long? Count => source.Count;

    public ISampleReader<TInput, TTarget> Open(int inputSize, int targetSize, CancellationToken cancellationToken = default)
    {
        Guard.Positive(inputSize, nameof(inputSize));
        Guard.Positive(targetSize, nameof(targetSize));
        var given = new Part<TFromInput, TInput>("Sample", inputs, inputs is null ? inputSize : inputSizes.From, inputSize);
        var givenTargets = new Part<TFromTarget, TTarget>("The target of sample", targets, targets is null ? targetSize : targetSizes.From, targetSize);
        if (inputs is not null)
            Guard.SameLength(inputSizes.To, inputSize, "A sample as it is mapped", nameof(inputSize));
        if (targets is not null)
            Guard.SameLength(targetSizes.To, targetSize, "A target as it is mapped", nameof(targetSize));
        return new Reader(source.Open(given.FromSize, givenTargets.FromSize, cancellationToken), given, givenTargets);
    }

    private sealed class Reader(ISampleReader<TFromInput, TFromTarget> samples, Part<TFromInput, TInput> inputs, Part<TFromTarget, TTarget> targets)
        : ISampleReader<TInput, TTarget>
    {
        private long _first;

        public int Read(Span<TInput> toInputs, Span<TTarget> toTargets)
        {
            int capacity = Math.Min(toInputs.Length / inputs.Size, toTargets.Length / targets.Size);
            int read = samples.Read(inputs.BufferFor(toInputs, capacity), targets.BufferFor(toTargets, capacity));
            inputs.Make(toInputs, read, _first);
            targets.Make(toTargets, read, _first);
            _first += read;
            return read;
        }

        public void Dispose() => samples.Dispose();
    }

    /// <summary>The samples, or the targets.</summary>
    private sealed class Part<TFrom, TTo>(string what, SampleMap<TFrom, TTo>? map, int fromSize, int size)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        private TFrom[] _given = [];

        public int FromSize => fromSize;

        public int Size => size;

        public Span<TFrom> BufferFor(Span<TTo> target, int rows)
        {
            // Without a map both types are the same.
            if (map is null)
                return MemoryMarshal.Cast<TTo, TFrom>(target)[..(rows * fromSize)];
            int length = Guard.ArrayLength(rows, fromSize, "room", "Read fewer samples at a time.");
            if (_given.Length < length)
                _given = new TFrom[length];
            return _given.AsSpan(0, length);
        }

        public void Make(Span<TTo> target, int rows, long first)
        {
            for (int row = 0; map is not null && row < rows; row++)
            {
                Span<TTo> made = target.Slice(row * size, size);
                made.Clear();
                try
                {
                    map(_given.AsSpan(row * fromSize, fromSize), made);
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    throw new InvalidDataException(Invariant($"{what} {first + row} cannot be mapped: the function failed with {error.GetType().Name}: {error.Message}"), error);
                }
            }
        }
    }
}
