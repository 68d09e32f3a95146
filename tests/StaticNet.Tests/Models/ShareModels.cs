using static StaticNet.Activation;

namespace StaticNet.Tests;

/// <summary>A block of layers of most kinds that have weights.</summary>
[Block]
[Dense(8, ELU), LayerNormalization(Name = "n"), Dense(8), Add("n"), PReLU]
[Reshape(4, 2), Conv1D(3, 2, Tanh), Bidirectional, LSTM(3)]
internal sealed partial class Reading;

/// <summary>Two values that are read by the same weights.</summary>
[Model(3, 6)]
[Cropping1D(0, 2), Flatten(Name = "first")]
[Dense(8, Tanh, Name = "read"), Use<Reading>(Name = "more")]
[Cropping1D(1, 1, From = "input"), Flatten]
[Share("read"), Share("more", Name = "more_again")]
[Cropping1D(2, 0, From = "input"), Flatten]
[Share("read"), Share("more_again")]
[Subtract("more"), Multiply("more_again"), Dense(1, Sigmoid, Name = "head")]
[Loss(Loss.BinaryCrossentropy)]
internal partial class Shared;

/// <summary>The same with weights for each.</summary>
[Model(3, 6)]
[Cropping1D(0, 2), Flatten(Name = "first")]
[Dense(8, Tanh, Name = "read"), Use<Reading>(Name = "more")]
[Cropping1D(1, 1, From = "input"), Flatten]
[Dense(8, Tanh, Name = "read_b"), Use<Reading>(Name = "more_b")]
[Cropping1D(2, 0, From = "input"), Flatten]
[Dense(8, Tanh, Name = "read_c"), Use<Reading>(Name = "more_c")]
[Subtract("more"), Multiply("more_b"), Dense(1, Sigmoid, Name = "head")]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class NotShared;

/// <summary>A table that is read by two inputs of different lengths: by recurrences and by averages.</summary>
[Model]
[Input("question", 6)]
[Input("answer", 4)]
[Embedding(30, 5, MaskZero = true, From = "question", Name = "words"), LSTM(4, Name = "one")]
[Share("words", From = "answer"), GlobalAveragePooling1D, Dense(4, Name = "two")]
[Share("words", From = "question"), GRU(4, Name = "three")]
[Share("words", From = "answer"), GlobalAveragePooling1D, Dense(4)]
[Multiply("one"), Add("two", "three"), Dense(1, Sigmoid, Name = "head")]
[Loss(Loss.BinaryCrossentropy)]
internal partial class SharedTable;

/// <summary>The same with a table for each.</summary>
[Model]
[Input("question", 6)]
[Input("answer", 4)]
[Embedding(30, 5, MaskZero = true, From = "question", Name = "words"), LSTM(4, Name = "one")]
[Embedding(30, 5, MaskZero = true, From = "answer", Name = "words_b"), GlobalAveragePooling1D, Dense(4, Name = "two")]
[Embedding(30, 5, MaskZero = true, From = "question", Name = "words_c"), GRU(4, Name = "three")]
[Embedding(30, 5, MaskZero = true, From = "answer", Name = "words_d"), GlobalAveragePooling1D, Dense(4)]
[Multiply("one"), Add("two", "three"), Dense(1, Sigmoid, Name = "head")]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class NotSharedTable;

/// <summary>A normalisation of three values.</summary>
[Model(5)]
[Dense(5, Name = "mix"), BatchNormalization(Momentum = 0.5, Name = "norm")]
[Share("mix"), Share("norm", Name = "second")]
[Share("norm", From = "input", Name = "third")]
[Add("norm", "second"), Dense(1, Sigmoid, Name = "head")]
[Loss(Loss.BinaryCrossentropy)]
internal partial class SharedNorm;

/// <summary>A convolution that is run again on what it gives, before a pooling and without one.</summary>
[Model(6, 6, 2)]
[Conv2D(4, 3, Tanh, Padding = Padding.Same, Name = "stem")]
[Conv2D(4, 3, ReLU, Padding = Padding.Same, Name = "again"), Share("again"), Share("again")]
[Share("again", From = "stem"), MaxPooling2D, SeparableConv2D(4, 2, Padding = Padding.Same, Name = "small"), Share("small")]
[GlobalAveragePooling2D(Name = "one"), GlobalMaxPooling2D(From = "share_1")]
[Concatenate("one"), Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class SharedImage;
