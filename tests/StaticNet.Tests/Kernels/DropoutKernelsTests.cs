using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Dropout, forward and backward.</summary>
public unsafe class DropoutKernelsTests
{
    [Theory]
    [InlineData(0f)]
    [InlineData(0.2f)]
    [InlineData(0.9f)]
    public void The_rate_falls_and_the_rest_is_scaled(float rate)
    {
        const int Count = 100_003;
        using Block x = new(1, Count, Count, new Random(1)), y = new(1, Count, Count);
        DropoutKernels.Forward(x.Start, y.Start, rate, 7, 0, Count);
        int fallen = 0;
        for (int i = 0; i < Count; i++)
        {
            if (y[0, i] == 0) fallen++;
            else Assert.Equal(x[0, i] / (1 - rate), y[0, i], 1e-4f);
        }

        Assert.InRange(fallen / (double)Count, rate - 0.01, rate + 0.01);
    }

    [Fact]
    public void The_backward_pass_lets_the_same_places_fall()
    {
        const int Count = 160;
        using Block x = new(1, Count, Count, new Random(1)), y = new(1, Count, Count), dy = new(1, Count, Count, new Random(2)), dx = new(1, Count, Count);
        DropoutKernels.Forward(x.Start, y.Start, 0.5f, 99, 0, Count);
        DropoutKernels.Backward<LeakyReLU>(dy.Start, x.Start, dx.Start, 0.5f, 99, 0, Count);
        for (int i = 0; i < Count; i++)
            Assert.Equal(y[0, i] == 0 ? 0 : dy[0, i] * 2 * (x[0, i] > 0 ? 1 : 0.2f), dx[0, i], 1e-6f);
        Assert.Contains(Enumerable.Range(0, Count), i => y[0, i] == 0);
        Assert.Contains(Enumerable.Range(0, Count), i => y[0, i] != 0);
    }

    [Fact]
    public void Another_key_lets_other_places_fall()
    {
        using Block x = new(1, 160, 160, new Random(1)), a = new(1, 160, 160), b = new(1, 160, 160);
        DropoutKernels.Forward(x.Start, a.Start, 0.5f, 1, 0, 160);
        DropoutKernels.Forward(x.Start, b.Start, 0.5f, 2, 0, 160);
        Assert.Contains(Enumerable.Range(0, 160), i => a[0, i] != b[0, i]);
    }
}
