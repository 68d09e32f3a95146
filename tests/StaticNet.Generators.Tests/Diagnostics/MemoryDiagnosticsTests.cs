namespace StaticNet.Generators.Tests;

/// <summary>SNET015: sizes beyond what can be addressed, and those that overflow where they are counted.</summary>
public sealed class MemoryDiagnosticsTests
{
    private const string Most = "at most 500,000,000 are possible: make it smaller";

    [Theory]
    [InlineData("{|SNET015:600_000_000|}", "600,000,000")]
    [InlineData("{|SNET015:65536|}, 65536", "4,294,967,296")]
    [InlineData("{|SNET015:2147483647|}, 2147483647, 2147483647, 2147483647", "2,147,483,647")]
    public void AnInput(string shape, string size) => Expect.Diagnostics(
        $"[Model({shape})]\n[Flatten]\npublic partial class M;", $"The input would need {size} numbers; {Most}");

    [Theory]
    [InlineData("4", "Dense(int.MaxValue)", "Dense 'dense'", "2,147,483,647")]
    [InlineData("28, 28, 1", "Dense(int.MaxValue)", "Dense 'dense'", "1,683,627,179,248")]
    [InlineData("28, 28, 1", "Conv2D(int.MaxValue, 3)", "Conv2D 'conv2d'", "1,451,698,945,372")]
    [InlineData("28, 28, 1", "SeparableConv2D(800_000, 3)", "SeparableConv2D 'separable_conv2d'", "540,800,000")]
    [InlineData("28, 28, 1", "DepthwiseConv2D(3, DepthMultiplier = 800_000)", "DepthwiseConv2D 'depthwise_conv2d'", "540,800,000")]
    [InlineData("28, 28, 2", "DepthwiseConv2D(3, DepthMultiplier = int.MaxValue)", "DepthwiseConv2D 'depthwise_conv2d'", "1,451,698,945,372")]
    [InlineData("28, 28, 1", "Conv2DTranspose(1, 3, Strides = 1_000)", "Conv2DTranspose 'conv2d_transpose'", "784,000,000")]
    [InlineData("28, 28, 1", "ZeroPadding2D(20_000)", "ZeroPadding2D 'zero_padding2d'", "1,602,240,784")]
    [InlineData("28, 28, 1", "ZeroPadding2D(int.MaxValue)", "ZeroPadding2D 'zero_padding2d'", "2,147,483,647")]
    [InlineData("28, 28, 1", "ZeroPadding2D(int.MaxValue, int.MaxValue, 0, 0)", "ZeroPadding2D 'zero_padding2d'", "2,147,483,647")]
    [InlineData("28, 28, 1", "UpSampling2D(1_000)", "UpSampling2D 'up_sampling2d'", "784,000,000")]
    public void AnOutput(string shape, string layer, string title, string size) => Expect.Diagnostics(
        Model(shape, $"{{|SNET015:{layer}|}}", "Dense(2)"), $"The output of {title} would need {size} numbers; {Most}");

    [Fact]
    public void Parameters() => Expect.Diagnostics(
        Model("4", "Dense(16_000)", "Dense(16_000)", "{|SNET015:Dense(16_000)|}"),
        $"With Dense 'dense_2' the parameters would need 512,112,000 numbers; {Most}");

    [Theory]
    [InlineData("1, 1, 6000", "Conv2D(6_000, 5, Padding = Padding.Same)", "Conv2D 'conv2d'", "900,006,000")]
    [InlineData("7000, 7000, 1", "Conv2D(1, 7_000)", "Conv2D 'conv2d'", "784,000,016")]
    [InlineData("7000, 7000, 1", "DepthwiseConv2D(7_000)", "DepthwiseConv2D 'depthwise_conv2d'", "784,000,016")]
    [InlineData("7000, 7000, 1", "SeparableConv2D(1, 7_000)", "SeparableConv2D 'separable_conv2d'", "784,000,032")]
    [InlineData("28, 28, 1", "Conv2DTranspose(1, 7_000, Padding = Padding.Same)", "Conv2DTranspose 'conv2d_transpose'", "784,000,016")]
    [InlineData("1, 1, 20_000", "SeparableConv2D(20_000, 1, DepthMultiplier = 2)", "SeparableConv2D 'separable_conv2d'", "800,060,000")]
    public void ParametersOfAConvolution(string shape, string layer, string title, string size) => Expect.Diagnostics(
        Model(shape, $"{{|SNET015:{layer}|}}"), $"With {title} the parameters would need {size} numbers; {Most}");

