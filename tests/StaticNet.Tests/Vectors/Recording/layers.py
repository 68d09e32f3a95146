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
