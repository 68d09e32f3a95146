using System.Runtime.InteropServices;
using StaticNet.Files;
using static System.FormattableString;

namespace StaticNet;

/// <summary>A checksum of samples and one of targets, by which data is told from other data, though not from what was made to look like it.</summary>
internal sealed class Fingerprint<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    // So much of each that it takes less time than a step, whatever the size of the data.
    private const int Places = 64, Length = 1024;
    private readonly Crc32 _inputs = new();
    private readonly Crc32 _targets = new();

    /// <summary>Takes samples and their targets in; how many come at a time has no bearing.</summary>
    public void Append(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets)
    {
        Append(_inputs, inputs);
        Append(_targets, targets);
    }

    /// <summary>Takes numbers from the first to the last in, from so many places that are spread over all of them.</summary>
    public void AppendSpread(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets)
    {
        Spread(_inputs, inputs);
        Spread(_targets, targets);
    }

    /// <summary>Both checksums.</summary>
    public override string ToString() => Invariant($"{_inputs.Value:x8}{_targets.Value:x8}");

    // All bytes of a large batch are more than a span can have.
    private static void Append<T>(Crc32 sum, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        for (; values.Length > Places * Length; values = values[(Places * Length)..])
            sum.Append(MemoryMarshal.AsBytes(values[..(Places * Length)]));
        sum.Append(MemoryMarshal.AsBytes(values));
    }

    private static void Spread<T>(Crc32 sum, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (values.Length <= Places * Length)
        {
            sum.Append(MemoryMarshal.AsBytes(values));
            return;
        }

        // The last one ends where the numbers end.
        for (int place = 0; place < Places; place++)
            sum.Append(MemoryMarshal.AsBytes(values.Slice((int)((long)(values.Length - Length) * place / (Places - 1)), Length)));
    }
}
