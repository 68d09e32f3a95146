using StaticNet.Kernels;
using StaticNet.Tests.Kernels;

namespace StaticNet.Tests.Losses;

/// <summary>No gradient is a denormal number, which would slow every instruction that meets it a hundredfold.</summary>
public unsafe class GradientTests
{
    private const int Rows = 200;
    private static readonly float[] _sums = [0, 1e-30f, 1e-7f, 1, 20, 50, 68, 69, 70, 80, 87, 88, 90, 100, 103, 104, 700, 1e30f];

    [Fact]
    public void Losses_of_sums_have_none()
    {
        var random = new Random(1);
        using Kernels.Block z = new(Rows, Row.Width, Row.Stride), dz = new(Rows, Row.Width, Row.Stride), targets = new(Rows, Row.Width, Row.Width);
        Draw(z, random, _sums);
        Draw(targets, random, [0, 0.5f, 1]);
        var losses = new SampleLoss[Rows];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(Row.Width))];
        fixed (SampleLoss* loss = losses)
        fixed (int* label = labels)
        {
            foreach (int batch in new[] { 1, Rows, 1 << 20 })
            {
                CrossentropyKernels.SoftmaxSparse<Row>(z.Start, label, dz.Start, loss, Rows, batch);
                Check(dz);
                CrossentropyKernels.Softmax<Row>(z.Start, targets.Start, dz.Start, loss, Rows, batch);
                Check(dz);
                CrossentropyKernels.Sigmoid<Row>(z.Start, targets.Start, dz.Start, loss, Rows, batch);
                Check(dz);
            }
        }
    }

    [Fact]
    public void Losses_of_outputs_have_none()
    {
        var random = new Random(2);
        using Kernels.Block p = new(Rows, Row.Width, Row.Stride), dz = new(Rows, Row.Width, Row.Stride), targets = new(Rows, Row.Width, Row.Width);
        Draw(p, random, [0, 1e-40f, 1e-38f, 1e-30f, 1e-20f, 1.1e-7f, 0.3f, 0.9999998f, 1]);
        Draw(targets, random, [0, 1e-40f, 1e-38f, 0.5f, 1]);
        for (int i = 0; i < p.Values.Length; i++)
            p.Values[i] = Math.Abs(p.Values[i]);
        var losses = new SampleLoss[Rows];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(Row.Width))];
        fixed (SampleLoss* loss = losses)
        fixed (int* label = labels)
        {
            ProbabilityKernels.Binary<Row, Sigmoid>(p.Start, targets.Start, dz.Start, loss, Rows, Rows);
            Check(dz);
            ProbabilityKernels.Categorical<Row, Sigmoid>(p.Start, targets.Start, dz.Start, loss, Rows, Rows);
            Check(dz);
            ProbabilityKernels.SparseCategorical<Row, Sigmoid>(p.Start, label, dz.Start, loss, Rows, Rows);
            Check(dz);
            ErrorKernels.Mean<Row, Sigmoid, SquaredError>(p.Start, targets.Start, dz.Start, loss, Rows, Rows);
            Check(dz);
            ErrorKernels.Mean<Row, Sigmoid, HuberError>(p.Start, targets.Start, dz.Start, loss, Rows, Rows);
            Check(dz);
            ErrorKernels.Mean<Row, Sigmoid, AbsoluteError>(p.Start, targets.Start, dz.Start, loss, Rows, Rows);
            Check(dz);
        }
    }

    [Fact]
    public void Softmax_has_none_and_makes_no_denormal_probabilities()
    {
        var random = new Random(3);
        using Kernels.Block x = new(Rows, Row.Width, Row.Stride), y = new(Rows, Row.Width, Row.Stride), dy = new(Rows, Row.Width, Row.Stride, random);
        using Kernels.Block dense = new(Rows, Row.Width, Row.Width), dx = new(Rows, Row.Width, Row.Stride);
        Draw(x, random, _sums);
        SoftmaxKernels.Forward<Row>(x.Start, y.Start, Row.Stride, Rows);
        Check(y);
        SoftmaxKernels.Forward<Row>(x.Start, dense.Start, Row.Width, Rows);
        Check(dense);
        SoftmaxKernels.Backward<Row, Linear>(dy.Start, y.Start, x.Start, dx.Start, Rows);
        Check(dx);
        SoftmaxKernels.Backward<Row, Tanh>(dy.Start, y.Start, y.Start, dx.Start, Rows);
        Check(dx);
    }

    [Fact]
    public void Layers_pass_none_on_through_an_activation()
    {
        var random = new Random(4);
        using Kernels.Block kept = new(Rows, Row.Stride, Row.Stride), dz = new(Rows, Row.Stride, Row.Stride, random), dx = new(Rows, Row.Stride, Row.Stride);
        using Kernels.Block kernel = new(Row.Stride, Row.Stride, Row.Stride, random);
        Draw(kept, random, [0, 1e-38f, 1e-30f, 1e-20f, 1e-10f, 0.5f, 0.9999999f, 1]);
        for (int i = 0; i < dz.Values.Length; i++)
            dz.Values[i] *= i / Row.Stride % 2 == 0 ? 1e-12f : 1e-30f;
        DenseKernels.BackwardInput<Square, Sigmoid>(dz.Start, kernel.Start, kept.Start, dx.Start, Rows);
        Check(dx);
        DenseKernels.BackwardInput<Single, Sigmoid>(dz.Start, kernel.Start, kept.Start, dx.Start, Rows);
        Check(dx);
        MaxPoolingKernels.Backward<OnePixel, Sigmoid>(dz.Start, (byte*)dx.Start, kept.Start, dx.Start, Rows);
        Check(dx);
        GlobalPoolingKernels.AverageBackward<OnePixel, Sigmoid>(dz.Start, kept.Start, dx.Start, Rows);
        Check(dx);
    }

    // On the way back through the steps a gradient shrinks and shrinks: below 1e-30 it ends, before it is denormal.
    [Fact]
    public void Recurrent_cells_end_tiny_ones() => SimdWidths.ForEach(new Cells());

    private static void Draw(Kernels.Block block, Random random, float[] values)
    {
        for (int i = 0; i < block.Values.Length; i++)
            block.Values[i] = values[random.Next(values.Length)] * (random.Next(2) == 0 ? 1 : -1);
    }

    private static void Check(Kernels.Block block) => Assert.DoesNotContain(block.Values.ToArray(), ActivationTests.IsDenormal);

    private sealed class Cells : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            Check<TV, LSTMCell<Tanh, Sigmoid>>();
            Check<TV, GRUCell<Tanh, Sigmoid>>();
            Check<TV, GRUResetFirstCell<Tanh, Sigmoid>>();
            Check<TV, SimpleRNNCell<Tanh>>();
        }

        private static void Check<TV, TCell>()
            where TV : unmanaged, ISimd<TV>
            where TCell : struct, IRecurrentCell
        {
            const int Units = 64;
            var random = new Random(5);
            for (int repeat = 0; repeat < 50; repeat++)
            {
                using Kernels.Block dh = new(1, Units, Units), dc = new(1, Units, Units), saved = new(TCell.SavedRows, Units, Units), sums = new(TCell.Gates, Units, Units);
                using Kernels.Block before = new(1, Units, Units), carried = new(1, Units, Units), carriedBefore = new(1, Units, Units);
                Draw(dh, random, [0, 1e-12f, 1e-38f, 1e-40f]);
                Draw(dc, random, [0, 1e-12f, 1e-38f, 1e-40f]);
                Draw(saved, random, [0, 1e-3f, 0.5f, 0.9999999f, 1]);
                Draw(before, random, [0, 1]);
                Draw(carried, random, [0, 20]);
                Draw(carriedBefore, random, [0, 20]);
                TCell.Backward<TV>(Units, dh.Start, dc.Start, saved.Start, sums.Start, before.Start, carried.Start, carriedBefore.Start);
                GradientTests.Check(sums);
                GradientTests.Check(dh);
                if (TCell.Carries)
                    GradientTests.Check(dc);
            }
        }
    }

    private readonly struct Row : IRowShape
    {
        public static int Width => 21;

        public static int Stride => 32;
    }

    private readonly struct Square : IDenseShape
    {
        public static int Inputs => Row.Stride;

        public static int InputStride => Row.Stride;

        public static int Units => Row.Stride;

        public static int UnitStride => Row.Stride;
    }

    private readonly struct Single : IDenseShape
    {
        public static int Inputs => Row.Stride;

        public static int InputStride => Row.Stride;

        public static int Units => 1;

        public static int UnitStride => Row.Stride;
    }

    private readonly struct OnePixel : IImageShape, IWindowShape
    {
        public static int Height => 1;

        public static int Width => 1;

        public static int Channels => Row.Stride;

        public static int Stride => Row.Stride;

        public static int InputHeight => 1;

        public static int InputWidth => 1;

        public static int OutputHeight => 1;

        public static int OutputWidth => 1;

        public static int WindowHeight => 1;

        public static int WindowWidth => 1;

        public static int StrideHeight => 1;

        public static int StrideWidth => 1;

        public static int PaddingTop => 0;

        public static int PaddingLeft => 0;
    }
}
