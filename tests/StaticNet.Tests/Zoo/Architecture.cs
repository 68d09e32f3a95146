using System.Runtime.InteropServices;
using StaticNet.Kernels;
using static System.FormattableString;

namespace StaticNet.Tests.Zoo;

/// <summary>A declared network and what it is to do, whatever its samples and targets are made of.</summary>
/// <param name="parameters">How many weights Keras has for it.</param>
internal abstract class Architecture(int parameters)
{
    /// <summary>The samples that are predicted as a small batch and one by one.</summary>
    protected const int Few = 5;

    /// <summary>How many threads to ask for. There may be more than samples.</summary>
    protected static readonly int[] Threads = [1, 2, 8];

    /// <summary>How many weights Keras has for it.</summary>
    public int Parameters { get; } = parameters;

    /// <summary>Whether it has a loss.</summary>
    public virtual bool Trains => false;

    /// <summary>Makes the model, always the same.</summary>
    public abstract Model Make();

    /// <summary>Predicts batches and single samples by several threads.</summary>
    public abstract void CheckPredictions();

    /// <summary>Trains and evaluates by several threads.</summary>
    public abstract void CheckTraining();

    /// <summary>As many samples as make all eight threads take part in a prediction, at least <see cref="Few"/>.</summary>
    protected static int SamplesForAllThreads(Model model)
    {
        int samples = Few;
        while (Workers.Paying(Threads[^1], (double)model.Info.Memory.Operations * samples) < Threads[^1])
            samples += samples / 2;
        return samples;
    }

    /// <summary>Samples of numbers, or of tokens.</summary>
    protected static TInput[] Inputs<TInput>(Model model, int samples)
        where TInput : unmanaged
    {
        var random = new Random(1);
        var inputs = new TInput[samples * model.Info.InputSize];
        foreach (ref int token in Tokens(inputs))
            token = random.Next(model.Info.Vocabulary);
        foreach (ref float number in Numbers(inputs))
            number = (2 * random.NextSingle()) - 1;
        return inputs;
    }

    /// <summary>What of an array is labels or tokens: all, or nothing.</summary>
    protected static Span<int> Tokens<T>(T[] values)
        where T : unmanaged
        => typeof(T) == typeof(int) ? MemoryMarshal.Cast<T, int>(values.AsSpan()) : [];

    /// <summary>What of an array is numbers: all, or nothing.</summary>
    protected static Span<float> Numbers<T>(T[] values)
        where T : unmanaged
        => typeof(T) == typeof(float) ? MemoryMarshal.Cast<T, float>(values.AsSpan()) : [];

    /// <summary>Whether kernels share out what they compute of so many samples, of which no thread then has some of its own.</summary>
    protected static bool HasCrew(Model model, int threads, int samples) => Crew.Pays(threads, samples, Crew.IsDense(model.Info));

    /// <summary>Compares bit by bit, and says where.</summary>
    protected static void AssertSameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        int same = MemoryMarshal.Cast<float, int>(expected).CommonPrefixLength(MemoryMarshal.Cast<float, int>(actual));
        if (same < expected.Length)
            Assert.Fail(Invariant($"{what}: {actual[same]:R} at place {same} of {expected.Length}, expected {expected[same]:R}."));
    }
}

/// <inheritdoc/>
internal class Architecture<TInput>(int parameters, Func<Model<TInput>> make) : Architecture(parameters)
    where TInput : unmanaged
{
    public override Model Make() => make();

    public override void CheckPredictions()
    {
        Model<TInput> model = make();
        (int width, int size) = (model.Info.InputSize, model.Info.OutputSize);
        TInput[] inputs = Inputs<TInput>(model, SamplesForAllThreads(model));
        model.Threads = 1;
        float[] expected = model.Predict(inputs);
        Assert.DoesNotContain(false, expected.Select(float.IsFinite));
        foreach (int threads in Threads)
        {
            ThreadWatch watch = threads > 1 && !HasCrew(model, threads, inputs.Length / width) ? new("Infer") : new();
            Model<TInput> watched = Watched.Like(model, watch);
            watched.Threads = threads;
            AssertSameBits(expected, watched.Predict(inputs), Invariant($"All samples by {threads} threads"));
            AssertSameBits(expected.AsSpan(0, Few * size), watched.Predict(inputs.AsSpan(0, Few * width)), Invariant($"A few by {threads} threads"));
            for (int i = 0; i < Few; i++)
            {
                float[] alone = watched.Predict(inputs.AsSpan(i * width, width));
                AssertSameBits(expected.AsSpan(i * size, size), alone, Invariant($"Sample {i} alone by {threads} threads"));
            }

            watch.AssertShared();
        }
    }

    public override void CheckTraining() => throw new NotSupportedException("A model without a loss does not train.");
}

