using System.Globalization;
using static StaticNet.Activation;

namespace StaticNet.Tests.Training;

/// <summary>
/// Dropout inside recurrences: only while training, the same at all steps of a sample, with the right mean, also on the way back.
/// </summary>
public class RecurrentDropoutTests
{
    private const int Units = 33;
    private const int Steps = 4;
    private const float Rate = 0.25f;

    [Fact]
    public void Predictions_forget_nothing()
    {
        var model = new Remembering(1);
        model.SimpleRnnKernel.CopyFrom(Identity());
        model.SimpleRnnRecurrentKernel.CopyFrom(new float[Units * Units]);
        float[] inputs = [.. Enumerable.Range(0, Steps * Units).Select(i => i / 10f)];
        Assert.Equal(inputs, model.Predict(inputs));
    }

    // With the identity as kernel and ones as inputs, the gradient of the kernel's diagonal counts the steps at which an input was kept.
    [Fact]
    public void An_input_is_dropped_at_all_steps_or_at_none()
    {
        var model = new Remembering(1);
        model.SimpleRnnKernel.CopyFrom(Identity());
        model.SimpleRnnRecurrentKernel.CopyFrom(new float[Units * Units]);
        float[] ones = [.. Enumerable.Repeat(1f, Steps * Units)];

        // The loss is the mean of the squares of 1 / (1 - rate) where an input was kept.
        float kept = 2f / Units / ((1 - Rate) * (1 - Rate));
        AssertDropped(model, model.SimpleRnnKernel, ones, kept);
    }

    // With the identity as recurrent kernel and an input at the first step alone, each step keeps or loses the state.
    [Fact]
    public void A_state_is_dropped_at_all_steps_or_at_none()
    {
        var model = new RememberingItself(1);
        model.SimpleRnnKernel.CopyFrom(Identity());
        model.SimpleRnnRecurrentKernel.CopyFrom(Identity());
        float[] first = [.. Enumerable.Range(0, Steps * Units).Select(i => i < Units ? 1f : 0f)];

        // The state at step t is r^t with r = 1 / (1 - rate); the mean of the squares, sum r^2t / (steps units), has this slope in a weight w,
        // by which the state is (r w)^t.
        double kept = Enumerable.Range(1, Steps - 1).Sum(t => 2 * t * Math.Pow(1 / (1 - Rate), 2 * t)) / (Steps * Units);
        AssertDropped(model, model.SimpleRnnRecurrentKernel, first, (float)kept);
    }

