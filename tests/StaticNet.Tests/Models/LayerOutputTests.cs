namespace StaticNet.Tests;

/// <summary>What a named layer gives: what a model gives that ends there and has the same weights.</summary>
[Collection(AloneCollection.Name)]
public class LayerOutputTests
{
    private static readonly Dictionary<string, Action> _cases = new()
    {
        ["hidden"] = () => Numbers(new NamedRows(1), m => m.PredictHidden, NamedRows.HiddenSize, new NamedRowsToHidden()),
        ["dropped"] = () => Numbers(new NamedRows(1), m => m.PredictDropped, NamedRows.DroppedSize, new NamedRowsToHidden()),
        ["features"] = () => Numbers(new NamedRows(1), m => m.PredictFeatures, NamedRows.FeaturesSize, new NamedRowsToFeatures()),
        ["gates"] = () => Numbers(new NamedRows(1), m => m.PredictGates, NamedRows.GatesSize, new NamedRowsToGates()),
        ["classes"] = () => Numbers(new NamedRows(1), m => m.Predict_Classes, NamedRows.ClassesSize, new NamedRows()),
        ["flipped"] = () => Numbers(new NamedImages(1), m => m.PredictFlipped, NamedImages.FlippedSize, new NamedImagesToFlipped()),
        ["scaled"] = () => Numbers(new NamedImages(1), m => m.PredictScaled, NamedImages.ScaledSize, new NamedImagesToScaled()),
        ["edges"] = () => Numbers(new NamedImages(1), m => m.PredictEdges, NamedImages.EdgesSize, new NamedImagesToEdges()),
        ["pooled"] = () => Numbers(new NamedImages(1), m => m.PredictPooled, NamedImages.PooledSize, new NamedImagesToPooled()),
        ["raw"] = () => Numbers(new NamedImages(1), m => m.PredictRaw, NamedImages.RawSize, new NamedImagesToRaw()),
        ["normalized"] = () => Numbers(new NamedImages(1), m => m.PredictNormalized, NamedImages.NormalizedSize, new NamedImagesToNormalized()),
        ["active"] = () => Numbers(new NamedImages(1), m => m.PredictActive, NamedImages.ActiveSize, new NamedImagesToActive()),
        ["separated"] = () => Numbers(new NamedImages(1), m => m.PredictSeparated, NamedImages.SeparatedSize, new NamedImagesToSeparated()),
        ["larger"] = () => Numbers(new NamedImages(1), m => m.PredictLarger, NamedImages.LargerSize, new NamedImagesToLarger()),
        ["means"] = () => Numbers(new NamedImages(1), m => m.PredictMeans, NamedImages.MeansSize, new NamedImagesToMeans()),
        ["masked"] = () => Numbers(new NamedSteps(1), m => m.PredictMasked, NamedSteps.MaskedSize, new NamedStepsToMasked()),
        ["states"] = () => Numbers(new NamedSteps(1), m => m.PredictStates, NamedSteps.StatesSize, new NamedStepsToStates()),
        ["both"] = () => Numbers(new NamedSteps(1), m => m.PredictBoth, NamedSteps.BothSize, new NamedStepsToBoth()),
        ["steps"] = () => Numbers(new NamedSteps(1), m => m.PredictSteps, NamedSteps.StepsSize, new NamedStepsToSteps()),
        ["last"] = () => Numbers(new NamedSteps(1), m => m.PredictLast, NamedSteps.LastSize, new NamedStepsToLast()),
        ["answer"] = () => Numbers(new NamedSteps(1), m => m.PredictAnswer, NamedSteps.AnswerSize, new NamedSteps()),
        ["words with a mask"] = () => Tokens(new NamedTokens(1), m => m.PredictWords, NamedTokens.WordsSize, new NamedTokensToWords()),
        ["read"] = () => Tokens(new NamedTokens(1), m => m.PredictRead, NamedTokens.ReadSize, new NamedTokensToRead()),
        ["words"] = () => Tokens(new NamedMean(1), m => m.PredictWords, NamedMean.WordsSize, new NamedMeanToWords()),
        ["mean"] = () => Tokens(new NamedMean(1), m => m.PredictMean, NamedMean.MeanSize, new NamedMeanToMean()),
        ["first"] = () => Numbers(new NamedFilters(1), m => m.PredictFirst, NamedFilters.FirstSize, new NamedFiltersToFirst()),
        ["second"] = () => Numbers(new NamedFilters(1), m => m.PredictSecond, NamedFilters.SecondSize, new NamedFiltersToSecond()),
        ["row"] = () => Numbers(new NamedFilters(1), m => m.PredictRow, NamedFilters.RowSize, new NamedFiltersToRow()),
    };

