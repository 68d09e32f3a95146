using System.Runtime.ExceptionServices;
using StaticNet.Kernels;

namespace StaticNet.Tests.Training;

/// <summary>Who may use a model while it trains: the callbacks of the training, and nobody else.</summary>
public class ExclusiveTests
{
    private static readonly Dataset<float, int> _data = TestData.Classes(40);

    [Fact]
    public void A_second_training_is_refused_from_another_thread()
    {
        var model = new SmallClassifier(1);
        During(model, () =>
        {
            Refused(() => model.Fit(_data, Options(new Adam())));
            Refused(() => model.TrainOnBatch(_data.Input(0), _data.Target(0), new Adam()));
        });

        static void Refused(Action action) => Assert.StartsWith(
            "SmallClassifier is in training already: one Fit or TrainOnBatch at a time",
            Assert.Throws<InvalidOperationException>(action).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_else_uses_a_model_that_trains()
    {
        var model = new SmallClassifier(1);
        var values = new float[model.DenseBias.Count];
        using var saved = new MemoryStream();
        model.Save(saved);
        byte[] file = saved.ToArray();
        During(model, () =>
        {
            Refused(() => model.Save(new MemoryStream()));
            Refused(() => model.Load(new MemoryStream(file)));
            Refused(() => model.LoadMatching(new MemoryStream(file)));
            Refused(() => model.Predict(_data.Inputs.Span));
            Refused(() => model.PredictClasses(_data.Inputs.Span));
            Refused(() => model.Evaluate(_data));
            Refused(() => model.DenseBias.CopyTo(values));
            Refused(() => model.DenseBias.CopyFrom(values));
            Refused(() => model.DenseBias[0] = 1);
            Refused(() => _ = model.DenseBias[0]);
            Refused(() => _ = model.DenseBias.Values.FlattenedLength);
        });
        model.Predict(_data.Inputs.Span);

        static void Refused(Action action) => Assert.StartsWith(
            "SmallClassifier is in training: meanwhile only callbacks of Fit",
            Assert.Throws<InvalidOperationException>(action).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_refused_changes_nothing()
    {
        SmallClassifier alone = new(1), disturbed = new(1);
        During(alone, () => { });
        During(disturbed, () =>
        {
            Assert.Throws<InvalidOperationException>(() => disturbed.Predict(_data.Inputs.Span));
            Assert.Throws<InvalidOperationException>(() => disturbed.DenseBias[0] = 1);
            Assert.Throws<InvalidOperationException>(() => disturbed.Fit(_data, Options(new Adam())));
        });
        Assert.Equal(TestData.Bits(alone), TestData.Bits(disturbed));
    }

    [Fact]
    public void A_training_in_a_callback_of_another_is_refused_and_ends_that()
    {
        var model = new SmallClassifier(1);
        int[] weights = TestData.Bits(model);
        foreach (Action again in new Action[]
        {
            () => model.Fit(_data, Options(new Adam())),
            () => model.TrainOnBatch(_data.Input(0), _data.Target(0), new Adam()),
        })
        {
            var optimizer = new Adam();
            Assert.Throws<InvalidOperationException>(() => model.Fit(_data, Options(optimizer, _ => again())));
            Assert.Equal(weights, TestData.Bits(model));

            // Free for another model: no step was taken.
            new SmallClassifier(2).TrainOnBatch(_data.Input(0), _data.Target(0), optimizer);
        }

        model.Fit(_data, Options(new Adam()));
    }

    [Fact]
    public void Callbacks_see_the_weights_of_the_last_finished_step_and_may_change_them()
    {
        SmallClassifier model = new(1), twin = new(1);
        var optimizer = new Adam();
        var twinOptimizer = new Adam();
        float[]? seen = null;
        double loss = 0;
        model.Fit(_data, Options(optimizer, epoch =>
        {
            if (epoch != 1)
                return;
            seen = model.Predict(_data.Inputs.Span);
            loss = model.Evaluate(_data).Loss;
            model.DenseBias[0] += 0.5f;
        }));
        twin.Fit(_data, Options(twinOptimizer, epochs: 1));
        Assert.Equal(twin.Predict(_data.Inputs.Span), seen);
        Assert.Equal(twin.Evaluate(_data).Loss, loss);
        twin.DenseBias[0] += 0.5f;
        twin.Fit(_data, Options(twinOptimizer, epochs: 1));
        Assert.Equal(TestData.Bits(twin), TestData.Bits(model));
    }

    [Fact]
    public void What_writes_the_progress_may_predict_and_change_weights_between_two_steps()
    {
        var model = new Looked(1);
        var tokens = new int[64];
        using var output = new Predicting(() =>
        {
            model.Predict(tokens.AsSpan(0, 4));
            model.EmbeddingEmbeddings[0, 0] = 0.25f;
        });
        model.Fit(
            new Dataset<int, float>(tokens, new float[16 * 20], 16),
            new FitOptions { Epochs = 3, BatchSize = 4, Progress = ProgressDisplay.Bar, Output = output, Optimizer = new SGD(0) });
        Assert.True(output.Calls >= 6);
        Assert.Equal(0.25f, model.EmbeddingEmbeddings[0, 0]);
    }

    [Fact]
    public async Task A_prediction_during_which_weights_change_is_refused()
    {
        using var begun = new ManualResetEventSlim();
        using var changed = new ManualResetEventSlim();
        var model = new Waiting(begun, changed);
        Task prediction = Task.Run(() => model.Predict([1, 2, 3]));
        begun.Wait();
        model.Parameters[0][0] = 7;
        changed.Set();
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => prediction);
        Assert.StartsWith("The weights of Waiting changed while another thread read them", error.Message, StringComparison.Ordinal);
        model.Predict([1, 2, 3]);
    }

    [Fact]
    public void One_optimizer_is_refused_to_a_second_model_also_while_the_first_takes_no_step_yet()
    {
        var optimizer = new Adam();
        var other = new SmallClassifier(2);
        new SmallClassifier(1).Fit(_data, Options(optimizer, _ =>
        {
            InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => other.Fit(_data, Options(optimizer)));
            Assert.StartsWith("This Adam has already trained another model, or does so now", error.Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => Elsewhere(() => other.TrainOnBatch(_data.Input(0), _data.Target(0), optimizer)));
        }));
        other.Fit(_data, Options(new Adam()));
    }

    [Fact]
    public void One_optimizer_that_many_models_reach_for_at_once_goes_to_one()
    {
        for (int round = 0; round < 50; round++)
        {
            var optimizer = new Adam();
            int trained = 0;
            Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
            {
                try
                {
                    new YesNo(i).TrainOnBatch(new float[4], [1], optimizer);
                    Interlocked.Increment(ref trained);
                }
                catch (InvalidOperationException)
                {
                }
            });
            Assert.Equal(1, trained);
            Assert.Equal(1, optimizer.Steps);
        }
    }

    [Fact]
    public void Many_threads_that_use_a_model_at_once_get_results_or_refusals()
    {
        var model = new Looked(1);
        var optimizer = new Adam();
        var tokens = new int[4 * 12];
        for (int i = 0; i < tokens.Length; i++)
            tokens[i] = i % 12;
        var targets = new float[20 * 12];
        Dataset<int, float> data = new Dataset<int, float>(tokens, targets, 12);
        int done = 0;
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 6 }, i =>
        {
            try
            {
                switch (i % 5)
                {
                    case 0: model.Predict(tokens); break;
                    case 1: model.TrainOnBatch(tokens, targets, optimizer); break;
                    case 2: model.Fit(data, new FitOptions { BatchSize = 3, Optimizer = optimizer, Progress = ProgressDisplay.Silent }); break;
                    case 3: model.Evaluate(data); break;
                    default: model.EmbeddingEmbeddings[i % 12, 0] = 0.1f; break;
                }

                Interlocked.Increment(ref done);
            }
            catch (InvalidOperationException)
            {
            }
        });
        Assert.True(done > 0);
        Assert.All(TestData.Bits(model), bits => Assert.True(float.IsFinite(BitConverter.Int32BitsToSingle(bits))));
        model.Fit(data, new FitOptions { Optimizer = optimizer, Progress = ProgressDisplay.Silent });
    }

    [Fact]
    public void Memory_that_calls_back_from_inside_a_step_is_refused()
    {
        var model = new SmallClassifier(1);
        bool isArmed = false;
        using var inputs = new Calling(new float[20], () =>
        {
            if (isArmed)
                model.Predict(new float[5]);
        });
        var data = new Dataset<float, int>(inputs.Memory, new int[4], 4);
        Assert.Throws<InvalidOperationException>(() => model.Fit(data, Options(new Adam(), _ => isArmed = true)));
        isArmed = false;
        model.Fit(data, Options(new Adam()));
    }

    // Has something done on another thread while a callback of a training waits for it.
    private static void During(SmallClassifier model, Action other)
        => model.Fit(_data, Options(new Adam(), epoch =>
        {
            if (epoch == 1)
                Elsewhere(other);
        }));

    // A thread of its own: a task that is waited for may run on the thread that waits.
    private static void Elsewhere(Action action)
    {
        ExceptionDispatchInfo? error = null;
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception e)
            {
                error = ExceptionDispatchInfo.Capture(e);
            }
        });
        thread.Start();
        thread.Join();
        error?.Throw();
    }

    private static FitOptions Options(Optimizer optimizer, Action<int>? atEpoch = null, int epochs = 2) => new()
    {
        Epochs = epochs,
        BatchSize = 8,
        Optimizer = optimizer,
        Progress = ProgressDisplay.Silent,
        LearningRateSchedule = (epoch, rate) =>
        {
            atEpoch?.Invoke(epoch);
            return rate;
        },
    };

    private sealed class Predicting(Action action) : StringWriter
    {
        public int Calls { get; private set; }

        public override void Write(ReadOnlySpan<char> buffer) => Call();

        public override void WriteLine(string? value) => Call();

        private void Call()
        {
            Calls++;
            action();
        }
    }

    private sealed class Calling(float[] memory, Action action) : System.Buffers.MemoryManager<float>
    {
        public override Span<float> GetSpan()
        {
            action();
            return memory;
        }

        public override System.Buffers.MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin() => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
        }
    }

    /// <summary>A model whose first prediction takes until it is told to go on.</summary>
    private sealed unsafe class Waiting(ManualResetEventSlim begun, ManualResetEventSlim goOn) : Model<float>
    {
        private static readonly ModelInfo _info = new()
        {
            Contract = Contract.Number,
            Name = "Waiting",
            InputShape = [3],
            OutputShape = [1],
            Layers = [new("dense", "Dense", [1], 3)],
            Parameters = [new("dense/kernel", [3], 0, 16, Initializer.Ones, 3, 1)],
            Memory = new() { Parameters = 16, InferenceRows = 2, Inference = 16, Operations = 1 },
        };

        protected override ModelInfo DescribeModel() => _info;

        protected override void Infer(float* parameters, float* inputs, float* outputs, float* prepared, float* workspace, int rows)
        {
            begun.Set();
            goOn.Wait();
            outputs[0] = parameters[0];
        }
    }
}
