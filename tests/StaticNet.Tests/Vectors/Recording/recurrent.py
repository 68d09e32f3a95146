"""What Keras' layers of sequences with a memory or a mask compute, for record.py; see layers.py.

A mask says for each step of a sample whether it counts. It travels in the run, from the layer that makes it through layers that
pass it on to those that heed it, by the rules of keras/src/layers (core/embedding.py, core/masking.py, rnn/rnn.py,
rnn/bidirectional.py, pooling/global_average_pooling1d.py) and keras/src/backend/torch/rnn.py.
"""

import dataclasses

import torch

from layers import ACTIVATIONS, KINKS, Layer, Run, draw_bias, draw_kernel

# ---------------------------------------------------------------------------------------------------------------- masks

@dataclasses.dataclass(frozen=True)
class Embedding(Layer):
    """A row of the table for each token. With `mask_zero` the token 0 only fills up: its steps do not count."""
    vocabulary: int
    units: int
    mask_zero: bool = False

    names = ("embeddings",)
    passes_mask = True

    def draw_inputs(self, rng, samples, shape):
        """Tokens of all kinds, among them many of 0 and of the last of the table."""
        tokens = rng.integers(0, self.vocabulary, size=(len(samples), *shape))
        chance = rng.uniform(size=tokens.shape)
        tokens[chance < 0.2] = 0
        tokens[chance > 0.9] = self.vocabulary - 1
        return tokens

    def draw(self, rng, shape):
        return [rng.uniform(-1, 1, size=(self.vocabulary, self.units))]

    def compute(self, x, parameters, run):
        tokens = x.long()
        run.mask = tokens != 0 if self.mask_zero else None
        return parameters[0][tokens]


@dataclasses.dataclass(frozen=True)
class Masking(Layer):
    """A step does not count if all its numbers are `mask_value`; they are set to 0."""
    mask_value: float = 0.0

    passes_mask = True

    def draw_inputs(self, rng, samples, shape):
        """In turn samples whose masked steps are at the start, at the end, inside, all, anywhere and none."""
        inputs = super().draw_inputs(rng, samples, shape)
        steps = shape[0]
        for sample, rows in zip(samples, inputs):
            first, second = sorted(rng.integers(1, max(steps, 2), size=2))
            masked = (
                slice(0, first), slice(first, steps), slice(first, second + 1), slice(0, steps), rng.uniform(size=steps) < 0.4,
                slice(0, 0))[sample % 6]
            rows[masked] = self.mask_value
            # A single number that is the mask's value says nothing.
            if shape[-1] > 1:
                rows[rng.integers(0, steps), 0] = self.mask_value
        return inputs

    def compute(self, x, parameters, run):
        run.mask = (x != self.mask_value).any(dim=-1)
        return x * run.mask[..., None]


@dataclasses.dataclass(frozen=True)
class GlobalAveragePooling1D(Layer):
    """The mean of the steps that count; 0 where none does, for which Keras divides by 0."""

    def compute(self, x, parameters, run):
        if run.mask is None:
            return x.mean(dim=1)
        mask = run.mask[..., None]
        return torch.where(mask, x, 0.0).sum(dim=1) / mask.sum(dim=1).clamp(min=1)


# ----------------------------------------------------------------------------------------------------------- recurrences

