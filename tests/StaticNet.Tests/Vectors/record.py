"""Records what PyTorch computes for the models of VectorModels.cs and its neighbours, one JSON file a case.

Usage: python3 record.py [beginning of a case's name ...]
(needs torch and numpy, as in Debian's python3-torch; writes *.json beside itself, for all cases or for those named)

Every input, target and parameter is a float32 number; PyTorch computes with them in float64, so a record is the
exact answer, rounded once to float32 when it is written. Shapes are Keras' and StaticNet's: see layers.py, which computes them.

A case is drawn again until no rounding can decide its outcome: pre-activations and residuals keep clear of kinks, the
largest of a pooling window is so by a margin, probabilities keep clear of the clip, and the largest output is the largest
by a margin. The attempt is part of the seed, so that the same script writes the same files.
"""

import itertools
import json
import math
import pathlib
import re
import sys
import textwrap
import zlib

import numpy
import torch
import torch.nn.functional as F

from cases_attention import attention_cases
from cases_columns import column_cases
from cases_graphs import graph_cases
from cases_recurrent import recurrent_cases
from cases_sequences import sequence_cases
from layers import (
    ACTIVATIONS, Activation, AveragePooling2D, BatchNormalization, Conv2D, Conv2DTranspose, Cropping2D, Dense, DepthwiseConv2D,
    Dropout, ELU, Flatten, GlobalPooling2D, GroupNormalization, LayerNormalization, LeakyReLU, MaxPooling2D, Permute, PReLU, ReLU, Rescaling, Reshape,
    RMSNormalization, Rotation, Run, SeparableConv2D, Translation, UpSampling2D, ZeroPadding2D, Zoom, forward, is_trained)

FOLDER = pathlib.Path(__file__).resolve().parent
STEPS = 10
EPSILON = 1e-7  # Keras' epsilon: the clip of probabilities, and what Adam adds to the root.

# Distances kept from the points where a derivative jumps. The finite differences of the tests must not step across one.
KINK_MARGIN = 1e-2
ACCURACY_MARGIN = 1e-3
CLIP_MARGIN = 0.1  # of log(probability)

REDRAWS = 300  # The rounds in which single samples are drawn anew, before the whole case is.


# --------------------------------------------------------------------------------------------------------------- losses

def loss_of(loss, head, outputs, logits, targets):
    """Keras' losses, mean over the batch; softmax and sigmoid that feed their own loss use the stable logits form."""
    if loss == "MeanSquaredError":
        return F.mse_loss(outputs, targets)
    if loss == "MeanAbsoluteError":
        return F.l1_loss(outputs, targets)
    if loss == "Huber":
        return F.huber_loss(outputs, targets, delta=1.0)
    if loss == "BinaryCrossentropy":
        if head == "Sigmoid":
            return F.binary_cross_entropy_with_logits(logits, targets)
        p = outputs.clamp(EPSILON, 1 - EPSILON)
        return -(targets * p.log() + (1 - targets) * (1 - p).log()).mean()
    # torch's cross_entropy takes class numbers as well as rows of probabilities.
    if head == "Softmax":
        return F.cross_entropy(logits, targets)
    p = (outputs / outputs.sum(dim=-1, keepdim=True)).clamp(EPSILON, 1 - EPSILON)
    if loss == "SparseCategoricalCrossentropy":
        return F.nll_loss(p.log(), targets)
    return -(targets * p.log()).sum(dim=-1).mean()


def accuracy_of(loss, outputs, targets):
    if loss == "BinaryCrossentropy":
        return ((outputs > 0.5).double() == targets).double().mean().item()
    if loss in ("CategoricalCrossentropy", "SparseCategoricalCrossentropy"):
        # numpy's argmax promises the first maximum, torch's does not.
        wanted = targets.numpy() if targets.dim() == 1 else targets.numpy().argmax(axis=-1)
        return float((outputs.numpy().argmax(axis=-1) == wanted).mean())
    return None


# ----------------------------------------------------------------------------------------------------------- optimizers

class Adam:
    """Keras' Adam: epsilon stands outside the root and is not bias-corrected, unlike torch's."""

    def __init__(self, parameters, lr=1e-3, beta_1=0.9, beta_2=0.999):
        self.parameters, self.lr, self.beta_1, self.beta_2, self.t = parameters, lr, beta_1, beta_2, 0
        self.m = [torch.zeros_like(p) for p in parameters]
        self.v = [torch.zeros_like(p) for p in parameters]

    @torch.no_grad()
    def step(self):
        self.t += 1
        alpha = self.lr * math.sqrt(1 - self.beta_2 ** self.t) / (1 - self.beta_1 ** self.t)
        for p, m, v in zip(self.parameters, self.m, self.v):
            m += (p.grad - m) * (1 - self.beta_1)
            v += (p.grad ** 2 - v) * (1 - self.beta_2)
            p -= alpha * m / (v.sqrt() + EPSILON)


class Sgd:
    """Keras' SGD with its velocity, which already carries the learning rate."""

    def __init__(self, parameters, lr=0.01, momentum=0.0, nesterov=False):
        self.parameters, self.lr, self.momentum, self.nesterov = parameters, lr, momentum, nesterov
        self.v = [torch.zeros_like(p) for p in parameters]

    @torch.no_grad()
    def step(self):
        for p, v in zip(self.parameters, self.v):
            v.mul_(self.momentum).sub_(self.lr * p.grad)
            p += self.momentum * v - self.lr * p.grad if self.nesterov else v


OPTIMIZERS = {
    "sgd": Sgd,
    "sgd_momentum": lambda parameters: Sgd(parameters, momentum=0.9),
    "sgd_nesterov": lambda parameters: Sgd(parameters, momentum=0.9, nesterov=True),
    "adam": Adam,
    # v fades faster than m: what a weight does without gradients is more than a fading.
    "adam_short": lambda parameters: Adam(parameters, beta_2=0.5),
    "sgd_momentum_varied": lambda parameters: Sgd(parameters, lr=0.1, momentum=0.9),
    "sgd_nesterov_varied": lambda parameters: Sgd(parameters, lr=0.1, momentum=0.9, nesterov=True),
    "adam_varied": Adam,
}

COMMON_OPTIMIZERS = ("sgd", "sgd_momentum", "sgd_nesterov", "adam")

# What the learning rate is multiplied by in each step of an optimizer that is called varied, over and over.
RATES = (1, 0.25, 0, 0.5)


# ---------------------------------------------------------------------------------------------------------------- cases

def snake_case(kind):
    """Keras' name of a layer: Conv2D is conv2d, SeparableConv2D separable_conv2d, LSTM lstm."""
    words = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", kind)
    return re.sub("([a-z])([A-Z])", r"\1_\2", words).lower()


