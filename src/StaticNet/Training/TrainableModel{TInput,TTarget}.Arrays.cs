using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace StaticNet;

/// <content>Training and evaluation on arrays.</content>
public abstract unsafe partial class TrainableModel<TInput, TTarget>
{
    /// <summary>Trains the model on samples with a class each, as Keras' <c>fit(x, y)</c>.</summary>
    /// <param name="x">The samples; an array without axes holds them one behind the other.</param>
    /// <param name="y">The class of each sample; a model that learns one number takes labels as numbers.</param>
    /// <param name="options">Epochs, batch size, optimizer and the like; by default Keras' defaults.</param>
    /// <param name="validation">Samples and labels to evaluate after each epoch; takes precedence over <see cref="FitOptions.ValidationSplit"/>.</param>
    /// <param name="cancellationToken">Stops training between two steps; the weights of the last finished step stay.</param>
    /// <returns>The metrics of each epoch.</returns>
    /// <exception cref="ArgumentException">The samples do not fit the model or the labels, as with <see cref="Fit(Dataset{TInput, TTarget}, FitOptions?, Dataset{TInput, TTarget}?, CancellationToken)"/>.</exception>
    /// <example>
    /// <code>
    /// float[,] x = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } };
    /// int[] y = [0, 1, 1, 0];
    /// model.Fit(x, y, new FitOptions { Epochs = 100 });
    /// </code>
    /// </example>
    [OverloadResolutionPriority(1)]
    public History Fit(
        Rows<TInput> x, Labels y, FitOptions? options = null, (Rows<TInput> X, Labels Y)? validation = null,
        CancellationToken cancellationToken = default)
        => Fit(
            Paired(x, y), options, validation is { } held ? Paired(held.X, held.Y.NumberedAs(y.ClassNames)) : null, cancellationToken);

    /// <summary>Trains the model on samples with numbers to learn, as Keras' <c>fit(x, y)</c>.</summary>
    /// <param name="x">The samples; an array without axes holds them one behind the other.</param>
    /// <param name="y">The targets; a model that learns classes takes whole numbers as labels.</param>
    /// <param name="options">Epochs, batch size, optimizer and the like; by default Keras' defaults.</param>
    /// <param name="validation">Samples and targets to evaluate after each epoch; takes precedence over <see cref="FitOptions.ValidationSplit"/>.</param>
    /// <param name="cancellationToken">Stops training between two steps; the weights of the last finished step stay.</param>
    /// <returns>The metrics of each epoch.</returns>
    /// <exception cref="ArgumentException">The samples do not fit the model or the targets, as with <see cref="Fit(Dataset{TInput, TTarget}, FitOptions?, Dataset{TInput, TTarget}?, CancellationToken)"/>.</exception>
    /// <example>
    /// <code>
    /// double[][] x = [[0, 0], [0, 1], [1, 0], [1, 1]];
    /// double[] y = [0, 1, 1, 2];
    /// regression.Fit(x, y, validation: (x, y));
    /// </code>
    /// </example>
    public History Fit(
        Rows<TInput> x, Rows<float> y, FitOptions? options = null, (Rows<TInput> X, Rows<float> Y)? validation = null,
        CancellationToken cancellationToken = default)
        => Fit(Paired(x, y), options, validation is { } held ? Paired(held.X, held.Y) : null, cancellationToken);

    /// <summary>Trains the model on samples with a value of an enumeration each; see <see cref="Labels.Of{TEnum}"/>.</summary>
    /// <inheritdoc cref="Fit(Rows{TInput}, Labels, FitOptions?, ValueTuple{Rows{TInput}, Labels}?, CancellationToken)"/>
    public History Fit<TEnum>(
        Rows<TInput> x, TEnum[] y, FitOptions? options = null, (Rows<TInput> X, TEnum[] Y)? validation = null,
        CancellationToken cancellationToken = default)
        where TEnum : struct, Enum
        => Fit(
            Paired(x, Labels.Of<TEnum>(y)), options, validation is { } held ? Paired(held.X, Labels.Of<TEnum>(held.Y)) : null, cancellationToken);

