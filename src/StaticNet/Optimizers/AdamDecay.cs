using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// What Adam does to weights while their gradients are 0, in closed form. In the i-th step without a gradient m is m·b1^i and v is v·b2^i, so
/// that with s = sqrt(v), c = sqrt(b2) and d = 1 - c^i the weight moves by rate · m·b1^i / (s·c^i + epsilon) =
/// m / (s + epsilon) · rate · b1^i · (1 + qd + (qd)² + ...), with q = s / (s + epsilon). Summed over the steps, that is a polynomial in q
/// whose coefficients are the same for all weights whose last gradient came at the same step. As b1^i falls faster than d rises, few terms are
/// exact to a float. Where beta1 and beta2 are such that they are not, the steps are taken one by one.
/// </summary>
internal sealed unsafe class AdamDecay
{
    /// <summary>The terms of the polynomial.</summary>
    public const int Terms = 5;

    /// <summary>The part of the whole that the first term left out may be.</summary>
    private const double Precision = 1e-8;

    private readonly int _maxSteps;
    private readonly bool _isExact;

    // For each term the coefficients by the step of a weight's last gradient, and what a step adds to them by its distance from that one,
    // farthest first.
    private readonly double[][] _sums = new double[Terms][];
    private readonly double[][] _shares = new double[Terms][];
    private readonly float[] _rates;
    private readonly float _beta1;
    private readonly float _beta2;

    // By the step of a weight's last gradient: the coefficients, and what is left of m and v.
    private readonly AlignedBuffer<Coefficients> _coefficients;
    private readonly float[] _leftOfM;
    private readonly float[] _leftOfV;

    // The gradients of a row that has none, where steps are taken one by one.
    private readonly AlignedBuffer _none;

    /// <param name="beta1">How much of m stays at each step.</param>
    /// <param name="beta2">How much of v stays at each step.</param>
    /// <param name="maxSteps">The most steps that may be deferred.</param>
    /// <param name="widestRow">The length of the longest row.</param>
    /// <param name="guards">What looks at the guards of the memory, if anything.</param>
    public AdamDecay(float beta1, float beta2, int maxSteps, int widestRow, GuardedMemory? guards)
    {
        _maxSteps = maxSteps;
        (_beta1, _beta2) = (beta1, beta2);
        _rates = new float[maxSteps + 1];
        _coefficients = new AlignedBuffer<Coefficients>(maxSteps + 1, "the decay of rows without gradients", guards);
        _leftOfM = Powers(beta1);
        _leftOfV = Powers(beta2);
        for (int term = 0; term < Terms; term++)
        {
            _sums[term] = new double[maxSteps + 1];
            _shares[term] = new double[maxSteps + 1];
        }

        double whole = 0, left = 0;
        for (int i = 1; i <= maxSteps; i++)
        {
            double kept = Math.Pow(beta1, i), fallen = 1 - Math.Pow(beta2, 0.5 * i);
            for (int term = 0; term < Terms; term++)
                _shares[term][maxSteps - i] = kept * Math.Pow(fallen, term);
            whole += kept;
            left += kept * Math.Pow(fallen, Terms);
        }

        _isExact = left <= Precision * whole;
        _none = new AlignedBuffer(_isExact ? 0 : widestRow, "the gradients of rows without any", guards);

        float[] Powers(float kept) => [.. Enumerable.Range(0, maxSteps + 1).Select(i => (float)Math.Pow(kept, i))];
    }

    /// <summary>Records a deferred step, counted from 1 since the deferred steps were last applied to all rows.</summary>
    public void Record(int step, float rate)
    {
        _rates[step] = rate;
        if (!_isExact)
            return;
        for (int term = 0; term < Terms; term++)
        {
            Span<double> sums = _sums[term].AsSpan(0, step);
            sums[^1] = 0;
            TensorPrimitives.MultiplyAdd(_shares[term].AsSpan(_maxSteps - step, step), (double)rate, sums, sums);
        }

        Span<Coefficients> all = _coefficients.Span;
        for (int last = 0; last < step; last++)
        {
            ref Coefficients coefficients = ref all[last];
            for (int term = 0; term < Terms; term++)
                coefficients[term] = (float)_sums[term][last];
            (coefficients.LeftOfM, coefficients.LeftOfV) = (_leftOfM[step - last], _leftOfV[step - last]);
        }
    }

    /// <summary>Applies to each row the steps from its last one up to <paramref name="now"/>.</summary>
    public void Apply(in WeightRows rows, int* lastSteps, int now, float epsilon)
    {
        if (_isExact)
            OptimizerKernels.AdamDecay(rows, lastSteps, now, _coefficients.Start, epsilon);
        else
            Replay(rows, lastSteps, now, epsilon);
    }

    private void Replay(in WeightRows rows, int* lastSteps, int now, float epsilon)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            int row = rows.Indexes[i];
            var only = new WeightRows(rows.Weights, rows.State, rows.StateStride, &row, 1, rows.Stride);
            for (int step = lastSteps[row] + 1; step <= now; step++)
                OptimizerKernels.Adam(only, _none.Start, _rates[step], 1 - _beta1, 1 - _beta2, epsilon);
            lastSteps[row] = now + 1;
        }
    }

    /// <summary>What some steps without gradients do to a weight: the coefficients of the polynomial, and how much of m and v they leave.</summary>
    [InlineArray(8)]
    internal struct Coefficients
    {
        private float _first;

        /// <summary>How much of m is left.</summary>
        public float LeftOfM
        {
            readonly get => this[Terms];
            set => this[Terms] = value;
        }

        /// <summary>How much of v is left.</summary>
        public float LeftOfV
        {
            readonly get => this[Terms + 1];
            set => this[Terms + 1] = value;
        }
    }
}
