"""What Keras' layers compute, for record.py: NHWC data and Keras' parameters, in PyTorch's operations.

A layer draws its parameters and computes its sums from them; record.py applies the activation. The names, shapes and order of
the parameters are Keras', and so is everything that is not said here to be otherwise.
"""

import dataclasses
import math

import torch
import torch.nn.functional as F

# ---------------------------------------------------------------------------------------------------------- activations

ACTIVATIONS = {
    "Linear": lambda z: z,
    "ReLU": F.relu,
    "LeakyReLU": lambda z: F.leaky_relu(z, 0.2),  # Keras' activation function; its layer has .3.
    "ELU": F.elu,
    "SELU": F.selu,
    "GELU": F.gelu,  # The exact form, with erf.
    "SiLU": F.silu,
    "Softplus": lambda z: -F.logsigmoid(-z),  # torch's softplus turns linear above 20.
    "Sigmoid": torch.sigmoid,
    "Tanh": torch.tanh,
    "Softmax": lambda z: F.softmax(z, dim=-1),
    "ReLU6": F.relu6,
    "HardSigmoid": F.hardsigmoid,
    "HardSiLU": F.hardswish,
    "Mish": F.mish,
    "Softsign": F.softsign,
    "Exponential": torch.exp,
    "LogSoftmax": lambda z: F.log_softmax(z, dim=-1),
}

# Where the derivative of an activation jumps.
KINKS = {"ReLU": (0,), "LeakyReLU": (0,), "SELU": (0,), "ReLU6": (0, 6), "HardSigmoid": (-3, 3), "HardSiLU": (-3, 3)}


# ----------------------------------------------------------------------------------------------------------- foundations

class Run:
    """One forward pass: whether it is of training, and what it finds on the way."""

    def __init__(self, training):
        self.training = training
        self.moving = {}  # The next values of the parameters that are not trained, by parameter: a layer that runs twice changes them twice.
        self.mask = None  # Which steps of each sample count, after a layer that says so.
        self.masks = None  # The masks of all that a layer takes.
        self.distances = []  # How far the numbers of each sample are from a point where a derivative jumps.

    def keep_distance(self, distance):
        self.distances.append(distance.detach().flatten(1))

    def distance_of_samples(self):
        """For each sample the least distance; None where nothing has a kink."""
        return torch.cat(self.distances, dim=1).amin(dim=1) if self.distances else None


class Layer:
    """A layer without parameters and activation; layers with them say otherwise."""

    activation = None
    names = ()
    passes_mask = False  # Whether the steps of its output count as those of its input do.
    sources = None  # The numbers of the values that it takes, 0 being the model's input; None for the one before it.
    takes_list = False
    shares = None  # The number of the layer, from 1, that it runs once more.

    def taken(self, values):
        """What it takes of all values, or shapes, so far."""
        found = [values[source] for source in self.sources or (-1,)]
        return found if self.takes_list else found[0]

    def draw_inputs(self, rng, samples, shape):
        """Inputs for these samples of a batch of a model that begins with it; three decimals keep the files short."""
        return rng.normal(size=(len(samples), *shape)).round(3)

    def draw(self, rng, shape):
        """Its parameters, in the order of `names`, for samples of this shape."""
        return []

    def compute(self, x, parameters, run):
        raise NotImplementedError


def is_trained(name):
    """Whether an optimizer changes a parameter of this name."""
    return not name.endswith(("moving_mean", "moving_variance"))


def forward(layers, parameters, inputs, training):
    """The outputs, the pre-activations of the last activation, and the run, which has both of every layer."""
    x, z, run, parameters, values, masks, own = inputs, inputs, Run(training), iter(parameters), [inputs], [None], []
    run.values, run.sums = values, [inputs]
    for layer in layers:
        taken = layer.taken(values)
        run.masks = [masks[source] for source in layer.sources or (-1,)]
        run.mask = run.masks[0]
        own.append(own[layer.shares - 1] if layer.shares else [next(parameters) for _ in layer.names])
        layer = layers[layer.shares - 1] if layer.shares else layer
        x = layer.compute(taken, own[-1], run)
        if not layer.passes_mask:
            run.mask = None
        if layer.activation:
            z = x
            for kink in KINKS.get(layer.activation, ()):
                run.keep_distance((z - kink).abs())
            x = ACTIVATIONS[layer.activation](z)
        values.append(x)
        run.sums.append(z)
        masks.append(run.mask)
    return x, z, run


def kernel_and_bias(layer):
    return ("kernel", "bias") if layer.use_bias else ("kernel",)


def draw_kernel(rng, shape, fan_in):
    return rng.normal(size=shape) / math.sqrt(fan_in)


def draw_bias(rng, size):
    return rng.uniform(-0.5, 0.5, size=size)


# ------------------------------------------------------------------------------------------------------- rows of numbers

@dataclasses.dataclass(frozen=True)
class Dense(Layer):
    units: int
    activation: str = "Linear"
    use_bias: bool = True

    names = property(kernel_and_bias)
    passes_mask = True

    def draw(self, rng, shape):
        kernel = draw_kernel(rng, (shape[-1], self.units), shape[-1])
        return [kernel, draw_bias(rng, self.units)] if self.use_bias else [kernel]

    def compute(self, x, parameters, run):
        kernel, *bias = parameters
        return x @ kernel + sum(bias)


@dataclasses.dataclass(frozen=True)
class Activation(Layer):
    activation: str

    passes_mask = True

    def compute(self, x, parameters, run):
        return x


