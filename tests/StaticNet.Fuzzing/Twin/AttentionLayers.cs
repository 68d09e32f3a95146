namespace StaticNet.Fuzzing;

/// <summary>What an attention is declared with.</summary>
internal sealed record AttentionOptions(int Heads, int KeyDim, int ValueDim, bool UseBias, bool IsCausal, bool Drops);

/// <summary>Multi-head attention over queries, and values and keys that may come from others.</summary>
internal sealed class MultiHeadAttentionLayer : Layer
{
    private readonly AttentionOptions _options;

    public MultiHeadAttentionLayer(string attribute, int[] query, int[] value, AttentionOptions options)
        : base(attribute, query)
    {
        _options = options;
        string[] parts = ["query", "key", "value", "attention_output"];
        Roles = [.. parts.SelectMany(part => options.UseBias ? new[] { part + "_kernel", part + "_bias" } : [part + "_kernel"])];
        IsRandom = options.Drops;
        Operations = (long)options.Heads * (options.KeyDim + options.ValueDim) * ((2 * query[0] * query[1]) + (2 * value[0] * value[1]) + (query[0] * value[0]));
    }

    public override Tensor<T>[] Merge<T>(Tensor<T>[][] inputs, T[][] weights, bool isTraining)
        => [.. inputs[0].Select((query, sample) => Attend(query, inputs[Math.Min(1, inputs.Length - 1)][sample], inputs[^1][sample], weights))];

    private Tensor<T> Attend<T>(Tensor<T> query, Tensor<T> value, Tensor<T> key, T[][] weights)
        where T : struct, IScalar<T>
    {
        int heads = _options.Heads, keyDim = _options.KeyDim, valueDim = _options.ValueDim;
        T[,] q = Project(query, 0, heads * keyDim), k = Project(key, 1, heads * keyDim), v = Project(value, 2, heads * valueDim);
        var taken = new T[query.Rows * heads * valueDim];
        for (int i = 0; i < query.Rows; i++)
        {
            for (int head = 0; head < heads; head++)
            {
                T[] p = Probabilities(i, head);
                for (int c = 0; c < valueDim; c++)
                {
                    int column = (head * valueDim) + c;
                    taken[(i * heads * valueDim) + column] = Functions.Sum(p.Select((weight, j) => weight * v[j, column]));
                }
            }
        }

        T[,] y = Project(new Tensor<T>([query.Rows, heads * valueDim], taken), 3, query.Width);
        return new Tensor<T>(OutputShape, [.. y.Cast<T>()], query.Mask);

        T[,] Project(Tensor<T> x, int part, int columns)
        {
            var projected = new T[x.Rows, columns];
            T[] kernel = weights[_options.UseBias ? 2 * part : part];
            for (int row = 0; row < x.Rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    T sum = _options.UseBias ? weights[(2 * part) + 1][column] : T.Constant(0);
                    for (int i = 0; i < x.Width; i++)
                        sum += x[row, i] * kernel[(i * columns) + column];
                    projected[row, column] = sum;
                }
            }

            return projected;
        }

        T[] Probabilities(int i, int head)
        {
            bool Counts(int j)
                => query.Mask?[i] != false && key.Mask?[j] != false && value.Mask?[j] != false && (!_options.IsCausal || j <= i);

            return Attentions.Probabilities(Enumerable.Range(0, key.Rows), Counts, j =>
            {
                T sum = T.Constant(0);
                for (int c = head * keyDim; c < (head + 1) * keyDim; c++)
                    sum += q[i, c] * k[j, c];
                return sum * T.Constant(1 / Math.Sqrt(keyDim));
            });
        }
    }
}

/// <summary>How an attention without projections is declared to make scores.</summary>
internal sealed record ScoreOptions(bool IsConcat, bool IsAdditive, bool UseScale);

/// <summary>Attention without projections over queries, and values and keys that may come from others.</summary>
internal sealed class AttentionLayer : Layer
{
    private readonly ScoreOptions _score;
    private readonly bool _isCausal;

    public AttentionLayer(string attribute, int[] query, int[] value, ScoreOptions score, bool isCausal, bool drops)
        : base(attribute, query[0], value[1])
    {
        (_score, _isCausal) = (score, isCausal);
        Roles = [.. score.UseScale ? new[] { "scale" } : [], .. score.IsConcat ? new[] { "concat_score_weight" } : []];
        IsRandom = drops;
        Operations = (long)query[0] * value[0] * ((score.IsConcat || score.IsAdditive ? 5 * query[1] : query[1]) + value[1]);
    }

    // A query that its mask leaves out gets 0, and of a mask over keys of their own nothing is heeded.
    public override Tensor<T>[] Merge<T>(Tensor<T>[][] inputs, T[][] weights, bool isTraining)
        => [.. inputs[0].Select((query, sample) => Attend(query, inputs[Math.Min(1, inputs.Length - 1)][sample], inputs[^1][sample], weights))];

    private Tensor<T> Attend<T>(Tensor<T> query, Tensor<T> value, Tensor<T> key, T[][] weights)
        where T : struct, IScalar<T>
    {
        var y = new T[OutputSize];
        for (int i = 0; i < query.Rows; i++)
        {
            T[] p = Attentions.Probabilities(
                Enumerable.Range(0, key.Rows), j => value.Mask?[j] != false && (!_isCausal || j <= i),
                j => Score(Enumerable.Range(0, query.Width), c => query[i, c], c => key[j, c], weights));
            for (int c = 0; c < value.Width; c++)
                y[(i * value.Width) + c] = query.Mask?[i] == false ? T.Constant(0) : Functions.Sum(p.Select((weight, j) => weight * value[j, c]));
        }

        return new Tensor<T>(OutputShape, y, query.Mask);
    }

    private T Score<T>(IEnumerable<int> numbers, Func<int, T> query, Func<int, T> key, T[][] weights)
        where T : struct, IScalar<T>
    {
        if (_score.IsAdditive)
            return Functions.Sum(numbers.Select(c => Tangent(query(c) + key(c)) * (_score.UseScale ? weights[0][c] : T.Constant(1))));
        T scale = _score.UseScale ? weights[0][0] : T.Constant(1);
        return _score.IsConcat ? weights[^1][0] * Functions.Sum(numbers.Select(c => Tangent(scale * (query(c) + key(c)))))
            : scale * Functions.Sum(numbers.Select(c => query(c) * key(c)));

        static T Tangent(T x) => Functions.Activate(Activation.Tanh, x);
    }
}

/// <summary>What attentions have in common.</summary>
internal static class Attentions
{
    /// <summary>The softmax of the scores of the keys that count; all alike where none does.</summary>
    public static T[] Probabilities<T>(IEnumerable<int> keys, Func<int, bool> counts, Func<int, T> score)
        where T : struct, IScalar<T>
    {
        int[] all = [.. keys];
        if (!all.Any(counts))
            return [.. all.Select(_ => T.Constant(1.0 / all.Length))];
        T[] scores = [.. all.Select(score)];
        double largest = all.Where(counts).Max(j => scores[j].Value);
        T[] powers = [.. all.Select(j => counts(j) ? Functions.Exp(scores[j] - T.Constant(largest)) : T.Constant(0))];
        T total = Functions.Sum(powers);
        return [.. powers.Select(power => power / total)];
    }
}
