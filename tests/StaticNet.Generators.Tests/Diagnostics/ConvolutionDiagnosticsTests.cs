namespace StaticNet.Generators.Tests;

/// <summary>What can be wrong with convolutions of each channel, in two steps, in groups and the other way round.</summary>
public sealed class ConvolutionDiagnosticsTests
{
    [Theory]
    [InlineData("Conv2DTranspose(2, 3, Strides = 2, {|SNET007:OutputPadding = 2|})", 2, "0 to 1, or -1 for none")]
    [InlineData("Conv2DTranspose(2, 3, Strides = 2, {|SNET007:OutputPadding = -2|})", -2, "0 to 1, or -1 for none")]
    [InlineData("Conv2DTranspose(2, 3, {|SNET007:OutputPadding = 1|})", 1, "0, or -1 for none")]
    [InlineData("Conv2DTranspose(2, 3, StrideHeight = 3, StrideWidth = 2, {|SNET007:OutputPadding = 2|})", 2, "0 to 1, or -1 for none")]
    public void OutputPaddingBeyondTheStrides(string layer, int padding, string expected) => Expect.Diagnostics(
        Model("4, 4, 3", layer), $"Conv2DTranspose 'conv2d_transpose': OutputPadding is {padding}; expected {expected}");

    [Theory]
    [InlineData("Conv2DTranspose(2, 4, Strides = 3, Padding = Padding.Same, {|SNET007:OutputPadding = 0|})", "1 to 2, or -1 for none")]
    [InlineData("Conv2DTranspose(2, 2, Strides = 2, Padding = Padding.Same, {|SNET007:OutputPadding = 0|})", "1, or -1 for none")]
    [InlineData("Conv2DTranspose(2, 2, Padding = Padding.Same, {|SNET007:OutputPadding = 0|})", "-1 for none")]
    public void OutputPaddingThatLeavesNothing(string layer, string expected) => Expect.Diagnostics(
        Model("1, 4, 3", layer), $"Conv2DTranspose 'conv2d_transpose': OutputPadding is 0; expected {expected}");

    [Theory]
    [InlineData("DepthwiseConv2D(3, {|SNET007:DepthMultiplier = 0|})", "DepthwiseConv2D 'depthwise_conv2d': DepthMultiplier is 0")]
    [InlineData("SeparableConv2D(2, 3, {|SNET007:DepthMultiplier = -1|})", "SeparableConv2D 'separable_conv2d': DepthMultiplier is -1")]
    [InlineData("SeparableConv2D({|SNET007:0|}, 3)", "SeparableConv2D 'separable_conv2d': filters is 0")]
    [InlineData("Conv2DTranspose({|SNET007:0|}, 3)", "Conv2DTranspose 'conv2d_transpose': filters is 0")]
    [InlineData("Conv2DTranspose(2, {|SNET007:0|})", "Conv2DTranspose 'conv2d_transpose': kernelSize is 0")]
    public void ASizeBelowOne(string layer, string message) => Expect.Diagnostics(Model("4, 4, 3", layer), message + "; expected at least 1");

    [Theory]
    [InlineData("DepthwiseConv2D(3, Strides = 2, {|SNET019:DilationRate = 2|})", "DepthwiseConv2D 'depthwise_conv2d'")]
    [InlineData("SeparableConv2D(2, 3, Strides = 2, {|SNET019:DilationRate = 2|})", "SeparableConv2D 'separable_conv2d'")]
    [InlineData("Conv2DTranspose(2, 3, Strides = 2, {|SNET019:DilationRate = 2|})", "Conv2DTranspose 'conv2d_transpose'")]
    public void StridesAndDilation(string layer, string title) => Expect.Diagnostics(
        Model("8, 8, 3", layer),
        $"{title} has strides of 2 x 2 and a dilation rate of 2 x 2; only one of them may be above 1, as in Keras: remove the strides or the dilation rate");

    [Theory]
    [InlineData("{|SNET011:DepthwiseConv2D(3)|}", "DepthwiseConv2D 'depthwise_conv2d'")]
    [InlineData("{|SNET011:SeparableConv2D(2, 3)|}", "SeparableConv2D 'separable_conv2d'")]
    [InlineData("{|SNET011:Conv2DTranspose(2, 3)|}", "Conv2DTranspose 'conv2d_transpose'")]
    public void AnInputThatIsNoImage(string layer, string title) => Expect.Diagnostics(
        Model("4, 4", layer),
        $"{title} takes an image of (height, width, channels), but (4, 4) comes in from the input: write [Model(4, 4, 1)]");

    [Fact]
    public void SoftmaxOfOneChannel() => Expect.Diagnostics(
        Model("4, 4, 1", "DepthwiseConv2D(3, {|SNET013:Softmax|})"),
        "Softmax of the single number that DepthwiseConv2D 'depthwise_conv2d' gives is always 1: use Sigmoid for a yes-or-no answer, or at least two units or filters");

    [Theory]
    [InlineData("{|SNET015:DepthwiseConv2D(10_000, Padding = Padding.Same)|}", "With DepthwiseConv2D 'depthwise_conv2d' the parameters would need 1,600,000,016")]
    [InlineData("{|SNET015:DepthwiseConv2D(1, DepthMultiplier = int.MaxValue)|}", "The output of DepthwiseConv2D 'depthwise_conv2d' would need 34,359,738,352")]
    [InlineData("{|SNET015:Conv2DTranspose(2, 1, Strides = 10_000)|}", "The output of Conv2DTranspose 'conv2d_transpose' would need 1,600,000,000")]
    public void BeyondMemory(string layer, string message) => Expect.Diagnostics(
        Model("4, 4, 3", layer), message + " numbers; at most 500,000,000 are possible: make it smaller");

    [Theory]
    [InlineData("DepthwiseConv2D(1, 4, Softmax, DepthMultiplier = 5, Padding = Padding.Same)")]
    [InlineData("SeparableConv2D(1, 4, Sigmoid, StrideHeight = 2, StrideWidth = 3, UseBias = false)")]
    [InlineData("Conv2DTranspose(2, 9, Strides = 3, OutputPadding = 2)")]
    [InlineData("Conv2DTranspose(2, 1, Padding = Padding.Same, OutputPadding = 0)")]
    [InlineData("Conv2D(6, 2, GELU, Groups = 3, DilationRate = 2)")]
    public void NothingWrong(string layer) => Expect.NoDiagnostics(Model("4, 4, 3", layer));

    private static string Model(string shape, string layer) => $"[Model({shape})]\n[{layer}]\npublic partial class M;";
}
