using static StaticNet.Activation;
using static StaticNet.Loss;
using static StaticNet.Padding;

namespace StaticNet.Tests.Vectors.Cases;

// Two inputs, one output.
[Model, Input("numbers", 5), Input("others", 3), Dense(7, Tanh, From = "numbers"), Concatenate("others"), Dense(3), Loss(MeanSquaredError)]
partial class ColumnsTwoInputs;
[Model, Input("first", 4), Input("second", 5, Tokens = 7), Embedding(9, 3, From = "first"), LSTM(4)]
[Embedding(7, 5, From = "second"), GRU(4), Add("lstm"), Dense(2, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class ColumnsTwoTables;

// One input, several outputs, of which one stands in the middle and is read on.
[Model(5), Dense(9, Tanh), Dense(3, Softmax), Output(SparseCategoricalCrossentropy)]
[Dense(1, Sigmoid, From = "dense"), Output(BinaryCrossentropy, Weight = 0.25)] partial class ColumnsTwoOutputs;
[Model(5), Dense(4, Sigmoid), Output(BinaryCrossentropy, Weight = 0.5), Dense(3, Tanh)]
[Output(Huber, Weight = 2), Dense(2), Output(MeanSquaredError)] partial class ColumnsDeep;
[Model(4, 3, 2), Conv2D(5, 3, ReLU, Padding = Same), GlobalAveragePooling2D, Dense(3, Softmax)]
[Output(CategoricalCrossentropy), Flatten(From = "conv2d"), Dense(2), Output(MeanSquaredError, Weight = 0.1)] partial class ColumnsImage;
[Model, Input("left", 5), Input("right", 3), Dense(6, From = "left"), BatchNormalization, Dense(6, From = "right")]
[Add("batch_normalization"), Dense(2), Output(MeanSquaredError), Dense(1, Sigmoid, From = "batch_normalization")]
[Output(BinaryCrossentropy, Weight = 0.5)] partial class ColumnsBatchNorm;

// Two texts of different lengths, read by the same layers.
[Model, Input("question", 6), Input("answer", 4), Embedding(9, 5, MaskZero = true, From = "question"), LSTM(4)]
[Share("embedding", From = "answer"), Share("lstm"), Subtract("lstm"), Dense(1, Sigmoid), Loss(BinaryCrossentropy)]
partial class OptimizerSiamese;

// Tokens and numbers, two outputs, ten steps of each optimizer.
[Model, Input("words", 6, Tokens = 9), Input("tags", 4), Embedding(9, 3, From = "words"), LSTM(4), Concatenate("tags"), Dense(1, Sigmoid)]
[Output(BinaryCrossentropy), Dense(3, Softmax, From = "concatenate"), Output(CategoricalCrossentropy, Weight = 0.2)]
partial class OptimizerColumns;
