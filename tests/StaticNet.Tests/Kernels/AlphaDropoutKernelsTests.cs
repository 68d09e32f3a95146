using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Alpha dropout: what it keeps, what becomes of the rest, and that there and back they are the same places however they are reached.</summary>
public unsafe class AlphaDropoutKernelsTests
{
    private const double Saturated = -1.7580993408473766;

    [Theory]
    [InlineData(0.1f)]
    [InlineData(0.5f)]
    public void Mean_0_and_variance_1_stay(float rate)
    {
        const int Count = 1_000_003;
        using Block zeros = new(1, Count, Count), x = new(1, Count, Count), y = new(1, Count, Count);
        GaussianNoiseKernels.Forward(zeros.Start, x.Start, 1, 7, 0, Count);
        AlphaDropoutKernels.Forward(x.Start, y.Start, rate, 5, 0, Count);
        double mean = 0, square = 0;
        foreach (float value in y.Values[..Count])
        {
            mean += value / (double)Count;
            square += value * (double)value / Count;
        }

        Assert.Equal(0, mean, 0.005);
        Assert.Equal(1, square, 0.01);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.3f)]
    public void Numbers_are_scaled_and_shifted_or_far_below_0_there_and_back(float rate)
    {
        const int Count = 83;
        int padded = Images.Padded(Count);
        using Block ones = new(1, Count, padded), kept = new(1, Count, padded), x = new(1, Count, padded, new Random(1)), y = new(1, Count, padded);
        using Block dy = new(1, Count, padded, new Random(2)), dx = new(1, Count, padded), part = new(1, Count, padded);
        ones.Values[..Count].Fill(1);
        DropoutKernels.Forward(ones.Start, kept.Start, rate, 5, 100, Count);
        AlphaDropoutKernels.Forward(x.Start, y.Start, rate, 5, 100, Count);
        AlphaDropoutKernels.Forward(x.Start + 48, part.Start + 48, rate, 5, 148, Count - 48);
        AlphaDropoutKernels.Backward<LeakyReLU>(dy.Start, x.Start, dx.Start, rate, 5, 100, padded);
        double a = Math.Pow((1 - rate) * (1 + (rate * Saturated * Saturated)), -0.5), b = -a * Saturated * rate;
        for (int i = 0; i < Count; i++)
        {
            bool isKept = kept[0, i] > 0;
            Assert.Equal((a * (isKept ? x[0, i] : Saturated)) + b, y[0, i], 1e-6);
            Assert.Equal(isKept ? a * dy[0, i] * Images.Slope(x[0, i]) : 0, dx[0, i], 1e-6);
            Assert.Equal(i < 48 ? 0 : y[0, i], part[0, i]);
        }

        Assert.True(y.PaddingIsZero() && dx.PaddingIsZero());
        Assert.Equal(rate > 0, kept.Values[..Count].Contains(0));
    }

    [Fact]
    public void No_number_is_denormal()
    {
        using Block dy = new(1, 64, 64), dx = new(1, 64, 64);
        dy.Values.Fill(1e-30f);
        AlphaDropoutKernels.Backward<Linear>(dy.Start, dy.Start, dx.Start, 0.5f, 5, 0, 64);
        Assert.DoesNotContain(dx.Values.ToArray(), ActivationTests.IsDenormal);
    }
}
