"""What Keras' layers of images compute, as layers.py has it for the others."""

import dataclasses
import math

import torch
import torch.nn.functional as F

from layers import Layer, draw_bias, draw_kernel, kernel_and_bias

# --------------------------------------------------------------------------------------------------------------- windows

def pair(value):
    """(height, width) from a number for both, or from a pair."""
    return tuple(value) if isinstance(value, tuple) else (value, value)


def same_padding(size, kernel, stride, dilation=1):
    """(before, after) on one axis: the smaller half first."""
    total = max((math.ceil(size / stride) - 1) * stride + (kernel - 1) * dilation + 1 - size, 0)
    return total // 2, total - total // 2


def to_channels_first(x):
    return x.permute(0, 3, 1, 2)


def to_channels_last(x):
    return x.permute(0, 2, 3, 1)


def pad_image(x, layer, window, value=0.0):
    """NHWC to NCHW, surrounded by what the layer's padding asks for."""
    x = to_channels_first(x)
    if layer.padding == "valid":
        return x
    dilation = pair(getattr(layer, "dilation", 1))
    top, bottom = same_padding(x.shape[2], window[0], layer.steps[0], dilation[0])
    left, right = same_padding(x.shape[3], window[1], layer.steps[1], dilation[1])
    return F.pad(x, (left, right, top, bottom), value=value)


@dataclasses.dataclass(frozen=True)
class Window(Layer):
    """What convolutions and pooling share: `size`, `strides` and `dilation` are numbers or pairs (height, width)."""
    size: object
    activation: str = "Linear"
    strides: object = 1
    padding: str = "valid"
    dilation: object = 1
    use_bias: bool = True

    names = property(kernel_and_bias)

    @property
    def steps(self):
        return pair(self.strides)

    def convolve(self, x, weight, groups):
        """NHWC in and out; the weight is torch's (filters, channels / groups, height, width)."""
        x = pad_image(x, self, weight.shape[2:])
        return to_channels_last(F.conv2d(x, weight.contiguous(), stride=self.steps, dilation=pair(self.dilation), groups=groups))


@dataclasses.dataclass(frozen=True)
class Conv2D(Window):
    filters: int = 0
    groups: int = 1

    def draw(self, rng, shape):
        height, width = pair(self.size)
        channels = shape[-1] // self.groups
        kernel = draw_kernel(rng, (height, width, channels, self.filters), height * width * channels)
        return [kernel, draw_bias(rng, self.filters)] if self.use_bias else [kernel]

    def compute(self, x, parameters, run):
        kernel, *bias = parameters
        return self.convolve(x, kernel.permute(3, 2, 0, 1), self.groups) + sum(bias)


@dataclasses.dataclass(frozen=True)
class DepthwiseConv2D(Window):
    multiplier: int = 1

    def draw(self, rng, shape):
        height, width = pair(self.size)
        kernel = draw_kernel(rng, (height, width, shape[-1], self.multiplier), height * width)
        return [kernel, draw_bias(rng, shape[-1] * self.multiplier)] if self.use_bias else [kernel]

    def compute(self, x, parameters, run):
        kernel, *bias = parameters
        return self.convolve_each(x, kernel) + sum(bias)

    def convolve_each(self, x, kernel):
        height, width, channels, multiplier = kernel.shape
        # The output channel c * multiplier + m comes from the channel c.
        return self.convolve(x, kernel.permute(2, 3, 0, 1).reshape(channels * multiplier, 1, height, width), channels)


@dataclasses.dataclass(frozen=True)
class SeparableConv2D(DepthwiseConv2D):
    filters: int = 0

    @property
    def names(self):
        return ("depthwise_kernel", "pointwise_kernel", "bias")[:3 if self.use_bias else 2]

    def draw(self, rng, shape):
        height, width = pair(self.size)
        between = shape[-1] * self.multiplier
        kernels = [
            draw_kernel(rng, (height, width, shape[-1], self.multiplier), height * width),
            draw_kernel(rng, (1, 1, between, self.filters), between),
        ]
        return [*kernels, draw_bias(rng, self.filters)] if self.use_bias else kernels

    def compute(self, x, parameters, run):
        depthwise, pointwise, *bias = parameters
        return self.convolve_each(x, depthwise) @ pointwise[0, 0] + sum(bias)


