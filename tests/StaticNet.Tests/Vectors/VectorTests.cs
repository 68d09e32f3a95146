
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

    public static TheoryData<string> Cases { get; } = new(VectorModels.Names);

    /// <summary>The cases with records of training, each with every optimizer.</summary>
    public static TheoryData<string, string> TrainedCases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string name in VectorModels.Names.Where(name => name.StartsWith("Optimizer", StringComparison.Ordinal)))
            {
                foreach (string optimizer in (string[])["sgd", "sgd_momentum", "sgd_nesterov", "adam"])
                    cases.Add(name, optimizer);
            }

            return cases;
        }
    }

    [Fact]
    public void Every_record_has_a_model()
        => Assert.Equal(
            Directory.EnumerateFiles(VectorCase.Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            VectorModels.Names.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Predictions_loss_and_gradients_match(string name)
    {
        VectorCase vector = VectorCase.Load(name);
        VectorRunner runner = VectorModels.Create(vector);
        var comparison = new VectorComparison(name);

        var predictions = new float[vector.Predictions.Length];
        runner.Predict(vector.Inputs, predictions);
        comparison.Check("predictions of the batch", vector.Predictions, predictions, PredictionBound, 0);

        PredictOneByOne(runner, vector, predictions);
        comparison.Check("predictions one by one", vector.Predictions, predictions, PredictionBound, 0);

        BatchResult result = runner.ComputeGradients();
        comparison.Check("loss", vector.Loss, result.Loss, LossBound, CancellationBound);
        if (vector.Accuracy is double accuracy)
            comparison.Check("accuracy", accuracy, result.Accuracy, 0, CancellationBound);
        for (int i = 0; i < vector.Gradients.Length; i++)
        {
            Parameter parameter = runner.Parameters[i];
            if (!parameter.Trainable)
                continue;
            var gradient = new float[parameter.Count];
            runner.CopyGradientTo(parameter, gradient);
            comparison.Check($"gradient of {parameter.Name}", vector.Gradients[i], gradient, GradientBound, CancellationBound);
        }

        comparison.AssertAllClose();
    }

    [Theory]
    [MemberData(nameof(TrainedCases))]
    public void Parameters_match_after_training(string name, string optimizerName)
    {
        VectorCase vector = VectorCase.Load(name);
        VectorRunner runner = VectorModels.Create(vector);
        Optimizer optimizer = CreateOptimizer(optimizerName);
        var comparison = new VectorComparison($"{name}, {optimizerName}");

        BatchResult first = runner.Train(optimizer);
        comparison.Check("loss before the first step", vector.Loss, first.Loss, LossBound, CancellationBound);
        for (int step = 1; step < vector.Steps; step++)
            runner.Train(optimizer);

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
        int inputSize = vector.Inputs.Length / vector.Batch;
        int outputSize = predictions.Length / vector.Batch;
        for (int i = 0; i < vector.Batch; i++)
            runner.Predict(vector.Inputs.AsSpan(i * inputSize, inputSize), predictions.AsSpan(i * outputSize, outputSize));
    }

    private static Optimizer CreateOptimizer(string name) => name switch
    {
        "sgd" => new SGD { LearningRate = 0.01f },
        "sgd_momentum" => new SGD { LearningRate = 0.01f, Momentum = 0.9f },
        "sgd_nesterov" => new SGD { LearningRate = 0.01f, Momentum = 0.9f, Nesterov = true },
        "adam" => new Adam { LearningRate = 1e-3f },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such optimizer."),
    };
}
