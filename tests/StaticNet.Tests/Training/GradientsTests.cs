using System.Numerics.Tensors;

namespace StaticNet.Tests.Training;

/// <summary>Gradients as users get them. That they are right is for finite differences and recorded vectors to say.</summary>
[Collection(AloneCollection.Name)]
public class GradientsTests
{
    private static readonly float[] _inputs = [0.5f, -0.25f, 0.1f, 0.75f], _targets = [1, 2, -1, 0.5f];

    [Fact]
    public void A_step_of_plain_descent_goes_down_them()
    {
        Regression model = new(3);
        var gradients = model.ComputeGradients(_inputs, _targets);
        float[][] before = [.. model.Parameters.Select(Values)], slopes = [.. model.Parameters.Select(parameter => Copied(gradients, parameter))];
        BatchResult result = model.TrainOnBatch(_inputs, _targets, new SGD(0.1f));
        Assert.Equal(result, gradients.Result);
        for (int p = 0; p < before.Length; p++)
        {
            float[] now = Values(model.Parameters[p]);
            Assert.All(Enumerable.Range(0, now.Length), i => Assert.Equal(before[p][i] - (0.1f * slopes[p][i]), now[i], 1e-6f));
        }

        // They are a copy of their own.
        Assert.Equal(slopes, model.Parameters.Select(parameter => Copied(gradients, parameter)));
    }

    [Fact]
    public void They_have_the_shape_of_their_parameter()
    {
        Regression model = new(3);
        Gradients gradients = model.ComputeGradients(_inputs, _targets);
        ReadOnlyTensorSpan<float> kernel = gradients[model.DenseKernel];
        Assert.Equal([2, 3], kernel.Lengths.ToArray());
        float[] copied = Copied(gradients, model.DenseKernel);
        for (int row = 0; row < 2; row++)
        {
            for (int column = 0; column < 3; column++)
                Assert.Equal(copied[(row * 3) + column], kernel[row, column]);
        }
    }

    [Fact]
    public void Nothing_of_an_earlier_batch_is_left_in_the_same_memory()
    {
        NamedTokens model = new(1);
        int[] low = [.. Enumerable.Range(0, 36).Select(i => i % 20)], high = [.. Enumerable.Range(0, 24).Select(i => 25 + (i % 20))];
        Gradients reused = model.ComputeGradients(low, [0, 1, 2]);
        Assert.Contains(Copied(reused, model.WordsEmbeddings)[..(20 * 8)], value => value != 0);
        BatchResult result = model.ComputeGradients(high, [2, 0], reused);
        Gradients fresh = model.ComputeGradients(high, [2, 0]);
        Assert.Equal(fresh.Result, result);
        Assert.Equal(result, reused.Result);
        foreach (Parameter parameter in model.Parameters)
            Assert.Equal(Copied(fresh, parameter), Copied(reused, parameter));
        Assert.All(Copied(reused, model.WordsEmbeddings)[..(20 * 8)], value => Assert.Equal(0, value));
    }

    [Fact]
    public void In_the_same_memory_they_allocate_nothing()
    {
        Regression model = new(3);
        Gradients gradients = model.ComputeGradients(_inputs, _targets);
        Assert.Equal(0, Allocation.InEachRun(() => model.ComputeGradients(_inputs, _targets, gradients)));
    }

    [Fact]
    public void What_training_changes_in_ways_of_its_own_has_none_and_stays()
    {
        NamedRows model = new(1);
        int[] before = TestData.Bits(model);
        float[] inputs = [.. Enumerable.Range(0, 37 * 6).Select(i => MathF.Sin(i))];
        Gradients gradients = model.ComputeGradients(inputs, [0, 1, 2, 0, 1, 2]);
        Assert.Equal(before, TestData.Bits(model));
        foreach (Parameter parameter in model.Parameters.Where(parameter => !parameter.Trainable))
            Assert.All(Copied(gradients, parameter), value => Assert.Equal(0, value));
        Assert.Contains(model.Parameters, parameter => !parameter.Trainable);
    }

