using static StaticNet.Activation;
using static StaticNet.Loss;

namespace StaticNet.Tests.Vectors.Cases;

// Each loss on the heads it knows.
[Model(10), Dense(7, Tanh), Dense(1, Sigmoid), Loss(BinaryCrossentropy)] partial class BceSigmoid;
[Model(7), Dense(16, Tanh), Dense(5, Sigmoid), Loss(BinaryCrossentropy)] partial class BceSigmoidMultiLabel;
[Model(7), Dense(10, Tanh), Dense(3, Sigmoid), Loss(BinaryCrossentropy)] partial class BceSigmoidSoftTargets;
[Model(7), Dense(10, Tanh), Dense(3, Softmax), Loss(BinaryCrossentropy)] partial class BceSoftmax;
[Model(5), Dense(3, Softmax), Loss(BinaryCrossentropy)] partial class BceSoftmaxClipped;
[Model(7), Dense(10, Tanh), Dense(5, Softmax), Loss(CategoricalCrossentropy)] partial class CceSoftmax;
[Model(7), Dense(10, Tanh), Dense(5, Softmax), Loss(CategoricalCrossentropy)] partial class CceSoftmaxSoftTargets;
[Model(7), Dense(10, Tanh), Dense(5, Sigmoid), Loss(CategoricalCrossentropy)] partial class CceSigmoid;

// Scaled so that one target lies just below the clip, where a gradient that ignores the clip still shows.
[Model(5), Dense(3, Sigmoid), Loss(CategoricalCrossentropy)] partial class CceSigmoidClipped;
[Model(7), Dense(10, Tanh), Dense(5, Softmax), Loss(SparseCategoricalCrossentropy)] partial class ScceSoftmax;
[Model(7), Dense(10, Tanh), Dense(5, Sigmoid), Loss(SparseCategoricalCrossentropy)] partial class ScceSigmoid;
[Model(7), Dense(15, Tanh), Dense(3), Loss(MeanSquaredError)] partial class MseLinear;
[Model(7), Dense(15, Tanh), Dense(3, Sigmoid), Loss(MeanSquaredError)] partial class MseSigmoid;
[Model(7), Dense(15, Tanh), Dense(3, Softmax), Loss(MeanSquaredError)] partial class MseSoftmax;
[Model(7), Dense(15, Tanh), Dense(3), Loss(MeanAbsoluteError)] partial class MaeLinear;
[Model(7), Dense(15, Tanh), Dense(3, Sigmoid), Loss(MeanAbsoluteError)] partial class MaeSigmoid;
[Model(7), Dense(15, Tanh), Dense(3), Loss(Huber)] partial class HuberLinear;
[Model(7), Dense(15, Tanh), Dense(3, Sigmoid), Loss(Huber)] partial class HuberSigmoid;

// Logits up to 80: the loss stays finite only in the stable form.
[Model(7), Dense(1, Sigmoid), Loss(BinaryCrossentropy)] partial class BceExtreme;
[Model(5), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class ScceExtreme;
[Model(5), Dense(10, Softmax), Loss(CategoricalCrossentropy)] partial class CceExtreme;

// Where accuracy is decided by a rule and not by a margin.
[Model(3), Dense(3, Softmax), Loss(SparseCategoricalCrossentropy)] partial class ScceTie;
[Model(1), Dense(1, Sigmoid), Loss(BinaryCrossentropy)] partial class BceThreshold;
