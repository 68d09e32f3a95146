namespace StaticNet.Fuzzing;

/// <summary>Elementary functions and activations, by their definitions.</summary>
internal static class Functions
{
    private const double Alpha = 1.6732632423543772, Scale = 1.0507009873554805;

    public static T Exp<T>(T x)
        where T : struct, IScalar<T>
        => T.Apply(x, Math.Exp(x.Value), Math.Exp(x.Value));

    public static T Log<T>(T x)
        where T : struct, IScalar<T>
        => T.Apply(x, Math.Log(x.Value), 1 / x.Value);

    public static T Sqrt<T>(T x)
        where T : struct, IScalar<T>
        => T.Apply(x, Math.Sqrt(x.Value), 0.5 / Math.Sqrt(x.Value));

    public static T Sum<T>(IEnumerable<T> numbers)
        where T : struct, IScalar<T>
        => numbers.Aggregate(T.Constant(0), (sum, next) => sum + next);

    /// <summary>An activation of single numbers.</summary>
    public static T Activate<T>(Activation activation, T x)
        where T : struct, IScalar<T>
    {
        (double value, double slope) = Of(activation, x.Value);
        return activation == Activation.Linear ? x : T.Apply(x, value, slope);
    }

    /// <summary>An activation of a whole tensor; softmax and its logarithm go along the last axis.</summary>
    public static Tensor<T> Activate<T>(Activation activation, Tensor<T> x)
        where T : struct, IScalar<T>
    {
        if (activation is not (Activation.Softmax or Activation.LogSoftmax))
            return x with { Values = [.. x.Values.Select(value => Activate(activation, value))] };
        var values = new List<T>();
        foreach (T[] row in x.Values.Chunk(x.Width))
        {
            double largest = row.Max(value => value.Value);
            T[] powers = [.. row.Select(value => Exp(value - T.Constant(largest)))];
            T sum = Sum(powers);
            values.AddRange(activation == Activation.Softmax ? powers.Select(power => power / sum) : row.Select(value => value - T.Constant(largest) - Log(sum)));
        }

        return x with { Values = [.. values] };
    }

    private static (double Value, double Slope) Of(Activation activation, double x)
    {
        double sigmoid = 1 / (1 + Math.Exp(-x)), power = Math.Exp(Math.Min(x, 0));
        switch (activation)
        {
            case Activation.ReLU: return x > 0 ? (x, 1) : (0, 0);
            case Activation.LeakyReLU: return x > 0 ? (x, 1) : (0.2 * x, 0.2);
            case Activation.ELU: return x > 0 ? (x, 1) : (power - 1, power);
            case Activation.SELU: return x > 0 ? (Scale * x, Scale) : (Scale * Alpha * (power - 1), Scale * Alpha * power);
            case Activation.SiLU: return (x * sigmoid, sigmoid * (1 + (x * (1 - sigmoid))));
            case Activation.Softplus: return (Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))), sigmoid);
            case Activation.Sigmoid: return (sigmoid, sigmoid * (1 - sigmoid));
            case Activation.Tanh: return (Math.Tanh(x), 1 - (Math.Tanh(x) * Math.Tanh(x)));
            case Activation.ReLU6: return x <= 0 ? (0, 0) : x < 6 ? (x, 1) : (6, 0);
            case Activation.HardSigmoid: return x <= -3 ? (0, 0) : x < 3 ? ((x + 3) / 6, 1 / 6.0) : (1, 0);
            case Activation.HardSiLU: return x <= -3 ? (0, 0) : x < 3 ? (x * (x + 3) / 6, (x / 3) + 0.5) : (x, 1);
            case Activation.Softsign: return (x / (1 + Math.Abs(x)), 1 / (1 + Math.Abs(x)) / (1 + Math.Abs(x)));
            case Activation.Exponential: return (Math.Exp(x), Math.Exp(x));
            case Activation.Mish:
                double part = Math.Tanh(Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))));
                return (x * part, part + (x * sigmoid * (1 - (part * part))));
            case Activation.GELU:
                double half = 0.5 * (1 + Erf(x / Math.Sqrt(2)));
                return (x * half, half + (x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI)));
            default: return (x, 1);
        }
    }

    // The series of erf where that is short, else the continued fraction of what is missing to 1.
    private static double Erf(double x)
    {
        if (Math.Abs(x) > 3)
        {
            double fraction = 0;
            for (int i = 60; i > 0; i--)
                fraction = i / 2.0 / (Math.Abs(x) + fraction);
            return Math.Sign(x) * (1 - (Math.Exp(-x * x) / Math.Sqrt(Math.PI) / (Math.Abs(x) + fraction)));
        }

        double sum = 0, term = x;
        for (int i = 0; i < 100; i++)
        {
            sum += term / ((2 * i) + 1);
            term *= -x * x / (i + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }
}
