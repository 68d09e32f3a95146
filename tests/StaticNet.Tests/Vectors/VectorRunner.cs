using System.Runtime.InteropServices;

namespace StaticNet.Tests.Vectors;

/// <summary>A model with the recorded parameters and its batches, whatever the types of its inputs and targets.</summary>
internal abstract class VectorRunner
{
    public abstract IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The numbers of the batch, sample by sample; none where it is of tokens.</summary>
    public abstract Span<float> Numbers { get; }

    /// <summary>Predicts some samples of the batch.</summary>
    public abstract void Predict(int first, int count, Span<float> outputs);

    public abstract Gradients ComputeGradients();

    /// <summary>Takes a step on a batch, by its number.</summary>
    public abstract BatchResult Train(Optimizer optimizer, int batch);

    protected void Load(VectorCase vector)
    {
        Assert.Equal(vector.Parameters.Select(recorded => recorded.Name), Parameters.Select(parameter => parameter.Name));
        foreach ((VectorParameter recorded, Parameter parameter) in vector.Parameters.Zip(Parameters))
        {
            Assert.Equal(recorded.Shape, parameter.Shape);
            parameter.CopyFrom(recorded.Values);
        }
    }
}

/// <inheritdoc/>
internal sealed class VectorRunner<TInput, TTarget> : VectorRunner
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly TrainableModel<TInput, TTarget> _model;
    private readonly (TInput[] Inputs, TTarget[] Targets)[] _batches;

    public VectorRunner(TrainableModel<TInput, TTarget> model, VectorCase vector)
    {
        _model = model;
        _batches = [.. Enumerable.Range(0, 1 + vector.OtherBatches.Length).Select(number => vector.BatchAs<TInput, TTarget>(number, model.Info))];
        Load(vector);
    }

    public override IReadOnlyList<Parameter> Parameters => _model.Parameters;

    public override Span<float> Numbers
        => typeof(TInput) == typeof(float) ? MemoryMarshal.Cast<TInput, float>(_batches[0].Inputs.AsSpan()) : [];

    public override void Predict(int first, int count, Span<float> outputs)
        => _model.Predict(_batches[0].Inputs.AsSpan(first * _model.Info.InputSize, count * _model.Info.InputSize), outputs);

    public override Gradients ComputeGradients() => _model.ComputeGradients(_batches[0].Inputs, _batches[0].Targets);

    public override BatchResult Train(Optimizer optimizer, int batch)
        => _model.TrainOnBatch(_batches[batch].Inputs, _batches[batch].Targets, optimizer);
}
