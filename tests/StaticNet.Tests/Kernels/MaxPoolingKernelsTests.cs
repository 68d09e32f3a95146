using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Max pooling against its scalar twin.</summary>
[Collection("shapes")]
public unsafe class MaxPoolingKernelsTests
{
    private const int Samples = 3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Forward_takes_the_largest_of_each_window(bool isPadded) => SweptWindow.ForEach(isPadded, random =>
    {
        using Block x = Images.Values(Samples, SweptWindow.InputPixels, SweptWindow.Channels, SweptWindow.Stride, random);
        using Block y = Images.Results(Samples, SweptWindow.OutputPixels, SweptWindow.Channels, SweptWindow.Stride);
        MaxPoolingKernels.Forward<SweptWindow>(x.Start, y.Start, Samples);
        for (int i = 0; i < Samples * SweptWindow.OutputPixels; i++)
        {
            int first = i / SweptWindow.OutputPixels * SweptWindow.InputPixels;
            for (int c = 0; c < SweptWindow.Channels; c++)
                Assert.Equal(SweptWindow.Cells(i % SweptWindow.OutputPixels).Max(cell => x[first + cell.Pixel, c]), y[i, c]);
        }

        Images.AssertFinite(y);

        using Block alone = Images.Results(Samples, SweptWindow.OutputPixels, SweptWindow.Channels, SweptWindow.Stride);
        for (int s = 0; s < Samples; s++)
        {
            MaxPoolingKernels.Forward<SweptWindow>(
                x.At(s, SweptWindow.InputPixels, SweptWindow.Stride), alone.At(s, SweptWindow.OutputPixels, SweptWindow.Stride), 1);
        }

        Images.AssertSameBits(y, alone);
    });

    [Fact]
    public void The_gradient_goes_to_the_first_largest_of_each_window() => SweptWindow.ForEach(isPadded: true, random =>
    {
        int channels = SweptWindow.Channels, stride = SweptWindow.Stride, outputs = SweptWindow.OutputPixels, inputs = SweptWindow.InputPixels;
        using Block x = Images.Values(Samples, inputs, channels, stride, random), dy = Images.Gradients(Samples, outputs, channels, random);

        // Few values, so that windows have several largest.
        for (int i = 0; i < x.Values.Length; i++)
            x.Values[i] = MathF.Round(2 * x.Values[i]) / 2;
        using Block y = Images.Results(Samples, outputs, channels, stride), inferred = Images.Results(Samples, outputs, channels, stride);
        using Block dx = Images.Results(Samples, inputs, channels, stride), choiceMemory = new(Samples * outputs, stride / 4, stride / 4);
        var choices = (byte*)choiceMemory.Start;
        MaxPoolingKernels.Forward<SweptWindow>(x.Start, y.Start, choices, Samples);
        MaxPoolingKernels.Forward<SweptWindow>(x.Start, inferred.Start, Samples);
        Images.AssertSameBits(inferred, y);
        MaxPoolingKernels.Backward<SweptWindow, LeakyReLU>(dy.Start, choices, x.Start, dx.Start, Samples);

        var expected = new double[Samples * inputs * channels];
        for (int i = 0; i < Samples * outputs; i++)
        {
            int first = i / outputs * inputs;
            for (int c = 0; c < channels; c++)
            {
                (int pixel, int cell) = SweptWindow.Cells(i % outputs).MaxBy(cell => x[first + cell.Pixel, c]);
                Assert.Equal(x[first + pixel, c], y[i, c]);
                Assert.Equal(cell, ((byte*)choices)[(i * stride) + c]);
                expected[((first + pixel) * channels) + c] += dy[i, c] * Images.Slope(x[first + pixel, c]);
            }
        }

        for (int i = 0; i < Samples * inputs; i++)
        {
            for (int c = 0; c < channels; c++)
                Assert.Equal(expected[(i * channels) + c], dx[i, c], 1e-5);
        }

        Assert.True(dx.PaddingIsZero());
    });

    [Fact]
    public void A_NaN_anywhere_in_a_window_is_its_result_and_the_choice_is_within_the_window() => SweptWindow.ForEach(isPadded: true, random =>
    {
        int channels = SweptWindow.Channels, stride = SweptWindow.Stride, outputs = SweptWindow.OutputPixels, inputs = SweptWindow.InputPixels;
        using Block x = Images.Values(1, inputs, channels, stride, random), y = new(outputs, channels, stride), inferred = new(outputs, channels, stride);
        using Block choiceMemory = new(outputs, stride / 4, stride / 4);
        for (int i = 0; i < x.Values.Length; i++)
            x.Values[i] = random.Next(6) == 0 ? random.Next(2) == 0 ? float.NaN : -float.NaN : x.Values[i];
        var choices = (byte*)choiceMemory.Start;
        MaxPoolingKernels.Forward<SweptWindow>(x.Start, y.Start, choices, 1);
        MaxPoolingKernels.Forward<SweptWindow>(x.Start, inferred.Start, 1);
        for (int i = 0; i < outputs; i++)
        {
            for (int c = 0; c < channels; c++)
            {
                int choice = ((byte*)choices)[(i * stride) + c];
                Assert.Single(SweptWindow.Cells(i), cell => cell.Cell == choice);
                float[] window = [.. SweptWindow.Cells(i).Select(cell => x[cell.Pixel, c])];
                float largest = window.Any(float.IsNaN) ? float.NaN : window.Max();
                Assert.Equal(largest, y[i, c]);
                Assert.Equal(largest, inferred[i, c]);
            }
        }
    });
}
