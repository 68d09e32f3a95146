using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>What recorded steps do not show of the optimizers.</summary>
public unsafe class OptimizerKernelsTests
{
    [Fact]
    public void Decaying_means_become_zero_instead_of_denormal()
    {
        using Block w = new(1, 16, 16), g = new(1, 16, 16), state = new(2, 16, 16, new Random(1));
        for (int i = 0; i < 16; i++)
            state.Values[16 + i] *= state.Values[16 + i];
        for (int step = 0; step < 100_000; step++)
        {
            OptimizerKernels.Adam(new WeightRows(w.Start, state.Start, 16, null, 1, 16), g.Start, 0, 0.1f, 0.001f, 1e-7f);
            Assert.DoesNotContain(Enumerable.Range(0, 16), i => float.IsSubnormal(state[0, i]) || float.IsSubnormal(state[1, i]));
        }

        Assert.All(state.Values.ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Decaying_velocity_becomes_zero_instead_of_denormal()
    {
        using Block w = new(1, 16, 16), g = new(1, 16, 16), v = new(1, 16, 16, new Random(1));
        for (int step = 0; step < 2000; step++)
        {
            OptimizerKernels.Momentum(new WeightRows(w.Start, v.Start, 0, null, 1, 16), g.Start, 0.1f, 0.9f, nesterov: false);
            Assert.DoesNotContain(Enumerable.Range(0, 16), i => float.IsSubnormal(v[0, i]));
        }

        Assert.All(Enumerable.Range(0, 16), i => Assert.Equal(0, v[0, i]));
    }
}
