using static StaticNet.Activation;

namespace StaticNet.Benchmarks;

/// <summary>Three dense layers of a width and a head, a rung of the ladder of growing sizes.</summary>
[Block]
[Dense(Width, ReLU)]
[Dense(Width, ReLU)]
[Dense(Width, ReLU)]
[Dense(10, Softmax)]
internal sealed partial class DenseRung
{
    public const int Width = 256;
}

/// <summary>A rung: dense layers of 256 units.</summary>
[Model(256)]
[Use<DenseRung>]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Dense256;

/// <summary>A rung: dense layers of 512 units.</summary>
[Model(512)]
[Use<DenseRung>("Width", 512)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Dense512;

/// <summary>A rung: dense layers of 1,024 units.</summary>
[Model(1024)]
[Use<DenseRung>("Width", 1024)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Dense1024;

/// <summary>A rung: dense layers of 2,048 units.</summary>
[Model(2048)]
[Use<DenseRung>("Width", 2048)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Dense2048;

/// <summary>A rung: 64 LSTM units over 100 steps of 64 numbers.</summary>
[Model(100, 64)]
[LSTM(64)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Lstm64;

/// <summary>A rung: 128 LSTM units.</summary>
[Model(100, 64)]
[LSTM(128)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Lstm128;

/// <summary>A rung: 256 LSTM units.</summary>
[Model(100, 64)]
[LSTM(256)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Lstm256;

/// <summary>A rung: 512 LSTM units.</summary>
[Model(100, 64)]
[LSTM(512)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Lstm512;

/// <summary>A rung: a convolution of 64 channels.</summary>
[Model(28, 28, 64)]
[Conv2D(64, 3, ReLU, Padding = Padding.Same)]
[GlobalAveragePooling2D]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Conv64;

/// <summary>A rung: a convolution of 256 channels.</summary>
[Model(28, 28, 256)]
[Conv2D(256, 3, ReLU, Padding = Padding.Same)]
[GlobalAveragePooling2D]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Conv256;

/// <summary>A rung: a network for the ten kinds of CIFAR's images.</summary>
[Model(32, 32, 3)]
[Conv2D(64, 3, ReLU, Padding = Padding.Same)]
[Conv2D(64, 3, ReLU, Padding = Padding.Same)]
[MaxPooling2D(2)]
[Conv2D(128, 3, ReLU, Padding = Padding.Same)]
[Conv2D(128, 3, ReLU, Padding = Padding.Same)]
[MaxPooling2D(2)]
[Flatten]
[Dense(256, ReLU)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class CifarCnn;
