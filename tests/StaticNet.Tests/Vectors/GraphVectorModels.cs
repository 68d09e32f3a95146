using static StaticNet.Activation;

namespace StaticNet.Tests.Vectors;

/// <summary>
/// The models of the recorded vectors whose layers take other values than the one before them. Each has the name and the layers of a case in
/// <c>cases_graphs.py</c>, as in <see cref="VectorModels"/>.
/// </summary>
internal static class GraphVectorModels
{
    /// <summary>For each case, what makes a model with the recorded parameters and its batch.</summary>
    public static Dictionary<string, Func<VectorCase, VectorRunner>> Runners { get; } = new()
    {
        [nameof(GraphAdd)] = vector => VectorModels.Runner(new GraphAdd(), vector),
        [nameof(GraphSubtract)] = vector => VectorModels.Runner(new GraphSubtract(), vector),
        [nameof(GraphMultiply)] = vector => VectorModels.Runner(new GraphMultiply(), vector),
        [nameof(GraphAverage)] = vector => VectorModels.Runner(new GraphAverage(), vector),
        [nameof(GraphMaximum)] = vector => VectorModels.Runner(new GraphMaximum(), vector),
        [nameof(GraphMinimum)] = vector => VectorModels.Runner(new GraphMinimum(), vector),
        [nameof(GraphConcatenate)] = vector => VectorModels.Runner(new GraphConcatenate(), vector),
        [nameof(GraphThree)] = vector => VectorModels.Runner(new GraphThree(), vector),
        [nameof(GraphResidual)] = vector => VectorModels.Runner(new GraphResidual(), vector),
        [nameof(GraphWithInput)] = vector => VectorModels.Runner(new GraphWithInput(), vector),
        [nameof(GraphTwice)] = vector => VectorModels.Runner(new GraphTwice(), vector),
        [nameof(GraphReadThrice)] = vector => VectorModels.Runner(new GraphReadThrice(), vector),
        [nameof(GraphResidualImage)] = vector => VectorModels.Runner(new GraphResidualImage(), vector),
        [nameof(GraphRows)] = vector => VectorModels.Runner(new GraphRows(), vector),
        [nameof(GraphColumns)] = vector => VectorModels.Runner(new GraphColumns(), vector),
        [nameof(GraphChannels)] = vector => VectorModels.Runner(new GraphChannels(), vector),
        [nameof(GraphSqueeze)] = vector => VectorModels.Runner(new GraphSqueeze(), vector),
        [nameof(GraphBatchNorm)] = vector => VectorModels.Runner(new GraphBatchNorm(), vector),
        [nameof(GraphTwoReaders)] = vector => VectorModels.Runner(new GraphTwoReaders(), vector),
        [nameof(GraphResNet)] = vector => VectorModels.Runner(new GraphResNet(), vector),
        [nameof(GraphShare)] = vector => VectorModels.Runner(new GraphShare(), vector),
        [nameof(GraphShareImage)] = vector => VectorModels.Runner(new GraphShareImage(), vector),
        [nameof(GraphShareSteps)] = vector => VectorModels.Runner(new GraphShareSteps(), vector),
        [nameof(GraphShareTable)] = vector => VectorModels.Runner(new GraphShareTable(), vector),
        [nameof(GraphShareTableMasked)] = vector => VectorModels.Runner(new GraphShareTableMasked(), vector),
        [nameof(OptimizerShareTable)] = vector => VectorModels.Runner(new OptimizerShareTable(), vector),
        [nameof(GraphShareNorm)] = vector => VectorModels.Runner(new GraphShareNorm(), vector),
        [nameof(GraphShareNormPlain)] = vector => VectorModels.Runner(new GraphShareNormPlain(), vector),
        [nameof(GraphShareConvNorm)] = vector => VectorModels.Runner(new GraphShareConvNorm(), vector),
        [nameof(DotRows)] = vector => VectorModels.Runner(new DotRows(), vector),
        [nameof(DotCosine)] = vector => VectorModels.Runner(new DotCosine(), vector),
        [nameof(DotSequences)] = vector => VectorModels.Runner(new DotSequences(), vector),
        [nameof(DotColumns)] = vector => VectorModels.Runner(new DotColumns(), vector),
        [nameof(DotSquares)] = vector => VectorModels.Runner(new DotSquares(), vector),
        [nameof(DotSquaresCosine)] = vector => VectorModels.Runner(new DotSquaresCosine(), vector),
        [nameof(DotAttention)] = vector => VectorModels.Runner(new DotAttention(), vector),
        [nameof(DotWithInput)] = vector => VectorModels.Runner(new DotWithInput(), vector),
        [nameof(OptimizerTwoTables)] = vector => VectorModels.Runner(new OptimizerTwoTables(), vector),
        [nameof(GraphTwoTables)] = vector => VectorModels.Runner(new GraphTwoTables(), vector),
    };
}