@dataclasses.dataclass(frozen=True)
class Recurrent(Layer):
    """What recurrent layers share. `inner` is Keras' activation, `gates` its recurrent activation."""
    units: int
    inner: str = "Tanh"
    sequences: bool = False  # return_sequences
    backwards: bool = False  # go_backwards
    use_bias: bool = True

    gate_count = 1
    state_count = 1
    passes_mask = property(lambda self: self.sequences)

    @property
    def names(self):
        return ("kernel", "recurrent_kernel", "bias")[:3 if self.use_bias else 2]

    def draw(self, rng, shape):
        width = self.gate_count * self.units
        kernels = [draw_kernel(rng, (shape[-1], width), shape[-1]), draw_kernel(rng, (self.units, width), self.units)]
        return [*kernels, self.draw_biases(rng, width)] if self.use_bias else kernels

    def draw_biases(self, rng, width):
        return draw_bias(rng, width)

    def compute(self, x, parameters, run):
        return self.scan(x, parameters, run, zero_masked=False)

    def scan(self, x, parameters, run, zero_masked):
        """Step by step; a masked step leaves the state as it is and repeats the output, or gives 0.

        Backwards, the outputs stand in the order in which they are made. The mask stays as it was, as in Keras.
        """
        states = [torch.zeros(len(x), self.units, dtype=x.dtype)] * self.state_count
        outputs = []
        order = range(x.shape[1])
        for t in reversed(order) if self.backwards else order:
            keep = None if run.mask is None else run.mask[:, t, None]
            new = self.step(x[:, t], states, parameters, lambda name, z: self.activate(name, z, keep, run))
            if keep is None:
                states, output = new, new[0]
            else:
                states = [torch.where(keep, now, before) for now, before in zip(new, states)]
                output = torch.where(keep, new[0], 0.0) if zero_masked else states[0]
            outputs.append(output)
        return torch.stack(outputs, dim=1) if self.sequences else outputs[-1]

    @staticmethod
    def activate(name, z, keep, run):
        for kink in KINKS.get(name, ()):
            distance = (z - kink).abs()
            run.keep_distance(distance if keep is None else torch.where(keep, distance, torch.inf))
        return ACTIVATIONS[name](z)

    def step(self, x, states, parameters, activate):
        """The next states, of which the first is the output."""
        raise NotImplementedError


@dataclasses.dataclass(frozen=True)
class SimpleRNN(Recurrent):
    def step(self, x, states, parameters, activate):
        kernel, recurrent_kernel, *bias = parameters
        return [activate(self.inner, x @ kernel + states[0] @ recurrent_kernel + sum(bias))]


@dataclasses.dataclass(frozen=True)
class LSTM(Recurrent):
    """Gates in the order i, f, c, o."""
    gates: str = "Sigmoid"

    gate_count = 4
    state_count = 2

    def step(self, x, states, parameters, activate):
        kernel, recurrent_kernel, *bias = parameters
        h, c = states
        i, f, candidate, o = (x @ kernel + h @ recurrent_kernel + sum(bias)).chunk(4, dim=-1)
        c = activate(self.gates, f) * c + activate(self.gates, i) * activate(self.inner, candidate)
        return [activate(self.gates, o) * activate(self.inner, c), c]


@dataclasses.dataclass(frozen=True)
class GRU(Recurrent):
    """Gates in the order z, r, h. The reset gate acts on the product with the state (`reset_after`), else on the state."""
    gates: str = "Sigmoid"
    reset_after: bool = True

    gate_count = 3

    def draw_biases(self, rng, width):
        return draw_bias(rng, (2, width) if self.reset_after else width)

    def step(self, x, states, parameters, activate):
        kernel, recurrent_kernel, *bias = parameters
        h = states[0]
        input_bias, recurrent_bias = 0.0, 0.0
        if bias:
            input_bias, recurrent_bias = bias[0] if self.reset_after else (bias[0], 0.0)
        x_z, x_r, x_h = (x @ kernel + input_bias).chunk(3, dim=-1)
        if self.reset_after:
            h_z, h_r, h_h = (h @ recurrent_kernel + recurrent_bias).chunk(3, dim=-1)
            z, r = activate(self.gates, x_z + h_z), activate(self.gates, x_r + h_r)
            candidate = activate(self.inner, x_h + r * h_h)
        else:
            kernel_z, kernel_r, kernel_h = recurrent_kernel.chunk(3, dim=-1)
            z, r = activate(self.gates, x_z + h @ kernel_z), activate(self.gates, x_r + h @ kernel_r)
            candidate = activate(self.inner, x_h + (r * h) @ kernel_h)
        return [z * h + (1 - z) * candidate]


# -------------------------------------------------------------------------------------------------------------- wrappers

@dataclasses.dataclass(frozen=True)
class Bidirectional(Layer):
    """A recurrence and its copy that goes backwards. Sequences are 0 at masked steps, whatever the merge."""
    layer: Recurrent
    merge: str = "Concat"

    passes_mask = property(lambda self: self.layer.passes_mask)

    @property
    def names(self):
        return tuple(f"{direction}_{name}" for direction in ("forward", "backward") for name in self.layer.names)

    def draw(self, rng, shape):
        return [*self.layer.draw(rng, shape), *self.layer.draw(rng, shape)]

    def compute(self, x, parameters, run):
        half = len(parameters) // 2
        back = dataclasses.replace(self.layer, backwards=True)
        y = self.layer.scan(x, parameters[:half], run, zero_masked=self.layer.sequences)
        y_back = back.scan(x, parameters[half:], run, zero_masked=self.layer.sequences)
        if self.layer.sequences:
            y_back = y_back.flip(1)
        if self.merge == "Concat":
            return torch.cat([y, y_back], dim=-1)
        return {"Sum": y + y_back, "Mul": y * y_back, "Ave": (y + y_back) / 2}[self.merge]


