using StaticNet.Kernels;
using Guarded = StaticNet.Tests.Kernels.Block;

namespace StaticNet.Tests.Models;

/// <summary>An output that no weights lead to has rows without gaps: its loss writes nothing behind them.</summary>
public class GivenOutputTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(33, 1)]
    [InlineData(48, 3)]
    public void Its_loss_leaves_the_gradients_of_others_alone(int samples, int threads)
    {
        var random = new Random(samples);
        float[] x = [.. Enumerable.Range(0, 3 * samples).Select(_ => (4 * random.NextSingle()) - 2)];
        float[] wanted = [.. Enumerable.Range(0, 4 * samples).Select(_ => random.NextSingle())];
        Mixed[] both = [.. Enumerable.Range(0, samples).SelectMany(sample => (float[])[.. wanted.AsSpan(4 * sample, 4), 1, 0, 1]).Select(number => (Mixed)number)];
        var two = new LearnedAndGiven(seed: 2) { Threads = threads };
        var one = new LearnedAlone(seed: 2) { Threads = threads };
        Gradients expected = one.ComputeGradients(x, wanted), gradients = two.ComputeGradients(x, both);
        float[] kernel = new float[12], bias = new float[4], alone = new float[12], aloneBias = new float[4];
        gradients.CopyTo(two.LearnedKernel, kernel);
        gradients.CopyTo(two.LearnedBias, bias);
        expected.CopyTo(one.LearnedKernel, alone);
        expected.CopyTo(one.LearnedBias, aloneBias);
        Assert.Equal(alone, kernel);
        Assert.Equal(aloneBias, bias);

        // max(z, 0) - z y + log(1 + exp(-|z|)), by the definition.
        double loss = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double p = 1 / (1 + Math.Exp(-x[i])), y = i % 3 == 1 ? 0 : 1;
            loss -= ((y * Math.Log(p)) + ((1 - y) * Math.Log(1 - p))) / x.Length;
        }

        Assert.Equal(expected.Result.Loss + loss, gradients.Result.Loss, 1e-5);
    }

    // Blocks of numbers look after what lies behind them.
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    public unsafe void Losses_of_rows_without_gaps_write_these_alone(int rows)
    {
        var random = new Random(rows);
        using Guarded z = new(rows, Row.Width, Row.Width, random), softmax = new(rows, Row.Width, Row.Width), sigmoid = new(rows, Row.Width, Row.Width);
        int[] labels = [.. Enumerable.Range(0, rows).Select(row => row % Row.Width)];
        float[] targets = [.. Enumerable.Range(0, rows * Row.Width).Select(i => i % 2f)];
        var losses = new SampleLoss[rows];
        fixed (int* label = labels)
        {
            fixed (float* target = targets)
            {
                fixed (SampleLoss* loss = losses)
                {
                    CrossentropyKernels.SoftmaxSparse<Row>(z.Start, label, softmax.Start, loss, rows, rows);
                    CrossentropyKernels.Sigmoid<Row>(z.Start, target, sigmoid.Start, loss, rows, rows);
                }
            }
        }

        for (int row = 0; row < rows; row++)
        {
            double total = Enumerable.Range(0, Row.Width).Sum(c => Math.Exp(z[row, c]));
            for (int c = 0; c < Row.Width; c++)
            {
                Assert.Equal(((Math.Exp(z[row, c]) / total) - (c == labels[row] ? 1 : 0)) / rows, softmax[row, c], 1e-6);
                Assert.Equal(((1 / (1 + Math.Exp(-z[row, c]))) - targets[(row * Row.Width) + c]) / rows / Row.Width, sigmoid[row, c], 1e-6);
            }
        }
    }

    private readonly struct Row : IRowShape
    {
        public static int Width => 3;

        public static int Stride => 3;
    }
}
