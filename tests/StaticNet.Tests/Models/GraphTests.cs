namespace StaticNet.Tests;

/// <summary>Models whose layers take other outputs than the one above: gradients, threads, memory and files.</summary>
[Collection(AloneCollection.Name)]
public class GraphTests
{
    private const int Samples = 7;

    // Central differences of a smooth loss: a hundredth of the largest slope is far below any part that is missing.
    private const float Step = 4e-3f;

    public static TheoryData<string> Models => [nameof(ResidualGraph), nameof(MergedRows), nameof(LaidTogether), nameof(ReadTwice), nameof(Translator)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Gradients_are_the_slope_of_the_loss(string name)
    {
        Subject subject = Create(name);
        Gradients gradients = subject.Gradients();
        double loss = gradients.Result.Loss;
        foreach (Parameter parameter in subject.Model.Parameters.Where(parameter => parameter.Trainable))
        {
            var values = new float[parameter.Count];
            var computed = new float[parameter.Count];
            parameter.CopyTo(values);
            gradients.CopyTo(parameter, computed);
            Assert.Contains(computed, gradient => gradient != 0);
            double bound = (1e-2 * computed.Max(Math.Abs)) + 2e-4;
            for (int i = 0; i < values.Length; i += Math.Max(1, values.Length / 40))
            {
                double above = LossAt(subject, parameter, values, i, Step), below = LossAt(subject, parameter, values, i, -Step);
                double error = Slopes(below, loss, above).Min(slope => Math.Abs(slope - computed[i]));
                Assert.True(error <= bound, $"{name}: {parameter.Name}[{i}] has the gradient {computed[i]}, but the slope is {(above - below) / (2 * Step)}.");
            }

            parameter.CopyFrom(values);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_number_of_threads_changes_no_bit(string name) => Create(name).AssertSameBitsOnThreads();

    [Theory]
    [MemberData(nameof(Models))]
    public void A_step_and_a_prediction_allocate_nothing(string name)
    {
        Subject subject = Create(name);
        subject.Threads = 1;
        subject.Train();
        subject.Predict();
        Assert.Equal(0, Allocation.InEachRun(subject.Train));
        Assert.Equal(0, Allocation.InEachRun(subject.Predict));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void What_is_saved_is_loaded(string name)
    {
        Subject trained = Create(name), fresh = Create(name);
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.safetensors");
        try
        {
            trained.Train();
            trained.Model.Save(path);
            Assert.NotEqual(Weights(trained.Model), Weights(fresh.Model));
            fresh.Model.Load(path);
            trained.Predict();
            fresh.Predict();
            Assert.Equal(trained.Outputs, fresh.Outputs);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Each inner output against the sum of what the layer takes, computed here.
    [Fact]
    public void An_inner_layer_gives_what_the_layers_that_it_takes_come_to()
    {
        var model = new MergedRows(seed: 5);
        float[] inputs = Numbers(Samples * 5);
        float[] a = model.PredictA(inputs), b = model.PredictB(inputs), c = model.PredictC(inputs), d = model.PredictD(inputs), e = model.PredictE(inputs);
        float[] f = model.PredictF(inputs), g = model.PredictG(inputs), h = model.PredictH(inputs);
        for (int i = 0; i < a.Length; i++)
        {
            Assert.Equal(c[i] - a[i], d[i], 1e-6f);
            Assert.Equal(d[i] * a[i] * b[i], e[i], 1e-6f);
            Assert.Equal((c[i] + d[i] + e[i]) / 3, f[i], 1e-6f);
            Assert.Equal(Math.Max(f[i], a[i]), g[i], 1e-6f);
            Assert.Equal(Math.Min(f[i], b[i]), h[i], 1e-6f);
        }
    }

    // The smaller of the two tables says which tokens there are.
    [Fact]
    public void A_token_must_be_in_every_table()
    {
        var model = new ReadTwice(seed: 1);
        Assert.Equal(2, model.Predict([39, 0, 1, 2, 3, 4]).Length);
        Assert.ThrowsAny<ArgumentException>(() => model.Predict([0, 1, 2, 40, 3, 4]));
    }

    // Where the order of two numbers of a maximum changes on one side, the slope on the other is the one that counts.
    private static double[] Slopes(double below, double loss, double above) => [(above - below) / (2 * Step), (above - loss) / Step, (loss - below) / Step];

    private static double LossAt(Subject subject, Parameter parameter, float[] values, int index, float by)
    {
        var moved = (float[])values.Clone();
        moved[index] += by;
        parameter.CopyFrom(moved);
        return subject.Gradients().Result.Loss;
    }

    private static float[] Weights(Model model) => [.. model.Parameters.SelectMany(parameter =>
    {
        var values = new float[parameter.Count];
        parameter.CopyTo(values);
        return values;
    })];

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => MathF.Sin(i * 1.7f))];

    private static Subject Create(string name) => name switch
    {
        nameof(ResidualGraph) => new Subject<float, int>(new ResidualGraph(seed: 2), Numbers(Samples * 72), [.. Enumerable.Range(0, Samples).Select(i => i % 3)]),
        nameof(MergedRows) => new Subject<float, float>(new MergedRows(seed: 3), Numbers(Samples * 5), Numbers(Samples * 3)),
        nameof(LaidTogether) => new Subject<float, float>(new LaidTogether(seed: 4), Numbers(Samples * 24), Numbers(Samples * 2)),
        nameof(Translator) => new Subject<int, float>(new Translator(seed: 6), [.. Enumerable.Range(0, Samples * 9).Select(i => i * 7 % 30)], Numbers(Samples * 2)),
        _ => new Subject<int, float>(new ReadTwice(seed: 5), [.. Enumerable.Range(0, Samples * 6).Select(i => i * 7 % 40)], Numbers(Samples * 2)),
    };

    private abstract class Subject(Model model)
    {
        public Model Model { get; } = model;

        public float[] Outputs { get; } = new float[Samples * model.Info.OutputSize];

        public abstract int Threads { set; }

        public abstract Gradients Gradients();

        public abstract void Train();

        public abstract void Predict();

        public abstract void AssertSameBitsOnThreads();
    }

    private sealed class Subject<TInput, TTarget>(TrainableModel<TInput, TTarget> model, TInput[] inputs, TTarget[] targets) : Subject(model)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        private readonly Adam _optimizer = new();

        public override int Threads
        {
            set => model.Threads = value;
        }

        public override Gradients Gradients() => model.ComputeGradients(inputs, targets);

        public override void Train() => model.TrainOnBatch(inputs, targets, _optimizer);

        public override void Predict() => model.Predict(inputs, Outputs);

        public override void AssertSameBitsOnThreads() => SharedWork.AssertSameBits<TInput, TTarget>(model, inputs, targets);
    }
}
