using static StaticNet.Activation;

namespace StaticNet.Tests.Losses;

/// <summary>The accuracy that a model is evaluated with is that of the classes it predicts: one rule, of the same numbers.</summary>
public class DecisionTests
{
    // Around 0, where a probability is rounded to one half, in steps that a sum may have.
    private static readonly float[] _small =
        [.. Enumerable.Range(-400, 801).Select(i => i * 1e-9f), .. new[] { 1e-45f, 1e-30f, 1e-12f, 5.9e-8f, 6e-8f, 1.1e-6f, 1 }.SelectMany(x => new[] { x, -x })];

    [Fact]
    public void A_probability_decides_by_being_above_one_half()
    {
        var model = new Chance();
        model.DenseKernel.CopyFrom([1]);
        int[] classes = model.PredictClasses(_small);
        Assert.Equal(_small.Select(x => model.Predict([x])[0] > 0.5f ? 1 : 0), classes);
        Assert.Contains(_small.Zip(classes), pair => pair.First > 0 && pair.Second == 0);
        Assert.Equal(1, model.Evaluate(Dataset.From(_small, classes).ToNumbers()).Accuracy);
        Assert.Equal(0, model.Evaluate(Dataset.From(_small, classes.Select(c => 1 - c).ToArray()).ToNumbers()).Accuracy);
    }

    [Fact]
    public void Several_probabilities_decide_one_by_one()
    {
        var model = new Chances();
        model.DenseKernel.CopyFrom([1, -1, 0.5f]);
        float[] targets = [.. model.Predict(_small).Select(p => p > 0.5f ? 1f : 0f)];
        Assert.Equal(1, model.Evaluate(new Dataset<float, float>(_small, targets, _small.Length)).Accuracy);
    }

    [Fact]
    public void The_first_of_equal_probabilities_is_the_class()
    {
        var random = new Random(1);
        float[] inputs = [.. Enumerable.Range(0, 3000).SelectMany(_ => Sums(random))];
        var sparse = new Choice();
        var oneHot = new OneHotChoice();
        float[] identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];
        sparse.DenseKernel.CopyFrom(identity);
        oneHot.DenseKernel.CopyFrom(identity);
        int[] classes = sparse.PredictClasses(inputs);
        Dataset<float, int> data = Dataset.From(inputs, classes);
        Assert.Contains(Enumerable.Range(0, 3000), i => ArgMax.Of(inputs.AsSpan(3 * i, 3)) != classes[i]);
        Assert.Equal(1, sparse.Evaluate(data).Accuracy);
        Assert.Equal(1, oneHot.Evaluate(data.ToOneHot(3)).Accuracy);
        Assert.Equal(classes, oneHot.PredictClasses(inputs));

        static float[] Sums(Random random)
        {
            float[] near = [0, -0f, 1e-9f, 3e-8f, 6e-8f, 1e-7f, 2e-7f];
            float middle = random.Next(3) - 1;
            return [.. Enumerable.Range(0, 3).Select(_ => middle + (near[random.Next(near.Length)] * (random.Next(2) == 0 ? 1 : -1)))];
        }
    }

    [Fact]
    public void Equal_outputs_of_a_categorical_loss_are_equal_whatever_the_sign_of_0()
    {
        var model = new PlainChoice();
        model.DenseKernel.CopyFrom([1, 0, 0, 0, 1, 0, 0, 0, 1]);
        float[] inputs = [-0f, 0, 0, 0.5f, 0.5f, 0, 0, 0.25f, 0.25f];
        int[] classes = model.PredictClasses(inputs);
        Assert.Equal([0, 0, 1], classes);
        Assert.Equal(1, model.Evaluate(Dataset.From(inputs, classes)).Accuracy);
    }

    [Fact]
    public void Classes_run_along_the_last_axis()
    {
        float[] inputs = [1, 5, 2, 7, 3, 3, 0, 0, 9, 4, 8, 8];
        Assert.Equal([1, 0, 2, 1], new Steps().PredictClasses(inputs));
        Assert.Equal([1, 0, 0, 1, 0, 1], new SingleSteps().PredictClasses([0.6f, 0.5f, -1, 0.50001f, 0, 2]));
    }

    [Fact]
    public void A_NaN_is_no_class()
    {
        float[] inputs = new float[24];
        inputs[19] = float.NaN;
        ArithmeticException error = Assert.Throws<ArithmeticException>(() => new Steps().PredictClasses(inputs));
        Assert.StartsWith("The output for sample 3 is NaN at place 1. No class can be told", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArithmeticException>(() => new SingleSteps().PredictClasses([0, 0, 0, 0, 0, float.NaN]));
        Assert.StartsWith("The output for sample 1 is NaN at place 2.", error.Message, StringComparison.Ordinal);

        var classifier = new Choice();
        classifier.DenseBias.CopyFrom([float.NaN, 0, 0]);
        Assert.Throws<ArithmeticException>(() => classifier.PredictClasses([1, 2, 3]));
        Evaluation evaluation = classifier.Evaluate(Dataset.From(new float[] { 1, 2, 3 }, new[] { 0 }));
        Assert.Equal((double.NaN, 0), (evaluation.Loss, evaluation.Accuracy));
        var chance = new Chance();
        chance.DenseBias.CopyFrom([float.NaN]);
        Assert.Equal(0, chance.Evaluate(Dataset.From(new float[] { 1 }, new[] { 0 }).ToNumbers()).Accuracy);

        ArgumentException refused = Assert.Throws<ArgumentException>("scores", () => ArgMax.Of([1, float.NaN]));
        Assert.StartsWith("The score at place 1 is NaN.", refused.Message, StringComparison.Ordinal);
        refused = Assert.Throws<ArgumentException>("scores", () => ArgMax.OfRows([1, 2, float.NaN, 3], 2));
        Assert.StartsWith("The score at place 0 of row 1 is NaN.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_score_is_the_highest_of_equal_ones_whatever_the_sign_of_0()
    {
        Assert.Equal(0, ArgMax.Of([-0f, 0]));
        Assert.Equal(1, ArgMax.Of([float.NegativeInfinity, -1e38f]));
        Assert.Equal(0, ArgMax.Of([float.NegativeInfinity]));
    }
}

[Model(1)]
[Dense(1, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class Chance;

[Model(1)]
[Dense(3, Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class Chances;

[Model(3)]
[Dense(3, Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class Choice;

[Model(3)]
[Dense(3, Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
internal sealed partial class OneHotChoice;

[Model(3)]
[Dense(3)]
[Loss(Loss.SparseCategoricalCrossentropy)]
internal sealed partial class PlainChoice;

[Model(2, 3)]
[Rescaling(1)]
internal sealed partial class Steps;

[Model(3, 1)]
[Rescaling(1)]
internal sealed partial class SingleSteps;
