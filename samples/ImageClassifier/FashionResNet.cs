using static StaticNet.Activation;

namespace StaticNet.Samples.ImageClassifier;

/// <summary>A residual network of 14 layers (He et al. 2015) for clothes that are mirrored and moved a little while training.</summary>
[Model(28, 28, 1)]
[RandomFlip(FlipMode.Horizontal)]
[RandomTranslation(0.08, 0.08, FillMode = FillMode.Constant)]
[Conv2D(16, 3, Padding = Padding.Same, UseBias = false), BatchNormalization, Activation(ReLU)]
[Use<Residual>(Times = 2)]
[Use<Residual>("Filters", 32, "Strides", 2)]
[Use<Residual>("Filters", 32)]
[Use<Residual>("Filters", 64, "Strides", 2)]
[Use<Residual>("Filters", 64)]
[GlobalAveragePooling2D]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class FashionResNet;
