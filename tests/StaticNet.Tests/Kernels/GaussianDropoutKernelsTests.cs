using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Gaussian dropout: its factors, and that there and back they are the same for a place however it is reached.</summary>
public unsafe class GaussianDropoutKernelsTests
{
    [Fact]
    public void Factors_have_mean_1_and_the_deviation()
    {
        const int Count = 1_000_003;
        using Block x = new(1, Count, Count), y = new(1, Count, Count);
        x.Values.Fill(2);
        GaussianDropoutKernels.Forward(x.Start, y.Start, 0.5f, 5, 0, Count);
        double mean = 0, square = 0;
        foreach (float value in y.Values[..Count])
        {
            mean += value / 2.0 / Count;
            square += value / 2.0 * (value / 2.0) / Count;
        }

        Assert.Equal(1, mean, 0.003);
        Assert.Equal(0.25, square - (mean * mean), 0.002);
    }

    [Fact]
    public void Factors_are_one_and_the_noise_of_key_and_place_there_and_back()
    {
        const int Count = 83;
        int padded = Images.Padded(Count);
        using Block ones = new(1, Count, padded), noisy = new(1, Count, padded), x = new(1, Count, padded, new Random(1)), y = new(1, Count, padded);
        using Block dy = new(1, Count, padded, new Random(2)), dx = new(1, Count, padded), part = new(1, Count, padded);
        GaussianNoiseKernels.Forward(ones.Start, noisy.Start, 0.5f, 5, 100, Count);
        GaussianDropoutKernels.Forward(x.Start, y.Start, 0.5f, 5, 100, Count);
        GaussianDropoutKernels.Forward(x.Start + 48, part.Start + 48, 0.5f, 5, 148, Count - 48);
        GaussianDropoutKernels.Backward<LeakyReLU>(dy.Start, x.Start, dx.Start, 0.5f, 5, 100, padded);
        for (int i = 0; i < Count; i++)
        {
            Assert.Equal(x[0, i] * (1 + noisy[0, i]), y[0, i], 1e-6);
            Assert.Equal(dy[0, i] * (1 + noisy[0, i]) * Images.Slope(x[0, i]), dx[0, i], 1e-6);
            Assert.Equal(i < 48 ? 0 : y[0, i], part[0, i]);
        }

        Assert.True(y.PaddingIsZero() && dx.PaddingIsZero());
    }

    [Fact]
    public void No_number_is_denormal()
    {
        using Block dy = new(1, 64, 64), dx = new(1, 64, 64);
        dy.Values.Fill(1e-30f);
        GaussianDropoutKernels.Backward<Linear>(dy.Start, dy.Start, dx.Start, 3, 5, 0, 64);
        Assert.DoesNotContain(dx.Values.ToArray(), ActivationTests.IsDenormal);
    }
}