    /// <summary>Trains the model on a thread of its own on samples with a class each. The arrays must stay as they are until it is over.</summary>
    /// <inheritdoc cref="Fit(Rows{TInput}, Labels, FitOptions?, ValueTuple{Rows{TInput}, Labels}?, CancellationToken)"/>
    /// <returns>The metrics of each epoch, when training is over.</returns>
    [OverloadResolutionPriority(1)]
    public Task<History> FitAsync(
        Rows<TInput> x, Labels y, FitOptions? options = null, (Rows<TInput> X, Labels Y)? validation = null,
        CancellationToken cancellationToken = default)
        => FitAsync(
            Paired(x, y), options, validation is { } held ? Paired(held.X, held.Y.NumberedAs(y.ClassNames)) : null, cancellationToken);

    /// <summary>Trains the model on a thread of its own on samples with numbers to learn. The arrays must stay as they are until it is over.</summary>
    /// <inheritdoc cref="Fit(Rows{TInput}, Rows{float}, FitOptions?, ValueTuple{Rows{TInput}, Rows{float}}?, CancellationToken)"/>
    /// <returns>The metrics of each epoch, when training is over.</returns>
    public Task<History> FitAsync(
        Rows<TInput> x, Rows<float> y, FitOptions? options = null, (Rows<TInput> X, Rows<float> Y)? validation = null,
        CancellationToken cancellationToken = default)
        => FitAsync(Paired(x, y), options, validation is { } held ? Paired(held.X, held.Y) : null, cancellationToken);

    /// <summary>Measures loss and accuracy on samples with a class each, as Keras' <c>evaluate(x, y)</c>.</summary>
    /// <param name="x">The samples; an array without axes holds them one behind the other.</param>
    /// <param name="y">
    /// The class of each sample. Names that are given to each part of the data by itself have the same numbers only where each part has all classes;
    /// otherwise say <see cref="Labels.Of(ReadOnlySpan{string}, IReadOnlyList{string})"/>.
    /// </param>
    /// <exception cref="ArgumentException">The samples do not fit the model or the labels.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    [OverloadResolutionPriority(1)]
    public Evaluation Evaluate(Rows<TInput> x, Labels y) => Evaluate(Paired(x, y));

    /// <summary>Measures loss and accuracy on samples with numbers to learn, as Keras' <c>evaluate(x, y)</c>.</summary>
    /// <param name="x">The samples; an array without axes holds them one behind the other.</param>
    /// <param name="y">The targets.</param>
    /// <exception cref="ArgumentException">The samples do not fit the model or the targets.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model, or has changed weights meanwhile.</exception>
    public Evaluation Evaluate(Rows<TInput> x, Rows<float> y) => Evaluate(Paired(x, y));

    /// <summary>Measures loss and accuracy on samples with a value of an enumeration each; see <see cref="Labels.Of{TEnum}"/>.</summary>
    /// <inheritdoc cref="Evaluate(Rows{TInput}, Labels)"/>
    public Evaluation Evaluate<TEnum>(Rows<TInput> x, TEnum[] y)
        where TEnum : struct, Enum
        => Evaluate(Paired(x, Labels.Of<TEnum>(y)));

    private Dataset<TInput, TTarget> Paired(Rows<TInput> x, Labels y)
    {
        if (Info.Loss == Loss.CategoricalCrossentropy && Info.OutputSize > 1 && LossRows == 1)
        {
            throw new ArgumentException(
                Invariant($"{y.Values.Length} labels came. {Info.Name} expects {Info.OutputSize} numbers for each sample: turn labels into one-hot rows, Dataset.From(x, y).ToOneHot({Info.OutputSize}), or use the loss SparseCategoricalCrossentropy."),
                nameof(y));
        }

        return Dataset.Labelled(x, y);
    }

    private Dataset<TInput, TTarget> Paired(Rows<TInput> x, Rows<float> y)
    {
        // Samples without axes are as long as the model says.
        int count = x.Count ?? x.Values.Length / Info.InputSize;
        Dataset<TInput, float> data = Dataset.Numbered(x, y, count);
        if (data is Dataset<TInput, TTarget> asItIs)
            return asItIs;
        if (data.TargetSize > 1 && data.TargetSize != TargetSize)
        {
            string expected = TargetSize == 1 ? "one, a class label" : Invariant($"{TargetSize}, a class label for each row of its output");
            throw new ArgumentException(
                Invariant($"A target has {data.TargetSize} numbers. {Info.Name} expects {expected}; for one-hot rows use the loss CategoricalCrossentropy."), nameof(y));
        }

        int[] labels = Conversion.ToInt32(y.Values.Span, data.TargetSize);
        return data.TargetSize == 1 ? Dataset.Labelled(x, labels) : (Dataset<TInput, TTarget>)(object)new Dataset<TInput, int>(x.Values, labels, count);
    }
}
