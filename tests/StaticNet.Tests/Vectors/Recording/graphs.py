"""Layers that take several values, and other values than the one before them; see layers.py."""

import copy
import functools
import operator

import torch
import torch.nn.functional as F

from layers import Layer


def at(layer, *sources):
    """The layer, which takes these values: 0 is the model's input, i what the i-th layer gives."""
    layer = copy.copy(layer)
    object.__setattr__(layer, "sources", sources)
    return layer


def inside(block, layer):
    """The layer in a block of this name, which its own name has before it."""
    layer = copy.copy(layer)
    object.__setattr__(layer, "block", block + "/")
    return layer


class Share(Layer):
    """Runs the layer of this number once more, with the same parameters."""

    def __init__(self, number):
        self.shares = number


class Merge(Layer):
    """A layer whose `compute` takes a list of values."""

    passes_mask = True
    takes_list = True

    def draw(self, rng, shapes):
        return []


class Add(Merge):
    def compute(self, values, parameters, run):
        return sum(values)


class Subtract(Merge):
    def compute(self, values, parameters, run):
        return values[0] - values[1]


class Multiply(Merge):
    def compute(self, values, parameters, run):
        # A row of numbers counts for each pixel of an image.
        axes = max(value.dim() for value in values)
        return functools.reduce(operator.mul, (v.reshape(v.shape[0], *[1] * (axes - v.dim()), *v.shape[1:]) for v in values))


class Average(Merge):
    def compute(self, values, parameters, run):
        return sum(values) / len(values)


class Extreme(Merge):
    """The largest or smallest, number by number; where two are near, a derivative jumps."""

    def compute(self, values, parameters, run):
        result = values[0]
        for value in values[1:]:
            run.keep_distance((result - value).abs())
            result = self.of(result, value)
        return result


class Maximum(Extreme):
    of = staticmethod(torch.maximum)


class Minimum(Extreme):
    of = staticmethod(torch.minimum)


class Concatenate(Merge):
    def __init__(self, axis=-1):
        self.axis = axis

    def compute(self, values, parameters, run):
        return torch.cat(values, dim=self.axis)


class Dot(Merge):
    """Keras' axes count from 1, the batch being 0, or from the end."""

    passes_mask = False

    def __init__(self, *axes, normalize=False):
        self.axes, self.normalize = axes or (-1,), normalize

    def compute(self, values, parameters, run):
        values = [value.movedim(axis, -1) for value, axis in zip(values, (self.axes[0], self.axes[-1]))]
        if self.normalize:
            values = [F.normalize(value, dim=-1, eps=1e-7) for value in values]
        letters = ("i" * (values[0].dim() - 2), "j" * (values[1].dim() - 2))
        result = torch.einsum(f"b{letters[0]}k,b{letters[1]}k->b{letters[0]}{letters[1]}", *values)
        return result if result.dim() > 1 else result[:, None]
