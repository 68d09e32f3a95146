using static StaticNet.Activation;

namespace StaticNet.Tests;

/// <summary>A residual block, squeezed and excited, with a normalisation inside a branch.</summary>
[Model(6, 6, 2)]
[Conv2D(17, 3, Tanh, Padding = Padding.Same, Name = "stem")]
[Conv2D(17, 3, Padding = Padding.Same, UseBias = false), BatchNormalization(Name = "body")]
[GlobalAveragePooling2D, Dense(17, Sigmoid)]
[Multiply("body"), Add("stem"), Activation(Tanh, Name = "block")]
[AveragePooling2D(Name = "mean"), Conv2D(5, 2, Tanh, Strides = 2, From = "block", Name = "strided")]
[Concatenate("mean", Name = "both"), GlobalAveragePooling2D, Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class ResidualGraph;

/// <summary>Every elementwise merge, of values that several read.</summary>
[Model(5)]
[Dense(7, Tanh, Name = "a"), Dense(7, Sigmoid, From = "input", Name = "b"), Dense(7, From = "input", Name = "c")]
[Subtract("a", Name = "d"), Multiply("a", "b", Name = "e"), Average("c", "d", "e", Name = "f")]
[Maximum("a", Name = "g"), Minimum("b", From = "f", Name = "h"), Add("g", "h", "a"), Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal partial class MergedRows;

/// <summary>Concatenations along every axis.</summary>
[Model(4, 3, 2)]
[Conv2D(2, 1, Tanh, Name = "a"), Conv2D(2, 1, Sigmoid, From = "input", Name = "b")]
[Concatenate("a", Axis = 1), Flatten(Name = "one")]
[Concatenate("b", Axis = 2, From = "a"), Flatten(Name = "two")]
[Concatenate("b", "input", "a", Axis = -1, From = "a"), Flatten, Concatenate("one", "two"), Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal partial class LaidTogether;

/// <summary>Attention within two sequences of tokens, one of them masked, and from one to the other.</summary>
[Model(9)]
[Embedding(30, 6, MaskZero = true, Name = "text"), MultiHeadAttention(2, 5, UseBias = false), Add("text"), LayerNormalization(Name = "encoder")]
[Embedding(40, 7, From = "input", Name = "others"), MultiHeadAttention(3, 4, Causal = true, UseBias = false), Add("others", Name = "decoder")]
[MultiHeadAttention(2, 16, ValueDim = 3, Value = "encoder", UseBias = false)]
[Add("decoder"), GlobalAveragePooling1D, Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal partial class Translator;

/// <summary>An embedding that two recurrences read, beside another of the same tokens.</summary>
[Model(6)]
[Embedding(40, 5, Name = "words"), Embedding(50, 4, From = "input", Name = "others")]
[LSTM(4, From = "words", Name = "lstm"), GRU(4, From = "words", Name = "gru")]
[GlobalAveragePooling1D(From = "others", Name = "mean")]
[Subtract("lstm", From = "gru"), Multiply("mean"), Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal partial class ReadTwice;
