using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Elementary functions against double precision.</summary>
public unsafe class SimdMathTests
{
    private static readonly IMathFunction[] _functions = [new Exp(), new ExpMinusOne(), new Sigmoid(), new Tanh(), new SigmoidTimesTanh(), new Softplus(), new Normal()];

    public static TheoryData<int> Functions => [.. Enumerable.Range(0, _functions.Length)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Functions_stay_within_their_relative_error(int function) => SimdWidths.ForEach(new Sweep(_functions[function]));

    [Fact]
    public void Exp_saturates_without_infinity_and_passes_NaN_on() => SimdWidths.ForEach(new Edges());

    [Fact]
    public void Uniform_numbers_do_not_depend_on_the_width_and_fill_the_range() => SimdWidths.ForEach(new Dice());

    private interface IMathFunction
    {
        double From { get; }

        double To { get; }

        double Bound => 3e-7;

        double Exact(double x);

        TV Vector<TV>(TV x)
            where TV : unmanaged, ISimd<TV>;
    }

    private sealed class Exp : IMathFunction
    {
        public double From => -87;

        public double To => 88;

        public double Exact(double x) => Math.Exp(x);

        public TV Vector<TV>(TV x)
            where TV : unmanaged, ISimd<TV>
            => SimdMath.Exp(x);
    }

    private sealed class ExpMinusOne : IMathFunction
    {
        public double From => -30;

        public double To => 30;

        // exp(x) - 1 without cancellation: 2 sinh(x/2) exp(x/2).
        public double Exact(double x) => 2 * Math.Sinh(x / 2) * Math.Exp(x / 2);

        public TV Vector<TV>(TV x)
            where TV : unmanaged, ISimd<TV>
            => SimdMath.ExpMinusOne(x);
    }

    private sealed class Sigmoid : IMathFunction
    {
        public double From => -80;

        public double To => 80;

        public double Exact(double x) => 1 / (1 + Math.Exp(-x));

        public TV Vector<TV>(TV x)
            where TV : unmanaged, ISimd<TV>
            => SimdMath.Sigmoid(x);
    }

    private sealed class Tanh : IMathFunction
    {
        public double From => -20;

        public double To => 20;

        public double Exact(double x) => Math.Tanh(x);

        public TV Vector<TV>(TV x)
            where TV : unmanaged, ISimd<TV>
            => SimdMath.Tanh(x);
    }

    private sealed class Softplus : IMathFunction
    {
        public double From => -80;

        public double To => 80;

        public double Exact(double x) => x > 20 ? x + Math.Exp(-x) : x < -15 ? Math.Exp(x) - (Math.Exp(2 * x) / 2) : Math.Log(1 + Math.Exp(x));

        public TV Vector<TV>(TV x)
            where TV : unmanaged, ISimd<TV>
            => SimdMath.Softplus(x);
    }

    private sealed class SigmoidTimesTanh : IMathFunction
    {
        public double From => -40;

        public double To => 80;

        public double Exact(double x) => Math.Tanh(x / 3) / (1 + Math.Exp(-x));

        public TV Vector<TV>(TV x)
            where TV : unmanaged, ISimd<TV>
            => SimdMath.SigmoidTimesTanh(x, x * TV.Create(1f / 3));
    }

    private sealed class Normal : IMathFunction
    {
        public double From => -5;

        public double To => 8;

        // It is 1/2 plus half of erf: at -1.4 the difference is small beside both.
        public double Bound => 1e-6;

        public double Exact(double x)
        {
            // Simpson's rule from far out in the tail: no cancellation, far more exact than a float.
            const int Steps = 2000;
            double from = Math.Min(x, -x) - 12, to = Math.Min(x, -x), step = (to - from) / Steps, sum = 0;
            for (int i = 0; i <= Steps; i++)
            {
                double t = from + (i * step);
                sum += (i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2) * Math.Exp(-t * t / 2);
            }

            double tail = sum * step / 3 / Math.Sqrt(2 * Math.PI);
            return x > 0 ? 1 - tail : tail;
        }

        public TV Vector<TV>(TV x)
            where TV : unmanaged, ISimd<TV>
            => SimdMath.NormalDistribution(x);
    }

    private sealed class Sweep(IMathFunction function) : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            const int Count = 8192;
            var x = new float[Count];
            var y = new float[Count];
            for (int i = 0; i < Count; i++)
            {
                // Half evenly, half ever closer to 0.
                double even = function.From + ((function.To - function.From) * i / (Count - 1));
                x[i] = (float)(i % 2 == 0 ? even : even * Math.Pow(2, -(i % 40)));
                x[i] = (float)Math.Clamp(x[i], function.From, function.To);
            }

            fixed (float* from = x, to = y)
            {
                for (int i = 0; i < Count; i += TV.Count)
                    function.Vector(TV.Load(from + i)).Store(to + i);
            }

            for (int i = 0; i < Count; i++)
            {
                double exact = function.Exact(x[i]);
                if (!(Math.Abs(y[i] - exact) <= function.Bound * Math.Abs(exact)))
                    Assert.Fail($"{function.GetType().Name}({x[i]:R}) is {y[i]:R}, exactly {exact:R}");
            }
        }
    }

    private sealed class Edges : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            Assert.InRange(TV.Max(SimdMath.Exp(TV.Create(1e10f))), 1e38f, float.MaxValue);
            Assert.InRange(TV.Max(SimdMath.Exp(TV.Create(float.NegativeInfinity))), 0, 2e-38f);
            Assert.True(float.IsNaN(TV.Max(SimdMath.Exp(TV.Create(float.NaN)))));
            Assert.Equal(1, TV.Max(SimdMath.Tanh(TV.Create(float.PositiveInfinity))));
            Assert.Equal(-1, TV.Max(SimdMath.Tanh(TV.Create(-1e30f))));
            Assert.Equal(1, TV.Max(SimdMath.NormalDistribution(TV.Create(50f))));
            Assert.InRange(TV.Max(SimdMath.NormalDistribution(TV.Create(-50f))), 1.2e-38f, 1e-34f);
        }
    }

    private sealed class Dice : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            const int Count = 1 << 14;
            var numbers = new float[Count];
            var expected = new float[Count];
            fixed (float* n = numbers, e = expected)
            {
                for (int i = 0; i < Count; i += TV.Count)
                    SimdMath.Uniform<TV>(12345, (uint)i).Store(n + i);
                for (int i = 0; i < Count; i += Simd128.Count)
                    SimdMath.Uniform<Simd128>(12345, (uint)i).Store(e + i);
            }

            Assert.Equal(expected, numbers);
            Assert.All(numbers, number => Assert.InRange(number, 0, 0.99999994f));
            for (int tenth = 0; tenth < 10; tenth++)
                Assert.InRange(numbers.Count(number => (int)(number * 10) == tenth), Count / 10 * 0.9, Count / 10 * 1.1);
        }
    }
}
