"""The cases of record.py whose layers take other values than the one before them."""

from graphs import Add, Average, Concatenate, Dot, Maximum, Minimum, Multiply, Share, Subtract, at, inside
from images import Conv2D, GlobalPooling2D
from layers import Activation, BatchNormalization, Dense, Flatten, LayerNormalization
from recurrent import GRU, LSTM, Embedding, GlobalAveragePooling1D

MSE, SCCE = "MeanSquaredError", "SparseCategoricalCrossentropy"


def graph_cases(case_type):
    """The cases by group, each a `case_type`, which is record.py's Case."""

    def case(name, shape, *layers, loss=MSE, batch=3, **options):
        return case_type(name, shape, list(layers), loss, batch, redraw_samples=True, **options)

    def conv(filters, size, activation="Linear", **options):
        return Conv2D(size, activation, filters=filters, padding="same", **options)

    def pair(name, merge):
        return case(f"Graph{name}", (5,), Dense(7, "Tanh"), at(Dense(7, "SiLU"), 0), at(merge, 2, 1), Dense(3))

    def residual(block, first, filters, strides=1):
        """The layers of a block whose input is the value of this number."""
        body = [
            at(conv(filters, 3, strides=strides), first), BatchNormalization(), Activation("Tanh"), conv(filters, 3), BatchNormalization(),
        ]
        way = [at(conv(filters, 1, strides=strides), first)] if strides > 1 else []
        last = first + len(body)
        return [inside(block, layer) for layer in [*body, *way, at(Add(), last + 1 if way else first, last), Activation("Tanh")]]

    return {
        "Graphs": [
            pair("Add", Add()), pair("Subtract", Subtract()), pair("Multiply", Multiply()), pair("Average", Average()),
            pair("Maximum", Maximum()), pair("Minimum", Minimum()), pair("Concatenate", Concatenate()),
            case("GraphThree", (5,), Dense(17, "Tanh"), Dense(17), at(Dense(17, "Sigmoid"), 1), at(Average(), 3, 1, 2), Dense(3)),
            case("GraphResidual", (6,), Dense(17, "ELU"), Dense(17), at(Add(), 2, 1), Activation("ReLU"), Dense(4, "Softmax"), loss=SCCE, batch=5),
            case("GraphWithInput", (6,), Dense(6, "Tanh"), at(Multiply(), 1, 0), Dense(2)),
            case("GraphTwice", (6,), Dense(9, "Tanh"), at(Multiply(), 1, 1), Dense(2)),
            case("GraphReadThrice", (5,), Dense(9, "Tanh"), Dense(9), at(LayerNormalization(), 1), at(Concatenate(), 3, 2, 1), Dense(2)),
            case("GraphResidualImage", (5, 4, 2), conv(3, 3), conv(3, 3, "ReLU"), conv(3, 3), at(Add(), 3, 1), Activation("ReLU"), Flatten(), Dense(2)),
            case("GraphRows", (4, 3, 2), conv(3, 1), at(conv(3, 3), 0), at(Concatenate(1), 2, 1), Flatten(), Dense(2)),
            case("GraphColumns", (4, 3, 2), conv(3, 1), at(conv(3, 3), 0), at(Concatenate(2), 2, 1), Flatten(), Dense(2)),
            case("GraphChannels", (4, 3, 2), conv(3, 1), at(conv(17, 3), 0), at(Concatenate(3), 2, 1), Flatten(), Dense(2)),
            case("GraphSqueeze", (4, 3, 2), conv(5, 3), GlobalPooling2D("Average"), Dense(5, "Sigmoid"), at(Multiply(), 3, 1), Flatten(), Dense(2)),
            case("GraphBatchNorm", (5,), Dense(9), at(BatchNormalization(), 1), Activation("Tanh"), at(Add(), 3, 1), Dense(2), batch=5),
            case("GraphTwoReaders", (6,), Embedding(9, 5), LSTM(4), at(GRU(3), 1), at(Concatenate(), 3, 2), Dense(2)),
            case("GraphTwoTables", (6,), Embedding(9, 5), at(Embedding(9, 5), 0), at(Add(), 2, 1), LSTM(4), Dense(2)),
            case("GraphResNet", (5, 4, 2), conv(3, 3, "Tanh"), *residual("same", 1, 3), *residual("wide", 8, 5, strides=2), GlobalPooling2D("Average"),
                 Dense(4, "Softmax"), loss=SCCE, batch=5, optimizers=True),
            case("GraphShare", (6,), Dense(6, "Tanh"), Share(1), LayerNormalization(), at(Share(1), 0), at(Add(), 4, 3), Dense(4, "Softmax"), loss=SCCE, batch=5,
                 optimizers=True),
            case("GraphShareImage", (5, 4, 3), conv(3, 3, "Tanh"), Share(1), at(Share(1), 0), at(Concatenate(3), 3, 2), GlobalPooling2D("Average"), Dense(2)),
            case("GraphShareSteps", (5, 3), Dense(3, "Tanh"), LSTM(4), at(Share(2), 0), at(Multiply(), 3, 2), Dense(2), optimizers=True),
            # A table that is read several times: by all steps, by their average, by those of other inputs.
            case("GraphShareTable", (6,), Embedding(9, 5), LSTM(4), at(Share(1), 0), GlobalAveragePooling1D(), Dense(4), at(Add(), 5, 2), Dense(2)),
            case("GraphShareTableMasked", (6,), Embedding(9, 17, True), LSTM(3), at(Share(1), 0), GlobalAveragePooling1D(), Dense(3), at(Share(1), 0), GRU(3),
                 at(Add(), 5, 2, 7), Dense(2), batch=5),
            case("OptimizerShareTable", (4,), Embedding(12, 5), GlobalAveragePooling1D(), at(Share(1), 0), LSTM(5), at(Add(), 4, 2), Dense(2), batch=1,
                 optimizers=True, schedule=(0, 1, 2, 0, 3, 1, 0, 2, 3, 0)),
            # A normalisation that runs several times has the statistics of each run, and moves its averages in their order.
            case("GraphShareNorm", (5,), Dense(5, "Tanh"), BatchNormalization(momentum=0.7), Dense(5, "Tanh"), Share(2), at(Share(2), 0), at(Add(), 5, 2, 4), Dense(3),
                 batch=5, optimizers=True),
            case("GraphShareNormPlain", (5,), Dense(5), BatchNormalization(momentum=0.5, center=False, scale=False), Dense(5), Share(2), at(Add(), 4, 2), Dense(3),
                 batch=5, optimizers=True),
            case("GraphShareConvNorm", (5, 4, 3), conv(3, 3, use_bias=False), BatchNormalization(momentum=0.8), Activation("Tanh"), Share(1), Share(2), at(Share(1), 0),
                 Activation("Tanh"), at(Add(), 7, 3, 5), GlobalPooling2D("Average"), Dense(2), batch=4, optimizers=True),
            # Products of two values, along any axes.
            case("DotRows", (5,), Dense(7, "Tanh"), at(Dense(7, "SiLU"), 0), at(Dot(), 2, 1), Dense(3)),
            case("DotCosine", (5,), Dense(19, "Tanh"), at(Dense(19), 0), at(Dot(normalize=True), 2, 1)),
            case("DotSequences", (5, 3), Dense(7, "Tanh"), at(Dense(7), 0), at(Dot(-1), 2, 1), Dense(3)),
            case("DotColumns", (5, 3), Dense(7, "Tanh"), at(Dense(18), 0), at(Dot(1), 2, 1), Flatten(), Dense(3)),
            case("DotSquares", (5, 3), Dense(5, "Tanh"), at(Dense(4, "Tanh"), 0), at(Dot(2, 1), 1, 2), at(Dot(1, 2), 3, 1), Flatten(), Dense(3)),
            case("DotSquaresCosine", (5, 3), Dense(5, "Tanh"), at(Dense(4, "Tanh"), 0), at(Dot(2, 1, normalize=True), 1, 2),
                 at(Dot(1, 2, normalize=True), 3, 1), Flatten(), Dense(3)),
            case("DotAttention", (5, 3), Dense(7, "Tanh"), Flatten(), Dense(7), at(Dot(), 1, 3), Activation("Softmax"), at(Dot(1), 1, 5), Dense(3)),
            case("DotWithInput", (5, 3), Dense(3, "Tanh"), at(Dot(), 0, 1), Flatten(), Dense(3)),
            # Tokens that a step lacks and a later one has again, in both tables.
            case("OptimizerTwoTables", (4,), Embedding(12, 5), at(Embedding(12, 5), 0), at(Add(), 2, 1), LSTM(4), Dense(2), batch=1,
                 optimizers=True, schedule=(0, 1, 2, 0, 3, 1, 0, 2, 3, 0)),
        ],
    }
