using static StaticNet.Activation;

namespace StaticNet.Benchmarks;

/// <summary>A large rung: dense layers of 4,096 units.</summary>
[Model(4096)]
[Use<DenseRung>("Width", 4096)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Dense4096;

/// <summary>A large rung: a layer of 100,000 units, one that sums them up, and 100,000 again.</summary>
[Model(64)]
[Dense(100_000, ReLU)]
[Dense(1)]
[Dense(100_000, ReLU)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class DenseWide;

/// <summary>A large rung: 512 LSTM units over 200 steps.</summary>
[Model(200, 64)]
[LSTM(512)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class LongLstm512;

/// <summary>Two convolutions and a pooling, of the large images of VGG's first half.</summary>
[Block]
[Conv2D(Filters, 3, ReLU, Padding = Padding.Same)]
[Conv2D(Filters, 3, ReLU, Padding = Padding.Same)]
[MaxPooling2D(2)]
internal sealed partial class VggPair
{
    public const int Filters = 64;
}

/// <summary>Three convolutions and a pooling.</summary>
[Block]
[Conv2D(Filters, 3, ReLU, Padding = Padding.Same)]
[Conv2D(Filters, 3, ReLU, Padding = Padding.Same)]
[Conv2D(Filters, 3, ReLU, Padding = Padding.Same)]
[MaxPooling2D(2)]
internal sealed partial class VggTriple
{
    public const int Filters = 256;
}

/// <summary>A large rung: VGG-16 (Simonyan and Zisserman 2015) for images of 224 by 224 and a thousand classes, 138 million weights.</summary>
[Model(224, 224, 3)]
[Use<VggPair>]
[Use<VggPair>("Filters", 128)]
[Use<VggTriple>]
[Use<VggTriple>("Filters", 512)]
[Use<VggTriple>("Filters", 512)]
[Flatten]
[Dense(4096, ReLU)]
[Dense(4096, ReLU)]
[Dense(1000, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Vgg16;

/// <summary>A narrow, a wide and a narrow convolution around which the value goes as well.</summary>
[Block]
[Conv2D(Filters, 1, UseBias = false), BatchNormalization, Activation(ReLU)]
[Conv2D(Filters, 3, Padding = Padding.Same, UseBias = false), BatchNormalization, Activation(ReLU)]
[Conv2D(4 * Filters, 1, UseBias = false), BatchNormalization, Add(Block.Input), Activation(ReLU)]
internal sealed partial class Bottleneck
{
    public const int Filters = 64;
}

/// <summary>The same where the value gets another shape, by a convolution of its own.</summary>
[Block]
[Conv2D(Filters, 1, UseBias = false), BatchNormalization, Activation(ReLU)]
[Conv2D(Filters, 3, Strides = Strides, Padding = Padding.Same, UseBias = false), BatchNormalization, Activation(ReLU)]
[Conv2D(4 * Filters, 1, UseBias = false), BatchNormalization(Name = "body")]
[Conv2D(4 * Filters, 1, Strides = Strides, UseBias = false, From = Block.Input), BatchNormalization, Add("body"), Activation(ReLU)]
internal sealed partial class WideningBottleneck
{
    public const int Filters = 64, Strides = 1;
}

/// <summary>A large rung: a residual network of 50 layers (He et al. 2016) for images of 224 by 224 and a thousand classes.</summary>
[Model(224, 224, 3)]
[Conv2D(64, 7, Strides = 2, Padding = Padding.Same, UseBias = false), BatchNormalization, Activation(ReLU)]
[MaxPooling2D(3, Strides = 2, Padding = Padding.Same)]
[Use<WideningBottleneck>, Use<Bottleneck>(Times = 2)]
[Use<WideningBottleneck>("Filters", 128, "Strides", 2), Use<Bottleneck>("Filters", 128, Times = 3)]
[Use<WideningBottleneck>("Filters", 256, "Strides", 2), Use<Bottleneck>("Filters", 256, Times = 5)]
[Use<WideningBottleneck>("Filters", 512, "Strides", 2), Use<Bottleneck>("Filters", 512, Times = 2)]
[GlobalAveragePooling2D]
[Dense(1000, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class ResNet50;

/// <summary>A large rung: convolutions of images of 2,048 by 2,048.</summary>
[Model(2048, 2048, 3)]
[Conv2D(16, 3, ReLU, Padding = Padding.Same)]
[Conv2D(16, 3, ReLU, Padding = Padding.Same)]
[MaxPooling2D(2)]
[GlobalAveragePooling2D]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class LargeImage;

/// <summary>A large rung: the average of 200 rows of a table of a million.</summary>
[Model(200)]
[Embedding(1_000_000, 32)]
[GlobalAveragePooling1D]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class LargeTable;
