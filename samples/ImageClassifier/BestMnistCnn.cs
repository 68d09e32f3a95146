using static StaticNet.Activation;

namespace StaticNet.Samples.ImageClassifier;

/// <summary>Four normalised convolutions on digits that are turned, moved and zoomed a little while training.</summary>
[Model(28, 28, 1)]
[RandomRotation(0.03f, FillMode = FillMode.Constant)]
[RandomTranslation(0.08f, 0.08f, FillMode = FillMode.Constant)]
[RandomZoom(0.1f, FillMode = FillMode.Constant)]
[Conv2D(32, 3, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Conv2D(32, 3, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[MaxPooling2D(2)]
[Dropout(0.25f)]
[Conv2D(64, 3, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Conv2D(64, 3, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[MaxPooling2D(2)]
[Dropout(0.25f)]
[Flatten]
[Dense(128, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Dropout(0.4f)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class BestMnistCnn;