    [Fact]
    public void A_batch_that_is_refused_leaves_them_as_they_are()
    {
        Regression model = new(3);
        Gradients gradients = model.ComputeGradients(_inputs, _targets);
        float[] before = Copied(gradients, model.DenseKernel);
        Assert.Throws<ArgumentException>(() => model.ComputeGradients([1, 2, 3], [1, 2], gradients));
        Assert.Throws<ArgumentException>(() => model.ComputeGradients([], [], gradients));
        Assert.Throws<ArgumentException>(() => model.ComputeGradients([float.NaN, 2], [1, 2], gradients));
        Assert.Throws<ArgumentNullException>(() => model.ComputeGradients(_inputs, _targets, null!));
        Assert.Equal(before, Copied(gradients, model.DenseKernel));
    }

    [Fact]
    public void A_loss_that_is_not_finite_is_told_and_not_refused()
    {
        Regression model = new(3);
        model.Dense1Bias[0] = float.PositiveInfinity;
        Gradients gradients = model.ComputeGradients(_inputs, _targets);
        Assert.False(double.IsFinite(gradients.Result.Loss));
        Assert.Contains(Copied(gradients, model.Dense1Bias), value => !float.IsFinite(value));
    }

    [Fact]
    public void Other_models_and_wrong_sizes_are_refused_in_words()
    {
        Regression model = new(3), other = new(3);
        Gradients gradients = model.ComputeGradients(_inputs, _targets);
        Assert.StartsWith(
            "These gradients are those of another model, though a Regression too. Let each model compute its own.",
            Assert.Throws<ArgumentException>(() => other.ComputeGradients(_inputs, _targets, gradients)).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "These gradients are those of another model, a Regression.",
            Assert.Throws<ArgumentException>(() => new YesNo(1).ComputeGradients([1, 2, 3, 4], [1], gradients)).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "dense/kernel is a parameter of another model than the Regression of these gradients.",
            Assert.Throws<ArgumentException>(() => _ = gradients[other.DenseKernel].FlattenedLength).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => gradients.CopyTo(other.DenseKernel, new float[6]));
        Assert.Throws<ArgumentNullException>(() => gradients.CopyTo(null!, new float[6]));
        Assert.StartsWith(
            "dense/kernel has 5 values. Expected 6.",
            Assert.Throws<ArgumentException>(() => gradients.CopyTo(model.DenseKernel, new float[5])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void While_they_are_computed_nobody_reads_them()
    {
        Regression model = new(3);
        Gradients gradients = model.ComputeGradients(_inputs, _targets);
        gradients.Begin();
        Refused(() => _ = gradients.Result);
        Refused(() => _ = gradients[model.DenseKernel].FlattenedLength);
        Refused(() => gradients.CopyTo(model.DenseKernel, new float[6]));
        model.ComputeGradients(_inputs, _targets, gradients);
        Assert.True(gradients.Result.Loss > 0);

        static void Refused(Action action) => Assert.StartsWith("There are no gradients", Assert.Throws<InvalidOperationException>(action).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_lets_nobody_compute_them()
    {
        Regression model = new(3);
        Exception? refused = null;
        model.Fit(new Dataset<float, float>(_inputs, _targets, 2), new FitOptions
        {
            Epochs = 1,
            Progress = ProgressDisplay.Silent,
            LearningRateSchedule = (_, rate) =>
            {
                refused = Record.Exception(() => model.ComputeGradients(_inputs, _targets));
                return rate;
            },
        });
        Assert.StartsWith("Regression is in training already", Assert.IsType<InvalidOperationException>(refused).Message, StringComparison.Ordinal);
    }

    private static float[] Values(Parameter parameter)
    {
        var values = new float[parameter.Count];
        parameter.CopyTo(values);
        return values;
    }

    private static float[] Copied(Gradients gradients, Parameter parameter)
    {
        var values = new float[parameter.Count];
        gradients.CopyTo(parameter, values);
        return values;
    }
}
