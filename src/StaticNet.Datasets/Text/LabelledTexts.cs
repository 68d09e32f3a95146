namespace StaticNet.Datasets;

/// <summary>Texts, each with a label. <see cref="TextFolder.Load"/> makes them.</summary>
public sealed class LabelledTexts
{
    private readonly int[] _labels;
    private readonly string[] _texts;

    internal LabelledTexts(string[] texts, int[] labels, IReadOnlyList<string> classNames)
    {
        _texts = texts;
        _labels = labels;
        Texts = Array.AsReadOnly(texts);
        ClassNames = classNames;
    }

    /// <summary>The texts.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>The label of each text.</summary>
    public ReadOnlyMemory<int> Labels => _labels;

    /// <summary>What each label means.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The number of texts.</summary>
    public int Count => _texts.Length;

    /// <summary>Parts the texts in two, in random order, as Keras' <c>validation_split</c> with a seed does.</summary>
    /// <param name="fraction">The part that goes to the second, rounded down; at least 0 and less than 1.</param>
    /// <param name="seed">The same seed gives the same parts, on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction lies outside [0, 1).</exception>
    public (LabelledTexts Head, LabelledTexts Tail) Split(double fraction, int seed)
    {
        var (head, tail) = new ClassFolders(ClassNames, _texts, _labels).Split(fraction, seed);
        return (new(head.Paths, head.Labels, ClassNames), new(tail.Paths, tail.Labels, ClassNames));
    }

    /// <summary>Turns the texts into rows of whole numbers, all of one length, for a model that begins with an <c>Embedding</c>.</summary>
    /// <param name="vectorization">Knows the vocabulary; its mode is <see cref="TextOutputMode.Int"/>.</param>
    /// <exception cref="InvalidOperationException">It has no vocabulary yet, or another mode.</exception>
    public Dataset<int, int> ToDataset(TextVectorization vectorization)
    {
        ArgumentNullException.ThrowIfNull(vectorization);
        Dataset<int, int> data = Dataset.From(vectorization.Vectorize(Texts), _labels);
        return new Dataset<int, int>(data.Inputs, data.Targets, data.Count, ClassNames);
    }
}
