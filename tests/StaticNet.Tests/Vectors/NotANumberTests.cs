namespace StaticNet.Tests.Vectors;

/// <summary>
/// NaN in gives NaN out, through every layer: where a number is NaN, every output that it has a say in is NaN, and no other sample minds.
/// </summary>
public class NotANumberTests
{
    // Several inputs take the same steps as one.
    public static TheoryData<string> Cases { get; } = new(VectorModels.NamesOfOneColumn);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_NaN_reaches_every_output_that_depends_on_it(string name)
    {
        VectorCase vector = VectorCase.Of(name);
        VectorRunner runner = VectorModels.Create(vector);
        if (runner.Numbers.IsEmpty) CheckTable(vector, runner);
        else CheckInputs(vector, runner);
    }

    private static void CheckInputs(VectorCase vector, VectorRunner runner)
    {
        int size = runner.Numbers.Length / vector.Batch, sample = vector.Batch / 2;
        for (int place = 0; place < size; place++)
        {
            int at = (sample * size) + place;
            Check(vector, $"place {place}", value =>
            {
                float before = runner.Numbers[at];
                runner.Numbers[at] = value(before);
                float[] outputs = Predict(vector, runner);
                runner.Numbers[at] = before;
                return outputs;
            }, other => other != sample);
        }
    }

    // Of tokens it is the numbers of the table that may be NaN.
    private static void CheckTable(VectorCase vector, VectorRunner runner)
    {
        (int[] tokens, float[] numbers) = (vector.Inputs.EnumerateArray().Select(token => token.GetInt32()).ToArray(), vector.Parameters[0].Values);
        int width = vector.Parameters[0].Shape[1], places = tokens.Length / vector.Batch;
        for (int token = 0; token < numbers.Length / width; token++)
        {
            int at = (token * width) + (token % width);
            Check(vector, $"the row of token {token}", value =>
            {
                float[] table = [.. numbers];
                table[at] = value(table[at]);
                runner.Parameters[0].CopyFrom(table);
                return Predict(vector, runner);
            }, other => !tokens.AsSpan(other * places, places).Contains(token));
        }
    }

    private static void Check(
        VectorCase vector, string where, Func<Func<float, float>, float[]> predictWith, Predicate<int> isUntouched)
    {
        float[] whole = predictWith(number => number), poisoned = predictWith(_ => float.NaN);

        // What goes by the size of a change depends on the number; what goes by whether there is one may depend on a mask alone.
        float[][] changed = [.. new[] { -9f, -1f, -0.25f, 0.25f, 1f, 9f }.Select(change => predictWith(number => number + change))];
        Assert.Equal(whole, predictWith(number => number));
        int outputs = whole.Length / vector.Batch;
        for (int i = 0; i < whole.Length; i++)
        {
            if (isUntouched(i / outputs)) Assert.True(poisoned[i] == whole[i], $"{where}: output {i}, of another sample, is {poisoned[i]}");
            else if (changed.Any(some => some[i] != changed[0][i])) Assert.True(float.IsNaN(poisoned[i]), $"{where}: output {i} is {poisoned[i]}");
        }
    }

    private static float[] Predict(VectorCase vector, VectorRunner runner)
    {
        var outputs = new float[vector.Predictions.Length];
        runner.Predict(0, vector.Batch, outputs);
        return outputs;
    }
}