class Case:
    """One model with one batch. `edit` may change the drawn numbers; `exact` numbers are not drawn, so never redrawn.

    An image has so many pre-activations that a whole batch is hardly ever clear of all kinks: `redraw_samples` draws the
    samples anew that are not, before it draws anew all.

    `optimizers` names those whose steps are recorded; True stands for the common ones. Each step takes the batch, or with a
    `schedule` the one of that number: 0 is the batch, others are drawn for training alone.
    """

    def __init__(
            self, name, shape, layers, loss, batch, optimizers=False, edit=None, exact=False, soft_targets=False,
            redraw_samples=False, schedule=(0,) * STEPS):
        self.name, self.shape, self.layers, self.loss, self.batch = name, shape, layers, loss, batch
        self.optimizers = COMMON_OPTIMIZERS if optimizers is True else optimizers or ()
        self.edit, self.exact, self.soft_targets = edit, exact, soft_targets
        self.redraw_samples, self.schedule = redraw_samples, list(schedule)
        self.head = layers[-1].activation
        self.names = self.name_parameters()

    def name_parameters(self):
        """As Keras names them: the layer's kind with a number from the second of its kind in its block on, and the parameter's name."""
        names, counts = [], {}
        for layer in self.layers:
            kind = getattr(layer, "block", "") + snake_case(type(layer).__name__)
            count = counts[kind] = counts.get(kind, -1) + 1
            names += [f"{kind}_{count}/{name}" if count else f"{kind}/{name}" for name in layer.names]
        return names

    def draw(self, attempt):
        """Inputs, targets and parameters, all float32 numbers; three decimals keep the files short."""
        rng = self.generator(attempt)
        inputs = self.layers[0].draw_inputs(rng, range(self.batch), self.shape)
        parameters, shapes, drawn = [], [self.shape], []
        for layer in self.layers:
            taken = layer.taken(shapes)
            drawn.append(drawn[layer.shares - 1] if layer.shares else layer.draw(rng, taken))
            parameters += [] if layer.shares else drawn[-1]
            shapes.append(self.shape_after(self.layers[layer.shares - 1] if layer.shares else layer, drawn[-1], taken))
        shape = shapes[-1]
        data = {
            "inputs": inputs,
            "targets": self.draw_targets(rng, shape).round(3),
            "parameters": [p.round(3) for p in parameters],
        }
        if self.edit:
            self.edit(data)
        parameters = [single(p) for p in data["parameters"]]
        inputs = whole_or_single(data["inputs"])
        return (
            self.keep_clear(inputs, parameters, attempt) if self.redraw_samples else inputs,
            whole_or_single(data["targets"]),
            parameters,
        )

    def generator(self, *seed):
        return numpy.random.default_rng([zlib.crc32(self.name.encode()), *seed])

    @staticmethod
    def shape_after(layer, parameters, shape):
        zeros = [torch.zeros(1, *each, dtype=torch.float64) for each in shape] if layer.takes_list else torch.zeros(1, *shape, dtype=torch.float64)
        return tuple(layer.compute(zeros, [single(p) for p in parameters], Run(training=False)).shape[1:])

    def keep_clear(self, inputs, parameters, attempt):
        """Draws anew the samples that are near a kink; gives up after some rounds."""
        rng = self.generator(attempt, 1)
        for _ in range(REDRAWS):
            distance = forward(self.layers, parameters, inputs, training=True)[2].distance_of_samples()
            if distance is None or distance.min() >= KINK_MARGIN:
                break
            near = distance < KINK_MARGIN
            inputs[near] = whole_or_single(self.layers[0].draw_inputs(rng, near.nonzero().flatten().tolist(), self.shape))
        return inputs

    def draw_targets(self, rng, rows):
        size = (self.batch, *rows)
        if self.loss == "SparseCategoricalCrossentropy":
            return rng.integers(0, rows[-1], size=(self.batch, *rows[:-1]))
        if self.loss == "CategoricalCrossentropy":
            if self.soft_targets:
                targets = rng.dirichlet(numpy.ones(rows[-1]), size=self.batch).round(3)
                targets[:, 0] += 1 - targets.sum(axis=-1)  # Each row sums to 1 after rounding, too.
                return targets
            return numpy.eye(rows[-1])[rng.integers(0, rows[-1], size=(self.batch, *rows[:-1]))]
        if self.loss == "BinaryCrossentropy":
            return rng.uniform(size=size) if self.soft_targets else rng.integers(0, 2, size=size).astype(float)
        return rng.uniform(size=size) if self.head in ("Sigmoid", "Softmax") else rng.normal(size=size)

    def is_clear_cut(self, outputs, run, targets):
        """False where rounding, or a small step of a weight, could change a branch."""
        distance = run.distance_of_samples()
        if distance is not None and distance.min() < KINK_MARGIN:
            return False
        error = (outputs - targets).abs() if targets.shape == outputs.shape else None
        if self.loss == "MeanAbsoluteError":
            return error.min() > KINK_MARGIN
        if self.loss == "Huber":
            return (error - 1).abs().min() > KINK_MARGIN and error.min() < 1 < error.max()
        if self.loss == "BinaryCrossentropy":
            if (outputs - 0.5).abs().min() < ACCURACY_MARGIN:
                return False
        elif self.loss.endswith("CategoricalCrossentropy"):
            top = outputs.topk(2, dim=-1).values
            if (top[..., 0] - top[..., 1]).min() < ACCURACY_MARGIN:
                return False
        else:
            return True
        p = outputs if self.loss == "BinaryCrossentropy" else outputs / outputs.sum(dim=-1, keepdim=True)
        log_clip = math.log(EPSILON)
        if self.head == ("Sigmoid" if self.loss == "BinaryCrossentropy" else "Softmax"):
            return True
        return (p.log() - log_clip).abs().min() > CLIP_MARGIN and ((1 - p).log() - log_clip).abs().min() > CLIP_MARGIN

    def record(self):
        for attempt in itertools.count():
            inputs, targets, parameters = self.draw(attempt)
            gradients, outputs, run, loss, accuracy = self.run(inputs, targets, parameters)
            if self.exact:
                break
            clear = self.is_clear_cut(outputs, run, targets)
            # A batch that is all right or all wrong would prove nothing about the accuracy.
            mixed = accuracy is None or self.soft_targets or self.batch == 1 or 0 < accuracy < 1
            if clear and mixed:
                break
        assert math.isfinite(loss) and all(g.isfinite().all() for g in gradients)
        record = {
            "case": self.name,
            "batch": self.batch,
            "inputs": inputs,
            "targets": targets,
            "parameters": [
                {"name": name, "shape": list(p.shape), "values": p} for name, p in zip(self.names, parameters)
            ],
            "predictions": forward(self.layers, parameters, inputs, training=False)[0],
            "loss": loss,
            # Keras compares binary targets for equality, which says nothing about targets between 0 and 1.
            "accuracy": None if self.soft_targets and self.loss == "BinaryCrossentropy" else accuracy,
            "gradients": gradients,
        }
        if self.optimizers:
            batches = [(inputs, targets), *self.draw_batches(attempt, record["predictions"].shape[1:])]
            record["steps"] = len(self.schedule)
            if len(batches) > 1:
                record["schedule"] = self.schedule
                record["otherBatches"] = [{"inputs": inputs, "targets": targets} for inputs, targets in batches[1:]]
            record["after"] = {name: self.train(name, batches, parameters) for name in self.optimizers}
        return record, attempt

    def draw_batches(self, attempt, rows):
        """The batches of the schedule but the first."""
        rng = self.generator(attempt, 2)
        for _ in range(max(self.schedule)):
            inputs = self.layers[0].draw_inputs(rng, range(self.batch), self.shape)
            yield whole_or_single(inputs), whole_or_single(self.draw_targets(rng, rows).round(3))

    def run(self, inputs, targets, parameters):
        """Loss, accuracy and gradients as training finds them; the gradient of what is not trained is empty."""
        parameters = self.copy_of(parameters)
        outputs, logits, run = forward(self.layers, parameters, inputs, training=True)
        loss = self.loss_of(outputs, logits, targets, run)
        loss.backward()
        outputs = outputs.detach()
        # The gradient of a bias before a normalisation is a sum that is 0, of which float64 leaves a little.
        noise = 1e-14 if run.moving else 0
        gradients = [p.grad * (p.grad.abs() > noise) if p.requires_grad else torch.zeros(0) for p in parameters]
        return gradients, outputs, run, loss.item(), accuracy_of(self.loss, *self.counted(outputs, targets, run))

    def loss_of(self, outputs, logits, targets, run):
        return loss_of(self.loss, self.head, *self.counted(outputs, logits, targets, run))

    @staticmethod
    def counted(*values_and_run):
        """Of an output of steps with a mask those that count, of the whole batch: Keras' loss is their mean, as is the accuracy."""
        *values, run = values_and_run
        return values if run.mask is None else [value[run.mask] for value in values]

    def train(self, name, batches, parameters):
        parameters = self.copy_of(parameters)
        trained = [p for p in parameters if p.requires_grad]
        moving = [p for p in parameters if not p.requires_grad]
        optimizer = OPTIMIZERS[name](trained)
        rate = optimizer.lr
        for step, number in enumerate(self.schedule):
            inputs, targets = batches[number]
            for p in trained:
                p.grad = None
            outputs, logits, run = forward(self.layers, parameters, inputs, training=True)
            self.loss_of(outputs, logits, targets, run).backward()
            if name.endswith("_varied"):
                optimizer.lr = rate * RATES[step % len(RATES)]
            optimizer.step()
            for p in moving:
                p.copy_(run.moving[id(p)])
        return [p.detach() for p in parameters]

    def copy_of(self, parameters):
        return [p.clone().requires_grad_(is_trained(name)) for name, p in zip(self.names, parameters)]


def single(values):
    """Rounded to float32, held in float64."""
    return torch.tensor(values.astype(numpy.float32).astype(numpy.float64))


def whole_or_single(values):
    """Whole numbers as they are, others rounded to float32."""
    return torch.tensor(values) if values.dtype == numpy.int64 else single(values)


