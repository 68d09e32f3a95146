
namespace StaticNet.Tests.Vectors;

/// <summary>Outputs, losses, gradients and optimizer steps equal those that PyTorch computes in float64.</summary>
public class VectorTests
{
    // The records are exact; the library rounds to float32 (6e-8) at each operation. Sums of up to some hundred products in any
    // order and exponentials of a few roundings each stay several times below these bounds, relative to the largest entry of an
    // array. A logit of 80 is known to 5e-6 and its sigmoid no better, which decides the first bound. A wrong definition
    // (tanh for erf in GELU, a slope of .3, epsilon inside Adam's root) is at least ten times above.
    private const double PredictionBound = 1e-5;
    private const double LossBound = 5e-6;
    private const double GradientBound = 1e-5;
    private const double StepBound = 3e-6;

    // What rounding leaves where terms of order one cancel, so that the array itself is small.
    private const double CancellationBound = 3e-7;

    // What the learning rate is multiplied by in each step of an optimizer that is called varied, over and over; see record.py.
    private static readonly float[] _rates = [1, 0.25f, 0, 0.5f];

    public static TheoryData<string> Cases { get; } = new(VectorModels.Names);

    /// <summary>The cases with records of training, each with its optimizers.</summary>
    public static TheoryData<string, string> TrainedCases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string name in VectorModels.Names.Where(name => name.StartsWith("Optimizer", StringComparison.Ordinal)))
            {
                foreach (string optimizer in VectorCase.Of(name).After.Keys)
                    cases.Add(name, optimizer);
            }

            return cases;
        }
    }

    [Fact]
    public void Every_record_has_a_model_and_every_model_a_record()
        => Assert.Equal(VectorCase.Names.Order(StringComparer.Ordinal), VectorModels.Names.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Predictions_loss_and_gradients_match(string name)
    {
        VectorCase vector = VectorCase.Of(name);
        VectorRunner runner = VectorModels.Create(vector);
        var comparison = new VectorComparison(name);

        var predictions = new float[vector.Predictions.Length];
        runner.Predict(0, vector.Batch, predictions);
        comparison.Check("predictions of the batch", vector.Predictions, predictions, PredictionBound, 0);

        PredictOneByOne(runner, vector, predictions);
        comparison.Check("predictions one by one", vector.Predictions, predictions, PredictionBound, 0);

        Gradients gradients = runner.ComputeGradients();
        BatchResult result = gradients.Result;
        comparison.Check("loss", vector.Loss, result.Loss, LossBound, CancellationBound);
        if (vector.Accuracy is double accuracy)
            comparison.Check("accuracy", accuracy, result.Accuracy!.Value, 0, CancellationBound);
        for (int i = 0; i < vector.Gradients.Length; i++)
        {
            Parameter parameter = runner.Parameters[i];
            if (!parameter.Trainable)
                continue;
            var gradient = new float[parameter.Count];
            gradients.CopyTo(parameter, gradient);
            comparison.Check($"gradient of {parameter.Name}", vector.Gradients[i], gradient, GradientBound, CancellationBound);
        }

        comparison.AssertAllClose();
    }

    [Theory]
    [MemberData(nameof(TrainedCases))]
    public void Parameters_match_after_training(string name, string optimizerName)
    {
        VectorCase vector = VectorCase.Of(name);
        VectorRunner runner = VectorModels.Create(vector);
        Optimizer optimizer = CreateOptimizer(optimizerName);
        var comparison = new VectorComparison($"{name}, {optimizerName}");

        double rate = optimizer.LearningRate;
        for (int step = 0; step < vector.Steps; step++)
        {
            if (optimizerName.EndsWith("_varied", StringComparison.Ordinal))
                optimizer.LearningRate = rate * _rates[step % _rates.Length];
            BatchResult result = runner.Train(optimizer, vector.Schedule?[step] ?? 0);
            if (step == 0)
                comparison.Check("loss before the first step", vector.Loss, result.Loss, LossBound, CancellationBound);
        }

        float[][] after = vector.After[optimizerName];
        for (int i = 0; i < after.Length; i++)
        {
            Parameter parameter = runner.Parameters[i];
            var values = new float[parameter.Count];
            parameter.CopyTo(values);
            comparison.Check(parameter.Name, after[i], values, 0, StepBound);
        }

        comparison.AssertAllClose();
    }

    private static void PredictOneByOne(VectorRunner runner, VectorCase vector, float[] predictions)
    {
        int outputSize = predictions.Length / vector.Batch;
        for (int i = 0; i < vector.Batch; i++)
            runner.Predict(i, 1, predictions.AsSpan(i * outputSize, outputSize));
    }

    private static Optimizer CreateOptimizer(string name) => name switch
    {
        "sgd" => new SGD { LearningRate = 0.01f },
        "sgd_momentum" => new SGD { LearningRate = 0.01f, Momentum = 0.9f },
        "sgd_nesterov" => new SGD { LearningRate = 0.01f, Momentum = 0.9f, Nesterov = true },
        "adam" or "adam_varied" => new Adam { LearningRate = 1e-3f },
        "adam_short" => new Adam { LearningRate = 1e-3f, Beta2 = 0.5f },
        "sgd_momentum_varied" => new SGD { LearningRate = 0.1f, Momentum = 0.9f },
        "sgd_nesterov_varied" => new SGD { LearningRate = 0.1f, Momentum = 0.9f, Nesterov = true },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such optimizer."),
    };
}
