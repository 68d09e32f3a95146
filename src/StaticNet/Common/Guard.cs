using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static System.FormattableString;

namespace StaticNet;

/// <summary>Checks of arguments whose messages say what came, what was expected and what to do.</summary>
internal static class Guard
{
    public static double Fraction(double value, string argument)
        => value is >= 0 and < 1 ? value
            : throw new ArgumentOutOfRangeException(argument, value, Invariant($"{argument} is {value}. Expected at least 0 and less than 1."));

    public static double NotNegative(double value, string argument)
        => value >= 0 && double.IsFinite(value) ? value
            : throw new ArgumentOutOfRangeException(argument, value, Invariant($"{argument} is {value}. Expected a finite number of at least 0."));

    public static string? NotEmpty(string? value, string argument)
        => value != "" ? value : throw new ArgumentException($"{argument} is empty. Expected the path of a file, or null for none.", argument);

    /// <summary>A fraction that kernels take as a float, which is one too.</summary>
    public static double FloatFraction(double value, string argument)
        => (float)Fraction(value, argument) == 1
            ? throw new ArgumentOutOfRangeException(
                argument, value, Invariant($"{argument} is {value}, which is 1 as a float. Expected less than 1: at most {MathF.BitDecrement(1)}."))
            : FloatNotNegative(value, argument);

    /// <summary>A number of at least 0 that kernels take as a float, which is finite too, and 0 only where the number is.</summary>
    public static double FloatNotNegative(double value, string argument)
        => (float)FloatFinite(value, argument) == 0 && value != 0
            ? throw new ArgumentOutOfRangeException(
                argument, value, Invariant($"{argument} is {value}, which is 0 as a float. Expected 0 itself, or at least {float.Epsilon}."))
            : value;

    /// <summary>A number of at least 0 that kernels take as a float, which is finite too.</summary>
    public static double FloatFinite(double value, string argument)
        => float.IsInfinity((float)NotNegative(value, argument))
            ? throw new ArgumentOutOfRangeException(
                argument, value, Invariant($"{argument} is {value}, which is infinite as a float. Expected at most {float.MaxValue}."))
            : value;

    public static int Positive(int value, string argument)
        => value > 0 ? value
            : throw new ArgumentOutOfRangeException(argument, value, Invariant($"{argument} is {value}. Expected at least 1."));

    /// <summary>A value that its enum has, and not a number cast to it.</summary>
    public static TEnum Defined<TEnum>(TEnum value, string argument)
        where TEnum : struct, Enum
        => Enum.IsDefined(value) ? value
            : throw new ArgumentOutOfRangeException(
                argument, value, $"{argument} is {value:D}, which is no {typeof(TEnum).Name}. Expected one of {string.Join(", ", Enum.GetNames<TEnum>())}.");