def scale_logits(largest):
    """Scales a single Dense so that its largest pre-activation is `largest`."""
    def edit(data):
        kernel, bias = data["parameters"]
        factor = largest / numpy.abs(data["inputs"] @ kernel + bias).max()
        data["parameters"] = [kernel * factor, bias * factor]
    return edit


def scale_logits_and_mark_largest(largest):
    """As scale_logits; moreover the largest output of each row has the target 1.

    A probability of nearly 1 with the target 0 would ask for log(1 - (1 - 1e-7)), which float32 cannot tell from 1.2e-7.
    """
    def edit(data):
        scale_logits(largest)(data)
        kernel, bias = data["parameters"]
        rows = numpy.arange(len(data["inputs"]))
        data["targets"][rows, (data["inputs"] @ kernel + bias).argmax(axis=-1)] = 1
    return edit


def widen(data):
    """Pre-activations from -100 to 100, where a careless exponential overflows; small outgoing weights."""
    first, first_bias, second, second_bias = data["parameters"]
    first = numpy.linspace(-100, 100, first.size).reshape(first.shape)
    data["parameters"] = [first, first_bias, second * 0.1, second_bias]
    data["inputs"] = numpy.array([[-1.0], [0.25], [1.0]])


def spread_targets(data):
    """Targets from -1.5 to 2.5, so that a sigmoid is both nearer to them and farther from them than Huber's delta."""
    data["targets"] = data["targets"] * 4 - 1.5


def fade_first_inputs(data):
    """Two inputs so small that their gradients come near Adam's epsilon, which shows where epsilon stands."""
    data["inputs"][:, :2] *= 1e-4


