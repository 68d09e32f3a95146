using static StaticNet.Activation;
using Crew = StaticNet.Kernels.Crew;

namespace StaticNet.Tests;

/// <summary>Models so large that one sample pays for more than one thread.</summary>
[Collection(AloneCollection.Name)]
public class LargeModelTests
{
    public static TheoryData<int, int> Cases
    {
        get
        {
            var cases = new TheoryData<int, int>();
            foreach (int samples in new[] { 1, 2, 3 })
            {
                foreach (int threads in new[] { 1, 2, 3, 8 })
                    cases.Add(samples, threads);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_dense_model_has_the_same_bits_for_any_threads_and_one_by_one(int samples, int threads)
        => Check(() => new LargeDense(1), LargeDense.InputSize, samples, threads);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_convolution_has_the_same_bits_for_any_threads_and_one_by_one(int samples, int threads)
        => Check(() => new LargeConvolution(1), LargeConvolution.InputSize, samples, threads);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_recurrence_has_the_same_bits_for_any_threads_and_one_by_one(int samples, int threads)
        => Check(() => new LargeRecurrence(1), LargeRecurrence.InputSize, samples, threads);

    [Fact]
    public void A_large_layer_without_a_loss_predicts_one_sample()
        => Assert.Equal(2000, new LargeScorer(1) { Threads = 2 }.Predict(new float[2000]).Length);

    private static void Check(Func<TrainableModel<float, int>> make, int size, int samples, int threads)
    {
        var random = new Random(samples);
        float[] inputs = [.. Enumerable.Range(0, samples * size).Select(_ => (2 * random.NextSingle()) - 1)];
        int[] labels = [.. Enumerable.Range(0, samples).Select(i => i % 3)];
        Dataset<float, int> data = Dataset.From(inputs, labels);
        TrainableModel<float, int> single = make();

        // Few samples are shared out by kernels, and then no thread takes some of them through the layers.
        bool hasCrew = Crew.Pays(threads, samples, single.IsDense);
        ThreadWatch watch = threads == 1 ? new() : hasCrew ? new("Update") : new("Infer", "Propagate", "Update");
        TrainableModel<float, int> model = Watched.Like(single, watch);
        (model.Threads, single.Threads) = (threads, 1);
        Assert.True(Workers.Paying(8, model.Info.Memory.Operations) >= 2, "One sample is to pay for several threads.");

        float[] outputs = model.Predict(inputs);
        Assert.Equal([.. Enumerable.Range(0, samples).SelectMany(i => single.Predict(inputs.AsSpan(i * size, size)))], outputs);
        Assert.Equal(single.PredictClasses(inputs), model.PredictClasses(inputs));
        Assert.Equal(single.Evaluate(data).Loss, model.Evaluate(data).Loss);
        Gradients expectedGradients = single.ComputeGradients(inputs, labels), actualGradients = model.ComputeGradients(inputs, labels);
        Assert.Equal(expectedGradients.Result, actualGradients.Result);
        foreach ((Parameter expected, Parameter actual) in single.Parameters.Zip(model.Parameters))
        {
            float[] one = new float[expected.Count], other = new float[expected.Count];
            expectedGradients.CopyTo(expected, one);
            actualGradients.CopyTo(actual, other);
            Assert.Equal(one, other);
        }

        Assert.Equal(single.TrainOnBatch(inputs, labels, new Adam()), model.TrainOnBatch(inputs, labels, new Adam()));
        single.Fit(data, new FitOptions { BatchSize = 2, Optimizer = new SGD { Momentum = 0.9f }, Progress = ProgressDisplay.Silent });
        model.Fit(data, new FitOptions { BatchSize = 2, Optimizer = new SGD { Momentum = 0.9f }, Progress = ProgressDisplay.Silent });
        Assert.Equal(TestData.Bits(single), TestData.Bits(model));
        Assert.True(watch.HadCrew || !hasCrew);
        watch.AssertShared();
    }
}

/// <summary>More than eight million operations a sample in one product.</summary>
[Model(2000)]
[Dense(2200, ReLU)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class LargeDense;

/// <summary>The same in convolutions, one of them pooled.</summary>
[Model(40, 40, 2)]
[Conv2D(40, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(65, 3, ReLU)]
[GlobalAveragePooling2D]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class LargeConvolution;

/// <summary>The same in a recurrence.</summary>
[Model(40, 30)]
[LSTM(170)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class LargeRecurrence;

/// <summary>The same for inference only.</summary>
[Model(2000)]
[Dense(2000)]
internal sealed partial class LargeScorer;
