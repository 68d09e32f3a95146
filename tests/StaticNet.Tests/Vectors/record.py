"""Records what PyTorch computes for the models of VectorModels.cs, one JSON file a case.

Usage: python3 record.py      (needs torch and numpy, as in Debian's python3-torch; writes *.json beside itself)

Every input, target and parameter is a float32 number; PyTorch computes with them in float64, so a record is the
exact answer, rounded once to float32 when it is written. Kernels are stored as (in, out), as Keras and StaticNet do.

A case is drawn again until no rounding can decide its outcome: pre-activations and residuals keep clear of kinks,
probabilities keep clear of the clip, and the largest output is the largest by a margin. The attempt is part of the seed,
so that the same script writes the same files.
"""

import itertools
import json
import math
import pathlib
import textwrap
import zlib

import numpy
import torch
import torch.nn.functional as F

FOLDER = pathlib.Path(__file__).resolve().parent
STEPS = 10
EPSILON = 1e-7  # Keras' epsilon: the clip of probabilities, and what Adam adds to the root.

# Distances kept from the points where a derivative jumps. The finite differences of the tests must not step across one.
KINK_MARGIN = 1e-2
ACCURACY_MARGIN = 1e-3
CLIP_MARGIN = 0.1  # of log(probability)


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
}

KINKED_ACTIVATIONS = {"ReLU", "LeakyReLU", "SELU"}


# --------------------------------------------------------------------------------------------------------------- layers

def dense(units, activation="Linear", use_bias=True):
    return {"kind": "dense", "units": units, "activation": activation, "use_bias": use_bias}


def activation(name):
    return {"kind": "activation", "activation": name}


def flatten():
    return {"kind": "flatten"}


def forward(layers, parameters, inputs):
    """The outputs, the pre-activations of the last layer and, layer by layer, (activation, pre-activations)."""
    x, parameters, steps = inputs, iter(parameters), []
    z = x
    for layer in layers:
        if layer["kind"] == "flatten":
            x = x.flatten(1)
            continue
        z = x
        if layer["kind"] == "dense":
            z = x @ next(parameters)
            if layer["use_bias"]:
                z = z + next(parameters)
        steps.append((layer["activation"], z))
        x = ACTIVATIONS[layer["activation"]](z)
    return x, z, steps


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
}


# ---------------------------------------------------------------------------------------------------------------- cases

class Case:
    """One model with one batch. `edit` may change the drawn numbers; `exact` numbers are not drawn, so never redrawn."""

    def __init__(self, name, shape, layers, loss, batch, optimizers=False, edit=None, exact=False, soft_targets=False):
        self.name, self.shape, self.layers, self.loss, self.batch = name, shape, layers, loss, batch
        self.optimizers, self.edit, self.exact, self.soft_targets = optimizers, edit, exact, soft_targets
        self.head = layers[-1]["activation"]

    def draw(self, attempt):
        """Inputs, targets, parameter names and parameters, all float32 numbers; three decimals keep the files short."""
        rng = numpy.random.default_rng([zlib.crc32(self.name.encode()), attempt])
        inputs = rng.normal(size=(self.batch, *self.shape))
        names, parameters, rows = [], [], self.shape
        for layer in self.layers:
            if layer["kind"] == "flatten":
                rows = (math.prod(rows),)
            if layer["kind"] != "dense":
                continue
            count = sum(name.endswith("/kernel") for name in names)
            prefix = f"dense_{count}" if count else "dense"
            names.append(prefix + "/kernel")
            parameters.append(rng.normal(size=(rows[-1], layer["units"])) / math.sqrt(rows[-1]))
            rows = (*rows[:-1], layer["units"])
            if layer["use_bias"]:
                names.append(prefix + "/bias")
                parameters.append(rng.uniform(-0.5, 0.5, size=layer["units"]))
        data = {
            "inputs": inputs.round(3),
            "targets": self.draw_targets(rng, rows).round(3),
            "parameters": [p.round(3) for p in parameters],
        }
        if self.edit:
            self.edit(data)
        targets = data["targets"]
        return (
            single(data["inputs"]),
            torch.tensor(targets) if targets.dtype == numpy.int64 else single(targets),
            names,
            [single(p) for p in data["parameters"]],
        )

    def draw_targets(self, rng, rows):
        size = (self.batch, *rows)
        if self.loss == "SparseCategoricalCrossentropy":
            return rng.integers(0, rows[-1], size=self.batch)
        if self.loss == "CategoricalCrossentropy":
            if self.soft_targets:
                targets = rng.dirichlet(numpy.ones(rows[-1]), size=self.batch).round(3)
                targets[:, 0] += 1 - targets.sum(axis=-1)  # Each row sums to 1 after rounding, too.
                return targets
            return numpy.eye(rows[-1])[rng.integers(0, rows[-1], size=self.batch)]
        if self.loss == "BinaryCrossentropy":
            return rng.uniform(size=size) if self.soft_targets else rng.integers(0, 2, size=size).astype(float)
        return rng.uniform(size=size) if self.head in ("Sigmoid", "Softmax") else rng.normal(size=size)

    def is_clear_cut(self, outputs, steps, targets):
        """False where rounding, or a small step of a weight, could change a branch."""
        for name, z in steps:
            if name in KINKED_ACTIVATIONS and z.abs().min() < KINK_MARGIN:
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
            if (top[:, 0] - top[:, 1]).min() < ACCURACY_MARGIN:
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
            inputs, targets, names, parameters = self.draw(attempt)
            gradients, outputs, steps, loss, accuracy = self.run(inputs, targets, parameters)
            if self.exact:
                break
            clear = self.is_clear_cut(outputs, steps, targets)
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
                {"name": name, "shape": list(p.shape), "values": p} for name, p in zip(names, parameters)
            ],
            "predictions": outputs,
            "loss": loss,
            # Keras compares binary targets for equality, which says nothing about targets between 0 and 1.
            "accuracy": None if self.soft_targets and self.loss == "BinaryCrossentropy" else accuracy,
            "gradients": gradients,
        }
        if self.optimizers:
            record["steps"] = STEPS
            record["after"] = {
                name: self.train(optimizer, inputs, targets, parameters) for name, optimizer in OPTIMIZERS.items()
            }
        return record, attempt

    def run(self, inputs, targets, parameters):
        parameters = [p.clone().requires_grad_() for p in parameters]
        outputs, logits, steps = forward(self.layers, parameters, inputs)
        loss = loss_of(self.loss, self.head, outputs, logits, targets)
        loss.backward()
        outputs, steps = outputs.detach(), [(name, z.detach()) for name, z in steps]
        return [p.grad for p in parameters], outputs, steps, loss.item(), accuracy_of(self.loss, outputs, targets)

    def train(self, make_optimizer, inputs, targets, parameters):
        parameters = [p.clone().requires_grad_() for p in parameters]
        optimizer = make_optimizer(parameters)
        for _ in range(STEPS):
            for p in parameters:
                p.grad = None
            outputs, logits, _ = forward(self.layers, parameters, inputs)
            loss_of(self.loss, self.head, outputs, logits, targets).backward()
            optimizer.step()
        return [p.detach() for p in parameters]


