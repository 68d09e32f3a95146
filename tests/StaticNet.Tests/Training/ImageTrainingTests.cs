using static StaticNet.Activation;

namespace StaticNet.Tests.Training;

/// <summary>A network of images with everything that could depend on threads, batches or chance.</summary>
[Collection(AloneCollection.Name)]
public class ImageTrainingTests
{
    private const int Size = 14 * 14 * 3;

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        Dataset<float, int> data = Data(101);
        (int[] weights, double[] history, float[] outputs) = Train(1);
        foreach (int threads in new[] { 2, 3, 8 })
        {
            (int[] otherWeights, double[] otherHistory, float[] otherOutputs) = Train(threads);
            Assert.Equal(weights, otherWeights);
            Assert.Equal(history, otherHistory);
            Assert.Equal(outputs, otherOutputs);
        }

        (int[] Weights, double[] History, float[] Outputs) Train(int threads)
        {
            ThreadWatch watch = threads == 1 ? new() : new("Propagate", "Update");
            Pictures model = Watched.Like(new Pictures(1) { Threads = threads }, watch);
            Assert.Equal(threads, Workers.Paying(threads, 3 * model.Info.Memory.Operations * 40));
            History history = model.Fit(data, new FitOptions { Epochs = 2, BatchSize = 40, Progress = ProgressDisplay.Silent });
            watch.AssertShared();
            return (TestData.Bits(model), [.. history["loss"], .. history["accuracy"]], model.Predict(data.Inputs.Span));
        }
    }

    [Fact]
    public void A_sample_gets_the_same_bits_in_any_company()
    {
        Dataset<float, int> data = Data(50);
        var model = new Pictures(1);
        model.Fit(data, new FitOptions { Progress = ProgressDisplay.Silent });
        float[] together = model.Predict(data.Inputs.Span);
        for (int sample = 0; sample < data.Count; sample++)
            Assert.Equal(together[(4 * sample)..(4 * (sample + 1))], model.Predict(data.Input(sample)));
    }

    // A step takes a few samples through the layers at a time, and weights see all of them at once.
    [Fact]
    public void The_gradient_of_a_batch_is_the_mean_of_those_of_its_samples()
    {
        Dataset<float, int> data = Data(40);
        var model = new Looker(1);
        Assert.InRange(model.Info.Memory.TrainingRows, 1, 20);
        float[][] means = [.. model.Parameters.Select(parameter => new float[parameter.Count])];
        Gradients gradients;
        for (int sample = 0; sample < data.Count; sample++)
        {
            gradients = model.ComputeGradients(data.Input(sample), data.Target(sample));
            for (int p = 0; p < means.Length; p++)
            {
                float[] gradient = Gradient(p);
                for (int i = 0; i < gradient.Length; i++)
                    means[p][i] += gradient[i] / data.Count;
            }
        }

        gradients = model.ComputeGradients(data.Inputs.Span, data.Targets.Span);
        for (int p = 0; p < means.Length; p++)
        {
            float[] gradient = Gradient(p);
            float largest = means[p].Max(Math.Abs);
            for (int i = 0; i < gradient.Length; i++)
                Assert.Equal(means[p][i], gradient[i], 1e-5f * largest);
        }

        float[] Gradient(int p)
        {
            var gradient = new float[model.Parameters[p].Count];
            gradients.CopyTo(model.Parameters[p], gradient);
            return gradient;
        }
    }

    [Fact]
    public void The_seed_decides_augmentation()
    {
        Dataset<float, int> data = Data(40);
        Assert.Equal(Loss(1), Loss(1));
        Assert.NotEqual(Loss(1), Loss(2));

        double Loss(int seed)
        {
            // The same weights, so that only the choices differ.
            Pictures first = new(7), model = new(seed);
            for (int i = 0; i < first.Parameters.Count; i++)
            {
                var values = new float[first.Parameters[i].Count];
                first.Parameters[i].CopyTo(values);
                model.Parameters[i].CopyFrom(values);
            }

            return model.ComputeGradients(data.Inputs.Span, data.Targets.Span).Result.Loss;
        }
    }

    [Fact]
    public void Measuring_gradients_leaves_moving_averages_alone()
    {
        Dataset<float, int> data = Data(20);
        var model = new Pictures(1);
        int[] before = TestData.Bits(model);
        model.ComputeGradients(data.Inputs.Span, data.Targets.Span);
        Assert.Equal(before, TestData.Bits(model));
        model.TrainOnBatch(data.Inputs.Span, data.Targets.Span, new Adam());
        Assert.NotEqual(before, TestData.Bits(model));
    }

    [Fact]
    public void Steps_and_predictions_allocate_nothing()
    {
        Dataset<float, int> data = Data(40);
        var model = new Pictures(1) { Threads = 2 };
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

    [Fact]
    public void It_learns_where_a_spot_is()
    {
        Dataset<float, int> data = Spots(400), test = Spots(100);
        var model = new Spotter(3);
        model.Fit(data, new FitOptions { Epochs = 20, BatchSize = 20, Progress = ProgressDisplay.Silent });
        Assert.InRange(model.Evaluate(test).Accuracy!.Value, 0.95, 1);
    }

    private static Dataset<float, int> Data(int count)
    {
        var random = new Random(1);
        float[] inputs = [.. Enumerable.Range(0, count * Size).Select(_ => random.NextSingle())];
        return Dataset.From(inputs, Enumerable.Range(0, count).Select(_ => random.Next(4)).ToArray());
    }

    // A bright spot in one of four quarters of noise.
    private static Dataset<float, int> Spots(int count)
    {
        var random = new Random(count);
        var inputs = new float[count * 100];
        var labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = random.Next(4);
            for (int p = 0; p < 100; p++)
                inputs[(i * 100) + p] = 0.3f * random.NextSingle();
            int row = random.Next(4) + (labels[i] / 2 * 5), column = random.Next(4) + (labels[i] % 2 * 5);
            inputs[(i * 100) + (row * 10) + column] = 1;
        }

        return Dataset.From(inputs, labels);
    }
}

/// <summary>Every way through the kernels of images, of odd sizes.</summary>
[Model(14, 14, 3)]
[RandomFlip]
[RandomTranslation(0.1f, 0.1f)]
[RandomRotation(0.05f)]
[RandomZoom(0.1f)]
[GaussianNoise(0.01f)]
[Conv2D(20, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(17, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Activation(ReLU)]
[SpatialDropout2D(0.1f)]
[DepthwiseConv2D(3, Padding = Padding.Same)]
[Conv2D(18, 3, ReLU, Padding = Padding.Same)]
[MaxPooling2D(2)]
[LayerNormalization]
[Conv2DTranspose(9, 2, LeakyReLU, Strides = 2)]
[GlobalAveragePooling2D]
[Dense(4, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class Pictures;

/// <summary>Convolutions with and without pooling, without chance.</summary>
[Model(14, 14, 3)]
[Conv2D(20, 3, ReLU)]
[MaxPooling2D(2)]
[Conv2D(33, 3, ReLU, Padding = Padding.Same)]
[Conv2D(18, 3, ReLU, Padding = Padding.Same)]
[MaxPooling2D(2)]
[MaxPooling2D(2, Strides = 1)]
[Flatten]
[Dense(4, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Looker;

/// <summary>A small network that has to look.</summary>
[Model(10, 10, 1)]
[Conv2D(8, 3, ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(4, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Spotter;
