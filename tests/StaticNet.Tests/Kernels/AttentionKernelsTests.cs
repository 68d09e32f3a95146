using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Attention against its definition in double precision, at every vector width.</summary>
[Collection("shapes")]
public unsafe class AttentionKernelsTests
{
    private const int Samples = 2;

    [Fact]
    public void Passes_equal_the_definition() => SimdWidths.ForEach(new Sweep(rate: 0));

    [Fact]
    public void Passes_with_dropout_equal_the_definition() => SimdWidths.ForEach(new Sweep(rate: 0.3f));

    [Fact]
    public void Scores_that_are_learned_equal_the_definition() => SweptAttention.ForEachScore(() => SimdWidths.ForEach(new Sweep(rate: 0)));

    [Fact]
    public void Scores_that_are_learned_equal_the_definition_with_dropout() => SweptAttention.ForEachScore(() => SimdWidths.ForEach(new Sweep(rate: 0.3f)));

    // Blocks of fewer queries than a register tile has rows, and scores by the thousand.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Thousands_of_steps_equal_the_definition(bool isCausal)
    {
        (SweptAttention.Queries, SweptAttention.Keys, SweptAttention.Heads, SweptAttention.KeyDim, SweptAttention.ValueDim) = (30, 3001, 1, 4, 3);
        (SweptAttention.IsCausal, SweptAttention.HasMask, SweptAttention.ZeroesMasked) = (isCausal, false, false);
        SimdWidths.ForEach(new One());
        SweptAttention.ForEachScore(() => SimdWidths.ForEach(new One()));
    }

    // The largest decides, and what is far below it leaves nothing, not even numbers too small to be normal.
    [Fact]
    public void Scores_far_apart_leave_one_or_nothing() => SimdWidths.ForEach(new FarApart());

