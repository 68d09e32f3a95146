namespace StaticNet.Tests.Decoding;

/// <summary>What a decoder gives at a step: what a prediction of the whole sequence gives there, bit by bit.</summary>
[Collection(AloneCollection.Name)]
public class DecoderTests
{
    private static readonly Dictionary<string, Action> _cases = new()
    {
        ["a small GPT"] = () => Check(new SmallGpt(1), model => model.StartDecoding()),
        ["one head"] = () => Check(new OneHead(1), model => model.StartDecoding()),
        ["one step"] = () => Check(new OneStep(1), model => model.StartDecoding()),
        ["marks"] = () => Check(new Marks(1), model => model.StartDecoding()),
        ["many steps"] = () => Check(new ManySteps(1), model => model.StartDecoding()),
        ["hundreds of steps"] = () => Check(new LongWindow(1), model => model.StartDecoding()),
        ["nothing learned"] = () => Check(new Unlearned(1), model => model.StartDecoding()),
        ["recurrences"] = () => Check(new Recurrences(1), model => model.StartDecoding()),
        ["every layer"] = () => Check(new EveryStep(1), model => model.StartDecoding()),
    };

    public static TheoryData<string> Cases => [.. _cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gives_what_a_prediction_of_the_whole_gives(string model) => _cases[model]();

    [Fact]
    public void Reads_a_prompt_as_step_by_step()
    {
        SmallGpt model = Stirred(new SmallGpt(1));
        int[] text = Inputs(model);
        float[] whole = model.Predict(text), scores = new float[11];
        Decoder<int> decoder = model.StartDecoding();
        Assert.Equal((0, 24, 1, 11), (decoder.Position, decoder.Length, decoder.InputSize, decoder.OutputSize));
        int read = 0;
        foreach (int count in (int[])[5, 1, 2, 16])
        {
            decoder.Read(text.AsSpan(read, count), scores);
            read += count;
            Assert.Equal(read, decoder.Position);
            Assert.Equal(whole[((read - 1) * 11)..(read * 11)], scores);
        }

        decoder.Reset();
        Assert.Equal(0, decoder.Position);
        decoder.Read(text, scores);
        Assert.Equal(whole[(23 * 11)..], scores);
    }

    [Fact]
    public void Says_what_to_do_at_the_end()
    {
        SmallGpt model = Stirred(new SmallGpt(1));
        Decoder<int> decoder = model.StartDecoding();
        var scores = new float[11];
        int[] text = Inputs(model);
        decoder.Read(text.AsSpan(0, 20), scores);
        float[] before = [.. scores];
        Assert.Equal(
            "25 steps are more than the 24 that SmallGpt knows. Call Reset and read the last of them anew, such as 12, so that there is room behind them.",
            Assert.Throws<InvalidOperationException>(() => decoder.Read(new int[5], scores)).Message);
        Assert.Equal(20, decoder.Position);
        Assert.Equal(before, scores);
        decoder.Read(text.AsSpan(20), scores);
        Assert.Throws<InvalidOperationException>(() => decoder.Next(0, scores));
        Assert.Throws<InvalidOperationException>(() => decoder.Read(new int[1000], scores));
        Assert.Equal(model.Predict(text)[(23 * 11)..], scores);
        Decoder<int> single = new OneStep(1).StartDecoding();
        single.Next(1, scores.AsSpan(0, 5));
        Assert.Contains("such as 1,", Assert.Throws<InvalidOperationException>(() => single.Next(1, scores.AsSpan(0, 5))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_sizes_and_tokens_are_refused_in_words()
    {
        SmallGpt model = Stirred(new SmallGpt(1));
        Decoder<int> decoder = model.StartDecoding();
        var scores = new float[11];
        decoder.Read([1, 2, 3], scores);
        Assert.Equal(
            "There is room for 10 numbers. Expected 11, the output at one step. (Parameter 'outputs')",
            Assert.Throws<ArgumentException>(() => decoder.Next(1, scores.AsSpan(1))).Message);
        Assert.Equal(
            "The token of step 5 is 11. Expected 0 to 10: the table of the model's Embedding has 11 rows. (Parameter 'steps')",
            Assert.Throws<ArgumentException>(() => decoder.Read([4, 5, 11], scores)).Message);
        Assert.Equal("step", Assert.Throws<ArgumentException>(() => decoder.Next(-1, scores)).ParamName);
        Assert.Equal("step", Assert.Throws<ArgumentException>(() => decoder.Next([1, 2], scores)).ParamName);
        Assert.Equal("steps", Assert.Throws<ArgumentException>(() => decoder.Read([], scores)).ParamName);
        Assert.Equal(3, decoder.Position);
        decoder.Next(4, scores);
        int[] text = new int[24];
        (text[0], text[1], text[2], text[3]) = (1, 2, 3, 4);
        Assert.Equal(model.Predict(text)[33..44], scores);

        Decoder<float> rows = new EveryStep(1).StartDecoding();
        Assert.Equal(
            "The step has 1 values. Expected 6. (Parameter 'step')", Assert.Throws<ArgumentException>(() => rows.Next(1, scores.AsSpan(0, 2))).Message);
        Assert.Equal(
            "7 values came. Expected 6 for each step: a whole number of steps, at least one. (Parameter 'steps')",
            Assert.Throws<ArgumentException>(() => rows.Read(new float[7], scores.AsSpan(0, 2))).Message);
    }

    // The step is copied before anything is written.
    [Fact]
    public void The_output_may_take_the_place_of_the_step()
    {
        Unlearned model = new(1);
        float[] inputs = Inputs(model), whole = model.Predict(inputs);
        Decoder<float> decoder = model.StartDecoding();
        for (int step = 0; step < 33; step++)
        {
            Span<float> place = inputs.AsSpan(step * 5, 5);
            decoder.Next(place, place);
        }

        Assert.Equal(whole, inputs);
    }

    [Fact]
    public void Allocates_nothing()
    {
        Allocate(new SmallGpt(1), model => model.StartDecoding());
        Allocate(new Recurrences(1), model => model.StartDecoding());

        static void Allocate<TModel>(TModel model, Func<TModel, Decoder<int>> start)
            where TModel : Model<int>
        {
            Decoder<int> decoder = start(model);
            var scores = new float[decoder.OutputSize];
            int[] prompt = [1, 2, 3];
            Assert.Equal(0, Allocation.InEachRun(() =>
            {
                decoder.Reset();
                decoder.Read(prompt, scores);
                for (int i = 0; i < 10; i++)
                    decoder.Next(i % 5, scores);
            }));
        }
    }

    [Fact]
    public void Follows_the_weights()
    {
        Recurrences recurrences = Stirred(new Recurrences(1));
        SmallGpt gpt = Stirred(new SmallGpt(1));
        int[] targets = Inputs(recurrences), text = Inputs(gpt);
        Follow(recurrences, recurrences.StartDecoding(), () => recurrences.TrainOnBatch(Inputs(recurrences), targets, new Adam(0.01)));
        Follow(gpt, gpt.StartDecoding(), () => gpt.TrainOnBatch(text, text, new Adam(0.01)));

        static void Follow(Model<int> model, Decoder<int> decoder, Action train)
        {
            int[] text = Inputs(model);
            var scores = new float[decoder.OutputSize];
            var seen = new List<float[]>();
            foreach (Action change in (Action[])[() => { }, () => model.Parameters[0][0, 0] += 0.5f, train, () => { }])
            {
                change();
                decoder.Next(text[decoder.Position], scores);
                decoder.Next(text[decoder.Position], scores);
                float[] whole = model.Predict(text);
                Assert.Equal(whole[((decoder.Position - 1) * scores.Length)..(decoder.Position * scores.Length)], scores);
                seen.Add([.. scores]);
            }

            Assert.Equal(seen.Count, seen.Distinct().Count());
        }
    }

    [Fact]
    public void Callbacks_of_a_training_may_go_on_and_others_may_not()
    {
        Recurrences model = Stirred(new Recurrences(1));
        int[] text = Inputs(model);
        Decoder<int> decoder = model.StartDecoding();
        var scores = new float[9];
        decoder.Next(text[0], scores);
        Exception? refused = null;
        model.Fit(new Dataset<int, int>(text, text, 1), new FitOptions
        {
            Epochs = 3,
            Progress = ProgressDisplay.Silent,
            LearningRateSchedule = (_, rate) =>
            {
                decoder.Next(text[decoder.Position], scores);
                Assert.Equal(model.Predict(text)[((decoder.Position - 1) * 9)..(decoder.Position * 9)], scores);
                var thread = new Thread(() => refused = Record.Exception(() => decoder.Next(text[decoder.Position], new float[9])));
                thread.Start();
                thread.Join();
                return rate;
            },
        });
        Assert.StartsWith("Recurrences is in training", Assert.IsType<InvalidOperationException>(refused).Message, StringComparison.Ordinal);

        // Whoever was refused has left no trace.
        Assert.Equal(4, decoder.Position);
        decoder.Next(text[4], scores);
        Assert.Equal(model.Predict(text)[36..45], scores);
    }

    [Fact]
    public async Task Several_go_on_at_once()
    {
        SmallGpt model = Stirred(new SmallGpt(1));
        int[] text = Inputs(model);
        float[] whole = Stirred(new SmallGpt(1)).Predict(text);
        using var start = new Barrier(6);
        Task[] tasks = [.. Enumerable.Range(0, 6).Select(caller => Task.Factory.StartNew(
            () =>
            {
                Decoder<int> decoder = model.StartDecoding();
                var scores = new float[11];
                start.SignalAndWait();
                for (int step = 0; step < 240; step++)
                {
                    if (decoder.Position == decoder.Length)
                        decoder.Reset();
                    int at = decoder.Position;
                    decoder.Next(text[at], scores);
                    Assert.Equal(whole[(at * 11)..((at + 1) * 11)], scores);
                    if (step % 40 == caller)
                        Assert.Equal(whole, model.Predict(text));
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        await Task.WhenAll(tasks);
    }

    [Fact]
    public async Task A_second_caller_of_one_is_refused()
    {
        SmallGpt model = Stirred(new SmallGpt(1));
        Decoder<int> decoder = model.StartDecoding();
        int taken = 0;
        string? refused = null;
        using var start = new Barrier(4);
        Task[] tasks = [.. Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var scores = new float[11];
                start.SignalAndWait();
                for (int i = 0; i < 20_000 && (refused is null || i < 1_000); i++)
                {
                    try
                    {
                        if (i % 50 == 7)
                            decoder.Reset();
                        decoder.Next(i % 11, scores);
                        Interlocked.Increment(ref taken);
                    }
                    catch (InvalidOperationException e)
                    {
                        if (e.Message.Contains("thread", StringComparison.Ordinal))
                            refused = e.Message;
                    }
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        await Task.WhenAll(tasks);
        Assert.True(taken > 0);
        Assert.Equal("Another thread uses this decoder of SmallGpt, which goes on with one sequence for one caller at a time. Start a decoder for each.", refused);

        // And whatever came of that, it is of use again.
        int[] text = Inputs(model);
        var last = new float[11];
        decoder.Reset();
        decoder.Read(text, last);
        Assert.Equal(model.Predict(text)[(23 * 11)..], last);
    }

    // What is not a number in one sequence is gone in the next.
    [Fact]
    public void Not_a_number_does_not_outlive_its_sequence()
    {
        EveryStep model = Stirred(new EveryStep(1));
        float[] inputs = Inputs(model), whole = model.Predict(inputs), outputs = new float[2];
        Decoder<float> decoder = model.StartDecoding();
        float[] broken = [.. inputs];
        broken.AsSpan(12, 6).Fill(float.NaN);
        decoder.Read(broken, outputs);
        Assert.Equal([float.NaN, float.NaN], outputs);
        decoder.Reset();
        for (int step = 0; step < 17; step++)
        {
            decoder.Next(inputs.AsSpan(step * 6, 6), outputs);
            Assert.Equal(whole[(step * 2)..((step + 1) * 2)], outputs);
        }
    }

    private static void Check<TModel, TInput>(TModel model, Func<TModel, Decoder<TInput>> start)
        where TModel : Model<TInput>
        where TInput : unmanaged
    {
        Stirred(model);
        Decoder<TInput> decoder = start(model);
        var outputs = new float[decoder.OutputSize];
        foreach (int seed in (int[])[1, 2])
        {
            TInput[] inputs = Inputs(model, seed);
            float[] whole = model.Predict(inputs);
            Assert.Contains(whole, value => value != 0);
            Assert.Equal(whole.Length, decoder.Length * decoder.OutputSize);
            for (int step = 0; step < decoder.Length; step++)
            {
                decoder.Next(inputs.AsSpan(step * decoder.InputSize, decoder.InputSize), outputs);
                Assert.Equal(
                    whole.AsSpan(step * outputs.Length, outputs.Length).ToArray().Select(BitConverter.SingleToInt32Bits), outputs.Select(BitConverter.SingleToInt32Bits));
            }

            decoder.Reset();
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

    private static TInput[] Inputs<TInput>(Model<TInput> model, int seed = 1)
        where TInput : unmanaged
    {
        var random = new Random(seed);
        object inputs = typeof(TInput) == typeof(int)
            ? Enumerable.Range(0, model.Info.InputSize).Select(_ => random.Next(model.Info.Vocabulary)).ToArray()
            : Enumerable.Range(0, model.Info.InputSize).Select(_ => (2 * random.NextSingle()) - 1).ToArray();
        return (TInput[])inputs;
    }
}