    // The loss is that of the same choices as long as the model is new, so that its slope can be measured.
    [Theory]
    [InlineData(nameof(ForgetfulRnn))]
    [InlineData(nameof(ForgetfulLstm))]
    [InlineData(nameof(ForgetfulGru))]
    [InlineData(nameof(ForgetfulOldGru))]
    [InlineData(nameof(ForgetfulBothWays))]
    public void Gradients_are_the_slope_of_the_loss(string name)
    {
        const float Step = 4e-3f;
        var random = new Random(1);
        float[] inputs = [.. Enumerable.Range(0, 3 * 5 * 7).Select(_ => (2 * random.NextSingle()) - 1)];
        float[] targets = [.. Enumerable.Range(0, 3 * 2).Select(_ => (2 * random.NextSingle()) - 1)];
        TrainableModel<float, float> model = Create(name);
        float[][] weights = [.. model.Parameters.Select(
            parameter => Enumerable.Range(0, parameter.Count).Select(_ => random.NextSingle() - 0.5f).ToArray())];
        Gradients gradients = Changed(model, -1, 0, 0);
        double loss = gradients.Result.Loss;
        Assert.NotEqual(loss, model.ComputeGradients(inputs, targets).Result.Loss);
        for (int p = 0; p < weights.Length; p++)
        {
            var gradient = new float[weights[p].Length];
            gradients.CopyTo(model.Parameters[p], gradient);
            double bound = (1e-2 * gradient.Max(Math.Abs)) + (5e-7 * Math.Max(1, loss) / (2 * Step));
            for (int i = 0; i < gradient.Length; i += 1 + (gradient.Length / 40))
            {
                double slope = (Changed(Create(name), p, i, Step).Result.Loss - Changed(Create(name), p, i, -Step).Result.Loss) / (2 * Step);
                Assert.True(Math.Abs(gradient[i] - slope) <= bound, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: gradient of {model.Parameters[p].Name}[{i}]: {gradient[i]:R}, but the loss has the slope {slope:R}"));
            }
        }

        Gradients Changed(TrainableModel<float, float> fresh, int changed, int index, float change)
        {
            for (int p = 0; p < weights.Length; p++)
            {
                float[] values = [.. weights[p]];
                if (p == changed)
                    values[index] += change;
                fresh.Parameters[p].CopyFrom(values);
            }

            return fresh.ComputeGradients(inputs, targets);
        }
    }

    // The gradient of each diagonal weight is 0 or that of one that was kept at all steps; samples and steps choose for themselves.
    private static void AssertDropped(TrainableModel<float, float> model, Parameter parameter, float[] inputs, float kept)
    {
        const int Rounds = 150;
        var gradient = new float[parameter.Count];
        var targets = new float[Steps * Units];
        var everKept = new bool[Units];
        int count = 0;
        for (int round = 0; round < Rounds; round++)
        {
            model.ComputeGradients(inputs, targets).CopyTo(parameter, gradient);
            for (int i = 0; i < Units; i++)
            {
                float diagonal = gradient[(i * Units) + i];
                if (diagonal != 0)
                    Assert.Equal(kept, diagonal, 1e-5f * kept);
                everKept[i] |= diagonal != 0;
                count += diagonal != 0 ? 1 : 0;
            }
        }

        Assert.All(everKept, Assert.True);

        // Four deviations of a binomial count.
        double mean = (1 - Rate) * Rounds * Units, deviation = Math.Sqrt(mean * Rate);
        Assert.InRange(count, mean - (4 * deviation), mean + (4 * deviation));

        // Two samples alike are not dropped alike.
        model.ComputeGradients([.. inputs, .. inputs], [.. targets, .. targets]).CopyTo(parameter, gradient);
        Assert.Contains(Enumerable.Range(0, Units), i => Math.Abs(gradient[(i * Units) + i] - (kept / 2)) <= 1e-5f * kept);
    }

    private static TrainableModel<float, float> Create(string name) => name switch
    {
        nameof(ForgetfulRnn) => new ForgetfulRnn(1),
        nameof(ForgetfulLstm) => new ForgetfulLstm(1),
        nameof(ForgetfulGru) => new ForgetfulGru(1),
        nameof(ForgetfulOldGru) => new ForgetfulOldGru(1),
        nameof(ForgetfulBothWays) => new ForgetfulBothWays(1),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such model."),
    };

    private static float[] Identity() => [.. Enumerable.Range(0, Units * Units).Select(i => i % (Units + 1) == 0 ? 1f : 0f)];
}

/// <summary>A recurrence that gives what it takes, and forgets inputs.</summary>
[Model(4, 33)]
[SimpleRNN(33, Linear, ReturnSequences = true, UseBias = false, Dropout = 0.25f)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Remembering;

/// <summary>A recurrence that keeps what it took, and forgets its state.</summary>
[Model(4, 33)]
[SimpleRNN(33, Linear, ReturnSequences = true, UseBias = false, RecurrentDropout = 0.25f)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class RememberingItself;

/// <summary>A simple recurrence that forgets.</summary>
[Model(5, 7)]
[Dense(6, Tanh)]
[SimpleRNN(5, Dropout = 0.3f, RecurrentDropout = 0.4f)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ForgetfulRnn;

/// <summary>An LSTM that forgets.</summary>
[Model(5, 7)]
[Dense(6, Tanh)]
[LSTM(5, Dropout = 0.3f, RecurrentDropout = 0.4f)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ForgetfulLstm;

/// <summary>A GRU that forgets.</summary>
[Model(5, 7)]
[Dense(6, Tanh)]
[GRU(5, Dropout = 0.3f, RecurrentDropout = 0.4f)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ForgetfulGru;

/// <summary>A GRU with its reset gate before the product that forgets.</summary>
[Model(5, 7)]
[Dense(6, Tanh)]
[GRU(5, ResetAfter = false, Dropout = 0.3f, RecurrentDropout = 0.4f)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ForgetfulOldGru;

/// <summary>Recurrences in both directions that forget, one above the other.</summary>
[Model(5, 7)]
[Dense(6, Tanh)]
[Bidirectional(MergeMode.Mul), LSTM(5, ReturnSequences = true, Dropout = 0.3f)]
[Bidirectional, GRU(3, Dropout = 0.3f, RecurrentDropout = 0.4f)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ForgetfulBothWays;
