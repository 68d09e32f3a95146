using static StaticNet.Activation;

namespace StaticNet.Tests.Vectors;

/// <summary>
/// The models of the recorded vectors, with those of <see cref="ImageVectorModels"/>, <see cref="SequenceVectorModels"/> and
/// <see cref="RecurrentVectorModels"/>. Each has the name and the layers of a case in <c>record.py</c>, which recorded <c>name.json</c>.
/// </summary>
internal static class VectorModels
{
    private static readonly Dictionary<string, Func<VectorCase, VectorRunner>> _runners = new(
        [
            .. ImageVectorModels.Runners, .. SequenceVectorModels.Runners, .. RecurrentVectorModels.Runners, .. GraphVectorModels.Runners, .. ColumnVectorModels.Runners,
            .. AttentionVectorModels.Runners,
            .. AttentionScoreVectorModels.Runners,
        ])
    {
        [nameof(LinearHidden)] = vector => Runner(new LinearHidden(), vector),
        [nameof(ReLUHidden)] = vector => Runner(new ReLUHidden(), vector),
        [nameof(LeakyReLUHidden)] = vector => Runner(new LeakyReLUHidden(), vector),
        [nameof(ELUHidden)] = vector => Runner(new ELUHidden(), vector),
        [nameof(SELUHidden)] = vector => Runner(new SELUHidden(), vector),
        [nameof(GELUHidden)] = vector => Runner(new GELUHidden(), vector),
        [nameof(SiLUHidden)] = vector => Runner(new SiLUHidden(), vector),
        [nameof(SoftplusHidden)] = vector => Runner(new SoftplusHidden(), vector),
        [nameof(SigmoidHidden)] = vector => Runner(new SigmoidHidden(), vector),
        [nameof(TanhHidden)] = vector => Runner(new TanhHidden(), vector),
        [nameof(SoftmaxHidden)] = vector => Runner(new SoftmaxHidden(), vector),
        [nameof(ReLU6Hidden)] = vector => Runner(new ReLU6Hidden(), vector),
        [nameof(HardSigmoidHidden)] = vector => Runner(new HardSigmoidHidden(), vector),
        [nameof(HardSiLUHidden)] = vector => Runner(new HardSiLUHidden(), vector),
        [nameof(MishHidden)] = vector => Runner(new MishHidden(), vector),
        [nameof(SoftsignHidden)] = vector => Runner(new SoftsignHidden(), vector),
        [nameof(ExponentialHidden)] = vector => Runner(new ExponentialHidden(), vector),
        [nameof(LogSoftmaxHidden)] = vector => Runner(new LogSoftmaxHidden(), vector),
        [nameof(ReLUWide)] = vector => Runner(new ReLUWide(), vector),
        [nameof(LeakyReLUWide)] = vector => Runner(new LeakyReLUWide(), vector),
        [nameof(ELUWide)] = vector => Runner(new ELUWide(), vector),
        [nameof(SELUWide)] = vector => Runner(new SELUWide(), vector),
        [nameof(GELUWide)] = vector => Runner(new GELUWide(), vector),
        [nameof(SiLUWide)] = vector => Runner(new SiLUWide(), vector),
        [nameof(SoftplusWide)] = vector => Runner(new SoftplusWide(), vector),
        [nameof(SigmoidWide)] = vector => Runner(new SigmoidWide(), vector),
        [nameof(TanhWide)] = vector => Runner(new TanhWide(), vector),
        [nameof(SoftmaxWide)] = vector => Runner(new SoftmaxWide(), vector),
        [nameof(LogSoftmaxWide)] = vector => Runner(new LogSoftmaxWide(), vector),
        [nameof(ReLU6Wide)] = vector => Runner(new ReLU6Wide(), vector),
        [nameof(HardSigmoidWide)] = vector => Runner(new HardSigmoidWide(), vector),
        [nameof(HardSiLUWide)] = vector => Runner(new HardSiLUWide(), vector),
        [nameof(MishWide)] = vector => Runner(new MishWide(), vector),
        [nameof(SoftsignWide)] = vector => Runner(new SoftsignWide(), vector),
        [nameof(ReLULayer)] = vector => Runner(new ReLULayer(), vector),
        [nameof(GELULayer)] = vector => Runner(new GELULayer(), vector),
        [nameof(SoftmaxLayer)] = vector => Runner(new SoftmaxLayer(), vector),
        [nameof(ReLU6Layer)] = vector => Runner(new ReLU6Layer(), vector),
        [nameof(MishLayer)] = vector => Runner(new MishLayer(), vector),
        [nameof(ActivationFirst)] = vector => Runner(new ActivationFirst(), vector),
        [nameof(ActivationTwice)] = vector => Runner(new ActivationTwice(), vector),
        [nameof(ActivationLast)] = vector => Runner(new ActivationLast(), vector),
        [nameof(ActivationLastSigmoid)] = vector => Runner(new ActivationLastSigmoid(), vector),
        [nameof(SoftmaxOverLastAxis)] = vector => Runner(new SoftmaxOverLastAxis(), vector),
        [nameof(LeakyReLULayer)] = vector => Runner(new LeakyReLULayer(), vector),
        [nameof(LeakyReLUFirst)] = vector => Runner(new LeakyReLUFirst(), vector),
        [nameof(ReLUOptions)] = vector => Runner(new ReLUOptions(), vector),
        [nameof(ReLUAtMostOne)] = vector => Runner(new ReLUAtMostOne(), vector),
        [nameof(ELUOption)] = vector => Runner(new ELUOption(), vector),
        [nameof(PReLUHidden)] = vector => Runner(new PReLUHidden(), vector),
        [nameof(PReLUFirst)] = vector => Runner(new PReLUFirst(), vector),
        [nameof(PReLUShared)] = vector => Runner(new PReLUShared(), vector),
        [nameof(RMSNormHidden)] = vector => Runner(new RMSNormHidden(), vector),
        [nameof(RMSNormReLU)] = vector => Runner(new RMSNormReLU(), vector),
        [nameof(GroupNormHidden)] = vector => Runner(new GroupNormHidden(), vector),
        [nameof(GroupNormReLU)] = vector => Runner(new GroupNormReLU(), vector),
        [nameof(LogSoftmaxLast)] = vector => Runner(new LogSoftmaxLast(), vector),
        [nameof(LogSoftmaxLayer)] = vector => Runner(new LogSoftmaxLayer(), vector),
        [nameof(BceSigmoid)] = vector => Runner(new BceSigmoid(), vector),
        [nameof(BceSigmoidMultiLabel)] = vector => Runner(new BceSigmoidMultiLabel(), vector),
        [nameof(BceSigmoidSoftTargets)] = vector => Runner(new BceSigmoidSoftTargets(), vector),
        [nameof(BceSoftmax)] = vector => Runner(new BceSoftmax(), vector),
        [nameof(BceSoftmaxClipped)] = vector => Runner(new BceSoftmaxClipped(), vector),
        [nameof(CceSoftmax)] = vector => Runner(new CceSoftmax(), vector),
        [nameof(CceSoftmaxSoftTargets)] = vector => Runner(new CceSoftmaxSoftTargets(), vector),
        [nameof(CceSigmoid)] = vector => Runner(new CceSigmoid(), vector),
        [nameof(CceSigmoidClipped)] = vector => Runner(new CceSigmoidClipped(), vector),
        [nameof(ScceSoftmax)] = vector => Runner(new ScceSoftmax(), vector),
        [nameof(ScceSigmoid)] = vector => Runner(new ScceSigmoid(), vector),
        [nameof(MseLinear)] = vector => Runner(new MseLinear(), vector),
        [nameof(MseSigmoid)] = vector => Runner(new MseSigmoid(), vector),
        [nameof(MseSoftmax)] = vector => Runner(new MseSoftmax(), vector),
        [nameof(MaeLinear)] = vector => Runner(new MaeLinear(), vector),
        [nameof(MaeSigmoid)] = vector => Runner(new MaeSigmoid(), vector),
        [nameof(HuberLinear)] = vector => Runner(new HuberLinear(), vector),
        [nameof(HuberSigmoid)] = vector => Runner(new HuberSigmoid(), vector),
        [nameof(BceExtreme)] = vector => Runner(new BceExtreme(), vector),
        [nameof(ScceExtreme)] = vector => Runner(new ScceExtreme(), vector),
        [nameof(CceExtreme)] = vector => Runner(new CceExtreme(), vector),
        [nameof(ScceTie)] = vector => Runner(new ScceTie(), vector),
        [nameof(BceThreshold)] = vector => Runner(new BceThreshold(), vector),
        [nameof(NoBias)] = vector => Runner(new NoBias(), vector),
        [nameof(NoBiasThenBias)] = vector => Runner(new NoBiasThenBias(), vector),
        [nameof(Size1To1)] = vector => Runner(new Size1To1(), vector),
        [nameof(Size3To17To1)] = vector => Runner(new Size3To17To1(), vector),
        [nameof(Size16To16)] = vector => Runner(new Size16To16(), vector),
        [nameof(Size15To31To47)] = vector => Runner(new Size15To31To47(), vector),
        [nameof(Size47To33To10)] = vector => Runner(new Size47To33To10(), vector),
        [nameof(ThreeLayers)] = vector => Runner(new ThreeLayers(), vector),
        [nameof(Batch1)] = vector => Runner(new Batch1(), vector),
        [nameof(Batch33)] = vector => Runner(new Batch33(), vector),
        [nameof(FlattenFirst)] = vector => Runner(new FlattenFirst(), vector),
        [nameof(OptimizerScce)] = vector => Runner(new OptimizerScce(), vector),
        [nameof(OptimizerBce)] = vector => Runner(new OptimizerBce(), vector),
    };

