using System.Numerics.Tensors;
using StaticNet.Files;
using StaticNet.Tests.Files;

namespace StaticNet.Tests.Data;

/// <summary>Names and arguments that newcomers guess: each is there and means what they expect.</summary>
public class GuessesThatCompile
{
    private static readonly FitOptions _silent = new() { Epochs = 2, Progress = ProgressDisplay.Silent };

    [Fact]
    public void Fit_and_evaluate_on_what_can_be_enumerated()
    {
        var random = new Random(1);
        List<(float[] Input, int Target)> samples = [.. Enumerable.Range(0, 9).Select(i => (new[] { random.NextSingle(), 0, 0, 0, i }, i % 3))];
        SmallClassifier model = new(1), sourced = new(1);
        History history = model.Fit(samples, _silent, DataSource.From(samples));
        Assert.Equal(sourced.Fit(DataSource.From(samples), _silent, DataSource.From(samples))["val_loss"], history["val_loss"]);
        Assert.Equal(TestData.Bits(sourced), TestData.Bits(model));
        model.Fit(samples.ToArray());
        model.Fit(samples.Select(sample => (sample.Input, sample.Target)), _silent);
        Assert.Equal(model.Evaluate(DataSource.From(samples)).Loss, model.Evaluate(samples).Loss);
        Assert.Contains("Sample 0 has 4 numbers", Assert.Throws<InvalidDataException>(() => model.Fit([(new float[4], 1)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => model.Fit((IEnumerable<(float[], int)>)null!));

        // Once only: refused at the second epoch.
        Queue<(float[] Input, int Target)> queue = new(samples);
        Assert.Contains("give a function that makes it anew", Assert.Throws<InvalidDataException>(() => model.Fit(Emptied(queue), _silent)).Message, StringComparison.Ordinal);

        var regression = new Regression(1);
        (float[], float[])[] pairs = [([1, 2], [3, 4]), ([5, 6], [7, 8])];
        regression.Fit(pairs, _silent);
        Assert.Equal(regression.Evaluate(DataSource.From(pairs)).Loss, regression.Evaluate(pairs).Loss);
        new YesNo(1).Fit(new (float[], float)[] { (new float[4], 1) }, _silent);

        static IEnumerable<(float[], int)> Emptied(Queue<(float[], int)> queue)
        {
            while (queue.TryDequeue(out (float[], int) sample))
                yield return sample;
        }
    }

    [Fact]
    public void Arrays_of_up_to_four_axes_go_to_npy_files_and_back()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("x.npy");
        float[,] table = { { 1, 2, 3 }, { 4, 5, 6 } };
        Npy.Save(path, table);
        Assert.Equal([2, 3], Npy.Load(path).Shape);
        Assert.Equal(table, Npy.Load(path).ToArray<float[,]>());
        Assert.Equal(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }, Npy.Load(path).ToArray<int[,]>());
        Round(new[] { 1.5, -2 }, Npy.Save, array => array.ToArray<double[]>());
        Round(new[,] { { true, false } }, Npy.Save, array => array.ToArray<bool[,]>());
        Round(new byte[2, 1, 3] { { { 1, 2, 3 } }, { { 4, 5, 255 } } }, Npy.Save, array => array.ToArray<byte[,,]>());
        Round(new Half[1, 1, 2, 2] { { { { (Half)1, (Half)2 }, { (Half)3, (Half)4 } } } }, Npy.Save, array => array.ToArray<Half[,,,]>());
        Round(new long[0, 3], Npy.Save, array => array.ToArray<long[,]>());

        // A copy, whose change changes nothing else.
        Npy.Save(path, new float[] { 1, 2 });
        NpyArray loaded = Npy.Load(path);
        loaded.ToArray<float[]>()[0] = 9;
        Assert.Equal([1f, 2], loaded.ToSingle());

        Npy.Save(path, table);
        loaded = Npy.Load(path);
        Refused("float32 (2, 3), of 2 axes, and Single[] was asked for. Expected Single[,]", () => loaded.ToArray<float[]>());
        Refused("Single[][] was asked for", () => loaded.ToArray<float[][]>());
        Refused("Double[,] was asked for", () => loaded.ToArray<double[,]>());
        Refused("UInt32[,] was asked for", () => loaded.ToArray<uint[,]>());
        Refused("String was asked for", () => loaded.ToArray<string>());
        Refused("Array was asked for", () => loaded.ToArray<Array>());
        Refused("Expected Values for a number without axes", () => new NpyArray(NumberKind.Of(typeof(float)), new float[1], []).ToArray<float[]>());
        Assert.Throws<ArgumentNullException>(() => Npy.Save(path, (float[,])null!));
        Assert.Throws<ArgumentException>(() => Npy.Save(path, new char[1, 1]));
        Assert.Equal(table, Npy.Load(path).ToArray<float[,]>());

        void Round<T>(T array, Action<string, T> save, Func<NpyArray, T> load)
        {
            save(path, array);
            Assert.Equal(array, load(Npy.Load(path)));
        }

        static void Refused(string message, Func<object> ask)
            => Assert.Contains(message, Assert.Throws<InvalidOperationException>(ask).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_come_out_and_go_from_model_to_model()
    {
        SmallClassifier model = new(1), other = new(2);
        Parameter kernel = model.Parameters[0];
        float[] values = kernel.ToArray(), copied = new float[kernel.Count];
        kernel.CopyTo(copied);
        Assert.Equal(copied, values);
        values[0]++;
        Assert.Equal(copied, kernel.ToArray());

        Assert.NotEqual(TestData.Bits(model), TestData.Bits(other));
        other.CopyFrom(model);
        Assert.Equal(TestData.Bits(model), TestData.Bits(other));
        Assert.Contains("has other weights", Assert.Throws<ArgumentException>(() => new YesNo(1).CopyFrom(model)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => model.CopyFrom(null!));
    }

    [Fact]
    public void Named_layers_predict_what_models_predict()
    {
        var model = new NamedRows(1);
        int size = NamedRows.InputSize;
        var random = new Random(3);
        double[][] doubles = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, size).Select(_ => (double)random.NextSingle()).ToArray())];
        float[][] jagged = [.. doubles.Select(row => row.Select(value => (float)value).ToArray())];
        float[] flat = [.. jagged.SelectMany(row => row)];
        float[] expected = model.PredictFeatures(flat.AsSpan());
        Assert.Equal(expected, model.PredictFeatures(flat));
        Same(model.PredictFeatures(doubles), expected);
        Same(model.PredictFeatures(jagged), expected);
        Same(model.PredictFeatures(jagged.ToList()), expected);
        Same(model.PredictFeatures(flat.AsMemory()), expected);
        Same(model.PredictFeatures(Tensor.Create(flat, [4, size])), expected);
        Same(model.PredictFeatures(Dataset.From(doubles, new int[4])), expected);
        Same(model.Predict_Classes(doubles), model.Predict(flat));
        Same(model.Predict_Classes(Dataset.From(doubles, new int[4])), model.Predict(flat));
        Assert.Empty(model.PredictFeatures(Array.Empty<double[]>()));
        Assert.Contains("expects", Assert.Throws<ArgumentException>(() => model.PredictFeatures(new double[2, 3])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => model.PredictFeatures((Dataset<float, int>)null!));

        var tokens = new NamedTokens(1);
        Same(tokens.PredictRead(new int[1, NamedTokens.InputSize]), tokens.PredictRead(new int[NamedTokens.InputSize]));

        static void Same(float[,] rows, float[] expected)
        {
            Assert.Equal(expected.Length, rows.Length);
            Assert.Equal(expected, rows.Cast<float>());
        }
    }

    [Fact]
    public void Rows_of_floats_become_tokens_and_labels_become_numbers()
    {
        Rows<float> rows = new float[,] { { 1, 2 }, { 3, 4 } };
        Dataset<int, int> tokens = Dataset.From((Rows<int>)rows, new int[2]);
        Assert.Equal([1, 2, 3, 4], tokens.Inputs.ToArray());
        Rows<float> broken = new float[,] { { 1, 2 }, { 3, 4.5f } };
        Assert.Contains("Sample 1 holds 4.5 at place 1", Assert.Throws<ArgumentException>(() => (Rows<int>)broken).Message, StringComparison.Ordinal);
        Labels labels = new byte[] { 0, 1 };
        Assert.Equal([0f, 1], Dataset.From(rows, (Rows<float>)labels).Targets.ToArray());
    }
}
