using static StaticNet.Activation;

// Steps that are left out give something too, which Flatten shows.
#pragma warning disable SNET026

namespace StaticNet.Tests.Vectors;

/// <summary>
/// The models of the recorded vectors with attentions that learn how scores are made. Each has the name and the layers of a case in
/// <c>cases_attention.py</c>, as in <see cref="VectorModels"/>.
/// </summary>
internal static class AttentionScoreVectorModels
{
    /// <summary>For each case, what makes a model with the recorded parameters and its batch.</summary>
    public static Dictionary<string, Func<VectorCase, VectorRunner>> Runners { get; } = new(StringComparer.Ordinal)
    {
        [nameof(AttentionScaledFirst)] = vector => VectorModels.Runner(new AttentionScaledFirst(), vector),
        [nameof(AttentionScaled)] = vector => VectorModels.Runner(new AttentionScaled(), vector),
        [nameof(AttentionScaledKeyAndValue)] = vector => VectorModels.Runner(new AttentionScaledKeyAndValue(), vector),
        [nameof(AttentionScaledMasked)] = vector => VectorModels.Runner(new AttentionScaledMasked(), vector),
        [nameof(AttentionConcatFirst)] = vector => VectorModels.Runner(new AttentionConcatFirst(), vector),
        [nameof(AttentionConcat)] = vector => VectorModels.Runner(new AttentionConcat(), vector),
        [nameof(AttentionConcatScaled)] = vector => VectorModels.Runner(new AttentionConcatScaled(), vector),
        [nameof(AttentionConcatScaledOfInput)] = vector => VectorModels.Runner(new AttentionConcatScaledOfInput(), vector),
        [nameof(AttentionConcatMasked)] = vector => VectorModels.Runner(new AttentionConcatMasked(), vector),
        [nameof(AttentionAdditiveFirst)] = vector => VectorModels.Runner(new AttentionAdditiveFirst(), vector),
        [nameof(AttentionAdditive)] = vector => VectorModels.Runner(new AttentionAdditive(), vector),
        [nameof(AttentionAdditiveNoScale)] = vector => VectorModels.Runner(new AttentionAdditiveNoScale(), vector),
        [nameof(AttentionAdditiveCausal)] = vector => VectorModels.Runner(new AttentionAdditiveCausal(), vector),
        [nameof(AttentionAdditiveOneStep)] = vector => VectorModels.Runner(new AttentionAdditiveOneStep(), vector),
        [nameof(AttentionAdditiveOneChannel)] = vector => VectorModels.Runner(new AttentionAdditiveOneChannel(), vector),
        [nameof(AttentionAdditiveWide)] = vector => VectorModels.Runner(new AttentionAdditiveWide(), vector),
        [nameof(AttentionAdditiveLong)] = vector => VectorModels.Runner(new AttentionAdditiveLong(), vector),
        [nameof(AttentionAdditiveCross)] = vector => VectorModels.Runner(new AttentionAdditiveCross(), vector),
        [nameof(AttentionAdditiveKeyAndValue)] = vector => VectorModels.Runner(new AttentionAdditiveKeyAndValue(), vector),
        [nameof(AttentionAdditiveMasked)] = vector => VectorModels.Runner(new AttentionAdditiveMasked(), vector),
        [nameof(AttentionAdditiveMaskedCausal)] = vector => VectorModels.Runner(new AttentionAdditiveMaskedCausal(), vector),
        [nameof(AttentionAdditiveQueryMasked)] = vector => VectorModels.Runner(new AttentionAdditiveQueryMasked(), vector),
        [nameof(OptimizerAttentionScores)] = vector => VectorModels.Runner(new OptimizerAttentionScores(), vector),
    };
}

[Model(5, 3)]
[Attention(UseScale = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionScaledFirst;

[Model(7, 3)]
[Dense(6, Tanh)]
[Attention(UseScale = true, Causal = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionScaled;

[Model(6, 3)]
[Dense(5, Tanh)]
[Dense(4, ELU, From = "input")]
[Conv1D(4, 3, Sigmoid, From = "input")]
[Attention(UseScale = true, Value = "dense", Key = "dense_1")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionScaledKeyAndValue;

[Model(6)]
[Embedding(9, 5, MaskZero = true)]
[Attention(UseScale = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionScaledMasked;

[Model(5, 3)]
[Attention(ScoreMode = ScoreMode.Concat)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionConcatFirst;

[Model(5, 3)]
[Dense(17, Tanh)]
[Attention(ScoreMode = ScoreMode.Concat)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionConcat;

[Model(7, 3)]
[Dense(6, Tanh)]
[Attention(UseScale = true, ScoreMode = ScoreMode.Concat, Causal = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionConcatScaled;

[Model(5, 3)]
[Dense(3, Tanh)]
[Attention(UseScale = true, ScoreMode = ScoreMode.Concat, Value = "input")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionConcatScaledOfInput;

[Model(6)]
[Embedding(9, 5, MaskZero = true)]
[Attention(UseScale = true, ScoreMode = ScoreMode.Concat)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionConcatMasked;

[Model(5, 3)]
[AdditiveAttention]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionAdditiveFirst;

[Model(7, 3)]
[Dense(6, Tanh)]
[AdditiveAttention]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionAdditive;

[Model(5, 3)]
[Dense(17, Sigmoid)]
[AdditiveAttention(UseScale = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionAdditiveNoScale;

[Model(7, 3)]
[Dense(17)]
[AdditiveAttention(Causal = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionAdditiveCausal;

[Model(1, 3)]
[Dense(4)]
[AdditiveAttention]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionAdditiveOneStep;

[Model(4, 1)]
[Dense(1)]
[AdditiveAttention]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionAdditiveOneChannel;

[Model(5, 3)]
[Dense(32)]
[AdditiveAttention]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionAdditiveWide;

[Model(101, 2)]
[Dense(3)]
[AdditiveAttention]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionAdditiveLong;

[Model(8, 3)]
[Dense(5, Tanh)]
[Conv1D(5, 3, From = "input")]
[AdditiveAttention(Value = "dense")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionAdditiveCross;

[Model(6, 3)]
[Dense(5, Tanh)]
[Dense(4, ELU, From = "input")]
[Conv1D(4, 3, Sigmoid, From = "input")]
[AdditiveAttention(Value = "dense", Key = "dense_1")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionAdditiveKeyAndValue;

[Model(6)]
[Embedding(9, 5, MaskZero = true)]
[AdditiveAttention]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionAdditiveMasked;

[Model(6)]
[Embedding(9, 5, MaskZero = true)]
[AdditiveAttention(Causal = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionAdditiveMaskedCausal;

[Model(6)]
[Embedding(9, 5)]
[Embedding(9, 5, MaskZero = true, From = "input")]
[AdditiveAttention(Value = "embedding")]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionAdditiveQueryMasked;

[Model(6)]
[Embedding(12, 5, MaskZero = true)]
[AdditiveAttention]
[Attention(UseScale = true, ScoreMode = ScoreMode.Concat)]
[Dense(4)]
[Attention(UseScale = true)]
[GlobalAveragePooling1D]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class OptimizerAttentionScores;
