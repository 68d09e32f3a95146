namespace StaticNet.Fuzzing;

/// <summary>Each channel over the batch, or by its moving averages.</summary>
internal sealed class BatchNormalizationLayer : Layer
{
    private readonly float _epsilon;
    private readonly bool _center;
    private readonly bool _scale;

    public BatchNormalizationLayer(string attribute, int[] input, float epsilon, bool center, bool scale)
        : base(attribute, input)
    {
        (_epsilon, _center, _scale) = (epsilon, center, scale);
        Roles = [.. scale ? new[] { "gamma" } : [], .. center ? new[] { "beta" } : [], "moving_mean", "moving_variance"];
        Operations = 6L * OutputSize;
    }

    public override Tensor<T>[] Forward<T>(Tensor<T>[] batch, T[][] weights, bool isTraining)
    {
        T[][] results = [.. batch.Select(x => new T[x.Values.Length])];
        int channels = OutputShape[^1];
        for (int c = 0; c < channels; c++)
        {
            T mean = weights[^2][c], variance = weights[^1][c];
            if (isTraining)
            {
                T count = T.Constant((double)batch.Length * batch[0].Rows);
                T[] all = [.. batch.SelectMany(x => Enumerable.Range(0, x.Rows).Select(row => x[row, c]))];
                mean = Functions.Sum(all) / count;
                T batchMean = mean;
                variance = Functions.Sum(all.Select(value => (value - batchMean) * (value - batchMean))) / count;
            }

            T deviation = Functions.Sqrt(variance + T.Constant(_epsilon));
            for (int sample = 0; sample < batch.Length; sample++)
            {
                for (int row = 0; row < batch[sample].Rows; row++)
                {
                    T value = (batch[sample][row, c] - mean) / deviation;
                    if (_scale)
                        value *= weights[0][c];
                    if (_center)
                        value += weights[_scale ? 1 : 0][c];
                    results[sample][(row * channels) + c] = value;
                }
            }
        }

        return [.. results.Select(values => new Tensor<T>(OutputShape, values))];
    }
}

/// <summary>Each row over its channels.</summary>
internal sealed class LayerNormalizationLayer : Layer
{
    private readonly float _epsilon;
    private readonly bool _center;
    private readonly bool _scale;

    public LayerNormalizationLayer(string attribute, int[] input, float epsilon, bool center, bool scale)
        : base(attribute, input)
    {
        (_epsilon, _center, _scale) = (epsilon, center, scale);
        Roles = [.. scale ? new[] { "gamma" } : [], .. center ? new[] { "beta" } : []];
        Operations = 6L * OutputSize;
    }

    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
    {
        var y = new List<T>();
        foreach (T[] row in x.Values.Chunk(x.Width))
        {
            T count = T.Constant(row.Length), mean = Functions.Sum(row) / count;
            T deviation = Functions.Sqrt((Functions.Sum(row.Select(value => (value - mean) * (value - mean))) / count) + T.Constant(_epsilon));
            for (int c = 0; c < row.Length; c++)
            {
                T value = (row[c] - mean) / deviation;
                if (_scale)
                    value *= weights[0][c];
                if (_center)
                    value += weights[_scale ? 1 : 0][c];
                y.Add(value);
            }
        }

        return x with { Values = [.. y] };
    }
}

/// <summary>Each row divided by the root of its mean square.</summary>
internal sealed class RMSNormalizationLayer : Layer
{
    private readonly float _epsilon;

    public RMSNormalizationLayer(string attribute, int[] input, float epsilon)
        : base(attribute, input)
    {
        _epsilon = epsilon;
        Roles = ["scale"];
        Operations = 4L * OutputSize;
    }

    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
    {
        var y = new List<T>();
        foreach (T[] row in x.Values.Chunk(x.Width))
        {
            T root = Functions.Sqrt((Functions.Sum(row.Select(value => value * value)) / T.Constant(row.Length)) + T.Constant(_epsilon));
            y.AddRange(row.Select((value, c) => value / root * weights[0][c]));
        }

        return x with { Values = [.. y] };
    }
}

/// <summary>Groups of channels of each sample, over all its pixels.</summary>
internal sealed class GroupNormalizationLayer : Layer
{
    private readonly int _groups;
    private readonly float _epsilon;
    private readonly bool _center;
    private readonly bool _scale;

    public GroupNormalizationLayer(string attribute, int[] input, int groups, float epsilon, bool center, bool scale)
        : base(attribute, input)
    {
        (_groups, _epsilon, _center, _scale) = (groups, epsilon, center, scale);
        Roles = [.. scale ? new[] { "gamma" } : [], .. center ? new[] { "beta" } : []];
        Operations = 6L * OutputSize;
    }

    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
    {
        var y = new T[x.Values.Length];
        int each = x.Width / _groups;
        for (int group = 0; group < _groups; group++)
        {
            int[] places = [.. Enumerable.Range(0, y.Length).Where(i => i % x.Width / each == group)];
            T count = T.Constant(places.Length), mean = Functions.Sum(places.Select(i => x.Values[i])) / count;
            T square = Functions.Sum(places.Select(i => (x.Values[i] - mean) * (x.Values[i] - mean)));
            T deviation = Functions.Sqrt((square / count) + T.Constant(_epsilon));
            foreach (int i in places)
            {
                y[i] = (x.Values[i] - mean) / deviation;
                if (_scale)
                    y[i] *= weights[0][i % x.Width];
                if (_center)
                    y[i] += weights[_scale ? 1 : 0][i % x.Width];
            }
        }

        return x with { Values = y };
    }
}
