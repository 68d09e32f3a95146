using StaticNet.Kernels;

namespace StaticNet.Tests.Training;

/// <summary>Threads that share out what kernels compute, of few samples of large models: no bit depends on how many they are.</summary>
[Collection(AloneCollection.Name)]
public class CrewTests
{
    private static readonly int[] _threads = [1, 2, 3, 7];

    private static readonly Dictionary<string, Func<TrainableModel<float, int>>> _models = new()
    {
        ["dense"] = () => new CrewDense(1),
        ["images"] = () => new CrewImages(1),
        ["sequences"] = () => new CrewSequences(1),
    };

    public static TheoryData<string> Models => [.. _models.Keys];

    [Theory]
    [MemberData(nameof(Models))]
    public void Predictions_of_few_samples_have_the_same_bits(string name)
    {
        TrainableModel<float, int> model = _models[name]();
        Assert.Equal(7, Workers.Paying(7, model.Info.Memory.Operations + Crew.Reading(model.MetWeights, model.Info.Memory.Operations)));
        Assert.Equal(name == "dense", model.IsDense);
        float[] inputs = Numbers(13 * model.Info.InputSize);
        ThreadWatch[] watches = [.. _threads.Select(_ => new ThreadWatch())];
        TrainableModel<float, int>[] models = [.. watches.Select(watch => Watched.Like(model, watch))];
        foreach (int samples in (int[])[1, 2, 3, 5, 13])
        {
            float[][] outputs = [.. models.Zip(_threads, (watched, threads) =>
            {
                watched.Threads = threads;
                return watched.Predict(inputs.AsSpan(0, samples * model.Info.InputSize));
            })];
            Assert.All(outputs, output => Assert.Equal(outputs[0], output));
        }

        Assert.Equal(_threads.Select(threads => threads > 1), watches.Select(watch => watch.HadCrew));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Steps_on_few_samples_have_the_same_bits(string name)
    {
        int[][] weights = [.. _threads.Select(threads =>
        {
            var watch = new ThreadWatch();
            TrainableModel<float, int> model = Watched.Like(_models[name](), watch);
            model.Threads = threads;
            var adam = new Adam();
            foreach (int samples in (int[])[1, 3, name == "dense" ? 33 : 2])
                model.TrainOnBatch(Numbers(samples * model.Info.InputSize), [.. Enumerable.Range(0, samples).Select(i => i % 5)], adam);
            Assert.Equal(threads > 1, watch.HadCrew);
            return TestData.Bits(model);
        })];
        Assert.All(weights, bits => Assert.Equal(weights[0], bits));
    }

    [Fact]
    public void Narrow_layers_leave_each_thread_samples_of_its_own()
    {
        var model = new CrewNarrow(1);
        Assert.True(model.ThreadsFor(32) > 1);
        Assert.False(model.IsDense);
        Assert.False(Crew.Pays(2, 32, model.IsDense));
        Assert.True(Crew.Pays(2, 32, new CrewDense(1).IsDense));
    }

    [Fact]
    public void A_decoder_has_the_bits_of_a_prediction_on_any_number_of_threads()
    {
        var model = new CrewText(1) { Threads = 1 };
        MemoryPlan step = model.Info.Decoding!.Memory;
        Assert.Equal(7, Workers.Paying(7, step.Operations + Crew.Reading(model.MetWeights, step.Operations)));
        int[] text = [.. Enumerable.Range(0, 20).Select(i => i * 7 % 50)];
        float[] whole = model.Predict(text), scores = new float[50];
        foreach (int threads in _threads)
        {
            model.Threads = threads;
            Assert.Equal(whole, model.Predict(text));
            var watch = new ThreadWatch();
            CrewText watched = Watched.Like(model, watch);
            watched.Threads = threads;
            Decoder<int> decoder = watched.StartDecoding();
            decoder.Read(text.AsSpan(0, 15), scores);
            Assert.Equal(threads > 1, watch.HadCrew);
            for (int i = 15; i < 20; i++)
            {
                decoder.Next(text[i], scores);
                Assert.Equal(whole[(i * 50)..((i + 1) * 50)], scores);
            }
        }
    }

    [Fact]
    public void Any_number_of_callers_may_predict_at_once()
    {
        var model = new CrewDense(1) { Threads = 3 };
        float[] inputs = Numbers(300), expected = model.Predict(inputs);
        float[][] outputs = new float[40][];
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => outputs[i] = model.Predict(inputs));
        Assert.All(outputs, output => Assert.Equal(expected, output));
    }

    [Fact]
    public void Who_finds_the_threads_taken_works_alone()
    {
        var model = new CrewDense(1) { Threads = 3 };
        float[] inputs = Numbers(300), expected = model.Predict(inputs);
        Assert.True(Workers.TryTake());
        try
        {
            Assert.Equal(expected, model.Predict(inputs));
            Assert.False(Workers.TryTake());
        }
        finally
        {
            Workers.Release();
        }
    }

    [Fact]
    public void A_refused_prediction_lets_the_threads_go()
    {
        var model = new CrewText(1) { Threads = 3 };
        var text = new int[20];
        float[] expected = model.Predict(text);
        text[7] = 50;
        Assert.Throws<ArgumentException>(() => model.Predict(text));
        Assert.True(Workers.TryTake());
        Workers.Release();
        Assert.False(Crew.Shares(Crew.LeastOfRow, int.MaxValue / Crew.LeastOfRow));
        text[7] = 0;
        Assert.Equal(expected, model.Predict(text));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(48)]
    [InlineData(1008)]
    public void Parts_of_columns_are_whole_pairs_of_vectors_but_for_the_last(int columns)
    {
        for (int parts = 1; parts <= 40; parts++)
        {
            int next = 0;
            for (int part = 0; part < parts; part++)
            {
                (int first, int last) = Part.OfColumns(columns, part, parts);
                Assert.Equal(next, first);
                Assert.True(last == columns || last % (2 * Layout.Vector) == 0);
                next = last;
            }

            Assert.Equal(columns, next);
        }
    }

    private static float[] Numbers(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }
}
