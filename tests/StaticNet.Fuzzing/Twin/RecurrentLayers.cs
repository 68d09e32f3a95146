namespace StaticNet.Fuzzing;

/// <summary>What a recurrence is declared with.</summary>
internal sealed record RecurrentOptions(
    string Kind, int Units, Activation Activation, Activation RecurrentActivation, bool UseBias, bool ReturnSequences, bool GoBackwards, bool ResetAfter,
    bool Drops)
{
    public int Gates => Kind == "LSTM" ? 4 : Kind == "GRU" ? 3 : 1;

    public string[] Roles => UseBias ? ["kernel", "recurrent_kernel", "bias"] : ["kernel", "recurrent_kernel"];

    public long Operations(int[] input) => (long)input[0] * Gates * Units * (input[1] + Units);
}

/// <summary>A recurrence: masked steps change nothing, and what goes out at them is what went out before.</summary>
internal sealed class RecurrentLayer : Layer
{
    private readonly RecurrentOptions _options;

    public RecurrentLayer(string attribute, int[] input, RecurrentOptions options)
        : base(attribute, options.ReturnSequences ? [input[0], options.Units] : [options.Units])
    {
        _options = options;
        Roles = options.Roles;
        Operations = options.Operations(input);
        IsRandom = options.Drops;
    }

    /// <summary>The states after each step of the walk.</summary>
    public static List<T[]> Walk<T>(Tensor<T> x, T[][] weights, RecurrentOptions options)
        where T : struct, IScalar<T>
    {
        int units = options.Units, columns = options.Gates * units;
        T[] h = [.. Enumerable.Repeat(T.Constant(0), units)], c = h;
        var states = new List<T[]>();
        for (int step = 0; step < x.Shape[0]; step++)
        {
            int time = options.GoBackwards ? x.Shape[0] - 1 - step : step;
            if (x.Mask is null || x.Mask[time])
                (h, c) = Step(h, c, time);
            states.Add(h);
        }

        return states;

        (T[] H, T[] C) Step(T[] before, T[] carried, int time)
        {
            T Bias(int row, int column) => options.UseBias ? weights[2][(row * columns) + column] : T.Constant(0);

            T Start(int column)
                => Enumerable.Range(0, x.Width).Aggregate(Bias(0, column), (sum, i) => sum + (x[time, i] * weights[0][(i * columns) + column]));

            T State(int column, Func<int, T> state, T from)
                => Enumerable.Range(0, units).Aggregate(from, (sum, i) => sum + (state(i) * weights[1][(i * columns) + column]));

            T Gate(int gate, int u) => Functions.Activate(options.RecurrentActivation, State((gate * units) + u, i => before[i], Start((gate * units) + u)));

            int[] all = [.. Enumerable.Range(0, units)];
            if (options.Kind == "LSTM")
            {
                T[] next = [.. all.Select(u => (Gate(1, u) * carried[u]) + (Gate(0, u) * Functions.Activate(options.Activation, State((2 * units) + u, i => before[i], Start((2 * units) + u)))))];
                return ([.. all.Select(u => Gate(3, u) * Functions.Activate(options.Activation, next[u]))], next);
            }

            if (options.Kind == "SimpleRNN")
                return ([.. all.Select(u => Functions.Activate(options.Activation, State(u, i => before[i], Start(u))))], carried);

            // A GRU's bias has a second row, for the sums with the state, where it resets behind the product.
            T SumBias(int column) => options.ResetAfter ? Bias(1, column) : T.Constant(0);
            T[] update = [.. all.Select(u => Functions.Activate(options.RecurrentActivation, State(u, i => before[i], Start(u) + SumBias(u))))];
            T[] reset = [.. all.Select(u => Functions.Activate(options.RecurrentActivation, State(units + u, i => before[i], Start(units + u) + SumBias(units + u))))];
            T[] candidate =
            [
                .. all.Select(u => Functions.Activate(
                    options.Activation,
                    options.ResetAfter
                        ? Start((2 * units) + u) + (reset[u] * State((2 * units) + u, i => before[i], SumBias((2 * units) + u)))
                        : State((2 * units) + u, i => reset[i] * before[i], Start((2 * units) + u)))),
            ];
            return ([.. all.Select(u => (update[u] * before[u]) + ((T.Constant(1) - update[u]) * candidate[u]))], carried);
        }
    }

    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
    {
        List<T[]> states = Walk(x, weights, _options);
        return _options.ReturnSequences
            ? new Tensor<T>(OutputShape, [.. states.SelectMany(state => state)], x.Mask)
            : new Tensor<T>(OutputShape, states[^1]);
    }
}

/// <summary>A recurrence in both directions; of sequences, steps that do not count give 0.</summary>
internal sealed class BidirectionalLayer : Layer
{
    private readonly RecurrentOptions _options;
    private readonly MergeMode _mode;

    public BidirectionalLayer(string attribute, int[] input, RecurrentOptions options, MergeMode mode)
        : base(attribute, options.ReturnSequences ? [input[0], Width(options, mode)] : [Width(options, mode)])
    {
        (_options, _mode) = (options, mode);
        Roles = [.. options.Roles.Select(role => "forward_" + role), .. options.Roles.Select(role => "backward_" + role)];
        Operations = 2 * options.Operations(input);
        IsRandom = options.Drops;
    }

    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
    {
        int half = weights.Length / 2;
        List<T[]> forward = RecurrentLayer.Walk(x, weights[..half], _options), backward = RecurrentLayer.Walk(x, weights[half..], _options with { GoBackwards = true });
        if (!_options.ReturnSequences)
            return new Tensor<T>(OutputShape, Merge(forward[^1], backward[^1]));
        backward.Reverse();
        var y = new List<T>();
        for (int step = 0; step < forward.Count; step++)
        {
            T[] merged = Merge(forward[step], backward[step]);
            y.AddRange(x.Mask is null || x.Mask[step] ? merged : merged.Select(_ => T.Constant(0)));
        }

        return new Tensor<T>(OutputShape, [.. y], x.Mask);
    }

    private static int Width(RecurrentOptions options, MergeMode mode) => mode == MergeMode.Concat ? 2 * options.Units : options.Units;

    private T[] Merge<T>(T[] first, T[] second)
        where T : struct, IScalar<T>
        => _mode switch
        {
            MergeMode.Concat => [.. first, .. second],
            MergeMode.Sum => [.. first.Zip(second, (a, b) => a + b)],
            MergeMode.Mul => [.. first.Zip(second, (a, b) => a * b)],
            _ => [.. first.Zip(second, (a, b) => (a + b) * T.Constant(0.5))],
        };
}
