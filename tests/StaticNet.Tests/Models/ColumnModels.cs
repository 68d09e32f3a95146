using static StaticNet.Activation;

namespace StaticNet.Tests.Models;

[Model]
[Input("title", 6, Tokens = 50)]
[Input("tags", 3)]
[Embedding(50, 8, From = "title"), LSTM(5, Name = "read")]
[Concatenate("tags")]
[Dense(1, Sigmoid, Name = "urgent"), Output(Loss.BinaryCrossentropy)]
[Dense(4, Softmax, Name = "department", From = "concatenate"), Output(Loss.SparseCategoricalCrossentropy, Weight = 0.25)]
internal partial class Tickets;

// Odd sizes, steps with a loss each, an input that is declared late, and an output that others read on.
[Model]
[Input("sequence", 7, 3)]
[GRU(5, ReturnSequences = true, Name = "walk")]
[Dense(3, Softmax, Name = "steps"), Output(Loss.SparseCategoricalCrossentropy, Weight = 2)]
[GlobalAveragePooling1D(From = "walk")]
[Input("late", 2)]
[Concatenate("global_average_pooling1d")]
[Dense(2, Name = "whole"), Output(Loss.MeanSquaredError)]
internal sealed partial class StepsAndWhole;

[Model(5)]
[Dense(33, Tanh, Name = "shared")]
[Dense(1, Name = "left"), Output]
[Softmax(From = "shared", Name = "right"), Output]
internal sealed partial class TwoEnds;

// What its outputs take is an input, and the same value twice.
[Model]
[Input("a", 4)]
[Input("b", 4)]
[Add("a", "b")]
[Dropout(0.5), Output(Loss.MeanSquaredError)]
[Reshape(2, 2), Output(Loss.MeanSquaredError)]
[Dense(3, From = "a", Name = "head"), Output(Loss.MeanSquaredError)]
[Reshape(3, 1), Output(Loss.MeanAbsoluteError)]
internal sealed partial class SameValueTwice;

// Nothing is learned before its second output, whose rows follow each other without gaps.
[Model(3)]
[Dense(4, Name = "learned"), Output(Loss.MeanSquaredError)]
[Activation(Sigmoid, From = "input", Name = "given"), Output(Loss.BinaryCrossentropy)]
internal sealed partial class LearnedAndGiven;

[Model(3)]
[Dense(4, Name = "learned")]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LearnedAlone;
