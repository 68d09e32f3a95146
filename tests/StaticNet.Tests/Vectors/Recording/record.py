"""Records what PyTorch computes for the models in ../Cases, one JSON file a group of cases.

Usage: python3 record.py [beginning of a case's name ...]
(needs torch and numpy, as in Debian's python3-torch; writes ../Cases/*.json, with all cases anew or with those named)

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
from cases_convolutions import convolution_cases
from cases_dense import dense_cases
from cases_graphs import graph_cases
from cases_images import image_cases
from cases_recurrent import recurrent_cases
from cases_sequences import sequence_cases
from layers import Run, forward, is_trained
from optimizers import COMMON_OPTIMIZERS, EPSILON, OPTIMIZERS, RATES

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Cases"
STEPS = 10

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


def read(path):
    """The texts of a group's records, by the names of their cases; none where there is no file."""
    if not path.exists():
        return {}
    text = path.read_text(encoding="utf-8")
    # A record begins and ends with a brace at the start of a line, as nothing in it does.
    return {json.loads(record)["case"]: record for record in re.findall(r"^\{$.*?^\}", text, re.DOTALL | re.MULTILINE)}


def write_group(name, cases, beginnings):
    """Records those cases of a group whose names have one of these beginnings; gives how many they are."""
    chosen = [case for case in cases if case.name.startswith(beginnings)]
    if not chosen:
        return 0
    path = FOLDER / f"{name}.json"
    records = read(path) if len(chosen) < len(cases) else {}
    for case in chosen:
        record, attempt = case.record()
        records[case.name] = write(record)
        accuracy = record["accuracy"]
        print(f"{case.name:24} attempt {attempt:5} {len(records[case.name]):7} bytes  loss {record['loss']:.6g}"
              + (f"  accuracy {accuracy:.4g}" if accuracy is not None else ""))
    missing = [case.name for case in cases if case.name not in records]
    if missing:
        sys.exit(f"{path.name} has no records of {', '.join(missing)}: record them too")
    # In the order of the cases. What is no case any more goes.
    text = ",\n".join(records[case.name] for case in cases)
    path.write_text(f"[\n{text}\n]\n", encoding="utf-8", newline="\n")
    return len(chosen)


def main(beginnings):
    """Records the cases whose names have one of these beginnings; all where there is none."""
    groups = {
        **dense_cases(Case), **convolution_cases(Case), **image_cases(Case), **sequence_cases(Case), **recurrent_cases(Case), **graph_cases(Case),
        **attention_cases(Case), **column_cases(Case, loss_of),
    }
    names = [case.name for cases in groups.values() for case in cases]
    assert len(set(names)) == len(names), "two cases have one name"
    count = sum(write_group(name, cases, beginnings or ("",)) for name, cases in groups.items())
    print(f"{count} of {len(names)} cases in {len(groups)} groups")


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