@dataclasses.dataclass(frozen=True)
class ReLU(Layer):
    """Keras' layer: x above the threshold, at most the largest value, and a line through the threshold below."""
    negative_slope: float = 0.0
    max_value: float = math.inf
    threshold: float = 0.0

    passes_mask = True

    def compute(self, x, parameters, run):
        for kink in (self.threshold, self.max_value):
            if math.isfinite(kink):
                run.keep_distance((x - kink).abs())
        return torch.where(x > self.threshold, x.clamp(max=self.max_value), self.negative_slope * (x - self.threshold))


class LeakyReLU(ReLU):
    def __init__(self, negative_slope=0.3):
        super().__init__(negative_slope)


@dataclasses.dataclass(frozen=True)
class ELU(Layer):
    alpha: float = 1.0

    passes_mask = True

    def compute(self, x, parameters, run):
        run.keep_distance(x.abs())
        return F.elu(x, self.alpha)


@dataclasses.dataclass(frozen=True)
class PReLU(Layer):
    shared_axes: tuple = ()  # Counted from 1: 0 is the batch.

    names = ("alpha",)
    passes_mask = True

    def draw(self, rng, shape):
        return [rng.uniform(-0.5, 1.5, size=[1 if axis + 1 in self.shared_axes else size for axis, size in enumerate(shape)])]

    def compute(self, x, parameters, run):
        run.keep_distance(x.abs())
        return x.clamp(min=0) + parameters[0] * x.clamp(max=0)


@dataclasses.dataclass(frozen=True)
class Flatten(Layer):
    def compute(self, x, parameters, run):
        return x.flatten(1)


@dataclasses.dataclass(frozen=True)
class Reshape(Layer):
    shape: tuple

    def compute(self, x, parameters, run):
        return x.reshape(len(x), *self.shape)


@dataclasses.dataclass(frozen=True)
class Permute(Layer):
    dims: tuple  # Counted from 1, as in Keras: 0 is the batch.

    def compute(self, x, parameters, run):
        return x.permute(0, *self.dims)


@dataclasses.dataclass(frozen=True)
class Rescaling(Layer):
    scale: float
    offset: float = 0

    passes_mask = True

    def compute(self, x, parameters, run):
        return x * self.scale + self.offset


@dataclasses.dataclass(frozen=True)
class Dropout(Layer):
    """Any layer of chance that is told to leave things as they are."""
    kind: str = "Dropout"

    passes_mask = True

    def compute(self, x, parameters, run):
        return x


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


# ---------------------------------------------------------------------------------------------------------- normalisation

@dataclasses.dataclass(frozen=True)
class Normalization(Layer):
    center: bool = True
    scale: bool = True
    epsilon: float = 1e-3

    @property
    def names(self):
        return (("gamma",) if self.scale else ()) + (("beta",) if self.center else ())

    def draw(self, rng, shape):
        gamma = rng.uniform(0.5, 1.5, size=shape[-1]) * rng.choice([-1, 1], size=shape[-1])
        beta = draw_bias(rng, shape[-1])
        return [*([gamma] if self.scale else []), *([beta] if self.center else [])]

    def normalize(self, x, mean, variance, parameters):
        x = (x - mean) / (variance + self.epsilon).sqrt()
        parameters = iter(parameters)
        x = x * next(parameters) if self.scale else x
        return x + next(parameters) if self.center else x


@dataclasses.dataclass(frozen=True)
class LayerNormalization(Normalization):
    passes_mask = True

    def compute(self, x, parameters, run):
        return self.normalize(x, x.mean(dim=-1, keepdim=True), x.var(dim=-1, unbiased=False, keepdim=True), parameters)


@dataclasses.dataclass(frozen=True)
class RMSNormalization(Layer):
    epsilon: float = 1e-6

    names = ("scale",)
    passes_mask = True

    def draw(self, rng, shape):
        return [rng.uniform(0.5, 1.5, size=shape[-1]) * rng.choice([-1, 1], size=shape[-1])]

    def compute(self, x, parameters, run):
        return x / ((x * x).mean(dim=-1, keepdim=True) + self.epsilon).sqrt() * parameters[0]


@dataclasses.dataclass(frozen=True)
class GroupNormalization(Normalization):
    groups: int = 32  # -1 is one each channel.

    passes_mask = True

    def compute(self, x, parameters, run):
        parameters, count = iter(parameters), x.shape[-1]
        scale = next(parameters) if self.scale else None
        center = next(parameters) if self.center else None
        groups = count if self.groups == -1 else self.groups
        return F.group_norm(x.movedim(-1, 1), groups, scale, center, self.epsilon).movedim(1, -1)


@dataclasses.dataclass(frozen=True)
class BatchNormalization(Normalization):
    momentum: float = 0.99

    @property
    def names(self):
        return (*super().names, "moving_mean", "moving_variance")

    def draw(self, rng, shape):
        return [*super().draw(rng, shape), rng.normal(size=shape[-1]) * 0.5, rng.uniform(0.5, 2, size=shape[-1])]

    def compute(self, x, parameters, run):
        *parameters, moving_mean, moving_variance = parameters
        if not run.training:
            return self.normalize(x, moving_mean, moving_variance, parameters)
        places = list(range(x.dim() - 1))
        mean, variance = x.mean(dim=places), x.var(dim=places, unbiased=False)
        for moving, batch in ((moving_mean, mean), (moving_variance, variance)):
            before = run.moving.get(id(moving), moving)
            run.moving[id(moving)] = before * self.momentum + batch.detach() * (1 - self.momentum)
        return self.normalize(x, mean, variance, parameters)


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
