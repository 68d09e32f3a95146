using static StaticNet.Activation;
using static StaticNet.Loss;

// Steps that are left out give something too, which Flatten shows.
#pragma warning disable SNET026

namespace StaticNet.Tests.Vectors.Cases;

// A learned scale.
[Model(5, 3), Attention(UseScale = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionScaledFirst;
[Model(7, 3), Dense(6, Tanh), Attention(UseScale = true, Causal = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionScaled;
[Model(6, 3), Dense(5, Tanh), Dense(4, ELU, From = "input"), Conv1D(4, 3, Sigmoid, From = "input")]
[Attention(UseScale = true, Value = "dense", Key = "dense_1"), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionScaledKeyAndValue;
[Model(6), Embedding(9, 5, MaskZero = true), Attention(UseScale = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionScaledMasked;

// Sums of hyperbolic tangents, with one weight for all summands.
[Model(5, 3), Attention(ScoreMode = ScoreMode.Concat), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionConcatFirst;
[Model(5, 3), Dense(17, Tanh), Attention(ScoreMode = ScoreMode.Concat), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionConcat;
[Model(7, 3), Dense(6, Tanh)]
[Attention(UseScale = true, ScoreMode = ScoreMode.Concat, Causal = true), Flatten, Dense(3)]
[Loss(MeanSquaredError)] partial class AttentionConcatScaled;
[Model(5, 3), Dense(3, Tanh)]
[Attention(UseScale = true, ScoreMode = ScoreMode.Concat, Value = "input"), Flatten, Dense(3)]
[Loss(MeanSquaredError)] partial class AttentionConcatScaledOfInput;
[Model(6), Embedding(9, 5, MaskZero = true)]
[Attention(UseScale = true, ScoreMode = ScoreMode.Concat), Flatten, Dense(3)]
[Loss(MeanSquaredError)] partial class AttentionConcatMasked;

// With a weight for each, or none.
[Model(5, 3), AdditiveAttention, Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionAdditiveFirst;
[Model(7, 3), Dense(6, Tanh), AdditiveAttention, Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionAdditive;
[Model(5, 3), Dense(17, Sigmoid), AdditiveAttention(UseScale = false), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionAdditiveNoScale;
[Model(7, 3), Dense(17), AdditiveAttention(Causal = true), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionAdditiveCausal;
[Model(1, 3), Dense(4), AdditiveAttention, Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionAdditiveOneStep;
[Model(4, 1), Dense(1), AdditiveAttention, Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionAdditiveOneChannel;
[Model(5, 3), Dense(32), AdditiveAttention, Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionAdditiveWide;
[Model(101, 2), Dense(3), AdditiveAttention, GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)] partial class AttentionAdditiveLong;
[Model(8, 3), Dense(5, Tanh), Conv1D(5, 3, From = "input"), AdditiveAttention(Value = "dense"), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionAdditiveCross;
[Model(6, 3), Dense(5, Tanh), Dense(4, ELU, From = "input"), Conv1D(4, 3, Sigmoid, From = "input")]
[AdditiveAttention(Value = "dense", Key = "dense_1"), Flatten, Dense(3), Loss(MeanSquaredError)] partial class AttentionAdditiveKeyAndValue;
[Model(6), Embedding(9, 5, MaskZero = true), AdditiveAttention, Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionAdditiveMasked;
[Model(6), Embedding(9, 5, MaskZero = true), AdditiveAttention(Causal = true), Flatten, Dense(3), Loss(MeanSquaredError)]
partial class AttentionAdditiveMaskedCausal;
[Model(6), Embedding(9, 5), Embedding(9, 5, MaskZero = true, From = "input")]
[AdditiveAttention(Value = "embedding"), GlobalAveragePooling1D, Dense(3), Loss(MeanSquaredError)]
partial class AttentionAdditiveQueryMasked;
[Model(6), Embedding(12, 5, MaskZero = true), AdditiveAttention, Attention(UseScale = true, ScoreMode = ScoreMode.Concat), Dense(4)]
[Attention(UseScale = true), GlobalAveragePooling1D, Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)]
partial class OptimizerAttentionScores;
