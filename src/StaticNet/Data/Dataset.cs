namespace StaticNet;

/// <summary>Makes data sets from arrays.</summary>
public static class Dataset
{
    /// <summary>Pairs inputs with one label each, for <see cref="Loss.SparseCategoricalCrossentropy"/>.</summary>
    /// <param name="inputs">All samples, one behind the other, each in row-major order.</param>
    /// <param name="labels">The class of each sample, from 0.</param>
    /// <exception cref="ArgumentException">The inputs do not divide into as many samples as there are labels.</exception>
    public static Dataset<TInput, int> Create<TInput>(ReadOnlyMemory<TInput> inputs, ReadOnlyMemory<int> labels)
        where TInput : unmanaged
        => new(inputs, labels, labels.Length);

    /// <summary>Pairs inputs with targets of one or more numbers a sample.</summary>
    /// <param name="inputs">All samples, one behind the other, each in row-major order.</param>
    /// <param name="targets">All targets, in the order of the samples.</param>
    /// <param name="count">The number of samples.</param>
    /// <exception cref="ArgumentException">The inputs or targets do not divide into <paramref name="count"/> samples.</exception>
    public static Dataset<TInput, float> Create<TInput>(ReadOnlyMemory<TInput> inputs, ReadOnlyMemory<float> targets, int count)
        where TInput : unmanaged
        => new(inputs, targets, count);

    /// <summary>Turns labels into one-hot rows, for <see cref="Loss.CategoricalCrossentropy"/> (Keras' <c>to_categorical</c>).</summary>
    /// <param name="data">Data with one label a sample.</param>
    /// <param name="classes">The length of each row.</param>
    /// <exception cref="ArgumentException">A label lies outside 0 to <paramref name="classes"/> - 1, or the rows do not fit into an array.</exception>
    public static Dataset<TInput, float> ToOneHot<TInput>(this Dataset<TInput, int> data, int classes)
        where TInput : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        ReadOnlySpan<int> labels = data.Targets.Span;
        Guard.LabelsInRange(labels, classes, nameof(data), areOutputs: false);
        var rows = new float[Guard.ArrayLength(labels.Length, classes, nameof(classes), "Keep the labels and use SparseCategoricalCrossentropy.")];
        for (int i = 0; i < labels.Length; i++)
            rows[(i * classes) + labels[i]] = 1;
        return new Dataset<TInput, float>(data.Inputs, rows, data.Count);
    }

    /// <summary>Turns labels into numbers, for <see cref="Loss.BinaryCrossentropy"/> on labels 0 and 1, or for a regression.</summary>
    public static Dataset<TInput, float> ToNumbers<TInput>(this Dataset<TInput, int> data)
        where TInput : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        ReadOnlySpan<int> labels = data.Targets.Span;
        var numbers = new float[labels.Length];
        for (int i = 0; i < labels.Length; i++)
            numbers[i] = labels[i];
        return new Dataset<TInput, float>(data.Inputs, numbers, data.Count);
    }
}
