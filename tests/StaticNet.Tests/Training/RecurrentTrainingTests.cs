using static StaticNet.Activation;

namespace StaticNet.Tests.Training;

/// <summary>Networks of tokens: a table and an average, recurrences, convolutions, with masks and chance.</summary>
[Collection(AloneCollection.Name)]
public class RecurrentTrainingTests
{
    private const int Classes = 5;

    private static readonly Dictionary<string, Func<TrainableModel<int, int>>> _models = new()
    {
        [nameof(Averager)] = () => new Averager(1),
        [nameof(Reader)] = () => new Reader(1),
        [nameof(ReaderOfBothWays)] = () => new ReaderOfBothWays(1),
        [nameof(Scanner)] = () => new Scanner(1),
        [nameof(Oblivious)] = () => new Oblivious(1),
    };

    public static TheoryData<string> All { get; } = new(_models.Keys);

    /// <summary>Those without chance.</summary>
    public static TheoryData<string> Certain { get; } = new(_models.Keys.Where(name => name != nameof(Oblivious)));

    [Theory]
    [MemberData(nameof(All))]
    public void Any_number_of_threads_gives_the_same_bits(string name)
    {
        Dataset<int, int> data = Data(_models[name](), 250);
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
            ThreadWatch watch = threads == 1 ? new() : new("Touch", "Propagate", "Update");
            TrainableModel<int, int> model = Watched.Like(_models[name](), watch);
            model.Threads = threads;

            // Batches large enough that eight threads pay.
            Assert.Equal(threads, Workers.Paying(threads, 3 * model.Info.Memory.Operations * 200));
            History history = model.Fit(data, new FitOptions { Epochs = 2, BatchSize = 200, Progress = ProgressDisplay.Silent });
            watch.AssertShared();
            return (TestData.Bits(model), [.. history["loss"], .. history["accuracy"]], model.Predict(data.Inputs.Span));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_sample_gets_the_same_bits_in_any_company(string name)
    {
        TrainableModel<int, int> model = _models[name]();
        Dataset<int, int> data = Data(model, 70);
        model.Fit(data, new FitOptions { Progress = ProgressDisplay.Silent });
        float[] together = model.Predict(data.Inputs.Span);
        for (int sample = 0; sample < data.Count; sample++)
            Assert.Equal(together[(Classes * sample)..(Classes * (sample + 1))], model.Predict(data.Input(sample)));

        // Tiles of other sizes.
        int size = model.Info.InputSize;
        for (int count = 1; count <= data.Count; count += 6)
            Assert.Equal(together[..(Classes * count)], model.Predict(data.Inputs.Span[..(size * count)]));
    }

    // A step takes a few samples through the layers at a time, and weights see all of them at once.
    [Theory]
    [MemberData(nameof(Certain))]
    public void The_gradient_of_a_batch_is_the_mean_of_those_of_its_samples(string name)
    {
        TrainableModel<int, int> model = _models[name]();
        Dataset<int, int> data = Data(model, 45);
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

    [Theory]
    [MemberData(nameof(All))]
    public void Steps_and_predictions_allocate_nothing(string name)
    {
        TrainableModel<int, int> model = _models[name]();
        model.Threads = 2;
        Dataset<int, int> data = Data(model, 40);
        var optimizer = new Adam();
        var outputs = new float[data.Count * Classes];
        Assert.Equal(0, Allocation.InEachRun(() =>
        {
            for (int i = 0; i < 5; i++)
            {
                model.TrainOnBatch(data.Inputs.Span, data.Targets.Span, optimizer);
                model.Predict(data.Inputs.Span, outputs);
                model.Predict(data.Input(i), outputs.AsSpan(0, Classes));
            }
        }));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Fit_takes_the_steps_of_TrainOnBatch(string name)
    {
        TrainableModel<int, int> model = _models[name](), stepwise = _models[name]();
        Dataset<int, int> data = Data(model, 51);
        model.Fit(data, new FitOptions { Epochs = 3, BatchSize = 17, Shuffle = false, Optimizer = new Adam(), Progress = ProgressDisplay.Silent });
        var optimizer = new Adam();
        int batch = 17 * model.Info.InputSize;
        for (int step = 0; step < 9; step++)
            stepwise.TrainOnBatch(data.Inputs.Span.Slice(step % 3 * batch, batch), data.Targets.Span.Slice(step % 3 * 17, 17), optimizer);

        // What rows without tokens do in several steps at once, another number of them at a time, may be rounded otherwise.
        foreach ((Parameter expected, Parameter actual) in stepwise.Parameters.Zip(model.Parameters))
        {
            float[] wanted = new float[expected.Count], found = new float[expected.Count];
            expected.CopyTo(wanted);
            actual.CopyTo(found);
            for (int i = 0; i < wanted.Length; i++)
                Assert.Equal(wanted[i], found[i], 1e-6f);
        }
    }

    [Fact]
    public void Predictions_follow_every_change_of_the_weights_that_they_derive_from()
    {
        int[] tokens = [.. Enumerable.Range(0, 3 * 19).Select(i => i * 7 % 300)], labels = [0, 1, 4];
        Reader model = new(1), other = new(2);
        float[] first = model.Predict(tokens), written = other.Predict(tokens);
        CopyWeights(other, model);
        Assert.Equal(written, model.Predict(tokens));

        model.LstmKernel[0, 0] += 1;
        CheckAgainstFresh(written);
        float[] byIndex = model.Predict(tokens);
        model.TrainOnBatch(tokens, labels, new Adam());
        CheckAgainstFresh(byIndex);
        float[] trained = model.Predict(tokens);
        model.Fit(Dataset.From(tokens, labels), new FitOptions { Progress = ProgressDisplay.Silent });
        CheckAgainstFresh(trained);
        CopyWeights(new Reader(1), model);
        Assert.Equal(first, model.Predict(tokens));

        // One that derives from the same weights for the first time, after the change.
        void CheckAgainstFresh(float[] before)
        {
            var fresh = new Reader(3);
            CopyWeights(model, fresh);
            float[] expected = fresh.Predict(tokens);
            Assert.NotEqual(before, expected);
            Assert.Equal(expected, model.Predict(tokens));
        }

        static void CopyWeights(Model source, Model target)
        {
            foreach ((Parameter from, Parameter to) in source.Parameters.Zip(target.Parameters))
            {
                var values = new float[from.Count];
                from.CopyTo(values);
                to.CopyFrom(values);
            }
        }
    }

    [Fact]
    public void An_LSTM_learns_which_of_two_tokens_comes_first()
        => Assert.InRange(AccuracyOfOrder(new OrderLstm(1)), 0.95, 1);

    [Fact]
    public void A_GRU_learns_which_of_two_tokens_comes_first()
        => Assert.InRange(AccuracyOfOrder(new OrderGru(1)), 0.95, 1);

    // An average of tokens cannot tell, so the task is one of order.
    [Fact]
    public void An_average_cannot_learn_which_of_two_tokens_comes_first()
        => Assert.InRange(AccuracyOfOrder(new OrderAverage(1)), 0.3, 0.7);

    private static double AccuracyOfOrder(TrainableModel<int, float> model)
    {
        model.Fit(Orders(2000, 1), new FitOptions { Epochs = 12, Optimizer = new Adam(1e-2f), Progress = ProgressDisplay.Silent });
        return model.Evaluate(Orders(500, 2)).Accuracy!.Value;
    }

    // Tokens 7 and 9 once each among others; the target is whether 7 comes first.
    private static Dataset<int, float> Orders(int count, int seed)
    {
        const int Length = 12;
        var random = new Random(seed);
        var inputs = new int[count * Length];
        var targets = new float[count];
        for (int i = 0; i < count; i++)
        {
            Span<int> tokens = inputs.AsSpan(i * Length, Length);
            foreach (ref int token in tokens)
                token = random.Next(10, 20);
            int first = random.Next(Length), second = (first + 1 + random.Next(Length - 1)) % Length;
            (tokens[first], tokens[second]) = (7, 9);
            targets[i] = first < second ? 1 : 0;
        }

        return new Dataset<int, float>(inputs, targets, count);
    }

    // Tokens of which some stand often and others hardly ever; samples begin with more or fewer zeros.
    private static Dataset<int, int> Data(TrainableModel<int, int> model, int count)
    {
        var random = new Random(count);
        int size = model.Info.InputSize;
        var inputs = new int[count * size];
        for (int i = 0; i < count; i++)
        {
            for (int place = random.Next(size); place < size; place++)
                inputs[(i * size) + place] = (int)(model.Info.Vocabulary * Math.Pow(random.NextDouble(), 3));
            inputs[((i + 1) * size) - 1] = model.Info.Vocabulary - 1;
        }

        return Dataset.From(inputs, Enumerable.Range(0, count).Select(_ => random.Next(Classes)).ToArray());
    }
}

/// <summary>A table and the mean of the rows that count.</summary>
[Model(30)]
[Embedding(1000, 100, MaskZero = true)]
[GlobalAveragePooling1D]
[Dense(257, ReLU)]
[Dense(130, ReLU)]
[Dense(5, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class Averager;

/// <summary>A recurrence over tokens.</summary>
[Model(19)]
[Embedding(300, 18)]
[LSTM(21)]
[Dense(5, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class Reader;

/// <summary>Recurrences in both directions over the tokens that count.</summary>
[Model(19)]
[Embedding(300, 18, MaskZero = true)]
[Bidirectional, GRU(17)]
[Dense(5, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class ReaderOfBothWays;

/// <summary>Convolutions over tokens.</summary>
[Model(40)]
[Embedding(300, 20)]
[Conv1D(33, 5, ReLU)]
[MaxPooling1D(2)]
[Conv1D(18, 3, ReLU)]
[GlobalMaxPooling1D]
[Dense(5, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class Scanner;

/// <summary>All kinds of recurrences one above the other, which forget.</summary>
[Model(17)]
[Embedding(300, 20, MaskZero = true)]
[Dropout(0.1f)]
[LSTM(18, ReturnSequences = true, Dropout = 0.2f, RecurrentDropout = 0.2f)]
[Bidirectional(MergeMode.Sum), SimpleRNN(9, ReturnSequences = true, Dropout = 0.1f, RecurrentDropout = 0.1f)]
[GRU(10, Dropout = 0.2f, RecurrentDropout = 0.2f)]
[Dense(5, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal partial class Oblivious;

/// <summary>Tells an order by an LSTM.</summary>
[Model(12)]
[Embedding(20, 8)]
[LSTM(16)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class OrderLstm;

/// <summary>Tells an order by a GRU.</summary>
[Model(12)]
[Embedding(20, 8)]
[GRU(16)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class OrderGru;

/// <summary>Sees no order.</summary>
[Model(12)]
[Embedding(20, 8)]
[GlobalAveragePooling1D]
[Dense(16, ReLU)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class OrderAverage;
