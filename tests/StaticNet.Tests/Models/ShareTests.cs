using System.Text.RegularExpressions;

namespace StaticNet.Tests;

/// <summary>Layers that share weights: gradients add up, whatever the number of threads.</summary>
[Collection(AloneCollection.Name)]
public partial class ShareTests
{
    private const int Samples = 9;

    [Fact]
    public void Gradients_are_the_sums_of_those_by_weights_that_are_not_shared()
    {
        var model = new Shared(seed: 3);
        var apart = new NotShared(seed: 4);
        foreach (Parameter parameter in apart.Parameters)
            parameter.CopyFrom(Values(model.Parameters.Single(shared => shared.Name == Common(parameter.Name))));
        Assert.Equal(apart.Predict(Inputs(18)), model.Predict(Inputs(18)));
        Gradients expected = apart.ComputeGradients(Inputs(18), Targets), gradients = model.ComputeGradients(Inputs(18), Targets);
        SumsAre(model.Parameters, gradients, apart.Parameters, expected, parts => parts);
    }

    // Of a table the last reading comes first.
    [Fact]
    public void Gradients_of_a_table_are_the_sums_of_those_by_tables_that_are_not_shared()
    {
        var model = new SharedTable(seed: 3);
        var apart = new NotSharedTable(seed: 4);
        foreach (Parameter parameter in apart.Parameters)
            parameter.CopyFrom(Values(model.Parameters.Single(shared => shared.Name == Common(parameter.Name))));
        Assert.Equal(apart.PredictHead(Questions, Answers), model.PredictHead(Questions, Answers));
        SumsAre(
            model.Parameters, model.ComputeGradients(QuestionsAndAnswers, Targets), apart.Parameters, apart.ComputeGradients(QuestionsAndAnswers, Targets),
            parts => parts.Reverse());
    }

    private static void SumsAre(
        IEnumerable<Parameter> shared, Gradients gradients, IReadOnlyList<Parameter> apart, Gradients expected, Func<IEnumerable<Parameter>, IEnumerable<Parameter>> order)
    {
        Assert.Equal(expected.Result.Loss, gradients.Result.Loss);
        foreach (Parameter parameter in shared)
        {
            var sum = new float[parameter.Count];
            foreach (Parameter part in order(apart.Where(part => Common(part.Name) == parameter.Name)))
            {
                var own = new float[part.Count];
                expected.CopyTo(part, own);
                for (int i = 0; i < sum.Length; i++)
                    sum[i] += own[i];
            }

            var computed = new float[parameter.Count];
            gradients.CopyTo(parameter, computed);
            Assert.Contains(computed, gradient => gradient != 0);
            Assert.Equal(sum, computed);
        }
    }

    [Fact]
    public void A_step_goes_by_the_gradients()
    {
        var model = new Shared(seed: 3);
        Gradients gradients = model.ComputeGradients(Inputs(18), Targets);
        float[][] before = [.. model.Parameters.Select(Values)];
        model.TrainOnBatch(Inputs(18), Targets, new SGD(0.5));
        for (int i = 0; i < before.Length; i++)
        {
            var gradient = new float[before[i].Length];
            gradients.CopyTo(model.Parameters[i], gradient);
            float[] after = Values(model.Parameters[i]);
            for (int j = 0; j < after.Length; j++)
                Assert.Equal(before[i][j] - (0.5f * gradient[j]), after[j], 1e-6f);
        }
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        SharedWork.AssertSameBits<float, float>(new Shared(seed: 3), Inputs(18), Targets);
        SharedWork.AssertSameBits<float, int>(new SharedImage(seed: 3), Inputs(72), [.. Enumerable.Range(0, Samples).Select(sample => sample % 3)]);
        SharedWork.AssertSameBits<Mixed, float>(new SharedTable(seed: 3), QuestionsAndAnswers, Targets);
        SharedWork.AssertSameBits<float, float>(new SharedNorm(seed: 3), Inputs(5), Targets);
    }

    // So does that of token 0, which stands for none.
    [Fact]
    public void Rows_that_one_of_the_texts_has_change_and_others_do_not()
    {
        var model = new SharedTable(seed: 3);
        float[] before = Values(model.WordsEmbeddings);
        model.TrainOnBatch(QuestionsAndAnswers, Targets, new Adam());
        float[] after = Values(model.WordsEmbeddings);
        HashSet<int> read = [.. Questions.Cast<int>().Concat(Answers.Cast<int>())];
        Assert.NotEmpty(Answers.Cast<int>().Except(Questions.Cast<int>()));
        Assert.True(read.Remove(0));
        for (int row = 0; row < 30; row++)
            Assert.Equal(read.Contains(row), !before.AsSpan(row * 5, 5).SequenceEqual(after.AsSpan(row * 5, 5)));
    }

