using static StaticNet.Activation;

// Steps that are left out give something too, which Flatten shows.
#pragma warning disable SNET026

namespace StaticNet.Tests.Vectors;

/// <summary>
/// The models of the recorded vectors with attentions. Each has the name and the layers of a case in <c>cases_attention.py</c>, as in
/// <see cref="VectorModels"/>.
/// </summary>
internal static class AttentionVectorModels
{
    /// <summary>For each case, what makes a model with the recorded parameters and its batch.</summary>
    public static Dictionary<string, Func<VectorCase, VectorRunner>> Runners { get; } = new()
    {
        [nameof(AttentionFirst)] = vector => VectorModels.Runner(new AttentionFirst(), vector),
        [nameof(AttentionSecond)] = vector => VectorModels.Runner(new AttentionSecond(), vector),
        [nameof(AttentionOneHead)] = vector => VectorModels.Runner(new AttentionOneHead(), vector),
        [nameof(AttentionOneOfEach)] = vector => VectorModels.Runner(new AttentionOneOfEach(), vector),
        [nameof(AttentionOneChannel)] = vector => VectorModels.Runner(new AttentionOneChannel(), vector),
        [nameof(AttentionOneStep)] = vector => VectorModels.Runner(new AttentionOneStep(), vector),
        [nameof(AttentionValueDim)] = vector => VectorModels.Runner(new AttentionValueDim(), vector),
        [nameof(AttentionWideValue)] = vector => VectorModels.Runner(new AttentionWideValue(), vector),
        [nameof(AttentionWholeVectors)] = vector => VectorModels.Runner(new AttentionWholeVectors(), vector),
        [nameof(AttentionWide)] = vector => VectorModels.Runner(new AttentionWide(), vector),
        [nameof(AttentionLong)] = vector => VectorModels.Runner(new AttentionLong(), vector),
        [nameof(AttentionNoBias)] = vector => VectorModels.Runner(new AttentionNoBias(), vector),
        [nameof(AttentionActivationBehind)] = vector => VectorModels.Runner(new AttentionActivationBehind(), vector),
        [nameof(AttentionTwice)] = vector => VectorModels.Runner(new AttentionTwice(), vector),
        [nameof(AttentionLast)] = vector => VectorModels.Runner(new AttentionLast(), vector),
        [nameof(AttentionCausal)] = vector => VectorModels.Runner(new AttentionCausal(), vector),
        [nameof(AttentionCausalFirst)] = vector => VectorModels.Runner(new AttentionCausalFirst(), vector),
        [nameof(AttentionCausalOneStep)] = vector => VectorModels.Runner(new AttentionCausalOneStep(), vector),
        [nameof(AttentionCausalLong)] = vector => VectorModels.Runner(new AttentionCausalLong(), vector),
        [nameof(AttentionCross)] = vector => VectorModels.Runner(new AttentionCross(), vector),
        [nameof(AttentionCrossOfInput)] = vector => VectorModels.Runner(new AttentionCrossOfInput(), vector),
        [nameof(AttentionCrossMore)] = vector => VectorModels.Runner(new AttentionCrossMore(), vector),
        [nameof(AttentionCrossCausal)] = vector => VectorModels.Runner(new AttentionCrossCausal(), vector),
        [nameof(AttentionCrossCausalMore)] = vector => VectorModels.Runner(new AttentionCrossCausalMore(), vector),
        [nameof(AttentionKeyAndValue)] = vector => VectorModels.Runner(new AttentionKeyAndValue(), vector),
        [nameof(AttentionKey)] = vector => VectorModels.Runner(new AttentionKey(), vector),
        [nameof(AttentionResidual)] = vector => VectorModels.Runner(new AttentionResidual(), vector),
        [nameof(AttentionMasked)] = vector => VectorModels.Runner(new AttentionMasked(), vector),
        [nameof(AttentionMaskedAll)] = vector => VectorModels.Runner(new AttentionMaskedAll(), vector),
        [nameof(AttentionMaskedCausal)] = vector => VectorModels.Runner(new AttentionMaskedCausal(), vector),
        [nameof(AttentionMaskedRecurrent)] = vector => VectorModels.Runner(new AttentionMaskedRecurrent(), vector),
        [nameof(AttentionMemoryMasked)] = vector => VectorModels.Runner(new AttentionMemoryMasked(), vector),
        [nameof(AttentionMemoryMaskedCausal)] = vector => VectorModels.Runner(new AttentionMemoryMaskedCausal(), vector),
        [nameof(AttentionQueryMasked)] = vector => VectorModels.Runner(new AttentionQueryMasked(), vector),
        [nameof(AttentionKeyMasked)] = vector => VectorModels.Runner(new AttentionKeyMasked(), vector),
        [nameof(OptimizerAttention)] = vector => VectorModels.Runner(new OptimizerAttention(), vector),
        [nameof(AttentionDot)] = vector => VectorModels.Runner(new AttentionDot(), vector),
        [nameof(AttentionDotSecond)] = vector => VectorModels.Runner(new AttentionDotSecond(), vector),
        [nameof(AttentionDotCausal)] = vector => VectorModels.Runner(new AttentionDotCausal(), vector),
        [nameof(AttentionDotWide)] = vector => VectorModels.Runner(new AttentionDotWide(), vector),
        [nameof(AttentionDotOneStep)] = vector => VectorModels.Runner(new AttentionDotOneStep(), vector),
        [nameof(AttentionDotOfInput)] = vector => VectorModels.Runner(new AttentionDotOfInput(), vector),
        [nameof(AttentionDotCross)] = vector => VectorModels.Runner(new AttentionDotCross(), vector),
        [nameof(AttentionDotKeyAndValue)] = vector => VectorModels.Runner(new AttentionDotKeyAndValue(), vector),
        [nameof(AttentionDotMasked)] = vector => VectorModels.Runner(new AttentionDotMasked(), vector),
        [nameof(AttentionDotMaskedCausal)] = vector => VectorModels.Runner(new AttentionDotMaskedCausal(), vector),
        [nameof(AttentionDotQueryMasked)] = vector => VectorModels.Runner(new AttentionDotQueryMasked(), vector),
        [nameof(AttentionDotKeyMasked)] = vector => VectorModels.Runner(new AttentionDotKeyMasked(), vector),
    };
}

