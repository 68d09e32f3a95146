using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace StaticNet;

/// <summary>Makes data sets from arrays, memory, lists and tensors.</summary>
/// <remarks>
/// Whatever converts to <see cref="Rows{T}"/> can be samples or targets, and whatever converts to <see cref="Labels"/> can be labels: the
/// types of the data set and the number of its samples follow from them. For several targets a sample in an array without axes say the number
/// of samples: <c>new Dataset&lt;float, float&gt;(inputs, targets, count)</c>.
/// </remarks>
/// <example>
/// <code>
/// float[,] x = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } };
/// var labelled = Dataset.From(x, new[] { 0, 1, 1, 0 });                           // a Dataset&lt;float, int&gt;
/// var numbered = Dataset.From(x, new float[,] { { 0 }, { 1 }, { 1 }, { 0 } });    // a Dataset&lt;float, float&gt;
/// </code>
/// </example>
public static class Dataset
{
    /// <summary>Pairs samples with a class each.</summary>
    /// <param name="x">The samples; an array without axes is divided up among the labels.</param>
    /// <param name="y">The class of each sample.</param>
    /// <exception cref="ArgumentException">The samples are not as many as the labels.</exception>
    [OverloadResolutionPriority(3)]
    public static Dataset<float, int> From(Rows<float> x, Labels y) => Labelled(x, y);

    /// <summary>Pairs samples with targets of one or more numbers each.</summary>
    /// <param name="x">The samples; an array without axes is divided up among the targets.</param>
    /// <param name="y">The targets; an array without axes has one number for each sample.</param>
    /// <exception cref="ArgumentException">The samples are not as many as the targets.</exception>
    [OverloadResolutionPriority(2)]
    public static Dataset<float, float> From(Rows<float> x, Rows<float> y) => Numbered(x, y);

    /// <summary>Pairs samples of tokens with a class each.</summary>
    /// <param name="x">The samples; an array without axes is divided up among the labels.</param>
    /// <param name="y">The class of each sample.</param>
    /// <exception cref="ArgumentException">The samples are not as many as the labels.</exception>
    [OverloadResolutionPriority(1)]
    public static Dataset<int, int> From(Rows<int> x, Labels y) => Labelled(x, y);

    /// <summary>Pairs samples of tokens with targets of one or more numbers each.</summary>
    /// <param name="x">The samples; an array without axes is divided up among the targets.</param>
    /// <param name="y">The targets; an array without axes has one number for each sample.</param>
    /// <exception cref="ArgumentException">The samples are not as many as the targets.</exception>
    public static Dataset<int, float> From(Rows<int> x, Rows<float> y) => Numbered(x, y);

    /// <summary>Pairs samples with a value of an enumeration each; see <see cref="Labels.Of{TEnum}"/>.</summary>
    /// <param name="x">The samples; an array without axes is divided up among the labels.</param>
    /// <param name="y">The class of each sample.</param>
    /// <exception cref="ArgumentException">The samples are not as many as the labels, or a value is none that the enumeration declares.</exception>
    [OverloadResolutionPriority(1)]
    public static Dataset<float, int> From<TEnum>(Rows<float> x, TEnum[] y)
        where TEnum : struct, Enum
        => Labelled(x, Labels.Of<TEnum>(y));

    /// <summary>Pairs samples of tokens with a value of an enumeration each; see <see cref="Labels.Of{TEnum}"/>.</summary>
    /// <param name="x">The samples; an array without axes is divided up among the labels.</param>
    /// <param name="y">The class of each sample.</param>
    /// <exception cref="ArgumentException">The samples are not as many as the labels, or a value is none that the enumeration declares.</exception>
    public static Dataset<int, int> From<TEnum>(Rows<int> x, TEnum[] y)
        where TEnum : struct, Enum
        => Labelled(x, Labels.Of<TEnum>(y));

    /// <summary>Turns labels into one-hot rows, for <see cref="Loss.CategoricalCrossentropy"/> (Keras' <c>to_categorical</c>).</summary>
    /// <param name="data">Data with one label a sample.</param>
    /// <param name="classes">The length of each row.</param>
    /// <exception cref="ArgumentException">A label lies outside 0 to <paramref name="classes"/> - 1, or the rows do not fit into an array.</exception>
    public static Dataset<TInput, float> ToOneHot<TInput>(this Dataset<TInput, int> data, int classes)
        where TInput : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        RequireLabels(data);
        var rows = new float[Guard.ArrayLength(data.Count, classes, nameof(classes), "Keep the labels and use SparseCategoricalCrossentropy.")];

