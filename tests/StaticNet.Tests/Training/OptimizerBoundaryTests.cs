using StaticNet.Kernels;

namespace StaticNet.Tests.Training;

/// <summary>Padding of weights, and of what optimizers keep for it, is 0 and stays so whatever the settings.</summary>
public class OptimizerBoundaryTests
{
    private static readonly float _nearOne = MathF.BitDecrement(1);
    private static readonly float[] _betas = [0, float.Epsilon, 0.5f, 0.9f, 0.999f, _nearOne];
    private static readonly float[] _rates = [0, float.Epsilon, 1e-3f, 1, 1e30f, float.MaxValue];

    public static TheoryData<string, float, float, float> Settings
    {
        get
        {
            var settings = new TheoryData<string, float, float, float>();
            foreach (float rate in _rates)
            {
                settings.Add("sgd", rate, 0, 0);
                foreach (float beta in _betas)
                {
                    settings.Add("momentum", rate, beta, 0);
                    settings.Add("nesterov", rate, beta, 0);
                    foreach (float other in _betas)
                        settings.Add("adam", rate, beta, other);
                }
            }

            return settings;
        }
    }

    [Fact]
    public void An_optimizer_that_got_no_memory_is_free()
    {
        var optimizer = new Adam();
        IEnumerable<ParameterInfo> none = Enumerable.Range(0, 1).Select<int, ParameterInfo>(_ => throw new InsufficientMemoryException());
        Assert.Throws<InsufficientMemoryException>(() => optimizer.Bind(new AlignedBuffer(16), none));
        new SmallClassifier(1).TrainOnBatch(new float[5], [0], optimizer);
        Assert.Equal(1, optimizer.Steps);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Padding_stays_0(string name, float rate, float first, float second)
    {
        foreach (float epsilon in name == "adam" ? new[] { 0, float.Epsilon, 1e-7f, 1e30f, float.MaxValue } : [1])
        {
            Optimizer optimizer = name switch
            {
                "sgd" => new SGD(rate),
                "momentum" => new SGD(rate) { Momentum = first },
                "nesterov" => new SGD(rate) { Momentum = first, Nesterov = true },
                _ => new Adam(rate) { Beta1 = first, Beta2 = second, Epsilon = epsilon },
            };
            var model = new Padded(1);
            var random = new Random(1);
            for (int step = 0; step < 6; step++)
            {
                // Few rows, so that steps of the others are deferred.
                int[] tokens = [.. Enumerable.Range(0, 8).Select(_ => random.Next(3) + (3 * step))];
                model.TrainOnBatchOrDiverge(tokens, [0.5f, -1], optimizer);
                AssertPaddingIs0(model, optimizer);
            }

            model.ApplyPending();
            AssertPaddingIs0(model, optimizer);
        }
    }

    [Fact]
    public void Adam_without_an_epsilon_predicts_numbers()
    {
        var model = new YesNo(1);
        float[] inputs = [.. Enumerable.Range(0, 40).Select(i => MathF.Sin(i))];
        model.Fit(
            new Dataset<float, float>(inputs, new float[10], 10),
            new FitOptions { Epochs = 3, BatchSize = 4, Optimizer = new Adam { Epsilon = 0 }, Progress = ProgressDisplay.Silent });
        Assert.All(model.Predict(inputs), output => Assert.InRange(output, 0, 1));
    }

    [Fact]
    public void Without_an_epsilon_the_first_step_is_the_rate_by_the_sign_of_the_gradient()
    {
        Regression model = new(1), before = new(1);
        var optimizer = new Adam(0.01f) { Epsilon = 0 };
        var gradients = new float[model.Dense1Kernel.Count];
        model.ComputeGradients([0.5f, -0.25f], [1, 2]).CopyTo(model.Dense1Kernel, gradients);
        model.TrainOnBatch([0.5f, -0.25f], [1, 2], optimizer);
        float[] old = new float[gradients.Length], now = new float[gradients.Length];
        before.Dense1Kernel.CopyTo(old);
        model.Dense1Kernel.CopyTo(now);
        for (int i = 0; i < old.Length; i++)
            Assert.Equal(old[i] - (0.01f * Math.Sign(gradients[i])), now[i], 1e-6f);
    }

    private static void AssertPaddingIs0(Model model, Optimizer optimizer)
    {
        bool[] isWeight = new bool[model.Weights.Length];
        foreach (ParameterInfo parameter in model.Info.Parameters)
        {
            int width = parameter.Shape[^1], rows = parameter.Shape.Take(parameter.Shape.Count - 1).Aggregate(1, (size, next) => size * next);
            for (int row = 0; row < rows; row++)
                isWeight.AsSpan(parameter.Offset + (row * parameter.Stride), width).Fill(true);
        }

        Assert.Contains(false, isWeight);
        for (int i = 0; i < model.Weights.Length; i++)
        {
            if (!isWeight[i])
                Assert.Equal(0, model.Weights.Span[i]);
        }

        for (int i = 0; i < optimizer.State.Length; i++)
        {
            if (!isWeight[i % isWeight.Length])
                Assert.Equal(0, optimizer.State[i]);
        }
    }
}

/// <summary>Rows with padding in a table, in kernels and in a kernel of one unit.</summary>
[Model(4)]
[Embedding(20, 5)]
[GlobalAveragePooling1D]
[Dense(3, Activation.Tanh)]
[Dense(1)]
[Loss(Loss.MeanAbsoluteError)]
internal sealed partial class Padded
{
    /// <summary>Takes a step, or none where the loss is no number.</summary>
    public void TrainOnBatchOrDiverge(int[] tokens, float[] targets, Optimizer optimizer)
    {
        try
        {
            TrainOnBatch(tokens, targets, optimizer);
        }
        catch (TrainingDivergedException)
        {
        }
    }
}
