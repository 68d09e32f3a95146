namespace StaticNet.Tests;

/// <summary>Layers whose gradients of biases are wider than the block of their kernel's: each trains within its memory.</summary>
public partial class ManyFiltersTests
{
    [Fact]
    public void A_pooled_convolution_of_few_channels_trains() => Train(new FewChannels(), 28 * 28);

    [Fact]
    public void A_pooled_convolution_of_many_channels_trains() => Train(new ManyChannels(), 6 * 6 * 16);

    [Fact]
    public void A_transposed_convolution_of_one_pixel_trains() => Train(new OnePixel(), 4 * 4);

    private static void Train(TrainableModel<float, int> model, int size)
    {
        float[] inputs = [.. Enumerable.Range(0, 8 * size).Select(i => MathF.Sin(i * 1.7f))];
        int[] labels = [.. Enumerable.Range(0, 8).Select(i => i % 10)];
        model.Threads = 1;
        History history = model.Fit(new(inputs, labels, 8), new FitOptions { Epochs = 3, BatchSize = 4, Progress = ProgressDisplay.Silent });
        Assert.True(history["loss"][^1] < history["loss"][0]);
    }

    [Model(28, 28, 1)]
    [Conv2D(256, 3, Activation.ReLU)]
    [MaxPooling2D(2)]
    [GlobalAveragePooling2D]
    [Dense(10, Activation.Softmax)]
    [Loss(Loss.SparseCategoricalCrossentropy)]
    private sealed partial class FewChannels;

    [Model(6, 6, 16)]
    [Conv2D(4_000, 1, Activation.ReLU)]
    [MaxPooling2D(2)]
    [GlobalAveragePooling2D]
    [Dense(10, Activation.Softmax)]
    [Loss(Loss.SparseCategoricalCrossentropy)]
    private sealed partial class ManyChannels;

    [Model(4, 4, 1)]
    [Conv2DTranspose(33, 1, Activation.ReLU)]
    [GlobalAveragePooling2D]
    [Dense(10, Activation.Softmax)]
    [Loss(Loss.SparseCategoricalCrossentropy)]
    private sealed partial class OnePixel;
}
