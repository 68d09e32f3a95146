"""What Keras' layers of sequences compute, for cases_sequences.py: data of (batch, steps, channels), as in layers.py."""

import dataclasses
import math

import torch
import torch.nn.functional as F

from images import keep_distance_of_largest, same_padding
from layers import Layer, draw_bias, draw_kernel, kernel_and_bias


def to_channels_first(x):
    return x.permute(0, 2, 1)


def to_channels_last(x):
    return x.permute(0, 2, 1)


def pad_steps(x, padding, size, stride, dilation=1, value=0.0):
    """(batch, channels, steps) with what the padding adds before and after the steps."""
    if padding == "valid":
        return x
    sides = ((size - 1) * dilation, 0) if padding == "causal" else same_padding(x.shape[2], size, stride, dilation)
    return F.pad(x, sides, value=value)


# ------------------------------------------------------------------------------------------------------------ positions

@dataclasses.dataclass(frozen=True)
class PositionEmbedding(Layer):
    """KerasHub's, added to what it takes."""
    length: int = 0  # The rows of the table; 0 for as many as there are steps.

    names = ("embeddings",)
    passes_mask = True

    def draw(self, rng, shape):
        return [rng.uniform(-1, 1, size=(self.length or shape[0], shape[1]))]

    def compute(self, x, parameters, run):
        return x + parameters[0][:x.shape[1]]


@dataclasses.dataclass(frozen=True)
class SinePositionEncoding(Layer):
    """KerasHub's, added to what it takes."""
    max_wavelength: float = 10_000

    passes_mask = True

    def compute(self, x, parameters, run):
        steps, width = x.shape[1:]
        numbers = torch.arange(width)
        scales = (1 / self.max_wavelength) ** (2 * (numbers // 2) / width).double()
        angles = torch.arange(steps).double()[:, None] * scales
        return x + torch.where(numbers % 2 == 0, angles.sin(), angles.cos())


# ---------------------------------------------------------------------------------------------------------- convolutions

@dataclasses.dataclass(frozen=True)
class Window1D(Layer):
    """What convolutions share."""
    size: int
    activation: str = "Linear"
    strides: int = 1
    padding: str = "valid"  # Or same; causal for Conv1D alone.
    dilation: int = 1
    use_bias: bool = True

    names = property(kernel_and_bias)

    def convolve(self, x, weight, groups):
        """(batch, steps, channels) in and out; the weight is torch's (filters, channels / groups, size)."""
        x = pad_steps(to_channels_first(x), self.padding, self.size, self.strides, self.dilation)
        return to_channels_last(F.conv1d(x, weight.contiguous(), stride=self.strides, dilation=self.dilation, groups=groups))


@dataclasses.dataclass(frozen=True)
class Conv1D(Window1D):
    filters: int = 0
    groups: int = 1

    def draw(self, rng, shape):
        channels = shape[-1] // self.groups
        kernel = draw_kernel(rng, (self.size, channels, self.filters), self.size * channels)
        return [kernel, draw_bias(rng, self.filters)] if self.use_bias else [kernel]

    def compute(self, x, parameters, run):
        kernel, *bias = parameters
        return self.convolve(x, kernel.permute(2, 1, 0), self.groups) + sum(bias)


@dataclasses.dataclass(frozen=True)
class DepthwiseConv1D(Window1D):
    multiplier: int = 1

    def draw(self, rng, shape):
        kernel = draw_kernel(rng, (self.size, shape[-1], self.multiplier), self.size)
        return [kernel, draw_bias(rng, shape[-1] * self.multiplier)] if self.use_bias else [kernel]

    def compute(self, x, parameters, run):
        kernel, *bias = parameters
        return self.convolve_each(x, kernel) + sum(bias)

    def convolve_each(self, x, kernel):
        size, channels, multiplier = kernel.shape
        # The output channel c * multiplier + m comes from the channel c.
        return self.convolve(x, kernel.permute(1, 2, 0).reshape(channels * multiplier, 1, size), channels)


@dataclasses.dataclass(frozen=True)
class SeparableConv1D(DepthwiseConv1D):
    filters: int = 0

    @property
    def names(self):
        return ("depthwise_kernel", "pointwise_kernel", "bias")[:3 if self.use_bias else 2]

    def draw(self, rng, shape):
        between = shape[-1] * self.multiplier
        kernels = [
            draw_kernel(rng, (self.size, shape[-1], self.multiplier), self.size),
            draw_kernel(rng, (1, between, self.filters), between),
        ]
        return [*kernels, draw_bias(rng, self.filters)] if self.use_bias else kernels

    def compute(self, x, parameters, run):
        depthwise, pointwise, *bias = parameters
        return self.convolve_each(x, depthwise) @ pointwise[0] + sum(bias)


# --------------------------------------------------------------------------------------------------------------- pooling

@dataclasses.dataclass(frozen=True)
class Pooling1D(Layer):
    size: int = 2
    strides: int = None
    padding: str = "valid"

    @property
    def step(self):
        return self.size if self.strides is None else self.strides

    def windows(self, x, value):
        """(batch, channels, places, steps of a window); `value` stands beyond the ends."""
        return pad_steps(to_channels_first(x), self.padding, self.size, self.step, value=value).unfold(2, self.size, self.step)


@dataclasses.dataclass(frozen=True)
class MaxPooling1D(Pooling1D):
    def compute(self, x, parameters, run):
        windows = self.windows(x, -math.inf)
        keep_distance_of_largest(windows, run)
        return to_channels_last(windows.amax(dim=-1))


@dataclasses.dataclass(frozen=True)
class AveragePooling1D(Pooling1D):
    def compute(self, x, parameters, run):
        # Places beyond the ends do not count.
        count = self.windows(torch.ones_like(x), 0.0).sum(dim=-1)
        return to_channels_last(self.windows(x, 0.0).sum(dim=-1) / count)


@dataclasses.dataclass(frozen=True)
class GlobalPooling1D(Layer):
    kind: str  # "Max" or "Average".
    keep_dims: bool = False

    def compute(self, x, parameters, run):
        if self.kind == "Max":
            keep_distance_of_largest(to_channels_first(x), run)
            return x.amax(dim=1, keepdim=self.keep_dims)
        return x.mean(dim=1, keepdim=self.keep_dims)


# ------------------------------------------------------------------------------------------------------------------ sizes

@dataclasses.dataclass(frozen=True)
class RepeatVector(Layer):
    times: int

    def compute(self, x, parameters, run):
        return x[:, None, :].expand(-1, self.times, -1)


@dataclasses.dataclass(frozen=True)
class UpSampling1D(Layer):
    size: int = 2

    def compute(self, x, parameters, run):
        return x.repeat_interleave(self.size, dim=1)


@dataclasses.dataclass(frozen=True)
class ZeroPadding1D(Layer):
    left: int
    right: int

    def compute(self, x, parameters, run):
        return F.pad(x, (0, 0, self.left, self.right))


@dataclasses.dataclass(frozen=True)
class Cropping1D(Layer):
    left: int
    right: int

    def compute(self, x, parameters, run):
        return x[:, self.left:x.shape[1] - self.right]
