"""The cases of record.py with recurrent layers, masks and tokens."""

from layers import Activation, Dense, Dropout, Flatten, LayerNormalization, Rescaling
from recurrent import (
    GRU, LSTM, Bidirectional, Embedding, GlobalAveragePooling1D, Masking, SimpleRNN, TimeDistributed, check_against_torch)
from sequences import Conv1D, GlobalPooling1D, MaxPooling1D

MSE, BCE, SCCE = "MeanSquaredError", "BinaryCrossentropy", "SparseCategoricalCrossentropy"

KINDS = (SimpleRNN, LSTM, GRU)
ALL_OPTIMIZERS = (
    "sgd", "sgd_momentum", "sgd_nesterov", "adam", "adam_short", "sgd_momentum_varied", "sgd_nesterov_varied", "adam_varied")
HEAD = (Dense(3, "Softmax"),)


def hold_first_and_last(data):
    """Samples of one token alone, of 0 alone but for the last step, of the ends of the table, and of nothing but 0."""
    tokens, last = data["inputs"], len(data["parameters"][0]) - 1
    tokens[0] = last
    tokens[1] = 0
    tokens[1, -1] = last
    if len(tokens) > 2:
        tokens[2, 0], tokens[2, -1] = 0, 1
    tokens[3:4] = 0


