namespace StaticNet.Datasets;

/// <summary>Reads CSV files: tables of text, a line a sample, in UTF-8.</summary>
/// <remarks>
/// Numbers are those of the invariant culture, with a point and without separators of thousands, whatever the machine's language. Values may
/// stand in quotation marks. Empty lines are passed over. Whatever is not as it should be is an <see cref="InvalidDataException"/> that names
/// the line, the column and what stands there.
/// </remarks>
/// <example>
/// <code>
/// Dataset&lt;float, int&gt; all = Csv.Load("iris.csv");                            // in memory; the last column is the class
/// Dataset&lt;float, float&gt; prices = Csv.Load&lt;float&gt;("houses.csv");              // or a number to learn
///
/// CsvSource&lt;int&gt; iris = Csv.Source("iris.csv", new CsvOptions { Target = "species" });
/// model.Fit(iris);                                                          // of any size, read anew each epoch
/// Console.WriteLine(string.Join(", ", iris.ClassNames));
/// </code>
/// </example>
public static class Csv
{
    /// <summary>Reads a file into memory.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> for class labels, <see cref="float"/> for numbers.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="options">What it holds; the defaults if left out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">The options do not fit the file or each other.</exception>
    /// <exception cref="InvalidDataException">The file is not as it should be.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static Dataset<float, TTarget> Load<TTarget>(string path, CsvOptions? options = null, CancellationToken cancellationToken = default)
        where TTarget : unmanaged
        => Source<TTarget>(path, options, cancellationToken).ToDataset(cancellationToken);

    /// <summary>Reads a file of class labels into memory: names or whole numbers. For other numbers write <c>Load&lt;float&gt;</c>.</summary>
    /// <inheritdoc cref="Load{TTarget}(string, CsvOptions?, CancellationToken)"/>
    public static Dataset<float, int> Load(string path, CsvOptions? options = null, CancellationToken cancellationToken = default)
        => Load<int>(path, options, cancellationToken);

    /// <summary>Reads a file of any size a part at a time, anew each epoch.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> for class labels, <see cref="float"/> for numbers.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="options">What it holds; the defaults if left out.</param>
    /// <param name="cancellationToken">Ends the first reading, which is there only where names are to be numbered.</param>
    /// <exception cref="ArgumentException">The options do not fit the file or each other.</exception>
    /// <exception cref="InvalidDataException">The file is not as it should be.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static CsvSource<TTarget> Source<TTarget>(string path, CsvOptions? options = null, CancellationToken cancellationToken = default)
        where TTarget : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new CsvSource<TTarget>(path, options ?? new CsvOptions(), cancellationToken);
    }

    /// <summary>Reads a file of class labels a part at a time: names or whole numbers. For other numbers write <c>Source&lt;float&gt;</c>.</summary>
    /// <inheritdoc cref="Source{TTarget}(string, CsvOptions?, CancellationToken)"/>
    public static CsvSource<int> Source(string path, CsvOptions? options = null, CancellationToken cancellationToken = default)
        => Source<int>(path, options, cancellationToken);
}
