using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Gaussian noise: its numbers, and that they are the same for a place however it is reached.</summary>
public unsafe class GaussianNoiseKernelsTests
{
    [Fact]
    public void Numbers_are_the_inverse_of_the_normal_distribution_function() => SimdWidths.ForEach(new Numbers());

    [Fact]
    public void Noise_is_normally_distributed()
    {
        const int Count = 1_000_003;
        using Block x = new(1, Count, Count), y = new(1, Count, Count);
        GaussianNoiseKernels.Forward(x.Start, y.Start, 1, 5, 0, Count);
        double[] moments = new double[5];
        foreach (float value in y.Values[..Count])
        {
            for (int power = 1; power <= 4; power++)
                moments[power] += Math.Pow(value, power) / Count;
        }

        Assert.Equal(0, moments[1], 0.005);
        Assert.Equal(1, moments[2], 0.005);
        Assert.Equal(0, moments[3], 0.02);
        Assert.Equal(3, moments[4], 0.05);
    }

    [Fact]
    public void Noise_is_added_and_depends_on_key_and_place()
    {
        const int Count = 83;
        using Block x = new(1, Count, Count, new Random(1)), y = new(1, Count, Count), parts = new(1, Count, Count), other = new(1, Count, Count);
        GaussianNoiseKernels.Forward(x.Start, y.Start, 0.5f, 5, 100, Count);
        GaussianNoiseKernels.Forward(x.Start, parts.Start, 0.5f, 5, 100, 48);
        GaussianNoiseKernels.Forward(x.Start + 48, parts.Start + 48, 0.5f, 5, 148, Count - 48);
        GaussianNoiseKernels.Forward(x.Start, other.Start, 0.5f, 6, 100, Count);
        Assert.Equal(y.Values.ToArray(), parts.Values.ToArray());
        Assert.DoesNotContain(Enumerable.Range(0, Count), i => y[0, i] == other[0, i] || y[0, i] == x[0, i]);
        for (int i = 0; i < Count; i++)
            Assert.Equal(0, Error((y[0, i] - x[0, i]) * 2, Uniform(5, (uint)(100 + i))), 1e-5);
    }

    [Fact]
    public void The_gradient_passes()
    {
        const int Count = 64;
        using Block x = new(1, Count, Count, new Random(1)), dy = new(1, Count, Count, new Random(2)), dx = new(1, Count, Count);
        GaussianNoiseKernels.Backward<LeakyReLU>(dy.Start, x.Start, dx.Start, Count);
        for (int i = 0; i < Count; i++)
            Assert.Equal(dy[0, i] * Images.Slope(x[0, i]), dx[0, i], 1e-6);
    }

    // The middle of the interval from which the number was drawn.
    private static double Uniform(uint key, uint index)
    {
        float* lanes = stackalloc float[4];
        SimdMath.Uniform<Simd128>(key, index).Store(lanes);
        return lanes[0] + (0.5 / (1 << 24));
    }

    // How far a number is from that whose left tail has a probability: what its own lacks, over the height of the curve there.
    private static double Error(double number, double probability)
        => (Distribution(number) - probability) * Math.Sqrt(2 * Math.PI) * Math.Exp(number * number / 2);

    // Simpson's rule over the density.
    private static double Distribution(double x)
    {
        const int Steps = 400;
        double to = -Math.Abs(x), step = 8.0 / Steps, sum = 0;
        for (int i = 0; i <= Steps; i++)
        {
            double t = to - 8 + (i * step);
            sum += (i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2) * Math.Exp(-t * t / 2);
        }

        double tail = sum * step / 3 / Math.Sqrt(2 * Math.PI);
        return x > 0 ? 1 - tail : tail;
    }

    private sealed class Numbers : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            const uint Count = 4096;
            var numbers = new float[Count];
            fixed (float* n = numbers)
            {
                for (uint i = 0; i < Count; i += (uint)TV.Count)
                    GaussianNoiseKernels.Normal<TV>(12345, i).Store(n + i);
            }

            for (uint i = 0; i < Count; i++)
                Assert.Equal(0, Error(numbers[i], Uniform(12345, i)), 5e-6);
        }
    }
}
