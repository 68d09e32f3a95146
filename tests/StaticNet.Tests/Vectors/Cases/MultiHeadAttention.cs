using static StaticNet.Activation;
using static StaticNet.Loss;

// Steps that are left out give something too, which Flatten shows.
#pragma warning disable SNET026

namespace StaticNet.Tests.Vectors.Cases;

// Sizes of heads, of sequences and of what comes in.
[Model(5, 3), MultiHeadAttention(2, 4), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionFirst;
[Model(5, 3), Dense(6, Tanh), MultiHeadAttention(3, 5), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionSecond;
[Model(5, 3), Dense(6), MultiHeadAttention(1, 7), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionOneHead;
[Model(4, 1), MultiHeadAttention(1, 1), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionOneOfEach;
[Model(4, 1), Dense(1), MultiHeadAttention(2, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionOneChannel;
[Model(1, 3), Dense(4), MultiHeadAttention(2, 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionOneStep;
[Model(5, 3), Dense(6), MultiHeadAttention(2, 5, ValueDim = 3), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionValueDim;
[Model(5, 3), Dense(6), MultiHeadAttention(2, 3, ValueDim = 18), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionWideValue;
[Model(5, 3), Dense(6), MultiHeadAttention(2, 16), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionWholeVectors;
[Model(5, 3), Dense(6), MultiHeadAttention(2, 16, ValueDim = 32), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionWide;
[Model(101, 2), Dense(3), MultiHeadAttention(2, 4), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)] partial class AttentionLong;
[Model(5, 3), Dense(6), MultiHeadAttention(2, 4, UseBias = false), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionNoBias;
[Model(5, 3), Dense(6), MultiHeadAttention(2, 4), Activation(ReLU), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionActivationBehind;
[Model(5, 3), MultiHeadAttention(2, 4), MultiHeadAttention(1, 5), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionTwice;
[Model(5, 3), Dense(4), MultiHeadAttention(2, 4), Flatten, Loss(MeanSquaredError)] partial class AttentionLast;

// No later steps.
[Model(7, 3), Dense(6), MultiHeadAttention(2, 4, Causal = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionCausal;
[Model(5, 3), MultiHeadAttention(1, 16, Causal = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionCausalFirst;
[Model(1, 3), Dense(4), MultiHeadAttention(2, 3, Causal = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionCausalOneStep;
[Model(101, 2), Dense(3), MultiHeadAttention(2, 4, ValueDim = 16, Causal = true), LSTM(2), Dense(3), Loss(MeanSquaredError)]
partial class AttentionCausalLong;

// Others are asked.
[Model(8, 3), Dense(5, Tanh), Conv1D(4, 3, From = "input")]
[MultiHeadAttention(2, 4, Value = "dense"), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionCross;
[Model(4, 3), Dense(5), MultiHeadAttention(2, 4, ValueDim = 3, Value = "input"), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionCrossOfInput;
[Model(8, 3), Conv1D(4, 4), Dense(5, From = "input"), MultiHeadAttention(2, 4, Value = "conv1d"), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionCrossMore;
[Model(8, 3), Dense(5), Conv1D(4, 3, From = "input")]
[MultiHeadAttention(2, 4, Causal = true, Value = "dense"), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionCrossCausal;
[Model(8, 3), Conv1D(4, 4), Dense(5, From = "input")]
[MultiHeadAttention(2, 4, Causal = true, Value = "conv1d"), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionCrossCausalMore;
[Model(6, 3), Dense(5), Dense(4, Tanh, From = "input"), Conv1D(2, 3, From = "input")]
[MultiHeadAttention(2, 4, ValueDim = 3, Value = "dense", Key = "dense_1"), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)]
partial class AttentionKeyAndValue;
[Model(6, 3), Dense(5), Dense(4, Tanh, From = "input"), MultiHeadAttention(2, 4, Key = "dense"), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionKey;
[Model(6, 3), Dense(5), LayerNormalization, MultiHeadAttention(2, 4), Add("dense")]
[Dense(4, ReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionResidual;

// Masks.
[Model(6), Embedding(9, 5, MaskZero = true), MultiHeadAttention(2, 4), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)]
partial class AttentionMasked;
[Model(6), Embedding(9, 5, MaskZero = true), MultiHeadAttention(2, 4), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionMaskedAll;
[Model(6), Embedding(9, 5, MaskZero = true), MultiHeadAttention(2, 4, Causal = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionMaskedCausal;
[Model(6), Embedding(9, 5, MaskZero = true), MultiHeadAttention(2, 4), LSTM(3), Dense(3), Loss(MeanSquaredError)]
partial class AttentionMaskedRecurrent;
[Model(6), Embedding(9, 5, MaskZero = true), Embedding(9, 4, From = "input")]
[MultiHeadAttention(2, 4, Value = "embedding"), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionMemoryMasked;
[Model(6), Embedding(9, 5, MaskZero = true), Embedding(9, 4, From = "input")]
[MultiHeadAttention(2, 4, ValueDim = 3, Causal = true, Value = "embedding"), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionMemoryMaskedCausal;
[Model(6), Embedding(9, 5), Embedding(9, 4, MaskZero = true, From = "input")]
[MultiHeadAttention(2, 4, Value = "embedding"), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)]
partial class AttentionQueryMasked;
[Model(6), Embedding(9, 5), Embedding(9, 4, MaskZero = true, From = "input")]
[MultiHeadAttention(2, 4, From = "embedding", Key = "embedding_1"), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionKeyMasked;

// Without weights.
[Model(5, 3), Attention, Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionDot;
[Model(5, 3), Dense(6, Tanh), Attention, Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionDotSecond;
[Model(7, 3), Dense(4), Attention(Causal = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionDotCausal;
[Model(5, 3), Dense(17, Sigmoid), Attention, Activation(ReLU), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionDotWide;
[Model(1, 3), Dense(4), Attention, Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionDotOneStep;
[Model(5, 3), Dense(3, Tanh), Attention(Value = "input"), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionDotOfInput;
[Model(8, 3), Dense(5, Tanh), Conv1D(5, 3, From = "input"), Attention(Value = "dense"), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionDotCross;
[Model(6, 3), Dense(5, Tanh), Dense(4, ELU, From = "input"), Conv1D(4, 3, Sigmoid, From = "input")]
[Attention(Value = "dense", Key = "dense_1"), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionDotKeyAndValue;
[Model(6), Embedding(9, 5, MaskZero = true), Attention, Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionDotMasked;
[Model(6), Embedding(9, 5, MaskZero = true), Attention(Causal = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionDotMaskedCausal;
[Model(6), Embedding(9, 5), Embedding(9, 5, MaskZero = true, From = "input")]
[Attention(Value = "embedding"), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)] partial class AttentionDotQueryMasked;
[Model(6), Embedding(9, 4), Embedding(9, 4, MaskZero = true, From = "input")]
[Attention(From = "embedding", Key = "embedding_1"), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionDotKeyMasked;

// A bias of the keys changes no probability: its gradient is 0 but for rounding, of which an optimizer may make a step.
[Model(6), Embedding(12, 5, MaskZero = true), MultiHeadAttention(2, 4, ValueDim = 3, UseBias = false), Add("embedding"), LayerNormalization]
[Dense(7, ReLU), Dense(5), Add("layer_normalization"), GlobalAveragePooling1D, Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class OptimizerAttention;
