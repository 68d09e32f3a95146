"""Keras' attentions, for record.py; see layers.py."""

import math

import numpy
import torch

from graphs import Merge
from layers import Run, draw_bias, draw_kernel

LEAST = -1e9


def probabilities(scores, *masks):
    """Softmax over the keys that count; over all alike where none does, through which no gradient goes."""
    for mask in masks:
        if mask is not None:
            scores = torch.where(mask, scores, LEAST)
    return torch.softmax(scores, dim=-1)


def not_later(queries, keys):
    """For each query the keys that do not come after it."""
    return torch.arange(keys)[None, :] <= torch.arange(queries)[:, None]


class MultiHeadAttention(Merge):
    """Takes the queries, then the values if they are others, then the keys if they are others again."""

    def __init__(self, heads, key_dim, value_dim=None, causal=False, use_bias=True):
        self.heads, self.key_dim, self.value_dim = heads, key_dim, value_dim or key_dim
        self.causal, self.use_bias = causal, use_bias

    @property
    def names(self):
        parts = ("query", "key", "value", "attention_output")
        return tuple(f"{part}_{role}" for part in parts for role in (("kernel", "bias") if self.use_bias else ("kernel",)))

    def draw(self, rng, shapes):
        query, value, key = self.parts(shapes)
        width, drawn = query[-1], []
        for size, numbers in ((query[-1], self.key_dim), (key[-1], self.key_dim), (value[-1], self.value_dim)):
            drawn.append(draw_kernel(rng, (size, self.heads, numbers), size))
            if self.use_bias:
                drawn.append(draw_bias(rng, (self.heads, numbers)))
        drawn.append(draw_kernel(rng, (self.heads, self.value_dim, width), self.heads * self.value_dim))
        return [*drawn, draw_bias(rng, width)] if self.use_bias else drawn

    @staticmethod
    def parts(values):
        """Queries, values and keys."""
        return values[0], values[min(1, len(values) - 1)], values[-1]

    def compute(self, values, parameters, run):
        each = iter(parameters)

        def project(x, equation):
            return torch.einsum(equation, x, next(each)) + (next(each) if self.use_bias else 0)

        query, value, key = self.parts(values)
        q, k, v = (project(x, "btd,dhk->bthk").transpose(1, 2) for x in (query, key, value))
        scores = q @ k.transpose(-1, -2) / math.sqrt(self.key_dim)
        query_mask, value_mask, key_mask = self.parts(run.masks or [None] * len(values))
        p = probabilities(
            scores,
            None if query_mask is None else query_mask[:, None, :, None],
            None if value_mask is None else value_mask[:, None, None, :],
            None if key_mask is None else key_mask[:, None, None, :],
            not_later(scores.shape[-2], scores.shape[-1]) if self.causal else None)
        return project((p @ v).transpose(1, 2), "bthk,hkd->btd")


class Attention(Merge):
    """Without projections; queries that do not count give 0, and of the keys' own mask nothing is heeded."""

    def __init__(self, causal=False, use_scale=False, score_mode="dot"):
        self.causal, self.use_scale, self.score_mode = causal, use_scale, score_mode

    @property
    def names(self):
        return (*(["scale"] if self.use_scale else []), *(["concat_score_weight"] if self.score_mode == "concat" else []))

    def draw(self, rng, shapes):
        return [numpy.array(draw_bias(rng, ()) + 1) for _ in self.names]

    def scores(self, query, key, parameters):
        scale = parameters[0] if self.use_scale else 1
        if self.score_mode == "dot":
            return scale * (query @ key.transpose(-1, -2))
        return parameters[-1] * torch.tanh(scale * (query[:, :, None] + key[:, None])).sum(dim=-1)

    def compute(self, values, parameters, run):
        query, value, key = MultiHeadAttention.parts(values)
        query_mask, value_mask, _ = MultiHeadAttention.parts(run.masks or [None] * len(values))
        p = probabilities(
            self.scores(query, key, parameters), None if value_mask is None else value_mask[:, None, :],
            not_later(query.shape[1], key.shape[1]) if self.causal else None)
        return p @ value if query_mask is None else p @ value * query_mask[..., None]


class AdditiveAttention(Attention):
    """The same with sums of hyperbolic tangents for scores, each times a weight of its own."""

    def __init__(self, causal=False, use_scale=True):
        super().__init__(causal, use_scale)

    def draw(self, rng, shapes):
        return [draw_bias(rng, shapes[0][-1])] if self.use_scale else []

    def scores(self, query, key, parameters):
        return ((parameters[0] if self.use_scale else 1) * torch.tanh(query[:, :, None] + key[:, None])).sum(dim=-1)


def check_against_torch():
    """What is written here equals torch's own layer, whose projections are turned round and lie one behind the other."""
    heads, size, width, steps = 2, 3, 6, 5
    theirs = torch.nn.MultiheadAttention(width, heads, batch_first=True).double()
    x = torch.randn(4, steps, width, dtype=torch.float64)
    parameters = []
    for weight, bias in zip(theirs.in_proj_weight.chunk(3), theirs.in_proj_bias.chunk(3)):
        parameters += [weight.T.reshape(width, heads, size), bias.reshape(heads, size)]
    parameters += [theirs.out_proj.weight.T.reshape(heads, size, width), theirs.out_proj.bias]
    for causal in (False, True):
        ours = MultiHeadAttention(heads, size, causal=causal).compute([x], parameters, Run(training=False))
        expected, _ = theirs(x, x, x, attn_mask=~not_later(steps, steps) if causal else None)
        assert torch.allclose(ours, expected, rtol=1e-12, atol=1e-12)
