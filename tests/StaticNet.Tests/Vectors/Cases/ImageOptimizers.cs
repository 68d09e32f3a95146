using static StaticNet.Activation;
using static StaticNet.Loss;
using static StaticNet.Padding;

namespace StaticNet.Tests.Vectors.Cases;

// Ten steps of each optimizer.
[Model(6, 6, 2), Conv2D(4, 3, ReLU), MaxPooling2D(2), Flatten, Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class OptimizerConv;
[Model(4, 5, 2), Conv2D(3, 2, UseBias = false), BatchNormalization, Activation(ReLU), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class OptimizerConvNorm;
[Model(5), Dense(7, Tanh), BatchNormalization(Momentum = 0.9f, Scale = false), Dense(3), Loss(MeanSquaredError)]
partial class OptimizerDenseNorm;
[Model(4, 4, 2), SeparableConv2D(5, 3, Tanh), LayerNormalization, Flatten, Dense(3), Loss(MeanSquaredError)]
partial class OptimizerSeparable;
[Model(3, 3, 2), DepthwiseConv2D(2, DepthMultiplier = 2)]
[Conv2DTranspose(3, 3, Tanh, Strides = 2, Padding = Same), Flatten, Dense(3), Loss(MeanSquaredError)] partial class OptimizerTranspose;
