using System.Globalization;

namespace StaticNet.Tests.Vectors;

/// <summary>Gradients equal the slope of the library's own loss, whatever PyTorch says.</summary>
public class FiniteDifferenceTests
{
    // record.py keeps every pre-activation and residual at least 1e-2 away from a kink, and the largest of a pooling window that
    // far above the others: a step of this size on one weight does not cross it. It is large enough that the float32 rounding of
    // the loss stays small beside the difference.
    private const float Step = 2e-3f;

    // A hundredth of the largest entry is far below any wrong factor or sign. The second bound is the rounding of the
    // loss, a few units of its last place, divided by the distance of the two points.
    private const double SlopeBound = 1e-2;
    private const double LossRounding = 5e-7;

    private const int EntriesPerParameter = 40;

    public static TheoryData<string> Cases { get; } = new(VectorModels.Names);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_are_the_slope_of_the_loss(string name)
    {
        VectorRunner runner = VectorModels.Create(VectorCase.Of(name));
        Gradients computed = runner.ComputeGradients();
        double loss = computed.Result.Loss;
        Parameter[] parameters = [.. runner.Parameters.Where(parameter => parameter.Trainable)];
        float[][] gradients = [.. parameters.Select(parameter => GradientOf(computed, parameter))];

        for (int p = 0; p < gradients.Length; p++)
        {
            Parameter parameter = parameters[p];
            double bound = (SlopeBound * gradients[p].Max(Math.Abs)) + (LossRounding * Math.Max(1, loss) / (2 * Step));
            foreach (int i in Sample(parameter.Count))
            {
                double slope = Slope(runner, parameter, i);
                double error = Math.Abs(gradients[p][i] - slope);
                Assert.True(error <= bound, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: gradient of {parameter.Name}[{i}]: {gradients[p][i]:R}, but the loss has the slope {slope:R}; "
                    + $"error {error:E2} ({error / Math.Abs(slope):E2} of it), bound {bound:E2}"));
            }
        }
    }

    private static float[] GradientOf(Gradients computed, Parameter parameter)
    {
        var gradient = new float[parameter.Count];
        computed.CopyTo(parameter, gradient);
        return gradient;
    }

    private static double Slope(VectorRunner runner, Parameter parameter, int index)
    {
        var values = new float[parameter.Count];
        parameter.CopyTo(values);
        float value = values[index];
        float above = value + Step;
        float below = value - Step;

        values[index] = above;
        parameter.CopyFrom(values);
        double lossAbove = runner.ComputeGradients().Result.Loss;
        values[index] = below;
        parameter.CopyFrom(values);
        double lossBelow = runner.ComputeGradients().Result.Loss;
        values[index] = value;
        parameter.CopyFrom(values);

        // The distance that float32 left, not the one that was asked for.
        return (lossAbove - lossBelow) / ((double)above - below);
    }

    private static int[] Sample(int count)
    {
        int[] indices = [.. Enumerable.Range(0, count)];
        new Random(count).Shuffle(indices);
        return indices[..Math.Min(count, EntriesPerParameter)];
    }
}
