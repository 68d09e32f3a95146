"""The cases of record.py with dense layers, activations and losses."""

import numpy

from layers import ACTIVATIONS, Activation, Dense, ELU, Flatten, GroupNormalization, LeakyReLU, PReLU, ReLU, RMSNormalization

MSE, MAE, HUBER = "MeanSquaredError", "MeanAbsoluteError", "Huber"
BCE, CCE, SCCE = "BinaryCrossentropy", "CategoricalCrossentropy", "SparseCategoricalCrossentropy"


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


def dense_cases(case_type):
    """The cases by group, each a `case_type`, which is record.py's Case."""
    return {
        "Activations": [
            # Each activation inside a Dense, then far from zero, then as a layer of its own.
            *(case_type(f"{name}Hidden", (7,), [Dense(17, name), Dense(3)], MSE, batch=5) for name in ACTIVATIONS),
            *(case_type(f"{name}Wide", (1,), [Dense(33, name), Dense(3)], MSE, batch=3, edit=widen)
              for name in ACTIVATIONS if name not in ("Linear", "Exponential")),
            *(case_type(f"{name}Layer", (7,), [Dense(17), Activation(name), Dense(3)], MSE, batch=7)
              for name in ("ReLU", "GELU", "Softmax", "ReLU6", "Mish")),
            case_type("ActivationFirst", (7,), [Activation("Tanh"), Dense(5)], MSE, batch=3),
            case_type("ActivationTwice", (5,), [Dense(15, "ReLU"), Activation("Tanh"), Dense(3)], MSE, batch=7),
            case_type("ActivationLast", (5,), [Dense(10, "Tanh"), Dense(3), Activation("Softmax")], SCCE, batch=7),
            case_type("ActivationLastSigmoid", (5,), [Dense(10, "Tanh"), Dense(1), Activation("Sigmoid")], BCE, batch=7),
            case_type("SoftmaxOverLastAxis", (3, 5), [Activation("Softmax"), Flatten(), Dense(3)], MSE, batch=3),

            # Layers for an activation alone, with options of their own.
            case_type("LeakyReLULayer", (5,), [Dense(17), LeakyReLU(), Dense(3)], MSE, batch=5),
            case_type("LeakyReLUFirst", (5,), [LeakyReLU(0.5), Dense(3)], MSE, batch=5),
            case_type("ReLUOptions", (5,), [Dense(17), ReLU(0.1, 1, 0.25), Dense(3)], MSE, batch=5),
            case_type("ReLUAtMostOne", (5,), [Dense(17), ReLU(max_value=1), Dense(3)], MSE, batch=5),
            case_type("ELUOption", (5,), [Dense(17), ELU(0.5), Dense(3)], MSE, batch=5),
            case_type("PReLUHidden", (5,), [Dense(17, "Tanh"), PReLU(), Dense(3)], MSE, batch=5, optimizers=True),
            case_type("PReLUFirst", (3, 5), [PReLU(), Flatten(), Dense(3)], MSE, batch=5),
            case_type("PReLUShared", (4, 3, 5), [PReLU((1, 2)), PReLU((2,)), PReLU((3,)), PReLU((1, 2, 3)), Flatten(), Dense(3)], MSE, batch=5,
                 redraw_samples=True),
            case_type("RMSNormHidden", (5,), [Dense(17), RMSNormalization(), Dense(3)], MSE, batch=5),
            case_type("RMSNormReLU", (3, 5), [RMSNormalization(0.1), Activation("ReLU"), RMSNormalization(), Flatten(), Dense(3)], MSE, batch=5),
            case_type("GroupNormHidden", (5,), [Dense(18, "Tanh"), GroupNormalization(groups=3), Dense(3)], MSE, batch=5, optimizers=True),
            case_type("GroupNormReLU", (3, 6), [GroupNormalization(groups=2, epsilon=0.1), Activation("ReLU"), GroupNormalization(groups=-1), Flatten(), Dense(3)], MSE,
                 batch=5, redraw_samples=True),
            case_type("LogSoftmaxLast", (5,), [Dense(9, "Tanh"), Dense(3, "LogSoftmax")], MSE, batch=5),
            case_type("LogSoftmaxLayer", (3, 5), [Dense(7, "SELU"), Activation("LogSoftmax"), Flatten(), Dense(3)], MSE, batch=5, redraw_samples=True),
        ],
        "Losses": [
            # Each loss on the heads it knows.
            case_type("BceSigmoid", (10,), [Dense(7, "Tanh"), Dense(1, "Sigmoid")], BCE, batch=17),
            case_type("BceSigmoidMultiLabel", (7,), [Dense(16, "Tanh"), Dense(5, "Sigmoid")], BCE, batch=7),
            case_type("BceSigmoidSoftTargets", (7,), [Dense(10, "Tanh"), Dense(3, "Sigmoid")], BCE, batch=7, soft_targets=True),
            case_type("BceSoftmax", (7,), [Dense(10, "Tanh"), Dense(3, "Softmax")], BCE, batch=7),
            case_type("BceSoftmaxClipped", (5,), [Dense(3, "Softmax")], BCE, batch=7, edit=scale_logits_and_mark_largest(30)),
            case_type("CceSoftmax", (7,), [Dense(10, "Tanh"), Dense(5, "Softmax")], CCE, batch=7),
            case_type("CceSoftmaxSoftTargets", (7,), [Dense(10, "Tanh"), Dense(5, "Softmax")], CCE, batch=17, soft_targets=True),
            case_type("CceSigmoid", (7,), [Dense(10, "Tanh"), Dense(5, "Sigmoid")], CCE, batch=7),
            # Scaled so that one target lies just below the clip, where a gradient that ignores the clip still shows.
            case_type("CceSigmoidClipped", (5,), [Dense(3, "Sigmoid")], CCE, batch=7, edit=scale_logits(18)),
            case_type("ScceSoftmax", (7,), [Dense(10, "Tanh"), Dense(5, "Softmax")], SCCE, batch=17),
            case_type("ScceSigmoid", (7,), [Dense(10, "Tanh"), Dense(5, "Sigmoid")], SCCE, batch=7),
            case_type("MseLinear", (7,), [Dense(15, "Tanh"), Dense(3)], MSE, batch=7),
            case_type("MseSigmoid", (7,), [Dense(15, "Tanh"), Dense(3, "Sigmoid")], MSE, batch=7),
            case_type("MseSoftmax", (7,), [Dense(15, "Tanh"), Dense(3, "Softmax")], MSE, batch=7),
            case_type("MaeLinear", (7,), [Dense(15, "Tanh"), Dense(3)], MAE, batch=7),
            case_type("MaeSigmoid", (7,), [Dense(15, "Tanh"), Dense(3, "Sigmoid")], MAE, batch=7),
            case_type("HuberLinear", (7,), [Dense(15, "Tanh"), Dense(3)], HUBER, batch=7),
            case_type("HuberSigmoid", (7,), [Dense(15, "Tanh"), Dense(3, "Sigmoid")], HUBER, batch=7, edit=spread_targets),

            # Logits up to 80: the loss stays finite only in the stable form.
            case_type("BceExtreme", (7,), [Dense(1, "Sigmoid")], BCE, batch=17, edit=scale_logits(80)),
            case_type("ScceExtreme", (5,), [Dense(3, "Softmax")], SCCE, batch=17, edit=scale_logits(80)),
            case_type("CceExtreme", (5,), [Dense(10, "Softmax")], CCE, batch=7, edit=scale_logits(80)),

            # Where accuracy is decided by a rule and not by a margin.
            case_type("ScceTie", (3,), [Dense(3, "Softmax")], SCCE, batch=7, edit=tie, exact=True),
            case_type("BceThreshold", (1,), [Dense(1, "Sigmoid")], BCE, batch=3, edit=sit_on_threshold, exact=True),
        ],
        "DenseLayers": [
            # Odd sizes and shapes.
            case_type("NoBias", (5,), [Dense(7, "Tanh", use_bias=False), Dense(3, use_bias=False)], MSE, batch=7),
            case_type("NoBiasThenBias", (15,), [Dense(17, "ReLU", use_bias=False), Dense(5, "Softmax")], SCCE, batch=7),
            case_type("Size1To1", (1,), [Dense(1)], MSE, batch=1),
            case_type("Size3To17To1", (3,), [Dense(17, "SiLU"), Dense(1)], MSE, batch=3),
            case_type("Size16To16", (16,), [Dense(16)], MSE, batch=17),
            case_type("Size15To31To47", (15,), [Dense(31, "GELU"), Dense(47, "Softmax")], SCCE, batch=7),
            case_type("Size47To33To10", (47,), [Dense(33, "Tanh"), Dense(10, "Softmax")], SCCE, batch=33),
            case_type("ThreeLayers", (17,), [Dense(15, "ReLU"), Dense(10, "SELU"), Dense(5, "Softmax")], SCCE, batch=3),
            case_type("Batch1", (10,), [Dense(15, "ReLU"), Dense(3, "Softmax")], SCCE, batch=1),
            case_type("Batch33", (10,), [Dense(15, "ReLU"), Dense(3, "Softmax")], SCCE, batch=33),
            case_type("FlattenFirst", (3, 5, 2), [Flatten(), Dense(7, "Tanh"), Dense(3)], MSE, batch=3),

            # Ten steps of each optimizer.
            case_type("OptimizerScce", (10,), [Dense(17, "ReLU"), Dense(3, "Softmax")], SCCE, batch=7,
                 edit=fade_first_inputs, optimizers=True),
            case_type("OptimizerBce", (5,), [Dense(9, "Tanh"), Dense(1, "Sigmoid")], BCE, batch=17,
                 edit=fade_first_inputs, optimizers=True),
        ],
    }
