"""The cases of record.py with several inputs or outputs.

A sample holds its inputs one behind the other, tokens as whole numbers among the others, and so do targets and predictions.
"""

import math

import numpy
import torch

from graphs import Add, Concatenate, Merge, Share, Subtract, at
from images import Conv2D, GlobalPooling2D
from layers import BatchNormalization, Dense, Flatten, Layer
from recurrent import GRU, LSTM, Embedding

MSE, HUBER = "MeanSquaredError", "Huber"
BCE, CCE, SCCE = "BinaryCrossentropy", "CategoricalCrossentropy", "SparseCategoricalCrossentropy"


class Input(Layer):
    """A part of a sample: numbers, or tokens below `tokens`."""

    def __init__(self, start, shape, tokens, all_inputs):
        self.start, self.shape, self.tokens, self.all_inputs = start, shape, tokens, all_inputs

    def draw_inputs(self, rng, samples, shape):
        count = len(samples)
        columns = [
            rng.integers(0, tokens, size=(count, math.prod(each))).astype(float) if tokens else rng.normal(size=(count, math.prod(each))).round(3)
            for each, tokens in self.all_inputs
        ]
        return numpy.concatenate(columns, axis=1)

    def compute(self, x, parameters, run):
        part = x[:, self.start:self.start + math.prod(self.shape)].reshape(-1, *self.shape)
        return part.long() if self.tokens else part


class Outputs(Merge):
    """Several values one behind the other."""

    def compute(self, values, parameters, run):
        return torch.cat([value.reshape(value.shape[0], -1) for value in values], dim=1)


def column_cases(case_type, loss_of):
    """The cases by group, each a `case_type`, which is record.py's Case."""

    class ColumnCase(case_type):
        """`inputs` are shapes and numbers of tokens, of which layer i + 1 gives the i-th; `outputs` are layers, losses, weights and units."""

        def __init__(self, name, inputs, layers, outputs, batch=4, **options):
            starts = numpy.cumsum([0, *(math.prod(shape) for shape, _ in inputs)]).tolist()
            parts = [at(Input(start, shape, tokens, inputs), 0) for start, (shape, tokens) in zip(starts, inputs)]
            self.outputs = outputs
            joined = at(Outputs(), *(layer for layer, *_ in outputs))
            super().__init__(name, (starts[-1],), [*parts, *layers, joined], "Several", batch, redraw_samples=True, **options)

        def draw_targets(self, rng, rows):
            return numpy.concatenate([self.draw_target(rng, loss, units) for _, loss, _, units in self.outputs], axis=1)

        def draw_target(self, rng, loss, units):
            if loss == SCCE:
                return rng.integers(0, units, size=(self.batch, 1)).astype(float)
            if loss == CCE:
                return numpy.eye(units)[rng.integers(0, units, size=self.batch)]
            return rng.integers(0, 2, size=(self.batch, units)).astype(float) if loss == BCE else rng.normal(size=(self.batch, units))

        def loss_of(self, outputs, logits, targets, run):
            total, start = 0, 0
            for layer, loss, weight, units in self.outputs:
                size = 1 if loss == SCCE else units
                target = targets[:, start:start + size]
                start += size
                target = target[:, 0].long() if loss == SCCE else target
                total = total + weight * loss_of(loss, self.layers[layer - 1].activation, run.values[layer], run.sums[layer], target)
            return total

    numbers, other = ((5,), 0), ((3,), 0)
    tokens, tags = ((6,), 9), ((4,), 0)
    return {
        "Columns": [
            # Two inputs, one output.
            ColumnCase("ColumnsTwoInputs", [numbers, other], [at(Dense(7, "Tanh"), 1), at(Concatenate(), 3, 2), Dense(3)], [(5, MSE, 1, 3)]),
            ColumnCase("ColumnsTwoTables", [((4,), 9), ((5,), 7)],
                       [at(Embedding(9, 3), 1), LSTM(4), at(Embedding(7, 5), 2), GRU(4), at(Add(), 6, 4), Dense(2, "Softmax")], [(8, SCCE, 1, 2)]),
            # One input, several outputs, of which one stands in the middle and is read on.
            ColumnCase("ColumnsTwoOutputs", [numbers], [Dense(9, "Tanh"), Dense(3, "Softmax"), at(Dense(1, "Sigmoid"), 2)],
                       [(3, SCCE, 1, 3), (4, BCE, 0.25, 1)]),
            ColumnCase("ColumnsDeep", [numbers], [Dense(4, "Sigmoid"), Dense(3, "Tanh"), Dense(2)],
                       [(2, BCE, 0.5, 4), (3, HUBER, 2, 3), (4, MSE, 1, 2)], batch=3),
            ColumnCase("ColumnsImage", [((4, 3, 2), 0)], [Conv2D(3, "ReLU", filters=5, padding="same"), GlobalPooling2D("Average"), Dense(3, "Softmax"), at(Flatten(), 2), Dense(2)],
                       [(4, CCE, 1, 3), (6, MSE, 0.1, 2)]),
            ColumnCase("ColumnsBatchNorm", [numbers, other], [at(Dense(6), 1), BatchNormalization(), at(Dense(6), 2), at(Add(), 5, 4), Dense(2), at(Dense(1, "Sigmoid"), 4)],
                       [(7, MSE, 1, 2), (8, BCE, 0.5, 1)], batch=5),
            # Two texts of different lengths, read by the same layers.
            ColumnCase("OptimizerSiamese", [((6,), 9), ((4,), 9)],
                       [at(Embedding(9, 5, True), 1), LSTM(4), at(Share(3), 2), Share(4), at(Subtract(), 6, 4), Dense(1, "Sigmoid")],
                       [(8, BCE, 1, 1)], optimizers=True, schedule=(0, 1, 0, 2, 1, 0, 2, 1, 0, 0)),
            # Tokens and numbers, two outputs, ten steps of each optimizer.
            ColumnCase("OptimizerColumns", [tokens, tags],
                       [at(Embedding(9, 3), 1), LSTM(4), at(Concatenate(), 4, 2), Dense(1, "Sigmoid"), at(Dense(3, "Softmax"), 5)],
                       [(6, BCE, 1, 1), (7, CCE, 0.2, 3)], optimizers=True, schedule=(0, 1, 0, 2, 1, 0, 2, 1, 0, 0)),
        ],
    }
