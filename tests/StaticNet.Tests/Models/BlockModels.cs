using static StaticNet.Activation;

namespace StaticNet.Tests;

/// <summary>A block of two convolutions and a way around them, which bends only where the shape changes.</summary>
[Block]
[Conv2D(Filters, 3, ReLU, Strides = Strides, Padding = Padding.Same)]
[Conv2D(Filters, 3, Padding = Padding.Same, UseBias = !Normalize), Use<Normalization>(Name = "body")]
[Use<Projection>("Filters", Filters, "Strides", Strides, From = Block.Input, SkipIfSameShape = true)]
[Add("body"), Activation(Last)]
internal sealed partial class ResidualPart
{
    private const int Filters = 4, Strides = 1;
    private const bool Normalize = Strides > 1 || Filters % 2 == 0;
    private const Activation Last = ReLU;
}

/// <summary>A convolution of one pixel that is normalised.</summary>
[Block]
[Conv2D(Filters, 1, Strides = Strides, UseBias = false), Use<Normalization>("Momentum", 0.9)]
internal sealed partial class Projection
{
    private const int Filters = 4, Strides = 1;
}

/// <summary>A block of a single layer.</summary>
[Block]
[BatchNormalization(Momentum = Momentum)]
internal sealed partial class Normalization
{
    private const double Momentum = 0.75;
}

/// <summary>A model of blocks.</summary>
[Model(6, 6, 2)]
[Conv2D(4, 3, Tanh, Padding = Padding.Same)]
[Use<ResidualPart>(Times = 2)]
[Use<ResidualPart>("Filters", 6, "Strides", 2, "Last", Tanh, Name = "features")]
[GlobalAveragePooling2D, Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class OfBlocks;

/// <summary>The same model without blocks.</summary>
[Model(6, 6, 2)]
[Conv2D(4, 3, Tanh, Padding = Padding.Same, Name = "stem")]
[Conv2D(4, 3, ReLU, Padding = Padding.Same)]
[Conv2D(4, 3, Padding = Padding.Same, UseBias = false), BatchNormalization(Momentum = 0.75)]
[Add("batch_normalization", From = "stem"), Activation(ReLU, Name = "first")]
[Conv2D(4, 3, ReLU, Padding = Padding.Same)]
[Conv2D(4, 3, Padding = Padding.Same, UseBias = false), BatchNormalization(Momentum = 0.75, Name = "body")]
[Add("body", From = "first"), Activation(ReLU, Name = "second")]
[Conv2D(6, 3, ReLU, Strides = 2, Padding = Padding.Same)]
[Conv2D(6, 3, Padding = Padding.Same, UseBias = false), BatchNormalization(Momentum = 0.75, Name = "wide")]
[Conv2D(6, 1, Strides = 2, UseBias = false, From = "second"), BatchNormalization(Momentum = 0.9)]
[Add("wide"), Activation(Tanh, Name = "features")]
[GlobalAveragePooling2D, Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class WithoutBlocks;
