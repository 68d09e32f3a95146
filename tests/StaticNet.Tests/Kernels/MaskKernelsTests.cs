using System.Runtime.CompilerServices;
using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Masks over steps against their scalar twins.</summary>
[Collection("shapes")]
public unsafe class MaskKernelsTests
{
    private const int Samples = 3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Steps_all_of_one_value_are_masked(bool isPadded) => SweptSequence.ForEach(isPadded, random =>
    {
        int steps = SweptSequence.Steps, width = SweptSequence.Width, stride = SweptSequence.Stride, rows = (steps + 15) & ~15;
        using Block x = Images.Values(Samples, steps, width, stride, random), y = Images.Results(Samples, steps, width, stride);
        for (int i = 0; i < Samples * steps; i++)
        {
            // Whole steps of the value, and steps of which only a part is.
            int until = random.Next(3) == 0 ? width : random.Next(width);
            for (int c = 0; c < until; c++)
                x.Values[(i * stride) + c] = 0.25f;
        }

        byte[] mask = GC.AllocateArray<byte>(Samples * rows, pinned: true);
        byte* counts = (byte*)Unsafe.AsPointer(ref mask[0]);
        MaskKernels.Forward<SweptSequence>(x.Start, counts, y.Start, 0.25f, Samples);
        for (int i = 0; i < Samples * steps; i++)
        {
            bool isMasked = Enumerable.Range(0, width).All(c => x[i, c] == 0.25f);
            Assert.Equal(isMasked ? 0 : 1, mask[(i / steps * rows) + (i % steps)]);
            for (int c = 0; c < width; c++)
                Assert.Equal(isMasked ? 0 : x[i, c], y[i, c]);
        }

        if (!isPadded)
            return;
        Assert.True(y.PaddingIsZero());
        using Block dy = Images.Gradients(Samples, steps, width, random), dx = Images.Results(Samples, steps, width, stride);
        MaskKernels.Backward<SweptSequence, LeakyReLU>(dy.Start, x.Start, counts, dx.Start, Samples);
        for (int i = 0; i < Samples * steps; i++)
        {
            for (int c = 0; c < width; c++)
                Assert.Equal(mask[(i / steps * rows) + (i % steps)] * dy[i, c] * Images.Slope(x[i, c]), dx[i, c], 1e-6);
        }

        Assert.True(dx.PaddingIsZero());
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_mean_is_of_the_steps_that_count(bool isPadded) => SweptSequence.ForEach(isPadded, random =>
    {
        int steps = SweptSequence.Steps, width = SweptSequence.Width, stride = SweptSequence.Stride, rows = (steps + 15) & ~15;
        using Block x = Images.Values(Samples, steps, width, stride, random), y = Images.Results(Samples, 1, width, stride);
        using Block scales = Images.Results(Samples, 1, 16, 16);

        // Of the last sample no step counts.
        byte[] mask = GC.AllocateArray<byte>(Samples * rows, pinned: true);
        for (int i = 0; i < (Samples - 1) * steps; i++)
            mask[(i / steps * rows) + (i % steps)] = (byte)random.Next(2);
        byte* counts = (byte*)Unsafe.AsPointer(ref mask[0]);
        MaskKernels.Average<SweptSequence>(x.Start, counts, scales.Start, y.Start, Samples);
        for (int s = 0; s < Samples; s++)
        {
            int[] own = [.. Enumerable.Range(0, steps).Where(step => mask[(s * rows) + step] != 0)];
            Assert.Equal(own.Length == 0 ? 0 : 1f / own.Length, scales[s, 0]);
            for (int c = 0; c < width; c++)
                Assert.Equal(own.Length == 0 ? 0 : own.Average(step => x[(s * steps) + step, c]), y[s, c], 1e-6);
        }

        if (!isPadded)
            return;
        using Block dy = Images.Gradients(Samples, 1, width, random), dx = Images.Results(Samples, steps, width, stride);
        MaskKernels.AverageBackward<SweptSequence, LeakyReLU>(dy.Start, x.Start, counts, scales.Start, dx.Start, Samples);
        for (int i = 0; i < Samples * steps; i++)
        {
            for (int c = 0; c < width; c++)
                Assert.Equal(mask[(i / steps * rows) + (i % steps)] * scales[i / steps, 0] * dy[i / steps, c] * Images.Slope(x[i, c]), dx[i, c], 1e-6);
        }

        Assert.True(dx.PaddingIsZero());
    });
}
