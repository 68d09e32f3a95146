
namespace StaticNet.Tests.Vectors;

/// <summary>A model with the recorded parameters and its batch, whatever the type of its targets.</summary>
internal abstract class VectorRunner
{
    public abstract IReadOnlyList<Parameter> Parameters { get; }

    public abstract void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);

    public abstract BatchResult ComputeGradients();

    public abstract void CopyGradientTo(Parameter parameter, Span<float> target);

    public abstract BatchResult Train(Optimizer optimizer);

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
internal sealed class VectorRunner<TTarget> : VectorRunner
    where TTarget : unmanaged
{
    private readonly TrainableModel<float, TTarget> _model;
    private readonly float[] _inputs;
    private readonly TTarget[] _targets;

    public VectorRunner(TrainableModel<float, TTarget> model, VectorCase vector)
    {
        _model = model;
        _inputs = vector.Inputs;
        _targets = vector.TargetsAs<TTarget>();
        Load(vector);
    }

    public override IReadOnlyList<Parameter> Parameters => _model.Parameters;

    public override void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => _model.Predict(inputs, outputs);

    public override BatchResult ComputeGradients() => _model.ComputeGradients(_inputs, _targets);

    public override void CopyGradientTo(Parameter parameter, Span<float> target) => _model.CopyGradientTo(parameter, target);

    public override BatchResult Train(Optimizer optimizer) => _model.TrainOnBatch(_inputs, _targets, optimizer);
}
