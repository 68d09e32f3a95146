using System.ComponentModel;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace StaticNet.Kernels;

/// <summary>Puts the inputs and targets of a model with several of them together.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DataColumns
{
    /// <summary>A data set whose samples and targets are made of columns.</summary>
    /// <param name="info">The model.</param>
    /// <param name="inputs">A column for each input.</param>
    /// <param name="targets">A column for each output.</param>
    /// <exception cref="ArgumentException">Columns have other sizes than the model expects, or not all as many samples.</exception>
    public static Dataset<TInput, TTarget> Join<TInput, TTarget>(ModelInfo info, ReadOnlySpan<DataColumn> inputs, ReadOnlySpan<DataColumn> targets)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(info);
        Guard.SameLength(targets.Length, info.Outputs.Count, "The list of targets", nameof(targets));
        Guard.SameLength(inputs.Length, info.Inputs.Count, "The list of inputs", nameof(inputs));
        int count = inputs[0].SamplesOf(info.Inputs[0].Size, info.Inputs[0].Name);
        TTarget[] joined = Join<TTarget>(
            [.. info.Outputs.Select(output => (output.Name, output.TargetSize, output.TakesLabels))], targets, count, info.Inputs[0].Name);
        return new Dataset<TInput, TTarget>(Join<TInput>(info, inputs), joined, count);
    }

    /// <summary>Samples that are made of columns, one behind the other.</summary>
    internal static TInput[] Join<TInput>(ModelInfo info, ReadOnlySpan<DataColumn> inputs)
        where TInput : unmanaged
    {
        Guard.SameLength(inputs.Length, info.Inputs.Count, "The list of inputs", nameof(inputs));
        for (int i = 0; i < inputs.Length; i++)
            Guard.SampleShape(inputs[i].RowShape, info.Inputs[i].Shape, $"{info.Inputs[i].Name} of {info.Name}", info.Inputs[i].Name);
        return Join<TInput>(
            [.. info.Inputs.Select(input => (input.Name, input.Size, input.Vocabulary > 0))], inputs,
            inputs[0].SamplesOf(info.Inputs[0].Size, info.Inputs[0].Name), info.Inputs[0].Name);
    }

    private static T[] Join<T>((string Name, int Size, bool IsWhole)[] expected, ReadOnlySpan<DataColumn> columns, int count, string first)
        where T : unmanaged
    {
        int total = expected.Sum(column => column.Size), offset = 0;
        var rows = new T[Guard.ArrayLength(count, total, first, "Use fewer samples at a time.")];
        Span<uint> cells = MemoryMarshal.Cast<T, uint>(rows.AsSpan());
        for (int i = 0; i < expected.Length; i++)
        {
            (string name, int size, bool isWhole) = expected[i];
            int samples = columns[i].SamplesOf(size, name);
            if (samples != count)
                throw new ArgumentException(Invariant($"{samples} samples of {name} came, and {count} of {first}. Expected as many of each."), name);
            ReadOnlySpan<uint> values = columns[i].Values(isWhole, size, name);
            for (int sample = 0; sample < count; sample++)
                values.Slice(sample * size, size).CopyTo(cells[((sample * total) + offset)..]);
            offset += size;
        }

        return rows;
    }
}
