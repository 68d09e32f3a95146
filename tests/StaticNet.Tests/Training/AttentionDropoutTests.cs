using System.Globalization;

namespace StaticNet.Tests.Training;

/// <summary>Dropout of what an attention weighs by: only while training, the same on the way back, whatever the number of threads.</summary>
[Collection(AloneCollection.Name)]
public class AttentionDropoutTests
{
    private const int Samples = 5;

    // The loss is that of the same choices as long as the model is new, so that its slope can be measured.
    [Fact]
    public void Gradients_are_the_slope_of_the_loss()
    {
        const float Step = 4e-3f;
        var model = new ForgetfulAttention(1);
        Gradients gradients = model.ComputeGradients(Inputs(), Targets());
        double loss = gradients.Result.Loss;
        Assert.NotEqual(loss, model.ComputeGradients(Inputs(), Targets()).Result.Loss);
        for (int p = 0; p < model.Parameters.Count; p++)
        {
            var gradient = new float[model.Parameters[p].Count];
            gradients.CopyTo(model.Parameters[p], gradient);
            double bound = (1e-2 * gradient.Max(Math.Abs)) + (5e-7 * Math.Max(1, loss) / (2 * Step));
            for (int i = 0; i < gradient.Length; i += 1 + (gradient.Length / 40))
            {
                double slope = (LossAt(p, i, Step) - LossAt(p, i, -Step)) / (2 * Step);
                Assert.True(Math.Abs(gradient[i] - slope) <= bound, string.Create(
                    CultureInfo.InvariantCulture, $"gradient of {model.Parameters[p].Name}[{i}]: {gradient[i]:R}, but the loss has the slope {slope:R}"));
            }
        }

        static double LossAt(int parameter, int index, float change)
        {
            var fresh = new ForgetfulAttention(1);
            var values = new float[fresh.Parameters[parameter].Count];
            fresh.Parameters[parameter].CopyTo(values);
            values[index] += change;
            fresh.Parameters[parameter].CopyFrom(values);
            return fresh.ComputeGradients(Inputs(), Targets()).Result.Loss;
        }
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
        => SharedWork.AssertSameBits<float, float>(new ForgetfulAttention(1), Inputs(), Targets());

    [Fact]
    public void Predictions_drop_nothing()
    {
        var forgetful = new ForgetfulAttention(1);
        var other = new MindfulAttention(2);
        for (int p = 0; p < other.Parameters.Count; p++)
        {
            var values = new float[other.Parameters[p].Count];
            forgetful.Parameters[p].CopyTo(values);
            other.Parameters[p].CopyFrom(values);
        }

        Assert.Equal(other.Predict(Inputs()), forgetful.Predict(Inputs()));
    }

    private static float[] Inputs() => [.. Enumerable.Range(0, Samples * 7 * 4).Select(i => MathF.Sin(i * 1.7f))];

    private static float[] Targets() => [.. Enumerable.Range(0, Samples * 3).Select(i => MathF.Cos(i * 2.3f))];
}

/// <summary>An attention that forgets.</summary>
[Model(7, 4)]
[Dense(5, Activation.Tanh)]
[MultiHeadAttention(2, 3, ValueDim = 17, Causal = true, Dropout = 0.4, UseBias = false)]
[MultiHeadAttention(3, 16, Dropout = 0.25, UseBias = false)]
[GlobalAveragePooling1D, Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal partial class ForgetfulAttention;

/// <summary>The same that does not.</summary>
[Model(7, 4)]
[Dense(5, Activation.Tanh)]
[MultiHeadAttention(2, 3, ValueDim = 17, Causal = true, UseBias = false)]
[MultiHeadAttention(3, 16, UseBias = false)]
[GlobalAveragePooling1D, Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MindfulAttention;
