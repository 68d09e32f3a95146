namespace StaticNet.Fuzzing;

/// <summary>A stack computed by its twin, with the weights of a model.</summary>
internal sealed class TwinRun
{
    private readonly Stack _stack;
    private readonly float[][] _weights;

    // Where the weights of each layer begin.
    private readonly int[] _first;

    public TwinRun(Stack stack, Model model)
    {
        _stack = stack;
        _first = [.. stack.Layers.Select((_, layer) => stack.Layers.Take(layer).Sum(before => before.Roles.Length))];
        string[] roles = [.. stack.Layers.SelectMany(layer => layer.Roles)];
        if (!roles.SequenceEqual(model.Parameters.Select(parameter => parameter.Name[(parameter.Name.LastIndexOf('/') + 1)..])))
            throw new FailureException($"Parameters are {string.Join(", ", model.Parameters)}; the twin has {string.Join(", ", roles)}.");
        _weights = [.. model.Parameters.Select(parameter =>
        {
            var values = new float[parameter.Count];
            parameter.CopyTo(values);
            return values;
        })];
    }

    /// <summary>What a model predicts.</summary>
    public double[] Predict(double[] inputs) => Predict(inputs, [.. _stack.Outputs.Select(output => output.Layer)]);

    /// <summary>What layers give in a prediction, for each sample one behind the other.</summary>
    public double[] Predict(double[] inputs, params int[] layers)
    {
        List<Tensor<Plain>[]> values = Forward(inputs, Plainly, isTraining: false, layers.Max() + 1);
        return [.. Enumerable.Range(0, values[0].Length).SelectMany(sample => layers.SelectMany(layer => values[layer + 1][sample].Values)).Select(value => value.Value)];
    }

    /// <summary>The mean loss of samples, as evaluated.</summary>
    public double Evaluate(double[] inputs, double[] targets)
        => Loss(Forward(inputs, Plainly, isTraining: false), targets).Value;

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

    private Plain[][] Plainly => [.. _weights.Select(values => values.Select(value => new Plain(value)).ToArray())];

    private List<Tensor<T>[]> Forward<T>(double[] inputs, T[][] weights, bool isTraining, int layers = int.MaxValue)
        where T : struct, IScalar<T>
    {
        Tensor<T>[] batch = [.. inputs.Chunk(_stack.InputSize).Select(sample => new Tensor<T>(_stack.InputShape, [.. sample.Select(T.Constant)]))];
        var values = new List<Tensor<T>[]> { batch };
        foreach (Layer layer in _stack.Layers.Take(layers))
        {
            Tensor<T>[][] taken = [.. (layer.Inputs ?? [values.Count - 1]).Select(value => values[value])];
            int owner = (layer as RepeatedLayer)?.Owner ?? values.Count - 1;
            values.Add(layer.Merge(taken, weights[_first[owner]..(_first[owner] + _stack.Layers[owner].Roles.Length)], isTraining));
        }

        return values;
    }

    private T Loss<T>(List<Tensor<T>[]> values, double[] targets)
        where T : struct, IScalar<T>
    {
        T sum = T.Constant(0);
        int samples = values[0].Length, first = 0;
        foreach (StackOutput output in _stack.Outputs)
        {
            Tensor<T>[] outputs = values[output.Layer + 1];
            int rows = outputs[0].Rows, width = outputs[0].Width, size = output.TakesLabels ? 1 : width;
            T[] losses =
            [
                .. Enumerable.Range(0, samples * rows).Select(row => Loss(
                    output.Loss!.Value, outputs[row / rows].Values[(row % rows * width)..((row % rows * width) + width)],
                    targets.AsSpan((row / rows * (targets.Length / samples)) + first + (row % rows * size), size))),
            ];

            // Steps that do not count are left out of the mean, of the whole batch.
            bool[] counts = outputs[0].Mask is null ? [.. losses.Select(_ => true)] : [.. outputs.SelectMany(y => y.Mask!)];
            sum += T.Constant(output.Weight) * Functions.Sum(losses.Where((_, row) => counts[row])) / T.Constant(Math.Max(1, counts.Count(each => each)));
            first += rows * size;
        }

        return sum;
    }

    private static T Loss<T>(Loss loss, T[] y, ReadOnlySpan<double> target)
        where T : struct, IScalar<T>
    {
        if (loss == StaticNet.Loss.SparseCategoricalCrossentropy)
            return T.Constant(0) - Functions.Log(y[(int)target[0]]);
        T sum = T.Constant(0);
        for (int i = 0; i < y.Length; i++)
        {
            T t = T.Constant(target[i]), one = T.Constant(1), error = y[i] - t;
            sum += loss switch
            {
                StaticNet.Loss.CategoricalCrossentropy => T.Constant(0) - Entropy(t, y[i]),
                StaticNet.Loss.BinaryCrossentropy => T.Constant(0) - Entropy(t, y[i]) - Entropy(one - t, one - y[i]),
                StaticNet.Loss.MeanSquaredError => error * error,
                StaticNet.Loss.MeanAbsoluteError => Absolute(error),
                _ => Math.Abs(error.Value) <= 1 ? error * error * T.Constant(0.5) : Absolute(error) - T.Constant(0.5),
            };
        }

        return loss == StaticNet.Loss.CategoricalCrossentropy ? sum : sum / T.Constant(y.Length);

        static T Absolute(T x) => x.Value < 0 ? T.Constant(0) - x : x;

        // What is not wanted may have a probability of 0, whose logarithm does not count.
        static T Entropy(T wanted, T probability) => wanted.Value == 0 ? T.Constant(0) : wanted * Functions.Log(probability);
    }
}