[Model(5, 3)]
[MultiHeadAttention(2, 4)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionFirst;

[Model(5, 3)]
[Dense(6, Tanh)]
[MultiHeadAttention(3, 5)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionSecond;

[Model(5, 3)]
[Dense(6)]
[MultiHeadAttention(1, 7)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionOneHead;

[Model(4, 1)]
[MultiHeadAttention(1, 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionOneOfEach;

[Model(4, 1)]
[Dense(1)]
[MultiHeadAttention(2, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionOneChannel;

[Model(1, 3)]
[Dense(4)]
[MultiHeadAttention(2, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionOneStep;

[Model(5, 3)]
[Dense(6)]
[MultiHeadAttention(2, 5, ValueDim = 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionValueDim;

[Model(5, 3)]
[Dense(6)]
[MultiHeadAttention(2, 3, ValueDim = 18)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionWideValue;

[Model(5, 3)]
[Dense(6)]
[MultiHeadAttention(2, 16)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionWholeVectors;

[Model(5, 3)]
[Dense(6)]
[MultiHeadAttention(2, 16, ValueDim = 32)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionWide;

[Model(101, 2)]
[Dense(3)]
[MultiHeadAttention(2, 4)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionLong;

[Model(5, 3)]
[Dense(6)]
[MultiHeadAttention(2, 4, UseBias = false)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionNoBias;

[Model(5, 3)]
[Dense(6)]
[MultiHeadAttention(2, 4)]
[Activation(ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionActivationBehind;

[Model(5, 3)]
[MultiHeadAttention(2, 4)]
[MultiHeadAttention(1, 5)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionTwice;

[Model(5, 3)]
[Dense(4)]
[MultiHeadAttention(2, 4)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionLast;

[Model(7, 3)]
[Dense(6)]
[MultiHeadAttention(2, 4, Causal = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionCausal;

[Model(5, 3)]
[MultiHeadAttention(1, 16, Causal = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionCausalFirst;

[Model(1, 3)]
[Dense(4)]
[MultiHeadAttention(2, 3, Causal = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionCausalOneStep;

[Model(101, 2)]
[Dense(3)]
[MultiHeadAttention(2, 4, ValueDim = 16, Causal = true)]
[LSTM(2)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionCausalLong;

[Model(8, 3)]
[Dense(5, Tanh)]
[Conv1D(4, 3, From = "input")]
[MultiHeadAttention(2, 4, Value = "dense")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionCross;

[Model(4, 3)]
[Dense(5)]
[MultiHeadAttention(2, 4, ValueDim = 3, Value = "input")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionCrossOfInput;

[Model(8, 3)]
[Conv1D(4, 4)]
[Dense(5, From = "input")]
[MultiHeadAttention(2, 4, Value = "conv1d")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionCrossMore;

[Model(8, 3)]
[Dense(5)]
[Conv1D(4, 3, From = "input")]
[MultiHeadAttention(2, 4, Causal = true, Value = "dense")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionCrossCausal;

[Model(8, 3)]
[Conv1D(4, 4)]
[Dense(5, From = "input")]
[MultiHeadAttention(2, 4, Causal = true, Value = "conv1d")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionCrossCausalMore;

[Model(6, 3)]
[Dense(5)]
[Dense(4, Tanh, From = "input")]
[Conv1D(2, 3, From = "input")]
[MultiHeadAttention(2, 4, ValueDim = 3, Value = "dense", Key = "dense_1")]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionKeyAndValue;

[Model(6, 3)]
[Dense(5)]
[Dense(4, Tanh, From = "input")]
[MultiHeadAttention(2, 4, Key = "dense")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionKey;

[Model(6, 3)]
[Dense(5)]
[LayerNormalization]
[MultiHeadAttention(2, 4)]
[Add("dense")]
[Dense(4, ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionResidual;

[Model(6)]
[Embedding(9, 5, MaskZero = true)]
[MultiHeadAttention(2, 4)]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionMasked;

[Model(6)]
[Embedding(9, 5, MaskZero = true)]
[MultiHeadAttention(2, 4)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionMaskedAll;

[Model(6)]
[Embedding(9, 5, MaskZero = true)]
[MultiHeadAttention(2, 4, Causal = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionMaskedCausal;

[Model(6)]
[Embedding(9, 5, MaskZero = true)]
[MultiHeadAttention(2, 4)]
[LSTM(3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionMaskedRecurrent;

[Model(6)]
[Embedding(9, 5, MaskZero = true)]
[Embedding(9, 4, From = "input")]
[MultiHeadAttention(2, 4, Value = "embedding")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionMemoryMasked;

[Model(6)]
[Embedding(9, 5, MaskZero = true)]
[Embedding(9, 4, From = "input")]
[MultiHeadAttention(2, 4, ValueDim = 3, Causal = true, Value = "embedding")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionMemoryMaskedCausal;

[Model(6)]
[Embedding(9, 5)]
[Embedding(9, 4, MaskZero = true, From = "input")]
[MultiHeadAttention(2, 4, Value = "embedding")]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionQueryMasked;

[Model(6)]
[Embedding(9, 5)]
[Embedding(9, 4, MaskZero = true, From = "input")]
[MultiHeadAttention(2, 4, From = "embedding", Key = "embedding_1")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionKeyMasked;

[Model(6)]
[Embedding(12, 5, MaskZero = true)]
[MultiHeadAttention(2, 4, ValueDim = 3, UseBias = false)]
[Add("embedding")]
[LayerNormalization]
[Dense(7, ReLU)]
[Dense(5)]
[Add("layer_normalization")]
[GlobalAveragePooling1D]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class OptimizerAttention;

[Model(5, 3)]
[Attention]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionDot;

[Model(5, 3)]
[Dense(6, Tanh)]
[Attention]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionDotSecond;

[Model(7, 3)]
[Dense(4)]
[Attention(Causal = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionDotCausal;

[Model(5, 3)]
[Dense(17, Sigmoid)]
[Attention]
[Activation(ReLU)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionDotWide;

[Model(1, 3)]
[Dense(4)]
[Attention]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionDotOneStep;

[Model(5, 3)]
[Dense(3, Tanh)]
[Attention(Value = "input")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionDotOfInput;

[Model(8, 3)]
[Dense(5, Tanh)]
[Conv1D(5, 3, From = "input")]
[Attention(Value = "dense")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionDotCross;

[Model(6, 3)]
[Dense(5, Tanh)]
[Dense(4, ELU, From = "input")]
[Conv1D(4, 3, Sigmoid, From = "input")]
[Attention(Value = "dense", Key = "dense_1")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionDotKeyAndValue;

[Model(6)]
[Embedding(9, 5, MaskZero = true)]
[Attention]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionDotMasked;

[Model(6)]
[Embedding(9, 5, MaskZero = true)]
[Attention(Causal = true)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionDotMaskedCausal;

[Model(6)]
[Embedding(9, 5)]
[Embedding(9, 5, MaskZero = true, From = "input")]
[Attention(Value = "embedding")]
[GlobalAveragePooling1D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionDotQueryMasked;

[Model(6)]
[Embedding(9, 4)]
[Embedding(9, 4, MaskZero = true, From = "input")]
[Attention(From = "embedding", Key = "embedding_1")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AttentionDotKeyMasked;
