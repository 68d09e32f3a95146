using System.Runtime.InteropServices;
using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>The lines of a CSV file as samples. <see cref="Csv.Source{TTarget}"/> makes it.</summary>
/// <typeparam name="TTarget"><see cref="int"/> for class labels, <see cref="float"/> for numbers.</typeparam>
public sealed class CsvSource<TTarget> : IDataSource<float, TTarget>
    where TTarget : unmanaged
{
    private readonly CsvTable _table;

    internal CsvSource(string path, CsvOptions options, CancellationToken cancellationToken)
    {
        if (typeof(TTarget) != typeof(int) && typeof(TTarget) != typeof(float))
            throw new NotSupportedException($"A target of {typeof(TTarget)} was asked for. Expected int for class labels, or float for numbers.");
        _table = new CsvTable(path, options, cancellationToken);
    }

    /// <summary>The number of samples; null where the file has not been read through, since no names were to be numbered.</summary>
    public long? Count => _table.Count;

    /// <summary>How many numbers make a sample.</summary>
    public int InputSize => _table.InputSize;

    /// <summary>How many numbers make a target: 1, but where they are floats and there are more than two names, one for each name.</summary>
    public int TargetSize => typeof(TTarget) == typeof(float) && ClassNames.Count > 2 ? ClassNames.Count : 1;

    /// <summary>What each number of a sample is: the column's name, or <c>island=Torgersen</c> where texts became several numbers.</summary>
    public IReadOnlyList<string> InputNames => _table.InputNames;

    /// <summary>The name of each class, in ordinal order; none where the labels are numbers.</summary>
    public IReadOnlyList<string> ClassNames => _table.Target.Names;

    /// <summary>The texts of each column that has been numbered, in the order of their numbers: ordinal order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Categories => _table.Categories;

    /// <inheritdoc/>
    public ISampleReader<float, TTarget> Open(int inputSize, int targetSize, CancellationToken cancellationToken = default)
    {
        if (inputSize != InputSize)
        {
            throw new ArgumentException(
                Invariant($"A sample of {_table.Path} has {InputSize} numbers: {CsvTable.List(InputNames)}. Expected {inputSize}."), nameof(inputSize));
        }

        bool isOneHot = typeof(TTarget) == typeof(float) && ClassNames.Count > 0 && targetSize == ClassNames.Count;
        if (!isOneHot && (targetSize != 1 || (typeof(TTarget) == typeof(float) && ClassNames.Count > 2)))
        {
            string expected = ClassNames.Count == 0 ? "1" : Invariant($"{ClassNames.Count}, one for each of the names");
            throw new ArgumentException(Invariant($"A target of {targetSize} numbers was asked of {_table.Path}. Expected {expected}."), nameof(targetSize));
        }

        return new Reader(_table, targetSize, cancellationToken);
    }

    /// <summary>Reads all lines into memory, with the names of the classes.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">The file is not as it should be.</exception>
    /// <exception cref="InvalidOperationException">There are more samples than fit into an array.</exception>
    public Dataset<float, TTarget> ToDataset(CancellationToken cancellationToken = default) => ToDataset(InputSize, TargetSize, cancellationToken);

    /// <summary>Reads all lines into memory, with the names of the classes.</summary>
    /// <param name="inputSize">How many numbers a sample has.</param>
    /// <param name="targetSize">How many numbers a target has; 1 for a label.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">A sample or target has other than as many numbers.</exception>
    /// <exception cref="InvalidDataException">The file is not as it should be.</exception>
    /// <exception cref="InvalidOperationException">There are more samples than fit into an array.</exception>
    public Dataset<float, TTarget> ToDataset(int inputSize, int targetSize, CancellationToken cancellationToken = default)
    {
        Dataset<float, TTarget> data = ((IDataSource<float, TTarget>)this).ToDataset(inputSize, targetSize, cancellationToken);
        return ClassNames.Count == 0 ? data : new Dataset<float, TTarget>(data.Inputs, data.Targets, data.Count, ClassNames);
    }

    private sealed class Reader(CsvTable table, int targetSize, CancellationToken cancellation) : ISampleReader<float, TTarget>
    {
        private readonly CsvRows _rows = table.Open();

        public int Read(Span<float> inputs, Span<TTarget> targets)
        {
            int size = table.InputSize, room = Math.Min(inputs.Length / size, targets.Length / targetSize), read = 0;
            for (; read < room; read++)
            {
                // A look at the token costs less than a row.
                cancellation.ThrowIfCancellationRequested();
                if (!_rows.MoveNext())
                    break;
                _rows.Read(inputs.Slice(read * size, size));
                if (typeof(TTarget) == typeof(int))
                    MemoryMarshal.Cast<TTarget, int>(targets)[read] = _rows.ReadLabel();
                else
                    _rows.ReadTarget(MemoryMarshal.Cast<TTarget, float>(targets.Slice(read * targetSize, targetSize)));
            }

            return read;
        }

        public void Dispose() => _rows.Dispose();
    }
}
