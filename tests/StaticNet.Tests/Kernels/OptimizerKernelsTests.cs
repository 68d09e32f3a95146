using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>What recorded steps do not show of the optimizers.</summary>
public unsafe class OptimizerKernelsTests
{
    [Fact]
    public void Decaying_means_become_zero_instead_of_denormal()
    {
        using Block w = new(1, 16, 16), g = new(1, 16, 16), m = new(1, 16, 16, new Random(1)), v = new(1, 16, 16, new Random(1));
        for (int i = 0; i < 16; i++)
            ((float*)v.Start)[i] = v[0, i] * v[0, i];
        for (int step = 0; step < 100_000; step++)
        {
            OptimizerKernels.Adam(w.Start, g.Start, m.Start, v.Start, 16, 0, 0.1f, 0.001f, 1e-7f);
            Assert.DoesNotContain(Enumerable.Range(0, 16), i => float.IsSubnormal(m[0, i]) || float.IsSubnormal(v[0, i]));
        }

        Assert.All(Enumerable.Range(0, 16), i => Assert.Equal(0, m[0, i]));
        Assert.All(Enumerable.Range(0, 16), i => Assert.Equal(0, v[0, i]));
    }

    [Fact]
    public void Decaying_velocity_becomes_zero_instead_of_denormal()
    {
        using Block w = new(1, 16, 16), g = new(1, 16, 16), v = new(1, 16, 16, new Random(1));
        for (int step = 0; step < 2000; step++)
        {
            OptimizerKernels.Momentum(w.Start, g.Start, v.Start, 16, 0.1f, 0.9f, nesterov: false);
            Assert.DoesNotContain(Enumerable.Range(0, 16), i => float.IsSubnormal(v[0, i]));
        }

        Assert.All(Enumerable.Range(0, 16), i => Assert.Equal(0, v[0, i]));
    }
}