def recurrent_cases(case_type):
    """The cases by group, each a `case_type`, which is record.py's Case."""
    check_against_torch()

    def sequence(name, shape, *layers, end=(Dense(3),), loss=MSE, batch=3, **options):
        return case_type(name, shape, [*layers, *end], loss, batch, redraw_samples=True, **options)

    def of_each(name, shape, make, **options):
        """A case for each kind of recurrence, named after it."""
        return [sequence(f"{kind.__name__}{name}", shape, *make(kind), **options) for kind in KINDS]

    return {
        "Recurrences": [
            # Sizes: units, features, steps and samples.
            *of_each("Plain", (5, 3), lambda kind: [kind(4)]),
            *of_each("OneUnit", (5, 3), lambda kind: [kind(1)]),
            *of_each("OneFeature", (9, 1), lambda kind: [kind(3)], batch=17),
            *of_each("OneStep", (1, 3), lambda kind: [kind(3)]),
            *of_each("TwoSteps", (2, 3), lambda kind: [kind(3)], batch=1),
            *of_each("Units16", (2, 3), lambda kind: [kind(16)], batch=2),
            *of_each("Units17", (5, 17), lambda kind: [kind(17)], end=HEAD, loss=SCCE, batch=3),
            *of_each("Units33", (2, 1), lambda kind: [kind(33)], batch=1),
            *of_each("Batch33", (2, 3), lambda kind: [kind(3)], end=HEAD, loss=SCCE, batch=33),
            *of_each("Last", (3, 2), lambda kind: [kind(3)], end=()),
            *of_each("LastSequences", (3, 2), lambda kind: [kind(3, sequences=True)], end=(Flatten(),)),

            # What comes out, and in which order.
            *of_each("Sequences", (5, 3), lambda kind: [kind(3, sequences=True), Flatten()]),
            *of_each("Backwards", (5, 3), lambda kind: [kind(3, backwards=True)]),
            *of_each("BackwardsSequences", (5, 3), lambda kind: [kind(3, sequences=True, backwards=True), Flatten()]),
            *of_each("OneStepSequences", (1, 3), lambda kind: [kind(3, sequences=True), Flatten()]),
            *of_each("Stacked", (5, 3), lambda kind: [kind(17, sequences=True), kind(3)], batch=2),
            *of_each("StackedBackwards", (5, 3), lambda kind: [
                kind(3, sequences=True, backwards=True), kind(4, sequences=True), kind(3, backwards=True)]),
            *of_each("NoBias", (5, 3), lambda kind: [kind(3, sequences=True, use_bias=False), kind(4, use_bias=False)]),
        ],
        "RecurrentActivations": [
            # Other activations inside.
            *of_each("ReLU", (2, 3), lambda kind: [kind(3, "ReLU", sequences=True), Flatten()]),
            *of_each("LeakyReLU", (2, 3), lambda kind: [kind(3, "LeakyReLU")]),
            *of_each("Linear", (3, 3), lambda kind: [kind(3, "Linear", sequences=True), Flatten()]),
            *of_each("Sigmoid", (5, 3), lambda kind: [kind(3, "Sigmoid")]),
            *of_each("Softplus", (3, 3), lambda kind: [kind(3, "Softplus", sequences=True), Flatten()]),
            *of_each("ELU", (3, 3), lambda kind: [kind(3, "ELU")]),
            sequence("LSTMGatesTanh", (5, 3), LSTM(3, gates="Tanh")),
            sequence("LSTMGatesLinear", (3, 3), LSTM(3, "Sigmoid", gates="Linear")),
            sequence("GRUGatesTanh", (5, 3), GRU(3, gates="Tanh")),
            sequence("GRUGatesLinear", (3, 3), GRU(3, "Sigmoid", gates="Linear")),

            # The reset gate before the product.
            sequence("GRUResetBefore", (5, 3), GRU(3, reset_after=False)),
            sequence("GRUResetBeforeOneUnit", (5, 3), GRU(1, reset_after=False)),
            sequence("GRUResetBefore17", (3, 2), GRU(17, sequences=True, reset_after=False), Flatten(), batch=2),
            sequence("GRUResetBeforeNoBias", (5, 3), GRU(3, sequences=True, use_bias=False, reset_after=False), Flatten()),
            sequence("GRUResetBeforeBackwards", (5, 3), GRU(3, "ReLU", backwards=True, reset_after=False), batch=2),
            sequence("GRUResetBeforeStacked", (5, 3), GRU(4, sequences=True, reset_after=False), GRU(3, reset_after=False)),
        ],
        "BothDirections": [
            # Both directions.
            *of_each("BothWays", (5, 3), lambda kind: [Bidirectional(kind(3))]),
            *of_each("BothWaysOneUnit", (5, 3), lambda kind: [Bidirectional(kind(1, sequences=True)), Flatten()]),
            *of_each("BothWays9", (3, 2), lambda kind: [Bidirectional(kind(9, sequences=True)), Bidirectional(kind(3))], batch=2),
            *(sequence(f"{kind.__name__}BothWays{merge}", (3, 2), Bidirectional(kind(3), merge))
              for kind in KINDS for merge in ("Sum", "Mul", "Ave")),
            *(sequence(f"{kind.__name__}BothWays{merge}Sequences", (3, 2), Bidirectional(kind(3, sequences=True), merge), Flatten())
              for kind in KINDS for merge in ("Concat", "Sum", "Mul", "Ave")),
            sequence("BothWaysLast", (4, 2), Bidirectional(LSTM(3)), end=()),
            sequence("BothWaysMulThenLSTM", (4, 2), Bidirectional(SimpleRNN(17, sequences=True), "Mul"), LSTM(3), batch=2),
            sequence("BothWaysNoBias", (4, 2), Bidirectional(GRU(3, use_bias=False), "Sum")),
            sequence("BothWaysResetBefore", (4, 2), Bidirectional(GRU(3, sequences=True, reset_after=False)), Flatten()),
            sequence("BothWaysReLU", (2, 2), Dense(3, "ReLU"), Bidirectional(SimpleRNN(3, "ReLU", sequences=True), "Ave"), Flatten()),
        ],
        "RecurrencesAmongLayers": [
            # What a recurrence takes may have an activation of its own, and so may what it gives.
            *of_each("AfterDense", (3, 2), lambda kind: [Dense(4, "ReLU"), kind(3)]),
            *of_each("AfterDenseTanh", (3, 2), lambda kind: [Dense(17, "Tanh"), kind(3, sequences=True), Flatten()], batch=2),
            *of_each("BothWaysAfterDense", (3, 2), lambda kind: [Dense(4, "ReLU"), Bidirectional(kind(3))]),
            *of_each("BetweenDense", (3, 2), lambda kind: [
                Dense(4, "Sigmoid"), kind(3, sequences=True), Dense(17, "ReLU"), kind(4), Dense(5, "Tanh")], batch=2),
            *of_each("ThenActivation", (3, 2), lambda kind: [kind(4, sequences=True), Activation("ReLU"), Flatten()]),
            *of_each("LinearThenActivation", (3, 2), lambda kind: [kind(4, "Linear"), Activation("Tanh")]),
            *of_each("AfterConv", (7, 2), lambda kind: [Conv1D(3, "ReLU", filters=4), kind(3)], batch=2),
            *of_each("AfterPooling", (8, 2), lambda kind: [Conv1D(1, "ReLU", filters=3), MaxPooling1D(), kind(3)]),
            *of_each("ThenConv", (5, 2), lambda kind: [kind(4, sequences=True), Conv1D(2, "ReLU", filters=3), Flatten()]),
            *of_each("ThenPooling", (4, 2), lambda kind: [kind(4, sequences=True), GlobalAveragePooling1D()]),
            sequence("LSTMThenMaxPooling", (4, 2), LSTM(5, sequences=True), GlobalPooling1D("Max")),
            sequence("LSTMThenNormalization", (4, 2), LSTM(5, sequences=True), LayerNormalization(), GRU(3)),
            sequence("LSTMAfterSoftmax", (4, 2), Dense(4, "Softmax"), LSTM(3)),
            sequence("EachStep", (5, 3), GRU(3, sequences=True), TimeDistributed(Dense(4, "ReLU")), Flatten()),
            sequence("EachStepFirst", (5, 3), TimeDistributed(Dense(4, "ReLU")), TimeDistributed(Dense(3)), LSTM(2)),
        ],
        "Masks": [
            # Masked steps at the start, at the end, inside, everywhere.
            *of_each("Masked", (5, 3), lambda kind: [Masking(), kind(3)], batch=7),
            *of_each("MaskedSequences", (5, 3), lambda kind: [Masking(), kind(3, sequences=True), Flatten()], batch=7),
            *of_each("MaskedBackwards", (5, 3), lambda kind: [Masking(), kind(3, backwards=True)], batch=7),
            *of_each("MaskedBackwardsSequences", (5, 3), lambda kind: [Masking(), kind(3, sequences=True, backwards=True), Flatten()],
                     batch=7),
            *of_each("MaskedStacked", (5, 3), lambda kind: [Masking(), kind(4, sequences=True), kind(3)], batch=6),
            *of_each("MaskedStackedBackwards", (5, 3), lambda kind: [
                Masking(), kind(3, sequences=True, backwards=True), kind(4, sequences=True), kind(3, backwards=True)], batch=6),
            *of_each("MaskedBothWays", (5, 3), lambda kind: [Masking(), Bidirectional(kind(3))], batch=7),
            *of_each("MaskedBothWaysSequences", (5, 3), lambda kind: [Masking(), Bidirectional(kind(3, sequences=True)), Flatten()],
                     batch=7),
            *of_each("MaskedBothWaysStacked", (5, 3), lambda kind: [
                Masking(), Bidirectional(kind(3, sequences=True), "Sum"), Bidirectional(kind(4), "Ave")], batch=6),
            *of_each("MaskedReLU", (3, 3), lambda kind: [Masking(), Dense(4, "ReLU"), kind(3, "ReLU", sequences=True), Flatten()],
                     batch=6),
            *of_each("MaskedOneStep", (1, 3), lambda kind: [Masking(), kind(3, sequences=True), Flatten()], batch=6),
            sequence("MaskedMul", (5, 3), Masking(), Bidirectional(LSTM(3, sequences=True), "Mul"), Flatten(), batch=7),
            sequence("MaskedAve", (5, 3), Masking(), Bidirectional(GRU(3, sequences=True), "Ave"), Flatten(), batch=7),
            sequence("MaskedMulLast", (5, 3), Masking(), Bidirectional(GRU(3), "Mul"), batch=7),
            sequence("MaskedResetBefore", (5, 3), Masking(), GRU(3, sequences=True, reset_after=False), Flatten(), batch=7),
            sequence("MaskedBatch33", (2, 3), Masking(), LSTM(3), end=HEAD, loss=SCCE, batch=33),
            sequence("MaskedBySomething", (5, 3), Masking(-1.5), LSTM(3), batch=7),
            sequence("MaskedOneFeature", (9, 1), Masking(0.5), GRU(3), batch=7),
            sequence("MaskedLate", (4, 3), Dense(3, "ReLU"), Masking(), LSTM(3), batch=6),
            sequence("MaskedAverage", (5, 3), Masking(), GlobalAveragePooling1D(), batch=7),
            sequence("MaskedAverageAfterDense", (5, 3), Masking(), Dense(17, "ReLU"), GlobalAveragePooling1D(), batch=4),
            sequence("MaskedThroughLayers", (4, 3), Masking(), Rescaling(0.5, -0.25), Dense(4), LayerNormalization(), Dropout(),
                     Activation("Tanh"), TimeDistributed(Dense(3)), GRU(3), batch=6),
            sequence("MaskedSequencesThenAverage", (5, 3), Masking(), LSTM(3, sequences=True), GlobalAveragePooling1D(), batch=4),
            sequence("MaskedBothWaysThenAverage", (5, 3), Masking(), Bidirectional(GRU(3, sequences=True)), GlobalAveragePooling1D(),
                     batch=4),
            sequence("MaskEndsAtConv", (5, 3), Masking(), Conv1D(2, filters=3), LSTM(3), batch=6),
        ],
        "Embeddings": [
            # Tokens.
            *(sequence(f"Embedding{units}", (5,), Embedding(7, units), Flatten(), edit=hold_first_and_last)
              for units in (1, 3, 16, 17, 32)),
            sequence("EmbeddingOneStep", (1,), Embedding(5, 3), Flatten()),
            sequence("EmbeddingOneToken", (3,), Embedding(1, 3), Flatten()),
            sequence("EmbeddingTable", (2, 3), Embedding(7, 3), Flatten()),
            sequence("EmbeddingTableOfThree", (2, 3, 2), Embedding(7, 5), Flatten(), batch=1),
            sequence("EmbeddingLast", (3,), Embedding(5, 4), end=(Flatten(),)),
            sequence("EmbeddingAverage", (5,), Embedding(20, 17), GlobalAveragePooling1D(), Dense(4, "ReLU"),
                     end=(Dense(1, "Sigmoid"),), loss=BCE, batch=17),
            sequence("EmbeddingAverageLast", (5,), Embedding(9, 3), GlobalAveragePooling1D(), end=()),
            sequence("EmbeddingMax", (5,), Embedding(50, 3), GlobalPooling1D("Max")),
            sequence("EmbeddingDense", (4,), Embedding(9, 3), Dense(4, "ReLU"), GlobalAveragePooling1D()),
            sequence("EmbeddingActivation", (4,), Embedding(9, 3), Activation("ReLU"), Flatten()),
            sequence("EmbeddingConv", (9,), Embedding(20, 3), Conv1D(3, "ReLU", filters=4), GlobalAveragePooling1D(), end=HEAD,
                     loss=SCCE, batch=5),
            sequence("EmbeddingNormalization", (4,), Embedding(9, 5), LayerNormalization(), Flatten()),
            sequence("EmbeddingNoChance", (4,), Embedding(9, 5), Dropout(), GlobalAveragePooling1D()),
            *of_each("AfterEmbedding", (5,), lambda kind: [Embedding(9, 3), kind(4)], end=HEAD, loss=SCCE, batch=7),
            *of_each("BothWaysAfterEmbedding", (5,), lambda kind: [Embedding(9, 17), Bidirectional(kind(3))], batch=2),

            # Tokens that fill up.
            sequence("EmbeddingMaskedAverage", (5,), Embedding(9, 3, True), GlobalAveragePooling1D(), batch=7,
                     edit=hold_first_and_last),
            sequence("EmbeddingMaskedAverage17", (9,), Embedding(20, 17, True), GlobalAveragePooling1D(), end=(Dense(1, "Sigmoid"),),
                     loss=BCE, batch=33, edit=hold_first_and_last),
            *of_each("AfterMaskedEmbedding", (5,), lambda kind: [Embedding(9, 3, True), kind(4)], end=HEAD, loss=SCCE, batch=7,
                     edit=hold_first_and_last),
            *of_each("StackedAfterMaskedEmbedding", (5,), lambda kind: [
                Embedding(9, 17, True), Dropout(), kind(4, sequences=True), kind(3)], batch=3, edit=hold_first_and_last),
            *of_each("BothWaysAfterMaskedEmbedding", (5,), lambda kind: [
                Embedding(9, 3, True), Bidirectional(kind(3, sequences=True)), GlobalAveragePooling1D()], end=(Dense(1, "Sigmoid"),),
                loss=BCE, batch=7, edit=hold_first_and_last),
        ],
        "RecurrentOptimizers": [
            # Steps of each optimizer.
            *(sequence(f"Optimizer{kind.__name__}", (4, 3), kind(5, sequences=True), kind(3), end=HEAD, loss=SCCE, batch=5,
                       optimizers=True) for kind in KINDS),
            sequence("OptimizerBothWays", (4, 3), Masking(), Bidirectional(GRU(3)), batch=6, optimizers=True),

            # Steps of each optimizer over batches that do not hold all tokens.
            sequence("OptimizerEmbedding", (5,), Embedding(23, 3), GlobalAveragePooling1D(), batch=3,
                     optimizers=ALL_OPTIMIZERS, schedule=(0, 1, 2, 3, 4) * 2),
            sequence("OptimizerEmbeddingAgain", (5,), Embedding(23, 3), GlobalAveragePooling1D(), batch=3,
                     optimizers=ALL_OPTIMIZERS, schedule=(0, 0, 1, 2, 2, 1, 1, 3, 0, 2, 4)),
            sequence("OptimizerEmbeddingLSTM", (5,), Embedding(23, 5, True), LSTM(3), end=HEAD, loss=SCCE, batch=2,
                     optimizers=ALL_OPTIMIZERS, schedule=(0, 1, 2, 1, 2, 3, 0, 3, 4, 4), edit=hold_first_and_last),
            sequence("OptimizerEmbeddingLong", (3,), Embedding(15, 2), Flatten(), batch=2,
                     optimizers=tuple(name for name in ALL_OPTIMIZERS if name != "adam_short"),  # Which goes astray.
                     schedule=(0,) * 3 + (1, 2) * 25 + (0,) * 4 + (1, 2) * 2),
        ],
        "MaskedLosses": [
            # Losses of steps of which a mask leaves some out.
            sequence("MaskedLossScce", (6,), Embedding(9, 5, mask_zero=True), LSTM(4, sequences=True), end=(Dense(3, "Softmax"),), loss=SCCE, batch=5, edit=hold_first_and_last),
            sequence("MaskedLossCce", (6, 3), Masking(), GRU(4, sequences=True), end=(Dense(3, "Softmax"),), loss="CategoricalCrossentropy", batch=6),
            sequence("MaskedLossBce", (6, 3), Masking(), SimpleRNN(4, sequences=True), end=(Dense(2, "Sigmoid"),), loss="BinaryCrossentropy", batch=6),
            sequence("MaskedLossMse", (6, 3), Masking(), Bidirectional(LSTM(4, sequences=True)), end=(Dense(2),), batch=6),
            sequence("MaskedLossClipped", (6, 3), Masking(), LSTM(4, sequences=True), end=(Dense(3, "Sigmoid"),), loss=SCCE, batch=6),
            sequence("MaskedLossMae", (6,), Embedding(9, 5, mask_zero=True), end=(Dense(17, "Tanh"), Dense(17)), loss="MeanAbsoluteError", batch=5, edit=hold_first_and_last),
            sequence("OptimizerMaskedLoss", (6,), Embedding(9, 5, mask_zero=True), GRU(4, sequences=True), end=(Dense(3, "Softmax"),), loss=SCCE, batch=5,
                     edit=hold_first_and_last, optimizers=True),
        ],
    }