def single(values):
    """Rounded to float32, held in float64."""
    return torch.tensor(values.astype(numpy.float32).astype(numpy.float64))


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


def sit_on_threshold(data):
    """Two logits of exactly 0: a probability of one half is not above the threshold, hence right for the target 0."""
    data["inputs"] = numpy.array([[1.5], [1.5], [2.0]])
    data["parameters"] = [numpy.array([[2.0]]), numpy.array([-3.0])]
    data["targets"] = numpy.array([[0.0], [0.0], [0.0]])


MSE, MAE, HUBER = "MeanSquaredError", "MeanAbsoluteError", "Huber"
BCE, CCE, SCCE = "BinaryCrossentropy", "CategoricalCrossentropy", "SparseCategoricalCrossentropy"

CASES = [
    # Each activation inside a Dense, then far from zero, then as a layer of its own.
    *(Case(f"{name}Hidden", (7,), [dense(17, name), dense(3)], MSE, batch=5) for name in ACTIVATIONS),
    *(Case(f"{name}Wide", (1,), [dense(33, name), dense(3)], MSE, batch=3, edit=widen)
      for name in ACTIVATIONS if name != "Linear"),
    *(Case(f"{name}Layer", (7,), [dense(17), activation(name), dense(3)], MSE, batch=7)
      for name in ("ReLU", "GELU", "Softmax")),
    Case("ActivationFirst", (7,), [activation("Tanh"), dense(5)], MSE, batch=3),
    Case("ActivationTwice", (5,), [dense(15, "ReLU"), activation("Tanh"), dense(3)], MSE, batch=7),
    Case("ActivationLast", (5,), [dense(10, "Tanh"), dense(3), activation("Softmax")], SCCE, batch=7),
    Case("ActivationLastSigmoid", (5,), [dense(10, "Tanh"), dense(1), activation("Sigmoid")], BCE, batch=7),
    Case("SoftmaxOverLastAxis", (3, 5), [activation("Softmax"), flatten(), dense(3)], MSE, batch=3),

    # Each loss on the heads it knows.
    Case("BceSigmoid", (10,), [dense(7, "Tanh"), dense(1, "Sigmoid")], BCE, batch=17),
    Case("BceSigmoidMultiLabel", (7,), [dense(16, "Tanh"), dense(5, "Sigmoid")], BCE, batch=7),
    Case("BceSigmoidSoftTargets", (7,), [dense(10, "Tanh"), dense(3, "Sigmoid")], BCE, batch=7, soft_targets=True),
    Case("BceSoftmax", (7,), [dense(10, "Tanh"), dense(3, "Softmax")], BCE, batch=7),
    Case("BceSoftmaxClipped", (5,), [dense(3, "Softmax")], BCE, batch=7, edit=scale_logits_and_mark_largest(30)),
    Case("CceSoftmax", (7,), [dense(10, "Tanh"), dense(5, "Softmax")], CCE, batch=7),
    Case("CceSoftmaxSoftTargets", (7,), [dense(10, "Tanh"), dense(5, "Softmax")], CCE, batch=17, soft_targets=True),
    Case("CceSigmoid", (7,), [dense(10, "Tanh"), dense(5, "Sigmoid")], CCE, batch=7),
    # Scaled so that one target lies just below the clip, where a gradient that ignores the clip still shows.
    Case("CceSigmoidClipped", (5,), [dense(3, "Sigmoid")], CCE, batch=7, edit=scale_logits(18)),
    Case("ScceSoftmax", (7,), [dense(10, "Tanh"), dense(5, "Softmax")], SCCE, batch=17),
    Case("ScceSigmoid", (7,), [dense(10, "Tanh"), dense(5, "Sigmoid")], SCCE, batch=7),
    Case("MseLinear", (7,), [dense(15, "Tanh"), dense(3)], MSE, batch=7),
    Case("MseSigmoid", (7,), [dense(15, "Tanh"), dense(3, "Sigmoid")], MSE, batch=7),
    Case("MseSoftmax", (7,), [dense(15, "Tanh"), dense(3, "Softmax")], MSE, batch=7),
    Case("MaeLinear", (7,), [dense(15, "Tanh"), dense(3)], MAE, batch=7),
    Case("MaeSigmoid", (7,), [dense(15, "Tanh"), dense(3, "Sigmoid")], MAE, batch=7),
    Case("HuberLinear", (7,), [dense(15, "Tanh"), dense(3)], HUBER, batch=7),
    Case("HuberSigmoid", (7,), [dense(15, "Tanh"), dense(3, "Sigmoid")], HUBER, batch=7, edit=spread_targets),

    # Logits up to 80: the loss stays finite only in the stable form.
    Case("BceExtreme", (7,), [dense(1, "Sigmoid")], BCE, batch=17, edit=scale_logits(80)),
    Case("ScceExtreme", (5,), [dense(3, "Softmax")], SCCE, batch=17, edit=scale_logits(80)),
    Case("CceExtreme", (5,), [dense(10, "Softmax")], CCE, batch=7, edit=scale_logits(80)),

    # Where accuracy is decided by a rule and not by a margin.
    Case("ScceTie", (3,), [dense(3, "Softmax")], SCCE, batch=7, edit=tie, exact=True),
    Case("BceThreshold", (1,), [dense(1, "Sigmoid")], BCE, batch=3, edit=sit_on_threshold, exact=True),

    # Odd sizes and shapes.
    Case("NoBias", (5,), [dense(7, "Tanh", use_bias=False), dense(3, use_bias=False)], MSE, batch=7),
    Case("NoBiasThenBias", (15,), [dense(17, "ReLU", use_bias=False), dense(5, "Softmax")], SCCE, batch=7),
    Case("Size1To1", (1,), [dense(1)], MSE, batch=1),
    Case("Size3To17To1", (3,), [dense(17, "SiLU"), dense(1)], MSE, batch=3),
    Case("Size16To16", (16,), [dense(16)], MSE, batch=17),
    Case("Size15To31To47", (15,), [dense(31, "GELU"), dense(47, "Softmax")], SCCE, batch=7),
    Case("Size47To33To10", (47,), [dense(33, "Tanh"), dense(10, "Softmax")], SCCE, batch=33),
    Case("ThreeLayers", (17,), [dense(15, "ReLU"), dense(10, "SELU"), dense(5, "Softmax")], SCCE, batch=3),
    Case("Batch1", (10,), [dense(15, "ReLU"), dense(3, "Softmax")], SCCE, batch=1),
    Case("Batch33", (10,), [dense(15, "ReLU"), dense(3, "Softmax")], SCCE, batch=33),
    Case("FlattenFirst", (3, 5, 2), [flatten(), dense(7, "Tanh"), dense(3)], MSE, batch=3),

    # Ten steps of each optimizer.
    Case("OptimizerScce", (10,), [dense(17, "ReLU"), dense(3, "Softmax")], SCCE, batch=7,
         edit=fade_first_inputs, optimizers=True),
    Case("OptimizerBce", (5,), [dense(9, "Tanh"), dense(1, "Sigmoid")], BCE, batch=17,
         edit=fade_first_inputs, optimizers=True),
]


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


def main():
    total = 0
    for case in CASES:
        record, attempt = case.record()
        text = write(record) + "\n"
        (FOLDER / f"{case.name}.json").write_text(text, encoding="utf-8", newline="\n")
        total += len(text)
        accuracy = record["accuracy"]
        print(f"{case.name:24} attempt {attempt:5} {len(text):7} bytes  loss {record['loss']:.6g}"
              + (f"  accuracy {accuracy:.4g}" if accuracy is not None else ""))
    print(f"{len(CASES)} cases, {total} bytes")


if __name__ == "__main__":
    main()
