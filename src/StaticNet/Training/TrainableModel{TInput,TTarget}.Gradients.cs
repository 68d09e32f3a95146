
namespace StaticNet;

/// <content>Gradients for those who want them.</content>
public abstract unsafe partial class TrainableModel<TInput, TTarget>
{
    /// <summary>
    /// Computes the gradients of the mean loss of a batch as a training step does, with dropout and the like, and takes no step: no weight and no
    /// moving average changes. To compute those of many batches in the same memory, pass the result to
    /// <see cref="ComputeGradients(ReadOnlySpan{TInput}, ReadOnlySpan{TTarget}, Gradients)"/>.
    /// </summary>
    /// <param name="inputs">The samples, one behind the other.</param>
    /// <param name="targets">Their targets, one behind the other.</param>
    /// <returns>The gradients and the loss.</returns>
    /// <exception cref="ArgumentException">The batch does not fit the model.</exception>
    /// <exception cref="InsufficientMemoryException">There is no memory for a step on so many samples.</exception>
    /// <exception cref="InvalidOperationException">The model is in training already.</exception>
    /// <example>
    /// <code>
    /// Gradients gradients = model.ComputeGradients(images, labels);
    /// float slope = gradients[model.DenseKernel][0, 3];
    /// </code>
    /// </example>
    public Gradients ComputeGradients(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets)
    {
        var gradients = new Gradients(this);
        ComputeGradients(inputs, targets, gradients);
        return gradients;
    }

    /// <summary>Computes gradients into the memory of earlier ones, and allocates nothing.</summary>
    /// <param name="inputs">The samples, one behind the other.</param>
    /// <param name="targets">Their targets, one behind the other.</param>
    /// <param name="gradients">Gradients of this model, which are overwritten. They stay as they are if the batch is refused.</param>
    /// <returns>Loss and accuracy of the batch.</returns>
    /// <exception cref="ArgumentException">The batch does not fit the model, or the gradients are another model's.</exception>
    /// <exception cref="InsufficientMemoryException">There is no memory for a step on so many samples.</exception>
    /// <exception cref="InvalidOperationException">The model is in training already.</exception>
    public BatchResult ComputeGradients(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, Gradients gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        gradients.RequireOf(this, nameof(gradients));
        using TrainingGate.Training alone = Gate.Train();
        Session<TInput, TTarget> session = LoadBatch(inputs, targets, out int rows);
        ApplyPending();
        int threads = ThreadsFor(rows);
        Totals totals = session.Propagate(rows, NextKey(), threads, null);
        session.KeepGradients(gradients.Begin(), threads);
        BatchResult result = ResultOf(totals, rows);
        gradients.End(result);
        GC.KeepAlive(gradients);
        return result;
    }
}