[Model(5)]
[Dense(7, Tanh)]
[Dense(7, SiLU, From = "input")]
[Add("dense")]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphAdd;

[Model(5)]
[Dense(7, Tanh)]
[Dense(7, SiLU, From = "input")]
[Subtract("dense")]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphSubtract;

[Model(5)]
[Dense(7, Tanh)]
[Dense(7, SiLU, From = "input")]
[Multiply("dense")]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphMultiply;

[Model(5)]
[Dense(7, Tanh)]
[Dense(7, SiLU, From = "input")]
[Average("dense")]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphAverage;

[Model(5)]
[Dense(7, Tanh)]
[Dense(7, SiLU, From = "input")]
[Maximum("dense")]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphMaximum;

[Model(5)]
[Dense(7, Tanh)]
[Dense(7, SiLU, From = "input")]
[Minimum("dense")]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphMinimum;

[Model(5)]
[Dense(7, Tanh)]
[Dense(7, SiLU, From = "input")]
[Concatenate("dense")]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphConcatenate;

[Model(5)]
[Dense(17, Tanh)]
[Dense(17)]
[Dense(17, Sigmoid, From = "dense")]
[Average("dense", "dense_1")]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphThree;

[Model(6)]
[Dense(17, ELU)]
[Dense(17)]
[Add("dense")]
[Activation(ReLU)]
[Dense(4, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class GraphResidual;

[Model(6)]
[Dense(6, Tanh)]
[Multiply("input")]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphWithInput;

[Model(6)]
[Dense(9, Tanh)]
[Multiply("dense", "dense")]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphTwice;

[Model(5)]
[Dense(9, Tanh)]
[Dense(9)]
[LayerNormalization(From = "dense")]
[Concatenate("dense_1", "dense")]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphReadThrice;

[Model(5, 4, 2)]
[Conv2D(3, 3, Padding = Padding.Same)]
[Conv2D(3, 3, ReLU, Padding = Padding.Same)]
[Conv2D(3, 3, Padding = Padding.Same)]
[Add("conv2d")]
[Activation(ReLU)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphResidualImage;

[Model(4, 3, 2)]
[Conv2D(3, 1)]
[Conv2D(3, 3, Padding = Padding.Same, From = "input")]
[Concatenate("conv2d", Axis = 1)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphRows;

[Model(4, 3, 2)]
[Conv2D(3, 1)]
[Conv2D(3, 3, Padding = Padding.Same, From = "input")]
[Concatenate("conv2d", Axis = 2)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphColumns;

[Model(4, 3, 2)]
[Conv2D(3, 1)]
[Conv2D(17, 3, Padding = Padding.Same, From = "input")]
[Concatenate("conv2d", Axis = 3)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphChannels;

[Model(4, 3, 2)]
[Conv2D(5, 3, Padding = Padding.Same)]
[GlobalAveragePooling2D]
[Dense(5, Sigmoid)]
[Multiply("conv2d")]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphSqueeze;

[Model(5)]
[Dense(9)]
[BatchNormalization]
[Activation(Tanh)]
[Add("dense")]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphBatchNorm;

[Model(6)]
[Embedding(9, 5)]
[LSTM(4)]
[GRU(3, From = "embedding")]
[Concatenate("lstm")]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphTwoReaders;

[Model(5)]
[Dense(7, Tanh)]
[Dense(7, SiLU, From = "input")]
[Dot("dense")]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DotRows;

[Model(5)]
[Dense(19, Tanh)]
[Dense(19, From = "input")]
[Dot("dense", Normalize = true)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DotCosine;

[Model(5, 3)]
[Dense(7, Tanh)]
[Dense(7, From = "input")]
[Dot("dense", Axes = [-1])]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DotSequences;

[Model(5, 3)]
[Dense(7, Tanh)]
[Dense(18, From = "input")]
[Dot("dense", Axes = [1])]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DotColumns;

[Model(5, 3)]
[Dense(5, Tanh)]
[Dense(4, Tanh, From = "input")]
[Dot("dense", "dense_1", Axes = [2, 1])]
[Dot("dense", Axes = [1, 2])]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DotSquares;

[Model(5, 3)]
[Dense(5, Tanh)]
[Dense(4, Tanh, From = "input")]
[Dot("dense", "dense_1", Axes = [2, 1], Normalize = true)]
[Dot("dense", Axes = [1, 2], Normalize = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DotSquaresCosine;

[Model(5, 3)]
[Dense(7, Tanh)]
[Flatten]
[Dense(7)]
[Dot("dense", "dense_1")]
[Activation(Softmax)]
[Dot("dense", "activation", Axes = [1])]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DotAttention;

[Model(5, 3)]
[Dense(3, Tanh)]
[Dot("input", "dense")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class DotWithInput;

[Model(6)]
[Embedding(9, 5)]
[Embedding(9, 5, From = "input")]
[Add("embedding")]
[LSTM(4)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphTwoTables;

[Model(4)]
[Embedding(12, 5)]
[Embedding(12, 5, From = "input")]
[Add("embedding")]
[LSTM(4)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class OptimizerTwoTables;

[Model(5, 4, 2)]
[Conv2D(3, 3, Tanh, Padding = Padding.Same)]
[Use<ResNetPart>(Name = "same")]
[Use<ResNetPart>("Filters", 5, "Strides", 2, Name = "wide")]
[GlobalAveragePooling2D]
[Dense(4, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class GraphResNet;

[Block]
[Conv2D(Filters, 3, Strides = Strides, Padding = Padding.Same), BatchNormalization, Activation(Tanh)]
[Conv2D(Filters, 3, Padding = Padding.Same), BatchNormalization]
[Conv2D(Filters, 1, Strides = Strides, From = Block.Input, SkipIfSameShape = true)]
[Add("batch_normalization_1"), Activation(Tanh)]
internal sealed partial class ResNetPart
{
    private const int Filters = 3, Strides = 1;
}

[Model(6)]
[Dense(6, Tanh), Share("dense")]
[LayerNormalization, Share("dense", From = "input")]
[Add("layer_normalization"), Dense(4, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class GraphShare;

[Model(5, 4, 3)]
[Conv2D(3, 3, Tanh, Padding = Padding.Same)]
[Share("conv2d"), Share("conv2d", From = "input")]
[Concatenate("share"), GlobalAveragePooling2D, Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphShareImage;

[Model(5, 3)]
[Dense(3, Tanh), LSTM(4)]
[Share("lstm", From = "input")]
[Multiply("lstm"), Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphShareSteps;

[Model(6)]
[Embedding(9, 5), LSTM(4)]
[Share("embedding", From = "input"), GlobalAveragePooling1D, Dense(4)]
[Add("lstm"), Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphShareTable;

[Model(6)]
[Embedding(9, 17, MaskZero = true), LSTM(3)]
[Share("embedding", From = "input"), GlobalAveragePooling1D, Dense(3)]
[Share("embedding", From = "input"), GRU(3)]
[Add("dense", "lstm"), Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphShareTableMasked;

[Model(4)]
[Embedding(12, 5), GlobalAveragePooling1D]
[Share("embedding", From = "input"), LSTM(5)]
[Add("global_average_pooling1d"), Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class OptimizerShareTable;

[Model(5)]
[Dense(5, Tanh), BatchNormalization(Momentum = 0.7)]
[Dense(5, Tanh), Share("batch_normalization")]
[Share("batch_normalization", From = "input")]
[Add("batch_normalization", "share"), Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphShareNorm;

[Model(5)]
[Dense(5), BatchNormalization(Momentum = 0.5, Center = false, Scale = false)]
[Dense(5), Share("batch_normalization")]
[Add("batch_normalization"), Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphShareNormPlain;

[Model(5, 4, 3)]
[Conv2D(3, 3, UseBias = false, Padding = Padding.Same), BatchNormalization(Momentum = 0.8), Activation(Tanh)]
[Share("conv2d"), Share("batch_normalization")]
[Share("conv2d", From = "input"), Activation(Tanh)]
[Add("activation", "share_1"), GlobalAveragePooling2D, Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GraphShareConvNorm;
