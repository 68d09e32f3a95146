"""Keras' optimizers, whose steps record.py records."""

import math

import torch

EPSILON = 1e-7  # Keras' epsilon: the clip of probabilities, and what Adam adds to the root.


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
