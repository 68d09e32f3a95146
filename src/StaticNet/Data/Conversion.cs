using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace StaticNet;

/// <summary>Turns numbers of one kind into those of another where nothing that matters is lost, and refuses the others by their place.</summary>
internal static class Conversion
{
    /// <summary>The whole numbers of which a float holds each.</summary>
    public const int LargestExact = 1 << 24;

    /// <summary>Numbers as floats or ints.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="size">How many of them make a row; 0 where that is not known.</param>
    /// <exception cref="ArgumentException">A number is too large, or should be whole.</exception>
    public static TTarget[] Of<TSource, TTarget>(ReadOnlySpan<TSource> values, int size)
        where TSource : unmanaged, INumberBase<TSource>
        where TTarget : unmanaged
        => typeof(TTarget) == typeof(float) ? (TTarget[])(object)ToSingle(values, size)
            : typeof(TTarget) == typeof(int) ? (TTarget[])(object)ToInt32(values, size)
            : throw new NotSupportedException($"Rows of {typeof(TTarget)} were asked for. Expected float, or int for tokens.");

    /// <summary>Labels as floats.</summary>
    /// <exception cref="ArgumentException">A label is too large for a float to tell it from its neighbours.</exception>
    public static float[] LabelsToSingle(ReadOnlySpan<int> labels, string argument)
    {
        var numbers = new float[labels.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] is < -LargestExact or > LargestExact)
            {
                throw new ArgumentException(
                    Invariant($"The target of sample {i} is {labels[i]}, which no float holds exactly. Expected -{LargestExact} to {LargestExact}; scale such numbers and give floats."),
                    argument);
            }

            numbers[i] = labels[i];
        }

        return numbers;
    }

    /// <summary>Numbers as ints.</summary>
    /// <exception cref="ArgumentException">A number is not whole, or too large.</exception>
    public static int[] ToInt32<TSource>(ReadOnlySpan<TSource> values, int size, string argument = "values")
        where TSource : unmanaged, INumberBase<TSource>
    {
        var target = new int[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            TSource value = values[i];
            long whole = long.CreateSaturating(value);
            if (whole is < int.MinValue or > int.MaxValue || TSource.CreateSaturating(whole) != value)
                throw Refused(value, i, size, "a whole number of 32 bits", argument);
            target[i] = (int)whole;
        }

        return target;
    }

    private static float[] ToSingle<TSource>(ReadOnlySpan<TSource> values, int size)
        where TSource : unmanaged, INumberBase<TSource>
    {
        float[] target = GC.AllocateUninitializedArray<float>(values.Length);
        if (typeof(TSource) == typeof(float))
        {
            MemoryMarshal.Cast<TSource, float>(values).CopyTo(target);
            return target;
        }

        // Block by block, so that what is not finite is looked for in the cache.
        const int Block = 1 << 14;
        for (int start = 0; start < values.Length; start += Block)
        {
            ReadOnlySpan<TSource> from = values.Slice(start, Math.Min(Block, values.Length - start));
            Span<float> to = target.AsSpan(start, from.Length);
            TensorPrimitives.ConvertSaturating(from, to);
            if (FiniteNumbers.AreAll(to))
                continue;
            for (int i = 0; i < from.Length; i++)
            {
                // NaN and infinity stay what they are: whoever gets them decides.
                if (float.IsInfinity(to[i]) && TSource.IsFinite(from[i]))
                    throw Refused(from[i], start + i, size, "at most 3.4e38, the largest float", nameof(values));
            }
        }

        return target;
    }

    private static ArgumentException Refused<TSource>(TSource value, int at, int size, string expected, string argument)
        where TSource : INumberBase<TSource>
        => new(
            size == 0 ? Invariant($"The number at place {at} is {value}. Expected {expected}.")
                : Invariant($"Sample {at / size} holds {value} at place {at % size}. Expected {expected}."),
            argument);
}