@dataclasses.dataclass(frozen=True)
class TimeDistributed(Layer):
    """A layer at each step on its own."""
    layer: Layer

    passes_mask = True

    names = property(lambda self: self.layer.names)
    activation = property(lambda self: self.layer.activation)

    def draw(self, rng, shape):
        return self.layer.draw(rng, shape[1:])

    def compute(self, x, parameters, run):
        return torch.stack([self.layer.compute(x[:, t], parameters, run) for t in range(x.shape[1])], dim=1)


# ----------------------------------------------------------------------------------------------------------- torch's own

def check_against_torch():
    """The recurrences above equal those of torch.nn, outputs and gradients, with the weights in torch's order."""
    generator = torch.Generator().manual_seed(1)
    for steps, features, units, sequences, bidirectional in (
            (1, 1, 1, False, False), (5, 3, 4, True, False), (4, 17, 3, False, True), (9, 2, 5, True, True)):
        for layer in (SimpleRNN(units), LSTM(units), GRU(units)):
            layer = dataclasses.replace(layer, sequences=sequences)
            own = Bidirectional(layer) if bidirectional else layer
            check_layer_against_torch(own, layer, steps, features, generator)


def check_layer_against_torch(own, layer, steps, features, generator):
    def random(*size):
        return torch.randn(*size, dtype=torch.float64, generator=generator)

    directions = 2 if isinstance(own, Bidirectional) else 1
    width = layer.gate_count * layer.units
    bias_shape = (2, width) if isinstance(layer, GRU) else (width,)
    parameters = [
        p.requires_grad_() for _ in range(directions)
        for p in (random(features, width), random(layer.units, width), random(*bias_shape))]
    x = random(3, steps, features).requires_grad_()
    y = own.compute(x, parameters, Run(training=True))

    # Of the two biases of an LSTM or a simple recurrence only the sum counts: the second is 0 here.
    peer = {SimpleRNN: torch.nn.RNN, LSTM: torch.nn.LSTM, GRU: torch.nn.GRU}[type(layer)](
        features, layer.units, batch_first=True, bidirectional=directions == 2, dtype=torch.float64)
    order = (1, 0, 2) if isinstance(layer, GRU) else range(layer.gate_count)  # torch: r, z, n

    def reorder(p):
        blocks = p.chunk(layer.gate_count, dim=-1)
        return torch.cat([blocks[k] for k in order], dim=-1)

    weights = []
    for d in range(directions):
        kernel, recurrent_kernel, bias = (reorder(p) for p in parameters[3 * d:3 * d + 3])
        biases = bias if isinstance(layer, GRU) else (bias, torch.zeros_like(bias))
        weights += [kernel.T, recurrent_kernel.T, *biases]
    with torch.no_grad():
        for parameter, value in zip(peer.parameters(), weights):
            parameter.copy_(value)
    x_peer = x.detach().clone().requires_grad_()
    y_peer, state = peer(x_peer)
    if not layer.sequences:
        state = state[0] if isinstance(layer, LSTM) else state
        y_peer = torch.cat(list(state), dim=-1)
    torch.testing.assert_close(y, y_peer)

    direction = random(*y.shape)
    (y * direction).sum().backward()
    (y_peer * direction).sum().backward()
    torch.testing.assert_close(x.grad, x_peer.grad)
    ours = []
    for d in range(directions):
        kernel, recurrent_kernel, bias = (reorder(p.grad) for p in parameters[3 * d:3 * d + 3])
        ours += [kernel.T, recurrent_kernel.T, *(bias if isinstance(layer, GRU) else (bias,))]
    theirs = [p.grad for name, p in peer.named_parameters() if isinstance(layer, GRU) or "bias_hh" not in name]
    torch.testing.assert_close(ours, theirs)
