namespace StaticNet.Generators.Tests;

/// <summary>Uses a model as its owner would: predicts, and takes a step of training where it can.</summary>
internal static class Exercise
{
    private const int Samples = 5;

    public static void All(IEnumerable<Model> models)
    {
        foreach (Model model in models)
            One(model);
    }

    public static void One(Model model)
    {
        var floats = (Model<float>)model;
        ModelInfo info = model.Info;
        float[] inputs = Inputs(info.InputSize);
        float[] one = floats.Predict(inputs.AsSpan(0, info.InputSize));
        Assert.Equal(info.OutputSize, one.Length);
        Assert.All(one, output => Assert.True(float.IsFinite(output), info.Name));
        float[] all = floats.Predict(inputs);
        Assert.All(Enumerable.Range(0, info.OutputSize), i => Assert.Equal(one[i], all[i], 1e-5f));

        float[] before = Weights(model);
        var adam = new Adam();
        switch (model)
        {
            case TrainableModel<float, int> classifier:
                int[] labels = [.. Enumerable.Range(0, Samples).Select(i => i % info.OutputSize)];
                Assert.True(double.IsFinite(classifier.TrainOnBatch(inputs, labels, adam).Loss), info.Name);
                Assert.True(double.IsFinite(classifier.Evaluate(Dataset.From(inputs, labels)).Loss), info.Name);
                break;
            case TrainableModel<float, float> regressor:
                float[] targets = [.. Enumerable.Repeat(1f / info.OutputSize, Samples * info.OutputSize)];
                Assert.True(double.IsFinite(regressor.TrainOnBatch(inputs, targets, adam).Loss), info.Name);
                Assert.True(double.IsFinite(regressor.Evaluate(new Dataset<float, float>(inputs, targets, Samples)).Loss), info.Name);
                break;
            default:
                Assert.Null(info.Loss);
                return;
        }

        Assert.NotEqual(before, Weights(model));
    }

    /// <summary>All weights, in the order of the parameters.</summary>
    public static float[] Weights(Model model) => [.. model.Parameters.SelectMany(parameter =>
    {
        var values = new float[parameter.Count];
        parameter.CopyTo(values);
        return values;
    })];

    /// <summary>Numbers from -1 to 1 for five samples.</summary>
    public static float[] Inputs(int size) => [.. Enumerable.Range(0, Samples * size).Select(i => MathF.Sin(i * 1.7f))];
}
