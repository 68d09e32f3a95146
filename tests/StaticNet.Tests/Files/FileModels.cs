using static StaticNet.Activation;

namespace StaticNet.Tests.Files;

/// <summary>The model of the README.</summary>
[Model(28, 28, 1)]
[Conv2D(32, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(64, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class MnistCnn;

/// <summary>A small model of images.</summary>
[Model(6, 6, 1)]
[Conv2D(4, 3, ReLU)]
[Flatten]
[Dense(128, ReLU)]
[Dense(64, ReLU)]
[Dense(3, Softmax)]
internal sealed partial class Saved;

/// <summary>The same with other sizes of two layers.</summary>
[Model(6, 6, 1)]
[Conv2D(5, 3, ReLU)]
[Flatten]
[Dense(128, ReLU)]
[Dense(32, ReLU)]
[Dense(3, Softmax)]
internal sealed partial class OtherSizes;

/// <summary>The same with other layers.</summary>
[Model(6, 6, 1)]
[Conv2D(4, 3, ReLU, UseBias = false)]
[Flatten]
[Dense(128, ReLU)]
[Dense(64, ReLU)]
[Dense(5, Softmax, Name = "answer")]
internal sealed partial class OtherLayers;

/// <summary>Another kind of layer under the name and in the shapes of a dense one.</summary>
[Model(2, 3)]
[TimeDistributed, Dense(4, Name = "same")]
internal sealed partial class ByStep;

/// <summary>See <see cref="ByStep"/>.</summary>
[Model(3)]
[Dense(4, Name = "same")]
internal sealed partial class ByRow;

/// <summary>A recurrence.</summary>
[Model(5, 3)]
[LSTM(4)]
internal sealed partial class FourUnits;

/// <summary>A wider one.</summary>
[Model(5, 3)]
[LSTM(6)]
internal sealed partial class SixUnits;

/// <summary>One whose kernel is large enough to be read by several threads, with rows that lie apart.</summary>
[Model(2_100)]
[Dense(2_001, KernelInitializer = Initializer.RandomUniform)]
internal sealed partial class Large;