    /// <summary>Refuses labels that are no class, naming the sample.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="argument">The argument that holds the labels.</param>
    /// <param name="firstSample">The number of the first sample.</param>
    /// <param name="areOutputs">Whether there are as many because the model has as many outputs.</param>
    /// <param name="what">What the labels are.</param>
    /// <param name="each">How many labels a sample has.</param>
    public static void LabelsInRange(
        ReadOnlySpan<int> labels, int classes, string argument, long firstSample = 0, bool areOutputs = true, string what = "label", int each = 1)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes)
            {
                string place = each == 1 ? "" : Invariant($" at place {i % each}"), reason = areOutputs ? "a class for each of the" : "one of the";
                throw new ArgumentException(
                    Invariant($"The {what} of sample {firstSample + (i / each)}{place} is {labels[i]}. Expected 0 to {classes - 1}, {reason} {classes} {(areOutputs ? "outputs" : "classes")}."), argument);
            }
        }
    }

    /// <summary>Refuses tokens outside a table, naming the sample and the place.</summary>
    public static void Tokens(ReadOnlySpan<int> tokens, int vocabulary, int size, string argument, long firstSample = 0)
    {
        // As unsigned numbers, so that the largest tells of negative ones too.
        if (TensorPrimitives.Max(MemoryMarshal.Cast<int, uint>(tokens)) < (uint)vocabulary)
            return;
        for (int at = 0; at < tokens.Length; at++)
        {
            int token = tokens[at];
            if ((uint)token < (uint)vocabulary)
                continue;
            throw new ArgumentException(
                Invariant($"Sample {firstSample + (at / size)} holds the token {token} at place {at % size}. Expected 0 to {vocabulary - 1}: the table of the model's Embedding has {vocabulary} rows."),
                argument);
        }
    }

    /// <summary>
    /// Copies tokens and refuses those outside a table, in one pass: what is looked at is what was copied, whoever writes to the original
    /// meanwhile.
    /// </summary>
    public static void CopyTokens(ReadOnlySpan<int> tokens, Span<int> copy, int vocabulary, int size, int firstSample, string argument)
    {
        copy = copy[..tokens.Length];
        ref uint from = ref Unsafe.As<int, uint>(ref MemoryMarshal.GetReference(tokens));
        ref uint to = ref Unsafe.As<int, uint>(ref MemoryMarshal.GetReference(copy));
        Vector256<uint> low = default, high = default;
        nuint at = 0, length = (uint)tokens.Length;
        for (; at + 16 <= length; at += 16)
        {
            Vector256<uint> first = Vector256.LoadUnsafe(ref from, at), second = Vector256.LoadUnsafe(ref from, at + 8);
            first.StoreUnsafe(ref to, at);
            second.StoreUnsafe(ref to, at + 8);
            low = Vector256.Max(low, first);
            high = Vector256.Max(high, second);
        }

        uint max = 0;
        for (; at < length; at++)
        {
            uint token = Unsafe.Add(ref from, at);
            Unsafe.Add(ref to, at) = token;
            max = Math.Max(max, token);
        }

        // As unsigned numbers, so that the largest tells of negative ones too.
        if (max >= (uint)vocabulary || Vector256.GreaterThanOrEqualAny(Vector256.Max(low, high), Vector256.Create((uint)vocabulary)))
            Tokens(copy, vocabulary, size, argument, firstSample);
    }

    /// <summary>Refuses NaN and infinity, naming the sample and the place.</summary>
    public static void Finite(ReadOnlySpan<float> values, int size, string what, string argument, long firstSample = 0)
    {
        // Block by block, so that the place is found without a second pass over everything.
        const int Block = 1 << 16;
        for (int start = 0; start < values.Length; start += Block)
        {
            ReadOnlySpan<float> block = values.Slice(start, Math.Min(Block, values.Length - start));
            if (FiniteNumbers.AreAll(block))
                continue;
            int at = FiniteNumbers.FirstOther(block);
            throw new ArgumentException(
                Invariant($"{what} {firstSample + ((start + at) / size)} holds {block[at]} at place {(start + at) % size}. Expected finite numbers; remove or mend such samples."),
                argument);
        }
    }

    /// <summary>The place of the first NaN of values that have one.</summary>
    public static int FirstNaN(ReadOnlySpan<float> values)
    {
        int at = 0;
        while (!float.IsNaN(values[at]))
            at++;
        return at;
    }

    /// <summary>The length of an array of rows, or an error that says what to do.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="length">The numbers in each.</param>
    /// <param name="argument">The argument that asks for as many.</param>
    /// <param name="remedy">What to do instead.</param>
    public static int ArrayLength(int rows, int length, string argument, string remedy)
        => (long)rows * length <= Array.MaxLength ? rows * length
            : throw new ArgumentException(
                Invariant($"{rows} times {length} numbers do not fit into an array, which holds at most {Array.MaxLength}. {remedy}"), argument);

    /// <summary>Refuses targets outside 0 to 1.</summary>
    public static void Probabilities(ReadOnlySpan<float> targets, int size, Loss loss, string argument, long firstSample = 0)
    {
        for (int i = 0; i < targets.Length; i++)
        {
            if (targets[i] is < 0 or > 1)
            {
                throw new ArgumentException(
                    Invariant($"Target {firstSample + (i / size)} holds {targets[i]} at place {i % size}. {loss} expects probabilities, from 0 to 1."), argument);
            }
        }
    }

    public static void SameLength(int actual, long expected, string what, string argument)
    {
        if (actual != expected)
            throw new ArgumentException(Invariant($"{what} has {actual} values. Expected {expected}."), argument);
    }

    /// <summary>Refuses samples whose shape is another than what is expected, though they have as many numbers, such as images with channels first.</summary>
    /// <param name="shape">The shape that came; empty where none is known.</param>
    /// <param name="expected">The shape that was expected.</param>
    /// <param name="name">Who expects it.</param>
    /// <param name="argument">The argument that holds the samples.</param>
    public static void SampleShape(ReadOnlySpan<int> shape, IReadOnlyList<int> expected, string name, string argument)
    {
        // One axis says no more than how many numbers there are, and neither does a model's; an axis of length 1 says nothing.
        if (shape.Length < 2 || expected.Count < 2)
            return;
        int matched = 0;
        bool isSame = true;
        foreach (int size in shape)
        {
            if (size == 1)
                continue;
            while (matched < expected.Count && expected[matched] == 1)
                matched++;
            isSame &= matched < expected.Count && expected[matched++] == size;
        }

        while (matched < expected.Count && expected[matched] == 1)
            matched++;
        if (!isSame || matched < expected.Count)
            throw new ArgumentException($"A sample has the shape ({string.Join(", ", shape.ToArray())}). {name} expects ({string.Join(", ", expected)}).", argument);
    }

    /// <summary>The number of samples in a span of samples of one size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Samples(int length, int size, string argument)
    {
        // One is asked for most often, and then a division would be felt.
        if (length == size)
            return 1;
        if (length == 0 || length % size != 0)
        {
            throw new ArgumentException(
                Invariant($"{length} values came. Expected {size} for each sample: a whole number of samples, at least one."), argument);
        }

        return length / size;
    }
}