def tie(data):
    """Whole numbers, hence exact sums. Four rows have two largest logits: the first of them is right in two, the last in none."""
    data["inputs"] = numpy.array([[1.0, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [2, 0, 1], [1, 0, 0], [0, 1, 0]])
    data["parameters"] = [
        numpy.array([[2.0, 2, -1], [-1, 1, 0], [0, -2, 1]]),
        numpy.array([1.0, 1, 2]),
    ]
    data["targets"] = numpy.array([0, 1, 2, 1, 0, 2, 0])


def kill_filters(count):
    """The first filters of the first layer never fire: no window of theirs has a gradient."""
    def edit(data):
        data["parameters"][1][:count] = -12
    return edit


def sit_on_threshold(data):
    """Two logits of exactly 0: a probability of one half is not above the threshold, hence right for the target 0."""
    data["inputs"] = numpy.array([[1.5], [1.5], [2.0]])
    data["parameters"] = [numpy.array([[2.0]]), numpy.array([-3.0])]
    data["targets"] = numpy.array([[0.0], [0.0], [0.0]])


MSE, MAE, HUBER = "MeanSquaredError", "MeanAbsoluteError", "Huber"
BCE, CCE, SCCE = "BinaryCrossentropy", "CategoricalCrossentropy", "SparseCategoricalCrossentropy"

CASES = [
    # Each activation inside a Dense, then far from zero, then as a layer of its own.
    *(Case(f"{name}Hidden", (7,), [Dense(17, name), Dense(3)], MSE, batch=5) for name in ACTIVATIONS),
    *(Case(f"{name}Wide", (1,), [Dense(33, name), Dense(3)], MSE, batch=3, edit=widen)
      for name in ACTIVATIONS if name not in ("Linear", "Exponential")),
    *(Case(f"{name}Layer", (7,), [Dense(17), Activation(name), Dense(3)], MSE, batch=7)
      for name in ("ReLU", "GELU", "Softmax", "ReLU6", "Mish")),
    Case("ActivationFirst", (7,), [Activation("Tanh"), Dense(5)], MSE, batch=3),
    Case("ActivationTwice", (5,), [Dense(15, "ReLU"), Activation("Tanh"), Dense(3)], MSE, batch=7),
    Case("ActivationLast", (5,), [Dense(10, "Tanh"), Dense(3), Activation("Softmax")], SCCE, batch=7),
    Case("ActivationLastSigmoid", (5,), [Dense(10, "Tanh"), Dense(1), Activation("Sigmoid")], BCE, batch=7),
    Case("SoftmaxOverLastAxis", (3, 5), [Activation("Softmax"), Flatten(), Dense(3)], MSE, batch=3),

    # Layers for an activation alone, with options of their own.
    Case("LeakyReLULayer", (5,), [Dense(17), LeakyReLU(), Dense(3)], MSE, batch=5),
    Case("LeakyReLUFirst", (5,), [LeakyReLU(0.5), Dense(3)], MSE, batch=5),
    Case("ReLUOptions", (5,), [Dense(17), ReLU(0.1, 1, 0.25), Dense(3)], MSE, batch=5),
    Case("ReLUAtMostOne", (5,), [Dense(17), ReLU(max_value=1), Dense(3)], MSE, batch=5),
    Case("ELUOption", (5,), [Dense(17), ELU(0.5), Dense(3)], MSE, batch=5),
    Case("PReLUHidden", (5,), [Dense(17, "Tanh"), PReLU(), Dense(3)], MSE, batch=5, optimizers=True),
    Case("PReLUFirst", (3, 5), [PReLU(), Flatten(), Dense(3)], MSE, batch=5),
    Case("PReLUShared", (4, 3, 5), [PReLU((1, 2)), PReLU((2,)), PReLU((3,)), PReLU((1, 2, 3)), Flatten(), Dense(3)], MSE, batch=5,
         redraw_samples=True),
    Case("RMSNormHidden", (5,), [Dense(17), RMSNormalization(), Dense(3)], MSE, batch=5),
    Case("RMSNormReLU", (3, 5), [RMSNormalization(0.1), Activation("ReLU"), RMSNormalization(), Flatten(), Dense(3)], MSE, batch=5),
    Case("GroupNormHidden", (5,), [Dense(18, "Tanh"), GroupNormalization(groups=3), Dense(3)], MSE, batch=5, optimizers=True),
    Case("GroupNormReLU", (3, 6), [GroupNormalization(groups=2, epsilon=0.1), Activation("ReLU"), GroupNormalization(groups=-1), Flatten(), Dense(3)], MSE,
         batch=5, redraw_samples=True),
    Case("LogSoftmaxLast", (5,), [Dense(9, "Tanh"), Dense(3, "LogSoftmax")], MSE, batch=5),
    Case("LogSoftmaxLayer", (3, 5), [Dense(7, "SELU"), Activation("LogSoftmax"), Flatten(), Dense(3)], MSE, batch=5, redraw_samples=True),

    # Each loss on the heads it knows.
    Case("BceSigmoid", (10,), [Dense(7, "Tanh"), Dense(1, "Sigmoid")], BCE, batch=17),
    Case("BceSigmoidMultiLabel", (7,), [Dense(16, "Tanh"), Dense(5, "Sigmoid")], BCE, batch=7),
    Case("BceSigmoidSoftTargets", (7,), [Dense(10, "Tanh"), Dense(3, "Sigmoid")], BCE, batch=7, soft_targets=True),
    Case("BceSoftmax", (7,), [Dense(10, "Tanh"), Dense(3, "Softmax")], BCE, batch=7),
    Case("BceSoftmaxClipped", (5,), [Dense(3, "Softmax")], BCE, batch=7, edit=scale_logits_and_mark_largest(30)),
    Case("CceSoftmax", (7,), [Dense(10, "Tanh"), Dense(5, "Softmax")], CCE, batch=7),
    Case("CceSoftmaxSoftTargets", (7,), [Dense(10, "Tanh"), Dense(5, "Softmax")], CCE, batch=17, soft_targets=True),
    Case("CceSigmoid", (7,), [Dense(10, "Tanh"), Dense(5, "Sigmoid")], CCE, batch=7),
    # Scaled so that one target lies just below the clip, where a gradient that ignores the clip still shows.
    Case("CceSigmoidClipped", (5,), [Dense(3, "Sigmoid")], CCE, batch=7, edit=scale_logits(18)),
    Case("ScceSoftmax", (7,), [Dense(10, "Tanh"), Dense(5, "Softmax")], SCCE, batch=17),
    Case("ScceSigmoid", (7,), [Dense(10, "Tanh"), Dense(5, "Sigmoid")], SCCE, batch=7),
    Case("MseLinear", (7,), [Dense(15, "Tanh"), Dense(3)], MSE, batch=7),
    Case("MseSigmoid", (7,), [Dense(15, "Tanh"), Dense(3, "Sigmoid")], MSE, batch=7),
    Case("MseSoftmax", (7,), [Dense(15, "Tanh"), Dense(3, "Softmax")], MSE, batch=7),
    Case("MaeLinear", (7,), [Dense(15, "Tanh"), Dense(3)], MAE, batch=7),
    Case("MaeSigmoid", (7,), [Dense(15, "Tanh"), Dense(3, "Sigmoid")], MAE, batch=7),
    Case("HuberLinear", (7,), [Dense(15, "Tanh"), Dense(3)], HUBER, batch=7),
    Case("HuberSigmoid", (7,), [Dense(15, "Tanh"), Dense(3, "Sigmoid")], HUBER, batch=7, edit=spread_targets),

    # Logits up to 80: the loss stays finite only in the stable form.
    Case("BceExtreme", (7,), [Dense(1, "Sigmoid")], BCE, batch=17, edit=scale_logits(80)),
    Case("ScceExtreme", (5,), [Dense(3, "Softmax")], SCCE, batch=17, edit=scale_logits(80)),
    Case("CceExtreme", (5,), [Dense(10, "Softmax")], CCE, batch=7, edit=scale_logits(80)),

    # Where accuracy is decided by a rule and not by a margin.
    Case("ScceTie", (3,), [Dense(3, "Softmax")], SCCE, batch=7, edit=tie, exact=True),
    Case("BceThreshold", (1,), [Dense(1, "Sigmoid")], BCE, batch=3, edit=sit_on_threshold, exact=True),

    # Odd sizes and shapes.
    Case("NoBias", (5,), [Dense(7, "Tanh", use_bias=False), Dense(3, use_bias=False)], MSE, batch=7),
    Case("NoBiasThenBias", (15,), [Dense(17, "ReLU", use_bias=False), Dense(5, "Softmax")], SCCE, batch=7),
    Case("Size1To1", (1,), [Dense(1)], MSE, batch=1),
    Case("Size3To17To1", (3,), [Dense(17, "SiLU"), Dense(1)], MSE, batch=3),
    Case("Size16To16", (16,), [Dense(16)], MSE, batch=17),
    Case("Size15To31To47", (15,), [Dense(31, "GELU"), Dense(47, "Softmax")], SCCE, batch=7),
    Case("Size47To33To10", (47,), [Dense(33, "Tanh"), Dense(10, "Softmax")], SCCE, batch=33),
    Case("ThreeLayers", (17,), [Dense(15, "ReLU"), Dense(10, "SELU"), Dense(5, "Softmax")], SCCE, batch=3),
    Case("Batch1", (10,), [Dense(15, "ReLU"), Dense(3, "Softmax")], SCCE, batch=1),
    Case("Batch33", (10,), [Dense(15, "ReLU"), Dense(3, "Softmax")], SCCE, batch=33),
    Case("FlattenFirst", (3, 5, 2), [Flatten(), Dense(7, "Tanh"), Dense(3)], MSE, batch=3),

    # Ten steps of each optimizer.
    Case("OptimizerScce", (10,), [Dense(17, "ReLU"), Dense(3, "Softmax")], SCCE, batch=7,
         edit=fade_first_inputs, optimizers=True),
    Case("OptimizerBce", (5,), [Dense(9, "Tanh"), Dense(1, "Sigmoid")], BCE, batch=17,
         edit=fade_first_inputs, optimizers=True),
]

# Shorter for the cases below.

def conv(filters, size, activation="Linear", **options):
    return Conv2D(size, activation, filters=filters, **options)


def depthwise(size, activation="Linear", **options):
    return DepthwiseConv2D(size, activation, **options)


def separable(filters, size, activation="Linear", **options):
    return SeparableConv2D(size, activation, filters=filters, **options)


def transpose(filters, size, activation="Linear", **options):
    return Conv2DTranspose(size, activation, filters=filters, **options)


def image(name, shape, *layers, end=(Flatten(), Dense(3)), loss=MSE, batch=3, **options):
    return Case(name, shape, [*layers, *end], loss, batch, redraw_samples=True, **options)


# Images. What is no first layer follows a convolution of single pixels, so that the gradient passes through it.
IMAGE_CASES = [
    # Convolutions: sizes of kernels, channels and images.
    image("ConvPointwise", (3, 4, 3), conv(5, 1)),
    image("ConvKernel2x3", (5, 6, 2), conv(4, (2, 3)), batch=2),
    image("ConvKernel5", (7, 6, 3), conv(2, 5)),
    image("ConvOneChannel", (6, 6, 1), conv(4, 3), batch=5),
    image("ConvOneFilter", (5, 4, 3), conv(1, 3)),
    image("Conv17Channels", (4, 4, 17), conv(5, 3), batch=2),
    image("Conv17Filters", (4, 5, 3), conv(17, 2), batch=1),
    image("Conv33Filters", (4, 4, 2), conv(33, 3)),
    image("ConvOnOnePixel", (1, 1, 5), conv(4, 1)),
    image("ConvToOnePixel", (3, 3, 3), conv(7, 3), batch=4),
    image("ConvOnRow", (1, 9, 2), conv(3, (1, 3))),
    image("ConvNoBias", (5, 5, 2), conv(3, 3, use_bias=False)),
    image("ConvLast", (4, 4, 2), conv(3, 2), end=[Flatten()]),
    image("ConvScce", (5, 5, 3), conv(4, 3, "ReLU"), end=[Flatten(), Dense(4, "Softmax")], loss=SCCE, batch=5),

    # Convolutions: activations.
    *(image(f"Conv{name}", (5, 5, 2), conv(4, 3, name), batch=2) for name in ("ReLU", "LeakyReLU", "GELU", "Sigmoid", "Softmax")),
    image("ConvGELULayer", (4, 5, 2), conv(5, 2), Activation("GELU")),
    image("ConvSoftmaxLayer", (4, 4, 3), conv(5, 2), Activation("Softmax")),
    image("ActivationOnImage", (3, 3, 5), Activation("Sigmoid")),
    image("SoftmaxOnImage", (3, 3, 5), Activation("Softmax")),

    # Convolutions: one after the other.
    image("ConvConv", (6, 6, 2), conv(4, 3, "ReLU"), conv(3, 3, "ReLU")),
    image("ConvConvLinear", (5, 4, 1), conv(3, 2), conv(4, 2), batch=1),
    image("ConvConvWide", (4, 4, 3), conv(17, 2, "ReLU"), conv(3, 2, "LeakyReLU"), batch=2),
    image("ConvThree", (7, 7, 1), conv(3, 3, "GELU", padding="same"), conv(4, 3, "ReLU", strides=2), conv(5, 1, "Sigmoid")),

    # Convolutions: padding.
    image("ConvSameFirst", (5, 4, 1), conv(4, 3, padding="same")),
    image("ConvSameEven", (6, 4, 2), conv(3, 1), conv(4, 3, padding="same")),
    image("ConvSameOdd", (5, 7, 2), conv(3, 1), conv(2, 3, padding="same"), batch=2),
    image("ConvSameEvenKernel", (5, 4, 2), conv(2, 1), conv(3, (2, 4), padding="same")),
    image("ConvSameBeyondImage", (3, 2, 2), conv(3, 1), conv(4, 5, padding="same")),
    image("ConvSameOnOnePixel", (1, 1, 3), conv(2, 1), conv(4, 3, padding="same")),
    image("ConvSameSame", (5, 5, 2), conv(3, 3, "ReLU", padding="same"), conv(3, 3, "Tanh", padding="same"), batch=2),

    # Convolutions: strides.
    image("ConvStride2First", (7, 6, 1), conv(4, 3, strides=2)),
    image("ConvStride2SameFirst", (6, 5, 3), conv(4, 3, strides=2, padding="same")),
    image("ConvStride2Even", (6, 8, 2), conv(3, 1), conv(4, 3, strides=2)),
    image("ConvStride2Odd", (7, 5, 2), conv(3, 1), conv(4, 3, strides=2)),
    image("ConvStride2SameEven", (6, 4, 2), conv(3, 1), conv(4, 3, strides=2, padding="same")),
    image("ConvStride2SameOdd", (7, 5, 2), conv(3, 1), conv(4, 3, strides=2, padding="same")),
    image("ConvStride2Kernel5Same", (6, 7, 2), conv(2, 1), conv(3, 5, strides=2, padding="same")),
    image("ConvStride2Pointwise", (5, 4, 3), conv(3, 1), conv(4, 1, strides=2)),
    image("ConvStride3", (8, 7, 2), conv(3, 1), conv(4, 3, strides=3)),
    image("ConvStride3Same", (8, 7, 2), conv(3, 1), conv(4, 3, strides=3, padding="same")),
    image("ConvStride3Kernel2Same", (7, 8, 2), conv(3, 1), conv(4, 2, strides=3, padding="same")),
    image("ConvStride2x1", (7, 5, 2), conv(3, 1), conv(4, 3, strides=(2, 1))),
    image("ConvStride1x2Same", (4, 7, 2), conv(3, 1), conv(4, (2, 3), strides=(1, 2), padding="same")),

    # Convolutions: dilation.
    image("ConvDilation2First", (7, 7, 1), conv(4, 3, dilation=2)),
    image("ConvDilation2", (7, 6, 2), conv(3, 1), conv(4, 3, dilation=2)),
    image("ConvDilation2Same", (5, 6, 2), conv(3, 1), conv(2, 3, dilation=2, padding="same")),
    image("ConvDilation2x1", (6, 5, 2), conv(3, 1), conv(4, (2, 3), dilation=(2, 1))),
    image("ConvDilation1x3Same", (3, 8, 2), conv(3, 1), conv(2, 3, dilation=(1, 3), padding="same")),

    # Convolutions: groups.
    image("ConvGroups2First", (4, 4, 4), conv(6, 3, groups=2)),
    image("ConvGroups2", (4, 4, 2), conv(4, 1), conv(6, 3, "ReLU", groups=2)),
    image("ConvGroups3Strided", (5, 4, 2), conv(6, 1), conv(3, (2, 3), groups=3, strides=2, padding="same")),
    image("ConvGroupsEach", (4, 5, 2), conv(5, 1), conv(10, 3, groups=5), batch=2),
    image("ConvGroupsOf17", (3, 3, 2), conv(34, 1), conv(4, 2, groups=2), batch=2),

    # Convolution and pooling, which are one step where that pays.
    image("ConvPoolEven1", (6, 6, 1), conv(4, 3, "ReLU"), MaxPooling2D()),
    image("ConvPoolOdd1", (7, 6, 1), conv(5, 3, "ReLU"), MaxPooling2D(), batch=4),
    image("ConvPoolOdd1LeakyReLU", (6, 7, 1), conv(3, 2, "LeakyReLU"), MaxPooling2D(), batch=2),
    image("ConvPoolEven3", (6, 6, 3), conv(4, 3, "LeakyReLU"), MaxPooling2D()),
    image("ConvPoolOdd3", (7, 7, 3), conv(3, 3), MaxPooling2D(), batch=2),
    image("ConvPoolOdd3ReLU", (5, 7, 3), conv(4, 3, "ReLU"), MaxPooling2D(), batch=1),
    image("ConvPoolEven20", (6, 6, 20), conv(3, 3, "ReLU"), MaxPooling2D(), batch=2),
    image("ConvPoolOdd20LeakyReLU", (5, 6, 20), conv(2, 2, "LeakyReLU"), MaxPooling2D(), batch=2),
    image("ConvPoolEven20Linear", (4, 4, 20), conv(5, 1), MaxPooling2D(), batch=1),
    image("ConvPool17Filters", (6, 6, 1), conv(17, 3, "ReLU"), MaxPooling2D(), batch=2),
    image("ConvPool33Filters", (4, 6, 3), conv(33, 3, "ReLU"), MaxPooling2D(), batch=2),
    image("ConvPoolNoBias", (6, 6, 2), conv(3, 3, "ReLU", use_bias=False), MaxPooling2D()),
    image("ConvPoolGELU", (6, 5, 2), conv(3, 2, "GELU"), MaxPooling2D()),
    image("ConvPoolSigmoid", (5, 5, 2), conv(3, 2, "Sigmoid"), MaxPooling2D(), batch=2),
    image("ConvPoolToOnePixel", (3, 3, 2), conv(5, 2, "ReLU"), MaxPooling2D(), batch=5),
    image("ConvPoolSame", (6, 6, 3), conv(3, 3, "ReLU", padding="same"), MaxPooling2D(), batch=2),
    image("ConvPoolSameOdd", (5, 5, 3), conv(3, 3, "LeakyReLU", padding="same"), MaxPooling2D(), batch=2),
    image("ConvPoolSamePool", (5, 6, 2), conv(3, 2, "ReLU", padding="same"), MaxPooling2D(padding="same"), batch=2),
    image("ConvPoolStride2", (9, 9, 2), conv(3, 3, "ReLU", strides=2), MaxPooling2D()),
    image("ConvPoolStride2Same", (7, 7, 3), conv(3, 3, "ReLU", strides=2, padding="same"), MaxPooling2D()),
    image("ConvPoolDilation2", (7, 7, 2), conv(3, 3, "ReLU", dilation=2), MaxPooling2D(), batch=2),
    image("ConvPoolGroups2", (4, 5, 4), conv(4, 2, "ReLU", groups=2), MaxPooling2D()),
    image("ConvPool3", (8, 8, 1), conv(3, 3, "ReLU"), MaxPooling2D(3), batch=2),
    image("ConvPool3Stride1", (6, 6, 1), conv(3, 3, "ReLU"), MaxPooling2D(3, strides=1), batch=2),
    image("ConvPool1x2", (4, 7, 2), conv(3, 2, "ReLU"), MaxPooling2D((1, 2))),
    image("ConvPoolDead", (6, 6, 1), conv(3, 3, "ReLU"), MaxPooling2D(), edit=kill_filters(3)),
    image("ConvPoolHalfDead", (6, 6, 3), conv(4, 3, "ReLU"), MaxPooling2D(), edit=kill_filters(2)),
    image("ConvPoolActivation", (6, 6, 2), conv(4, 3), Activation("ReLU"), MaxPooling2D(), batch=2),
    image("ConvPoolThenActivation", (6, 6, 2), conv(4, 3), MaxPooling2D(), Activation("ReLU"), batch=2),
    image("ConvPoolThenConv", (8, 6, 3), conv(4, 3, "ReLU"), MaxPooling2D(), conv(3, 2, "ReLU"), batch=2),
    image("ConvThenConvPool", (7, 7, 2), conv(3, 2, "ReLU"), conv(4, 3, "ReLU"), MaxPooling2D(), batch=2),
    image("ConvPoolTwice", (9, 9, 1), conv(4, 3, "ReLU"), MaxPooling2D(), conv(5, 2, "ReLU"), MaxPooling2D(), batch=2),
    image("ConvPoolTwiceSame", (8, 8, 2), conv(3, 3, "ReLU", padding="same"), MaxPooling2D(),
          conv(4, 3, "ReLU", padding="same"), MaxPooling2D(), batch=2),
    image("ConvPoolTwiceWide", (8, 8, 1), conv(17, 3, "ReLU"), MaxPooling2D(), conv(3, 2, "LeakyReLU"), MaxPooling2D(), batch=1),
    image("ConvPoolScce", (6, 6, 1), conv(4, 3, "ReLU"), MaxPooling2D(), end=[Flatten(), Dense(5, "Softmax")],
          loss=SCCE, batch=5),

    # Normalisation of batches.
    image("BatchNormFirst", (4, 3, 3), BatchNormalization()),
    Case("BatchNormFirstOnRow", (7,), [BatchNormalization(), Dense(3)], MSE, batch=5),
    image("BatchNormOnRows", (5, 3), Dense(4, use_bias=False), BatchNormalization()),
    Case("BatchNormAfterDense", (5,), [Dense(17, use_bias=False), BatchNormalization(), Activation("ReLU"), Dense(3)], MSE,
         batch=5),
    Case("BatchNormAfterActivation", (5,), [Dense(10, "ReLU"), BatchNormalization(), Dense(3)], MSE, batch=4),
    Case("BatchNormLast", (5,), [Dense(10, "Tanh"), Dense(3, use_bias=False), BatchNormalization()], MSE, batch=5),
    Case("BatchNormScce", (5,), [Dense(10, use_bias=False), BatchNormalization(), Activation("ReLU"), Dense(3, "Softmax")], SCCE,
         batch=5),
    image("BatchNormAfterConv", (5, 5, 2), conv(3, 3, use_bias=False), BatchNormalization(), batch=2),
    image("BatchNormAfterConvReLU", (5, 4, 2), conv(3, 2, "ReLU"), BatchNormalization()),
    image("BatchNormBeforeReLU", (4, 5, 2), conv(3, 2, use_bias=False), BatchNormalization(), Activation("ReLU")),
    image("BatchNormBatch1", (4, 5, 2), conv(3, 2, use_bias=False), BatchNormalization(), batch=1),
    image("BatchNorm17Channels", (3, 3, 3), conv(17, 2, use_bias=False), BatchNormalization(), Activation("ReLU"), batch=2),
    image("BatchNormNoCenter", (4, 4, 2), conv(3, 2, use_bias=False), BatchNormalization(center=False)),
    image("BatchNormNoScale", (4, 4, 2), conv(3, 2, use_bias=False), BatchNormalization(scale=False)),
    image("BatchNormPlain", (4, 4, 2), conv(3, 2, use_bias=False), BatchNormalization(center=False, scale=False)),
    image("BatchNormEpsilon", (3, 4, 2), conv(3, 2, use_bias=False), BatchNormalization(epsilon=0.1, momentum=0.9)),
    image("BatchNormTwice", (5, 5, 2), conv(3, 2, use_bias=False), BatchNormalization(), Activation("ReLU"),
          conv(4, 2, use_bias=False), BatchNormalization(), Activation("ReLU"), batch=2),
    image("ConvNormPool", (6, 6, 2), conv(3, 3), BatchNormalization(), Activation("ReLU"), MaxPooling2D(), batch=2),
    image("ConvNormPoolLinear", (5, 6, 2), conv(3, 2, use_bias=False), BatchNormalization(), MaxPooling2D(), batch=2),
    image("ConvNormPoolTwice", (8, 8, 1), conv(3, 3, use_bias=False), BatchNormalization(), Activation("ReLU"), MaxPooling2D(),
          conv(4, 2, use_bias=False), BatchNormalization(), Activation("ReLU"), MaxPooling2D(), batch=2),
    image("ConvPoolNorm", (6, 6, 2), conv(3, 3, "ReLU"), MaxPooling2D(), BatchNormalization()),

    # Normalisation of rows.
    Case("LayerNormOnRow", (5,), [Dense(17), LayerNormalization(), Dense(3)], MSE, batch=3),
    Case("LayerNormReLU", (5,), [Dense(10), LayerNormalization(), Activation("ReLU"), Dense(3)], MSE, batch=3),
    image("LayerNormFirst", (4, 3, 7), LayerNormalization()),
    image("LayerNormAfterConv", (3, 4, 2), conv(5, 2), LayerNormalization()),
    image("LayerNorm33Channels", (2, 3, 2), conv(33, 2, "ReLU"), LayerNormalization(), batch=2),
    image("LayerNormOneChannel", (3, 3, 2), conv(1, 2), LayerNormalization()),
    image("LayerNormNoCenter", (3, 3, 2), conv(4, 2), LayerNormalization(center=False)),
    image("LayerNormNoScale", (3, 3, 2), conv(4, 2), LayerNormalization(scale=False)),
    image("LayerNormPlain", (3, 3, 2), conv(4, 2), LayerNormalization(center=False, scale=False)),
    image("LayerNormEpsilon", (3, 3, 2), conv(4, 2), LayerNormalization(epsilon=0.1)),
    image("GroupNormFirst", (4, 3, 6), GroupNormalization(groups=2)),
    image("GroupNormAfterConv", (3, 4, 2), conv(32, 2, "ReLU"), GroupNormalization(), batch=2),
    image("GroupNormOneGroup", (3, 4, 2), conv(5, 2), GroupNormalization(groups=1), Activation("Sigmoid")),
    image("GroupNormInstance", (3, 3, 2), conv(17, 2), GroupNormalization(groups=-1, center=False), batch=2),
    image("GroupNormPlain", (3, 3, 2), conv(4, 2), GroupNormalization(groups=2, center=False, scale=False)),

    # The largest of a window.
    image("MaxPoolFirst", (4, 6, 3), MaxPooling2D()),
    image("MaxPoolOddFirst", (5, 7, 2), MaxPooling2D()),
    image("MaxPoolThenConv", (6, 7, 2), MaxPooling2D(), conv(4, 2)),
    image("MaxPoolAfterDense", (4, 6, 2), Dense(5, "Tanh"), MaxPooling2D()),
    image("MaxPoolOddAfterDense", (5, 5, 2), Dense(17), MaxPooling2D(), batch=1),
    image("MaxPoolTwice", (8, 8, 2), Dense(3), MaxPooling2D(), MaxPooling2D()),
    image("MaxPoolSame", (5, 7, 2), Dense(3), MaxPooling2D(padding="same"), batch=2),
    image("MaxPoolStride1", (4, 4, 2), Dense(3), MaxPooling2D(strides=1), batch=2),
    image("MaxPoolStride1Same", (4, 3, 2), Dense(3), MaxPooling2D(strides=1, padding="same"), batch=2),
    image("MaxPoolStride3", (5, 8, 2), Dense(3), MaxPooling2D(strides=3)),
    image("MaxPool3", (7, 6, 2), Dense(3), MaxPooling2D(3)),
    image("MaxPool3Stride1", (5, 4, 2), Dense(3), MaxPooling2D(3, strides=1), batch=2),
    image("MaxPool3Stride1Same", (3, 4, 2), Dense(3), MaxPooling2D(3, strides=1, padding="same"), batch=2),
    image("MaxPool3Stride2", (7, 6, 2), Dense(3), MaxPooling2D(3, strides=2), batch=2),
    image("MaxPool3Stride2SameEven", (6, 4, 2), Dense(3), MaxPooling2D(3, strides=2, padding="same"), batch=2),
    image("MaxPool3Stride2SameOdd", (7, 5, 2), Dense(3), MaxPooling2D(3, strides=2, padding="same"), batch=2),
    image("MaxPool1x2", (3, 5, 2), Dense(3), MaxPooling2D((1, 2))),
    image("MaxPool2x1Strides1x2", (4, 5, 2), Dense(3), MaxPooling2D((2, 1), strides=(1, 2)), batch=2),

    # The mean of a window.
    image("AveragePoolFirst", (4, 6, 3), AveragePooling2D()),
    image("AveragePoolOddFirst", (5, 7, 2), AveragePooling2D()),
    image("AveragePoolAfterConv", (5, 5, 2), conv(3, 2, "ReLU"), AveragePooling2D()),
    image("AveragePool17Channels", (5, 4, 2), conv(17, 1), AveragePooling2D(), batch=1),
    image("AveragePoolSame", (5, 7, 2), conv(3, 1), AveragePooling2D(padding="same")),
    image("AveragePoolStride1Same", (4, 3, 2), conv(3, 1), AveragePooling2D(strides=1, padding="same")),
    image("AveragePoolStride3", (5, 8, 2), conv(3, 1), AveragePooling2D(strides=3)),
    image("AveragePool3", (7, 6, 2), conv(3, 1), AveragePooling2D(3)),
    image("AveragePool3Stride1", (5, 4, 2), conv(3, 1), AveragePooling2D(3, strides=1)),
    image("AveragePool3Stride1Same", (3, 4, 2), conv(3, 1), AveragePooling2D(3, strides=1, padding="same")),
    image("AveragePool3Stride2", (7, 6, 2), conv(3, 1), AveragePooling2D(3, strides=2)),
    image("AveragePool3Stride2SameEven", (6, 4, 2), conv(3, 1), AveragePooling2D(3, strides=2, padding="same")),
    image("AveragePool3Stride2SameOdd", (7, 5, 2), conv(3, 1), AveragePooling2D(3, strides=2, padding="same")),
    image("AveragePool1x2", (3, 5, 2), conv(3, 1), AveragePooling2D((1, 2))),
    image("AveragePool2x1Strides1x2", (4, 5, 2), conv(3, 1), AveragePooling2D((2, 1), strides=(1, 2))),

    # Of a whole image.
    image("GlobalMaxFirst", (4, 3, 5), GlobalPooling2D("Max"), end=[Dense(3)]),
    image("GlobalMaxAfterConv", (5, 4, 2), conv(7, 2, "ReLU"), GlobalPooling2D("Max"), end=[Dense(3)]),
    image("GlobalMaxKeepDims", (4, 4, 2), conv(5, 2), GlobalPooling2D("Max", keep_dims=True)),
    image("GlobalAverageFirst", (4, 3, 5), GlobalPooling2D("Average"), end=[Dense(3)]),
    image("GlobalAverageAfterConv", (5, 4, 2), conv(17, 2, "ReLU"), GlobalPooling2D("Average"), end=[Dense(3)], batch=2),
    image("GlobalAverageKeepDims", (4, 4, 2), conv(5, 2), GlobalPooling2D("Average", keep_dims=True), conv(4, 1, "Tanh")),
    image("GlobalAverageScce", (5, 5, 1), conv(6, 3, "ReLU"), GlobalPooling2D("Average"), end=[Dense(4, "Softmax")],
          loss=SCCE, batch=5),

    # Edges and sizes of images.
    image("ZeroPaddingFirst", (3, 4, 2), ZeroPadding2D((1, 1, 1, 1)), conv(3, 3)),
    image("ZeroPaddingSides", (2, 3, 2), conv(3, 1), ZeroPadding2D((1, 2, 0, 3))),
    image("ZeroPaddingHeightWidth", (2, 3, 2), conv(17, 1), ZeroPadding2D((0, 0, 2, 2)), batch=1),
    image("CroppingFirst", (6, 5, 2), Cropping2D((1, 1, 1, 1))),
    image("CroppingSides", (5, 6, 2), conv(3, 1), Cropping2D((0, 1, 2, 1)), conv(2, 2)),
    image("CroppingHeightWidth", (5, 4, 2), conv(3, 1, "ReLU"), Cropping2D((2, 2, 1, 1)), batch=5),
    image("UpSamplingFirst", (2, 3, 2), UpSampling2D(), conv(3, 2)),
    image("UpSampling2x3", (2, 3, 2), conv(3, 1, "ReLU"), UpSampling2D((2, 3))),
    image("UpSamplingBilinearFirst", (3, 2, 2), UpSampling2D(interpolation="Bilinear"), batch=2),
    image("UpSamplingBilinear2x3", (3, 2, 2), conv(3, 1), UpSampling2D((2, 3), "Bilinear"), batch=2),
    image("UpSamplingBilinearOnePixel", (1, 1, 3), conv(2, 1), UpSampling2D((3, 2), "Bilinear")),
    image("UpSamplingBilinear17Channels", (2, 2, 2), conv(17, 1), UpSampling2D(interpolation="Bilinear"), batch=1),

    # Shapes.
    image("ReshapeToImage", (36,), Reshape((6, 6, 1)), conv(3, 3)),
    image("ReshapeToRows", (4, 3, 5), Reshape((12, 5)), Dense(4, "Tanh")),
    image("ReshapeInferred", (4, 3, 2), conv(10, 2), Reshape((-1, 5)), Dense(3)),
    image("ReshapeDenseToImage", (5,), Dense(18, "ReLU"), Reshape((3, 3, 2)), conv(3, 2)),
    image("PermuteFirst", (3, 4, 2), Permute((3, 1, 2)), Dense(3)),
    image("PermuteAfterConv", (3, 4, 2), conv(5, 2), Permute((3, 1, 2))),
    image("PermuteWidthHeight", (3, 4, 2), conv(3, 1), Permute((2, 1, 3)), conv(2, 2)),
    image("PermuteBack", (3, 4, 2), conv(17, 1), Permute((2, 3, 1)), Dense(2), batch=1),
    image("PermuteRows", (3, 5), Permute((2, 1)), Dense(4, "ReLU")),
    image("PermuteRowsAfterDense", (3, 5), Dense(10), Permute((2, 1)), Dense(2)),
    image("Flatten10Channels", (3, 4, 2), conv(10, 2, "ReLU"), batch=4),
    image("FlattenRows", (3, 5), Dense(7, "Tanh"), end=[Flatten()]),

    # Dense on the last axis.
    image("DenseOnRows", (4, 5), Dense(3, "ReLU")),
    image("DenseOnRowsTwice", (3, 5), Dense(17, "GELU"), Dense(4, "Softmax"), end=[Flatten()]),
    image("DenseOnImage", (3, 2, 5), Dense(7, "Tanh")),
    image("DenseOnImageAfterConv", (4, 4, 2), conv(3, 2, "ReLU"), Dense(5, "LeakyReLU", use_bias=False)),
    image("DenseOneUnitOnImage", (4, 3, 5), Dense(1)),
    image("DenseOneUnitAfterConv", (4, 4, 2), conv(7, 2, "ReLU"), Dense(1, "Sigmoid")),

    # Rescaling, and chance that leaves things as they are.
    image("RescalingFirst", (3, 4, 3), Rescaling(0.5, -0.25), conv(2, 2)),
    image("RescalingAfterConv", (3, 4, 2), conv(3, 1, "ReLU"), Rescaling(-2.0, 1.5)),
    image("NoChance", (3, 3, 2), Dropout("GaussianNoise"), conv(5, 2), Dropout("SpatialDropout2D"), Dropout(),
          Dropout("GaussianNoise")),

    # Convolutions of each channel.
    image("DepthwiseFirst", (5, 5, 3), depthwise(3)),
    image("DepthwiseOneChannel", (4, 5, 1), depthwise((2, 3), multiplier=4)),
    image("Depthwise17Channels", (4, 4, 2), conv(17, 1), depthwise(3), batch=2),
    image("DepthwiseMultiplier2", (4, 5, 2), conv(3, 1), depthwise((2, 3), "ReLU", multiplier=2)),
    image("DepthwiseMultiplier3Wide", (3, 3, 2), conv(11, 1), depthwise(2, multiplier=3), batch=2),
    image("DepthwisePointwise", (2, 3, 2), conv(3, 1), depthwise(1, multiplier=2)),
    image("DepthwiseNoBias", (4, 4, 2), conv(3, 1), depthwise(3, "LeakyReLU", use_bias=False)),
    image("DepthwiseSame", (5, 4, 2), conv(3, 1), depthwise(3, padding="same"), batch=2),
    image("DepthwiseSame5", (3, 4, 2), conv(3, 1), depthwise(5, "GELU", padding="same")),
    image("DepthwiseStride2", (6, 7, 2), conv(3, 1), depthwise(3, strides=2)),
    image("DepthwiseStride2SameEven", (6, 4, 2), conv(3, 1), depthwise(3, strides=2, padding="same")),
    image("DepthwiseStride2SameOdd", (7, 5, 2), conv(3, 1), depthwise(3, strides=2, padding="same", multiplier=2)),
    image("DepthwiseStride2x1", (7, 4, 2), conv(3, 1), depthwise((2, 3), strides=(2, 1))),
    image("DepthwiseDilation2", (6, 7, 2), conv(3, 1), depthwise(3, dilation=2), batch=2),
    image("DepthwiseDilation2Same", (5, 4, 2), conv(3, 1), depthwise(3, dilation=2, padding="same")),
    image("DepthwiseDilation1x2", (4, 6, 2), conv(3, 1), depthwise(3, dilation=(1, 2))),
    image("DepthwisePool", (6, 6, 2), conv(3, 1), depthwise(3, "ReLU"), MaxPooling2D(), batch=2),
    image("DepthwiseNorm", (5, 5, 2), conv(3, 1), depthwise(3, use_bias=False, padding="same"), BatchNormalization(),
          Activation("ReLU"), conv(4, 1, use_bias=False), BatchNormalization(), Activation("ReLU"), batch=2),

    # Convolutions in two steps.
    image("SeparableFirst", (5, 5, 3), separable(4, 3)),
    image("SeparableOneChannel", (4, 5, 1), separable(3, (2, 3), "ReLU", multiplier=3)),
    image("Separable17Channels", (3, 4, 2), conv(17, 1), separable(5, 2), batch=2),
    image("SeparableMultiplier2", (4, 5, 2), conv(3, 1), separable(4, (2, 3), "ReLU", multiplier=2)),
    image("SeparableNoBias", (4, 4, 2), conv(3, 1), separable(4, 3, "GELU", use_bias=False)),
    image("SeparableSame", (5, 4, 2), conv(3, 1), separable(2, 3, padding="same")),
    image("SeparableStride2", (6, 7, 2), conv(3, 1), separable(4, 3, strides=2)),
    image("SeparableStride2Same", (6, 5, 2), conv(3, 1), separable(4, 3, strides=2, padding="same")),
    image("SeparableStride2x1", (7, 4, 2), conv(3, 1), separable(4, (2, 3), strides=(2, 1))),
    image("SeparableDilation2", (6, 7, 2), conv(3, 1), separable(4, 3, dilation=2)),
    image("SeparableDilation2Same", (5, 4, 2), conv(3, 1), separable(2, 3, dilation=2, padding="same", multiplier=2)),
    image("SeparablePool", (6, 6, 2), conv(3, 1), separable(4, 3, "ReLU"), MaxPooling2D(), batch=2),

    # Transposed convolutions.
    image("TransposeFirst", (3, 4, 2), transpose(3, 3), batch=2),
    image("TransposeOneChannel", (3, 3, 1), transpose(4, (2, 3), "ReLU"), batch=2),
    image("Transpose17Channels", (2, 2, 3), conv(17, 1), transpose(5, 2, strides=2), batch=2),
    image("Transpose17Filters", (2, 2, 2), conv(3, 1), transpose(17, 2), batch=2),
    image("TransposeOnOnePixel", (1, 1, 5), conv(3, 1), transpose(2, 3)),
    image("TransposePointwise", (2, 3, 2), conv(3, 1), transpose(4, 1)),
    image("TransposeNoBias", (3, 3, 2), conv(3, 1), transpose(2, 2, "LeakyReLU", use_bias=False)),
    image("TransposeSame", (3, 4, 2), conv(3, 1), transpose(4, 3, padding="same")),
    image("TransposeSameEvenKernel", (4, 3, 2), conv(3, 1), transpose(4, (2, 4), padding="same")),
    image("TransposeStride2", (3, 2, 2), conv(3, 1), transpose(2, 3, strides=2), batch=2),
    image("TransposeStride2Same", (3, 2, 2), conv(3, 1), transpose(3, 3, strides=2, padding="same")),
    image("TransposeStride2Kernel2Same", (2, 3, 2), conv(3, 1), transpose(3, 2, strides=2, padding="same")),
    image("TransposeStride2Kernel4Same", (3, 3, 2), conv(2, 1), transpose(2, 4, strides=2, padding="same")),
    image("TransposeStride2Kernel5Same", (3, 2, 2), conv(2, 1), transpose(2, 5, strides=2, padding="same")),
    image("TransposeStride3Kernel2", (2, 3, 2), conv(3, 1), transpose(2, 2, strides=3)),
    image("TransposeStride3Kernel2Same", (2, 3, 2), conv(3, 1), transpose(2, 2, strides=3, padding="same")),
    image("TransposeStride2x1", (3, 4, 2), conv(3, 1), transpose(2, (3, 2), strides=(2, 1)), batch=2),
    image("TransposeStride1x3Same", (3, 2, 2), conv(3, 1), transpose(2, (3, 4), strides=(1, 3), padding="same"), batch=2),
    image("TransposeDilation2", (3, 2, 2), conv(3, 1), transpose(2, (3, 2), dilation=2), batch=2),
    image("TransposeDilation2Same", (4, 3, 2), conv(3, 1), transpose(2, (3, 2), dilation=2, padding="same"), batch=2),
    image("TransposeDilation1x2Same", (3, 4, 2), conv(3, 1), transpose(2, 3, dilation=(1, 2), padding="same"), batch=2),
    image("TransposeOutputPadding1", (2, 3, 2), conv(3, 1), transpose(2, 3, strides=2, output_padding=1), batch=2),
    image("TransposeOutputPadding0Same", (3, 3, 2), conv(3, 1), transpose(2, 3, strides=2, padding="same", output_padding=0)),
    image("TransposeOutputPadding1Same", (2, 3, 2), conv(3, 1), transpose(2, 3, strides=2, padding="same", output_padding=1)),
    image("TransposeOutputPadding2Same", (2, 2, 2), conv(3, 1), transpose(2, 4, strides=3, padding="same", output_padding=2)),
    image("TransposeNorm", (3, 3, 2), conv(3, 2, "ReLU", strides=2, padding="same"),
          transpose(3, 3, strides=2, padding="same", use_bias=False), BatchNormalization(), Activation("ReLU"), batch=2),
    image("TransposePool", (3, 3, 2), transpose(3, 3, "ReLU"), MaxPooling2D(), batch=2),

    # Augmentation whose bounds are equal: predictions see the image as it is, training always the same change of it.
    image("TranslationReflect", (5, 4, 2), Translation(down=0.3, right=-0.375)),
    image("TranslationWhole", (5, 4, 2), Translation(down=0.2, right=-0.25)),
    image("TranslationConstant", (4, 5, 2), Translation(down=-0.375, right=0.25, fill="Constant", fill_value=0.5)),
    image("TranslationNearestFill", (4, 5, 2), Translation(down=0.4, right=0.3, fill="Nearest")),
    image("TranslationWrap", (5, 4, 2), Translation(down=0.4, right=-0.5, fill="Wrap")),
    image("TranslationNearest", (5, 4, 2), Translation(down=0.25, right=-0.3, interpolation="Nearest")),
    image("RotationReflect", (5, 6, 2), Rotation(turn=0.1), batch=2),
    image("RotationConstant", (4, 4, 2), Rotation(turn=-0.15, fill="Constant", fill_value=-1.0)),
    image("RotationNearest", (4, 5, 2), Rotation(turn=0.07, interpolation="Nearest")),
    image("ZoomOut", (5, 4, 2), Zoom(height=0.3, width=0.5)),
    image("ZoomIn", (5, 4, 2), Zoom(height=-0.3, width=-0.25)),
    image("ZoomConstant", (4, 5, 2), Zoom(height=0.6, width=-0.2, fill="Constant", fill_value=0.5)),
    image("ZoomNearest", (4, 5, 2), Zoom(height=0.5, width=-0.4, fill="Nearest", interpolation="Nearest")),

    # Ten steps of each optimizer.
    image("OptimizerConv", (6, 6, 2), conv(4, 3, "ReLU"), MaxPooling2D(), end=[Flatten(), Dense(3, "Softmax")],
          loss=SCCE, batch=5, optimizers=True),
    image("OptimizerConvNorm", (4, 5, 2), conv(3, 2, use_bias=False), BatchNormalization(), Activation("ReLU"), batch=4,
          optimizers=True),
    image("OptimizerDenseNorm", (5,), Dense(7, "Tanh"), BatchNormalization(momentum=0.9, scale=False), end=[Dense(3)], batch=5,
          optimizers=True),
    image("OptimizerSeparable", (4, 4, 2), separable(5, 3, "Tanh"), LayerNormalization(), batch=4, optimizers=True),
    image("OptimizerTranspose", (3, 3, 2), depthwise(2, multiplier=2), transpose(3, 3, "Tanh", strides=2, padding="same"), batch=4,
          optimizers=True),
]

ALL_CASES = [*CASES, *IMAGE_CASES, *sequence_cases(Case), *recurrent_cases(Case), *graph_cases(Case), *attention_cases(Case),
             *column_cases(Case, loss_of)]


# ----------------------------------------------------------------------------------------------------------------- JSON

def number(value):
    """The shortest text that reads back as the same float32 number."""
    text = str(numpy.float32(value))
    return text[:-2] if text.endswith(".0") else text


def write(value, indent=""):
    """JSON with one array of numbers a paragraph: short, and still readable line by line in a diff."""
    if isinstance(value, torch.Tensor):
        values = value.flatten().tolist()
        text = ", ".join(map(str, values) if value.dtype == torch.int64 else map(number, values))
        lines = textwrap.wrap(text, 140, break_long_words=False, break_on_hyphens=False)
        return "[\n" + "\n".join(lines) + "]"
    if isinstance(value, float):
        return number(value)
    if isinstance(value, dict):
        rows = ",\n".join(f"{indent}  {json.dumps(key)}: {write(item, indent + '  ')}" for key, item in value.items())
        return "{\n" + rows + "\n" + indent + "}"
    if isinstance(value, list) and not all(isinstance(item, int) for item in value):
        return "[" + ", ".join(write(item, indent + "  ") for item in value) + "]"
    return json.dumps(value)


def main(beginnings):
    """Records the cases whose names have one of these beginnings; all where there is none."""
    total = 0
    cases = [case for case in ALL_CASES if case.name.startswith(beginnings)] if beginnings else ALL_CASES
    for case in cases:
        record, attempt = case.record()
        text = write(record) + "\n"
        (FOLDER / f"{case.name}.json").write_text(text, encoding="utf-8", newline="\n")
        total += len(text)
        accuracy = record["accuracy"]
        print(f"{case.name:24} attempt {attempt:5} {len(text):7} bytes  loss {record['loss']:.6g}"
              + (f"  accuracy {accuracy:.4g}" if accuracy is not None else ""))
    print(f"{len(cases)} cases, {total} bytes")


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