    private delegate void Output<TInput>(ReadOnlySpan<TInput> inputs, Span<float> outputs);

    public static TheoryData<string> Cases => [.. _cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_that_of_a_model_that_ends_there(string layer) => _cases[layer]();

    [Fact]
    public void Follows_the_weights()
    {
        NamedImages model = Stirred(new NamedImages(1));
        NamedImagesToNormalized ending = new();
        float[] inputs = Inputs<float>(model, 5), targets = [.. Enumerable.Range(0, 20).Select(i => i % 4 == 0 ? 1f : 0)];
        var seen = new List<float[]>();
        foreach (Action change in new Action[] { () => { }, () => model.EdgesBias[3] = 2, () => model.TrainOnBatch(inputs, targets, new Adam()) })
        {
            change();
            CopyWeights(model, ending);
            seen.Add(model.PredictNormalized(inputs));
            Assert.Equal(ending.Predict(inputs), seen[^1]);
        }

        Assert.NotEqual(seen[0], seen[1]);
        Assert.NotEqual(seen[1], seen[2]);
    }

    [Fact]
    public void Embeddings_follow_steps_that_are_put_off()
    {
        var model = new NamedTokens(1);
        var adam = new Adam();
        int[] some = Inputs<int>(model, 3), all = [.. Enumerable.Range(0, 60).Select(i => i % 50)];
        for (int step = 0; step < 5; step++)
            model.TrainOnBatch(some, [0, 1, 2], adam);
        float[] outputs = model.PredictWords(all);
        NamedTokensToWords ending = new();
        CopyWeights(model, ending);
        Assert.Equal(ending.Predict(all), outputs);
    }

    [Fact]
    public void Wrong_sizes_and_tokens_are_refused_in_words()
    {
        var model = new NamedTokens(1);
        Assert.Equal("inputs", Assert.Throws<ArgumentException>(() => model.PredictRead(new int[13])).ParamName);
        Assert.Equal("inputs", Assert.Throws<ArgumentException>(() => model.PredictRead([])).ParamName);
        ArgumentException room = Assert.Throws<ArgumentException>(() => model.PredictRead(new int[24], new float[33]));
        Assert.Equal("There is room for 33 numbers. Expected 32: 16 for each of the 2 samples. (Parameter 'outputs')", room.Message);
        int[] tokens = new int[24];
        tokens[20] = 50;
        ArgumentException token = Assert.Throws<ArgumentException>(() => model.PredictRead(tokens));
        Assert.StartsWith("Sample 1 holds the token 50 at place 8. Expected 0 to 49", token.Message, StringComparison.Ordinal);
        float[] memory = new float[37 + 63];
        Assert.Throws<ArgumentException>(() => new NamedRows(1).PredictHidden(memory.AsSpan(0, 37), memory.AsSpan(36, 64)));
    }

    [Fact]
    public void Allocates_nothing_after_the_first_call()
    {
        NamedSteps model = new(1);
        float[] inputs = Inputs<float>(model, 33), outputs = new float[33 * NamedSteps.StatesSize];
        Assert.Equal(0, Allocation.InEachRun(() => model.PredictStates(inputs, outputs)));
    }

    [Fact]
    public async Task Many_threads_ask_a_fresh_model_at_once()
    {
        NamedImages model = Stirred(new NamedImages(1)), other = Stirred(new NamedImages(1));
        float[] inputs = Inputs<float>(model, 40), pooled = other.PredictPooled(inputs), active = other.PredictActive(inputs), outputs = other.Predict(inputs);
        using var start = new Barrier(6);
        Task[] tasks = [.. Enumerable.Range(0, 6).Select(caller => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                for (int i = 0; i < 5; i++)
                {
                    Assert.Equal(pooled, model.PredictPooled(inputs));
                    Assert.Equal(active, model.PredictActive(inputs));
                    Assert.Equal(outputs, model.Predict(inputs));
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        await Task.WhenAll(tasks);
    }

    [Fact]
    public void Callbacks_of_a_training_may_ask_and_others_may_not()
    {
        var model = new NamedRows(1);
        float[] inputs = Inputs<float>(model, 8);
        Exception? refused = null;
        int answers = 0;
        model.Fit(Dataset.From(inputs, new int[8]), new FitOptions
        {
            Epochs = 1,
            Progress = ProgressDisplay.Silent,
            LearningRateSchedule = (_, rate) =>
            {
                answers += model.PredictHidden(inputs).Length;
                var thread = new Thread(() => refused = Record.Exception(() => model.PredictHidden(inputs)));
                thread.Start();
                thread.Join();
                return rate;
            },
        });
        Assert.Equal(8 * NamedRows.HiddenSize, answers);
        Assert.StartsWith("NamedRows is in training", Assert.IsType<InvalidOperationException>(refused).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_the_size_of_its_shape()
    {
        Assert.Equal([3 * 3, 16 * 9 * 11, 37, 12 * 8, 17], [NamedRows.ClassesSize * 3, NamedImages.EdgesSize, new NamedRows(1).Info.InputSize, NamedTokens.WordsSize, NamedMean.MeanSize]);
        Assert.Equal(2 * NamedImages.EdgesSize, new NamedImages(1).PredictEdges(new float[2 * NamedImages.InputSize]).Length);
    }

    private static void Numbers<TModel>(TModel model, Func<TModel, Output<float>> member, int size, Model<float> ending)
        where TModel : Model<float>
        => Check(model, member(model), size, ending);

    private static void Tokens<TModel>(TModel model, Func<TModel, Output<int>> member, int size, Model<int> ending)
        where TModel : Model<int>
        => Check(model, member(model), size, ending);

    private static void Check<TInput>(Model<TInput> model, Output<TInput> output, int size, Model<TInput> ending)
        where TInput : unmanaged
    {
        Stirred(model);
        CopyWeights(model, ending);
        Assert.Equal(ending.Info.OutputSize, size);
        foreach (int samples in (int[])[1, 2, 33, 300])
        {
            TInput[] inputs = Inputs<TInput>(model, samples);
            float[] expected = ending.Predict(inputs);
            Assert.Contains(expected, value => value != 0);
            foreach (int threads in (int[])[1, 2, 8])
            {
                model.Threads = threads;
                var actual = new float[samples * size];
                output(inputs, actual);
                Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), actual.Select(BitConverter.SingleToInt32Bits));
            }
        }
    }

    // Weights that are all different from where training begins.
    private static TModel Stirred<TModel>(TModel model)
        where TModel : Model
    {
        var random = new Random(5);
        foreach (Parameter parameter in model.Parameters)
        {
            var values = new float[parameter.Count];
            parameter.CopyTo(values);
            parameter.CopyFrom([.. values.Select(value => value + (0.3f * (random.NextSingle() - 0.5f)))]);
        }

        return model;
    }

    private static void CopyWeights(Model from, Model to)
    {
        for (int i = 0; i < to.Parameters.Count; i++)
        {
            var values = new float[from.Parameters[i].Count];
            from.Parameters[i].CopyTo(values);
            to.Parameters[i].CopyFrom(values);
        }
    }

    // Numbers with a masked step here and there, or tokens.
    private static TInput[] Inputs<TInput>(Model<TInput> model, int samples)
        where TInput : unmanaged
    {
        var random = new Random(samples);
        int width = model.Info.InputShape[^1];
        object inputs = typeof(TInput) == typeof(int)
            ? Enumerable.Range(0, samples * model.Info.InputSize).Select(_ => random.Next(model.Info.Vocabulary)).ToArray()
            : Enumerable.Range(0, samples * model.Info.InputSize / width)
                .SelectMany(row => Enumerable.Range(0, width).Select(_ => row % 5 == 4 ? 0 : (2 * random.NextSingle()) - 1)).ToArray();
        return (TInput[])inputs;
    }
}
