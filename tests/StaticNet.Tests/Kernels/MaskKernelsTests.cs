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
        using Block scales = new(Samples, 16, 16);

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

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(33)]
    public void Steps_are_counted_and_the_others_left_out_of_losses_and_gradients(int steps)
    {
        int stride = (steps + 15) & ~15;
        var random = new Random(steps);
        byte[] mask = GC.AllocateArray<byte>(Samples * stride, pinned: true);
        Array.Fill(mask, (byte)1);
        for (int i = 0; i < Samples * steps; i++)
            mask[(i / steps * stride) + (i % steps)] = (byte)random.Next(2);
        byte* counts = (byte*)Unsafe.AsPointer(ref mask[0]);
        using Block count = new(1, 1, 16), gradient = new(Samples * steps, 3, 16, random), before = new(Samples * steps, 3, 16, new Random(steps));
        gradient.Values.CopyTo(before.Values);
        MaskKernels.Count(counts, steps, count.Start, Samples);
        int expected = Enumerable.Range(0, Samples * steps).Count(i => mask[(i / steps * stride) + (i % steps)] != 0);
        Assert.Equal(Math.Max(1, expected), MaskKernels.CountOrOne(count.Start));
        MaskKernels.Count(counts, steps, count.Start, 0);
        Assert.Equal(1, MaskKernels.CountOrOne(count.Start));

        SampleLoss[] losses = GC.AllocateArray<SampleLoss>(Samples * steps, pinned: true);
        Array.Fill(losses, new SampleLoss(2, 1));
        MaskKernels.ClearMasked<ThreeClasses>(counts, gradient.Start, (SampleLoss*)Unsafe.AsPointer(ref losses[0]), steps, Samples);
        for (int i = 0; i < Samples * steps; i++)
        {
            bool isKept = mask[(i / steps * stride) + (i % steps)] != 0;
            Assert.Equal(isKept ? (2, 1, 1) : (0, 0, 0), (losses[i].Loss, losses[i].Correct, losses[i].Weight));
            for (int c = 0; c < 3; c++)
                Assert.Equal(isKept ? before[i, c] : 0, gradient[i, c]);
        }
    }

    private readonly struct ThreeClasses : IRowShape
    {
        public static int Width => 3;

        public static int Stride => 16;
    }
}
