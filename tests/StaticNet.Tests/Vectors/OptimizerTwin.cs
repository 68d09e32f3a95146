namespace StaticNet.Tests.Vectors;

/// <summary>Keras' optimizers in double precision, one weight after the other, for one parameter.</summary>
internal abstract class OptimizerTwin(float[] values)
{
    /// <summary>The weights, which each step changes.</summary>
    protected double[] Weights { get; } = [.. values.Select(value => (double)value)];

    /// <summary>The weights after the steps so far, rounded.</summary>
    public float[] Values => [.. Weights.Select(weight => (float)weight)];

    /// <summary>The largest change of a weight so far.</summary>
    public double LargestChange => Weights.Zip(values, (weight, value) => Math.Abs(weight - value)).Max();

    /// <summary>Takes a step.</summary>
    public abstract void Step(float[] gradients);
}

/// <inheritdoc/>
internal sealed class AdamTwin(float[] values, double rate) : OptimizerTwin(values)
{
    private const double Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-7;

    private readonly double[] _means = new double[values.Length], _squares = new double[values.Length];
    private int _steps;

    public override void Step(float[] gradients)
    {
        _steps++;
        double alpha = rate * Math.Sqrt(1 - Math.Pow(Beta2, _steps)) / (1 - Math.Pow(Beta1, _steps));
        for (int i = 0; i < gradients.Length; i++)
        {
            double gradient = gradients[i];
            _means[i] += (gradient - _means[i]) * (1 - Beta1);
            _squares[i] += ((gradient * gradient) - _squares[i]) * (1 - Beta2);
            Weights[i] -= alpha * _means[i] / (Math.Sqrt(_squares[i]) + Epsilon);
        }
    }
}

/// <inheritdoc/>
internal sealed class NesterovTwin(float[] values, double rate, double momentum) : OptimizerTwin(values)
{
    private readonly double[] _velocities = new double[values.Length];

    public override void Step(float[] gradients)
    {
        for (int i = 0; i < gradients.Length; i++)
        {
            _velocities[i] = (momentum * _velocities[i]) - (rate * gradients[i]);
            Weights[i] += (momentum * _velocities[i]) - (rate * gradients[i]);
        }
    }
}
