using static StaticNet.Activation;
using static StaticNet.Loss;

namespace StaticNet.Tests.Vectors.Cases;

// Odd sizes and shapes.
[Model(5), Dense(7, Tanh, UseBias = false), Dense(3, UseBias = false), Loss(MeanSquaredError)] partial class NoBias;
[Model(15), Dense(17, ReLU, UseBias = false), Dense(5, Softmax), Loss(SparseCategoricalCrossentropy)] partial class NoBiasThenBias;
[Model(1), Dense(1), Loss(MeanSquaredError)] partial class Size1To1;
[Model(3), Dense(17, SiLU), Dense(1), Loss(MeanSquaredError)] partial class Size3To17To1;
[Model(16), Dense(16), Loss(MeanSquaredError)] partial class Size16To16;
[Model(15), Dense(31, GELU), Dense(47, Softmax), Loss(SparseCategoricalCrossentropy)] partial class Size15To31To47;
[Model(47), Dense(33, Tanh), Dense(10, Softmax), Loss(SparseCategoricalCrossentropy)] partial class Size47To33To10;
[Model(17), Dense(15, ReLU), Dense(10, SELU), Dense(5, Softmax), Loss(SparseCategoricalCrossentropy)] partial class ThreeLayers;
[Model(10), Dense(15, ReLU), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class Batch1;
[Model(10), Dense(15, ReLU), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class Batch33;
[Model(3, 5, 2), Flatten, Dense(7, Tanh), Dense(3), Loss(MeanSquaredError)] partial class FlattenFirst;

// Ten steps of each optimizer.
[Model(10), Dense(17, ReLU), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class OptimizerScce;
[Model(5), Dense(9, Tanh), Dense(1, Sigmoid), Loss(BinaryCrossentropy)] partial class OptimizerBce;
