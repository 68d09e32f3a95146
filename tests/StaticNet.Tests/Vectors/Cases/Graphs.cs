using static StaticNet.Activation;
using static StaticNet.Loss;
using static StaticNet.Padding;

namespace StaticNet.Tests.Vectors.Cases;

[Model(5), Dense(7, Tanh), Dense(7, SiLU, From = "input"), Add("dense"), Dense(3), Loss(MeanSquaredError)] partial class GraphAdd;
[Model(5), Dense(7, Tanh), Dense(7, SiLU, From = "input"), Subtract("dense"), Dense(3), Loss(MeanSquaredError)] partial class GraphSubtract;
[Model(5), Dense(7, Tanh), Dense(7, SiLU, From = "input"), Multiply("dense"), Dense(3), Loss(MeanSquaredError)] partial class GraphMultiply;
[Model(5), Dense(7, Tanh), Dense(7, SiLU, From = "input"), Average("dense"), Dense(3), Loss(MeanSquaredError)] partial class GraphAverage;
[Model(5), Dense(7, Tanh), Dense(7, SiLU, From = "input"), Maximum("dense"), Dense(3), Loss(MeanSquaredError)] partial class GraphMaximum;
[Model(5), Dense(7, Tanh), Dense(7, SiLU, From = "input"), Minimum("dense"), Dense(3), Loss(MeanSquaredError)] partial class GraphMinimum;
[Model(5), Dense(7, Tanh), Dense(7, SiLU, From = "input"), Concatenate("dense"), Dense(3), Loss(MeanSquaredError)]
partial class GraphConcatenate;
[Model(5), Dense(17, Tanh), Dense(17), Dense(17, Sigmoid, From = "dense"), Average("dense", "dense_1"), Dense(3), Loss(MeanSquaredError)]
partial class GraphThree;
[Model(6), Dense(17, ELU), Dense(17), Add("dense"), Activation(ReLU), Dense(4, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class GraphResidual;
[Model(6), Dense(6, Tanh), Multiply("input"), Dense(2), Loss(MeanSquaredError)] partial class GraphWithInput;
[Model(6), Dense(9, Tanh), Multiply("dense", "dense"), Dense(2), Loss(MeanSquaredError)] partial class GraphTwice;
[Model(5), Dense(9, Tanh), Dense(9), LayerNormalization(From = "dense"), Concatenate("dense_1", "dense"), Dense(2), Loss(MeanSquaredError)]
partial class GraphReadThrice;
[Model(5, 4, 2), Conv2D(3, 3, Padding = Same), Conv2D(3, 3, ReLU, Padding = Same), Conv2D(3, 3, Padding = Same)]
[Add("conv2d"), Activation(ReLU), Flatten, Dense(2), Loss(MeanSquaredError)] partial class GraphResidualImage;
[Model(4, 3, 2), Conv2D(3, 1), Conv2D(3, 3, Padding = Same, From = "input")]
[Concatenate("conv2d", Axis = 1), Flatten, Dense(2), Loss(MeanSquaredError)] partial class GraphRows;
[Model(4, 3, 2), Conv2D(3, 1), Conv2D(3, 3, Padding = Same, From = "input")]
[Concatenate("conv2d", Axis = 2), Flatten, Dense(2), Loss(MeanSquaredError)] partial class GraphColumns;
[Model(4, 3, 2), Conv2D(3, 1), Conv2D(17, 3, Padding = Same, From = "input")]
[Concatenate("conv2d", Axis = 3), Flatten, Dense(2), Loss(MeanSquaredError)] partial class GraphChannels;
[Model(4, 3, 2), Conv2D(5, 3, Padding = Same), GlobalAveragePooling2D, Dense(5, Sigmoid)]
[Multiply("conv2d"), Flatten, Dense(2), Loss(MeanSquaredError)] partial class GraphSqueeze;
[Model(5), Dense(9), BatchNormalization, Activation(Tanh), Add("dense"), Dense(2), Loss(MeanSquaredError)] partial class GraphBatchNorm;
[Model(6), Embedding(9, 5), LSTM(4), GRU(3, From = "embedding"), Concatenate("lstm"), Dense(2), Loss(MeanSquaredError)]
partial class GraphTwoReaders;
[Model(6), Embedding(9, 5), Embedding(9, 5, From = "input"), Add("embedding"), LSTM(4), Dense(2), Loss(MeanSquaredError)]
partial class GraphTwoTables;
[Model(5, 4, 2), Conv2D(3, 3, Tanh, Padding = Same), Use<ResNetPart>(Name = "same")]
[Use<ResNetPart>("Filters", 5, "Strides", 2, Name = "wide"), GlobalAveragePooling2D, Dense(4, Softmax)]
[Loss(SparseCategoricalCrossentropy)] partial class GraphResNet;

[Block]
[Conv2D(Filters, 3, Strides = Strides, Padding = Same), BatchNormalization, Activation(Tanh)]
[Conv2D(Filters, 3, Padding = Same), BatchNormalization]
[Conv2D(Filters, 1, Strides = Strides, From = Block.Input, SkipIfSameShape = true)]
[Add("batch_normalization_1"), Activation(Tanh)]
partial class ResNetPart
{
    private const int Filters = 3, Strides = 1;
}

[Model(6), Dense(6, Tanh), Share("dense"), LayerNormalization, Share("dense", From = "input")]
[Add("layer_normalization"), Dense(4, Softmax), Loss(SparseCategoricalCrossentropy)] partial class GraphShare;
[Model(5, 4, 3), Conv2D(3, 3, Tanh, Padding = Same), Share("conv2d"), Share("conv2d", From = "input")]
[Concatenate("share"), GlobalAveragePooling2D, Dense(2), Loss(MeanSquaredError)] partial class GraphShareImage;
[Model(5, 3), Dense(3, Tanh), LSTM(4), Share("lstm", From = "input"), Multiply("lstm"), Dense(2), Loss(MeanSquaredError)]
partial class GraphShareSteps;

// A table that is read several times: by all steps, by their average, by those of other inputs.
[Model(6), Embedding(9, 5), LSTM(4), Share("embedding", From = "input"), GlobalAveragePooling1D]
[Dense(4), Add("lstm"), Dense(2), Loss(MeanSquaredError)] partial class GraphShareTable;
[Model(6), Embedding(9, 17, MaskZero = true), LSTM(3), Share("embedding", From = "input"), GlobalAveragePooling1D, Dense(3)]
[Share("embedding", From = "input"), GRU(3), Add("dense", "lstm"), Dense(2), Loss(MeanSquaredError)] partial class GraphShareTableMasked;
[Model(4), Embedding(12, 5), GlobalAveragePooling1D, Share("embedding", From = "input"), LSTM(5)]
[Add("global_average_pooling1d"), Dense(2), Loss(MeanSquaredError)] partial class OptimizerShareTable;

// A normalisation that runs several times has the statistics of each run, and moves its averages in their order.
[Model(5), Dense(5, Tanh), BatchNormalization(Momentum = 0.7), Dense(5, Tanh), Share("batch_normalization")]
[Share("batch_normalization", From = "input"), Add("batch_normalization", "share"), Dense(3), Loss(MeanSquaredError)]
partial class GraphShareNorm;
[Model(5), Dense(5), BatchNormalization(Momentum = 0.5, Center = false, Scale = false), Dense(5)]
[Share("batch_normalization"), Add("batch_normalization"), Dense(3), Loss(MeanSquaredError)] partial class GraphShareNormPlain;
[Model(5, 4, 3), Conv2D(3, 3, UseBias = false, Padding = Same), BatchNormalization(Momentum = 0.8), Activation(Tanh), Share("conv2d")]
[Share("batch_normalization"), Share("conv2d", From = "input"), Activation(Tanh), Add("activation", "share_1"), GlobalAveragePooling2D]
[Dense(2), Loss(MeanSquaredError)] partial class GraphShareConvNorm;

// Products of two values, along any axes.
[Model(5), Dense(7, Tanh), Dense(7, SiLU, From = "input"), Dot("dense"), Dense(3), Loss(MeanSquaredError)] partial class DotRows;
[Model(5), Dense(19, Tanh), Dense(19, From = "input"), Dot("dense", Normalize = true), Loss(MeanSquaredError)] partial class DotCosine;
[Model(5, 3), Dense(7, Tanh), Dense(7, From = "input"), Dot("dense", Axes = [-1]), Dense(3), Loss(MeanSquaredError)]
partial class DotSequences;
[Model(5, 3), Dense(7, Tanh), Dense(18, From = "input"), Dot("dense", Axes = [1]), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class DotColumns;
[Model(5, 3), Dense(5, Tanh), Dense(4, Tanh, From = "input"), Dot("dense", "dense_1", Axes = [2, 1])]
[Dot("dense", Axes = [1, 2]), Flatten, Dense(3), Loss(MeanSquaredError)] partial class DotSquares;
[Model(5, 3), Dense(5, Tanh), Dense(4, Tanh, From = "input"), Dot("dense", "dense_1", Axes = [2, 1], Normalize = true)]
[Dot("dense", Axes = [1, 2], Normalize = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class DotSquaresCosine;
[Model(5, 3), Dense(7, Tanh), Flatten, Dense(7), Dot("dense", "dense_1"), Activation(Softmax)]
[Dot("dense", "activation", Axes = [1]), Dense(3), Loss(MeanSquaredError)] partial class DotAttention;
[Model(5, 3), Dense(3, Tanh), Dot("input", "dense"), Flatten, Dense(3), Loss(MeanSquaredError)] partial class DotWithInput;

// Tokens that a step lacks and a later one has again, in both tables.
[Model(4), Embedding(12, 5), Embedding(12, 5, From = "input"), Add("embedding"), LSTM(4), Dense(2), Loss(MeanSquaredError)]
partial class OptimizerTwoTables;
