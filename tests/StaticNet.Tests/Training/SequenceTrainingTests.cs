using static StaticNet.Activation;

namespace StaticNet.Tests.Training;

/// <summary>Networks of sequences with everything that could depend on threads, batches or chance, and what causal ones may see.</summary>
[Collection(AloneCollection.Name)]
public class SequenceTrainingTests
{
    private const int Size = 45 * 3;

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        Dataset<float, int> data = Data(101);
        (int[] weights, float[] outputs) = Train(1);
        foreach (int threads in new[] { 2, 3 })
        {
            (int[] otherWeights, float[] otherOutputs) = Train(threads);
            Assert.Equal(weights, otherWeights);
            Assert.Equal(outputs, otherOutputs);
        }

        (int[] Weights, float[] Outputs) Train(int threads)
        {
            ThreadWatch watch = threads == 1 ? new() : new("Propagate", "Update");
            Listener model = Watched.Like(new Listener(1) { Threads = threads }, watch);
            Assert.Equal(threads, Workers.Paying(threads, 3 * model.Info.Memory.Operations * 50));
            model.Fit(data, new FitOptions { Epochs = 2, BatchSize = 50, Progress = ProgressDisplay.Silent });
            watch.AssertShared();
            return (TestData.Bits(model), model.Predict(data.Inputs.Span));
        }
    }

    [Fact]
    public void A_sample_gets_the_same_bits_in_any_company()
    {
        Dataset<float, int> data = Data(50);
        var model = new Listener(1);
        model.Fit(data, new FitOptions { Progress = ProgressDisplay.Silent });
        float[] together = model.Predict(data.Inputs.Span);
        for (int sample = 0; sample < data.Count; sample++)
            Assert.Equal(together[(4 * sample)..(4 * (sample + 1))], model.Predict(data.Input(sample)));
    }

    [Fact]
    public void Steps_and_predictions_allocate_nothing()
    {
        Dataset<float, int> data = Data(40);
        var model = new Listener(1) { Threads = 2 };
        var optimizer = new Adam();
        var outputs = new float[40 * 4];
        Assert.Equal(0, Allocation.InEachRun(() =>
        {
            for (int i = 0; i < 5; i++)
            {
                model.TrainOnBatch(data.Inputs.Span, data.Targets.Span, optimizer);
                model.Predict(data.Inputs.Span, outputs);
                model.Predict(data.Input(i), outputs.AsSpan(0, 4));
            }
        }));
    }

    // Of 20 steps each output sees its own and the 7 before.
    [Fact]
    public void A_causal_network_sees_no_later_step_and_no_more_than_its_windows_reach()
    {
        var model = new Foreteller(1);
        float[] inputs = [.. Enumerable.Range(0, 20 * 2).Select(i => MathF.Sin(i * 1.7f))], before = model.Predict(inputs);
        for (int step = 0; step < 20; step++)
        {
            float[] changed = [.. inputs];
            changed[2 * step]++;
            float[] after = model.Predict(changed);
            bool[] sees = [.. Enumerable.Range(0, 20).Select(place => !before.AsSpan(3 * place, 3).SequenceEqual(after.AsSpan(3 * place, 3)))];
            Assert.Equal(Enumerable.Range(0, 20).Select(place => place >= step && place < step + 8), sees);
        }
    }

    // The seed decides which channels fall, whole ones and for all steps alike.
    [Fact]
    public void Spatial_dropout_takes_whole_channels()
    {
        var model = new Forgetful(1);
        float[] inputs = [.. Enumerable.Repeat(1f, 6 * 20)];
        model.Parameters[0].CopyFrom([.. Enumerable.Repeat(1f, 6 * 20)]);
        double dropped = 0;
        for (int i = 0; i < 20; i++)
        {
            // The sum of the channels that are left, each doubled: of 20 channels of 6 steps, so many twelves.
            double sum = Math.Sqrt(model.TrainOnBatch(inputs, [0f], new SGD { LearningRate = 1e-30f }).Loss);
            Assert.Equal(0, Math.IEEERemainder(sum, 12), 1e-3);
            Assert.InRange(sum, 12, 12 * 19);
            dropped += 20 - (sum / 12);
        }

        Assert.InRange(dropped, 140, 260);
    }

    [Fact]
    public void It_learns_whether_a_pattern_occurs()
    {
        Dataset<float, float> data = Patterns(600), test = Patterns(200);
        var model = new Spotting(3);
        model.Fit(data, new FitOptions { Epochs = 25, BatchSize = 20, Progress = ProgressDisplay.Silent });
        Assert.InRange(model.Evaluate(test).Accuracy!.Value, 0.95, 1);
    }

    private static Dataset<float, int> Data(int count)
    {
        var random = new Random(1);
        float[] inputs = [.. Enumerable.Range(0, count * Size).Select(_ => random.NextSingle() - 0.5f)];
        return Dataset.From(inputs, Enumerable.Range(0, count).Select(_ => random.Next(4)).ToArray());
    }

    // Noise in which three steps up, down, up stand somewhere, or in another order.
    private static Dataset<float, float> Patterns(int count)
    {
        var random = new Random(count);
        float[] inputs = [.. Enumerable.Range(0, count * 30).Select(_ => 0.3f * (random.NextSingle() - 0.5f))], targets = new float[count];
        for (int i = 0; i < count; i++)
        {
            targets[i] = random.Next(2);
            float sign = targets[i] == 1 ? 1 : -1;
            int at = (30 * i) + random.Next(28);
            (inputs[at], inputs[at + 1], inputs[at + 2]) = (sign, -sign, sign);
        }

        return new Dataset<float, float>(inputs, targets, count);
    }
}

/// <summary>Every way through the kernels of sequences, of odd sizes.</summary>
[Model(45, 3)]
[ZeroPadding1D(1, 0)]
[Conv1D(20, 3, ReLU, Padding = Padding.Causal)]
[MaxPooling1D(2)]
[Conv1D(17, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[SpatialDropout1D(0.1f)]
[SeparableConv1D(18, 3, LeakyReLU, DepthMultiplier = 2)]
[Conv1D(34, 2, Padding = Padding.Causal, DilationRate = 3, Groups = 2)]
[AveragePooling1D(3, Strides = 2, Padding = Padding.Same)]
[UpSampling1D(2)]
[Cropping1D(1)]
[DepthwiseConv1D(2)]
[GlobalMaxPooling1D]
[RepeatVector(3)]
[Conv1D(9, 2, Tanh)]
[GlobalAveragePooling1D]
[Dense(4, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class Listener;

/// <summary>Windows of 2 at distances of 1, 2 and 4 steps.</summary>
[Model(20, 2)]
[Conv1D(5, 2, Tanh, Padding = Padding.Causal)]
[Conv1D(5, 2, Tanh, Padding = Padding.Causal, DilationRate = 2)]
[Conv1D(3, 2, Padding = Padding.Causal, DilationRate = 4)]
internal sealed partial class Foreteller;

/// <summary>The sum of what spatial dropout leaves.</summary>
[Model(6, 20)]
[SpatialDropout1D(0.5f)]
[Flatten]
[Dense(1, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Forgetful;

/// <summary>A small network that has to find something, wherever it is.</summary>
[Model(30, 1)]
[Conv1D(8, 3, ReLU)]
[GlobalMaxPooling1D]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class Spotting;
