namespace StaticNet;

/// <summary>
/// Training and evaluation on what .NET can enumerate, by way of <see cref="DataSource"/>, which takes functions and asynchronous enumerables
/// besides. They are extensions, so that what can be passed to <c>Fit</c> itself always means that.
/// </summary>
public static class FitExtensions
{
    /// <summary>Trains the model on samples with one label or number each, which are enumerated anew each epoch while it trains.</summary>
    /// <param name="model">The model.</param>
    /// <param name="samples">The samples, the same each time.</param>
    /// <param name="options">Epochs, batch size, optimizer and the like; by default Keras' defaults.</param>
    /// <param name="validation">What to evaluate after each epoch: a data set or a source.</param>
    /// <param name="cancellationToken">Stops training between two steps, and waiting for samples; the weights of the last finished step stay.</param>
    /// <returns>The metrics of each epoch.</returns>
    /// <exception cref="InvalidDataException">A sample is null or of another size than the model expects, or the samples can be enumerated only once.</exception>
    /// <inheritdoc cref="TrainableModel{TInput, TTarget}.Fit(IDataSource{TInput, TTarget}, FitOptions?, IDataSource{TInput, TTarget}?, CancellationToken)"/>
    /// <example>
    /// <code>
    /// List&lt;(float[] Input, int Target)&gt; samples = [([0, 0], 0), ([0, 1], 1)];
    /// model.Fit(samples);
    /// </code>
    /// </example>
    public static History Fit<TInput, TTarget>(
        this TrainableModel<TInput, TTarget> model,
        IEnumerable<(TInput[] Input, TTarget Target)> samples,
        FitOptions? options = null,
        IDataSource<TInput, TTarget>? validation = null,
        CancellationToken cancellationToken = default)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Fit(DataSource.From(samples), options, validation, cancellationToken);
    }

    /// <summary>Trains the model on samples with targets of one or more numbers, which are enumerated anew each epoch while it trains.</summary>
    /// <inheritdoc cref="Fit{TInput, TTarget}(TrainableModel{TInput, TTarget}, IEnumerable{ValueTuple{TInput[], TTarget}}, FitOptions?, IDataSource{TInput, TTarget}?, CancellationToken)"/>
    public static History Fit<TInput, TTarget>(
        this TrainableModel<TInput, TTarget> model,
        IEnumerable<(TInput[] Input, TTarget[] Target)> samples,
        FitOptions? options = null,
        IDataSource<TInput, TTarget>? validation = null,
        CancellationToken cancellationToken = default)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Fit(DataSource.From(samples), options, validation, cancellationToken);
    }

    /// <summary>Measures loss and accuracy on samples with one label or number each.</summary>
    /// <param name="model">The model.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="cancellationToken">Stops waiting for samples.</param>
    /// <exception cref="InvalidDataException">A sample is null or of another size than the model expects.</exception>
    /// <inheritdoc cref="TrainableModel{TInput, TTarget}.Evaluate(IDataSource{TInput, TTarget}, CancellationToken)"/>
    public static Evaluation Evaluate<TInput, TTarget>(
        this TrainableModel<TInput, TTarget> model, IEnumerable<(TInput[] Input, TTarget Target)> samples, CancellationToken cancellationToken = default)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Evaluate(DataSource.From(samples), cancellationToken);
    }

    /// <summary>Measures loss and accuracy on samples with targets of one or more numbers.</summary>
    /// <inheritdoc cref="Evaluate{TInput, TTarget}(TrainableModel{TInput, TTarget}, IEnumerable{ValueTuple{TInput[], TTarget}}, CancellationToken)"/>
    public static Evaluation Evaluate<TInput, TTarget>(
        this TrainableModel<TInput, TTarget> model, IEnumerable<(TInput[] Input, TTarget[] Target)> samples, CancellationToken cancellationToken = default)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Evaluate(DataSource.From(samples), cancellationToken);
    }
}