@dataclasses.dataclass(frozen=True)
class Conv2DTranspose(Window):
    filters: int = 0
    output_padding: int = -1  # -1 is Keras' None.

    def draw(self, rng, shape):
        height, width = pair(self.size)
        # What an output sums up, about: neighbouring windows overlap by the size over the stride.
        overlap = max(height * width // math.prod(self.steps), 1)
        kernel = draw_kernel(rng, (height, width, self.filters, shape[-1]), overlap * shape[-1])
        return [kernel, draw_bias(rng, self.filters)] if self.use_bias else [kernel]

    def compute(self, x, parameters, run):
        kernel, *bias = parameters
        # Each input spreads over a window; nothing is cut off yet.
        whole = F.conv_transpose2d(
            to_channels_first(x), kernel.permute(3, 2, 0, 1).contiguous(), stride=self.steps, dilation=pair(self.dilation))
        for axis in (0, 1):
            whole = self.cut(whole, axis, x.shape[1 + axis])
        return to_channels_last(whole) + sum(bias)

    def cut(self, whole, axis, size):
        """Cuts or extends one axis of all that the windows reach to Keras' size."""
        stride = self.steps[axis]
        window = (pair(self.size)[axis] - 1) * pair(self.dilation)[axis] + 1
        reach = (size - 1) * stride + window
        before = 0
        if self.padding == "valid":
            wanted = size * stride + max(window - stride, 0) if self.output_padding < 0 else reach + self.output_padding
        else:
            wanted = size * stride
            if self.output_padding >= 0:
                wanted = (size - 1) * stride + window - 2 * (window // 2) + self.output_padding
            # As the convolution from `wanted` to `size` would be padded: the smaller half first.
            before = max(reach - wanted, 0) // 2
        kept = whole.narrow(2 + axis, before, min(wanted, reach - before))
        missing = wanted - kept.shape[2 + axis]
        return F.pad(kept, (0, 0, 0, missing) if axis == 0 else (0, missing))


# --------------------------------------------------------------------------------------------------------------- pooling

def keep_distance_of_largest(values, run):
    """Of each window, along the last axis, the largest must be so by a margin, unless the window is dead.

    Values are equal to the last bit only where ReLU made them 0, and there the slope is 0 whichever of them is taken.
    """
    if values.shape[-1] > 1:
        top = values.detach().topk(2, dim=-1).values
        gap = top[..., 0] - top[..., 1]
        run.keep_distance(torch.where(gap == 0, math.inf, gap))


@dataclasses.dataclass(frozen=True)
class Pooling(Layer):
    size: object = 2
    strides: object = None
    padding: str = "valid"

    @property
    def steps(self):
        return pair(self.size if self.strides is None else self.strides)


@dataclasses.dataclass(frozen=True)
class MaxPooling2D(Pooling):
    def compute(self, x, parameters, run):
        size = pair(self.size)
        x = pad_image(x, self, size, value=-math.inf)
        windows = x.unfold(2, size[0], self.steps[0]).unfold(3, size[1], self.steps[1])
        keep_distance_of_largest(windows.flatten(-2), run)
        return to_channels_last(F.max_pool2d(x, size, self.steps))


@dataclasses.dataclass(frozen=True)
class AveragePooling2D(Pooling):
    def compute(self, x, parameters, run):
        size = pair(self.size)
        total = F.avg_pool2d(pad_image(x, self, size), size, self.steps, divisor_override=1)
        # Places beyond the edges do not count.
        count = F.avg_pool2d(pad_image(torch.ones_like(x), self, size), size, self.steps, divisor_override=1)
        return to_channels_last(total / count)


@dataclasses.dataclass(frozen=True)
class GlobalPooling2D(Layer):
    kind: str  # "Max" or "Average".
    keep_dims: bool = False

    def compute(self, x, parameters, run):
        values = to_channels_first(x).flatten(2)
        if self.kind == "Max":
            keep_distance_of_largest(values, run)
            values = values.max(dim=-1).values
        else:
            values = values.mean(dim=-1)
        return values[:, None, None, :] if self.keep_dims else values


# --------------------------------------------------------------------------------------------------------- sizes of images

@dataclasses.dataclass(frozen=True)
class ZeroPadding2D(Layer):
    sides: tuple  # Top, bottom, left, right.

    def compute(self, x, parameters, run):
        top, bottom, left, right = self.sides
        return F.pad(x, (0, 0, left, right, top, bottom))


@dataclasses.dataclass(frozen=True)
class Cropping2D(Layer):
    sides: tuple  # Top, bottom, left, right.

    def compute(self, x, parameters, run):
        top, bottom, left, right = self.sides
        return x[:, top:x.shape[1] - bottom, left:x.shape[2] - right]


@dataclasses.dataclass(frozen=True)
class UpSampling2D(Layer):
    size: object = 2
    interpolation: str = "Nearest"

    def compute(self, x, parameters, run):
        height, width = pair(self.size)
        if self.interpolation == "Nearest":
            return x.repeat_interleave(height, dim=1).repeat_interleave(width, dim=2)
        size = (x.shape[1] * height, x.shape[2] * width)
        return to_channels_last(F.interpolate(to_channels_first(x), size, mode="bilinear", align_corners=False))


# ----------------------------------------------------------------------------------------------------------- augmentation

def fill_index(index, size, mode):
    """Where in a row of `size` pixels the pixel beyond its ends is found; the row is a b c d.

    Reflect is d c b a | a b c d | d c b a, Wrap a b c d | a b c d | a b c d, Nearest a a a a | a b c d | d d d d.
    """
    if mode == "Reflect":
        index = index % (2 * size)
        return torch.where(index < size, index, 2 * size - 1 - index)
    if mode == "Wrap":
        return index % size
    return index.clamp(0, size - 1)


@dataclasses.dataclass(frozen=True)
class Moved(Layer):
    """While training, the image that is seen at y' = a y + b x + c and x' = d y + e x + f instead of y and x.

    Like RandomTranslation, RandomRotation and RandomZoom whose bounds are equal, so that nothing is left to chance.
    """
    fill: str = "Reflect"
    interpolation: str = "Bilinear"
    fill_value: float = 0.0

    def matrix(self, height, width):
        """((a, b, c), (d, e, f)) for an image of this size."""
        raise NotImplementedError

    def compute(self, x, parameters, run):
        if not run.training:
            return x
        _, height, width, _ = x.shape
        (a, b, c), (d, e, f) = self.matrix(height, width)
        row, column = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
        y = a * row + b * column + c
        x_ = d * row + e * column + f
        if self.interpolation == "Nearest":
            return self.read(x, y.round().long(), x_.round().long())
        top, left = y.floor().long(), x_.floor().long()
        down, right = (y - top)[..., None], (x_ - left)[..., None]
        upper = self.read(x, top, left) * (1 - right) + self.read(x, top, left + 1) * right
        lower = self.read(x, top + 1, left) * (1 - right) + self.read(x, top + 1, left + 1) * right
        return upper * (1 - down) + lower * down

    def read(self, x, row, column):
        """The pixels at these places, also of the filling."""
        _, height, width, _ = x.shape
        pixels = x[:, fill_index(row, height, self.fill), fill_index(column, width, self.fill)]
        if self.fill != "Constant":
            return pixels
        inside = (row >= 0) & (row < height) & (column >= 0) & (column < width)
        return torch.where(inside[..., None], pixels, self.fill_value)


@dataclasses.dataclass(frozen=True)
class Translation(Moved):
    down: float = 0.0  # Of the height.
    right: float = 0.0  # Of the width.

    def matrix(self, height, width):
        return (1, 0, -self.down * height), (0, 1, -self.right * width)


@dataclasses.dataclass(frozen=True)
class Rotation(Moved):
    turn: float = 0.0  # Of a full turn, counter-clockwise.

    def matrix(self, height, width):
        cos, sin = math.cos(2 * math.pi * self.turn), math.sin(2 * math.pi * self.turn)
        y, x = (height - 1) / 2, (width - 1) / 2
        return (cos, sin, y - cos * y - sin * x), (-sin, cos, x + sin * y - cos * x)


@dataclasses.dataclass(frozen=True)
class Zoom(Moved):
    height: float = 0.0  # Above 0 more of the image is seen.
    width: float = 0.0

    def matrix(self, height, width):
        return (1 + self.height, 0, -self.height * (height - 1) / 2), (0, 1 + self.width, -self.width * (width - 1) / 2)
