using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Average pooling against its scalar twin.</summary>
[Collection("shapes")]
public unsafe class AveragePoolingKernelsTests
{
    private const int Samples = 3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cells_outside_do_not_count(bool isPadded) => SweptWindow.ForEach(isPadded, random =>
    {
        int channels = SweptWindow.Channels, stride = SweptWindow.Stride, outputs = SweptWindow.OutputPixels, inputs = SweptWindow.InputPixels;
        using Block x = Images.Values(Samples, inputs, channels, stride, random), y = Images.Results(Samples, outputs, channels, stride);
        AveragePoolingKernels.Forward<SweptWindow>(x.Start, y.Start, Samples);
        Images.AssertFinite(y);
        for (int i = 0; i < Samples * outputs; i++)
        {
            for (int c = 0; c < channels; c++)
                Assert.Equal(SweptWindow.Cells(i % outputs).Average(cell => x[(i / outputs * inputs) + cell.Pixel, c]), y[i, c], 1e-5f);
        }

        if (!isPadded)
            return;
        using Block dy = Images.Gradients(Samples, outputs, channels, random), dx = Images.Results(Samples, inputs, channels, stride);
        AveragePoolingKernels.Backward<SweptWindow, LeakyReLU>(dy.Start, x.Start, dx.Start, Samples);
        var expected = new double[Samples * inputs * channels];
        for (int i = 0; i < Samples * outputs; i++)
        {
            int count = SweptWindow.Cells(i % outputs).Count();
            foreach ((int pixel, _) in SweptWindow.Cells(i % outputs))
            {
                for (int c = 0; c < channels; c++)
                    expected[(((i / outputs * inputs) + pixel) * channels) + c] += dy[i, c] / count;
            }
        }

        for (int i = 0; i < Samples * inputs; i++)
        {
            for (int c = 0; c < channels; c++)
                Assert.Equal(expected[(i * channels) + c] * Images.Slope(x[i, c]), dx[i, c], 1e-5);
        }

        Assert.True(dx.PaddingIsZero());
    });
}
