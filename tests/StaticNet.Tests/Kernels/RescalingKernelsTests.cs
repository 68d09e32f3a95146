using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Rescaling, forward and backward.</summary>
public unsafe class RescalingKernelsTests
{
    [Fact]
    public void Numbers_are_scaled_and_moved()
    {
        for (int count = 1; count < 70; count++)
        {
            int padded = Images.Padded(count);
            using Block x = new(1, count, padded, new Random(count)), y = new(1, count, padded);
            using Block dy = new(1, count, padded, new Random(-count)), dx = new(1, count, padded);
            RescalingKernels.Forward(x.Start, y.Start, 0.5f, -2, count);
            RescalingKernels.Backward<LeakyReLU>(dy.Start, x.Start, dx.Start, 0.5f, padded);
            for (int i = 0; i < count; i++)
            {
                Assert.Equal((x[0, i] * 0.5) - 2, y[0, i], 1e-6);
                Assert.Equal(dy[0, i] * 0.5 * Images.Slope(x[0, i]), dx[0, i], 1e-6);
            }

            Assert.True(y.PaddingIsZero() && dx.PaddingIsZero());
        }
    }
}