        // Each label is read once: whoever changes it meanwhile, what is looked at is what is used.
        ReadOnlySpan<int> labels = data.Targets.Span;
        for (int i = 0; i < labels.Length; i++)
        {
            int label = labels[i];
            Guard.LabelsInRange([label], classes, nameof(data), i, areOutputs: false);
            rows[(i * classes) + label] = 1;
        }

        return data.With<TInput, float>(data.Inputs, rows, data.SampleShape);
    }

    /// <summary>Turns labels into one-hot rows, of as many places as the labels have names.</summary>
    /// <param name="data">Data with one label a sample and <see cref="Dataset{TInput, TTarget}.ClassNames"/>.</param>
    /// <exception cref="ArgumentException">The labels have no names, or the rows do not fit into an array.</exception>
    public static Dataset<TInput, float> ToOneHot<TInput>(this Dataset<TInput, int> data)
        where TInput : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.ClassNames is { Count: > 0 } names ? data.ToOneHot(names.Count)
            : throw new ArgumentException("The labels have no names to be counted. Say how many classes there are: ToOneHot(10).", nameof(data));
    }

    /// <summary>Turns labels into numbers, for <see cref="Loss.BinaryCrossentropy"/> on labels 0 and 1, or for a regression.</summary>
    /// <remarks>A model that learns numbers takes labels as they are and does this by itself.</remarks>
    /// <exception cref="ArgumentException">A label is too large for a float to hold it exactly.</exception>
    public static Dataset<TInput, float> ToNumbers<TInput>(this Dataset<TInput, int> data)
        where TInput : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        RequireLabels(data);
        return data.With<TInput, float>(data.Inputs, Conversion.LabelsToSingle(data.Targets.Span, nameof(data)), data.SampleShape);
    }

    /// <summary>Samples and labels as a data set.</summary>
    internal static Dataset<TInput, int> Labelled<TInput>(Rows<TInput> x, Labels y)
        where TInput : unmanaged
    {
        RequireSameCount(x, y.Values.Length, "labels");
        return new Dataset<TInput, int>(x.Values, y.Values, y.Values.Length, y.ClassNames, Shape(x.RowShape));
    }

    /// <summary>Samples and targets as a data set.</summary>
    /// <param name="x">The samples.</param>
    /// <param name="y">The targets.</param>
    /// <param name="count">How many they are where neither says so; 0 for as many as there are targets.</param>
    internal static Dataset<TInput, float> Numbered<TInput>(Rows<TInput> x, Rows<float> y, int count = 0)
        where TInput : unmanaged
    {
        count = y.Count ?? (count > 0 ? count : y.Values.Length);
        RequireSameCount(x, count, "targets");
        return new Dataset<TInput, float>(x.Values, y.Values, count, null, Shape(x.RowShape));
    }

    // A row of one axis says no more than its length does.
    private static int[]? Shape(ReadOnlySpan<int> shape) => shape.Length < 2 ? null : shape.ToArray();

    private static void RequireSameCount<TInput>(Rows<TInput> x, int count, string what)
        where TInput : unmanaged
    {
        if (x.Count is { } samples && samples != count)
        {
            throw new ArgumentException(
                Invariant($"{samples} samples came with {count} {what}. Expected as many of the one as of the other; several targets a sample are rows: a float[,] or float[][]."),
                nameof(x));
        }

        if (x.Count is null && (count == 0 ? x.Values.Length > 0 : x.Values.Length == 0 || x.Values.Length % count != 0))
        {
            throw new ArgumentException(
                Invariant($"{x.Values.Length} numbers came for {count} {what}. Expected the same whole number of them, at least one, for every sample; or give the samples as rows: a float[,] or float[][]."),
                nameof(x));
        }
    }

    private static void RequireLabels<TInput>(Dataset<TInput, int> data)
        where TInput : unmanaged
    {
        if (data.TargetSize > 1)
            throw new ArgumentException(Invariant($"A target has {data.TargetSize} numbers. Expected one label for each sample."), nameof(data));
    }

    /// <summary>How many of so many samples stay when a fraction is cut off at the end: floor(count · (1 - fraction)), as in Keras.</summary>
    internal static int HeadOf(int count, double fraction) => (int)decimal.Floor(count * (1 - Exact(fraction)));

    /// <summary>A fraction as it was written: in decimal a tenth is a tenth, as 0.1 or as 0.1f, which is a little more.</summary>
    internal static decimal Exact(double fraction) => (float)fraction == fraction ? (decimal)(float)fraction : (decimal)fraction;
}