    /// <summary>The names of all cases.</summary>
    public static IEnumerable<string> Names => _runners.Keys;

    /// <summary>A new model with the recorded parameters, and its batch.</summary>
    public static VectorRunner Create(VectorCase vector) => _runners[vector.Case](vector);

    /// <summary>A model with the recorded parameters, and its batch.</summary>
    public static VectorRunner<TInput, TTarget> Runner<TInput, TTarget>(TrainableModel<TInput, TTarget> model, VectorCase vector)
        where TInput : unmanaged
        where TTarget : unmanaged
        => new(model, vector);
}

// Each activation inside a Dense.

[Model(7)]
[Dense(17)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LinearHidden;

[Model(7)]
[Dense(17, ReLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ReLUHidden;

[Model(7)]
[Dense(17, LeakyReLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LeakyReLUHidden;

[Model(7)]
[Dense(17, ELU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ELUHidden;

[Model(7)]
[Dense(17, SELU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SELUHidden;

[Model(7)]
[Dense(17, GELU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GELUHidden;

[Model(7)]
[Dense(17, SiLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SiLUHidden;

[Model(7)]
[Dense(17, Softplus)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SoftplusHidden;

[Model(7)]
[Dense(17, Sigmoid)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SigmoidHidden;

[Model(7)]
[Dense(17, Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TanhHidden;

[Model(7)]
[Dense(17, Softmax)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SoftmaxHidden;

[Model(7)]
[Dense(17, ReLU6)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ReLU6Hidden;

[Model(7)]
[Dense(17, HardSigmoid)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class HardSigmoidHidden;

[Model(7)]
[Dense(17, HardSiLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class HardSiLUHidden;

[Model(7)]
[Dense(17, Mish)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MishHidden;

[Model(7)]
[Dense(17, Softsign)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SoftsignHidden;

[Model(7)]
[Dense(17, Exponential)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ExponentialHidden;

[Model(7)]
[Dense(17, LogSoftmax)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LogSoftmaxHidden;

// Pre-activations from -100 to 100.

[Model(1)]
[Dense(33, ReLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ReLUWide;

[Model(1)]
[Dense(33, LeakyReLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LeakyReLUWide;

[Model(1)]
[Dense(33, ELU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ELUWide;

[Model(1)]
[Dense(33, SELU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SELUWide;

[Model(1)]
[Dense(33, GELU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GELUWide;

[Model(1)]
[Dense(33, SiLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SiLUWide;

[Model(1)]
[Dense(33, Softplus)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SoftplusWide;

[Model(1)]
[Dense(33, Sigmoid)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SigmoidWide;

[Model(1)]
[Dense(33, Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TanhWide;

[Model(1)]
[Dense(33, Softmax)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SoftmaxWide;

[Model(1)]
[Dense(33, LogSoftmax)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LogSoftmaxWide;

[Model(1)]
[Dense(33, ReLU6)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ReLU6Wide;

[Model(1)]
[Dense(33, HardSigmoid)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class HardSigmoidWide;

[Model(1)]
[Dense(33, HardSiLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class HardSiLUWide;

[Model(1)]
[Dense(33, Mish)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MishWide;

[Model(1)]
[Dense(33, Softsign)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SoftsignWide;

// Activations as layers of their own.

[Model(7)]
[Dense(17)]
[Activation(ReLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ReLULayer;

[Model(7)]
[Dense(17)]
[Activation(GELU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GELULayer;

[Model(7)]
[Dense(17)]
[Activation(Softmax)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SoftmaxLayer;

[Model(7)]
[Dense(17)]
[Activation(ReLU6)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ReLU6Layer;

[Model(7)]
[Dense(17)]
[Activation(Mish)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MishLayer;

[Model(7)]
[Activation(Tanh)]
[Dense(5)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ActivationFirst;

[Model(5)]
[Dense(15, ReLU)]
[Activation(Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ActivationTwice;

[Model(5)]
[Dense(10, Tanh)]
[Dense(3)]
[Activation(Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class ActivationLast;

[Model(5)]
[Dense(10, Tanh)]
[Dense(1)]
[Activation(Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class ActivationLastSigmoid;

[Model(3, 5)]
[Activation(Softmax)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SoftmaxOverLastAxis;

// Layers for an activation alone, and what else keeps the shape.

[Model(5)]
[Dense(17)]
[LeakyReLU]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LeakyReLULayer;

[Model(5)]
[LeakyReLU(0.5)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LeakyReLUFirst;

[Model(5)]
[Dense(17)]
[ReLU(NegativeSlope = 0.1, MaxValue = 1, Threshold = 0.25)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ReLUOptions;

[Model(5)]
[Dense(17)]
[ReLU(MaxValue = 1)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ReLUAtMostOne;

[Model(5)]
[Dense(17)]
[ELU(0.5)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ELUOption;

[Model(5)]
[Dense(17, Tanh)]
[PReLU]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class PReLUHidden;

[Model(3, 5)]
[PReLU]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class PReLUFirst;

[Model(4, 3, 5)]
[PReLU(1, 2)]
[PReLU(2)]
[PReLU(3)]
[PReLU(1, 2, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class PReLUShared;

[Model(5)]
[Dense(17)]
[RMSNormalization]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class RMSNormHidden;

[Model(3, 5)]
[RMSNormalization(Epsilon = 0.1)]
[Activation(ReLU)]
[RMSNormalization]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class RMSNormReLU;

[Model(5)]
[Dense(18, Tanh)]
[GroupNormalization(Groups = 3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GroupNormHidden;

[Model(3, 6)]
[GroupNormalization(Groups = 2, Epsilon = 0.1)]
[Activation(ReLU)]
[GroupNormalization(Groups = -1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GroupNormReLU;

[Model(5)]
[Dense(9, Tanh)]
[Dense(3, LogSoftmax)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LogSoftmaxLast;

[Model(3, 5)]
[Dense(7, SELU)]
[Activation(LogSoftmax)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LogSoftmaxLayer;

// Each loss on the heads it knows.

[Model(10)]
[Dense(7, Tanh)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class BceSigmoid;

[Model(7)]
[Dense(16, Tanh)]
[Dense(5, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class BceSigmoidMultiLabel;

[Model(7)]
[Dense(10, Tanh)]
[Dense(3, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class BceSigmoidSoftTargets;

[Model(7)]
[Dense(10, Tanh)]
[Dense(3, Softmax)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class BceSoftmax;

[Model(5)]
[Dense(3, Softmax)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class BceSoftmaxClipped;

[Model(7)]
[Dense(10, Tanh)]
[Dense(5, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal sealed partial class CceSoftmax;

[Model(7)]
[Dense(10, Tanh)]
[Dense(5, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal sealed partial class CceSoftmaxSoftTargets;

[Model(7)]
[Dense(10, Tanh)]
[Dense(5, Sigmoid)]
[Loss(Loss.CategoricalCrossentropy)]
internal sealed partial class CceSigmoid;

[Model(5)]
[Dense(3, Sigmoid)]
[Loss(Loss.CategoricalCrossentropy)]
internal sealed partial class CceSigmoidClipped;

[Model(7)]
[Dense(10, Tanh)]
[Dense(5, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class ScceSoftmax;

[Model(7)]
[Dense(10, Tanh)]
[Dense(5, Sigmoid)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class ScceSigmoid;

[Model(7)]
[Dense(15, Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MseLinear;

[Model(7)]
[Dense(15, Tanh)]
[Dense(3, Sigmoid)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MseSigmoid;

[Model(7)]
[Dense(15, Tanh)]
[Dense(3, Softmax)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MseSoftmax;

[Model(7)]
[Dense(15, Tanh)]
[Dense(3)]
[Loss(Loss.MeanAbsoluteError)]
internal sealed partial class MaeLinear;

[Model(7)]
[Dense(15, Tanh)]
[Dense(3, Sigmoid)]
[Loss(Loss.MeanAbsoluteError)]
internal sealed partial class MaeSigmoid;

[Model(7)]
[Dense(15, Tanh)]
[Dense(3)]
[Loss(Loss.Huber)]
internal sealed partial class HuberLinear;

[Model(7)]
[Dense(15, Tanh)]
[Dense(3, Sigmoid)]
[Loss(Loss.Huber)]
internal sealed partial class HuberSigmoid;

// Logits up to 80.

[Model(7)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class BceExtreme;

[Model(5)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class ScceExtreme;

[Model(5)]
[Dense(10, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal sealed partial class CceExtreme;

// Accuracy decided by a rule and not by a margin.

[Model(3)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class ScceTie;

[Model(1)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class BceThreshold;

// Odd sizes and shapes.

[Model(5)]
[Dense(7, Tanh, UseBias = false)]
[Dense(3, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class NoBias;

[Model(15)]
[Dense(17, ReLU, UseBias = false)]
[Dense(5, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class NoBiasThenBias;

[Model(1)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Size1To1;

[Model(3)]
[Dense(17, SiLU)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Size3To17To1;

[Model(16)]
[Dense(16)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Size16To16;

[Model(15)]
[Dense(31, GELU)]
[Dense(47, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Size15To31To47;

[Model(47)]
[Dense(33, Tanh)]
[Dense(10, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Size47To33To10;

[Model(17)]
[Dense(15, ReLU)]
[Dense(10, SELU)]
[Dense(5, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class ThreeLayers;

[Model(10)]
[Dense(15, ReLU)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Batch1;

[Model(10)]
[Dense(15, ReLU)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Batch33;

[Model(3, 5, 2)]
[Flatten]
[Dense(7, Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class FlattenFirst;

// Ten steps of each optimizer.

[Model(10)]
[Dense(17, ReLU)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class OptimizerScce;

[Model(5)]
[Dense(9, Tanh)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class OptimizerBce;
