using static StaticNet.Activation;

namespace StaticNet.Tests;

/// <summary>A classifier of odd sizes with everything that is random or waits for training.</summary>
[Model(5)]
[Dense(19, ReLU)]
[Dropout(0.25f)]
[Dense(17, GELU)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class SmallClassifier;

/// <summary>A yes-or-no answer.</summary>
[Model(4)]
[Dense(8, ReLU)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class YesNo;

/// <summary>A regression.</summary>
[Model(2)]
[Dense(3, Tanh)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Regression;

/// <summary>A model for inference only, whose output is a softmax of rows.</summary>
[Model(3, 5)]
[Activation(Softmax)]
internal sealed partial class RowSoftmax;

/// <summary>A classifier large enough for several threads, of odd sizes.</summary>
[Model(33)]
[Dense(130, ReLU)]
[Dropout(0.1f)]
[Dense(67, SiLU)]
[Dense(41, Softmax)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class LargerClassifier;

/// <summary>Kernels and biases with an axis of length 1.</summary>
[Model(1)]
[Dense(3)]
[Dense(1)]
[Dense(1)]
[Dense(17)]
internal sealed partial class Narrow;

/// <summary>A kernel of each initializer.</summary>
[Model(300)]
[Dense(200, KernelInitializer = Initializer.GlorotUniform)]
[Dense(200, KernelInitializer = Initializer.GlorotNormal)]
[Dense(200, KernelInitializer = Initializer.HeUniform)]
[Dense(200, KernelInitializer = Initializer.HeNormal)]
[Dense(200, KernelInitializer = Initializer.LecunNormal)]
[Dense(200, KernelInitializer = Initializer.Zeros)]
[Dense(200, KernelInitializer = Initializer.Ones, Name = "last_one")]
internal sealed partial class Initializers;

/// <summary>Weights of odd sizes, so many that they are drawn in runs and by several threads.</summary>
[Model(3)]
[Embedding(150_001, 15)]
[Flatten]
[Dense(50_021, ReLU)]
[Dense(5, KernelInitializer = Initializer.HeNormal)]
internal sealed partial class LargeWeights;
