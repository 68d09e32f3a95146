using static StaticNet.Activation;

namespace StaticNet.Samples.ImageClassifier;

/// <summary>Five normalised convolutions for clothes, of which left and right do not matter.</summary>
[Model(28, 28, 1)]
[RandomFlip(FlipMode.Horizontal)]
[Conv2D(32, 3, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Conv2D(48, 3, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[MaxPooling2D(2)]
[SpatialDropout2D(0.1)]
[Conv2D(64, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Conv2D(96, 3, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[MaxPooling2D(2)]
[SpatialDropout2D(0.15)]
[Conv2D(160, 3, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[GlobalAveragePooling2D]
[Dropout(0.3)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class FashionCnn;
