using System.Runtime.CompilerServices;
using static StaticNet.Activation;

namespace StaticNet.Tests.Vectors;

/// <summary>The models of <c>cases_columns.py</c>, which have several inputs or outputs.</summary>
internal static class ColumnVectorModels
{
    /// <summary>How to make each, with its record.</summary>
    public static IReadOnlyDictionary<string, Func<VectorCase, VectorRunner>> Runners { get; } = new Dictionary<string, Func<VectorCase, VectorRunner>>
    {
        [nameof(ColumnsTwoInputs)] = vector => VectorModels.Runner(new ColumnsTwoInputs(), vector),
        [nameof(ColumnsTwoTables)] = vector => VectorModels.Runner(new ColumnsTwoTables(), vector),
        [nameof(ColumnsTwoOutputs)] = vector => VectorModels.Runner(new ColumnsTwoOutputs(), vector),
        [nameof(ColumnsDeep)] = vector => VectorModels.Runner(new ColumnsDeep(), vector),
        [nameof(ColumnsImage)] = vector => VectorModels.Runner(new ColumnsImage(), vector),
        [nameof(ColumnsBatchNorm)] = vector => VectorModels.Runner(new ColumnsBatchNorm(), vector),
        [nameof(OptimizerSiamese)] = vector => VectorModels.Runner(new OptimizerSiamese(), vector),
        [nameof(OptimizerColumns)] = vector => VectorModels.Runner(new OptimizerColumns(), vector),
    };

    /// <summary>Recorded numbers as a model takes them: where there are several inputs or outputs, tokens and labels among them are whole.</summary>
    public static T[] As<T>(float[] recorded, IEnumerable<(int Size, bool IsWhole)> columns)
        where T : unmanaged
    {
        bool[] isWhole = [.. columns.SelectMany(column => Enumerable.Repeat(column.IsWhole, column.Size))];
        var values = new T[recorded.Length];
        for (int i = 0; i < values.Length; i++)
        {
            Mixed value = isWhole[i % isWhole.Length] ? (Mixed)(int)recorded[i] : recorded[i];
            values[i] = Unsafe.BitCast<Mixed, T>(value);
        }

        return values;
    }
}

[Model]
[Input("numbers", 5)]
[Input("others", 3)]
[Dense(7, Tanh, From = "numbers")]
[Concatenate("others")]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ColumnsTwoInputs;

[Model]
[Input("first", 4)]
[Input("second", 5, Tokens = 7)]
[Embedding(9, 3, From = "first"), LSTM(4)]
[Embedding(7, 5, From = "second"), GRU(4)]
[Add("lstm")]
[Dense(2, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class ColumnsTwoTables;

[Model(5)]
[Dense(9, Tanh)]
[Dense(3, Softmax), Output(Loss.SparseCategoricalCrossentropy)]
[Dense(1, Sigmoid, From = "dense"), Output(Loss.BinaryCrossentropy, Weight = 0.25)]
internal sealed partial class ColumnsTwoOutputs;

[Model(5)]
[Dense(4, Sigmoid), Output(Loss.BinaryCrossentropy, Weight = 0.5)]
[Dense(3, Tanh), Output(Loss.Huber, Weight = 2)]
[Dense(2), Output(Loss.MeanSquaredError)]
internal sealed partial class ColumnsDeep;

[Model(4, 3, 2)]
[Conv2D(5, 3, ReLU, Padding = Padding.Same)]
[GlobalAveragePooling2D]
[Dense(3, Softmax), Output(Loss.CategoricalCrossentropy)]
[Flatten(From = "conv2d")]
[Dense(2), Output(Loss.MeanSquaredError, Weight = 0.1)]
internal sealed partial class ColumnsImage;

[Model]
[Input("left", 5)]
[Input("right", 3)]
[Dense(6, From = "left"), BatchNormalization]
[Dense(6, From = "right")]
[Add("batch_normalization")]
[Dense(2), Output(Loss.MeanSquaredError)]
[Dense(1, Sigmoid, From = "batch_normalization"), Output(Loss.BinaryCrossentropy, Weight = 0.5)]
internal sealed partial class ColumnsBatchNorm;

[Model]
[Input("words", 6, Tokens = 9)]
[Input("tags", 4)]
[Embedding(9, 3, From = "words"), LSTM(4)]
[Concatenate("tags")]
[Dense(1, Sigmoid), Output(Loss.BinaryCrossentropy)]
[Dense(3, Softmax, From = "concatenate"), Output(Loss.CategoricalCrossentropy, Weight = 0.2)]
internal sealed partial class OptimizerColumns;

[Model]
[Input("question", 6)]
[Input("answer", 4)]
[Embedding(9, 5, MaskZero = true, From = "question"), LSTM(4)]
[Share("embedding", From = "answer"), Share("lstm")]
[Subtract("lstm"), Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class OptimizerSiamese;
