using static StaticNet.Activation;

namespace StaticNet.Samples.ImageClassifier;

/// <summary>Four normalised convolutions on digits that are turned, moved and zoomed a little while training.</summary>
[Model(28, 28, 1)]
[RandomRotation(0.03, FillMode = FillMode.Constant)]
[RandomTranslation(0.08, 0.08, FillMode = FillMode.Constant)]
[RandomZoom(0.1, FillMode = FillMode.Constant)]
[Conv2D(32, 3, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Conv2D(32, 3, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[MaxPooling2D(2)]
[Dropout(0.25)]
[Conv2D(64, 3, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Conv2D(64, 3, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[MaxPooling2D(2)]
[Dropout(0.25)]
[Flatten]
[Dense(128, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[Dropout(0.4)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class BestMnistCnn;
