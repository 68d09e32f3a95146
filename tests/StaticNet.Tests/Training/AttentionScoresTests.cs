using System.Globalization;
using System.Numerics.Tensors;

namespace StaticNet.Tests.Training;

/// <summary>Attentions that learn how scores are made: with dropout, on threads, in files, and as parameters that are single numbers.</summary>
[Collection(AloneCollection.Name)]
public class AttentionScoresTests
{
    private const int Samples = 24;

    // The loss is that of the same choices as long as the model is new, so that its slope can be measured.
    [Fact]
    public void Gradients_with_dropout_are_the_slope_of_the_loss()
    {
        const float Step = 4e-3f;
        var model = new LearnedScores(1);
        Gradients gradients = model.ComputeGradients(Inputs(), Targets());
        double loss = gradients.Result.Loss;
        foreach (string name in new[] { "additive_attention/scale", "attention/scale", "attention/concat_score_weight", "attention_1/scale", "dense/kernel" })
        {
            Parameter parameter = model.Parameters.Single(parameter => parameter.Name == name);
            var gradient = new float[parameter.Count];
            gradients.CopyTo(parameter, gradient);
            double bound = (1e-2 * gradient.Max(Math.Abs)) + (5e-7 * Math.Max(1, loss) / (2 * Step));
            for (int i = 0; i < gradient.Length; i += 1 + (gradient.Length / 20))
            {
                double slope = (LossAt(name, i, Step) - LossAt(name, i, -Step)) / (2 * Step);
                Assert.True(Math.Abs(gradient[i] - slope) <= bound, string.Create(
                    CultureInfo.InvariantCulture, $"gradient of {name}[{i}]: {gradient[i]:R}, but the loss has the slope {slope:R}"));
            }
        }

        static double LossAt(string name, int index, float change)
        {
            var fresh = new LearnedScores(1);
            Parameter parameter = fresh.Parameters.Single(parameter => parameter.Name == name);
            float[] values = parameter.ToArray();
            values[index] += change;
            parameter.CopyFrom(values);
            return fresh.ComputeGradients(Inputs(), Targets()).Result.Loss;
        }
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
        => SharedWork.AssertSameBits<float, float>(new LearnedScores(1), Inputs(), Targets());

    // Nothing lies before the attention that could want a gradient, and yet it learns.
    [Fact]
    public void What_reads_the_input_alone_learns()
    {
        var model = new ScoresOfInput(1);
        Assert.Equal([1f, 1f], [model.AttentionScale[[]], model.AttentionConcatScoreWeight[[]]]);
        float[] inputs = [.. Enumerable.Range(0, 40).Select(i => MathF.Sin(i))], targets = [1, -1];
        double before = model.TrainOnBatch(inputs, targets, new Adam()).Loss;
        Assert.NotEqual(1, model.AttentionScale[[]]);
        Assert.NotEqual(1, model.AttentionConcatScoreWeight[[]]);
        Assert.True(model.ComputeGradients(inputs, targets).Result.Loss < before);
    }

    [Fact]
    public void A_scale_is_a_number_without_axes()
    {
        var model = new ScoresOfInput(1);
        Parameter scale = model.AttentionScale;
        Assert.Equal("attention/scale ()", scale.ToString());
        Assert.Equal((0, 1), (scale.Shape.Count, scale.Count));
        scale[[]] = 2.5f;
        ReadOnlyTensorSpan<float> values = scale.Values;
        Assert.Equal([1], values.Lengths.ToArray());
        Assert.Equal((2.5f, 2.5f), (values[0], scale[[]]));
        ArgumentException error = Assert.Throws<ArgumentException>("index", () => scale[0]);
        Assert.StartsWith("1 places were asked for. Expected 0, one along each axis of attention/scale ().", error.Message, StringComparison.Ordinal);
        scale.CopyFrom([-3]);
        Assert.Equal([-3f], scale.ToArray());
        model.AttentionConcatScoreWeight.CopyFrom(scale);
        Assert.Equal(-3, model.AttentionConcatScoreWeight[[]]);
        Assert.Equal(1, model.ComputeGradients(new float[20], [0])[scale].FlattenedLength);
    }

    [Fact]
    public void Files_keep_it()
    {
        using var stream = new MemoryStream();
        var model = new ScoresOfInput(1);
        model.AttentionScale[[]] = 2.5f;
        model.Save(stream);
        stream.Position = 0;
        var loaded = new ScoresOfInput(2);
        loaded.Load(stream);
        Assert.Equal(TestData.Bits(model), TestData.Bits(loaded));
    }

    // Keras draws the weights of the summands as those of a dense layer of as many inputs as units.
    [Fact]
    public void Weights_of_summands_start_as_glorot_has_it()
    {
        float[] scale = new LearnedScores(1).AdditiveAttentionScale.ToArray();
        double limit = Math.Sqrt(6.0 / 48);
        Assert.InRange(scale.Max(Math.Abs), 0.5 * limit, limit);
        Assert.True(scale.Distinct().Count() == 24 && scale.Min() < 0 && scale.Max() > 0);
    }

    private static float[] Inputs() => [.. Enumerable.Range(0, Samples * 30 * 4).Select(i => MathF.Sin(i * 1.7f))];

    private static float[] Targets() => [.. Enumerable.Range(0, Samples * 3).Select(i => MathF.Cos(i * 2.3f))];
}

/// <summary>Each way to learn how scores are made, with dropout.</summary>
[Model(30, 4)]
[Dense(24, Activation.Tanh)]
[AdditiveAttention(Dropout = 0.3)]
[Dense(17)]
[Attention(ScoreMode = ScoreMode.Concat, UseScale = true, Causal = true, Dropout = 0.2)]
[Attention(UseScale = true, Dropout = 0.25)]
[GlobalAveragePooling1D, Dense(3)]
[Loss(Loss.MeanSquaredError)]
internal partial class LearnedScores;

/// <summary>Attention before all other weights.</summary>
[Model(5, 4)]
[Attention(ScoreMode = ScoreMode.Concat, UseScale = true)]
[Flatten, Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class ScoresOfInput;
