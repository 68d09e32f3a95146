using static StaticNet.Activation;

namespace StaticNet.Tests.Training;

/// <summary>Every kind of convolution gives the same bits for any number of threads and any batch, and allocates nothing.</summary>
[Collection(AloneCollection.Name)]
public class ConvolutionThreadTests
{
    private const int Count = 96;

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        (float[] inputs, int[] labels) = Data();
        Dataset<float, int> data = Dataset.From(inputs, labels);
        int[] expected = Train(1);
        foreach (int threads in new[] { 2, 3, 8 })
            Assert.Equal(expected, Train(threads));

        int[] Train(int threads)
        {
            ThreadWatch watch = threads == 1 ? new() : new("Propagate", "Update");
            Convolutions model = Watched.Like(new Convolutions(1) { Threads = threads }, watch);
            model.Fit(data, new FitOptions { Epochs = 2, BatchSize = 48, Progress = ProgressDisplay.Silent });
            watch.AssertShared();
            return [.. TestData.Bits(model), .. model.Predict(inputs).Select(BitConverter.SingleToInt32Bits)];
        }
    }

    [Fact]
    public void Predictions_do_not_depend_on_the_batch()
    {
        (float[] inputs, _) = Data();
        var model = new Convolutions(1);
        float[] expected = model.Predict(inputs);
        for (int i = 0; i < Count; i++)
        {
            float[] single = model.Predict(inputs.AsSpan(i * Convolutions.InputSize, Convolutions.InputSize));
            Assert.Equal(expected[(i * Convolutions.OutputSize)..((i + 1) * Convolutions.OutputSize)], single);
        }
    }

    [Fact]
    public void Steps_and_predictions_allocate_nothing()
    {
        (float[] inputs, int[] labels) = Data();
        var model = new Convolutions(1);
        var optimizer = new Adam();
        var outputs = new float[Count * Convolutions.OutputSize];
        Assert.Equal(0, Allocation.InEachRun(() =>
        {
            model.TrainOnBatch(inputs, labels, optimizer);
            model.Predict(inputs, outputs);
        }));
    }

    private static (float[] Inputs, int[] Labels) Data()
    {
        var random = new Random(1);
        return ([.. Enumerable.Range(0, Count * Convolutions.InputSize).Select(_ => (random.NextSingle() * 2) - 1)],
            [.. Enumerable.Range(0, Count).Select(i => i % Convolutions.OutputSize)]);
    }
}

/// <summary>A classifier with every kind of convolution, whose channels are several vectors and a rest.</summary>
[Model(10, 9, 3)]
[SeparableConv2D(50, 3, ReLU, Padding = Padding.Same, DepthMultiplier = 6)]
[Conv2D(40, 3, LeakyReLU, Padding = Padding.Same, Groups = 10)]
[Conv2D(64, 3, Tanh, Groups = 4)]
[DepthwiseConv2D(3, ReLU, Strides = 2, Padding = Padding.Same)]
[DepthwiseConv2D(3, Padding = Padding.Same)]
[Conv2DTranspose(33, 3, ReLU, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(5, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class Convolutions;
