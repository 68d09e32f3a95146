using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Adding a part of a gradient to what is there.</summary>
public unsafe class GradientKernelsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(48)]
    [InlineData(16 * 101)]
    public void A_part_is_added_and_nothing_behind_it(int count) => SimdWidths.ForEach(new Check(count));

    private sealed class Check(int count) : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            var random = new Random(count);
            using Block gradient = new(1, count, count, random), part = new(1, count, count, random);
            float[] before = gradient.Values.ToArray(), added = part.Values.ToArray();
            GradientKernels.Sum<TV>(gradient.Start, part.Start, count);
            for (int i = 0; i < count; i++)
                Assert.Equal(before[i] + added[i], gradient.Values[i]);
            Assert.Equal(added, part.Values.ToArray());
        }
    }
}