    [Fact]
    public void A_normalisation_moves_its_averages_once_for_each_run_and_only_in_steps()
    {
        var model = new SharedNorm(seed: 3);
        model.MixBias.CopyFrom([0.5f, -1, 2, 0.25f, -0.5f]);
        float[] inputs = Inputs(5), start = Values(model.NormMovingMean);
        float[] third = Means(inputs), first = Means(model.PredictMix(inputs).Cast<float>());
        _ = model.ComputeGradients(inputs, Targets);
        Assert.Equal(start, Values(model.NormMovingMean));
        model.TrainOnBatch(inputs, Targets, new SGD(0));
        float[] moved = Values(model.NormMovingMean);

        // What is normalised has mean 0, so that what the second run takes has the bias for its mean.
        float[] second = Values(model.MixBias);
        for (int c = 0; c < 5; c++)
            Assert.Equal((0.125f * first[c]) + (0.25f * second[c]) + (0.5f * third[c]), moved[c], 1e-5f);

        static float[] Means(IEnumerable<float> rows)
            => [.. Enumerable.Range(0, 5).Select(c => rows.Where((_, i) => i % 5 == c).Average())];
    }

    // Central differences of a smooth loss, where no kink is near.
    [Fact]
    public void Gradients_of_convolutions_are_the_slope_of_the_loss()
    {
        var model = new SharedImage(seed: 5);
        int[] labels = [.. Enumerable.Range(0, Samples).Select(sample => sample % 3)];
        Gradients gradients = model.ComputeGradients(Inputs(72), labels);
        foreach (Parameter parameter in model.Parameters)
        {
            float[] values = Values(parameter);
            var computed = new float[parameter.Count];
            gradients.CopyTo(parameter, computed);
            for (int i = 0; i < values.Length; i += Math.Max(1, values.Length / 20))
            {
                double above = LossAt(i, 2e-3f), below = LossAt(i, -2e-3f);
                Assert.Equal((above - below) / 4e-3, computed[i], 5e-3);

                double LossAt(int index, float by)
                {
                    var moved = (float[])values.Clone();
                    moved[index] += by;
                    parameter.CopyFrom(moved);
                    double loss = model.ComputeGradients(Inputs(72), labels).Result.Loss;
                    parameter.CopyFrom(values);
                    return loss;
                }
            }
        }
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var model = new Shared(seed: 3) { Threads = 1 };
        var adam = new Adam();
        float[] inputs = Inputs(18), outputs = new float[Samples];
        model.TrainOnBatch(inputs, Targets, adam);
        model.Predict(inputs, outputs);
        Assert.Equal(0, Allocation.InEachRun(() => model.TrainOnBatch(inputs, Targets, adam)));
        Assert.Equal(0, Allocation.InEachRun(() => model.Predict(inputs, outputs)));
        var table = new SharedTable(seed: 3) { Threads = 1 };
        var other = new Adam();
        Mixed[] texts = QuestionsAndAnswers;
        table.TrainOnBatch(texts, Targets, other);
        Assert.Equal(0, Allocation.InEachRun(() => table.TrainOnBatch(texts, Targets, other)));
    }

    [Fact]
    public void Weights_are_there_once()
    {
        var model = new Shared(seed: 3);
        Assert.Equal(model.Parameters.Count, model.Parameters.Select(parameter => parameter.Name).Distinct().Count());
        Assert.DoesNotContain(model.Parameters, parameter => parameter.Name.Contains("again", StringComparison.Ordinal) || parameter.Name.Contains("share", StringComparison.Ordinal));
        Assert.Equal(Shared.ParameterCount, model.Parameters.Sum(parameter => parameter.Count));
        Assert.Equal(Shared.ParameterCount, model.Info.Layers.Sum(layer => layer.ParameterCount));
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.safetensors");
        try
        {
            model.Save(path);
            var loaded = new Shared(seed: 8);
            loaded.Load(path);
            Assert.Equal(model.Predict(Inputs(18)), loaded.Predict(Inputs(18)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static float[] Targets { get; } = [.. Enumerable.Range(0, Samples).Select(sample => (float)(sample % 2))];

    private static int[,] Questions { get; } = Tokens(6, 20, 3);

    private static int[,] Answers { get; } = Tokens(4, 25, 5);

    // A sample holds one behind the other.
    private static Mixed[] QuestionsAndAnswers
        => [.. Enumerable.Range(0, Samples).SelectMany(sample => Enumerable.Range(0, 10).Select(i => (Mixed)(i < 6 ? Questions[sample, i] : Answers[sample, i - 6])))];

    private static int[,] Tokens(int length, int below, int factor)
    {
        var tokens = new int[Samples, length];
        for (int i = 0; i < Samples * length; i++)
            tokens[i / length, i % length] = i * i * factor % below;
        return tokens;
    }

    private static float[] Inputs(int size) => [.. Enumerable.Range(0, Samples * size).Select(i => MathF.Sin(i * 1.7f))];

    private static float[] Values(Parameter parameter)
    {
        var values = new float[parameter.Count];
        parameter.CopyTo(values);
        return values;
    }

    private static string Common(string name) => Suffix().Replace(name, "/");

    [GeneratedRegex("_[bcd]/")]
    private static partial Regex Suffix();
}
