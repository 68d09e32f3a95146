using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace StaticNet;

/// <summary>How often each true class (row) was taken for each class (column).</summary>
/// <example>
/// <code>
/// int[] predicted = model.PredictClasses(test);
/// var matrix = new ConfusionMatrix(test.Targets.Span, predicted, 10);
/// Console.WriteLine(matrix.Recall(3));            // the part of the threes that was found
/// </code>
/// </example>
public sealed class ConfusionMatrix
{
    private readonly int[] _counts;
    private readonly string[] _names;

    /// <summary>Counts pairs of true and predicted classes.</summary>
    /// <param name="labels">The true class of each sample, from 0.</param>
    /// <param name="predicted">The predicted class of each sample, from 0.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="classNames">What to call the classes in print; their numbers by default.</param>
    /// <exception cref="ArgumentException">The lengths differ, a class is out of range, or there are names for another number of classes.</exception>
    public ConfusionMatrix(ReadOnlySpan<int> labels, ReadOnlySpan<int> predicted, int classes, IReadOnlyList<string>? classNames = null)
    {
        Classes = Guard.Positive(classes, nameof(classes));
        Guard.SameLength(predicted.Length, labels.Length, "The list of predicted classes", nameof(predicted));
        Guard.LabelsInRange(labels, classes, nameof(labels), areOutputs: false);
        Guard.LabelsInRange(predicted, classes, nameof(predicted), areOutputs: false, what: "predicted class");
        if (classNames is not null)
            Guard.SameLength(classNames.Count, classes, "The list of class names", nameof(classNames));
        _names = [.. classNames ?? Enumerable.Range(0, classes).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        _counts = new int[Guard.ArrayLength(classes, classes, nameof(classes), "Count the pairs of so many classes in a dictionary.")];
        for (int i = 0; i < labels.Length; i++)
            _counts[(labels[i] * classes) + predicted[i]]++;
        Total = labels.Length;
    }

    /// <summary>Lets a model predict the classes of data and counts them against the labels, under the names that the data has for them.</summary>
    /// <param name="model">The model, of a class for each sample.</param>
    /// <param name="data">The data, with one label a sample.</param>
    /// <exception cref="ArgumentException">The data does not fit the model, a label is none of its classes, or there is more than one class for a sample.</exception>
    /// <exception cref="ArithmeticException">An output is NaN, of which no class can be told.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    /// <example>
    /// <code>
    /// Console.WriteLine(ConfusionMatrix.Of(model, test));
    /// </code>
    /// </example>
    public static ConfusionMatrix Of<TInput>(Model<TInput> model, Dataset<TInput, int> data)
        where TInput : unmanaged
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        int[] predicted = model.PredictClasses(data);

        // A model may have room for more classes than have names.
        int classes = Math.Max(model.Info.OutputShape[^1], 2);
        string[]? names = data.ClassNames is not { } known || known.Count > classes ? null
            : [.. known, .. Enumerable.Range(known.Count, classes - known.Count).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        return new ConfusionMatrix(data.Targets.Span, predicted, classes, names);
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The number of samples.</summary>
    public int Total { get; }

    /// <summary>The part of the samples whose class was found; NaN without samples.</summary>
    public double Accuracy => Enumerable.Range(0, Classes).Sum(i => this[i, i]) / (double)Total;

    /// <summary>How often a class was taken for another, or for itself.</summary>
    /// <param name="label">The true class.</param>
    /// <param name="predicted">The predicted class.</param>
    public int this[int label, int predicted]
        => (uint)label < (uint)Classes && (uint)predicted < (uint)Classes
            ? _counts[(label * Classes) + predicted]
            : throw new ArgumentOutOfRangeException(nameof(label), Invariant($"Classes {label} and {predicted} were asked for. Expected 0 to {Classes - 1}."));

    /// <summary>Of the samples of a class, the part that was found; NaN where there are none.</summary>
    public double Recall(int label) => this[label, label] / (double)Enumerable.Range(0, Classes).Sum(i => this[label, i]);

    /// <summary>Of the samples taken for a class, the part that belongs to it; NaN where there are none.</summary>
    public double Precision(int predicted) => this[predicted, predicted] / (double)Enumerable.Range(0, Classes).Sum(i => this[i, predicted]);

    /// <summary>A table: rows are true classes, columns predicted ones, with each row's recall and each column's precision.</summary>
    public override string ToString()
    {
        int name = Math.Max(_names.Max(n => n.Length), "true \\ predicted".Length);
        int width = Math.Max(_counts.Max().ToString(CultureInfo.InvariantCulture).Length, Math.Max(Math.Min(_names.Max(n => n.Length), 8), 5)) + 2;
        var text = new StringBuilder("true \\ predicted".PadRight(name));
        foreach (string column in _names)
            text.Append((column.Length > width - 2 ? column[..(width - 2)] : column).PadLeft(width));
        text.Append("  recall\n");
        for (int row = 0; row < Classes; row++)
        {
            text.Append(_names[row].PadRight(name));
            for (int column = 0; column < Classes; column++)
                text.Append((this[row, column] == 0 ? "." : this[row, column].ToString(CultureInfo.InvariantCulture)).PadLeft(width));
            text.Append("  ").Append(Percent(Recall(row)).PadLeft(6)).Append('\n');
        }

        text.Append("precision".PadRight(name));
        for (int column = 0; column < Classes; column++)
            text.Append(Percent(Precision(column)).PadLeft(width));
        return text.Append("  ").Append(Percent(Accuracy).PadLeft(6)).Append('\n').ToString();
    }

    private static string Percent(double part)
        => double.IsNaN(part) ? "-" : string.Create(CultureInfo.InvariantCulture, $"{part * 100:F1}%");
}
