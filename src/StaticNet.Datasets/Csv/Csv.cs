namespace StaticNet.Datasets;

/// <summary>Reads CSV files: tables of text, a line a sample, in UTF-8.</summary>
/// <remarks>
/// Numbers are those of the invariant culture, with a point and without separators of thousands, whatever the machine's language. Values may
/// stand in quotation marks. Empty lines are passed over. Whatever is not as it should be is an <see cref="InvalidDataException"/> that names
/// the line, the column and what stands there.
/// </remarks>
/// <example>
/// <code>
/// Dataset&lt;float, int&gt; all = Csv.Load&lt;int&gt;("iris.csv");                       // in memory; the last column is the class
///
/// CsvSource&lt;int&gt; iris = Csv.Source&lt;int&gt;("iris.csv", new CsvOptions { Target = "species" });
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
    {
        CsvSource<TTarget> source = Source<TTarget>(path, options, cancellationToken);
        Dataset<float, TTarget> data = source.ToDataset(source.InputSize, source.TargetSize, cancellationToken);
        return source.ClassNames.Count == 0 ? data : new Dataset<float, TTarget>(data.Inputs, data.Targets, data.Count, source.ClassNames);
    }

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
}
