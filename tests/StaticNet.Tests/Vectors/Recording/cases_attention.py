"""The cases of record.py with attentions."""

from attention import AdditiveAttention, Attention, MultiHeadAttention, check_against_torch
from graphs import Add, at
from layers import Activation, Dense, Flatten, LayerNormalization
from recurrent import LSTM, Embedding, GlobalAveragePooling1D
from sequences import Conv1D

MSE, SCCE = "MeanSquaredError", "SparseCategoricalCrossentropy"


def hold_masks(data):
    """Samples of nothing but 0, of 0 at the start, at the end, and of none."""
    tokens = data["inputs"]
    tokens[0] = 0
    tokens[1:] = tokens[1:].clip(1)
    tokens[1, :2] = 0
    tokens[2, -2:] = 0


def attention_cases(case_type):
    """The cases by group, each a `case_type`, which is record.py's Case."""
    check_against_torch()

    def case(name, shape, *layers, end=(Flatten(), Dense(3)), loss=MSE, batch=3, **options):
        return case_type(f"Attention{name}", shape, [*layers, *end], loss, batch, redraw_samples=True, **options)

    def heads(heads, key_dim, value_dim=None, **options):
        return MultiHeadAttention(heads, key_dim, value_dim, **options)

    def masked(name, *layers, **options):
        return case(name, (6,), *layers, batch=5, edit=hold_masks, **options)

    return {
        "MultiHeadAttention": [
            # Sizes of heads, of sequences and of what comes in.
            case("First", (5, 3), heads(2, 4)),
            case("Second", (5, 3), Dense(6, "Tanh"), heads(3, 5)),
            case("OneHead", (5, 3), Dense(6), heads(1, 7)),
            case("OneOfEach", (4, 1), heads(1, 1)),
            case("OneChannel", (4, 1), Dense(1), heads(2, 3)),
            case("OneStep", (1, 3), Dense(4), heads(2, 3)),
            case("ValueDim", (5, 3), Dense(6), heads(2, 5, 3), batch=2),
            case("WideValue", (5, 3), Dense(6), heads(2, 3, 18), batch=2),
            case("WholeVectors", (5, 3), Dense(6), heads(2, 16), batch=2),
            case("Wide", (5, 3), Dense(6), heads(2, 16, 32), batch=2),
            case("Long", (101, 2), Dense(3), heads(2, 4), end=[GlobalAveragePooling1D(), Dense(3)], batch=2),
            case("NoBias", (5, 3), Dense(6), heads(2, 4, use_bias=False)),
            case("ActivationBehind", (5, 3), Dense(6), heads(2, 4), Activation("ReLU")),
            case("Twice", (5, 3), heads(2, 4), heads(1, 5)),
            case("Last", (5, 3), Dense(4), heads(2, 4), end=[Flatten()]),

            # No later steps.
            case("Causal", (7, 3), Dense(6), heads(2, 4, causal=True)),
            case("CausalFirst", (5, 3), heads(1, 16, causal=True)),
            case("CausalOneStep", (1, 3), Dense(4), heads(2, 3, causal=True)),
            case("CausalLong", (101, 2), Dense(3), heads(2, 4, 16, causal=True), end=[LSTM(2), Dense(3)], batch=2),

            # Others are asked.
            case("Cross", (8, 3), Dense(5, "Tanh"), at(Conv1D(3, filters=4), 0), at(heads(2, 4), 2, 1)),
            case("CrossOfInput", (4, 3), Dense(5), at(heads(2, 4, 3), 1, 0)),
            case("CrossMore", (8, 3), Conv1D(4, filters=4), at(Dense(5), 0), at(heads(2, 4), 2, 1)),
            case("CrossCausal", (8, 3), Dense(5), at(Conv1D(3, filters=4), 0), at(heads(2, 4, causal=True), 2, 1)),
            case("CrossCausalMore", (8, 3), Conv1D(4, filters=4), at(Dense(5), 0), at(heads(2, 4, causal=True), 2, 1)),
            case("KeyAndValue", (6, 3), Dense(5), at(Dense(4, "Tanh"), 0), at(Conv1D(3, filters=2), 0), at(heads(2, 4, 3), 3, 1, 2),
                 end=[GlobalAveragePooling1D(), Dense(3)]),
            case("Key", (6, 3), Dense(5), at(Dense(4, "Tanh"), 0), at(heads(2, 4), 2, 2, 1)),
            case("Residual", (6, 3), Dense(5), LayerNormalization(), heads(2, 4), at(Add(), 3, 1), Dense(4, "ReLU")),

            # Masks.
            masked("Masked", Embedding(9, 5, True), heads(2, 4), end=[GlobalAveragePooling1D(), Dense(3)]),
            masked("MaskedAll", Embedding(9, 5, True), heads(2, 4)),
            masked("MaskedCausal", Embedding(9, 5, True), heads(2, 4, causal=True)),
            masked("MaskedRecurrent", Embedding(9, 5, True), heads(2, 4), end=[LSTM(3), Dense(3)]),
            masked("MemoryMasked", Embedding(9, 5, True), at(Embedding(9, 4), 0), at(heads(2, 4), 2, 1)),
            masked("MemoryMaskedCausal", Embedding(9, 5, True), at(Embedding(9, 4), 0), at(heads(2, 4, 3, causal=True), 2, 1)),
            masked("QueryMasked", Embedding(9, 5), at(Embedding(9, 4, True), 0), at(heads(2, 4), 2, 1), end=[GlobalAveragePooling1D(), Dense(3)]),
            masked("KeyMasked", Embedding(9, 5), at(Embedding(9, 4, True), 0), at(heads(2, 4), 1, 1, 2)),

            # Without weights.
            case("Dot", (5, 3), Attention()),
            case("DotSecond", (5, 3), Dense(6, "Tanh"), Attention()),
            case("DotCausal", (7, 3), Dense(4), Attention(causal=True)),
            case("DotWide", (5, 3), Dense(17, "Sigmoid"), Attention(), Activation("ReLU")),
            case("DotOneStep", (1, 3), Dense(4), Attention()),
            case("DotOfInput", (5, 3), Dense(3, "Tanh"), at(Attention(), 1, 0)),
            case("DotCross", (8, 3), Dense(5, "Tanh"), at(Conv1D(3, filters=5), 0), at(Attention(), 2, 1)),
            case("DotKeyAndValue", (6, 3), Dense(5, "Tanh"), at(Dense(4, "ELU"), 0), at(Conv1D(3, "Sigmoid", filters=4), 0), at(Attention(), 3, 1, 2)),
            masked("DotMasked", Embedding(9, 5, True), Attention()),
            masked("DotMaskedCausal", Embedding(9, 5, True), Attention(causal=True)),
            masked("DotQueryMasked", Embedding(9, 5), at(Embedding(9, 5, True), 0), at(Attention(), 2, 1), end=[GlobalAveragePooling1D(), Dense(3)]),
            masked("DotKeyMasked", Embedding(9, 4), at(Embedding(9, 4, True), 0), at(Attention(), 1, 1, 2)),

            # A bias of the keys changes no probability: its gradient is 0 but for rounding, of which an optimizer may make a step.
            case_type("OptimizerAttention", (6,), [
                Embedding(12, 5, True), heads(2, 4, 3, use_bias=False), at(Add(), 2, 1), LayerNormalization(), Dense(7, "ReLU"), Dense(5), at(Add(), 6, 4),
                GlobalAveragePooling1D(), Dense(3, "Softmax")], SCCE, 5, redraw_samples=True, edit=hold_masks, optimizers=True),
        ],
        "AttentionScores": [
            # A learned scale.
            case("ScaledFirst", (5, 3), Attention(use_scale=True)),
            case("Scaled", (7, 3), Dense(6, "Tanh"), Attention(use_scale=True, causal=True)),
            case("ScaledKeyAndValue", (6, 3), Dense(5, "Tanh"), at(Dense(4, "ELU"), 0), at(Conv1D(3, "Sigmoid", filters=4), 0), at(Attention(use_scale=True), 3, 1, 2)),
            masked("ScaledMasked", Embedding(9, 5, True), Attention(use_scale=True)),

            # Sums of hyperbolic tangents, with one weight for all summands.
            case("ConcatFirst", (5, 3), Attention(score_mode="concat")),
            case("Concat", (5, 3), Dense(17, "Tanh"), Attention(score_mode="concat"), batch=2),
            case("ConcatScaled", (7, 3), Dense(6, "Tanh"), Attention(use_scale=True, score_mode="concat", causal=True)),
            case("ConcatScaledOfInput", (5, 3), Dense(3, "Tanh"), at(Attention(use_scale=True, score_mode="concat"), 1, 0)),
            masked("ConcatMasked", Embedding(9, 5, True), Attention(use_scale=True, score_mode="concat")),

            # With a weight for each, or none.
            case("AdditiveFirst", (5, 3), AdditiveAttention()),
            case("Additive", (7, 3), Dense(6, "Tanh"), AdditiveAttention()),
            case("AdditiveNoScale", (5, 3), Dense(17, "Sigmoid"), AdditiveAttention(use_scale=False), batch=2),
            case("AdditiveCausal", (7, 3), Dense(17), AdditiveAttention(causal=True), batch=2),
            case("AdditiveOneStep", (1, 3), Dense(4), AdditiveAttention()),
            case("AdditiveOneChannel", (4, 1), Dense(1), AdditiveAttention()),
            case("AdditiveWide", (5, 3), Dense(32), AdditiveAttention(), batch=2),
            case("AdditiveLong", (101, 2), Dense(3), AdditiveAttention(), end=[GlobalAveragePooling1D(), Dense(3)], batch=2),
            case("AdditiveCross", (8, 3), Dense(5, "Tanh"), at(Conv1D(3, filters=5), 0), at(AdditiveAttention(), 2, 1)),
            case("AdditiveKeyAndValue", (6, 3), Dense(5, "Tanh"), at(Dense(4, "ELU"), 0), at(Conv1D(3, "Sigmoid", filters=4), 0), at(AdditiveAttention(), 3, 1, 2)),
            masked("AdditiveMasked", Embedding(9, 5, True), AdditiveAttention()),
            masked("AdditiveMaskedCausal", Embedding(9, 5, True), AdditiveAttention(causal=True)),
            masked("AdditiveQueryMasked", Embedding(9, 5), at(Embedding(9, 5, True), 0), at(AdditiveAttention(), 2, 1), end=[GlobalAveragePooling1D(), Dense(3)]),
            case_type("OptimizerAttentionScores", (6,), [
                Embedding(12, 5, True), AdditiveAttention(), Attention(use_scale=True, score_mode="concat"), Dense(4), Attention(use_scale=True),
                GlobalAveragePooling1D(), Dense(3, "Softmax")], SCCE, 5, redraw_samples=True, edit=hold_masks, optimizers=True),
        ],
    }
