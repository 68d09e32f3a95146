using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace StaticNet;

/// <content>Data sets that are divided up.</content>
public sealed partial class Dataset<TInput, TTarget>
{
    /// <summary>Divides the data into two parts.</summary>
    /// <param name="fraction">The part of the samples that the first gets, above 0 and below 1: floor(<see cref="Count"/> * fraction) samples.</param>
    /// <param name="seed">Shuffles the samples before, as <see cref="Shuffle"/> does; without one they stay in order and are not copied.</param>
    /// <param name="stratified">
    /// Whether each part gets its share of each class: as many samples of a class as its size says, give or take one. Classes are the labels, or
    /// of targets of several numbers the place of the highest. Samples of a part keep their order.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction lies outside (0, 1).</exception>
    /// <exception cref="ArgumentException">A target from which the class is to be told is NaN.</exception>
    /// <example>
    /// <code>
    /// var (train, test) = data.Split(0.8, seed: 1, stratified: true);
    /// </code>
    /// </example>
    public (Dataset<TInput, TTarget> First, Dataset<TInput, TTarget> Second) Split(double fraction, int? seed = null, bool stratified = false)
    {
        if (fraction is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, Invariant($"fraction is {fraction}. Expected more than 0 and less than 1."));
        Dataset<TInput, TTarget>[] parts = Parts([(int)decimal.Floor(Count * Dataset.Exact(fraction)), Count], seed, stratified);
        return (parts[0], parts[1]);
    }

    /// <summary>Divides the data into any number of parts, as <see cref="Split(double, int?, bool)"/> does into two.</summary>
    /// <param name="fractions">The part of the samples that each gets; together 1.</param>
    /// <param name="seed">Shuffles the samples before; without one they stay in order and are not copied.</param>
    /// <param name="stratified">Whether each part gets its share of each class.</param>
    /// <exception cref="ArgumentException">A fraction lies outside (0, 1], they do not sum to 1, or a target from which the class is to be told is NaN.</exception>
    /// <example>
    /// <code>
    /// if (data.Split([0.7, 0.15, 0.15], seed: 1) is [var train, var validation, var test])
    ///     model.Fit(train, validation: validation);
    /// </code>
    /// </example>
    public Dataset<TInput, TTarget>[] Split(ReadOnlySpan<double> fractions, int? seed = null, bool stratified = false)
    {
        // In decimal, so that three tenths and seven tenths are one.
        var ends = new int[fractions.Length];
        decimal sum = 0;
        for (int i = 0; i < ends.Length; i++)
        {
            if (fractions[i] is not (> 0 and <= 1))
                throw new ArgumentException(Invariant($"The fraction at place {i} is {fractions[i]}. Expected more than 0 and at most 1."), nameof(fractions));
            sum += Dataset.Exact(fractions[i]);
            ends[i] = (int)decimal.Floor(Count * Math.Min(sum, 1));
        }

        if (Math.Abs(sum - 1) > 1e-6m)
            throw new ArgumentException(Invariant($"The fractions sum to {sum}. Expected 1."), nameof(fractions));
        ends[^1] = Count;
        return Parts(ends, seed, stratified);
    }

    private Dataset<TInput, TTarget>[] Parts(ReadOnlySpan<int> ends, int? seed, bool isStratified)
    {
        var parts = new Dataset<TInput, TTarget>[ends.Length];
        if (!isStratified && seed is null)
        {
            for (int part = 0, start = 0; part < parts.Length; start = ends[part++])
                parts[part] = Slice(start, ends[part] - start);
            return parts;
        }

        var order = new int[Count];
        if (seed is { } given)
        {
            RandomSource.Permute(order, (ulong)given);
        }
        else
        {
            for (int i = 0; i < order.Length; i++)
                order[i] = i;
        }

        int[] places = isStratified ? SpreadByClass(order) : [];
        for (int part = 0, start = 0; part < parts.Length; start = ends[part++])
        {
            // Samples of a part in the order that they had before.
            int[] picked = isStratified ? places[start..ends[part]] : order[start..ends[part]];
            if (isStratified)
            {
                Array.Sort(picked);
                for (int i = 0; i < picked.Length; i++)
                    picked[i] = order[picked[i]];
            }

            parts[part] = Pick(picked);
        }

        return parts;
    }

    // Places in the order, such that each run of them has its share of each class: the samples of every class are spread evenly over 0 to 1.
    private int[] SpreadByClass(int[] order)
    {
        var sizes = new Dictionary<double, int>();
        var classes = new double[order.Length];
        var ranks = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            classes[i] = ClassOf(order[i]);
            ref int size = ref CollectionsMarshal.GetValueRefOrAddDefault(sizes, classes[i], out _);
            ranks[i] = size++;
        }

        var spread = new double[order.Length];
        var places = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            spread[i] = (ranks[i] + 0.5) / sizes[classes[i]];
            places[i] = i;
        }

        // Of equal ones the first in the order comes first, so that the parts are the same on every machine.
        Array.Sort(places, (a, b) => spread[a].CompareTo(spread[b]) is not 0 and int compared ? compared : a.CompareTo(b));
        return places;
    }

    // A label, or the place of the highest of several numbers.
    private double ClassOf(int sample)
    {
        ReadOnlySpan<TTarget> target = Target(sample);
        if (typeof(TTarget) == typeof(int))
        {
            ReadOnlySpan<int> labels = MemoryMarshal.Cast<TTarget, int>(target);
            return labels.Length == 1 ? labels[0] : TensorPrimitives.IndexOfMax(labels);
        }

        if (typeof(TTarget) != typeof(float))
            throw new NotSupportedException($"Targets of {typeof(TTarget)} have no classes. Expected int or float.");
        ReadOnlySpan<float> numbers = MemoryMarshal.Cast<TTarget, float>(target);
        int highest = Decision.Highest(numbers);
        return highest < 0 ? throw new ArgumentException(Invariant($"The target of sample {sample} holds NaN, of which no class can be told. Expected numbers."))
            : numbers.Length == 1 ? numbers[0] : highest;
    }
}
