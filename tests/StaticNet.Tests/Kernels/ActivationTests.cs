using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Every activation and its derivative against double precision, over all magnitudes that a float has.</summary>
public unsafe class ActivationTests
{
    private const float SmallestNormal = 1.17549435e-38f;

    private static readonly ITwin[] _twins =
    [
        new Twin<Linear>(x => x, _ => 1), new Twin<ReLU>(x => Math.Max(x, 0), x => x > 0 ? 1 : 0),
        new Twin<LeakyReLU>(x => x > 0 ? x : 0.2f * x, x => x > 0 ? 1 : 0.2f),
        new Twin<ELU>(x => x > 0 ? x : ExpMinusOne(x), x => x > 0 ? 1 : Math.Exp(x)),
        new Twin<SELU>(
            x => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * ExpMinusOne(x)),
            x => 1.0507009873554805 * (x > 0 ? 1 : 1.6732632423543772 * Math.Exp(x))),
        new Twin<Sigmoid>(Logistic, x => Logistic(x) * Logistic(-x)), new Twin<Tanh>(Math.Tanh, x => 1 / Math.Pow(Math.Cosh(x), 2)),
        new Twin<Softplus>(SoftPlus, Logistic),
        new Twin<SiLU>(x => x * Logistic(x), x => Logistic(x) + (x * Logistic(x) * Logistic(-x)), takesSum: true),
        new Twin<GELU>(x => x * Below(x), x => Below(x) + (x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI)), takesSum: true),
        new Twin<ReLU6>(x => Math.Clamp(x, 0, 6), x => x is > 0 and < 6 ? 1 : 0),
        new Twin<HardSigmoid>(HardLogistic, x => x is > -3 and < 3 ? 1 / 6.0 : 0),
        new Twin<HardSiLU>(x => x * HardLogistic(x), x => x <= -3 ? 0 : x >= 3 ? 1 : (x / 3) + 0.5, takesSum: true),
        new Twin<Mish>(x => x * Math.Tanh(SoftPlus(x)), x => Math.Tanh(SoftPlus(x)) + (x * Logistic(x) / Math.Pow(Math.Cosh(SoftPlus(x)), 2)), takesSum: true),
        new Twin<Softsign>(x => x / (1 + Math.Abs(x)), x => 1 / Math.Pow(1 + Math.Abs(x), 2)),
        new Twin<Exponential>(Math.Exp, Math.Exp),
        new Twin<ReLU<Leaky>>(x => x > 0 ? x : 0.3f * x, x => x > 0 ? 1 : 0.3f),
        new Twin<ReLU<Late>>(x => x > 1.5 ? x : 0, x => x > 1.5 ? 1 : 0),
        new Twin<ReLU<Capped>>(x => x > 0.5 ? Math.Min(x, 9) : 0.75 * (x - 0.5), x => x > 0.5 ? (x < 9 ? 1 : 0) : 0.75),
        new Twin<ReLU<Never>>(x => x > 0 ? 0 : 1e-7f * x, x => x > 0 ? 0 : 1e-7f),
        new Twin<ELU<Steep>>(x => x > 0 ? x : 2.5 * ExpMinusOne(x), x => x > 0 ? 1 : 2.5 * Math.Exp(x)),
        new Twin<ELU<Flat>>(x => Math.Max(x, 0), x => x > 0 ? 1 : 0),
    ];

    public static TheoryData<int> Twins => [.. Enumerable.Range(0, _twins.Length)];

    private static float[] Magnitudes
        => [.. Enumerable.Range(-149, 277).SelectMany(power => new[] { 1, 1.3f, 1.7f }.Select(factor => MathF.ScaleB(factor, power))), 3e38f, 1e30f];

    [Theory]
    [MemberData(nameof(Twins))]
    public void Values_and_derivatives_are_right_at_every_magnitude(int twin) => _twins[twin].Check();

    [Theory]
    [MemberData(nameof(Twins))]
    public void Far_out_the_limits_are_reached_and_NaN_stays_NaN(int twin) => _twins[twin].CheckEnds();

    [Theory]
    [MemberData(nameof(Twins))]
    public void No_gradient_is_denormal(int twin) => _twins[twin].CheckGradients();

    /// <summary>Whether a number is smaller than any with a full mantissa, and not 0.</summary>
    internal static bool IsDenormal(float value) => value != 0 && Math.Abs(value) < SmallestNormal;

    private static double Logistic(double x) => x > 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    private static double HardLogistic(double x) => Math.Clamp((x + 3) / 6, 0, 1);

    private static double SoftPlus(double x) => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x)));

    private static double ExpMinusOne(double x) => Math.Abs(x) < 1e-5 ? x + (x * x / 2) : Math.Exp(x) - 1;

    private static double LogOnePlus(double x) => x < 1e-5 ? x - (x * x / 2) : Math.Log(1 + x);

    // The normal distribution: a series in the middle, a continued fraction outside.
    private static double Below(double x)
    {
        double density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        if (Math.Abs(x) < 3)
        {
            double term = x, sum = x;
            for (int i = 1; i < 100; i++)
            {
                term *= x * x / ((2 * i) + 1);
                sum += term;
            }

            return 0.5 + (density * sum);
        }

        double fraction = Math.Abs(x);
        for (int i = 200; i > 0; i--)
            fraction = Math.Abs(x) + (i / fraction);
        return x > 0 ? 1 - (density / fraction) : density / fraction;
    }

    private readonly struct Leaky : IReLUOptions
    {
        public static float NegativeSlope => 0.3f;

        public static float MaxValue => float.PositiveInfinity;

        public static float Threshold => 0;
    }

    private readonly struct Late : IReLUOptions
    {
        public static float NegativeSlope => 0;

        public static float MaxValue => float.PositiveInfinity;

        public static float Threshold => 1.5f;
    }

    private readonly struct Capped : IReLUOptions
    {
        public static float NegativeSlope => 0.75f;

        public static float MaxValue => 9;

        public static float Threshold => 0.5f;
    }

    private readonly struct Never : IReLUOptions
    {
        public static float NegativeSlope => 1e-7f;

        public static float MaxValue => 0;

        public static float Threshold => 0;
    }

    private readonly struct Steep : IELUOptions
    {
        public static float Alpha => 2.5f;
    }

    private readonly struct Flat : IELUOptions
    {
        public static float Alpha => 0;
    }

    private interface ITwin
    {
        void Check();

        void CheckEnds();

        void CheckGradients();
    }

    private sealed class Twin<TActivation>(Func<double, double> value, Func<double, double> slope, bool takesSum = false) : ITwin
        where TActivation : struct, IActivation
    {
        public void Check() => SimdWidths.ForEach(new Sweep(value, slope, takesSum));

        public void CheckEnds() => SimdWidths.ForEach(new Ends(value, takesSum));

        public void CheckGradients()
        {
            float[] x = [0, .. Magnitudes, .. Magnitudes.Select(x => -x)];
            var room = Enumerable.Range(0, 4).Select(_ => new Block(1, x.Length, Images.Padded(x.Length))).ToArray();
            (Block sums, Block results, Block dy, Block dx) = (room[0], room[1], room[2], room[3]);
            x.CopyTo(sums.Values);
            ActivationKernels.Forward<TActivation>(sums.Start, results.Start, sums.Values.Length);
            foreach (float gradient in new[] { 1, -1e-7f, 1e-20f, -1e-30f })
            {
                dy.Values.Fill(gradient);
                float* kept = (takesSum ? sums : results).Start;
                ActivationKernels.Backward<TActivation, Linear>(dy.Start, kept, kept, dx.Start, dx.Values.Length);
                Assert.DoesNotContain(dx.Values.ToArray(), IsDenormal);
                dx.Values.Clear();
                DropoutKernels.Backward<TActivation>(dy.Start, kept, dx.Start, 0.25f, 7, 0, x.Length);
                Assert.DoesNotContain(dx.Values.ToArray(), IsDenormal);
            }

            Array.ForEach(room, block => block.Dispose());
        }

        private sealed class Sweep(Func<double, double> value, Func<double, double> slope, bool takesSum) : IAtWidth
        {
            public void Run<TV>()
                where TV : unmanaged, ISimd<TV>
            {
                foreach (float x in Magnitudes.SelectMany(x => new[] { x, -x }))
                {
                    TV sum = TV.Create(x), result = TActivation.Forward(sum);
                    float y = First(result), dy = First(TActivation.Derivative(takesSum ? sum : result));
                    double exact = value(x), exactSlope = slope(x);
                    if (exact > float.MaxValue)
                    {
                        // A float's infinity, of which the derivative may be told.
                        Assert.Equal((float.PositiveInfinity, float.PositiveInfinity), (y, dy));
                        continue;
                    }

                    if (!(Math.Abs(y - exact) <= (1e-6 * Math.Abs(exact)) + 1e-30))
                        Assert.Fail($"{typeof(TActivation).Name}({x:R}) is {y:R}, exactly {exact:R}");
                    if (!(Math.Abs(dy - exactSlope) <= (1e-6 * Math.Abs(exactSlope)) + 5e-7))
                        Assert.Fail($"{typeof(TActivation).Name}'({x:R}) is {dy:R}, exactly {exactSlope:R}");
                }
            }
        }

        private sealed class Ends(Func<double, double> value, bool takesSum) : IAtWidth
        {
            public void Run<TV>()
                where TV : unmanaged, ISimd<TV>
            {
                Assert.True(float.IsNaN(First(TActivation.Forward(TV.Create(float.NaN)))));
                Assert.True(float.IsNaN(First(TActivation.Forward(TV.Create(-float.NaN)))));
                foreach (float end in new[] { float.PositiveInfinity, float.NegativeInfinity })
                {
                    // The limit is what a double very far out has: float's infinity, or a number.
                    TV sum = TV.Create(end), result = TActivation.Forward(sum);
                    double limit = value(Math.CopySign(1e300, end));
                    Assert.Equal(Math.Abs(limit) > float.MaxValue ? Math.CopySign(double.PositiveInfinity, limit) : limit, First(result), 1e-6);
                    Assert.False(float.IsNaN(First(TActivation.Derivative(takesSum ? sum : result))));
                }
            }
        }
    }

    private static float First<TV>(TV vector)
        where TV : unmanaged, ISimd<TV>
    {
        float* lanes = stackalloc float[TV.Count];
        vector.Store(lanes);
        return lanes[0];
    }
}