    [Fact]
    public void Transposes() => Expect.Diagnostics(
        Model("4", "Dense(1)", "{|SNET015:Dense(200_000_000)|}"),
        $"With Dense 'dense_1' the transposed kernels would need 3,200,000,000 numbers; {Most}");

    // A kernel of 3 x 3 is transformed, which makes more of it.
    [Fact]
    public void TransformedKernels() => Expect.Diagnostics(
        Model("8, 8, 4000", "Conv2D(4_000, 1)", "{|SNET015:Conv2D(4_000, 3)|}"),
        $"With Conv2D 'conv2d_1' the transposed kernels would need 656,000,000 numbers; {Most}");

    [Fact]
    public void Outputs() => Expect.Diagnostics(
        Model("200_000_000", "Activation(ReLU)", "Activation(ReLU)", "{|SNET015:Activation(ReLU)|}"),
        $"With Activation 'activation_2' the outputs and gradients of a sample would need 600,000,000 numbers; {Most}");

    // Each pixel takes a whole vector.
    [Fact]
    public void OutputsWithTheGapsBetweenTheirRows() => Expect.Diagnostics(
        Model("8000, 8000, 1", "{|SNET015:Conv2D(1, 1)|}"),
        $"With Conv2D 'conv2d' the outputs and gradients of a sample would need 2,048,000,000 numbers; {Most}");

    // A window with holes is laid over an image with as many zeros around it.
    [Theory]
    [InlineData("Conv2D(1, 3, DilationRate = 10_000, Padding = Padding.Same)", "Conv2D 'conv2d_1'", "20,844,875,264")]
    [InlineData("Conv2D(1, 5_000, Padding = Padding.Same)", "Conv2D 'conv2d_1'", "1,310,632,656")]
    [InlineData("Conv2DTranspose(1, 3, DilationRate = 10_000, Padding = Padding.Same)", "Conv2DTranspose 'conv2d_transpose'", "20,844,875,264")]
    public void PaddedImages(string layer, string title, string size) => Expect.Diagnostics(
        Model("28, 28, 1", "Conv2D(1, 1)", $"{{|SNET015:{layer}|}}"), $"With {title} the outputs and gradients of a sample would need {size} numbers; {Most}");

    // Channels are repeated before they are convolved.
    [Theory]
    [InlineData("DepthwiseConv2D(1, Strides = 16, DepthMultiplier = 20)", "DepthwiseConv2D 'depthwise_conv2d'", "8,256,000,000")]
    [InlineData("SeparableConv2D(1, 1, Strides = 16, DepthMultiplier = 20)", "SeparableConv2D 'separable_conv2d'", "8,288,000,000")]
    public void RepeatedChannels(string layer, string title, string size) => Expect.Diagnostics(
        Model("16000, 16000, 1", $"{{|SNET015:{layer}|}}"), $"With {title} the outputs and gradients of a sample would need {size} numbers; {Most}");

    // Pooled sums are gathered by lists of the cells that have a gradient.
    [Fact]
    public void ABlockOfGradients() => Expect.Diagnostics(
        Model("2, 2, 16", "Conv2D(1, 500, Padding = Padding.Same)", "{|SNET015:MaxPooling2D(2)|}", "Dense(2)"),
        $"With MaxPooling2D 'max_pooling2d' a block of gradients would need 512,000,032 numbers; {Most}");

    // As many samples at a time as large weights are best read for would take more memory than there is: fewer go then.
    [Fact]
    public void LargeWeightsBehindLargeImagesFit() => Expect.Diagnostics(
        Model("2048, 2048, 3", "Conv2D(32, 3, Padding = Padding.Same)", "GlobalAveragePooling2D", "Dense(1024)", "Dense(1024)", "Dense(10)"));

    private static string Model(string shape, params string[] layers)
        => $"[Model({shape})]\n{string.Concat(layers.Select(layer => $"[{layer}]\n"))}public partial class M;";
}
