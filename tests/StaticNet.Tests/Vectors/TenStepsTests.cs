namespace StaticNet.Tests.Vectors;

/// <summary>
/// Steps of optimizers through every layer, against scalar twins. The first goes by the recorded gradients; all ten by the model's own, which other tests
/// compare with records and slopes, so that what is compared here is the optimizer's.
/// </summary>
public class TenStepsTests
{
    private const int Steps = 10;
    private const float Rate = 1e-3f, Momentum = 0.9f;

    // Of a weight each step leaves a rounding, and so do the running means: below a ten thousandth of what ten steps have changed.
    private const double Rounding = 1e-6, RoundingOfChange = 1e-4;

    // As for gradients in VectorTests.
    private const double GradientBound = 1e-5, CancellationBound = 3e-7;

    public static TheoryData<string> Cases { get; } = new(VectorModels.Names);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ten_steps_equal_those_of_a_scalar_twin(string name)
    {
        VectorCase vector = VectorCase.Of(name);
        var comparison = new VectorComparison(name);

        // Gradients of some cases are in the hundreds: the first step changes no weight by more than the rate and its momentum.
        float rate = Rate / Math.Max(1, vector.Gradients.Max(Largest));
        CheckAll(vector, new SGD { LearningRate = rate, Momentum = Momentum, Nesterov = true }, values => new NesterovTwin(values, rate, Momentum), comparison);
        CheckAll(vector, new Adam { LearningRate = Rate }, values => new AdamTwin(values, Rate), comparison);
        CheckFirst(vector, rate, comparison);
        comparison.AssertAllClose();
    }

    private static void CheckAll(VectorCase vector, Optimizer optimizer, Func<float[], OptimizerTwin> makeTwin, VectorComparison comparison)
    {
        VectorRunner runner = VectorModels.Create(vector);
        Parameter[] trained = [.. runner.Parameters.Where(parameter => parameter.Trainable)];
        OptimizerTwin[] twins = [.. vector.Parameters.Zip(runner.Parameters).Where(pair => pair.Second.Trainable).Select(pair => makeTwin(pair.First.Values))];
        for (int step = 0; step < Steps; step++)
        {
            Gradients gradients = runner.ComputeGradients();
            for (int i = 0; i < trained.Length; i++)
            {
                var gradient = new float[trained[i].Count];
                gradients.CopyTo(trained[i], gradient);
                twins[i].Step(gradient);
            }

            runner.Train(optimizer, 0);
        }

        string when = $"after {Steps} steps of {optimizer.GetType().Name}";
        for (int i = 0; i < trained.Length; i++)
            comparison.Check($"{trained[i].Name} {when}", twins[i].Values, trained[i].ToArray(), Rounding, RoundingOfChange * twins[i].LargestChange);
    }

    private static void CheckFirst(VectorCase vector, float rate, VectorComparison comparison)
    {
        VectorRunner runner = VectorModels.Create(vector);
        runner.Train(new SGD { LearningRate = rate }, 0);
        foreach (((VectorParameter before, float[] gradient), Parameter parameter) in vector.Parameters.Zip(vector.Gradients).Zip(runner.Parameters))
        {
            if (!parameter.Trainable)
                continue;
            var twin = new NesterovTwin(before.Values, rate, momentum: 0);
            twin.Step(gradient);
            double bound = rate * Math.Max(GradientBound * Largest(gradient), CancellationBound);
            comparison.Check($"{parameter.Name} after a step by the recorded gradients", twin.Values, parameter.ToArray(), Rounding, bound);
        }
    }

    private static float Largest(float[] values) => values.Length == 0 ? 0 : values.Max(Math.Abs);
}