/// <inheritdoc/>
internal sealed class Architecture<TInput, TTarget>(int parameters, Func<TrainableModel<TInput, TTarget>> make)
    : Architecture<TInput>(parameters, make)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    public override bool Trains => true;

    public override void CheckTraining()
    {
        TrainableModel<TInput, TTarget> first = make();
        int batch = SamplesForAllThreads(first);
        Dataset<TInput, TTarget> data = Data(first, Math.Max(batch, first.Info.Memory.InferenceRows + 1));
        Outcome[] outcomes = [.. Threads.Select(threads => Train(make(), data, batch, threads))];
        foreach (BatchResult step in outcomes[0].Steps)
            Assert.True(double.IsFinite(step.Loss), Invariant($"The loss of a step is {step.Loss}."));
        Assert.True(double.IsFinite(outcomes[0].Evaluation.Loss));

        // Gradients have come down through all layers; the first has its kernel or its table first.
        Assert.NotEqual(Copy(first.Parameters[0]), outcomes[0].Weights[0].Values);
        foreach ((int threads, Outcome outcome) in Threads.Zip(outcomes).Skip(1))
        {
            Assert.Equal(outcomes[0].Steps, outcome.Steps);
            foreach (((string name, float[] expected), (_, float[] actual)) in outcomes[0].Weights.Zip(outcome.Weights))
                AssertSameBits(expected, actual, Invariant($"{name} by {threads} threads"));
            Assert.Equal(outcomes[0].Evaluation.Loss, outcome.Evaluation.Loss);
            Assert.Equal(outcomes[0].Evaluation.Accuracy, outcome.Evaluation.Accuracy);
        }
    }

    // Of the weights only those at the end are kept: what differs earlier differs there as well, and in the loss.
    private static Outcome Train(TrainableModel<TInput, TTarget> model, Dataset<TInput, TTarget> data, int batch, int threads)
    {
        ThreadWatch watch = threads == 1 ? new() : HasCrew(model, threads, batch) ? new("Update") : new("Propagate", "Update");
        model = Watched.Like(model, watch);
        model.Threads = threads;
        ReadOnlySpan<TInput> inputs = data.Inputs.Span[..(batch * data.InputSize)];
        ReadOnlySpan<TTarget> targets = data.Targets.Span[..(batch * data.TargetSize)];
        var steps = new List<BatchResult>();
        foreach (Optimizer optimizer in new Optimizer[] { new Adam(), new SGD { Momentum = 0.9f } })
        {
            steps.Add(model.TrainOnBatch(inputs, targets, optimizer));
            steps.Add(model.TrainOnBatch(inputs, targets, optimizer));
        }

        watch.AssertShared();
        return new Outcome(steps, [.. model.Parameters.Select(parameter => (parameter.Name, Copy(parameter)))], model.Evaluate(data));
    }

    // Labels, or rows that are one-hot: fit for every loss.
    private static Dataset<TInput, TTarget> Data(TrainableModel<TInput, TTarget> model, int samples)
    {
        var random = new Random(2);
        int size = model.Info.OutputSize;
        var targets = new TTarget[typeof(TTarget) == typeof(int) ? samples : samples * size];
        foreach (ref int label in Tokens(targets))
            label = random.Next(size);
        Span<float> rows = Numbers(targets);
        for (int row = 0; row < rows.Length; row += size)
        {
            // An output by itself answers yes or no.
            int one = random.Next(Math.Max(size, 2));
            if (one < size)
                rows[row + one] = 1;
        }

        return new Dataset<TInput, TTarget>(Inputs<TInput>(model, samples), targets, samples);
    }

    private static float[] Copy(Parameter parameter)
    {
        var weights = new float[parameter.Count];
        parameter.CopyTo(weights);
        return weights;
    }

    private sealed record Outcome(List<BatchResult> Steps, (string Name, float[] Values)[] Weights, Evaluation Evaluation);
}
