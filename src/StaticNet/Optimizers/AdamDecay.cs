using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// What Adam does to weights while their gradients are 0, in closed form. In the i-th step without a gradient m is m·b1^i and v is v·b2^i, so
/// that with s = sqrt(v), c = sqrt(b2) and d = 1 - c^i the weight moves by rate · m·b1^i / (s·c^i + epsilon) =
/// m / (s + epsilon) · rate · b1^i · (1 + qd + (qd)² + ...), with q = s / (s + epsilon). Summed over the steps, that is a polynomial in q
/// whose coefficients are the same for all weights last touched at the same step. As b1^i falls faster than d rises, few terms are exact to
/// a float. Where beta1 and beta2 are such that they are not, the steps are taken one by one.
/// </summary>
internal sealed unsafe class AdamDecay
{
    /// <summary>The terms of the polynomial.</summary>
    public const int Terms = 5;

    /// <summary>The part of the whole that the first term left out may be.</summary>
    private const double Precision = 1e-8;

    private readonly int _mostSteps;
    private readonly bool _isExact;

    // For each term the coefficients by the step at which a weight was last touched, and what a step adds to them by its distance from that
    // step, farthest first.
    private readonly double[][] _sums = new double[Terms][];
    private readonly double[][] _shares = new double[Terms][];
    private readonly float[] _rates;
    private readonly float _beta1;
    private readonly float _beta2;

    // By the step at which a weight was last touched: the coefficients, and what is left of m and v.
    private readonly AlignedBuffer<Fate> _fates;
    private readonly float[] _kept1;
    private readonly float[] _kept2;

    // The gradients of a row that has none, where steps are taken one by one.
    private readonly AlignedBuffer _none;

    /// <param name="beta1">How much of m stays at each step.</param>
    /// <param name="beta2">How much of v stays at each step.</param>
    /// <param name="mostSteps">The most steps between two times at which all weights have caught up.</param>
    /// <param name="widestRow">The length of the longest row.</param>
    /// <param name="guards">What looks at the guards of the memory, if anything.</param>
    public AdamDecay(float beta1, float beta2, int mostSteps, int widestRow, GuardedMemory? guards)
    {
        _mostSteps = mostSteps;
        (_beta1, _beta2) = (beta1, beta2);
        _rates = new float[mostSteps + 1];
        _fates = new AlignedBuffer<Fate>(mostSteps + 1, "the fates of rows without gradients", guards);
        _kept1 = Powers(beta1);
        _kept2 = Powers(beta2);
        for (int term = 0; term < Terms; term++)
        {
            _sums[term] = new double[mostSteps + 1];
            _shares[term] = new double[mostSteps + 1];
        }

        double whole = 0, left = 0;
        for (int i = 1; i <= mostSteps; i++)
        {
            double kept = Math.Pow(beta1, i), fallen = 1 - Math.Pow(beta2, 0.5 * i);
            for (int term = 0; term < Terms; term++)
                _shares[term][mostSteps - i] = kept * Math.Pow(fallen, term);
            whole += kept;
            left += kept * Math.Pow(fallen, Terms);
        }

        _isExact = left <= Precision * whole;
        _none = new AlignedBuffer(_isExact ? 0 : widestRow, "the gradients of rows without any", guards);

        float[] Powers(float kept) => [.. Enumerable.Range(0, mostSteps + 1).Select(i => (float)Math.Pow(kept, i))];
    }

    /// <summary>Notes a step, counted from 1 since all weights had caught up.</summary>
    public void Note(int step, float rate)
    {
        _rates[step] = rate;
        if (!_isExact)
            return;
        for (int term = 0; term < Terms; term++)
        {
            Span<double> sums = _sums[term].AsSpan(0, step);
            sums[^1] = 0;
            TensorPrimitives.MultiplyAdd(_shares[term].AsSpan(_mostSteps - step, step), (double)rate, sums, sums);
        }

        Span<Fate> fates = _fates.Span;
        for (int last = 0; last < step; last++)
        {
            ref Fate fate = ref fates[last];
            for (int term = 0; term < Terms; term++)
                fate[term] = (float)_sums[term][last];
            (fate.Keep1, fate.Keep2) = (_kept1[step - last], _kept2[step - last]);
        }
    }

    /// <summary>Brings rows from the step that each stands at to another.</summary>
    public void CatchUp(in WeightRows rows, int* clocks, int now, float epsilon)
    {
        if (_isExact)
            OptimizerKernels.AdamDecay(rows, clocks, now, _fates.Start, epsilon);
        else
            Replay(rows, clocks, now, epsilon);
    }

    private void Replay(in WeightRows rows, int* clocks, int now, float epsilon)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            int row = rows.Indexes[i];
            var only = new WeightRows(rows.Weights, rows.State, rows.StateStride, &row, 1, rows.Stride);
            for (int step = clocks[row] + 1; step <= now; step++)
                OptimizerKernels.Adam(only, _none.Start, _rates[step], 1 - _beta1, 1 - _beta2, epsilon);
            clocks[row] = now + 1;
        }
    }

    /// <summary>What becomes of a weight without gradients.</summary>
    [InlineArray(8)]
    internal struct Fate
    {
        private float _first;

        /// <summary>How much of m is left.</summary>
        public float Keep1
        {
            readonly get => this[Terms];
            set => this[Terms] = value;
        }

        /// <summary>How much of v is left.</summary>
        public float Keep2
        {
            readonly get => this[Terms + 1];
            set => this[Terms + 1] = value;
        }
    }
}
