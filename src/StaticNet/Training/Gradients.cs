using System.Numerics.Tensors;
using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// How the mean loss of a batch changes with each weight of a model: what
/// <see cref="TrainableModel{TInput, TTarget}.ComputeGradients(ReadOnlySpan{TInput}, ReadOnlySpan{TTarget})"/> finds. The numbers are a copy of their own:
/// they stay what they are, whatever becomes of the model, until they are computed anew.
/// </summary>
/// <remarks>
/// Many threads may read at once. While one computes them anew, nobody else may read: that is refused, or the numbers are of both batches.
/// </remarks>
/// <example>
/// <code>
/// Gradients gradients = model.ComputeGradients(images, labels);
/// Console.WriteLine(gradients.Result.Loss);
/// float slope = gradients[model.DenseKernel][0, 3];      // of the loss, by that weight
/// model.ComputeGradients(others, labels, gradients);     // of another batch, in the same memory
/// </code>
/// </example>
public sealed class Gradients
{
    private readonly Model _model;
    private readonly AlignedBuffer _values;
    private volatile bool _isWhole;

    internal Gradients(Model model)
    {
        _model = model;
        _values = new AlignedBuffer(model.Info.Memory.Parameters, "the gradients", model.Guards);
    }

    /// <summary>Loss and accuracy of the batch. If the loss is NaN or infinite, so are gradients.</summary>
    /// <exception cref="InvalidOperationException">The last computation has not come to its end.</exception>
    public BatchResult Result
    {
        get
        {
            RequireWhole();
            return field;
        }

        private set;
    }

    /// <summary>
    /// A copy of the gradients by the weights of a parameter, in its shape; 0 where it is not <see cref="Parameter.Trainable"/>. For a copy without a
    /// shape use <see cref="CopyTo"/>.
    /// </summary>
    /// <param name="parameter">A parameter of the model.</param>
    /// <exception cref="ArgumentException">The parameter is another model's.</exception>
    /// <exception cref="InvalidOperationException">The last computation has not come to its end.</exception>
    public ReadOnlyTensorSpan<float> this[Parameter parameter]
    {
        get
        {
            Require(parameter);
            var values = new float[parameter.Count];
            parameter.Gather(_values.Span, values);
            return parameter.Shaped(values);
        }
    }

    /// <summary>Copies the gradients by the weights of a parameter out, in row-major order.</summary>
    /// <param name="parameter">A parameter of the model.</param>
    /// <param name="target">Where to; it has room for <see cref="Parameter.Count"/> numbers.</param>
    /// <exception cref="ArgumentException">The parameter is another model's, or the target does not have as many places.</exception>
    /// <exception cref="InvalidOperationException">The last computation has not come to its end.</exception>
    public void CopyTo(Parameter parameter, Span<float> target)
    {
        Require(parameter);
        Guard.SameLength(target.Length, parameter.Count, parameter.Name, nameof(target));
        parameter.Gather(_values.Span, target);
    }

    /// <summary>Begins to compute them anew: until that is done nobody reads them.</summary>
    internal AlignedBuffer Begin()
    {
        _isWhole = false;
        return _values;
    }

    /// <summary>They are computed.</summary>
    internal void End(BatchResult result)
    {
        Result = result;
        _isWhole = true;
    }

    /// <summary>Refuses those of another model.</summary>
    internal void RequireOf(Model model, string argument)
    {
        if (!ReferenceEquals(model, _model))
        {
            throw new ArgumentException(
                $"These gradients are those of another model{(model.Info.Name == _model.Info.Name ? $", though a {_model.Info.Name} too" : $", a {_model.Info.Name}")}. Let each model compute its own.", argument);
        }
    }

    private void Require(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        if (!parameter.IsOf(_model.Store))
            throw new ArgumentException($"{parameter.Name} is a parameter of another model than the {_model.Info.Name} of these gradients.", nameof(parameter));
        RequireWhole();
    }

    private void RequireWhole()
    {
        if (!_isWhole)
        {
            throw new InvalidOperationException(
                "There are no gradients: the last call of ComputeGradients for them has failed, or is still at work on another thread. Compute them anew.");
        }
    }
}
