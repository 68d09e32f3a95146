namespace StaticNet.Fuzzing;

/// <summary>A stack computed by its twin, with the weights of a model.</summary>
internal sealed class TwinRun
{
    private readonly Stack _stack;
    private readonly float[][] _weights;

    public TwinRun(Stack stack, Model model)
    {
        _stack = stack;
        string[] roles = [.. stack.Layers.SelectMany(layer => layer.Roles)];
        if (!roles.SequenceEqual(model.Parameters.Select(parameter => parameter.Name[(parameter.Name.IndexOf('/', StringComparison.Ordinal) + 1)..])))
            throw new FailureException($"Parameters are {string.Join(", ", model.Parameters)}; the twin has {string.Join(", ", roles)}.");
        _weights = [.. model.Parameters.Select(parameter =>
        {
            var values = new float[parameter.Count];
            parameter.CopyTo(values);
            return values;
        })];
    }

    /// <summary>What a model predicts.</summary>
    public double[] Predict(double[] inputs) => Predict(inputs, _stack.Layers.Count);

    /// <summary>What the last of its first layers gives in a prediction.</summary>
    public double[] Predict(double[] inputs, int layers)
        => [.. Forward(inputs, [.. _weights.Select(values => values.Select(value => new Plain(value)).ToArray())], isTraining: false, layers)
            .SelectMany(y => y.Values).Select(value => value.Value)];

    /// <summary>The mean loss of samples, as evaluated.</summary>
    public double Evaluate(double[] inputs, double[] targets)
    {
        Plain[][] weights = [.. _weights.Select(values => values.Select(value => new Plain(value)).ToArray())];
        return Loss(Forward(inputs, weights, isTraining: false), targets).Value;
    }

    /// <summary>The loss of a training step and its gradients by all parameters.</summary>
    public (double Loss, double[][] Gradients) Train(double[] inputs, double[] targets)
    {
        Tape tape = Tape.Current;
        tape.Clear();
        Taped[][] weights = [.. _weights.Select(values => values.Select(value => tape.Variable(value)).ToArray())];
        Taped loss = Loss(Forward(inputs, weights, isTraining: true), targets);
        double[] gradients = tape.Gradients(loss);
        return (loss.Value, [.. weights.Select(values => values.Select(value => gradients[value.Place]).ToArray())]);
    }

    private Tensor<T>[] Forward<T>(double[] inputs, T[][] weights, bool isTraining, int layers = int.MaxValue)
        where T : struct, IScalar<T>
    {
        Tensor<T>[] batch = [.. inputs.Chunk(_stack.InputSize).Select(sample => new Tensor<T>(_stack.InputShape, [.. sample.Select(T.Constant)]))];
        var values = new List<Tensor<T>[]> { batch };
        int first = 0;
        foreach (Layer layer in _stack.Layers.Take(layers))
        {
            Tensor<T>[][] taken = [.. (layer.Inputs ?? [values.Count - 1]).Select(value => values[value])];
            values.Add(layer.Merge(taken, weights[first..(first + layer.Roles.Length)], isTraining));
            first += layer.Roles.Length;
        }

        return values[^1];
    }

    private T Loss<T>(Tensor<T>[] outputs, double[] targets)
        where T : struct, IScalar<T>
    {
        T[][] rows = [.. outputs.SelectMany(y => y.Values.Chunk(y.Width))];
        int size = targets.Length / rows.Length;
        T[] losses = [.. rows.Select((y, row) => Loss(y, targets.AsSpan(row * size, size)))];
        if (outputs[0].Mask is null)
            return Functions.Sum(losses) / T.Constant(losses.Length);

        // Steps that do not count are left out of the mean, of the whole batch.
        bool[] mask = [.. outputs.SelectMany(y => y.Mask!)];
        return Functions.Sum(losses.Where((_, row) => mask[row])) / T.Constant(Math.Max(1, mask.Count(counts => counts)));
    }

    private T Loss<T>(T[] y, ReadOnlySpan<double> target)
        where T : struct, IScalar<T>
    {
        if (_stack.Loss == StaticNet.Loss.SparseCategoricalCrossentropy)
            return T.Constant(0) - Functions.Log(y[(int)target[0]]);
        T sum = T.Constant(0);
        for (int i = 0; i < y.Length; i++)
        {
            T t = T.Constant(target[i]), one = T.Constant(1), error = y[i] - t;
            sum += _stack.Loss switch
            {
                StaticNet.Loss.CategoricalCrossentropy => T.Constant(0) - (t * Functions.Log(y[i])),
                StaticNet.Loss.BinaryCrossentropy => T.Constant(0) - (t * Functions.Log(y[i])) - ((one - t) * Functions.Log(one - y[i])),
                StaticNet.Loss.MeanSquaredError => error * error,
                StaticNet.Loss.MeanAbsoluteError => Absolute(error),
                _ => Math.Abs(error.Value) <= 1 ? error * error * T.Constant(0.5) : Absolute(error) - T.Constant(0.5),
            };
        }

        return _stack.Loss == StaticNet.Loss.CategoricalCrossentropy ? sum : sum / T.Constant(y.Length);

        static T Absolute(T x) => x.Value < 0 ? T.Constant(0) - x : x;
    }
}
