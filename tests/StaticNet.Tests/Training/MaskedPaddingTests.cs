// What follows these masks does not heed them, on purpose: it reads whole rows.
#pragma warning disable SNET026
using static StaticNet.Activation;

namespace StaticNet.Tests.Training;

/// <summary>What an earlier training has left in memory says nothing in a later one, behind masked steps neither.</summary>
public sealed partial class MaskedPaddingTests
{
    private const int Samples = 40;

    // A step that diverges leaves NaN all over the work space, and another size of batches lays everything out anew.
    [Fact]
    public void A_training_after_one_that_diverged_does_not_diverge()
    {
        Check(new NormalizedBehindMask(1));
        Check(new DepthwiseBehindMask(1));
    }

    private static void Check(TrainableModel<float, float> model)
    {
        var random = new Random(1);
        float[] inputs = [.. Enumerable.Range(0, Samples * model.Info.InputSize).Select(_ => random.NextSingle())];
        float[] targets = [.. Enumerable.Range(0, Samples * model.Info.OutputSize).Select(_ => random.NextSingle())];
        var data = new Dataset<float, float>(inputs, targets, Samples);
        Assert.Throws<TrainingDivergedException>(() => model.Fit(data, Options(Samples, new SGD(1e30f))));
        History history = model.Fit(data, Options(7, new SGD(1e-3f)));
        Assert.True(double.IsFinite(history["loss"][^1]));
    }

    private static FitOptions Options(int batch, Optimizer optimizer)
        => new() { BatchSize = batch, Epochs = 2, Optimizer = optimizer, Progress = ProgressDisplay.Silent };

    [Model(7, 5)]
    [Dense(5, Tanh)]
    [Masking(0)]
    [BatchNormalization]
    [GlobalAveragePooling1D]
    [Dense(2)]
    [Loss(Loss.MeanSquaredError)]
    internal sealed partial class NormalizedBehindMask;

    [Model(7, 5)]
    [Dense(5, Tanh)]
    [Masking(0)]
    [DepthwiseConv1D(3)]
    [GlobalMaxPooling1D]
    [Dense(2)]
    [Loss(Loss.MeanSquaredError)]
    internal sealed partial class DepthwiseBehindMask;
}
