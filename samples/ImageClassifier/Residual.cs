using static StaticNet.Activation;

namespace StaticNet.Samples.ImageClassifier;

/// <summary>
/// Two normalised convolutions, whose result is added to what comes in. Where they change its shape, a convolution of single pixels
/// brings what comes in to theirs.
/// </summary>
[Block]
[Conv2D(Filters, 3, Strides = Strides, Padding = Padding.Same, UseBias = false), BatchNormalization, Activation(ReLU)]
[Conv2D(Filters, 3, Padding = Padding.Same, UseBias = false), BatchNormalization(Name = "body")]
[Conv2D(Filters, 1, Strides = Strides, From = Block.Input, SkipIfSameShape = true)]
[Add("body"), Activation(ReLU)]
internal sealed partial class Residual
{
    private const int Filters = 16;
    private const int Strides = 1;
}