    private sealed class Sweep(float rate) : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
            => SweptAttention.ForEach(random =>
            {
                using var case_ = new Case(random, rate);
                case_.Check<TV>();
            });
    }

    private sealed class One : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            using var long_ = new Case(new Random(1), 0);
            long_.Check<TV>();
        }
    }

    private sealed class FarApart : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            (SweptAttention.Queries, SweptAttention.Keys, SweptAttention.Heads, SweptAttention.KeyDim, SweptAttention.ValueDim) = (2, 3, 1, 1, 1);
            (SweptAttention.IsCausal, SweptAttention.HasMask) = (false, false);
            using Block query = new(2, 1, 16), key = new(3, 1, 16), value = new(3, 1, 16), y = new(2, 1, 16), saved = new(1, 4, 16), scratch = Room();
            (query.Values[0], query.Values[16]) = (1e18f, -1e18f);
            (key.Values[0], key.Values[16], key.Values[32]) = (-1e18f, 0, 1e18f);
            (value.Values[0], value.Values[16], value.Values[32]) = (1, 2, 3);
            AttentionHead<TV, SweptAttention>.Forward(
                new() { Query = query.Start, Key = key.Start, Value = value.Start }, default, saved.Start, scratch.Start, y.Start, 1);
            Assert.Equal([3f, 1f], [y[0, 0], y[1, 0]]);
        }
    }

    private static Block Room()
    {
        int floats = (int)AttentionSizes.Scratch(SweptAttention.Queries, SweptAttention.Keys, SweptAttention.KeyDim, SweptAttention.ValueDim);
        var room = new Block(1, floats, floats);
        room.Values.Fill(float.NaN);
        return room;
    }

    /// <summary>What one attention takes and gives.</summary>
    private sealed class Case : IDisposable
    {
        private readonly int _queries = SweptAttention.Queries, _keys = SweptAttention.Keys, _heads = SweptAttention.Heads;
        private readonly int _keyDim = SweptAttention.KeyDim, _valueDim = SweptAttention.ValueDim;
        private readonly AttentionDropout _dropout;
        private readonly Block _query, _key, _value, _dy, _y, _predicted, _dQuery, _dKey, _dValue, _saved, _scratch = Room();
        private readonly Block _scale, _weights, _sums;
        private readonly double[,] _byWeights = new double[Samples, SweptAttention.KeyDim];
        private readonly double[] _byScale = new double[Samples];
        private readonly byte[]?[] _masks;

        public Case(Random random, float rate)
        {
            _dropout = new() { Rate = rate, Key = 77, First = 3 };
            (_query, _dQuery) = (Rows(_queries, _keyDim, random), Rows(_queries, _keyDim, null));
            (_key, _dKey) = (Rows(_keys, _keyDim, random), Rows(_keys, _keyDim, null));
            (_value, _dValue) = (Rows(_keys, _valueDim, random), Rows(_keys, _valueDim, null));
            int width = _heads * _valueDim, stride = SweptAttention.OutputStride;
            (_dy, _y, _predicted) = (new(Samples * _queries, width, stride, random), new(Samples * _queries, width, stride), new(Samples * _queries, width, stride));
            int saved = AttentionSizes.Saved(_heads, _queries);
            _saved = new(Samples, saved, Images.Padded(saved));
            (bool query, bool key, bool value) = SweptAttention.HasMask ? SweptAttention.Masks : default;
            _masks = [query ? Mask(_queries, random) : null, key ? Mask(_keys, random) : null, value ? Mask(_keys, random) : null];
            (_scale, _weights) = (new(1, 1, 16, random), new(1, _keyDim, Images.Padded(_keyDim), random));
            int sums = AttentionSizes.Sums(SweptAttention.LearnsScale, SweptAttention.LearnsWeights, SweptAttention.SharesWeight, _keyDim);
            _sums = new(Samples, sums, sums);

            // What stands behind the numbers of a query or a key is nobody's concern.
            foreach (Block taken in SweptAttention.IsAdditive ? new[] { _query, _key } : [])
            {
                for (int at = _keyDim; at < taken.Values.Length; at += SweptAttention.KeyStride)
                    taken.Values[at..(at - _keyDim + SweptAttention.KeyStride)].Fill(float.NaN);
            }

            foreach (Block result in new[] { _y, _predicted, _dQuery, _dKey, _dValue, _sums })
                result.Values.Fill(float.NaN);
        }

        public void Check<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            fixed (byte* query = _masks[0], key = _masks[1], value = _masks[2])
            {
                var inputs = new AttentionInputs
                {
                    Query = _query.Start,
                    Key = _key.Start,
                    Value = _value.Start,
                    QueryMask = query,
                    KeyMask = key,
                    ValueMask = value,
                    Scale = _scale.Start,
                    Weights = _weights.Start,
                };
                AttentionHead<TV, SweptAttention>.Forward(inputs, _dropout, null, _scratch.Start, _predicted.Start, Samples);
                AttentionHead<TV, SweptAttention>.Forward(inputs, _dropout, _saved.Start, _scratch.Start, _y.Start, Samples);
                Images.AssertSameBits(_y, _predicted);
                var gradients = new AttentionGradients { Query = _dQuery.Start, Key = _dKey.Start, Value = _dValue.Start, Sums = _sums.Start };
                AttentionHead<TV, SweptAttention>.Backward(inputs, _dropout, _saved.Start, _scratch.Start, _y.Start, _dy.Start, gradients, Samples);
            }

            Assert.True(_y.PaddingIsZero() && _dQuery.PaddingIsZero() && _dKey.PaddingIsZero() && _dValue.PaddingIsZero());
            for (int sample = 0; sample < Samples; sample++)
            {
                for (int head = 0; head < _heads; head++)
                    CheckHead(sample, head);
                CheckSums(sample);
            }
        }

        // Two products and the softmax between them, row by row.
        private void CheckHead(int sample, int head)
        {
            double[,] dQuery = new double[_queries, _keyDim], dKey = new double[_keys, _keyDim], dValue = new double[_keys, _valueDim];
            for (int i = 0; i < _queries; i++)
            {
                (double[] p, bool goesByScores) = Probabilities(sample, head, i);
                double[] kept = Kept(sample, head, i), dp = new double[_keys];
                double mean = 0;
                for (int c = 0; c < _valueDim; c++)
                {
                    double y = 0, dy = _dy[Output(sample, i), (head * _valueDim) + c];
                    for (int j = 0; j < _keys; j++)
                    {
                        double v = _value[Key(sample, j, head), c];
                        y += p[j] * kept[j] * v;
                        dp[j] += dy * v * kept[j];
                        dValue[j, c] += p[j] * kept[j] * dy;
                    }

                    mean += y * dy;
                    Assert.Equal(y, _y[Output(sample, i), (head * _valueDim) + c], 1e-5);
                }

                for (int j = 0; j < _keys && goesByScores; j++)
                {
                    double ds = p[j] * (dp[j] - mean);
                    for (int c = 0; c < _keyDim; c++)
                    {
                        double q = _query[Query(sample, i, head), c], k = _key[Key(sample, j, head), c], tangent = Math.Tanh(Scale * (q + k));
                        double slope = SweptAttention.IsAdditive ? ds * Weight(c) * (1 - (tangent * tangent)) : ds;
                        dQuery[i, c] += slope * Scale * (SweptAttention.IsAdditive ? 1 : k);
                        dKey[j, c] += slope * Scale * (SweptAttention.IsAdditive ? 1 : q);
                        _byScale[sample] += slope * (SweptAttention.IsAdditive ? q + k : q * k);
                        _byWeights[sample, SweptAttention.SharesWeight ? 0 : c] += ds * tangent;
                    }
                }
            }

            AssertEqual(dQuery, _dQuery, row => Query(sample, row, head));
            AssertEqual(dKey, _dKey, row => Key(sample, row, head));
            AssertEqual(dValue, _dValue, row => Key(sample, row, head));
        }

        // One number's sums are spread over a vector; each weight has one of its own.
        private void CheckSums(int sample)
        {
            ReadOnlySpan<float> sums = _sums.Values.Slice(sample * _sums.Values.Length / Samples, _sums.Values.Length / Samples);
            if (SweptAttention.LearnsScale)
            {
                Assert.Equal(_byScale[sample], sums[..16].ToArray().Sum(), 1e-4);
                sums = sums[16..];
            }

            for (int c = 0; c < (SweptAttention.LearnsWeights ? sums.Length : 0) && !SweptAttention.SharesWeight; c++)
                Assert.Equal(c < _keyDim ? _byWeights[sample, c] : 0, sums[c], 1e-4);
            if (SweptAttention.SharesWeight)
                Assert.Equal(_byWeights[sample, 0], sums.ToArray().Sum(), 1e-4);
        }

        private double Scale => SweptAttention.LearnsScale ? _scale[0, 0] : SweptAttention.IsAdditive ? 1 : SweptAttention.Scale;

        private double Weight(int number) => !SweptAttention.LearnsWeights ? 1 : _weights[0, SweptAttention.SharesWeight ? 0 : number];

        private double Score(int sample, int head, int query, int key)
            => Enumerable.Range(0, _keyDim).Sum(c =>
            {
                double q = _query[Query(sample, query, head), c], k = _key[Key(sample, key, head), c];
                return SweptAttention.IsAdditive ? Weight(c) * Math.Tanh(Scale * (q + k)) : q * k * Scale;
            });

        private (double[] Probabilities, bool GoByScores) Probabilities(int sample, int head, int query)
        {
            bool isOut = Counts(0, sample, query, _queries) == 0;
            if (isOut && SweptAttention.ZeroesMasked)
                return (new double[_keys], false);
            double[] exponentials = [.. Enumerable.Range(0, _keys).Select(key =>
            {
                bool counts = !isOut && (!SweptAttention.IsCausal || key <= query) && Counts(1, sample, key, _keys) * Counts(2, sample, key, _keys) > 0;
                return counts ? Math.Exp(Score(sample, head, query, key)) : 0;
            })];
            double sum = exponentials.Sum();
            return (sum == 0 ? [.. exponentials.Select(_ => 1.0 / _keys)] : [.. exponentials.Select(exponential => exponential / sum)], sum > 0);
        }

        // Each place in the batch has dice of its own, at distances of whole vectors.
        private double[] Kept(int sample, int head, int query)
        {
            int stride = Images.Padded(_keys), first = (((((_dropout.First + sample) * _heads) + head) * _queries) + query) * stride;
            using var factors = new Block(1, stride, stride);
            DropoutKernels.Draw(factors.Start, _dropout.Rate, _dropout.Key, first, stride);
            return [.. Enumerable.Range(0, _keys).Select(key => (double)factors[0, key])];
        }

        private int Counts(int mask, int sample, int step, int steps) => _masks[mask] is { } counts ? counts[(sample * Images.Padded(steps)) + step] : 1;

        private int Query(int sample, int step, int head) => (((sample * _queries) + step) * _heads) + head;

        private int Key(int sample, int step, int head) => (((sample * _keys) + step) * _heads) + head;

        private int Output(int sample, int step) => (sample * _queries) + step;

        private static void AssertEqual(double[,] expected, Block actual, Func<int, int> rowOf)
        {
            for (int row = 0; row < expected.GetLength(0); row++)
            {
                for (int column = 0; column < expected.GetLength(1); column++)
                    Assert.Equal(expected[row, column], actual[rowOf(row), column], 2e-5);
            }
        }

        private Block Rows(int steps, int width, Random? random) => new(Samples * steps * _heads, width, Images.Padded(width), random);

        // The first sample may have no step at all that counts.
        private static byte[] Mask(int steps, Random random)
        {
            int stride = Images.Padded(steps), most = random.Next(3);
            return [.. Enumerable.Range(0, Samples * stride).Select(i => (byte)(i < stride && most == 0 ? 0 : random.Next(1 + most)))];
        }

        public void Dispose()
        {
            foreach (Block block in new[] { _query, _key, _value, _dy, _y, _predicted, _dQuery, _dKey, _dValue, _saved, _scratch, _scale, _weights, _sums })
                block.Dispose();
        }
    }
}
